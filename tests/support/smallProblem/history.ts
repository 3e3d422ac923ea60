/** What is fixed or published before: providers, pins, `previous`, `limits`, `weights`. */
import type { Problem } from "../../../src/contracts/index.js";
import { chance, pick, sample, some } from "../source.js";
import { AREAS, type Client, type Context, DAY_SECONDS, type Shift, type Visit } from "./context.js";

type Provider = NonNullable<Problem["providers"]>[number];
type Previous = NonNullable<Problem["previous"]>;
type Limits = NonNullable<Problem["limits"]>;
type Weights = NonNullable<Problem["weights"]>;

export function makeProviders({ source }: Context): Provider[] {
  return Array.from({ length: source.int(1, 2) }, (_, index) => {
    const provider: Provider = {
      id: `provider-${index + 1}`,
      typeIds: some(source, ["basic", "demanding"], 65),
      cost: source.int(0, 30) * 500,
    };
    if (chance(source, 40)) provider.areaIds = some(source, AREAS, 60);
    if (chance(source, 50)) provider.maxVisits = source.int(0, 3);
    return provider;
  });
}

/** The published plan: some visits as they were, some shifts and visits that are gone since. */
export function makePrevious(context: Context, visits: readonly Visit[], shifts: readonly Shift[]): Previous {
  const { source, instant, time, seconds } = context;
  const former: Previous["visits"] = {};
  for (const visit of some(source, visits, 70)) {
    const shiftIds = sample(source, shifts, visit.crewSize ?? 1).map(({ id }) => id);
    if (chance(source, 10)) shiftIds[0] = "s-gone";
    const window = pick(source, visit.windows);
    const from = seconds(window.from);
    const start = chance(source, 70) ? time(from, seconds(window.to)) : time(0, DAY_SECONDS);
    former[visit.id] = { shiftIds, start: instant(start) };
  }
  if (chance(source, 20)) former["v-gone"] = { shiftIds: [shifts[0]!.id], start: instant(0) };
  return { visits: former };
}

/** May be too tight for any plan at all; whoever searches has to expect that. */
export function makeLimits({ source }: Context, clients: readonly Client[]): Limits {
  const limits: Limits = {};
  if (chance(source, 60)) limits.changedClients = source.int(chance(source, 20) ? 0 : 1, clients.length);
  if (chance(source, 60)) limits.movedStartMinutes = source.int(0, 24) * 10;
  return limits;
}

const WEIGHT_RANGES: Readonly<Record<keyof Weights, readonly number[]>> = {
  travel: [1, 0, 2, 5],
  wait: [0, 1, 3],
  early: [1, 0, 2],
  late: [2, 0, 1, 5],
  worstLate: [0, 1, 10],
  overtime: [5, 0, 1],
  unfamiliar: [600, 0, 50],
  outsideArea: [300, 0, 50],
  language: [900, 0, 50],
  overload: [1, 0, 4],
  use: [1, 0, 2],
  bought: [1, 0, 2],
  moved: [0, 300, 2000],
  shifted: [0, 1, 3],
  unserved: [1, 2],
};

export function makeWeights({ source }: Context): Weights {
  const weights: Weights = {};
  for (const part of Object.keys(WEIGHT_RANGES) as (keyof Weights)[]) {
    if (chance(source, 60)) weights[part] = pick(source, WEIGHT_RANGES[part]);
  }
  return weights;
}
