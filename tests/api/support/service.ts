/** The whole service on a database of its own, without a port unless one is asked for. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { buildApp, createLogger } from "../../../src/api/index.js";
import { demoLoader } from "../../../src/api/demoServer.js";
import { builtWeb } from "../../../src/api/plugins/web.js";
import type { Plan, Problem } from "../../../src/contracts/index.js";
import {
  JobQueue,
  type JobQueueDeps,
  solveParallel,
  threadDaySolver,
  ThreadStudies,
  ThreadDocumentReader,
} from "../../../src/jobs/index.js";
import type { TravelFiller } from "../../../src/planning/alarms/index.js";
import { type OpenDatabase, openDatabase } from "../../../src/persistence/index.js";
import { type OsrmModeConfig, RoadLines } from "../../../src/travel/index.js";
import { checkPlan } from "../../../src/checker/index.js";

/** When the demo organisation is loaded: the Sunday before the recorded day. */
export const DEMO_NOW = new Date("2026-11-22T10:00:00Z");

export const FAKE_SOLVER = new URL("./workers/fakeSolver.mjs", import.meta.url);

/** A folder that is removed by the returned function. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), "kotikierros-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Service {
  readonly app: FastifyInstance;
  readonly queue: JobQueue;
  readonly database: OpenDatabase;
  /** Every line of the log so far. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

export interface ServiceOptions extends Partial<
  Pick<JobQueueDeps, "maxRunning" | "maxAttempts" | "stopGrace" | "fill">
> {
  readonly file: string;
  /** Solve with the fake of `fakeSolver.mjs`. Default: the real optimiser. */
  readonly fake?: boolean;
  readonly heartbeat?: number;
  readonly problemBodyLimit?: number;
  /** Fills in ways to a place that a day's problem does not have. */
  readonly travel?: TravelFiller;
  /** With accounts. Default: everybody is the local administrator. */
  readonly signIn?: boolean;
  /** Road servers by mode, for lines on maps. */
  readonly roads?: Readonly<Record<string, OsrmModeConfig>>;
  /** The clock of what depends on one, epoch milliseconds. Default: this machine's. */
  readonly now?: () => number;
  /** Folders with street maps. */
  readonly maps?: readonly string[];
  /** Serve the built screens too. */
  readonly web?: boolean;
}

export async function startService(options: ServiceOptions): Promise<Service> {
  const { roads, file, fake, heartbeat, problemBodyLimit, signIn, now, web, maps, travel, ...queueOptions } =
    options;
  const log: string[] = [];
  const logger = createLogger({ write: (line: string) => void log.push(line) });
  const database = await openDatabase(file);
  const reader = new ThreadDocumentReader();
  const queue = new JobQueue({
    jobs: database.jobs,
    plans: database.plans,
    problems: database.problems,
    solve: (input, run) => solveParallel(input, { ...run, ...(fake === true ? { entry: FAKE_SOLVER } : {}) }),
    log: (event, facts) => logger.info(facts, event),
    bounds: { runner: new ThreadStudies(), store: database.bounds },
    ...queueOptions,
  });
  const screens = web === true ? builtWeb() : undefined;
  const app = await buildApp({
    ...database,
    ...(maps === undefined ? {} : { maps: { folders: maps } }),
    ...(screens === undefined ? {} : { web: screens }),
    days: { store: database.dayList },
    generation: { ...database.generation, ...demoLoader(database, () => DEMO_NOW) },
    jobs: queue,
    solver: threadDaySolver(),
    ...(travel === undefined ? {} : { alarms: { travel } }),
    study: {
      runner: new ThreadStudies(),
      bounds: database.bounds,
      ways: new RoadLines({ osrm: roads ?? {}, cache: database.lines }),
    },
    reader,
    logger,
    version: "1.2.3",
    ...(signIn === true ? { signIn: database.accounts } : {}),
    ...(now === undefined ? {} : { now }),
    ...(heartbeat === undefined ? {} : { heartbeat }),
    ...(problemBodyLimit === undefined ? {} : { problemBodyLimit }),
  });
  await queue.start();
  return {
    app,
    queue,
    database,
    log,
    async close() {
      await app.close();
      await queue.close();
      await reader.close();
      await database.close();
    },
  };
}

/** Imports a problem and returns its id. */
export async function importProblem(app: FastifyInstance, problem: unknown): Promise<string> {
  const answer = await app.inject({ method: "POST", url: "/problems", payload: problem as object });
  if (answer.statusCode !== 201) throw new Error(`import: ${answer.statusCode} ${answer.body}`);
  return answer.json<{ id: string }>().id;
}

export interface JobView {
  id: string;
  state: string;
  planId: string | null;
  error: { code: string; message: string; todo: string } | null;
  progress: { iteration: number; bestCost: number; unserved: number } | null;
  attempts: number;
}

export async function startJob(app: FastifyInstance, problemId: string, options: object): Promise<JobView> {
  const answer = await app.inject({ method: "POST", url: `/problems/${problemId}/jobs`, payload: options });
  if (answer.statusCode !== 202) throw new Error(`job: ${answer.statusCode} ${answer.body}`);
  return answer.json<JobView>();
}

/** Waits until the job is in one of the states; fails after two minutes. */
/** The application, or somebody signed in to it. */
interface Asked {
  inject(url: string): PromiseLike<LightMyRequestResponse>;
}

export async function untilState(app: Asked, id: string, ...states: string[]): Promise<JobView> {
  const until = Date.now() + 120_000;
  for (;;) {
    const job = (await app.inject(`/jobs/${id}`)).json<JobView>();
    if (states.includes(job.state)) return job;
    if (Date.now() > until) throw new Error(`job is ${job.state}, not ${states.join(" or ")}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

export const ENDED = ["done", "cancelled", "failed"];

/** An answer that must be problem+json of this code, with everything that belongs to it. */
export function problemOf(answer: LightMyRequestResponse): Record<string, unknown> & { code: string } {
  if (!String(answer.headers["content-type"]).startsWith("application/problem+json")) {
    throw new Error(`not problem+json: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
  }
  const body = answer.json<Record<string, unknown> & { code: string }>();
  for (const key of ["type", "title", "status", "detail", "code", "todo", "requestId"]) {
    if (!(key in body)) throw new Error(`${key} is missing in ${answer.body}`);
  }
  if (body["status"] !== answer.statusCode) throw new Error("status in the body is another");
  if (body["type"] !== `/errors/${body.code}`) throw new Error("type does not name the code");
  return body;
}

/** Every plan that a test stores goes through the checker. */
export async function checkStored(database: OpenDatabase, planId: string): Promise<Plan> {
  const stored = await database.plans.find(planId);
  if (stored === null) throw new Error(`plan ${planId} is not stored`);
  const document = await database.problems.findDocument(stored.problemId);
  if (document === null) throw new Error(`problem ${stored.problemId} is not stored`);
  const problem = JSON.parse(gunzipSync(document).toString("utf8")) as Problem;
  const plan = JSON.parse(stored.document) as Plan;
  const verdict = checkPlan(problem, plan);
  if (!verdict.valid) throw new Error(`not valid: ${JSON.stringify(verdict.violations)}`);
  if (JSON.stringify(verdict) !== stored.verdict) throw new Error("the stored verdict is another");
  return plan;
}
