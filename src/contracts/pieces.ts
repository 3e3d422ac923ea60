/**
 * Large documents are checked piece by piece: the frame first (with its lists emptied), then
 * each entry of each list, so that a hostile or broken file cannot make millions of findings.
 */
import type { z } from "zod";
import { fault, type Fault, type Path } from "./fault.js";
import { addSchemaFaults, type Findings } from "./schemaFaults.js";

/** After this many faults the rest of the lists is not read; the answer says so. */
export const FAULT_BUDGET = 10_000;

/** Entries that an inner list or table may have: windows, skills, stops of a route. */
export const LONGEST_INNER_LIST = 10_000;

type Json = Record<string, unknown>;

/** A list, or a table by id, that is read entry by entry. */
export interface Entries {
  /** Keys from the document to the list. */
  readonly path: readonly string[];
  readonly kind: "list" | "table";
  readonly entry: z.ZodType;
}

export interface Pieces {
  readonly faults: Fault[];
  readonly faultyPaths: Path[];
  /** Entries were left unread, so an id that seems unknown may stand among them. */
  readonly cut: boolean;
  /** The document without what was left unread. */
  readonly document: unknown;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Paths of lists and tables inside a value that are beyond any use. Walks two levels, as deep as such lists lie. */
function oversized(value: unknown, skip: (path: Path) => boolean, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null || skip(path)) return [];
  const values = Array.isArray(value) ? value : Object.values(value);
  if (values.length > LONGEST_INNER_LIST) return [path];
  if (path.length >= 3) return [];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [...keys].flatMap((key, at) => oversized(values[at], skip, [...path, key]));
}

/** Matrices are long by nature and checked by a loop of their own. */
function isMatrix(path: Path): boolean {
  return path.at(-1) === "durations" || path.at(-1) === "distances";
}

function remove(value: unknown, path: Path): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== "object" || value === null) return undefined;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Json;
  if (rest.length === 0) copy[step] = Array.isArray(copy[step]) ? [] : {};
  else copy[step] = remove(copy[step], rest);
  return copy;
}

class PieceReader {
  readonly findings: Findings = { faults: [], faultyPaths: [] };
  cut = false;

  read(schema: z.ZodType, piece: unknown, base: Path): void {
    let rest = piece;
    for (const path of oversized(piece, isMatrix)) {
      const whole = [...base, ...path];
      const message = `${String(whole.at(-1) ?? "the document")} has more than ${LONGEST_INNER_LIST} entries`;
      this.findings.faults.push(fault("list-too-long", whole, message));
      this.findings.faultyPaths.push(whole);
      if (path.length === 0) return;
      rest = remove(rest, path);
    }
    this.judge(schema, rest, base);
  }

  judge(schema: z.ZodType, piece: unknown, base: Path): void {
    const result = schema.safeParse(piece, { reportInput: true });
    if (!result.success) addSchemaFaults(this.findings, result.error.issues, base, piece);
  }

  /** How many entries were read: all of them, or those up to the end of the budget. */
  entries({ path, entry }: Entries, keys: Keys, of: object): number {
    const values = of as Readonly<Record<string | number, unknown>>;
    for (let at = 0; at < keys.count; at++) {
      const key = keys.key(at);
      if (this.findings.faults.length >= FAULT_BUDGET) {
        const message = `${keys.count - at} of ${keys.count} entries were not read, after ${this.findings.faults.length} faults`;
        this.findings.faults.push(fault("too-many-faults", [...path, key], message));
        this.cut = true;
        return at;
      }
      this.read(entry, values[key], [...path, key]);
    }
    return keys.count;
  }
}

/** The keys of a list or a table; a list's are not spelled out, for it may be very long. */
interface Keys {
  readonly count: number;
  key(at: number): string | number;
}

function keysOf(value: object): Keys {
  if (Array.isArray(value)) return { count: value.length, key: (at) => at };
  const keys = Object.keys(value);
  return { count: keys.length, key: (at) => keys[at]! };
}

function valueAt(document: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), document);
}

/** Sets a value inside a copy of a document; tables on the way are copied first. */
function put(copy: Json, [key, ...rest]: readonly string[], value: unknown): void {
  if (key === undefined) return;
  if (rest.length === 0) {
    copy[key] = value;
    return;
  }
  const inner = { ...(copy[key] as Json) };
  copy[key] = inner;
  put(inner, rest, value);
}

/** Checks a document against `schema`, and the entries of its long lists each by itself. */
export function readPieces(schema: z.ZodType, parts: readonly Entries[], document: unknown): Pieces {
  const reader = new PieceReader();
  if (!isObject(document)) {
    reader.judge(schema, document, []);
    return { ...reader.findings, cut: false, document };
  }
  if (Object.keys(document).length > LONGEST_INNER_LIST) {
    reader.read(schema, document, []);
    return { ...reader.findings, cut: false, document };
  }
  const present = parts.filter(({ path, kind }) => {
    const value = valueAt(document, path);
    return kind === "list" ? Array.isArray(value) : isObject(value);
  });
  const frame = { ...document };
  for (const { path, kind } of present) put(frame, path, kind === "list" ? [] : {});
  reader.read(schema, frame, []);
  const kept = { ...document };
  for (const part of present) {
    const value = valueAt(document, part.path) as object;
    const keys = keysOf(value);
    const read = reader.entries(part, keys, value);
    if (read === keys.count) continue;
    const first = Array.isArray(value)
      ? value.slice(0, read)
      : Object.fromEntries(Object.entries(value).slice(0, read));
    put(kept, part.path, first);
  }
  return { ...reader.findings, cut: reader.cut, document: kept };
}
