/**
 * How fast the board is with a large day, in a real browser: first useful paint, work of the main thread per
 * frame while scrolling and dragging, and how long a drop takes until its new times are on the screen.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Command } from "commander";
import { type Browser, chromium } from "playwright-core";
import { createLogger } from "../src/api/index.js";
import { startServer } from "../src/api/server.js";
import { BoardPage } from "./board/page.js";
import { whole } from "./commands/arguments.js";
import { generateDay } from "./generate/index.js";
import { circumstances } from "./support/measured.js";
import { ROOT } from "./support/paths.js";

const DATE = "2026-11-23";
/** The figures to hold, milliseconds. */
const LIMITS = { paint: 2_000, frame: 16, drop: 200 } as const;

interface Options {
  readonly visits: number;
  readonly nurses: number;
  readonly dropVisits: number;
  readonly iterations: number;
  readonly drops: number;
  readonly chromium: string;
}

async function ask<T>(url: string, body?: object | Uint8Array<ArrayBuffer>): Promise<T> {
  const raw = body instanceof Uint8Array;
  const answer = await fetch(url, {
    ...(body === undefined ? {} : { method: "POST" }),
    headers: { "content-type": raw ? "application/gzip" : "application/json" },
    ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text.slice(0, 2000)}`);
  return JSON.parse(text) as T;
}

/** Generates a day, imports it and plans it briefly; the plan's id. */
async function plannedDay(url: string, visits: number, nurses: number, iterations: number): Promise<string> {
  const day = generateDay({ visits, seed: 1, visitsPerNurse: visits / nurses, date: DATE });
  const packed = new Uint8Array(gzipSync(JSON.stringify(day)));
  const { id } = await ask<{ id: string }>(`${url}/problems`, packed);
  const job = await ask<{ id: string }>(`${url}/problems/${id}/jobs`, { iterations, threads: 1 });
  for (;;) {
    const now = await ask<{ state: string; planId: string | null }>(`${url}/jobs/${job.id}`);
    if (now.state === "failed") throw new Error(`job ${job.id} failed`);
    if (now.planId !== null) return now.planId;
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  }
}

/** @returns the share at most of values, rounded to tenths */
export function spread(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round((sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN) * 10) / 10;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

async function measureLarge(browser: Browser, url: string, options: Options) {
  const planId = await plannedDay(url, options.visits, options.nurses, options.iterations);
  const first = await BoardPage.open(browser, url, DATE, planId);
  await first.close();
  // The first call reads the version; people come back to a day that the server knows.
  const page = await BoardPage.open(browser, url, DATE, planId);
  try {
    const scroll = await page.traced(async () => page.scroll(3));
    const drag = await page.traced(async () => page.drag(240));
    return {
      planId,
      visits: options.visits,
      nurses: options.nurses,
      firstOpening: Math.round(first.paint),
      paint: Math.round(page.paint),
      scroll: spread(scroll),
      drag: spread(drag),
    };
  } finally {
    await page.close();
  }
}

async function measureDrop(browser: Browser, url: string, options: Options) {
  const nurses = Math.ceil(options.dropVisits / 9.6);
  const planId = await plannedDay(url, options.dropVisits, nurses, options.iterations);
  const page = await BoardPage.open(browser, url, DATE, planId);
  try {
    const times: number[] = [];
    for (let i = 0; i < options.drops; i += 1) times.push(await page.drop(i));
    return { visits: options.dropVisits, ...spread(times) };
  } finally {
    await page.close();
  }
}

async function measure(options: Options): Promise<void> {
  if (!existsSync(path.join(ROOT, "dist", "www", "board", "index.html")))
    throw new Error("dist/www is missing: run `npm run web`");
  const folder = mkdtempSync(path.join(tmpdir(), "kotikierros-board-speed-"));
  const server = await startServer({
    port: 0,
    database: path.join(folder, "speed.sqlite"),
    logger: createLogger({ write: () => undefined }),
    // As `serve` does: first edits are as quick as later ones.
    rehearse: true,
  });
  const browser = await chromium.launch({
    executablePath: options.chromium,
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
  try {
    await server.rehearsed;
    const large = await measureLarge(browser, server.url, options);
    const drop = await measureDrop(browser, server.url, options);
    const { paint, scroll, drag } = large;
    console.log(
      `${large.visits} visits, ${large.nurses} nurses: first useful paint ${paint} ms, limit ${LIMITS.paint}`,
    );
    for (const [name, { p50, p95, max, count }] of Object.entries({ scroll, drag })) {
      console.log(
        `${name}: ${p50} / ${p95} / ${max} ms of the main thread a frame (p50 / p95 / max of ${count}), limit ${LIMITS.frame}`,
      );
    }
    console.log(
      `drop to new times at ${drop.visits} visits: ${drop.p50} / ${drop.p95} / ${drop.max} ms (p50 / p95 / max of ${drop.count}), limit ${LIMITS.drop}`,
    );
    console.log(JSON.stringify({ ...large, drop, ...circumstances() }));
    const held =
      paint <= LIMITS.paint &&
      scroll.p95 <= LIMITS.frame &&
      drag.p95 <= LIMITS.frame &&
      drop.p95 <= LIMITS.drop;
    if (!held) process.exitCode = 1;
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export function addBoardSpeed(program: Command): void {
  program
    .command("board-speed")
    .description(
      "the board in a browser: first useful paint, work per frame while scrolling and dragging, drops",
    )
    .option("--visits <number>", "visits of the large day", whole(1, 10_000), 1000)
    .option("--nurses <number>", "nurses of the large day", whole(1, 1_000), 120)
    .option("--drop-visits <number>", "visits of the day whose drops are timed", whole(10, 10_000), 240)
    .option("--iterations <number>", "planning of either day", whole(1, 100_000), 50)
    .option("--drops <number>", "visits moved", whole(1, 200), 20)
    .option("--chromium <file>", "the browser", process.env["CHROMIUM"] ?? "/usr/bin/chromium")
    .action(measure);
}
