/** A day solved at once in a thread of its own, for answers that somebody waits for. */
import type { Verdict } from "../checker/index.js";
import type { Plan } from "../contracts/index.js";
import type { DaySolver } from "../planning/life/ports.js";
import { JobFailure } from "./failure.js";
import { solveParallel } from "./solveParallel.js";

export function threadDaySolver(): DaySolver {
  return {
    async solve(problem, wish) {
      try {
        const result = await solveParallel({ problem }, wish);
        return {
          ok: true,
          plan: JSON.parse(result.plan) as Plan,
          verdict: JSON.parse(result.verdict) as Verdict,
        };
      } catch (error) {
        if (error instanceof JobFailure) return { ok: false, error: error.error };
        throw error;
      }
    },
  };
}
