/** Cells of one plain value, read as people and Excel write them. */
import type { Cell } from "./cell.js";

/** Excel takes a text that begins so for a formula; an apostrophe before it says that it is none. */
const FORMULA = /^['=+\-@\t\r]/;

export const text: Cell = {
  expected: "a text",
  read: (cell) => (/^'(?:['=+\-@\t\r]|$)/.test(cell) ? cell.slice(1) : cell),
  write: (value) => {
    const words = String(value);
    return words === "" || FORMULA.test(words) ? `'${words}` : words;
  },
};

export const whole: Cell = {
  expected: "a whole number",
  read(cell) {
    const digits = cell.replaceAll(/[\s\u00a0\u202f]/g, "");
    return /^-?\d{1,15}$/.test(digits) ? Number(digits) : undefined;
  },
  write: String,
};

/** The last of `.` and `,` is the decimal sign; the others and spaces stand between thousands. */
function decimalOf(cell: string): number | undefined {
  const signs = cell.replaceAll(/[\s\u00a0\u202f]/g, "");
  if (!/^[-+]?[\d.,]*\d[\d.,]*$/.test(signs)) return undefined;
  const last = Math.max(signs.lastIndexOf("."), signs.lastIndexOf(","));
  if (last === -1) return Number(signs);
  const whole_ = signs.slice(0, last).replaceAll(/[.,]/g, "");
  return Number(`${whole_}.${signs.slice(last + 1)}`);
}

/** Without a power of ten. */
function digitsOf(value: number): string {
  const digits = String(value);
  return digits.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : digits;
}

export const decimal: Cell = {
  expected: "a number such as 12,5",
  read: decimalOf,
  write: (value, { decimal: sign }) => digitsOf(Number(value)).replace(".", sign),
};

const TRUE = ["true", "1", "yes", "tosi", "kyllä", "sant", "ja", "x"];
const FALSE = ["false", "0", "no", "epätosi", "ei", "falskt", "nej"];

export const flag: Cell = {
  expected: "true or false",
  read(cell) {
    const word = cell.toLowerCase();
    if (TRUE.includes(word)) return true;
    return FALSE.includes(word) ? false : undefined;
  },
  write: String,
};

const two = (digits: string | undefined): string => (digits ?? "0").padStart(2, "0");

/** 2026-11-23, or 23.11.2026 as Excel makes of it. Whether the calendar has it is the schema's question. */
export const date: Cell = {
  expected: "a date such as 2026-11-23 or 23.11.2026",
  read(cell) {
    const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell);
    if (dotted !== null) return `${dotted[3]}-${two(dotted[2])}-${two(dotted[1])}`;
    return /^\d{4}-\d\d-\d\d$/.test(cell) ? cell : undefined;
  },
  write: String,
};

function timeOf(cell: string): string | undefined {
  const parts = /^(\d{1,2})[:.](\d\d)(?:[:.]00)?$/.exec(cell);
  return parts === null ? undefined : `${two(parts[1])}:${parts[2]}`;
}

/** 07:30, or 7.30 and 7:30:00 as Excel makes of it. */
export const time: Cell = { expected: "a time such as 07:30", read: timeOf, write: String };

/** A window of the day. */
export const window: Cell = {
  expected: "times such as 07:30-09:00",
  read(cell) {
    const [from, to, more] = cell.split(/\s*[-–]\s*/).map(timeOf);
    return from === undefined || to === undefined || more !== undefined ? undefined : { from, to };
  },
  write(value) {
    const { from, to } = value as { from: string; to: string };
    return `${from}-${to}`;
  },
};
