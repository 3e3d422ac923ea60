/** A Solomon instance as the engine sees it: tenths of its units, hard windows, loads, travel cost only. */
import type { ProblemData, Visit } from "../../solver/index.js";
import { DEFAULT_WEIGHTS } from "../../solver/index.js";
import { tenths, type VrptwInstance } from "./instance.js";

/** A customer left out must never pay. */
const NEVER = 1_000_000_000;
export const TENTHS = 10;

/** Visit i is customer i + 1; the shifts are the instance's vehicles, all alike. */
export function convertVrptw(instance: VrptwInstance): ProblemData {
  const { nodes } = instance;
  const legs = new Int32Array(nodes.length * nodes.length);
  nodes.forEach((a, i) => nodes.forEach((b, j) => (legs[i * nodes.length + j] = tenths(a, b))));
  const [depot, ...customers] = nodes;
  const visits: Visit[] = customers.map((customer, i) => ({
    id: String(i + 1),
    client: i,
    type: 0,
    place: i + 1,
    seconds: customer.service * TENTHS,
    windows: [{ from: customer.ready * TENTHS, to: customer.due * TENTHS }],
    requires: [],
    requiresAnyOf: [],
    crewSize: 1,
    unservedCost: NEVER,
    remote: false,
    load: customer.demand,
  }));
  const vehicles = Array.from({ length: instance.vehicles }, (_, i) => i);
  return {
    placeCount: nodes.length,
    modes: [{ id: "travel", legs }],
    visitTypes: [{ id: "customer" }],
    clients: visits.map(({ id }) => ({ id, area: null, languages: [], familiar: [], refused: [] })),
    visits,
    links: [],
    nurses: vehicles.map((i) => ({ id: `vehicle ${i + 1}`, skills: [], languages: [], areas: null })),
    shifts: vehicles.map((i) => ({
      id: `vehicle ${i + 1}`,
      nurse: i,
      from: depot!.ready * TENTHS,
      to: depot!.due * TENTHS,
      startPlace: 0,
      endPlace: 0,
      mode: 0,
      maxOvertime: 0,
      useCost: 0,
      target: null,
      breaks: [],
      capacity: instance.capacity,
    })),
    providers: [],
    weights: { ...DEFAULT_WEIGHTS, travel: 1, wait: 0, early: 0, late: 0, overtime: 0, overload: 0 },
    previous: visits.map(() => null),
    limits: { changedClients: null, movedStart: null },
    skillIds: [],
  };
}
