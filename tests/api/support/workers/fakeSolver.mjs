// A solving thread with an optimiser that does as the seed says, so that tests can see what the
// queue does with every way a run can go. Everything but the optimiser is the real thing.
import { runSolveWorker } from "../../../../dist/src/jobs/solveWorkerRun.js";

/** Every visit unserved: a valid plan of any problem without pins. */
function nothingServed(data, iterations, stoppedBy) {
  const unserved = data.visits.map((_, visit) => ({ visit, reasons: [] }));
  const cost = data.visits.reduce((sum, visit) => sum + visit.unservedCost, 0);
  const solution = { routes: [], bought: [], unserved };
  return { kind: "solved", solution, cost, iterations, stoppedBy };
}

const SECRET = "Aino Virtanen";

runSolveWorker((data, options) => {
  switch (options.seed) {
    case 2: {
      // Until it is told to stop.
      const until = Date.now() + 30_000;
      for (let iteration = 1; Date.now() < until; iteration++) {
        if (options.cancelled()) return nothingServed(data, iteration, "cancelled");
        options.onProgress({
          iteration,
          bestCost: 1000 - Math.min(iteration, 900),
          unserved: 1,
          seconds: options.clock(),
        });
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
      return nothingServed(data, 0, "seconds");
    }
    case 3:
      throw new Error(`no room for ${SECRET}`);
    case 4:
      return process.exit(3);
    case 5: {
      // Never stops, whatever it is told.
      for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
    }
    case 6:
      return { ...nothingServed(data, 1, "done"), solution: { routes: [], bought: [], unserved: [] } };
    case 7:
      return {
        kind: "pins-conflict",
        conflicts: [{ visits: [0], facts: [], provider: null, smallest: true }],
        proved: true,
      };
    default:
      return nothingServed(data, options.iterations ?? 1, "iterations");
  }
});
