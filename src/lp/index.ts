/** Linear programming engines behind the optimiser's door. */
import type { LpEngine } from "../../solver/lp/engine.js";
import { createJavascriptLpSolver } from "./javascriptLpSolver.js";

export { createJavascriptLpSolver } from "./javascriptLpSolver.js";

/** The engine used unless told otherwise: javascript-lp-solver, for the timing of coupled routes. */
export function createLpEngine(): LpEngine {
  return createJavascriptLpSolver();
}

/** The engine that chooses among routes: HiGHS. Loading takes about a tenth of a second. */
export async function loadMipEngine(): Promise<LpEngine> {
  const { highsLpEngine } = await import("./highsLp.js");
  return highsLpEngine();
}
