/** What has changed in a day since the nurse last said that she had seen it. */
import type { NurseDay, NurseVisit } from "../../../src/contracts/nurseDay.js";

/** What of a visit matters to her, as she last saw it. */
interface SeenVisit {
  readonly start: string;
  readonly minutes: number;
  readonly placeId: string;
  /** The crew's nurse ids in order, one text. */
  readonly crew: string;
  /** To name a visit that is gone. */
  readonly label: string;
}

export interface Snapshot {
  readonly visits: Readonly<Record<string, SeenVisit>>;
}

export type ChangeKind = "new" | "moved" | "longer" | "shorter" | "place" | "crew";

export interface VisitChange {
  readonly kinds: readonly ChangeKind[];
  /** Where the time moved: the start that she saw. */
  readonly start: string | null;
}

export interface GoneVisit {
  readonly visitId: string;
  readonly label: string;
  readonly start: string;
}

export interface DayChanges {
  readonly visits: ReadonlyMap<string, VisitChange>;
  readonly gone: readonly GoneVisit[];
}

export const NO_CHANGES: DayChanges = { visits: new Map(), gone: [] };

export function visitsOf(day: NurseDay): readonly NurseVisit[] {
  return day.rounds.flatMap(({ stops }) => stops.filter((stop) => stop.kind === "visit"));
}

export const labelOf = (visit: NurseVisit): string => visit.client.name ?? visit.place.name ?? visit.clientId;

function seen(visit: NurseVisit): SeenVisit {
  return {
    start: visit.start,
    minutes: visit.minutes,
    placeId: visit.place.id,
    crew: visit.crew
      .map(({ nurseId }) => nurseId)
      .toSorted()
      .join(" "),
    label: labelOf(visit),
  };
}

export function snapshotOf(day: NurseDay): Snapshot {
  return { visits: Object.fromEntries(visitsOf(day).map((visit) => [visit.visitId, seen(visit)])) };
}

/** Starts closer than this are the same to a person; a re-plan shifts seconds about. */
const SAME_START_MILLISECONDS = 60_000;

function compare(before: SeenVisit, visit: NurseVisit): VisitChange {
  const after = seen(visit);
  const kinds: ChangeKind[] = [];
  if (Math.abs(Date.parse(before.start) - Date.parse(after.start)) >= SAME_START_MILLISECONDS)
    kinds.push("moved");
  if (after.minutes > before.minutes) kinds.push("longer");
  if (after.minutes < before.minutes) kinds.push("shorter");
  if (after.placeId !== before.placeId) kinds.push("place");
  if (after.crew !== before.crew) kinds.push("crew");
  return { kinds, start: kinds.includes("moved") ? before.start : null };
}

/** Without a snapshot (a day never looked at) nothing counts as changed. */
export function changesSince(snapshot: Snapshot | null, day: NurseDay): DayChanges {
  if (snapshot === null) return NO_CHANGES;
  const visits = new Map<string, VisitChange>();
  const now = visitsOf(day);
  for (const visit of now) {
    const before = snapshot.visits[visit.visitId];
    const change = before === undefined ? { kinds: ["new" as const], start: null } : compare(before, visit);
    if (change.kinds.length > 0) visits.set(visit.visitId, change);
  }
  const ids = new Set(now.map(({ visitId }) => visitId));
  const gone = Object.entries(snapshot.visits)
    .filter(([visitId]) => !ids.has(visitId))
    .map(([visitId, { label, start }]) => ({ visitId, label, start }))
    .toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start));
  return { visits, gone };
}
