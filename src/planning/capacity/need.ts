/** What visits need within a stretch of time: for certain, and if they were spread over their windows. */
import type { Problem, Visit } from "../../contracts/problemSchema.js";
import { epochSeconds } from "../../domain/instant.js";
import { leastOverlap, overlapOf } from "./supply.js";

export interface VisitNeed {
  readonly visit: Visit;
  readonly crew: number;
  readonly seconds: number;
  /** Start windows, first and last start included. */
  readonly starts: readonly { readonly first: number; readonly last: number }[];
  /** A provider might take it. */
  readonly buyable: boolean;
}

/** The visits that nurses are needed for. One that is pinned to a provider needs none. */
export function needsOfVisits(problem: Problem): VisitNeed[] {
  const areas = new Map(problem.clients.map((client) => [client.id, client.areaId]));
  return problem.visits.flatMap((visit): VisitNeed[] => {
    const { pin } = visit;
    if (pin?.providerId !== undefined) return [];
    const pinned = pin?.start === undefined ? null : epochSeconds(pin.start);
    const starts =
      pinned !== null
        ? [{ first: pinned, last: pinned }]
        : visit.windows.map((window) => ({
            first: epochSeconds(window.from),
            last: epochSeconds(window.to),
          }));
    const areaId = areas.get(visit.clientId);
    const buyable =
      pin === undefined &&
      (problem.providers ?? []).some(
        ({ typeIds, areaIds, maxVisits }) =>
          maxVisits !== 0 &&
          typeIds.includes(visit.typeId) &&
          (areaIds === undefined || (areaId !== undefined && areaIds.includes(areaId))),
      );
    return [{ visit, crew: visit.crewSize ?? 1, seconds: visit.minutes * 60, starts, buyable }];
  });
}

/** Nurses' seconds that the visit takes of the stretch whenever it starts. A visit without a window: none. */
export function certainNeed({ starts, seconds, crew }: VisitNeed, from: number, to: number): number {
  let least = Infinity;
  for (const { first, last } of starts) {
    least = Math.min(least, leastOverlap(first, last, seconds, from, to));
    if (least === 0) return 0;
  }
  return least === Infinity ? 0 : least * crew;
}

/** The same if every start were as likely; a rough picture, and no reason to claim a shortage. */
export function spreadNeed({ starts, seconds, crew }: VisitNeed, from: number, to: number): number {
  let length = 0;
  let sum = 0;
  for (const { first, last } of starts) {
    const span = { from: first, to: last + seconds };
    const weight = last - first + 1;
    length += weight;
    const all = span.to - span.from;
    sum += weight * (all === 0 ? 0 : (overlapOf(span, from, to) / all) * seconds);
  }
  return length === 0 ? 0 : (sum / length) * crew;
}
