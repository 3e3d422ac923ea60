/**
 * Square tables of whole numbers. A day of 600 places has 720,000 cells for each mode, so
 * they are walked by one plain loop and not cell by cell through the schema library.
 */
import { z } from "zod";

export type Matrix = (number | null)[][];

export interface MatrixFault {
  /** A row, or null for the table as a whole. */
  readonly row: number | null;
  readonly message: string;
}

/** Greatest number in a cell: seconds of 30 years, metres far round the earth. */
const MAX_CELL = 1_000_000_000;

function isCell(value: unknown): boolean {
  return (
    value === null ||
    (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= MAX_CELL)
  );
}

function word(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return "a text";
  if (typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "a list" : "an object";
}

/** Everything that keeps a value from being rows of whole numbers or null; one fault for each bad row. */
export function matrixFaults(value: unknown): MatrixFault[] {
  if (!Array.isArray(value)) return [{ row: null, message: `expected a list of rows, got ${word(value)}` }];
  const faults: MatrixFault[] = [];
  for (let r = 0; r < value.length; r++) {
    const row: unknown = value[r];
    if (!Array.isArray(row)) {
      faults.push({ row: r, message: `row ${r} is ${word(row)}, not a list` });
      continue;
    }
    let bad = 0;
    let first = -1;
    for (let c = 0; c < row.length; c++) {
      if (isCell(row[c])) continue;
      if (bad === 0) first = c;
      bad++;
    }
    if (bad > 0) {
      faults.push({
        row: r,
        message: `row ${r} has ${bad} cells that are no whole numbers from 0 to ${MAX_CELL} and not null, first at column ${first}: ${word(row[first])}`,
      });
    }
  }
  return faults;
}

/** Rows of whole numbers or null. Squareness is checked against the places, see checkTravel. */
export const matrix = z
  .custom<Matrix>()
  .superRefine((value, context) => {
    for (const fault of matrixFaults(value)) {
      context.addIssue({
        code: "custom",
        path: fault.row === null ? [] : [fault.row],
        params: { matrix: fault.message },
      });
    }
  })
  .meta({
    jsonSchema: {
      type: "array",
      items: {
        type: "array",
        items: { anyOf: [{ type: "integer", minimum: 0, maximum: MAX_CELL }, { type: "null" }] },
      },
    },
  });
