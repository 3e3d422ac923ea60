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

/** Lowest published cost of an instance of a published set, by the table beside its folder. */
export function bestPublished(
  set: "hhcrsp/mankowska" | "hhcrsp/kummer" | "hhcrsp/italian" | "vrptw",
  name: string,
): number | undefined {
  return numberIn(readTable(join(SHARED, "data", set, "best-known.csv"), "name").get(name), "best_known");
}
