/**
 * The eight headline figures of a plan, or of several added up. docs/figures.md defines each; a figure
 * that has nothing to count is null, never 0 or 100.
 */
import type { Plan, Problem } from "../../contracts/index.js";
import { type FigureTally, tallyOf } from "./figureTally.js";

export interface KeyFigures {
  /** Visits' share of paid time, per cent. */
  readonly directWorkPercent: number | null;
  /** Travel's share of paid time, per cent. */
  readonly travelPercent: number | null;
  /** Share of all visits that nurses start inside the preferred time, per cent. */
  readonly onTimePercent: number | null;
  readonly unserved: {
    readonly visits: number;
    /** By `unservedCost`, dearest first. */
    readonly byPriority: readonly { readonly unservedCost: number; readonly visits: number }[];
  };
  /** Share of nurses' visits that a familiar nurse makes, where the client names some, per cent. */
  readonly continuityPercent: number | null;
  /** By the client's first language: share of nurses' visits with a language in common, per cent. */
  readonly languagePercent: Readonly<Record<string, number>>;
  readonly load: {
    readonly overtimeMinutes: number;
    /** Greatest less least share of a used shift (over a period: of a nurse's) that is visits and travel, percentage points. */
    readonly spreadPercent: number | null;
  };
  readonly distance: {
    /** By mode; null where the problem has no distances for it. */
    readonly kilometres: Readonly<Record<string, number | null>>;
    readonly co2Kilograms: number;
  };
  /** All else. */
  readonly detail: FigureDetail;
}

export interface FigureDetail {
  readonly paidMinutes: number;
  readonly visitMinutes: number;
  readonly travelMinutes: number;
  readonly visits: number;
  readonly usedShifts: number;
  readonly byType: readonly TypeFigures[];
}

export interface TypeFigures {
  readonly typeId: string;
  /** Visits of the problem. */
  readonly visits: number;
  /** Made by nurses. */
  readonly served: number;
  readonly bought: number;
  /** Of the visits that nurses make, for each nurse of a crew. */
  readonly nurseMinutes: number;
  /** Served and bought visits at the catalogue's price to the purchaser; null where it has none. */
  readonly purchaserEuros: number | null;
  /** The same at what clients pay. */
  readonly clientEuros: number | null;
}

/** What the catalogue says a visit of a type costs. */
export interface TypePrice {
  readonly purchaserEuros: number | null;
  readonly clientEuros: number | null;
}
export type TypePrices = ReadonlyMap<string, TypePrice>;

const round1 = (value: number): number => Math.round(value * 10) / 10;
const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : round1((100 * part) / whole);
const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
const cents = (euros: number): number => Math.round(euros * 100) / 100;

function detailOf(tally: FigureTally, prices: TypePrices): FigureDetail {
  return {
    paidMinutes: Math.round(tally.paid / 60),
    visitMinutes: Math.round(tally.work / 60),
    travelMinutes: Math.round(tally.travel / 60),
    visits: tally.visits,
    usedShifts: tally.shiftShares.length,
    byType: [...tally.types].toSorted(byKey).map(([typeId, { visits, served, bought, nurseSeconds }]) => {
      const price = prices.get(typeId);
      const at = (euros: number | null | undefined): number | null =>
        euros === null || euros === undefined ? null : cents((served + bought) * euros);
      return {
        typeId,
        visits,
        served,
        bought,
        nurseMinutes: Math.round(nurseSeconds / 60),
        purchaserEuros: at(price?.purchaserEuros),
        clientEuros: at(price?.clientEuros),
      };
    }),
  };
}

/** `spread`: over used shifts, or over nurses with all their shifts. */
export function summarise(
  tally: FigureTally,
  spread: "shifts" | "nurses",
  prices: TypePrices = new Map(),
): KeyFigures {
  const shares =
    spread === "shifts"
      ? tally.shiftShares
      : [...tally.nurses.values()].map(({ busy, paid }) => (100 * busy) / paid);
  return {
    directWorkPercent: percent(tally.work, tally.paid),
    travelPercent: percent(tally.travel, tally.paid),
    onTimePercent: percent(tally.onTime, tally.visits),
    unserved: {
      visits: [...tally.unserved.values()].reduce((sum, count) => sum + count, 0),
      byPriority: [...tally.unserved]
        .map(([unservedCost, visits]) => ({ unservedCost, visits }))
        .toSorted((a, b) => b.unservedCost - a.unservedCost),
    },
    continuityPercent: percent(tally.familiar.hit, tally.familiar.all),
    languagePercent: Object.fromEntries(
      [...tally.languages]
        .toSorted(byKey)
        .map(([language, { hit, all }]) => [language, round1((100 * hit) / all)]),
    ),
    load: {
      overtimeMinutes: round1(tally.overtime / 60),
      spreadPercent: shares.length === 0 ? null : round1(Math.max(...shares) - Math.min(...shares)),
    },
    distance: {
      kilometres: Object.fromEntries(
        [...tally.metres].map(([mode, sum]) => [mode, sum === null ? null : round1(sum / 1000)]),
      ),
      co2Kilograms: round1(tally.grams / 1000),
    },
    detail: detailOf(tally, prices),
  };
}

/** The plan must be written by this product: it reads the travel of each leg. */
export function keyFigures(problem: Problem, plan: Plan, prices?: TypePrices): KeyFigures {
  return summarise(tallyOf(problem, plan), "shifts", prices);
}

/** Header row `figure,part,value,unit`; a figure without a value has an empty one. */
export function figuresCsv(
  figures: KeyFigures,
  more: readonly (readonly [string, string, number | null, string])[] = [],
): string {
  const rows: (readonly [string, string, number | null, string])[] = [
    ["directWork", "", figures.directWorkPercent, "%"],
    ["travel", "", figures.travelPercent, "%"],
    ["onTime", "", figures.onTimePercent, "%"],
    ["unserved", "", figures.unserved.visits, "visits"],
    ...figures.unserved.byPriority.map(
      ({ unservedCost, visits }) => ["unserved", `unservedCost ${unservedCost}`, visits, "visits"] as const,
    ),
    ["continuity", "", figures.continuityPercent, "%"],
    ...Object.entries(figures.languagePercent).map(
      ([language, value]) => ["language", language, value, "%"] as const,
    ),
    ["load", "overtime", figures.load.overtimeMinutes, "min"],
    ["load", "spread", figures.load.spreadPercent, "percentage points"],
    ...Object.entries(figures.distance.kilometres).map(
      ([mode, value]) => ["distance", mode, value, "km"] as const,
    ),
    ["distance", "co2", figures.distance.co2Kilograms, "kg"],
    ["detail", "paid", figures.detail.paidMinutes, "min"],
    ["detail", "visit time", figures.detail.visitMinutes, "min"],
    ["detail", "travel time", figures.detail.travelMinutes, "min"],
    ["detail", "visits", figures.detail.visits, "visits"],
    ["detail", "used shifts", figures.detail.usedShifts, "shifts"],
    ...figures.detail.byType.flatMap(
      (type) =>
        [
          ["detail", `${type.typeId}: visits`, type.visits, "visits"],
          ["detail", `${type.typeId}: served`, type.served, "visits"],
          ["detail", `${type.typeId}: bought`, type.bought, "visits"],
          ["detail", `${type.typeId}: nurse time`, type.nurseMinutes, "min"],
          ["detail", `${type.typeId}: purchaser price`, type.purchaserEuros, "EUR"],
          ["detail", `${type.typeId}: client fee`, type.clientEuros, "EUR"],
        ] as const,
    ),
    ...more,
  ];
  const cell = (value: string): string =>
    /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const lines = rows.map(([figure, part, value, unit]) =>
    [figure, cell(part), value === null ? "" : String(value), unit].join(","),
  );
  return ["figure,part,value,unit", ...lines, ""].join("\r\n");
}
