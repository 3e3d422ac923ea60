/** The results in git as tables: one row for each day, engine and limit, medians over seeds. */
import type { Command } from "commander";
import { bestKnownOfDay } from "../support/bestKnown.js";
import { engineHash } from "../support/engineHash.js";
import { measuredDays, type Measured } from "../support/measured.js";
import { gapPercent, median } from "../support/statistics.js";
import { reportInstances, reportSets } from "./reportPublished.js";

export function addReport(program: Command): void {
  program
    .command("report")
    .description("bench/results as Markdown tables")
    .option("--current", "only the engine as built now")
    .option("--instances <set...>", "published instances of these sets instead, each with its lowest cost")
    .action((given: { current?: true; instances?: string[] }) => {
      const engine = given.current ? engineHash() : undefined;
      if (given.instances !== undefined) {
        reportInstances(given.instances, engine);
        return;
      }
      const lines = measuredDays().filter((line) => engine === undefined || line.engine === engine);
      console.log(
        "| day | engine | limit | threads | seeds | median cost | unserved cost | gap % | spread % |",
      );
      console.log("|---|---|---|---|---|---|---|---|---|");
      for (const group of groups(lines)) console.log(row(group));
      reportSets(engine);
    });
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
