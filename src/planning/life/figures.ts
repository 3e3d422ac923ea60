/**
 * The eight headline figures of a plan. docs/planning.md defines each; a figure that has
 * nothing to count is null, never 0 or 100.
 */
import type { Plan, Problem, Shift } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { standingsOf } from "./standings.js";

/** Grams of CO2 a kilometre; modes not named here count as none. */
export const CO2_GRAMS: Readonly<Record<string, number>> = { car: 170 };

const DEFAULT_UNSERVED_COST = 100_000;

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
    /** Greatest less least share of a used shift that is visits and travel, percentage points. */
    readonly spreadPercent: number | null;
  };
  readonly distance: {
    /** By mode; null where the problem has no distances for it. */
    readonly kilometres: Readonly<Record<string, number | null>>;
    readonly co2Kilograms: number;
  };
}

const round1 = (value: number): number => Math.round(value * 10) / 10;
const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : round1((100 * part) / whole);

interface Tally {
  hit: number;
  all: number;
}

interface RouteSums {
  readonly shift: Shift;
  readonly paid: number;
  readonly overtime: number;
  readonly work: number;
  readonly travel: number;
  readonly metres: number | null;
}

function sumRoutes(problem: Problem, plan: Plan): readonly RouteSums[] {
  const shifts = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  return plan.routes.flatMap((route): RouteSums[] => {
    const shift = shifts.get(route.shiftId);
    if (shift === undefined) return [];
    const overtime = Math.max(0, epochSeconds(route.return) - epochSeconds(shift.to));
    let work = 0;
    const legs = [route.returnTravel];
    for (const stop of route.stops) {
      if (stop.kind !== "visit") continue;
      work += epochSeconds(stop.end) - epochSeconds(stop.start);
      legs.push(stop.travel);
    }
    const known = legs.filter((leg) => leg !== undefined);
    return [
      {
        shift,
        paid: epochSeconds(shift.to) - epochSeconds(shift.from) + overtime,
        overtime,
        work,
        travel: known.reduce((sum, leg) => sum + leg.seconds, 0),
        metres: known.every((leg) => leg.metres !== undefined)
          ? known.reduce((sum, leg) => sum + (leg.metres ?? 0), 0)
          : null,
      },
    ];
  });
}

function distanceOf(routes: readonly RouteSums[]): KeyFigures["distance"] {
  const metres: Record<string, number | null> = {};
  for (const { shift, metres: more } of routes) {
    const sum = metres[shift.mode];
    metres[shift.mode] = sum === null || more === null ? null : (sum ?? 0) + more;
  }
  let grams = 0;
  for (const [mode, sum] of Object.entries(metres)) grams += ((sum ?? 0) / 1000) * (CO2_GRAMS[mode] ?? 0);
  return {
    kilometres: Object.fromEntries(
      Object.entries(metres).map(([mode, sum]) => [mode, sum === null ? null : round1(sum / 1000)]),
    ),
    co2Kilograms: round1(grams / 1000),
  };
}

/** The plan must be written by this product: it reads the travel of each leg. */
export function keyFigures(problem: Problem, plan: Plan): KeyFigures {
  const routes = sumRoutes(problem, plan);
  const total = (pick: (route: RouteSums) => number): number =>
    routes.reduce((sum, route) => sum + pick(route), 0);
  const paid = total((route) => route.paid);
  const clients = new Map(problem.clients.map((client) => [client.id, client]));
  const nurses = new Map(problem.nurses.map((nurse) => [nurse.id, nurse]));
  const standings = standingsOf(problem, plan);
  let onTime = 0;
  const familiar: Tally = { hit: 0, all: 0 };
  const languages = new Map<string, Tally>();
  const priorities = new Map<number, number>();
  for (const visit of problem.visits) {
    const standing = standings.get(visit.id)!;
    if (standing.how === "unserved" || standing.how === "missing") {
      const cost = visit.unservedCost ?? DEFAULT_UNSERVED_COST;
      priorities.set(cost, (priorities.get(cost) ?? 0) + 1);
    }
    if (standing.at === null) continue;
    const { preferred } = visit;
    if (
      preferred === undefined ||
      (standing.at >= epochSeconds(preferred.from) && standing.at <= epochSeconds(preferred.to))
    ) {
      onTime += 1;
    }
    const client = clients.get(visit.clientId);
    const pool = client?.familiarNurseIds ?? [];
    const [first] = client?.languages ?? [];
    for (const nurseId of standing.nurseIds) {
      if (pool.length > 0) {
        familiar.all += 1;
        if (pool.includes(nurseId)) familiar.hit += 1;
      }
      const spoken = nurses.get(nurseId)?.languages ?? [];
      if (first === undefined || spoken.length === 0) continue;
      const tally = languages.get(first) ?? { hit: 0, all: 0 };
      tally.all += 1;
      if ((client?.languages ?? []).some((one) => spoken.includes(one))) tally.hit += 1;
      languages.set(first, tally);
    }
  }
  const shares = routes.map((route) => (100 * (route.work + route.travel)) / route.paid);
  return {
    directWorkPercent: percent(
      total((route) => route.work),
      paid,
    ),
    travelPercent: percent(
      total((route) => route.travel),
      paid,
    ),
    onTimePercent: percent(onTime, problem.visits.length),
    unserved: {
      visits: [...priorities.values()].reduce((sum, count) => sum + count, 0),
      byPriority: [...priorities]
        .map(([unservedCost, visits]) => ({ unservedCost, visits }))
        .toSorted((a, b) => b.unservedCost - a.unservedCost),
    },
    continuityPercent: percent(familiar.hit, familiar.all),
    languagePercent: Object.fromEntries(
      [...languages]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([language, { hit, all }]) => [language, round1((100 * hit) / all)]),
    ),
    load: {
      overtimeMinutes: round1(total((route) => route.overtime) / 60),
      spreadPercent: shares.length === 0 ? null : round1(Math.max(...shares) - Math.min(...shares)),
    },
    distance: distanceOf(routes),
  };
}

/** Header row `figure,part,value,unit`; a figure without a value has an empty one. */
export function figuresCsv(figures: KeyFigures): string {
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
  ];
  const cell = (value: string): string =>
    /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const lines = rows.map(([figure, part, value, unit]) =>
    [figure, cell(part), value === null ? "" : String(value), unit].join(","),
  );
  return ["figure,part,value,unit", ...lines, ""].join("\r\n");
}
