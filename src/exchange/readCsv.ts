/** A CSV file as rows of an import. */
import { fault, show } from "../contracts/index.js";
import { type StandingKind, VERSIONED_KINDS } from "../contracts/standing/index.js";
import type { ImportFault, ImportRow } from "../planning/standing/index.js";
import { type Column, columnOf } from "./columns.js";
import { decodeText } from "./decode.js";
import { type CsvRow, parseCsv } from "./parseCsv.js";

export type ReadFile =
  | { readonly ok: true; readonly rows: readonly ImportRow[] }
  | { readonly ok: false; readonly faults: readonly ImportFault[] };

/** A column of the file: null for one without heading and cells. */
type Heading = readonly (Column | null)[];

function readHeading(
  kind: StandingKind,
  { line, cells }: CsvRow,
  rows: readonly CsvRow[],
): { readonly heading: Heading; readonly faults: readonly ImportFault[] } {
  const faults: ImportFault[] = [];
  const add = (code: "column-unknown" | "column-missing", message: string, at: number | null): void => {
    faults.push({ ...fault(code, [], message), line, column: at === null ? null : at + 1 });
  };
  const heading = cells.map((name, at) => {
    if (name === "") {
      if (rows.some((row) => (row.cells[at] ?? "") !== ""))
        add("column-unknown", `column ${at + 1} has cells and no heading`, at);
      return null;
    }
    const column = columnOf(kind, name);
    if (column === undefined)
      add("column-unknown", `column ${at + 1}, ${show(name)}, is none of ${kind}`, at);
    else if (cells.findIndex((other) => columnOf(kind, other)?.name === column.name) !== at)
      add("column-unknown", `column ${at + 1}, ${column.name}, stands twice`, at);
    return column ?? null;
  });
  const keys = VERSIONED_KINDS.includes(kind) ? ["id", "validFrom"] : ["id"];
  for (const key of keys) {
    if (!heading.some((column) => column?.name === key))
      add("column-missing", `there is no column ${key}`, null);
  }
  return { heading, faults };
}

type Json = Record<string, unknown>;

function put(record: Json, [key, ...rest]: readonly string[], value: unknown): void {
  if (key === undefined) return;
  if (rest.length > 0) {
    const inner = { ...(record[key] as Json | undefined) };
    put(inner, rest, value);
    if (Object.keys(inner).length > 0) record[key] = inner;
    else delete record[key];
  } else if (value === undefined) delete record[key];
  else record[key] = value;
}

/** An object whose kind changes begins anew: fields of the former kind do not stay. */
function putKinds(record: Json, values: ReadonlyMap<Column, unknown>): void {
  for (const [{ path }, value] of values) {
    const [outer, key] = path;
    if (path.length !== 2 || key !== "kind") continue;
    const before = record[outer!] as Json | undefined;
    if (before !== undefined && before["kind"] !== value) delete record[outer!];
  }
}

function toRow(kind: StandingKind, heading: Heading, { line, cells }: CsvRow): ImportRow {
  const faults: ImportFault[] = [];
  const values = new Map<Column, unknown>();
  const columns = new Map<Column, number>();
  if (cells.length !== heading.length) {
    const message = `line ${line} has ${cells.length} cells under ${heading.length} headings`;
    faults.push({ ...fault("csv-syntax", [], message), line, column: null });
  }
  for (const [at, column] of heading.entries()) {
    const cell = cells[at] ?? "";
    if (column === null) continue;
    columns.set(column, at + 1);
    const value = cell === "" ? undefined : column.cell.read(cell);
    values.set(column, value);
    if (cell === "" || value !== undefined) continue;
    const message = `${column.name} holds ${show(cell)}; expected ${column.cell.expected}`;
    faults.push({ ...fault("cell-value", column.path, message), line, column: at + 1 });
  }
  const valueOf = (name: string): string | null => {
    for (const [column, value] of values) if (column.name === name && typeof value === "string") return value;
    return null;
  };
  return {
    kind,
    id: valueOf("id"),
    validFrom: valueOf("validFrom"),
    faults,
    complete(base) {
      const record: Json = { ...base };
      putKinds(record, values);
      for (const [{ path }, value] of values) put(record, path, value);
      return record;
    },
    place(pointer) {
      const keys = pointer.split("/").slice(1);
      const found = [...columns].find(([{ path }]) => path.every((key, at) => keys[at] === key));
      return { line, column: found?.[1] ?? null };
    },
  };
}

/** Reads a file of one kind. An empty cell clears the field, a column that is not there leaves it. */
export function readCsv(kind: StandingKind, bytes: Uint8Array): ReadFile {
  const parsed = parseCsv(decodeText(bytes));
  if (!parsed.ok) return parsed;
  const [first, ...rows] = parsed.rows;
  if (first === undefined) {
    const one = fault("column-missing", [], "the file is empty; its first line names the columns");
    return { ok: false, faults: [{ ...one, line: 1, column: null }] };
  }
  const { heading, faults } = readHeading(kind, first, rows);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, rows: rows.map((row) => toRow(kind, heading, row)) };
}
