/** Best costs that anyone has found for a day: the shared table and our own results. */
import { join } from "node:path";
import { numberIn, readTable } from "./csv.js";
import { measuredDays } from "./measured.js";
import { SHARED } from "./paths.js";

/** Lowest known total cost of a day; undefined when none is known. */
export function bestKnownOfDay(day: string): number | undefined {
  const shared = readTable(join(SHARED, "data/days/best-known.csv"), "day").get(day);
  const costs = measuredDays()
    .filter((line) => line.day === day)
    .map((line) => line.cost);
  const best = Math.min(numberIn(shared, "best_known") ?? Infinity, ...costs);
  return best === Infinity ? undefined : best;
}

/** Folders of the published sets below the shared data. */
const SETS: Readonly<Record<string, string>> = {
  mankowska: "hhcrsp/mankowska",
  kummer: "hhcrsp/kummer",
  italian: "hhcrsp/italian",
  solomon: "vrptw",
  homberger: "vrptw",
};

/** Lowest published cost of an instance, by the table of its set. */
export function bestPublished(set: string, name: string): number | undefined {
  const folder = SETS[set];
  if (folder === undefined) return undefined;
  return numberIn(readTable(join(SHARED, "data", folder, "best-known.csv"), "name").get(name), "best_known");
}
