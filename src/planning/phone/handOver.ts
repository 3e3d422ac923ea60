/**
 * When access notes are handed to a nurse's phone: hers only, and near her round only. The phone
 * keeps them for where there is no network, and opens each around its visit (docs/phone.md).
 */
import type { Round } from "../ports.js";

/** A round's notes are handed out from this long before its departure ... */
export const HANDED_BEFORE_MILLISECONDS = 12 * 3_600_000;
/** ... each until this long after its visit's planned end. */
export const HANDED_AFTER_MILLISECONDS = 3_600_000;

/** Ids of the visits whose notes may be handed out at `now`, epoch milliseconds. */
export function visitsToHandOver(rounds: readonly Round[], now: number): readonly string[] {
  return rounds
    .filter(({ departure }) => now >= departure.getTime() - HANDED_BEFORE_MILLISECONDS)
    .flatMap(({ stops }) => stops)
    .filter(({ end }) => now < end.getTime() + HANDED_AFTER_MILLISECONDS)
    .flatMap(({ visitId, kind }) => (kind === "visit" && visitId !== null ? [visitId] : []));
}
