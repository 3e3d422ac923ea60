/** How long visits really take: minutes by client and type within which so many of them end. */
import { groupBy } from "../../domain/groups.js";
import { type PastDay, recordsOf } from "../actuals/index.js";

/** One visit whose length is known and believed. */
export interface Lasted {
  readonly date: string;
  readonly clientId: string;
  readonly typeId: string;
  readonly areaId: string | null;
  readonly plannedMinutes: number;
  readonly seconds: number;
}

export interface Suggestion {
  readonly clientId: string;
  readonly typeId: string;
  /** Planned last. */
  readonly plannedMinutes: number;
  readonly suggestedMinutes: number;
  /** Visits that the suggestion comes from. */
  readonly visits: number;
  /** `client`: this client's own visits; `type`: all of the type, in proportion to what was planned. */
  readonly from: "client" | "type";
}

export interface DurationRule {
  /** Share of visits that are to end within the minutes, 0 to 1. */
  readonly quantile: number;
  /** Fewer own visits than this: the type's. */
  readonly leastVisits: number;
}
export const DURATION_RULE: DurationRule = { quantile: 0.8, leastVisits: 5 };

/** A check-out forgotten for half a day says nothing of the visit; nor does one pressed at the door. */
const LONGEST_SECONDS = 6 * 3600;
const SHORTEST_SECONDS = 60;

/** Visits whose length can be believed: no clock that was wrong, no fault of the record. */
export function lastedOf(days: readonly PastDay[]): readonly Lasted[] {
  return days.flatMap(({ date, sheet, events }) => {
    const record = recordsOf(events, (id) => sheet.visits.get(id)?.nurseIds.length ?? 1);
    return [...sheet.visits.values()].flatMap((visit): Lasted[] => {
      const { seconds, flags, faults } = record(visit.visitId);
      if (seconds === null || faults.length > 0 || flags.includes("ahead-of-time")) return [];
      if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) return [];
      const { clientId, typeId, areaId, minutes } = visit;
      return [{ date, clientId, typeId, areaId, plannedMinutes: minutes, seconds }];
    });
  });
}

/**
 * The value below which a further draw from the same source lies with this probability: the k-th of n is
 * that for k / (n + 1), with straight lines between. Beyond the ends: the least, the greatest.
 */
export function quantileOf(values: readonly number[], quantile: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = quantile * (sorted.length + 1) - 1;
  const below = Math.min(sorted.length - 1, Math.max(0, Math.floor(place)));
  const above = Math.min(sorted.length - 1, below + 1);
  const share = Math.min(1, Math.max(0, place - below));
  return sorted[below]! + share * (sorted[above]! - sorted[below]!);
}

const toMinutes = (seconds: number): number => Math.max(1, Math.round(seconds / 60));

/** By client, then type. */
export function suggestDurations(
  lasted: readonly Lasted[],
  rule: DurationRule = DURATION_RULE,
): readonly Suggestion[] {
  const ratios = new Map(
    [...groupBy(lasted, ({ typeId }) => typeId)].map(([typeId, all]) => [
      typeId,
      {
        ratio: quantileOf(
          all.map(({ seconds, plannedMinutes }) => seconds / (60 * plannedMinutes)),
          rule.quantile,
        ),
        visits: all.length,
      },
    ]),
  );
  return [...groupBy(lasted, ({ clientId, typeId }) => JSON.stringify([clientId, typeId])).values()]
    .map((own): Suggestion => {
      const last = own.reduce((latest, one) => (one.date >= latest.date ? one : latest));
      const { clientId, typeId, plannedMinutes } = last;
      const enough = own.length >= rule.leastVisits;
      const type = ratios.get(typeId)!;
      const seconds = enough
        ? quantileOf(
            own.map((one) => one.seconds),
            rule.quantile,
          )
        : type.ratio * 60 * plannedMinutes;
      return {
        clientId,
        typeId,
        plannedMinutes,
        suggestedMinutes: toMinutes(seconds),
        visits: enough ? own.length : type.visits,
        from: enough ? "client" : "type",
      };
    })
    .toSorted((a, b) =>
      a.clientId === b.clientId ? (a.typeId < b.typeId ? -1 : 1) : a.clientId < b.clientId ? -1 : 1,
    );
}

export interface Calibration {
  readonly quantile: number;
  /** Visits of the held-back days that a suggestion of the days before speaks of. */
  readonly visits: number;
  /** Of those, the share that ended within the suggested minutes; null without any. */
  readonly withinShare: number | null;
}

/** Suggestions from the days before `heldBackFrom`, tried on the days from then on. */
export function calibrate(
  lasted: readonly Lasted[],
  heldBackFrom: string,
  rule: DurationRule = DURATION_RULE,
): Calibration {
  const learned = suggestDurations(
    lasted.filter(({ date }) => date < heldBackFrom),
    rule,
  );
  const minutes = new Map(
    learned.map(({ clientId, typeId, suggestedMinutes }) => [
      JSON.stringify([clientId, typeId]),
      suggestedMinutes,
    ]),
  );
  const tried = lasted.flatMap(({ date, clientId, typeId, seconds }) => {
    const suggested = minutes.get(JSON.stringify([clientId, typeId]));
    return date < heldBackFrom || suggested === undefined ? [] : [seconds <= 60 * suggested];
  });
  const within = tried.filter(Boolean).length;
  return {
    quantile: rule.quantile,
    visits: tried.length,
    withinShare: tried.length === 0 ? null : Math.round((1000 * within) / tried.length) / 1000,
  };
}
