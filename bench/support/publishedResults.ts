/** bench/results/published.jsonl: published instances solved and judged, and the plans of new bests. */
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { numberIn, readTable } from "./csv.js";
import { appendLine, readLines, writeText } from "./files.js";
import { RESULTS } from "./paths.js";

export interface PublishedLine {
  /** The instance's folder: mankowska, kummer, italian, solomon, homberger. */
  readonly set: string;
  readonly name: string;
  readonly engine: string;
  readonly seed: number;
  readonly threads: number;
  /** Seconds; null: limited by iterations. */
  readonly limit: number | null;
  readonly limitIterations: number | null;
  readonly cost: number;
  readonly seconds: number;
  readonly iterations: number;
  readonly node: string;
  readonly load: number;
  readonly measured: string;
}

const FILE = join(RESULTS, "published.jsonl");

export const publishedLines = (): PublishedLine[] => readLines(FILE) as PublishedLine[];

export const setOf = (path: string): string => basename(dirname(path));

/** The least cost that the table beside the instance, or above its folder, names; undefined: none. */
export function tableBest(path: string, name: string): number | undefined {
  const folder = dirname(path);
  const table = [join(folder, "best-known.csv"), join(dirname(folder), "best-known.csv")].find(existsSync);
  return table === undefined ? undefined : numberIn(readTable(table, "name").get(name), "best_known");
}

/**
 * Appends the line. A plan better than the table's best and than all of ours is stored beside it,
 * in the published format.
 *
 * @returns the file of the new best; undefined: it is none.
 */
export function recordPublished(
  path: string,
  line: PublishedLine,
  file: string,
  text: string,
): string | undefined {
  const ours = publishedLines().filter((one) => one.set === line.set && one.name === line.name);
  const best = Math.min(tableBest(path, line.name) ?? -Infinity, ...ours.map((one) => one.cost));
  appendLine(FILE, line);
  // Costs have three decimals at most; a smaller difference is none.
  if (line.cost > best - 5e-4) return undefined;
  const stored = join(RESULTS, "best", line.set, file);
  writeText(stored, text);
  return stored;
}
