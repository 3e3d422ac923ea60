/** Entry of a solving thread. */
import { runSolveWorker } from "./solveWorkerRun.js";

await runSolveWorker();
