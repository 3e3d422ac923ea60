/** How long hand edits, places and re-plans of one day take over the API, nothing else running. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Command } from "commander";
import { createLogger } from "../src/api/index.js";
import { startServer } from "../src/api/server.js";
import { positive, whole } from "./commands/arguments.js";
import { circumstances } from "./support/measured.js";
import { SHARED } from "./support/paths.js";

const DAY = path.join(SHARED, "data/days/porto-240.json.gz");
/** The figures to hold, milliseconds. */
const LIMITS = { edit: 100, places: 200, replan: 1000 } as const;

interface Options {
  readonly day: string;
  readonly calls: number;
  readonly seconds: number;
}

interface Stop {
  readonly kind: string;
  readonly visitId?: string;
  readonly start: string;
  readonly crewSize?: number;
}

/** Sends JSON and reads JSON; throws what is no success. */
async function ask<T>(url: string, body?: object | Uint8Array): Promise<T> {
  const raw = body instanceof Uint8Array;
  const answer = await fetch(url, {
    ...(body === undefined ? {} : { method: "POST" }),
    headers: { "content-type": raw ? "application/gzip" : "application/json" },
    ...(body === undefined ? {} : { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text.slice(0, 2000)}`);
  return JSON.parse(text) as T;
}

async function planned(url: string, problemId: string, seconds: number): Promise<string> {
  const { id } = await ask<{ id: string }>(`${url}/problems/${problemId}/jobs`, { seconds });
  for (;;) {
    const job = await ask<{ state: string; planId: string | null }>(`${url}/jobs/${id}`);
    if (job.state === "failed") throw new Error(`job ${id} failed`);
    if (job.planId !== null) return job.planId;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}

function figures(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]! * 10) / 10;
  return {
    calls: sorted.length,
    first: Math.round(times[0]! * 10) / 10,
    p50: at(0.5),
    p95: at(0.95),
    max: at(1),
  };
}

async function measure(url: string, options: Options) {
  const { id: problemId } = await ask<{ id: string }>(`${url}/problems`, readFileSync(options.day));
  const planId = await planned(url, problemId, options.seconds);
  const { routes } = await ask<{ routes: { shiftId: string; stops: Stop[] }[] }>(
    `${url}/plans/${planId}/routes`,
  );
  const visits = routes.flatMap(({ stops }) =>
    stops.flatMap((stop) => (stop.kind === "visit" && stop.crewSize === 1 ? [stop.visitId!] : [])),
  );
  const times = { edit: [] as number[], places: [] as number[], replan: [] as number[] };
  const timed = async (name: keyof typeof times, path_: string, body: object): Promise<void> => {
    const began = performance.now();
    await ask(`${url}/plans/${planId}/${path_}`, body);
    times[name].push(performance.now() - began);
  };
  const by = { author: "bench", reason: "bench" };
  const now = routes.flatMap(({ stops }) => stops.map(({ start }) => start)).toSorted()[0]!;
  for (let call = 0; call < options.calls; call++) {
    const visitId = visits[(call * 37) % visits.length]!;
    const { shiftId } = routes[(call * 11) % routes.length]!;
    await timed("edit", "edits", { ...by, edits: [{ kind: "move", visitId, shiftId, position: 0 }] });
    await timed("places", "places", { visit: visitId });
  }
  for (let call = 0; call < Math.min(5, options.calls); call++) {
    const { shiftId } = routes[(call * 11 + 1) % routes.length]!;
    await timed("replan", "replans", { ...by, now, events: [{ kind: "absence", shiftId }] });
  }
  return { edit: figures(times.edit), places: figures(times.places), replan: figures(times.replan) };
}

async function run(options: Options): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "kotikierros-bench-"));
  const logger = createLogger({ write: () => {} });
  const database = path.join(folder, "bench.sqlite");
  const server = await startServer({ port: 0, database, logger, rehearse: true });
  try {
    // As after some seconds of `serve`.
    await server.rehearsed;
    const measured = await measure(server.url, options);
    const held = (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).every(
      (name) => measured[name].p95 <= LIMITS[name],
    );
    const what = "milliseconds to answer, one call after another";
    const result = {
      what,
      day: path.basename(options.day),
      limitsP95: LIMITS,
      held,
      ...measured,
      ...circumstances(),
    };
    process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
    if (!held) process.exitCode = 1;
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export function addLifeLatency(program: Command): void {
  program
    .command("life-latency")
    .description("milliseconds for hand edits, places and re-plans; exit 1 if a p95 is above its limit")
    .option("--day <file>", "problem to plan", DAY)
    .option("--calls <n>", "edits and place searches", whole(1, 10_000), 40)
    .option("--seconds <n>", "how long to plan first", positive, 5)
    .action(run);
}
