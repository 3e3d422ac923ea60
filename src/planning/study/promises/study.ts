/** The dearest promises of a day, and wishes as curves (docs/promises.md). */
import { COST_PARTS, type Language } from "../../../checker/index.js";
import type { CostPart, Plan, Problem } from "../../../contracts/index.js";
import { PART_NAMES } from "../../explain/partNames.js";
import { weightsOf } from "../../life/weights.js";
import type { StudyDay } from "../ports.js";
import type { StudyTools } from "../tools.js";
import { studySaid, type StudySaid } from "../words.js";
import { type DayPromise, type PromiseKind, promisesOf } from "./promise.js";
import { asIs, Estimator, mended, type Solved, solvedAgain } from "./price.js";

export interface PromisesAsk {
  readonly language: Language;
  /** How many are told. */
  readonly dearest: number;
  /** Measure these by solving the day again without each. False: estimates, in three seconds. */
  readonly resolve: boolean;
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
  /** No estimate of the others would be higher, points; null: time ran out before that was known. */
  readonly othersAtMost: number | null;
  readonly curves: readonly WishCurve[];
  /** False: time ran out before all that was asked was measured. */
  readonly complete: boolean;
}

/** Seconds that estimates take at most, and the part of the time that is given. */
const ESTIMATING = { seconds: 2.2, share: 0.4 } as const;
/** Of the weight in force. */
const CURVE_FACTORS = [0, 0.5, 1, 2, 4] as const;

export function studyPromises({ problem, plan }: StudyDay, ask: PromisesAsk, tools: Tools): PromisesView {
  const curveSteps = ask.curves.length * CURVE_FACTORS.length;
  const solves = curveSteps + (ask.resolve ? ask.dearest : 0);
  const found = estimates(problem, plan, ask, tools, solves);
  let { done, complete } = found;
  const over = (): boolean => {
    const out = tools.cancelled() || tools.clock() > ask.seconds;
    if (out) complete = false;
    return out;
  };
  const step = (): void => tools.progress({ done: ++done, total: found.total });
  const base = solves > 0 ? mended(problem, plan, ask.iterations) : asIs(problem, plan);
  const promises = found.dearest.map(({ promise, points }) => {
    const again =
      !ask.resolve || over() ? null : solvedAgain(promise.without(problem), base.plan, ask.iterations);
    if (ask.resolve) step();
    return told(promise, points, base, again, ask.language);
  });
  const curves = ask.curves.map((part) =>
    curveOf(problem, base, part, ask.iterations, () => {
      step();
      return over();
    }),
  );
  return {
    cost: base.cost,
    promises: promises.toSorted((a, b) => b.points - a.points),
    counted: found.counted,
    estimated: found.estimated,
    othersAtMost: found.othersAtMost,
    curves,
    complete,
  };
}

interface Estimate {
  readonly promise: DayPromise;
  readonly points: number;
}

interface Estimates {
  /** The dearest first. */
  readonly dearest: readonly Estimate[];
  readonly counted: number;
  readonly estimated: number;
  readonly othersAtMost: number | null;
  /** Steps of progress, and how many there are with the solves to come. */
  readonly done: number;
  readonly total: number;
  readonly complete: boolean;
}

/**
 * Those that may save most are looked at first, until the others cannot save more than the dearest do,
 * or time is over (on however slow a machine as many as are to be told).
 */
function estimates(
  problem: Problem,
  plan: Plan,
  { dearest: told, seconds }: PromisesAsk,
  tools: Tools,
  solves: number,
): Estimates {
  const until = Math.min(ESTIMATING.seconds, ESTIMATING.share * seconds);
  const estimator = new Estimator(problem, plan);
  const all = promisesOf(problem)
    .map((promise) => ({ promise, most: estimator.most(promise) }))
    .toSorted((a, b) => b.most - a.most);
  const total = all.length + solves;
  let dearest: Estimate[] = [];
  let estimated = 0;
  let complete = true;
  for (const { promise, most } of all) {
    if (dearest.length === told && dearest.at(-1)!.points >= most) break;
    if (tools.cancelled() || (tools.clock() > until && estimated >= told)) {
      complete = false;
      break;
    }
    const points = estimator.estimate(promise);
    tools.progress({ done: ++estimated, total });
    if (points === null || points <= 0) continue;
    dearest = [...dearest, { promise, points }].toSorted((a, b) => b.points - a.points).slice(0, told);
  }
  const next = all[estimated]?.most ?? 0;
  return {
    dearest,
    counted: all.length,
    estimated,
    othersAtMost: next === Infinity ? null : Math.round(next),
    done: all.length,
    total,
    complete,
  };
}

function told(
  promise: DayPromise,
  estimate: number,
  base: Solved,
  again: Solved | null,
  language: Language,
): PricedPromise {
  const known = { kind: promise.kind, of: promise.of };
  const one =
    again === null
      ? ({ ...known, points: estimate, basis: "estimate", travelSeconds: null, parts: null } as const)
      : ({
          ...known,
          points: Math.max(0, base.cost - again.cost),
          basis: "measured",
          travelSeconds: base.parts.travel - again.parts.travel,
          parts: savedParts(base, again),
        } as const);
  return { ...one, said: saidOf(one, language) };
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
