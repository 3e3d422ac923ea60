/**
 * Travel times from coordinates alone: metres as the crow flies x detour factor, at a mean
 * speed, x a factor for the season. A stand-in: it knows no rivers, one-way streets or hills.
 */
import type { Place, Problem } from "../contracts/problemSchema.js";
import type { TravelSource } from "../domain/travelSource.js";
import { earthMetres } from "./earth.js";

export interface EstimateFactors {
  /** Road metres for each metre as the crow flies, at least 1. */
  readonly detourFactor: number;
  readonly kilometresPerHour: number;
  /** Seconds are multiplied by this from November to March: snow, ice, dark. */
  readonly winterFactor: number;
}

/**
 * Round numbers for a Finnish town, fitted to recorded road times of central Helsinki (see
 * docs/decisions/travel-estimate.md); the problem's `perStopSeconds` holds parking and stairs.
 */
export const DEFAULT_FACTORS: Readonly<Record<string, EstimateFactors>> = {
  car: { detourFactor: 1.5, kilometresPerHour: 22, winterFactor: 1.1 },
  bike: { detourFactor: 1.35, kilometresPerHour: 12, winterFactor: 1.2 },
  walk: { detourFactor: 1.25, kilometresPerHour: 5, winterFactor: 1.1 },
};

export type Season = "summer" | "winter";

/** The season of the problem's first shift (its local month), summer if it has none. November to March is winter. */
export function seasonOf(problem: Problem): Season {
  let first: string | undefined;
  for (const shift of problem.shifts) {
    if (first === undefined || Date.parse(shift.from) < Date.parse(first)) first = shift.from;
  }
  if (first === undefined) return "summer";
  const month = Number(first.slice(5, 7)); // instants are written with the local offset, or in UTC
  return month >= 11 || month <= 3 ? "winter" : "summer";
}

export interface EstimatedMode {
  readonly durations: number[][];
  readonly distances: number[][];
  readonly source: TravelSource & { kind: "estimate" };
}

/** Full symmetric matrices in the order of `places`: whole seconds and metres, 0 on the diagonal. */
export function estimateMode(
  places: readonly Place[],
  factors: EstimateFactors,
  season: Season,
  insteadOf?: string,
): EstimatedMode {
  const seasonFactor = season === "winter" ? factors.winterFactor : 1;
  const secondsPerMetre = (3.6 / factors.kilometresPerHour) * seasonFactor;
  const empty = (): number[][] => places.map(() => Array.from<number>({ length: places.length }).fill(0));
  const durations = empty();
  const distances = empty();
  for (let a = 0; a < places.length; a++) {
    for (let b = 0; b < a; b++) {
      const metres = earthMetres(places[a], places[b]) * factors.detourFactor;
      distances[a][b] = distances[b][a] = Math.round(metres);
      durations[a][b] = durations[b][a] = Math.round(metres * secondsPerMetre);
    }
  }
  const { detourFactor, kilometresPerHour } = factors;
  return {
    durations,
    distances,
    source: {
      kind: "estimate",
      detourFactor,
      kilometresPerHour,
      seasonFactor,
      season,
      ...(insteadOf === undefined ? {} : { insteadOf }),
    },
  };
}
