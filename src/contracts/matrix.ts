/**
 * Square tables of whole numbers. A day of 600 places has 720,000 cells for each mode, so
 * they are walked by one plain loop and not cell by cell through the schema library.
 */
import { z } from "zod";

export type Matrix = (number | null)[][];

export interface MatrixFault {
  /** A row, or null for the table as a whole. */
  readonly row: number | null;
  readonly kind: "shape" | "cell";
  readonly message: string;
}

/** Greatest number in a cell: seconds of 30 years, metres far round the earth. */
const MAX_CELL = 1_000_000_000;

/**
 * Least distance. Road servers answer -1 m now and then for two points on one piece of road
 * (the rounding of a hair's breadth); it counts as 0.
 */
const LEAST_DISTANCE = -1;

/** Faulty rows told one by one; the rest of a table is counted. */
const ROWS_TOLD = 200;

function word(value: unknown): string {
  if (typeof value === "string") return "a text";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

function rowFault(row: unknown, r: number, least: number): MatrixFault | null {
  if (!Array.isArray(row)) return { row: r, kind: "shape", message: `row ${r} is ${word(row)}, not a list` };
  let bad = 0;
  let first = -1;
  for (let c = 0; c < row.length; c++) {
    const cell: unknown = row[c];
    if (cell === null) continue;
    if (typeof cell === "number" && Number.isInteger(cell) && cell >= least && cell <= MAX_CELL) continue;
    if (bad === 0) first = c;
    bad++;
  }
  if (bad === 0) return null;
  return {
    row: r,
    kind: "cell",
    message: `row ${r} has ${bad} cells that are neither whole numbers from ${least} to ${MAX_CELL} nor null, first at column ${first}: ${word(row[first])}`,
  };
}

/** Everything that keeps a value from being rows of whole numbers or null; one fault for each bad row. */
export function matrixFaults(value: unknown, least: number): MatrixFault[] {
  if (!Array.isArray(value)) {
    return [{ row: null, kind: "shape", message: `expected a list of rows, got ${word(value)}` }];
  }
  const faults: MatrixFault[] = [];
  let untold = 0;
  for (let r = 0; r < value.length; r++) {
    const found = rowFault(value[r], r, least);
    if (found === null) continue;
    if (faults.length < ROWS_TOLD) faults.push(found);
    else untold++;
  }
  if (untold > 0) faults.push({ row: null, kind: "cell", message: `${untold} more rows are faulty` });
  return faults;
}

/**
 * For the schema library a value of any kind with a check of its own; the description that
 * JSON Schema needs stands in the meta data.
 */
function matrix(least: number): z.ZodType<Matrix> {
  const base: z.ZodType<Matrix> = z.any();
  return base
    .superRefine((value, context) => {
      for (const { row, kind, message } of matrixFaults(value, least)) {
        const path = row === null ? [] : [row];
        context.addIssue({ code: "custom", path, params: { matrix: kind, message } });
      }
    })
    .meta({
      type: "array",
      items: {
        type: "array",
        items: { anyOf: [{ type: "integer", minimum: least, maximum: MAX_CELL }, { type: "null" }] },
      },
    });
}

/** Rows of whole seconds or null. Squareness is checked against the places, see checks/travel. */
export const durations = matrix(0);

/** Rows of whole metres or null. */
export const distances = matrix(LEAST_DISTANCE);
