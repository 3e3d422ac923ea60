/**
 * Judges routes against a Solomon instance, as the publication counts: every leg truncated to one
 * decimal, time and distance alike, any number of vehicles up to the instance's. Works in whole
 * tenths and shares nothing with the conversion but the rule of truncation.
 */
import { tenths, type VrptwInstance } from "./instance.js";

export interface VrptwVerdict {
  readonly faults: readonly string[];
  /** Total distance in the instance's units, one decimal. */
  readonly cost: number;
}

export function evaluateVrptw(instance: VrptwInstance, routes: readonly (readonly number[])[]): VrptwVerdict {
  const faults: string[] = [];
  const depot = instance.nodes[0]!;
  const seen = new Set<number>();
  let total = 0;
  if (routes.length > instance.vehicles) {
    faults.push(`${routes.length} routes, but ${instance.vehicles} vehicles`);
  }
  routes.forEach((route, number) => {
    let clock = depot.ready * 10;
    let here = depot;
    let load = 0;
    for (const customer of route) {
      const node = customer > 0 ? instance.nodes[customer] : undefined;
      if (node === undefined || seen.has(customer)) {
        faults.push(`route ${number + 1}: customer ${customer} is unknown or visited twice`);
        continue;
      }
      seen.add(customer);
      const leg = tenths(here, node);
      total += leg;
      load += node.demand;
      const start = Math.max(clock + leg, node.ready * 10);
      if (start > node.due * 10) {
        faults.push(`route ${number + 1}: customer ${customer} starts at ${start / 10}, after ${node.due}`);
      }
      clock = start + node.service * 10;
      here = node;
    }
    const home = tenths(here, depot);
    total += home;
    if (clock + home > depot.due * 10) faults.push(`route ${number + 1} is home at ${(clock + home) / 10}`);
    if (load > instance.capacity) faults.push(`route ${number + 1} carries ${load} of ${instance.capacity}`);
  });
  for (let i = 1; i < instance.nodes.length; i++)
    if (!seen.has(i)) faults.push(`customer ${i} is not visited`);
  return { faults, cost: total / 10 };
}
