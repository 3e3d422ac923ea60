/** Why visits stand as they do, from the problem and a finished plan, in ids and sentences. */
import { checkPlan, type Language } from "../../checker/index.js";
import type { Plan, Problem } from "../../contracts/index.js";
import { Explainer } from "../../../solver/index.js";
import { compileProblem } from "../compile.js";
import { fromPlan } from "../fromPlan.js";
import { type VisitView, VisitViewer } from "./visitView.js";
import { type Said, sayIn } from "./words.js";

export interface ExplanationView {
  readonly valid: boolean;
  /** As the checker counts. */
  readonly cost: number;
  readonly visits: readonly VisitView[];
  /** Visits that break a rule where the plan has them; they were left out of the plan explained. */
  readonly droppedVisitIds: readonly string[];
  /** Said where time ran out before every visit was told in full. */
  readonly cut: Said | null;
}

export interface ExplainPlanOptions {
  readonly language: Language;
  /** One visit only; it must be unserved, bought or late. */
  readonly visitId?: string;
  /** Seconds so far; past `deepSeconds` visits are explained without conflict. Absent: never. */
  readonly clock?: () => number;
  readonly deepSeconds?: number;
  /** True: what is left is explained without conflict. */
  readonly cancelled?: () => boolean;
  /** Visits explained so far, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** The visit asked for is unknown, or served in time. */
export class NothingToExplain extends Error {
  override readonly name = "NothingToExplain";
  /** Of the API's catalogue of errors. */
  readonly code: "visit-unknown" | "visit-served";
  readonly todo: string = "Name a visit that the plan leaves out, buys or starts late.";
  constructor(
    readonly why: "unknown" | "served",
    readonly visitId: string,
  ) {
    super(
      why === "unknown"
        ? `the problem has no visit ${visitId}`
        : `visit ${visitId} is served in time: there is nothing to explain`,
    );
    this.code = `visit-${why}`;
  }
}

/**
 * @throws NothingToExplain if `visitId` is unknown or served in time
 * @throws CompileError if a used mode has no travel times
 */
export function explainPlan(problem: Problem, plan: Plan, options: ExplainPlanOptions): ExplanationView {
  const compiled = compileProblem(problem);
  const { data, origin } = compiled;
  const explainer = new Explainer(data, fromPlan(problem, data, origin, plan));
  const verdict = checkPlan(problem, plan);
  const view = new VisitViewer(problem, compiled, plan, options.language);
  let wanted: readonly number[];
  if (options.visitId === undefined) {
    // What is left out matters most: it gets the time there is.
    const rank = { unserved: 0, bought: 1, late: 2, served: 3 };
    wanted = explainer
      .open()
      .toSorted((a, b) => rank[explainer.standing(a)] - rank[explainer.standing(b)] || a - b);
  } else {
    const visit = data.visits.findIndex(({ id }) => id === options.visitId);
    if (visit < 0) throw new NothingToExplain("unknown", options.visitId);
    if (explainer.standing(visit) === "served") throw new NothingToExplain("served", options.visitId);
    wanted = [visit];
  }
  const over = (): boolean =>
    options.cancelled?.() === true || (options.clock?.() ?? 0) >= (options.deepSeconds ?? Infinity);
  // What is quick first, of all of them; then in depth as far as time reaches.
  const quick = wanted.map((v) => view.visit(explainer.explain(v, { deep: false })));
  const visits = quick.map((told, i) => {
    options.onProgress?.(i, wanted.length);
    return told.complete || over() ? told : view.visit(explainer.explain(wanted[i]!, { over }));
  });
  const untold = visits.filter(({ complete }) => !complete).length;
  return {
    valid: verdict.valid,
    cost: verdict.cost.total,
    visits,
    droppedVisitIds: explainer.dropped.map((v) => data.visits[v]!.id),
    cut:
      untold === 0 || options.deepSeconds === 0
        ? null
        : sayIn(options.language)("explain-cut", { untold, visits: visits.length }),
  };
}
