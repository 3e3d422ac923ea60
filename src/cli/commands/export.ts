/** `export KIND`: standing data as a file that `import` takes back. */
import { writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import { STANDING_KINDS, type StandingKind } from "../../contracts/standing/index.js";
import { EXCEL, PLAIN, writeCsv } from "../../exchange/index.js";
import type { StandingReader } from "../../planning/standing/index.js";
import { badInput } from "../faults.js";
import { systemReason } from "../io/read.js";
import { defaultDatabase } from "../root.js";
import { kindOf } from "./import.js";

const DESCRIPTION = `Writes all records of a kind, or of all kinds (JSON), as import takes them back.
Beware: the file has names, addresses and, of access-notes, door codes.`;

interface ExportFlags {
  readonly format: "csv" | "json";
  readonly dialect: "excel" | "plain";
  readonly out?: string;
  readonly database?: string;
}

export function exportCommand(): Command {
  return new Command("export")
    .summary("write standing data as CSV or JSON")
    .description(DESCRIPTION)
    .argument("<kind>", `${STANDING_KINDS.join(", ")}, or all`)
    .addOption(new Option("--format <name>", "csv or json").choices(["csv", "json"]).default("json"))
    .addOption(
      new Option("--dialect <name>", "of CSV: excel has semicolons, decimal commas and a mark for UTF-8")
        .choices(["excel", "plain"])
        .default("excel"),
    )
    .option("--out <file>", "file to write (default: standard output)")
    .option("--database <file>", "database file (default: data/kotikierros.sqlite)")
    .action(exportFile);
}

async function recordsOf<K extends StandingKind>(store: StandingReader, kind: K) {
  return (await store.list(kind)).map(({ record }) => record);
}

async function textOf(store: StandingReader, kind: StandingKind | null, flags: ExportFlags): Promise<string> {
  if (kind === null) {
    const lists = await Promise.all(
      STANDING_KINDS.map(async (one) => [one, await recordsOf(store, one)] as const),
    );
    return `${JSON.stringify(Object.fromEntries(lists), null, 1)}\n`;
  }
  const records = await recordsOf(store, kind);
  if (flags.format === "json") return `${JSON.stringify(records, null, 1)}\n`;
  return writeCsv(kind, records, flags.dialect === "excel" ? EXCEL : PLAIN);
}

function write(file: string | undefined, text: string): void {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    // Only for whoever asked: it has persons in it.
    writeFileSync(file, text, { mode: 0o600 });
  } catch (error) {
    const todo = "Name a file in a folder that exists and that you may write to.";
    throw badInput("file-unwritable", `cannot write ${file}: ${systemReason(error)}`, todo);
  }
}

async function exportFile(word: string, flags: ExportFlags): Promise<void> {
  const kind = kindOf(word);
  if (kind === null && flags.format === "csv")
    throw badInput("option", "a CSV file has one kind", "Name the kind, or write JSON.");
  const { openDatabase } = await import("../../persistence/index.js");
  const database = await openDatabase(flags.database ?? defaultDatabase());
  try {
    write(flags.out, await textOf(database.standing.store, kind, flags));
  } finally {
    await database.close();
  }
}
