// A solving thread that shares days out among the threads of a run however small they are.
import { solve } from "../../../../dist/solver/index.js";
import { runSolveWorker } from "../../../../dist/src/jobs/solveWorkerRun.js";

await runSolveWorker((data, options) =>
  solve(data, { ...options, tuning: { sharedFrom: 0, partRoutes: 2, huntEvery: 50, huntSteps: 80 } }),
);
