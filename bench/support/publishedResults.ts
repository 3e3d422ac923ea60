/**
 * bench/results/published.jsonl: published instances solved and judged. Plans of new bests lie
 * packed in bench/results/best/SET/, with one line each in bench/results/best/plans.jsonl.
 */
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { numberIn, readTable } from "./csv.js";
import { appendLine, readLines, writeText } from "./files.js";
import { RESULTS, SHARED } from "./paths.js";

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

/** One line of bench/results/best/plans.jsonl; a later line of the same instance replaces an earlier one. */
export interface BestLine {
  readonly set: string;
  readonly name: string;
  readonly cost: number;
  readonly seconds: number;
  readonly iterations: number;
  /** The run that found it. */
  readonly command: string;
  /** In the folder of the set. */
  readonly file: string;
}

const FILE = join(RESULTS, "published.jsonl");
const BEST = join(RESULTS, "best");

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
  const packed = `${file}.gz`;
  const stored = join(BEST, line.set, packed);
  writeText(stored, text);
  const { set, name, cost, seconds, iterations } = line;
  const found: BestLine = {
    set,
    name,
    cost,
    seconds,
    iterations,
    command: commandOf(path, line),
    file: packed,
  };
  appendLine(join(BEST, "plans.jsonl"), found);
  return stored;
}

function commandOf(path: string, line: PublishedLine): string {
  const kind = path.includes(".json") ? "hhcrsp" : "vrptw";
  const limit = line.limit === null ? `--iterations ${line.limitIterations}` : `--seconds ${line.limit}`;
  return `npm run -s bench -- ${kind} ${namedPath(path)} ${limit} --seed ${line.seed} --threads ${line.threads}`;
}

/** The path as anyone can give it: shared data by the usual place beside the repository. */
function namedPath(path: string): string {
  const inside = existsSync(SHARED) ? relative(realpathSync(SHARED), realpathSync(path)) : "..";
  return inside.startsWith("..") ? path : join("../shared", inside);
}
