/** Entry of a solving thread. */
import { runSolveWorker } from "./solveWorkerRun.js";

runSolveWorker();
