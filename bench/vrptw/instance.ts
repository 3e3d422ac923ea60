/** Solomon and Gehring-Homberger instances in their text format. */
import { nameOf, readText } from "../support/files.js";

export interface VrptwCustomer {
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  /** First and last start of service. */
  readonly ready: number;
  readonly due: number;
  readonly service: number;
}

export interface VrptwInstance {
  readonly name: string;
  readonly vehicles: number;
  readonly capacity: number;
  /** Position 0 is the depot, whose `due` ends the day. */
  readonly nodes: readonly VrptwCustomer[];
}

export function readVrptw(path: string): VrptwInstance {
  return parseVrptw(nameOf(path), readText(path));
}

/** @throws Error when the text has no vehicle line or its customers are not numbered 0, 1, 2, ... */
export function parseVrptw(name: string, text: string): VrptwInstance {
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter((row) => row.length > 1 && row.every(Number.isFinite));
  const fleet = rows.find((row) => row.length === 2);
  const table = rows.filter((row) => row.length === 7);
  if (fleet === undefined || table.length < 2 || table.some((row, i) => row[0] !== i)) {
    throw new Error(
      `${name} is not a Solomon instance: a vehicle line and customers 0, 1, 2, ... are needed`,
    );
  }
  return {
    name,
    vehicles: fleet[0]!,
    capacity: fleet[1]!,
    nodes: table.map((row) => ({
      x: row[1]!,
      y: row[2]!,
      demand: row[3]!,
      ready: row[4]!,
      due: row[5]!,
      service: row[6]!,
    })),
  };
}

/** Tenths: the straight line truncated to one decimal, as CVRPLIB and DIMACS count it. Whole coordinates. */
export function tenths(a: VrptwCustomer, b: VrptwCustomer): number {
  const square = 100 * ((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
  let root = Math.floor(Math.sqrt(square));
  // The square root of a large square may come out one too high or low.
  while (root * root > square) root--;
  while ((root + 1) * (root + 1) <= square) root++;
  return root;
}
