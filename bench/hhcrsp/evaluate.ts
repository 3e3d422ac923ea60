/**
 * Judges a published-format solution against its instance in the publication's own numbers. It
 * shares nothing with the conversion: it reads routes, times and distances as a third party would.
 */
import type { HhcrspInstance } from "./instance.js";
import type { HhcrspSolution } from "./solution.js";

export interface HhcrspVerdict {
  readonly faults: readonly string[];
  /** (distance + tardiness + worst) / 3. */
  readonly cost: number;
  readonly distance: number;
  /** Lateness summed over services. */
  readonly tardiness: number;
  readonly worst: number;
}

/** Room for the last binary digit of sums of decimals. */
const EPSILON = 1e-6;

export function evaluateHhcrsp(instance: HhcrspInstance, solution: HhcrspSolution): HhcrspVerdict {
  const faults: string[] = [];
  const rowOf = new Map(instance.patients.map((p, i) => [p.id, i + 1]));
  const started = new Map<string, { start: number; caregiver: string }>();
  const seen = new Set<string>();
  let distance = 0;
  let tardiness = 0;
  let worst = 0;
  for (const route of solution.routes) {
    const who = instance.caregivers.find((c) => c.id === route.caregiver_id);
    if (who === undefined || seen.has(route.caregiver_id)) {
      faults.push(`caregiver ${route.caregiver_id} is unknown or has two routes`);
      continue;
    }
    seen.add(who.id);
    let row = 0;
    let free = 0;
    for (const stop of route.locations) {
      const label = `${stop.patient}/${stop.service}`;
      const next = rowOf.get(stop.patient);
      const patient = next === undefined ? undefined : instance.patients[next - 1];
      const service = patient?.services.find((s) => s.id === stop.service);
      if (next === undefined || patient === undefined || service === undefined) {
        faults.push(`${label} is not required`);
        continue;
      }
      if (started.has(label)) faults.push(`${label} is done twice`);
      started.set(label, { start: stop.arrival_time, caregiver: who.id });
      if (!who.abilities.includes(stop.service)) faults.push(`${who.id} cannot do ${label}`);
      const leg = instance.distances[row]![next]!;
      distance += leg;
      if (stop.arrival_time < free + leg - EPSILON) {
        faults.push(`${who.id} starts ${label} at ${stop.arrival_time} but can be there at ${free + leg}`);
      }
      if (stop.arrival_time < patient.ready - EPSILON) {
        faults.push(`${label} starts at ${stop.arrival_time}, before ${patient.ready}`);
      }
      if (Math.abs(stop.departure_time - stop.arrival_time - service.duration) > EPSILON) {
        faults.push(`${label} does not last ${service.duration}`);
      }
      const late = Math.max(0, stop.arrival_time - patient.due);
      tardiness += late;
      worst = Math.max(worst, late);
      row = next;
      free = stop.departure_time;
    }
    distance += instance.distances[row]![0]!;
  }
  faults.push(...pairFaults(instance, started));
  return { faults, cost: (distance + tardiness + worst) / 3, distance, tardiness, worst };
}

function pairFaults(
  instance: HhcrspInstance,
  started: ReadonlyMap<string, { start: number; caregiver: string }>,
): string[] {
  const faults: string[] = [];
  for (const patient of instance.patients) {
    const found = patient.services.map((s) => started.get(`${patient.id}/${s.id}`));
    patient.services.forEach((s, i) => found[i] ?? faults.push(`${patient.id}/${s.id} is not done`));
    const [first, second] = found;
    if (patient.gap === null || first === undefined || second === undefined) continue;
    if (first.caregiver === second.caregiver)
      faults.push(`${first.caregiver} does both services of ${patient.id}`);
    const gap = second.start - first.start;
    if (gap < patient.gap.min - EPSILON || gap > patient.gap.max + EPSILON) {
      faults.push(`${patient.id}: ${gap} between starts, wanted ${patient.gap.min} to ${patient.gap.max}`);
    }
  }
  return faults;
}
