/** bench/results/published.jsonl as Markdown tables: by set and by instance. */
import { bestPublished } from "../support/bestKnown.js";
import { publishedLines, type PublishedLine } from "../support/publishedResults.js";
import { mean } from "../support/statistics.js";

/** One row for each set, engine and limit. */
export function reportSets(engine: string | undefined): void {
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

/** One row for each measured instance of the sets, with the run of the lowest cost; then what they come to. */
export function reportInstances(sets: readonly string[], engine: string | undefined): void {
  const lowest = new Map<string, PublishedLine>();
  for (const line of publishedLines()) {
    if (!sets.includes(line.set) || (engine !== undefined && line.engine !== engine)) continue;
    const key = `${line.set} ${line.name}`;
    const known = lowest.get(key);
    if (known === undefined || line.cost < known.cost) lowest.set(key, line);
  }
  console.log("| set | instance | published best | ours | gap % | iterations x threads |");
  console.log("|---|---|---|---|---|---|");
  const gaps: number[] = [];
  for (const line of [...lowest.values()].sort(byName)) {
    const best = bestPublished(line.set, line.name);
    const gap = best === undefined ? undefined : (100 * (line.cost - best)) / best;
    if (gap !== undefined) gaps.push(gap);
    const work = `${Math.round(line.iterations / line.threads)} x ${line.threads}`;
    const cells = [line.set, line.name, best ?? "", line.cost, gap?.toFixed(2) ?? "", work];
    console.log(`| ${cells.join(" | ")} |`);
  }
  // Published costs are rounded to three decimals at best.
  const equal = gaps.filter((gap) => gap <= 1e-3).length;
  const better = gaps.filter((gap) => gap < -1e-3).length;
  if (gaps.length > 0)
    console.log(
      `\n${gaps.length} instances, mean gap ${mean(gaps).toFixed(2)} %, ${equal} equal or better, ${better} better`,
    );
}

const byName = (a: PublishedLine, b: PublishedLine) =>
  a.set === b.set ? a.name.localeCompare(b.name, "en", { numeric: true }) : a.set < b.set ? -1 : 1;
