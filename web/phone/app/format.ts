/** Times and names as the phone writes them. */
import { formatTime, language } from "../../shared/i18n/index.js";
import { directionsLink, labelOf } from "../core/index.js";
import type { NurseVisit } from "../../../src/contracts/nurseDay.js";
import { timeZone } from "./state/signals.js";

/** Hours and minutes of an instant, in the round's zone. */
export const clockOf = (instant: string | number): string =>
  formatTime(typeof instant === "number" ? instant / 1000 : instant, timeZone.value);

/** `suomi, svenska`: languages by their names in the screen's language. */
export function languageNames(tags: readonly string[]): string {
  const names = new Intl.DisplayNames([language.value], { type: "language", fallback: "code" });
  return tags
    .map((tag) => {
      try {
        return names.of(tag) ?? tag;
      } catch (error) {
        // Organisations may name languages by words of their own.
        if (error instanceof RangeError) return tag;
        throw error;
      }
    })
    .join(", ");
}

export const nameOf = (visit: NurseVisit): string => labelOf(visit);

/** The address, unless it already stands as the name. */
export const addressOf = (visit: NurseVisit): string | null =>
  visit.client.name === null ? null : visit.place.name;

export const wayTo = (visit: NurseVisit, mode: string): string =>
  directionsLink(visit.place, mode, navigator.userAgent);
