/** The dearest promises of a day, and wishes as curves (docs/promises.md). */
import { COST_PARTS, type Language } from "../../../checker/index.js";
import type { CostPart, Problem } from "../../../contracts/index.js";
import { PART_NAMES } from "../../explain/partNames.js";
import { weightsOf } from "../../life/weights.js";
import type { StudyDay } from "../ports.js";
import type { StudyTools } from "../tools.js";
import { studySaid, type StudySaid } from "../words.js";
import { type DayPromise, type PromiseKind, promisesOf } from "./promise.js";
import { Estimator, mended, type Solved, solvedAgain } from "./price.js";

export interface PromisesAsk {
  readonly language: Language;
  /** How many are told, and measured where time allows. */
  readonly dearest: number;
  /** Work of each solve. */
  readonly iterations: number;
  /** No solve begins later. */
  readonly seconds: number;
  /** Weights to be drawn as curves. */
  readonly curves: readonly CostPart[];
}

export interface PricedPromise {
  readonly kind: PromiseKind;
  readonly of: Readonly<Record<string, string>>;
  /** Points that the day would save without it. */
  readonly points: number;
  /** `measured`: by solving again; `estimate`: by a plan in which one visit moves, so at least this. */
  readonly basis: "measured" | "estimate";
  /** Seconds of travel saved; null for estimates. */
  readonly travelSeconds: number | null;
  /** Saved by cost part, unweighted, where it changes; null for estimates. */
  readonly parts: Readonly<Record<string, number>> | null;
  readonly said: readonly StudySaid[];
}

export interface WishCurve {
  readonly weight: CostPart;
  /** By rising weight; points that another one beats in both are left out. */
  readonly points: readonly {
    readonly weight: number;
    /** Unweighted amount of the part: seconds, visits. */
    readonly amount: number;
    /** Points of all other parts. */
    readonly rest: number;
  }[];
}

export interface PromisesView {
  /** Of the plan that prices are counted from: the plan, or the better one that solving again found. */
  readonly cost: number;
  readonly promises: readonly PricedPromise[];
  /** Promises of the day, and how many of them were looked at. */
  readonly counted: number;
  readonly estimated: number;
  readonly curves: readonly WishCurve[];
  /** False: time ran out before all that was asked was measured. */
  readonly complete: boolean;
}

/** Promises of single visits and clients that are estimated: those with most to gain. */
const MOST_ESTIMATED = 80;
/** Part of the time that estimates may take. */
const ESTIMATING = 0.4;
/** Of the weight in force. */
const CURVE_FACTORS = [0, 0.5, 1, 2, 4] as const;

export function studyPromises({ problem, plan }: StudyDay, ask: PromisesAsk, tools: Tools): PromisesView {
  const all = promisesOf(problem);
  const estimator = new Estimator(problem, plan);
  const wanted = all
    .map((promise) => ({ promise, most: estimator.most(promise) }))
    .toSorted((a, b) => b.most - a.most);
  const general = wanted.filter(({ most }) => most === Infinity).length;
  const chosen = wanted.slice(0, general + MOST_ESTIMATED);
  const steps = chosen.length + ask.dearest + ask.curves.length * CURVE_FACTORS.length;
  const priced: { promise: DayPromise; points: number }[] = [];
  let done = 0;
  let complete = true;
  const over = (share: number): boolean => {
    const out = tools.cancelled() || tools.clock() > share * ask.seconds;
    if (out) complete = false;
    return out;
  };
  for (const { promise } of chosen) {
    if (over(ESTIMATING)) break;
    const points = estimator.estimate(promise);
    if (points !== null && points > 0) priced.push({ promise, points });
    tools.progress({ done: ++done, total: steps });
  }
  const dearest = priced.toSorted((a, b) => b.points - a.points).slice(0, ask.dearest);
  const estimated = done;
  done = chosen.length;
  const base = mended(problem, plan, ask.iterations);
  const say = (one: Omit<PricedPromise, "said">): PricedPromise => ({
    ...one,
    said: saidOf(one, ask.language),
  });
  const promises = dearest.map(({ promise, points }) => {
    const known = { kind: promise.kind, of: promise.of };
    const again = over(1) ? null : solvedAgain(promise.without(problem), base.plan, ask.iterations);
    tools.progress({ done: ++done, total: steps });
    if (again === null) return say({ ...known, points, basis: "estimate", travelSeconds: null, parts: null });
    return say({
      ...known,
      points: Math.max(0, base.cost - again.cost),
      basis: "measured",
      travelSeconds: base.parts.travel - again.parts.travel,
      parts: savedParts(base, again),
    });
  });
  return {
    cost: base.cost,
    promises: promises.toSorted((a, b) => b.points - a.points),
    counted: all.length,
    estimated,
    curves: ask.curves.map((part) =>
      curveOf(problem, base, part, ask.iterations, () => {
        tools.progress({ done: ++done, total: steps });
        return over(1);
      }),
    ),
    complete,
  };
}

type Tools = Pick<StudyTools, "clock" | "cancelled" | "progress">;

function savedParts(before: Solved, after: Solved): Record<string, number> {
  const changed = COST_PARTS.map((part) => [part, before.parts[part] - after.parts[part]] as const);
  return Object.fromEntries(changed.filter(([, amount]) => amount !== 0));
}

/** One wish with its weight lower and higher: each solve starts from the one before. */
function curveOf(
  problem: Problem,
  base: Solved,
  part: CostPart,
  iterations: number,
  over: () => boolean,
): WishCurve {
  const weights = weightsOf(problem);
  const now = weights[part] === 0 ? 1 : weights[part];
  const points: WishCurve["points"][number][] = [];
  let start = base.plan;
  for (const factor of CURVE_FACTORS) {
    if (over()) break;
    const weight = Math.round(factor * now);
    const found = solvedAgain({ ...problem, weights: { ...weights, [part]: weight } }, start, iterations);
    if (found === null) continue;
    start = found.plan;
    points.push({ weight, amount: found.parts[part], rest: found.cost - weight * found.parts[part] });
  }
  const beaten = (one: (typeof points)[number], i: number): boolean =>
    points.some(
      (other, j) =>
        other.amount <= one.amount &&
        other.rest <= one.rest &&
        (other.amount < one.amount || other.rest < one.rest || j < i),
    );
  return { weight: part, points: points.filter((one, i) => !beaten(one, i)) };
}

function saidOf(one: Omit<PricedPromise, "said">, language: Language): StudySaid[] {
  const { points } = one;
  const what = promiseSaid(one, language);
  if (one.basis === "estimate") return [what, studySaid("price-estimate", { points }, language)];
  const travelNet = 0 - Math.round((one.travelSeconds ?? 0) / 60);
  return [what, studySaid("price-measured", { points, travelNet }, language)];
}

function promiseSaid({ kind, of }: Pick<PricedPromise, "kind" | "of">, language: Language): StudySaid {
  const { limit } = of;
  if (kind === "limit") {
    return studySaid(
      `promise-limit-${limit === "changedClients" ? limit : "movedStartMinutes"}`,
      of,
      language,
    );
  }
  const part = COST_PARTS.find((name) => name === of["weight"]);
  return studySaid(
    `promise-${kind}`,
    part === undefined ? of : { ...of, wish: PART_NAMES[part][language] },
    language,
  );
}
