/** A weight in words: against balanced, and in points. */
import { formatNumber } from "../../../shared/i18n/index.js";
import { type Part, PART_UNITS, tpolicy, tunit } from "../words/policies.js";
import { timesOf } from "./weights.js";

/** `× 2`, `as balanced`, `not counted`. */
export function timesWords(part: Part, weight: number): string {
  if (weight === 0) return tpolicy("off");
  const times = timesOf(part, weight);
  if (times === null) return tpolicy("each", { n: pointsOf(part, weight), unit: "" }).trim();
  return times === 1 ? tpolicy("usual") : tpolicy("times", { n: formatNumber(times, 2) });
}

/** Weights of time are for a second; people think in minutes. */
const pointsOf = (part: Part, weight: number): string =>
  formatNumber(PART_UNITS[part] === "minute" ? weight * 60 : weight, 0);

export const pointsWords = (part: Part, weight: number): string =>
  tpolicy("each", { n: pointsOf(part, weight), unit: tunit(PART_UNITS[part]) });
