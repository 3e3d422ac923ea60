/** Of the running day: which visits need somebody to act, and how each state is marked. */
import type { LiveRoundView, LiveView, LiveVisitView } from "../../../../src/contracts/index.js";

export type Look = LiveVisitView["state"] | "late";

/** Beside the words, so that a state is found at a glance and without colour. */
export const SYMBOLS: Readonly<Record<Look, string>> = {
  missed: "✕",
  late: "!",
  "not-at-home": "∅",
  "cancelled-at-door": "⊘",
  begun: "▶",
  open: "○",
  unserved: "–",
  bought: "€",
  done: "✓",
};

export const ROUND_SYMBOLS: Readonly<Record<LiveRoundView["state"], string>> = {
  "to-come": "○",
  "on-the-way": "→",
  "at-visit": "▶",
  back: "✓",
};

const RANKS = Object.keys(SYMBOLS);

export const lookOfVisit = (visit: LiveVisitView): Look => (visit.late ? "late" : visit.state);

const instantOf = (visit: LiveVisitView): number => Date.parse(visit.planned?.from ?? visit.lastStart);

/** Missed ones by their last allowed start, then late ones by delay: as the server orders them. */
export function attentionOf(day: LiveView): readonly LiveVisitView[] {
  const visits = new Map(day.visits.map((visit) => [visit.visitId, visit]));
  const ids = new Set([...day.missed, ...day.late]);
  return [...ids].flatMap((id) => visits.get(id) ?? []);
}

/** All others: turned away first, then under way, to come, and done; within a state by time. */
export function othersOf(day: LiveView): readonly LiveVisitView[] {
  const told = new Set([...day.missed, ...day.late]);
  return day.visits
    .filter(({ visitId }) => !told.has(visitId))
    .toSorted(
      (a, b) => RANKS.indexOf(lookOfVisit(a)) - RANKS.indexOf(lookOfVisit(b)) || instantOf(a) - instantOf(b),
    );
}
