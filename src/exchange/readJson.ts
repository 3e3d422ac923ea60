/** A JSON file as rows of an import: a list of one kind's records, or an object with a list for each kind. */
import { fault } from "../contracts/index.js";
import { isStandingKind, STANDING_KINDS, type StandingKind } from "../contracts/standing/index.js";
import type { ImportFault, ImportRow } from "../planning/standing/index.js";
import { type EntryPlace, entryPlaces } from "./entryPlaces.js";
import type { ReadFile } from "./readCsv.js";

/** A file's text, and what JSON.parse gave of it. */
export interface JsonFile {
  readonly text: string;
  readonly json: unknown;
}

type Places = () => ReadonlyMap<string, EntryPlace>;

/** Looked for when the first is asked for: most files have no faults. */
function placesIn(text: string): Places {
  let places: ReadonlyMap<string, EntryPlace> | undefined;
  return () => (places ??= entryPlaces(text));
}

function textOf(entry: unknown, key: string): string | null {
  const value =
    typeof entry === "object" && entry !== null ? (entry as Record<string, unknown>)[key] : undefined;
  return typeof value === "string" ? value : null;
}

function toRow(kind: StandingKind, entry: unknown, base: string, places: Places): ImportRow {
  return {
    kind,
    id: textOf(entry, "id"),
    validFrom: textOf(entry, "validFrom"),
    faults: [],
    complete: () => entry,
    place: (path) => ({ line: null, column: null, ...places().get(base), path: `${base}${path}` }),
  };
}

function refused(code: "wrong-type" | "unknown-key", path: readonly string[], message: string): ImportFault {
  return { ...fault(code, path, message), line: null, column: null };
}

function readList(kind: StandingKind, json: unknown, base: string, places: Places): ReadFile {
  if (!Array.isArray(json)) {
    const message = `${base === "" ? "the document" : base.slice(1)} is no list of records`;
    return { ok: false, faults: [refused("wrong-type", base.split("/").slice(1), message)] };
  }
  return { ok: true, rows: json.map((entry: unknown, at) => toRow(kind, entry, `${base}/${at}`, places)) };
}

/** Reads a list of one kind's records; a fault's line and column are those where its record begins. */
export function readJsonList(kind: StandingKind, { text, json }: JsonFile): ReadFile {
  return readList(kind, json, "", placesIn(text));
}

/** Reads an object with a list of records for each kind: `{"areas": [...], "clients": [...]}`. */
export function readJsonOfAll({ text, json }: JsonFile): ReadFile {
  const places = placesIn(text);
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return { ok: false, faults: [refused("wrong-type", [], "the document is no object of lists by kind")] };
  const faults = Object.keys(json)
    .filter((key) => !isStandingKind(key))
    .map((key) =>
      refused("unknown-key", [key], `there is no kind of this name; expected ${STANDING_KINDS.join(", ")}`),
    );
  const rows: ImportRow[] = [];
  for (const kind of STANDING_KINDS) {
    const list = (json as Readonly<Record<string, unknown>>)[kind];
    if (list === undefined) continue;
    const read = readList(kind, list, `/${kind}`, places);
    if (read.ok) rows.push(...read.rows);
    else faults.push(...read.faults);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rows };
}
