/** Who bears the lateness, the moved times and the dropped visits: by client over weeks, worst off first. */
import type { Problem } from "../../contracts/index.js";
import { groupBy } from "../../domain/groups.js";
import { type DaySheet, type PastDay, recordsOf } from "../actuals/index.js";

export interface EquityPrices {
  /** For each minute late. */
  readonly lateMinute: number;
  /** For each visit whose time was moved after it was first published. */
  readonly moved: number;
  /** For each visit that was dropped. */
  readonly dropped: number;
}
export const EQUITY_PRICES: EquityPrices = { lateMinute: 1, moved: 15, dropped: 120 };

/** A moved time is one that the client notices. */
const MOVED_SECONDS = 900;

export interface ClientEquity {
  readonly clientId: string;
  readonly areaId: string | null;
  readonly visits: number;
  /** Begun, or where that is not known planned, after the preferred time or the last allowed start. */
  readonly lateVisits: number;
  readonly lateMinutes: number;
  /** Start moved by more than a quarter of an hour from the first published version to the one that held. */
  readonly movedVisits: number;
  /** Unserved, or planned and never begun on a day with check-ins. */
  readonly droppedVisits: number;
  /** Points for each visit of hers. */
  readonly score: number;
}

/** A past day with the version that was published first. */
export interface DayWithFirst extends PastDay {
  readonly first: DaySheet | null;
}

interface Burden {
  readonly clientId: string;
  readonly areaId: string | null;
  readonly late: number;
  readonly moved: boolean;
  readonly dropped: boolean;
}

function burdensOf({ sheet, events, first }: DayWithFirst): Burden[] {
  const record = recordsOf(events, (id) => sheet.visits.get(id)?.nurseIds.length ?? 1);
  const recorded = events.some(({ kind }) => kind === "check-in");
  return [...sheet.visits.values()]
    .filter(({ how }) => how !== "bought")
    .map((visit) => {
      const { state, begunAt } = record(visit.visitId);
      const turned = state === "cancelled-at-door" || state === "not-at-home";
      const start = begunAt ?? visit.start;
      const latest = Math.min(visit.window.to, visit.preferred?.to ?? visit.window.to);
      const before = first?.visits.get(visit.visitId)?.start ?? null;
      const dropped = !turned && (visit.start === null ? state === "open" : recorded && state === "open");
      return {
        clientId: visit.clientId,
        areaId: visit.areaId,
        late: turned || dropped || start === null ? 0 : Math.max(0, start - latest),
        moved: before !== null && visit.start !== null && Math.abs(visit.start - before) > MOVED_SECONDS,
        dropped,
      };
    });
}

/** Clients with a visit in the days, the worst off first; among equals by id. */
export function equityOf(
  days: readonly DayWithFirst[],
  prices: EquityPrices = EQUITY_PRICES,
): readonly ClientEquity[] {
  return [...groupBy(days.flatMap(burdensOf), ({ clientId }) => clientId)]
    .map(([clientId, all]) => {
      const lateMinutes = Math.round(all.reduce((sum, { late }) => sum + late, 0) / 60);
      const movedVisits = all.filter(({ moved }) => moved).length;
      const droppedVisits = all.filter(({ dropped }) => dropped).length;
      const points =
        prices.lateMinute * lateMinutes + prices.moved * movedVisits + prices.dropped * droppedVisits;
      return {
        clientId,
        areaId: all.at(-1)!.areaId,
        visits: all.length,
        lateVisits: all.filter(({ late }) => late > 0).length,
        lateMinutes,
        movedVisits,
        droppedVisits,
        score: Math.round((100 * points) / all.length) / 100,
      };
    })
    .toSorted((a, b) => b.score - a.score || (a.clientId < b.clientId ? -1 : 1));
}

export interface Raised {
  readonly visitId: string;
  readonly clientId: string;
  /** Of the visit's `unservedCost`, per cent more. */
  readonly percent: number;
}

const DEFAULT_UNSERVED_COST = 100_000;
const MOST_POINTS = 1_000_000_000;

/**
 * The problem with the visits of those who were worse off than the rest dearer to leave out: by up to
 * `mostPercent` for the worst off, in proportion for those above the mean, not at all for the others.
 */
export function withEquity(
  problem: Problem,
  ledger: readonly ClientEquity[],
  mostPercent: number,
): { readonly problem: Problem; readonly raised: readonly Raised[] } {
  const scores = new Map(ledger.map(({ clientId, score }) => [clientId, score]));
  const own = new Set(problem.visits.map(({ clientId }) => clientId));
  const known = [...own].map((id) => scores.get(id) ?? 0);
  const mean = known.reduce((sum, score) => sum + score, 0) / Math.max(1, known.length);
  const worst = known.reduce((most, score) => Math.max(most, score), 0);
  const raised: Raised[] = [];
  const visits = problem.visits.map((visit) => {
    const above = (scores.get(visit.clientId) ?? 0) - mean;
    const percent = above <= 0 ? 0 : Math.round((mostPercent * above) / (worst - mean));
    if (percent === 0) return visit;
    raised.push({ visitId: visit.id, clientId: visit.clientId, percent });
    const cost = visit.unservedCost ?? DEFAULT_UNSERVED_COST;
    return { ...visit, unservedCost: Math.min(MOST_POINTS, Math.round((cost * (100 + percent)) / 100)) };
  });
  return { problem: { ...problem, visits }, raised };
}
