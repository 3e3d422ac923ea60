/**
 * How long the API takes to answer while planning jobs use all cores: the server is a process
 * of its own, the calls come over real sockets at a steady pace, one after another per route mix.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Command } from "commander";
import { positive, whole } from "./commands/arguments.js";
import { circumstances } from "./support/measured.js";
import { ROOT, SHARED } from "./support/paths.js";

const DAY = path.join(SHARED, "data/days/porto-240.json.gz");
/** The figure to hold, milliseconds. */
const LIMIT = 50;

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly milliseconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** From the first byte sent to the last one received. */
function call(url: string, method = "GET", body?: Buffer, type = "application/json"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const headers = body === undefined ? {} : { "content-type": type, "content-length": body.byteLength };
    const request = httpRequest(url, { method, headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(parts).toString("utf8"),
          milliseconds: performance.now() - began,
        }),
      );
    });
    request.on("error", reject);
    request.end(body);
  });
}

async function expectJson<T>(answer: Promise<Answer>, status: number): Promise<T> {
  const { status: got, body } = await answer;
  if (got !== status) throw new Error(`expected ${status}, got ${got}: ${body.slice(0, 300)}`);
  return JSON.parse(body) as T;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

interface Job {
  readonly id: string;
  readonly state: string;
  readonly planId: string | null;
}

async function untilState(url: string, id: string, state: string): Promise<Job> {
  for (;;) {
    const job = await expectJson<Job>(call(`${url}/jobs/${id}`), 200);
    if (job.state === state) return job;
    if (job.state === "failed") throw new Error(`job ${id} failed`);
    await pause(50);
  }
}

interface Figures {
  readonly calls: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

function figures(times: readonly number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  // The smallest value that at least this share of the calls did not exceed.
  const at = (share: number): number =>
    Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]! * 10) / 10;
  return { calls: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

interface Options {
  readonly seconds: number;
  readonly every: number;
  readonly jobs: number;
  readonly day: string;
}

/** The calls to make, in turn, and how often the import comes among them. */
function routes(
  url: string,
  ids: { problem: string; plan: string; job: string; nurse: string; date: string },
) {
  return {
    health: `${url}/health`,
    plan: `${url}/plans/${ids.plan}`,
    visits: `${url}/nurses/${ids.nurse}/visits?date=${ids.date}`,
    job: `${url}/jobs/${ids.job}`,
    problem: `${url}/problems/${ids.problem}`,
    routes: `${url}/plans/${ids.plan}/routes`,
  };
}

/** Every so many rounds of all routes a day is imported. */
const IMPORT_EVERY = 10;

async function measure(url: string, options: Options): Promise<Record<string, Figures>> {
  const document = readFileSync(options.day);
  const importDay = () => call(`${url}/problems`, "POST", document, "application/gzip");
  const problem = await expectJson<{ id: string; firstDate: string }>(importDay(), 201);
  const start = (body: object): Promise<Job> =>
    expectJson<Job>(
      call(`${url}/problems/${problem.id}/jobs`, "POST", Buffer.from(JSON.stringify(body))),
      202,
    );
  const first = await start({ seconds: 2 });
  const { planId } = await untilState(url, first.id, "done");
  const plan = await expectJson<{ routes: { nurseId: string }[] }>(
    call(`${url}/plans/${planId}/routes`),
    200,
  );
  const jobs: Job[] = [];
  for (let index = 0; index < options.jobs; index++) {
    jobs.push(await start({ seconds: options.seconds + 60, seed: index + 1 }));
  }
  for (const job of jobs) await untilState(url, job.id, "running");
  // Threads load their code and build their first plans now; that is part of "while jobs solve".
  const urls = routes(url, {
    problem: problem.id,
    plan: planId!,
    job: jobs[0]?.id ?? first.id,
    nurse: plan.routes[0]!.nurseId,
    date: problem.firstDate,
  });
  const times: Record<string, number[]> = { all: [] };
  const note = (name: string, { status, milliseconds, body }: Answer): void => {
    if (status >= 300) throw new Error(`${name}: ${status} ${body.slice(0, 200)}`);
    (times[name] ??= []).push(milliseconds);
    times["all"]!.push(milliseconds);
  };
  const until = performance.now() + options.seconds * 1000;
  for (let round = 0; performance.now() < until; round++) {
    for (const [name, address] of Object.entries(urls)) {
      note(name, await call(address));
      await pause(options.every);
    }
    if (round % IMPORT_EVERY !== IMPORT_EVERY - 1) continue;
    // What others wait for while a day is read: a call right behind the import.
    const reading = importDay();
    note("healthDuringImport", await call(urls.health));
    note("import", await reading);
  }
  for (const job of jobs) {
    const state = await expectJson<Job>(call(urls.job.replace(jobs[0]!.id, job.id)), 200);
    if (state.state !== "running") throw new Error(`job ${job.id} was ${state.state} before the end`);
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, figures(list)]));
}

async function run(options: Options): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "kotikierros-bench-"));
  const script = path.join(ROOT, "dist/bench/api-latency-server.js");
  const server = spawn(
    process.execPath,
    [script, path.join(folder, "bench.sqlite"), String(options.jobs || 1)],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  try {
    const [line] = (await once(server.stdout, "data")) as [Buffer];
    const measured = await measure(line.toString("utf8").trim(), options);
    const { p99 } = measured["all"]!;
    const result = {
      what: "milliseconds to answer",
      day: path.basename(options.day),
      jobsSolving: options.jobs,
      secondsMeasured: options.seconds,
      limitP99: LIMIT,
      held: p99 <= LIMIT,
      ...measured,
      ...circumstances(),
    };
    process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
    if (!result.held) process.exitCode = 1;
  } finally {
    agent.destroy();
    server.stdin.end();
    server.kill();
    await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}

export function addApiLatency(program: Command): void {
  program
    .command("api-latency")
    .description("milliseconds the API takes to answer while jobs solve; exit 1 if p99 is above 50")
    .option("--seconds <n>", "how long to measure", positive, 20)
    .option("--every <ms>", "pause between two calls", whole(0, 1000), 5)
    .option("--jobs <n>", "jobs that solve meanwhile", whole(0, 8), 2)
    .option("--day <file>", "problem to plan and to import", DAY)
    .action(run);
}
