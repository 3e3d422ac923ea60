/** Spans of the ledger that end on a date. */
import { z } from "zod";
import { addDays } from "../../../domain/dates.js";
import { instantWriter } from "../../../domain/localTime.js";
import type { PastDay } from "../../../planning/actuals/index.js";

export const clientId = z.string().min(1).max(500).optional().describe("Only this client");
export const days = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual);

export const firstOf = (last: string, count: number): string => addDays(last, 1 - count);

/** The local hour of an instant, by the zone of the days. */
export function hourReader(past: readonly PastDay[], timeZone?: string): (at: number) => number {
  const write = instantWriter(timeZone ?? past[0]?.sheet.timeZone ?? "UTC");
  return (at) => Number(write(at).slice(11, 13));
}
