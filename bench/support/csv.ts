/** Reads a plain comma-separated table with a header (no quoting), as the shared best-known files are. */
import { existsSync } from "node:fs";
import { readText } from "./files.js";

/** Rows by the value of `key`; empty when there is no such file. */
export function readTable(path: string, key: string): Map<string, Record<string, string>> {
  const table = new Map<string, Record<string, string>>();
  if (!existsSync(path)) return table;
  const [head, ...rows] = readText(path).trim().split(/\r?\n/);
  const names = (head ?? "").split(",");
  for (const row of rows) {
    const cells = row.split(",");
    const record = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));
    table.set(record[key] ?? "", record);
  }
  return table;
}

/** A number of a row; undefined when the cell is empty or absent. */
export function numberIn(row: Record<string, string> | undefined, name: string): number | undefined {
  const text = row?.[name];
  return text === undefined || text === "" ? undefined : Number(text);
}
