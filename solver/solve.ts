/** One run: model, first plan, search until a limit, times, reasons. */
import type { SolveOptions, SolveResult } from "./index.js";
import { Model } from "./model/model.js";
import type { LpLimits } from "./lp/engine.js";
import type { ProblemData } from "./model/problem.js";
import { MEETINGS } from "./search/elites.js";
import { solveCoupled } from "./search/coupled/solve.js";
import { supportsCoupled } from "./search/coupled/supports.js";
import { choosesRoutes } from "./search/partition.js";
import { judgePins } from "./search/pins/conflict.js";
import { Search } from "./search/search.js";
import { finish } from "./search/finish.js";
import { tuningFor } from "./search/tuning.js";

export function solve(data: ProblemData, options: SolveOptions): SolveResult {
  const clock = options.clock ?? ((): number => 0);
  const seconds = options.clock ? (options.seconds ?? null) : null;
  const iterations = options.iterations ?? null;
  const model = new Model(data);
  if (supportsCoupled(model)) return solveCoupled(model, options);
  const tuning = { ...tuningFor(model), ...options.tuning };
  const mip =
    choosesRoutes(iterations, seconds) && model.visits <= tuning.partitionUpTo ? options.mip : undefined;
  const search = new Search(model, options.seed, tuning, mip !== undefined);
  let reported = clock();
  const report = (): void => {
    reported = clock();
    options.onProgress?.({
      iteration: search.iteration,
      bestCost: search.bestCost,
      unserved: search.bestUnserved,
      seconds: reported,
    });
  };
  search.construct(
    options.start,
    () => options.cancelled?.() === true || (iterations === null && seconds !== null && clock() >= seconds),
    report,
  );
  if (search.pinnedOutside().length > 0) {
    const verdict = judgePins(model);
    if (verdict.kind === "conflict")
      return { kind: "pins-conflict", conflicts: verdict.conflicts, proved: true };
    if (verdict.kind === "held") search.startFromPins(verdict.plan);
  }
  const begun = clock();
  const span = seconds === null ? 0 : Math.max(1e-3, seconds - begun);
  let stoppedBy: "iterations" | "seconds" | "cancelled" | "done" = "done";
  /** Sets `stoppedBy` once a limit is reached. */
  const ended = (): boolean => {
    if (iterations !== null && search.iteration >= iterations) stoppedBy = "iterations";
    else if (options.cancelled?.()) stoppedBy = "cancelled";
    else if (seconds !== null && clock() >= seconds) stoppedBy = "seconds";
    else return false;
    return true;
  };
  const idle = model.visits === 0 || model.shiftCount === 0;
  /** Share of the run that is over. With a work limit the clock decides nothing, so that the plan is the same anywhere. */
  const progress = (): number => {
    if (iterations !== null) return search.iteration / iterations;
    return seconds === null ? 0.5 : (clock() - begun) / span;
  };
  /** Within which the next partition must end. */
  const partitionLimits = (): LpLimits =>
    iterations !== null || seconds === null
      ? { work: tuning.partitionNodes }
      : { seconds: Math.max(0.05, Math.min(seconds - clock(), span * tuning.partitionShare)) };
  let partitions = 0;
  let round = 0;
  const meetingDue = (): boolean =>
    options.exchange !== undefined && round < MEETINGS && progress() >= (round + 1) / (MEETINGS + 1);
  /** Threads that share a day out come to meetings together. */
  const huntEnds = search.shares ? (): boolean => ended() || meetingDue() : ended;
  while (!ended()) {
    if (idle) break;
    const now = progress();
    if (options.exchange && meetingDue()) search.meet(options.exchange, round++);
    let better = false;
    if (mip && now >= (tuning.partitionAt[partitions] ?? 2)) {
      partitions++;
      better = search.partition(mip, partitionLimits());
    } else if (search.huntDue()) {
      better = search.hunt(tuning.huntSteps, huntEnds);
      if (better) search.heat(Math.min(1, progress()));
    } else better = search.step(Math.min(1, now));
    if (better || clock() - reported > 0.5) report();
  }
  if (options.exchange && search.shares) search.meet(options.exchange, round);
  report();
  const left = search.pinnedOutside();
  if (left.length > 0)
    return {
      kind: "pins-conflict",
      conflicts: [{ visits: left, facts: [], provider: null, smallest: false }],
      proved: false,
    };
  const changed = search.changedPastLimit();
  if (changed > 0) return { kind: "limits-conflict", changedClients: changed, allowed: model.changedLimit };
  search.end();
  const { solution, saved } = finish(model, search.best, options.lp);
  return {
    kind: "solved",
    solution,
    cost: Math.round(search.bestCost - saved),
    iterations: search.iteration,
    stoppedBy,
  };
}
