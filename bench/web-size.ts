/** How large the phone's first load is, and how long it takes on a slow network and a slow phone. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Command } from "commander";
import { type Browser, chromium } from "playwright-core";
import { createLogger } from "../src/api/index.js";
import { startServer } from "../src/api/server.js";
import { whole } from "./commands/arguments.js";
import { circumstances } from "./support/measured.js";
import { ROOT } from "./support/paths.js";

const APP = path.join(ROOT, "dist", "www", "phone");
/** The figures to hold. */
const LIMITS = { scriptBytes: 150_000, paintMilliseconds: 2_000 } as const;
/** A slow mobile network, and a phone a quarter as fast as this machine. */
const SLOW = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000, offline: false } as const;
const CPU_RATE = 4;

interface Options {
  readonly runs: number;
  readonly chromium: string;
}

interface FileSize {
  readonly file: string;
  readonly bytes: number;
  /** As the server sends it, gzip. */
  readonly gzip: number;
}

/** Files that the page names, and the page itself. */
function firstLoad(): FileSize[] {
  const page = readFileSync(path.join(APP, "index.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)="\/phone\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file!);
  return ["index.html", ...named].map((file) => {
    const bytes = readFileSync(path.join(APP, file));
    return { file, bytes: bytes.byteLength, gzip: gzipSync(bytes, { level: 9 }).byteLength };
  });
}

/** Milliseconds until a first visit has painted, and until its form can be used. */
async function visit(browser: Browser, url: string): Promise<{ paint: number; usable: number }> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_RATE });
  const begun = performance.now();
  await page.goto(`${url}/phone/`);
  await page.waitForSelector("form input");
  const usable = performance.now() - begun;
  const paint = await page.evaluate<number>(
    `performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN`,
  );
  await context.close();
  return { paint, usable };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function measure(options: Options): Promise<void> {
  if (!existsSync(path.join(APP, "index.html"))) throw new Error("dist/www is missing: run `npm run web`");
  const files = firstLoad();
  for (const { file, bytes, gzip } of files) console.log(`${file}: ${bytes} bytes, ${gzip} compressed`);
  const scripts = files.filter(({ file }) => file.endsWith(".js"));
  const script = scripts.reduce((sum, { gzip }) => sum + gzip, 0);
  console.log(`script: ${script} bytes compressed, limit ${LIMITS.scriptBytes}`);

  const folder = mkdtempSync(path.join(tmpdir(), "kotikierros-size-"));
  const server = await startServer({
    port: 0,
    database: path.join(folder, "size.sqlite"),
    logger: createLogger({ write: () => undefined }),
  });
  const browser = await chromium.launch({
    executablePath: options.chromium,
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
  try {
    const visits = [];
    for (let run = 0; run < options.runs; run += 1) visits.push(await visit(browser, server.url));
    const paint = Math.round(median(visits.map((one) => one.paint)));
    const usable = Math.round(median(visits.map((one) => one.usable)));
    console.log(
      `first paint ${paint} ms, usable ${usable} ms (median of ${options.runs}; 1.6 Mbit/s, ${SLOW.latency} ms, processor ${CPU_RATE} times slower), limit ${LIMITS.paintMilliseconds}`,
    );
    console.log(JSON.stringify({ script, paint, usable, runs: options.runs, ...circumstances() }));
    const held = script <= LIMITS.scriptBytes && usable <= LIMITS.paintMilliseconds;
    if (!held) process.exitCode = 1;
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export function addWebSize(program: Command): void {
  program
    .command("web-size")
    .description("the phone's first load: compressed size, and time on a slow network and a slow phone")
    .option("--runs <number>", "visits", whole(1, 99), 5)
    .option("--chromium <file>", "the browser", process.env["CHROMIUM"] ?? "/usr/bin/chromium")
    .action(measure);
}
