/** The bound as the one sentence that people are shown. */
import type { Language } from "../../checker/index.js";
import type { BoundFound } from "./bound.js";
import { studySaid, type StudySaid } from "./words.js";

export function boundSaid(found: BoundFound, language: Language): StudySaid {
  const { cost, gap, restGap, unservedAtLeast: unserved } = found;
  if (cost === null || gap === null || restGap === null) {
    return studySaid("bound-alone", { points: found.lowerBound }, language);
  }
  if (gap <= 0) return studySaid("bound-best", {}, language);
  // Rounded up: never is less promised than may be possible.
  const restPercent = Math.max(0, Math.ceil(1000 * restGap - 1e-9) / 10);
  if (unserved === 0) return studySaid("bound-all-served", { restPercent }, language);
  if (unserved === 1 && !found.unservedProven) return studySaid("bound-rest-one", { restPercent }, language);
  return found.unservedProven
    ? studySaid("bound-rest-proven", { restPercent }, language)
    : studySaid("bound-rest", { unserved, restPercent }, language);
}
