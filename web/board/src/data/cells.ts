/** Values of standing records as one line of text, and back. */

/** `fi, sv` for a list of words, JSON for what has parts, empty for nothing. */
export function cellOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value) && value.every((one) => typeof one !== "object")) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Fields that are lists of words even when they are written anew. */
const LISTS = /(Ids|languages|requires|requiresAnyOf|tasks)$/;
const NUMBER = /^-?\d+([.,]\d+)?$/;
/** Fields whose digits are no number. */
const TEXTS = /(^id$|Id$|name|address|reason|description)/i;

/** What was typed, as the record has it. Undefined: the field is empty and goes. Throws SyntaxError for bad JSON. */
export function valueOf(field: string, typed: string, before: unknown): unknown {
  const text = typed.trim();
  if (text === "") return undefined;
  if (/^[{[]/.test(text)) return JSON.parse(text) as unknown;
  if (Array.isArray(before) || LISTS.test(field))
    return text
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean);
  if (text === "true" || text === "false") return text === "true";
  const isText = typeof before === "string" || (before === undefined && TEXTS.test(field));
  return NUMBER.test(text) && !isText ? Number(text.replace(",", ".")) : text;
}

/** Every field that any of the records has, `id` and `name` first. */
export function fieldsOf(records: readonly Readonly<Record<string, unknown>>[]): string[] {
  const found = new Set(["id", ...records.flatMap((record) => Object.keys(record))]);
  const first = ["id", "name"].filter((field) => found.has(field));
  return [...first, ...[...found].filter((field) => !first.includes(field))];
}
