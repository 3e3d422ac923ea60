/**
 * A published instance as the engine sees it. Each *service* is a visit; a double patient is two
 * visits with a gap and different nurses. Lateness is a preferred time that may be missed:
 * points = (D + T + Tmax) x scale, three times the published cost.
 */
import type { Link, ProblemData, Shift, Visit } from "../../solver/index.js";
import { DEFAULT_WEIGHTS } from "../../solver/index.js";
import type { HhcrspInstance } from "./instance.js";

/** A service left out must never pay: above any plan's total. */
const NEVER = 1_000_000_000;

export interface HhcrspProblem {
  readonly data: ProblemData;
  /** Units of the publication times this are the engine's whole seconds. */
  readonly scale: number;
  /** By visit: position of its patient and of the service within it. */
  readonly services: readonly { readonly patient: number; readonly service: number }[];
}

export function convertHhcrsp(instance: HhcrspInstance): HhcrspProblem {
  const scale = wholeScale(instance);
  const units = (value: number) => Math.round(value * scale);
  const places = instance.distances.length;
  const legs = new Int32Array(places * places);
  instance.distances.forEach((row, i) =>
    row.forEach((d, j) => (legs[i * places + j] = i === j ? 0 : units(d))),
  );
  const skillIds = [...new Set(instance.patients.flatMap((p) => p.services.map((s) => s.id)))].sort();
  const skillOf = new Map(skillIds.map((id, i) => [id, i]));
  const horizon = latestUse(instance, units);
  const services: { patient: number; service: number }[] = [];
  const visits: Visit[] = [];
  const links: Link[] = [];
  instance.patients.forEach((patient, p) => {
    patient.services.forEach((service, s) => {
      services.push({ patient: p, service: s });
      visits.push({
        id: `${patient.id}/${service.id}`,
        client: p,
        type: 0,
        place: p + 1,
        seconds: units(service.duration),
        windows: [{ from: units(patient.ready), to: horizon }],
        preferred: { from: units(patient.ready), to: units(patient.due) },
        requires: [skillOf.get(service.id) ?? 0],
        requiresAnyOf: [],
        crewSize: 1,
        unservedCost: NEVER,
        remote: false,
      });
    });
    if (patient.gap !== null) {
      const second = visits.length - 1;
      const { min, max } = patient.gap;
      links.push({ kind: "gap", first: second - 1, second, min: units(min), max: units(max) });
      links.push({ kind: "different-nurse", a: second - 1, b: second });
    }
  });
  const shift = (id: string, nurse: number): Shift => ({
    id,
    nurse,
    from: 0,
    to: horizon * 2,
    startPlace: 0,
    endPlace: 0,
    mode: 0,
    maxOvertime: 0,
    useCost: 0,
    target: null,
    breaks: [],
  });
  const data: ProblemData = {
    placeCount: places,
    modes: [{ id: "travel", legs }],
    visitTypes: [{ id: "service" }],
    clients: instance.patients.map(({ id }) => ({
      id,
      area: null,
      languages: [],
      familiar: [],
      refused: [],
    })),
    visits,
    links,
    nurses: instance.caregivers.map(({ id, abilities }) => ({
      id,
      skills: abilities.flatMap((a) => skillOf.get(a) ?? []),
      languages: [],
      areas: null,
    })),
    shifts: instance.caregivers.map(({ id }, i) => shift(id, i)),
    providers: [],
    weights: { ...DEFAULT_WEIGHTS, travel: 1, wait: 0, early: 0, late: 1, worstLate: 1 },
    previous: visits.map(() => null),
    limits: { changedClients: null, movedStart: null },
    skillIds,
  };
  return { data, scale, services };
}

/** The least power of ten, up to 1,000, that makes every number of the instance whole. */
export function wholeScale(instance: HhcrspInstance): number {
  const numbers = [
    ...instance.distances.flat(),
    ...instance.patients.flatMap((p) => [
      p.ready,
      p.due,
      ...p.services.map((s) => s.duration),
      ...(p.gap === null ? [] : [p.gap.min, p.gap.max]),
    ]),
  ];
  for (const scale of [1, 10, 100, 1000]) {
    if (numbers.every((n) => Math.abs(n * scale - Math.round(n * scale)) < 1e-6)) return scale;
  }
  throw new Error(`${instance.name} has numbers with more than three decimals`);
}

/** One caregiver doing everything after the last window has opened is done by then. */
function latestUse(instance: HhcrspInstance, units: (value: number) => number): number {
  const lastReady = Math.max(...instance.patients.map((p) => Math.max(p.ready, p.due)));
  // Not spread into arguments: a matrix of 350 places has more numbers than the stack takes.
  const longestLeg = instance.distances.flat().reduce((a, b) => Math.max(a, b), 0);
  const work = instance.patients.flatMap((p) =>
    p.services.map((s) => s.duration + longestLeg + (p.gap?.max ?? 0)),
  );
  return units(lastReady + work.reduce((a, b) => a + b, 0));
}
