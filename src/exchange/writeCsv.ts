/** Records of one kind as a CSV file that the import takes back unchanged. */
import { stringify } from "csv-stringify/sync";
import type { StandingKind, StandingRecords } from "../contracts/standing/index.js";
import type { Dialect } from "./cells/cell.js";
import { columnsOf } from "./columns.js";

/** Languages that always have a column. */
const LANGUAGES = ["fi", "sv", "en"];

function languagesOf(records: readonly object[]): readonly string[] {
  const used = records.flatMap((record) => {
    const { name } = record as { readonly name?: unknown };
    return typeof name === "object" && name !== null ? Object.keys(name) : [];
  });
  return [...new Set([...LANGUAGES, ...used.toSorted()])];
}

function valueAt(record: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined,
    record,
  );
}

export function writeCsv<K extends StandingKind>(
  kind: K,
  records: readonly StandingRecords[K][],
  dialect: Dialect,
): string {
  const columns = columnsOf(kind, languagesOf(records));
  const rows = records.map((record) =>
    columns.map(({ path, cell }) => {
      const value = valueAt(record, path);
      return value === undefined ? "" : cell.write(value, dialect);
    }),
  );
  const text = stringify([columns.map(({ name }) => name), ...rows], {
    delimiter: dialect.delimiter,
    record_delimiter: "\r\n",
  });
  return `${dialect.bom ? "\u{feff}" : ""}${text}`;
}
