/** How cost of work grows with the day: generated days of 25 to 4,000 visits. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { generateDay } from "../generate/index.js";
import { run } from "../support/cliRun.js";
import { engineHash } from "../support/engineHash.js";
import { appendLine, writeText } from "../support/files.js";
import { circumstances } from "../support/measured.js";
import { RESULTS } from "../support/paths.js";
import { numbers, positive, whole } from "./arguments.js";
import type { AnytimeLine } from "./anytime.js";

interface GrowthArguments {
  sizes: number[];
  seconds: number;
  seed: number;
  threads: number;
  plain?: true;
  record: boolean;
}

export function addGrowth(program: Command): void {
  program
    .command("growth")
    .description("first plan, iterations a second and memory on generated days of growing size")
    .option("--sizes <list>", "visits", numbers, [25, 50, 100, 200, 400, 800, 1600, 2000, 4000])
    .option("--seconds <s>", "for each size", positive, 20)
    .option("--seed <n>", "of the days and of the runs", whole(0, 2 ** 31 - 1), 1)
    .option("--threads <n>", "worker threads", whole(1, 64), 1)
    .option("--plain", "plain days")
    .option("--no-record", "print only")
    .action(async (given: GrowthArguments) => {
      const folder = mkdtempSync(join(tmpdir(), "kotikierros-growth-"));
      try {
        for (const visits of given.sizes) await grow(visits, folder, given);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
}

/** Each size in a process of its own, so that its memory is its own. */
async function grow(visits: number, folder: string, given: GrowthArguments): Promise<void> {
  const plain = given.plain ?? false;
  const path = join(folder, `city-${visits}${plain ? "-plain" : ""}-seed${given.seed}.json`);
  writeText(path, JSON.stringify(generateDay({ visits, seed: given.seed, plain })));
  const main = fileURLToPath(new URL("../main.js", import.meta.url));
  const limits = ["--seconds", String(given.seconds), "--seed", String(given.seed)];
  const around = circumstances();
  const { stdout } = await run(process.execPath, [
    main,
    "anytime",
    path,
    ...limits,
    "--threads",
    String(given.threads),
  ]);
  const line = { ...(JSON.parse(stdout) as AnytimeLine), engine: engineHash(), ...around };
  if (given.record) appendLine(join(RESULTS, "growth.jsonl"), line);
  console.log(JSON.stringify(line));
}
