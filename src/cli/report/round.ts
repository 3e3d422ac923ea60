/** One nurse's round as lines that can be shown: what, when, how long on the way, what to know. */
import type { Shift } from "../../contracts/index.js";
import { type Day, must, type PlanRoute, secondsBetween, type VisitStop } from "./day.js";

/** Seconds before or after the preferred time from which a note is made. */
const WORTH_A_NOTE = 300;

/** What a coordinator should know of one visit on one round. */
export type Note =
  | { readonly kind: "with"; readonly nurseIds: readonly string[] }
  | { readonly kind: "remote" | "pinned" | "unfamiliar" | "outsideArea" | "noSharedLanguage" }
  | { readonly kind: "late" | "early"; readonly minutes: number };

export type Line =
  | {
      readonly kind: "leave" | "return";
      readonly at: string;
      readonly placeId: string;
      readonly travel: number;
    }
  | { readonly kind: "break"; readonly from: string; readonly to: string; readonly breakId: string }
  | {
      readonly kind: "visit";
      readonly from: string;
      readonly to: string;
      readonly visitId: string;
      /** Seconds on the way here. */
      readonly travel: number;
      /** Seconds of idle time before the start. */
      readonly wait: number;
      readonly notes: readonly Note[];
    };

export interface Round {
  readonly shift: Shift;
  readonly lines: readonly Line[];
  /** Visits on the round. */
  readonly visits: number;
  /** Seconds on the way, with parking and stairs. */
  readonly travelSeconds: number;
  /** Null where the problem has no distances. */
  readonly metres: number | null;
  readonly visitSeconds: number;
  readonly breakSeconds: number;
  readonly departure: string;
  readonly return: string;
}

/** The round of one route of a plan. */
export function roundOf(day: Day, route: PlanRoute): Round {
  const shift = must(day.shifts, route.shiftId);
  const sums = { visits: 0, travelSeconds: 0, metres: 0 as number | null, visitSeconds: 0, breakSeconds: 0 };
  const lines: Line[] = [];
  let here = shift.startPlaceId;
  let free = route.departure;
  const go = (to: string): number => {
    const leg = day.leg(shift.mode, here, to);
    here = to;
    sums.travelSeconds += leg?.seconds ?? 0;
    sums.metres = sums.metres === null || leg?.metres === undefined ? null : sums.metres + leg.metres;
    return leg?.seconds ?? 0;
  };
  lines.push({ kind: "leave", at: route.departure, placeId: here, travel: 0 });
  let rest = 0;
  for (const stop of route.stops) {
    if (stop.kind === "break") {
      lines.push({ kind: "break", from: stop.start, to: stop.end, breakId: stop.breakId });
      rest += secondsBetween(stop.start, stop.end);
      continue;
    }
    const visit = must(day.visits, stop.visitId);
    const place = visit.remote === true ? here : must(day.clients, visit.clientId).placeId;
    const travel = go(place);
    sums.visits += 1;
    sums.visitSeconds += secondsBetween(stop.start, stop.end);
    sums.breakSeconds += rest;
    lines.push({
      kind: "visit",
      from: stop.start,
      to: stop.end,
      visitId: stop.visitId,
      travel,
      wait: secondsBetween(free, stop.start) - travel - rest,
      notes: notesOf(day, shift, stop),
    });
    free = stop.end;
    rest = 0;
  }
  sums.breakSeconds += rest;
  const travel = go(shift.endPlaceId);
  lines.push({ kind: "return", at: route.return, placeId: shift.endPlaceId, travel });
  return { shift, lines, ...sums, departure: route.departure, return: route.return };
}

function notesOf(day: Day, shift: Shift, stop: VisitStop): Note[] {
  const visit = must(day.visits, stop.visitId);
  const client = must(day.clients, visit.clientId);
  const nurse = must(day.nurses, shift.nurseId);
  const notes: Note[] = [];
  const others = must(day.crews, visit.id).filter((id) => id !== nurse.id);
  if (others.length > 0) notes.push({ kind: "with", nurseIds: others });
  if (visit.remote === true) notes.push({ kind: "remote" });
  if (visit.pin !== undefined) notes.push({ kind: "pinned" });
  if (visit.preferred !== undefined) {
    const late = secondsBetween(visit.preferred.to, stop.start);
    const early = secondsBetween(stop.start, visit.preferred.from);
    if (late >= WORTH_A_NOTE) notes.push({ kind: "late", minutes: Math.round(late / 60) });
    if (early >= WORTH_A_NOTE) notes.push({ kind: "early", minutes: Math.round(early / 60) });
  }
  const familiar = client.familiarNurseIds ?? [];
  if (familiar.length > 0 && !familiar.includes(nurse.id)) notes.push({ kind: "unfamiliar" });
  if (isOutside(client.areaId, nurse.areaIds)) notes.push({ kind: "outsideArea" });
  if (sharesLanguage(client.languages, nurse.languages) === false) notes.push({ kind: "noSharedLanguage" });
  return notes;
}

function isOutside(area: string | undefined, own: readonly string[] | undefined): boolean {
  return area !== undefined && own !== undefined && !own.includes(area);
}

/** Whether client and nurse have a language in common; undefined where one of them names none. */
export function sharesLanguage(
  client: readonly string[] | undefined,
  nurse: readonly string[] | undefined,
): boolean | undefined {
  if (client === undefined || nurse === undefined || client.length === 0 || nurse.length === 0)
    return undefined;
  return client.some((language) => nurse.includes(language));
}
