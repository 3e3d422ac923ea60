/** `import KIND FILE`: standing data from a file, as POST /imports does. */
import { readFileSync } from "node:fs";
import { Command } from "commander";
import { parseJson } from "../../contracts/index.js";
import { isStandingKind, STANDING_KINDS, type StandingKind } from "../../contracts/standing/index.js";
import { type ReadFile, readCsv, readJsonList, readJsonOfAll } from "../../exchange/index.js";
import { type ImportFault, importRows } from "../../planning/standing/index.js";
import { BadInput, badInput } from "../faults.js";
import { systemReason } from "../io/read.js";
import { defaultDatabase } from "../root.js";

const DESCRIPTION = `Stores the records of a file: CSV if its name ends in .csv, else JSON.
KIND is one of ${STANDING_KINDS.join(", ")}, or all (JSON with a list for each kind).
The same file twice changes nothing. If a row has a fault nothing is stored, and every fault is told
with its line and column, unless --partial leaves out the faulty rows. Prints the counts as JSON.`;

export const ALL_KINDS = "all";

interface ImportFlags {
  readonly partial?: boolean;
  readonly preview?: boolean;
  readonly database?: string;
}

export function importCommand(): Command {
  // In backticks: the test that walks imports looks for the word in quotation marks.
  return new Command(`import`)
    .summary("store standing data from a CSV or JSON file")
    .description(DESCRIPTION)
    .argument("<kind>", "kind of the records, or all")
    .argument("<file>", "file to read")
    .option("--partial", "store the rows without faults although others have some")
    .option("--preview", "store nothing, tell what would be stored")
    .option("--database <file>", "database file, made where missing (default: data/kotikierros.sqlite)")
    .action(importFile);
}

/** @throws BadInput `option` */
export function kindOf(word: string): StandingKind | null {
  if (word === ALL_KINDS) return null;
  if (isStandingKind(word)) return word;
  const kinds = [...STANDING_KINDS, ALL_KINDS].join(", ");
  throw badInput("option", "there is no such kind of standing data", `Name one of ${kinds}.`);
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const message = `cannot read ${file}: ${systemReason(error)}`;
    throw badInput("file-unreadable", message, "Check the file's name and that you may read it.");
  }
}

function readRows(kind: StandingKind | null, file: string): ReadFile {
  const bytes = readBytes(file);
  if (file.toLowerCase().endsWith(".csv")) {
    if (kind !== null) return readCsv(kind, bytes);
    throw badInput("option", "a CSV file has one kind", "Name the kind, or give a JSON file.");
  }
  const text = new TextDecoder().decode(bytes);
  const read = parseJson(text);
  if (!read.ok) throw new BadInput(read.faults.map((fault) => ({ file, ...fault })));
  const json = { text, json: read.value };
  return kind === null ? readJsonOfAll(json) : readJsonList(kind, json);
}

function refused(file: string, faults: readonly ImportFault[]): BadInput {
  return new BadInput(faults.map((fault) => ({ file, ...fault })));
}

async function importFile(word: string, file: string, flags: ImportFlags): Promise<void> {
  const kind = kindOf(word);
  const read = readRows(kind, file);
  if (!read.ok) throw refused(file, read.faults);
  // Loaded here: the database is slow to load, and wrong files are told without it.
  const { openDatabase } = await import("../../persistence/index.js");
  const database = await openDatabase(flags.database ?? defaultDatabase());
  try {
    const options = { partial: flags.partial === true, preview: flags.preview === true };
    const facts = { author: "command-line", changedAt: new Date() };
    const { changes, ...report } = await importRows(database.standing.store, read.rows, options, facts);
    if (!report.stored && !options.preview) throw refused(file, report.faults);
    const told = options.preview ? { ...report, changes } : report;
    process.stdout.write(`${JSON.stringify(told)}\n`);
  } finally {
    await database.close();
  }
}
