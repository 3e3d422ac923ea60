/** A day as the time line draws it: one row a shift, blocks in epoch seconds. */
import type {
  Client,
  Plan,
  PlanRoute,
  Problem,
  Shift,
  UnservedVisit,
  ViolationView,
  Visit,
  VisitType,
} from "../../../../src/contracts/index.js";

export interface VisitBlock {
  readonly kind: "visit";
  readonly visitId: string;
  readonly visit: Visit;
  readonly start: number;
  readonly end: number;
  readonly arrival: number;
  /** Seconds of the leg before it, stairs and parking included. */
  readonly travel: number;
  /** 0: first visit of the round. */
  readonly position: number;
  /** Seconds after (positive) or before (negative) the preferred time; 0: inside, or none wished. */
  readonly off: number;
  /** Null: the client names no familiar nurse. */
  readonly familiar: boolean | null;
  readonly violated: boolean;
}

export interface BreakBlock {
  readonly kind: "break";
  readonly breakId: string;
  readonly start: number;
  readonly end: number;
}

export interface Leg {
  readonly from: number;
  readonly to: number;
}

export interface Row {
  readonly shift: Shift;
  /** Null: the shift is not used. */
  readonly route: PlanRoute | null;
  readonly shiftId: string;
  readonly nurseId: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Null: the shift is not used. */
  readonly departure: number | null;
  readonly back: number | null;
  readonly blocks: readonly VisitBlock[];
  readonly breaks: readonly BreakBlock[];
  readonly legs: readonly Leg[];
  readonly workSeconds: number;
  readonly travelSeconds: number;
  readonly violated: boolean;
}

export interface TrayItem {
  readonly visit: Visit;
  readonly reasons: UnservedVisit["reasons"];
}

export interface DayModel {
  readonly timeZone: string;
  readonly rows: readonly Row[];
  readonly tray: readonly TrayItem[];
  readonly bought: readonly { readonly visit: Visit; readonly providerId: string }[];
  readonly visits: ReadonlyMap<string, Visit>;
  readonly clients: ReadonlyMap<string, Client>;
  readonly types: readonly VisitType[];
  readonly typeOf: ReadonlyMap<string, VisitType>;
  /** Rows of each served visit: several for a crew. */
  readonly rowsOf: ReadonlyMap<string, readonly Row[]>;
  readonly blockOf: ReadonlyMap<string, VisitBlock>;
  readonly problem: Problem;
  /** Whole hours around everything that is drawn. */
  readonly start: number;
  readonly end: number;
}

export const epoch = (instant: string): number => Date.parse(instant) / 1000;

const HOUR = 3600;

function offOf(visit: Visit, start: number): number {
  if (visit.preferred === undefined) return 0;
  const [from, to] = [epoch(visit.preferred.from), epoch(visit.preferred.to)];
  return start < from ? start - from : start > to ? start - to : 0;
}

interface Lookup {
  readonly visits: ReadonlyMap<string, Visit>;
  readonly clients: ReadonlyMap<string, Client>;
  readonly brokenVisits: ReadonlySet<string>;
}

function blocksOf(route: PlanRoute, nurseId: string, lookup: Lookup): VisitBlock[] {
  const blocks: VisitBlock[] = [];
  for (const stop of route.stops) {
    if (stop.kind !== "visit") continue;
    const visit = lookup.visits.get(stop.visitId);
    if (visit === undefined) continue;
    const pool = lookup.clients.get(visit.clientId)?.familiarNurseIds ?? [];
    const start = epoch(stop.start);
    blocks.push({
      kind: "visit",
      visitId: visit.id,
      visit,
      start,
      end: epoch(stop.end),
      arrival: epoch(stop.arrival),
      travel: stop.travel?.seconds ?? 0,
      position: blocks.length,
      off: offOf(visit, start),
      familiar: pool.length === 0 ? null : pool.includes(nurseId),
      violated: lookup.brokenVisits.has(visit.id),
    });
  }
  return blocks;
}

/** Ways between visits; the last one ends at the return. */
function legsOf(route: PlanRoute, blocks: readonly VisitBlock[]): Leg[] {
  const legs = blocks
    .filter(({ travel, visit }) => travel > 0 && visit.remote !== true)
    .map(({ arrival, travel }) => ({ from: arrival - travel, to: arrival }));
  const home = route.returnTravel?.seconds ?? 0;
  const back = epoch(route.return);
  return home > 0 ? [...legs, { from: back - home, to: back }] : legs;
}

function rowOf(
  shift: Shift,
  name: string,
  route: PlanRoute | undefined,
  lookup: Lookup,
  broken: boolean,
): Row {
  const base = {
    shift,
    route: route ?? null,
    shiftId: shift.id,
    nurseId: shift.nurseId,
    name,
    from: epoch(shift.from),
    to: epoch(shift.to),
  };
  if (route === undefined) {
    const none = { departure: null, back: null, blocks: [], breaks: [], legs: [] };
    return { ...base, ...none, workSeconds: 0, travelSeconds: 0, violated: broken };
  }
  const blocks = blocksOf(route, shift.nurseId, lookup);
  const legs = legsOf(route, blocks);
  return {
    ...base,
    departure: epoch(route.departure),
    back: epoch(route.return),
    blocks,
    breaks: route.stops.flatMap((stop) =>
      stop.kind === "break"
        ? [{ kind: "break" as const, breakId: stop.breakId, start: epoch(stop.start), end: epoch(stop.end) }]
        : [],
    ),
    legs,
    workSeconds: blocks.reduce((sum, { start, end }) => sum + end - start, 0),
    travelSeconds: legs.reduce((sum, { from, to }) => sum + to - from, 0),
    violated: broken,
  };
}

/** Rows by start, then by name as people count: nurse 2 before nurse 10. */
function inOrder(a: Row, b: Row): number {
  return a.from - b.from || a.to - b.to || a.name.localeCompare(b.name, undefined, { numeric: true });
}

/** The row as it was where nothing that it draws has changed: what is drawn of it stays. */
function kept(row: Row, before: Row | undefined): Row {
  const same =
    before !== undefined &&
    before.route === row.route &&
    before.shift === row.shift &&
    before.violated === row.violated &&
    before.blocks.every(
      ({ visit, violated }, i) => visit === row.blocks[i]?.visit && violated === row.blocks[i]?.violated,
    );
  return same ? before : row;
}

/**
 * @param plan null: the day as imported, with empty rows and every visit in the tray
 * @param before a model whose rows are kept where they are the same
 */
export function dayModel(
  problem: Problem,
  plan: Plan | null,
  violations: readonly ViolationView[] = [],
  before: DayModel | null = null,
): DayModel {
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const clients = new Map(problem.clients.map((client) => [client.id, client]));
  const names = new Map(problem.nurses.map(({ id, name }) => [id, name ?? id]));
  const routes = new Map((plan?.routes ?? []).map((route) => [route.shiftId, route]));
  const brokenVisits = new Set(violations.flatMap(({ visitId, otherVisitId }) => [visitId, otherVisitId]));
  const brokenShifts = new Set(violations.flatMap(({ shiftId, otherShiftId }) => [shiftId, otherShiftId]));
  const lookup: Lookup = { visits, clients, brokenVisits: brokenVisits as Set<string> };
  const rowsBefore = new Map((before?.rows ?? []).map((row) => [row.shiftId, row]));
  const rows = problem.shifts
    .map((shift) =>
      kept(
        rowOf(
          shift,
          names.get(shift.nurseId) ?? shift.nurseId,
          routes.get(shift.id),
          lookup,
          brokenShifts.has(shift.id),
        ),
        rowsBefore.get(shift.id),
      ),
    )
    .toSorted(inOrder);
  const rowsOf = new Map<string, Row[]>();
  const blockOf = new Map<string, VisitBlock>();
  for (const row of rows) {
    for (const block of row.blocks) {
      rowsOf.set(block.visitId, [...(rowsOf.get(block.visitId) ?? []), row]);
      blockOf.set(block.visitId, block);
    }
  }
  const begins = rows.map(({ from, departure }) => Math.min(from, departure ?? from));
  const ends = rows.map(({ to, back }) => Math.max(to, back ?? to));
  const unserved = plan?.unserved ?? problem.visits.map(({ id }) => ({ visitId: id, reasons: [] }));
  return {
    timeZone: problem.timeZone,
    rows,
    tray: unserved
      .flatMap(({ visitId, reasons }) => {
        const visit = visits.get(visitId);
        return visit === undefined ? [] : [{ visit, reasons }];
      })
      .toSorted(
        (a, b) =>
          (b.visit.unservedCost ?? 100_000) - (a.visit.unservedCost ?? 100_000) ||
          firstStart(a.visit) - firstStart(b.visit),
      ),
    bought: (plan?.bought ?? []).flatMap(({ visitId, providerId }) => {
      const visit = visits.get(visitId);
      return visit === undefined ? [] : [{ visit, providerId }];
    }),
    visits,
    clients,
    types: problem.visitTypes,
    typeOf: new Map(problem.visitTypes.map((type) => [type.id, type])),
    rowsOf,
    blockOf,
    problem,
    start: Math.floor(Math.min(...begins, Infinity) / HOUR) * HOUR || 0,
    end: Math.ceil(Math.max(...ends, -Infinity) / HOUR) * HOUR || 24 * HOUR,
  };
}

/** Epoch seconds of the earliest start that a visit allows. */
export function firstStart(visit: Visit): number {
  return Math.min(...visit.windows.map(({ from }) => epoch(from)));
}

/**
 * Where a visit dropped at a time would stand on a round: after every visit whose middle is
 * before it. The visit itself does not count.
 */
export function positionAt(row: Row, at: number, visitId: string): number {
  return row.blocks.filter((block) => block.visitId !== visitId && (block.start + block.end) / 2 < at).length;
}
