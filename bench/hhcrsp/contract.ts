/**
 * A published instance and solution as contract documents, for the product's own checker: a second
 * judge beside {@link evaluateHhcrsp}. Made from the published files alone, as a third party would.
 *
 * The contract counts services and gaps in whole minutes, so one unit of the engine (see
 * {@link wholeScale}) is one minute here, and a day may last years.
 */
import { checkPlan } from "../../src/checker/index.js";
import type { Plan, Problem } from "../../src/contracts/index.js";
import { wholeScale } from "./convert.js";
import type { HhcrspInstance } from "./instance.js";
import type { HhcrspSolution } from "./solution.js";

const BEGIN = Date.UTC(2001, 0, 1);
const OFFICE = "office";
const MODE = "travel";

export interface ContractVerdict {
  readonly violations: readonly string[];
  /** (distance + tardiness + worst) / 3 in the publication's units. */
  readonly cost: number;
}

export function checkHhcrspByContract(instance: HhcrspInstance, solution: HhcrspSolution): ContractVerdict {
  const scale = wholeScale(instance);
  const { valid, violations, cost } = checkPlan(
    contractProblem(instance, scale),
    contractPlan(instance, solution, scale),
  );
  const words = violations.map(({ message }) => message);
  return {
    violations: valid || words.length > 0 ? words : ["refused without a violation"],
    cost: cost.total / (3 * 60 * scale),
  };
}

function contractProblem(instance: HhcrspInstance, scale: number): Problem {
  const { patients, caregivers, distances } = instance;
  const minutes = (value: number) => Math.round(value * scale);
  const instant = instantOf(scale);
  const end = new Date(BEGIN + 1000 * 60 * lastMinute(instance, minutes)).toISOString();
  const horizon = `${end.slice(0, 19)}Z`;
  const ids = [OFFICE, ...patients.map(({ id }) => `at ${id}`)];
  return {
    format: "kotikierros/problem@1",
    timeZone: "UTC",
    places: ids.map((id) => ({ id, lat: 0, lon: 0 })),
    travel: {
      modes: {
        [MODE]: {
          durations: distances.map((row, i) => row.map((d, j) => (i === j ? 0 : 60 * minutes(d)))),
        },
      },
    },
    visitTypes: [{ id: "service" }],
    clients: patients.map(({ id }) => ({ id, placeId: `at ${id}` })),
    visits: patients.flatMap((patient) =>
      patient.services.map((service) => ({
        id: `${patient.id}/${service.id}`,
        clientId: patient.id,
        typeId: "service",
        minutes: minutes(service.duration),
        windows: [{ from: instant(patient.ready), to: horizon }],
        preferred: { from: instant(patient.ready), to: instant(Math.max(patient.ready, patient.due)) },
        requires: [service.id],
      })),
    ),
    links: patients.flatMap((patient) => {
      if (patient.gap === null) return [];
      const [first, second] = patient.services.map((service) => `${patient.id}/${service.id}`);
      return [
        {
          kind: "gap" as const,
          first: first!,
          second: second!,
          minMinutes: minutes(patient.gap.min),
          maxMinutes: minutes(patient.gap.max),
        },
        { kind: "different-nurse" as const, visits: [first!, second!] as [string, string] },
      ];
    }),
    nurses: caregivers.map(({ id, abilities }) => ({ id, skills: [...abilities] })),
    shifts: caregivers.map(({ id }) => ({
      id,
      nurseId: id,
      from: instant(0),
      to: horizon,
      startPlaceId: OFFICE,
      endPlaceId: OFFICE,
      mode: MODE,
    })),
    weights: { travel: 1, wait: 0, early: 0, late: 1, worstLate: 1 },
  };
}

function contractPlan(instance: HhcrspInstance, solution: HhcrspSolution, scale: number): Plan {
  const rowOf = new Map(instance.patients.map(({ id }, i) => [id, i + 1]));
  const instant = instantOf(scale);
  return {
    format: "kotikierros/plan@1",
    unserved: [],
    routes: solution.routes.flatMap(({ caregiver_id: shiftId, locations }) => {
      if (locations.length === 0) return [];
      let row = 0;
      let free = 0;
      const leg = (to: number) => instance.distances[row]?.[to] ?? 0;
      const firstRow = rowOf.get(locations[0]!.patient) ?? 0;
      const departure = locations[0]!.arrival_time - leg(firstRow);
      free = departure;
      const stops = locations.map((stop) => {
        const next = rowOf.get(stop.patient) ?? 0;
        const arrival = free + leg(next);
        row = next;
        free = stop.departure_time;
        return {
          kind: "visit" as const,
          visitId: `${stop.patient}/${stop.service}`,
          arrival: instant(arrival),
          start: instant(stop.arrival_time),
          end: instant(stop.departure_time),
        };
      });
      return [{ shiftId, departure: instant(departure), return: instant(free + leg(0)), stops }];
    }),
  };
}

/** From the publication's time to an instant, exact to one unit of the engine. */
function instantOf(scale: number): (value: number) => string {
  return (value) => `${new Date(BEGIN + 60_000 * Math.round(value * scale)).toISOString().slice(0, 19)}Z`;
}

/** Later than any plan that starts each service as soon as it can. */
function lastMinute(instance: HhcrspInstance, minutes: (value: number) => number): number {
  const longestLeg = instance.distances.flat().reduce((a, b) => Math.max(a, b), 0);
  let last = 0;
  for (const { ready, due } of instance.patients) last = Math.max(last, ready, due);
  for (const { services, gap } of instance.patients)
    for (const { duration } of services) last += duration + longestLeg + (gap?.max ?? 0);
  return minutes(last + longestLeg);
}
