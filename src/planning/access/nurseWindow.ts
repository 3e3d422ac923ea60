/** From when until when a nurse sees the visits of a date. Shifts she sees without clients at any time. */
import { instantWriter } from "../../domain/localTime.js";

/** Days before the date and after it on which its visits are shown. */
export const SHOWN_DAYS_BEFORE = 1;
export const SHOWN_DAYS_AFTER = 1;

const dayNumber = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);

/**
 * Whether a nurse is shown the visits of a date.
 *
 * @param date "YYYY-MM-DD"
 * @param now by its calendar day in the time zone
 */
export function isShownToNurse(date: string, now: Date, timeZone: string): boolean {
  const today = instantWriter(timeZone)(Math.floor(now.getTime() / 1000)).slice(0, 10);
  const ahead = dayNumber(date) - dayNumber(today);
  return ahead <= SHOWN_DAYS_BEFORE && ahead >= -SHOWN_DAYS_AFTER;
}
