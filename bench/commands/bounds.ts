/** Bounds of days side by side: the instant relaxation, and column generation three ways. */
import type { Command } from "commander";
import { createBound, type BoundResult, type GenerationSettings } from "../../solver/columns/index.js";
import type { MasterEngine } from "../../solver/lp/master.js";
import { highsMasterEngine } from "../../src/lp/highsMaster.js";
import { javascriptMasterEngine } from "../../src/lp/javascriptMaster.js";
import { compileProblem } from "../../src/planning/compile.js";
import { bestKnownOfDay } from "../support/bestKnown.js";
import { nameOf } from "../support/files.js";
import { circumstances } from "../support/measured.js";
import { readProblemFile } from "../support/problemFile.js";
import { listOf, positive } from "./arguments.js";
import { daysIn } from "./days.js";

const METHODS = ["instant", "no-ng", "ng", "ng-javascript"] as const;
type Method = (typeof METHODS)[number];

const NO_NEIGHBOURS: Partial<GenerationSettings> = { firstNeighbours: 0, growNeighbours: false };

interface BoundsArguments {
  seconds: number;
  methods: Method[];
}

export function addBounds(program: Command): void {
  program
    .command("bounds <path...>")
    .description(
      "lower bounds of days: instant relaxation, linear program without and with ng-neighbourhoods, and with javascript-lp-solver as master",
    )
    .option("--seconds <s>", "processor seconds for each", positive, 60)
    .option("--methods <list>", `of ${METHODS.join(", ")}`, listOf(METHODS), [...METHODS])
    .action(async (paths: string[], { seconds, methods }: BoundsArguments) => {
      const masters = { highs: await highsMasterEngine(), javascript: javascriptMasterEngine() };
      for (const path of daysIn(paths)) {
        for (const method of methods) console.log(JSON.stringify(measure(path, method, seconds, masters)));
      }
    });
}

function measure(
  path: string,
  method: Method,
  seconds: number,
  masters: { highs: MasterEngine; javascript: MasterEngine },
) {
  const day = nameOf(path);
  const { data } = compileProblem(readProblemFile(path));
  const clock = processorClock();
  let rounds = 0;
  const result: BoundResult = createBound(data, {
    lp: method === "ng-javascript" ? masters.javascript : masters.highs,
    clock,
    seconds,
    // The relaxation stands before anything is polled.
    cancelled: () => method === "instant",
    onProgress: (_, stage) => (rounds = stage?.round ?? rounds),
    ...(method === "no-ng" ? { settings: NO_NEIGHBOURS } : {}),
  });
  const best = bestKnownOfDay(day);
  return {
    day,
    method,
    lowerBound: result.lowerBound,
    unservedAtLeast: result.unservedAtLeast,
    restLowerBound: result.restLowerBound,
    bestKnown: best ?? null,
    gapPercent: best === undefined ? null : Math.round((10_000 * (best - result.lowerBound)) / best) / 100,
    complete: result.complete,
    rounds,
    seconds: Math.round(100 * clock()) / 100,
    limit: method === "instant" ? null : seconds,
    ...circumstances(),
  };
}

/** Milliseconds. */
const LOOK_EVERY = 20;

/** Seconds of processor time from now on, asked of the system now and then: asking takes long. */
function processorClock(): () => number {
  const began = process.cpuUsage();
  let looked = -Infinity;
  let seconds = 0;
  return () => {
    const now = performance.now();
    if (now - looked >= LOOK_EVERY) {
      looked = now;
      const { user, system } = process.cpuUsage(began);
      seconds = (user + system) / 1e6;
    }
    return seconds;
  };
}
