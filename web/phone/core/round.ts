/** A day as the list shows it: stops in order, what has been done, what comes next. */
import type { NurseBreak, NurseDay, NurseVisit } from "../../../src/contracts/nurseDay.js";
import { millis } from "./clock.js";
import type { Entry } from "./entries.js";

export type VisitState = NurseVisit["told"]["state"];

export interface VisitItem {
  readonly kind: "visit";
  readonly visit: NurseVisit;
  readonly shiftId: string;
  readonly mode: string;
  /** Whole minutes from the stop before to here, rounded up; 0 for remote visits and the same place. */
  readonly travelMinutes: number;
  readonly state: VisitState;
  /** When it began and ended as she told, epoch milliseconds. */
  readonly begunAt: number | null;
  readonly endedAt: number | null;
}

export interface BreakItem {
  readonly kind: "break";
  readonly stop: NurseBreak;
  readonly shiftId: string;
}

export type Item = VisitItem | BreakItem;

const ENDINGS = {
  "check-out": "done",
  "not-at-home": "not-at-home",
  "cancelled-at-door": "cancelled-at-door",
} as const;

/** What her entries say of each visit, in the order in which she made them. Refused ones say nothing. */
function told(
  entries: readonly Entry[],
): ReadonlyMap<string, Pick<VisitItem, "state" | "begunAt" | "endedAt">> {
  const visits = new Map<string, Pick<VisitItem, "state" | "begunAt" | "endedAt">>();
  for (const { kind, visitId, at, state } of entries.toSorted((a, b) => a.order - b.order)) {
    if (visitId === null || state === "refused") continue;
    const before = visits.get(visitId);
    if (kind === "check-in") visits.set(visitId, { state: "begun", begunAt: millis(at), endedAt: null });
    else if (kind in ENDINGS) {
      const ending = ENDINGS[kind as keyof typeof ENDINGS];
      visits.set(visitId, { state: ending, begunAt: before?.begunAt ?? null, endedAt: millis(at) });
    }
  }
  return visits;
}

/** What the server knows: of another phone of hers, or from before she signed in here. */
function known({
  told: { state, begunAt, endedAt },
}: NurseVisit): Pick<VisitItem, "state" | "begunAt" | "endedAt"> {
  return {
    state,
    begunAt: begunAt === null ? null : millis(begunAt),
    endedAt: endedAt === null ? null : millis(endedAt),
  };
}

/** The stops of all rounds of a day, by departure, then in the order of each round. */
export function itemsOf(day: NurseDay, entries: readonly Entry[]): readonly Item[] {
  const states = told(entries);
  const items: Item[] = [];
  for (const round of day.rounds) {
    let leftAt = millis(round.departure);
    for (const stop of round.stops) {
      if (stop.kind === "break") {
        items.push({ kind: "break", stop, shiftId: round.shiftId });
        continue;
      }
      const travelled = stop.remote ? 0 : millis(stop.arrival) - leftAt;
      leftAt = millis(stop.end);
      items.push({
        kind: "visit",
        visit: stop,
        shiftId: round.shiftId,
        mode: round.mode,
        travelMinutes: Math.max(0, Math.ceil(travelled / 60_000)),
        ...(states.get(stop.visitId) ?? known(stop)),
      });
    }
  }
  return items;
}

/** What is still to come or under way, and what is over: visits as she told, breaks by the clock. */
export function splitDay(
  items: readonly Item[],
  now: number,
): { readonly ahead: readonly Item[]; readonly behind: readonly Item[] } {
  const isAhead = (item: Item): boolean =>
    item.kind === "break" ? millis(item.stop.end) > now : item.state === "planned" || item.state === "begun";
  return { ahead: items.filter(isAhead), behind: items.filter((item) => !isAhead(item)) };
}

const isVisit = (item: Item): item is VisitItem => item.kind === "visit";

/** The visit that is under way, or else the first that is still to be made; null: all are done. */
export function nextVisit(items: readonly Item[]): VisitItem | null {
  const visits = items.filter(isVisit);
  return (
    visits.find(({ state }) => state === "begun") ?? visits.find(({ state }) => state === "planned") ?? null
  );
}

export function doneCount(items: readonly Item[]): { readonly done: number; readonly visits: number } {
  const visits = items.filter(isVisit);
  return {
    done: visits.filter(({ state }) => state !== "planned" && state !== "begun").length,
    visits: visits.length,
  };
}

/** Whole minutes that the nurse is behind the plan with this visit; 0 where she is not. */
export function minutesLate(item: VisitItem, now: number): number {
  const end = item.state === "begun" ? millis(item.visit.end) : millis(item.visit.start);
  if (item.state !== "begun" && item.state !== "planned") return 0;
  return Math.max(0, Math.floor((now - end) / 60_000));
}
