/** Linear programming engines behind the optimiser's door. */
import type { LpEngine } from "../../solver/lp/engine.js";
import { createJavascriptLpSolver } from "./javascriptLpSolver.js";

export { createJavascriptLpSolver } from "./javascriptLpSolver.js";

/** The engine used unless told otherwise: javascript-lp-solver, for the timing of coupled routes. */
export function createLpEngine(): LpEngine {
  return createJavascriptLpSolver();
}
