/** Bounds of days side by side: the instant relaxation, and column generation three ways. */
import { basename, dirname } from "node:path";
import type { Command } from "commander";
import { createBound, type BoundResult, type GenerationSettings } from "../../solver/columns/index.js";
import type { ProblemData } from "../../solver/index.js";
import type { MasterEngine } from "../../solver/lp/master.js";
import { highsMasterEngine } from "../../src/lp/highsMaster.js";
import { javascriptMasterEngine } from "../../src/lp/javascriptMaster.js";
import { compileProblem } from "../../src/planning/compile.js";
import { bestKnownOfDay, bestPublished } from "../support/bestKnown.js";
import { convertHhcrsp } from "../hhcrsp/convert.js";
import { isHhcrsp, readHhcrsp } from "../hhcrsp/instance.js";
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
      "lower bounds of days and of published home-care instances: instant relaxation, linear program without and with ng-neighbourhoods, and with javascript-lp-solver as master",
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
  const { day, data, unit, best } = subjectOf(path);
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
  const told = (points: number): number => Math.floor((1000 * points) / unit) / 1000;
  const lowerBound = told(result.lowerBound);
  return {
    day,
    method,
    lowerBound,
    unservedAtLeast: result.unservedAtLeast,
    restLowerBound: told(result.restLowerBound),
    bestKnown: best ?? null,
    gapPercent: best === undefined ? null : Math.round((10_000 * (best - lowerBound)) / best) / 100,
    complete: result.complete,
    rounds,
    seconds: Math.round(100 * clock()) / 100,
    limit: method === "instant" ? null : seconds,
    ...circumstances(),
  };
}

/** What is bounded. */
interface Subject {
  readonly day: string;
  readonly data: ProblemData;
  /** Points in one unit of the cost that is told. */
  readonly unit: number;
  /** Lowest known cost, in that unit. */
  readonly best: number | undefined;
}

/** A day, or a published home-care instance by its published cost. */
function subjectOf(path: string): Subject {
  const day = nameOf(path);
  if (!isHhcrsp(path)) {
    const { data } = compileProblem(readProblemFile(path));
    return { day, data, unit: 1, best: bestKnownOfDay(day) };
  }
  const { data, scale } = convertHhcrsp(readHhcrsp(path));
  return { day, data, unit: 3 * scale, best: bestPublished(basename(dirname(path)), day) };
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
