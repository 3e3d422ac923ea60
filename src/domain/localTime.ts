/**
 * Instants written in the clock of one time zone, with the offset that holds there and then.
 */
import { IANAZone } from "luxon";
import { remembered } from "./remembered.js";

/** Zones change their offset at whole quarter hours of UTC, so one look-up a quarter hour is enough. */
const SLOT_SECONDS = 900;

/** Most offsets that a writer remembers: a year and more. */
const SLOTS_KEPT = 50_000;
/** Most instants that a writer remembers as written: those of a few days. */
const WRITTEN_KEPT = 20_000;
/** Most zones whose writers are kept. */
const ZONES_KEPT = 32;

/** Writes seconds since the epoch as `YYYY-MM-DDThh:mm:ss±hh:mm`. */
export type InstantWriter = (epochSeconds: number) => string;

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** Whether the time zone database knows this name (`Europe/Helsinki`); bare offsets are no zones. */
export function isTimeZone(name: string): boolean {
  return /^[A-Za-z]/.test(name) && IANAZone.isValidZone(name);
}

/**
 * A writer for one zone; it remembers the offsets that it has looked up. Throws a
 * RangeError for an unknown zone. Offsets are whole minutes, as the contract writes them:
 * the odd seconds of local mean times before about 1920 are dropped from the offset and
 * the clock alike, and the instant stays right.
 */
export const instantWriter: (timeZone: string) => InstantWriter = remembered(newWriter, ZONES_KEPT);

function newWriter(timeZone: string): InstantWriter {
  const zone = IANAZone.create(timeZone);
  if (!zone.isValid) throw new RangeError(`unknown time zone ${timeZone}`);
  const offsetIn = remembered(
    (slot: number) => Math.trunc(zone.offset(slot * SLOT_SECONDS * 1000)),
    SLOTS_KEPT,
  );
  return remembered((epochSeconds) => {
    const minutes = offsetIn(Math.floor(epochSeconds / SLOT_SECONDS));
    const local = new Date((epochSeconds + minutes * 60) * 1000).toISOString().slice(0, 19);
    const size = Math.abs(minutes);
    return `${local}${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  }, WRITTEN_KEPT);
}
