/** The results in git as tables: one row for each day, engine and limit, medians over seeds. */
import type { Command } from "commander";
import { bestKnownOfDay, bestPublished } from "../support/bestKnown.js";
import { engineHash } from "../support/engineHash.js";
import { measuredDays, type Measured } from "../support/measured.js";
import { publishedLines, type PublishedLine } from "../support/publishedResults.js";
import { gapPercent, mean, median } from "../support/statistics.js";

export function addReport(program: Command): void {
  program
    .command("report")
    .description("bench/results/days.jsonl as a Markdown table")
    .option("--current", "only the engine as built now")
    .action((given: { current?: true }) => {
      const engine = given.current ? engineHash() : undefined;
      const lines = measuredDays().filter((line) => engine === undefined || line.engine === engine);
      console.log(
        "| day | engine | limit | threads | seeds | median cost | unserved cost | gap % | spread % |",
      );
      console.log("|---|---|---|---|---|---|---|---|---|");
      for (const group of groups(lines)) console.log(row(group));
      reportPublished(engine);
    });
}

/** One row for each set, engine and limit. */
function reportPublished(engine: string | undefined): void {
  const bySet = new Map<string, PublishedLine[]>();
  for (const line of publishedLines()) {
    if (engine !== undefined && line.engine !== engine) continue;
    const limit = line.limit === null ? `${line.limitIterations} iterations` : `${line.limit} s`;
    const key = [line.set, line.engine, limit, line.threads].join(" | ");
    bySet.set(key, [...(bySet.get(key) ?? []), line]);
  }
  console.log("\n| set | engine | limit | threads | instances | mean gap % | equal or better | better |");
  console.log("|---|---|---|---|---|---|---|---|");
  for (const [key, lines] of bySet) {
    const gaps = lines.flatMap((line) => {
      const best = bestPublished(line.set, line.name);
      return best === undefined ? [] : [(100 * (line.cost - best)) / best];
    });
    // Published costs are rounded to three decimals at best.
    const better = gaps.filter((gap) => gap < -1e-3).length;
    const equal = gaps.filter((gap) => gap <= 1e-3).length;
    console.log(`| ${key} | ${lines.length} | ${mean(gaps).toFixed(2)} | ${equal} | ${better} |`);
  }
}

function groups(lines: readonly Measured[]): Measured[][] {
  const byKey = new Map<string, Map<number, Measured>>();
  for (const line of lines) {
    const key = JSON.stringify([line.day, line.engine, line.limit, line.limitIterations, line.threads]);
    // A seed measured again counts once, with its last figure.
    byKey.set(key, (byKey.get(key) ?? new Map<number, Measured>()).set(line.seed, line));
  }
  return [...byKey.values()].map((seeds) => [...seeds.values()]);
}

function row(lines: readonly Measured[]): string {
  const first = lines[0]!;
  const costs = lines.map((line) => line.cost);
  const middle = median(costs);
  const best = bestKnownOfDay(first.day);
  const limit = first.limit === null ? `${first.limitIterations} iterations` : `${first.limit} s`;
  const cells = [
    first.day,
    first.engine,
    limit,
    first.threads,
    lines.length,
    middle,
    median(lines.map((line) => line.unservedCost)),
    best === undefined ? "" : gapPercent(middle, best),
    gapPercent(Math.max(...costs), Math.min(...costs)),
  ];
  return `| ${cells.join(" | ")} |`;
}
