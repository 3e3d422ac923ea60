/** What a nurse has reported of her own part in a visit; her first check-in and her last ending hold. */
import type { NurseVisit } from "../../contracts/nurseDay.js";
import type { ActualEvent } from "../actuals/index.js";

/** Epoch seconds. */
export interface Told {
  readonly state: NurseVisit["told"]["state"];
  readonly begunAt: number | null;
  readonly endedAt: number | null;
}

export const NOTHING_TOLD: Told = { state: "planned", begunAt: null, endedAt: null };

const ENDINGS: Readonly<Record<string, Told["state"]>> = {
  "check-out": "done",
  "not-at-home": "not-at-home",
  "cancelled-at-door": "cancelled-at-door",
};

/** By visit id, out of one nurse's events in any order; visits that she said nothing of are absent. */
export function toldByVisit(events: readonly ActualEvent[]): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  for (const { visitId, kind, usedAt } of events.toSorted((a, b) => a.usedAt - b.usedAt)) {
    if (visitId === null) continue;
    const before = told.get(visitId) ?? NOTHING_TOLD;
    const ending = ENDINGS[kind];
    if (ending !== undefined) told.set(visitId, { ...before, state: ending, endedAt: usedAt });
    else if (kind === "check-in") {
      const state = before.state === "planned" ? "begun" : before.state;
      told.set(visitId, { ...before, state, begunAt: before.begunAt ?? usedAt });
    }
  }
  return told;
}
