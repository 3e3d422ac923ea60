/** A CSV file as rows of cells, each with the line on which it begins. */
import { CsvError, parse } from "csv-parse/sync";
import { fault, type Fault } from "../contracts/index.js";

export interface CsvRow {
  /** Counted from 1. */
  readonly line: number;
  /** Trimmed. */
  readonly cells: readonly string[];
}

export type CsvFault = Fault & { readonly line: number | null; readonly column: number | null };

export type ParsedCsv =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly faults: readonly CsvFault[] };

const DELIMITERS = [";", ",", "\t"] as const;

/** The delimiter that the heading has most of, outside quotation marks. */
function delimiterOf(text: string): string {
  const heading = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? "").replaceAll(/"(?:[^"]|"")*"/g, "");
  const count = (sign: string): number => heading.split(sign).length;
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0]!;
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
  readonly raw: string;
}

const REASONS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quotation mark is not closed",
  CSV_INVALID_CLOSING_QUOTE: "something other than a delimiter follows a closing quotation mark",
  INVALID_OPENING_QUOTE: "a quotation mark stands in the midst of a cell",
};

/** Reads the text; `;`, `,` and tabs are told apart by the heading, or by Excel's line `sep=;`. */
export function parseCsv(text: string): ParsedCsv {
  const separator = /^sep=([;,\t])\r?\n/.exec(text);
  const body = separator === null ? text : text.slice(separator[0].length);
  const above = separator === null ? 0 : 1;
  try {
    const parsed = parse(body, {
      delimiter: separator?.[1] ?? delimiterOf(body),
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as Parsed[];
    const rows = parsed.map(({ record, info, raw }) => ({
      line: info.lines - lineBreaks(raw) + above,
      cells: record.map((cell) => cell.trim()),
    }));
    return { ok: true, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const lines = Number((error as { lines?: unknown }).lines ?? 1) + above;
    const reason = REASONS[error.code] ?? "the line is no line of CSV";
    const one = fault("csv-syntax", [], `line ${lines}: ${reason}`);
    return { ok: false, faults: [{ ...one, line: lines, column: null }] };
  }
}

/** Breaks inside a record; empty lines before it and the break that ends it do not count. */
function lineBreaks(raw: string): number {
  const record = raw.replace(/^(?:\r\n|\n|\r)+/, "").replace(/(?:\r\n|\n|\r)$/, "");
  return record.split(/\r\n|\n|\r/).length - 1;
}
