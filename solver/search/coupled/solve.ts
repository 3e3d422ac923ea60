/** One run of the search of coupled services: first plan, then search until a limit. */
import type { SolveOptions, SolveResult } from "../../index.js";
import type { Model } from "../../model/model.js";
import { MEETINGS } from "../elites.js";
import { Rounds } from "./rounds.js";
import { CoupledSearch } from "./search.js";
import { COUPLED_TUNING } from "./tuning.js";

export function solveCoupled(model: Model, options: SolveOptions): SolveResult {
  const clock = options.clock ?? ((): number => 0);
  const seconds = options.clock ? (options.seconds ?? null) : null;
  const iterations = options.iterations ?? null;
  const search = new CoupledSearch(model, options.seed);
  search.construct(options.start);
  const begun = clock();
  const span = seconds === null ? 0 : Math.max(1e-3, seconds - begun);
  let reported = begun;
  const report = (): void => {
    reported = clock();
    options.onProgress?.({
      iteration: search.iteration,
      bestCost: search.bestCost,
      unserved: search.bestUnserved(),
      seconds: reported,
    });
  };
  report();
  const rounds = new Rounds(COUPLED_TUNING, model.visits, options.exchange?.thread ?? 0, iterations);
  let meeting = 0;
  let stoppedBy: "iterations" | "seconds" | "cancelled" | "done" = "done";
  while (model.visits > 0 && model.shiftCount > 0) {
    if (iterations !== null && search.iteration >= iterations) {
      stoppedBy = "iterations";
      break;
    }
    if (options.cancelled?.()) {
      stoppedBy = "cancelled";
      break;
    }
    const now = clock();
    if (seconds !== null && now >= seconds) {
      stoppedBy = "seconds";
      break;
    }
    // With a work limit the clock decides nothing, so that the plan is the same anywhere.
    const progress =
      iterations !== null ? search.iteration / iterations : seconds !== null ? (now - begun) / span : 0.5;
    const begin = rounds.update(progress, search.iteration);
    if (begin === "anew") search.beginAnew();
    else if (begin === "best") search.beginAtBest();
    if (options.exchange && meeting < MEETINGS && progress >= (meeting + 1) / (MEETINGS + 1))
      search.meet(options.exchange, meeting++, rounds.meets);
    if (search.step(rounds.cooled) || now - reported > 0.5) report();
  }
  report();
  return {
    kind: "solved",
    solution: search.solution(),
    cost: Math.round(search.bestCost),
    iterations: search.iteration,
    stoppedBy,
  };
}
