/** How one value stands in a cell. */

/** Signs that depend on who reads the file. */
export interface Dialect {
  readonly delimiter: ";" | ",";
  readonly decimal: "," | ".";
  /** Excel takes a file for UTF-8 by this mark. */
  readonly bom: boolean;
}

/** What Excel reads and writes in Finland and Sweden. */
export const EXCEL: Dialect = { delimiter: ";", decimal: ",", bom: true };
export const PLAIN: Dialect = { delimiter: ",", decimal: ".", bom: false };

export interface Cell {
  /** What it must hold, for messages. */
  readonly expected: string;
  /** The value; undefined: the text is none. The text is trimmed and not empty. */
  read(text: string): unknown;
  write(value: unknown, dialect: Dialect): string;
}

/** Several values in one cell stand between these; inside a value it is written with a backslash. */
export const BETWEEN = "|";

export function splitList(text: string): string[] {
  const parts: string[] = [""];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === "\\" && at + 1 < text.length) parts[parts.length - 1] += text[++at]!;
    else if (sign === BETWEEN) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
}

export function joinList(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(/[\\|]/g, (sign) => `\\${sign}`)).join(BETWEEN);
}

/** A cell of several values that each stand as in a cell of one. */
export function listOf(one: Cell): Cell {
  return {
    expected: `${one.expected}, or several with ${BETWEEN} between them`,
    read(text) {
      const values = splitList(text)
        .filter((part) => part !== "")
        .map((part) => one.read(part));
      return values.includes(undefined) ? undefined : values;
    },
    // A sign between nothing and nothing: a list that is there and empty.
    write: (value, dialect) =>
      Array.isArray(value) && value.length > 0
        ? joinList(value.map((part) => one.write(part, dialect)))
        : BETWEEN,
  };
}
