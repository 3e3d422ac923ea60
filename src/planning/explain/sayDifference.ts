/** A comparison of two plans in words, for people who read it as text. */
import type { Language } from "../../checker/index.js";
import type { PlanDifference } from "../life/comparePlans.js";
import type { Standing } from "../life/standings.js";
import { type Said, sayIn } from "./words.js";

export interface SaidDifference {
  readonly cost: Said;
  readonly nurses: readonly Said[];
  readonly visits: readonly Said[];
}

/** Ids and a clock time only, so that it stands in any language. */
function told(standing: Standing | null): string {
  if (standing?.start != null) return `${standing.shiftIds.join(" + ")} ${standing.start.slice(11, 16)}`;
  return standing?.providerId ?? "–";
}

export function sayDifference(difference: PlanDifference, language: Language): SaidDifference {
  const say = sayIn(language);
  const { cost, nurses, visits } = difference;
  return {
    cost: say("cost-change", { costBefore: cost.from, costAfter: cost.to }),
    nurses: nurses.map((one) =>
      say("nurse-differs", {
        nurseId: one.nurseId,
        visitsA: one.visitsFrom,
        visitsB: one.visitsTo,
        costA: one.cost.from,
        costB: one.cost.to,
      }),
    ),
    visits: visits.map(({ visitId, from, to }) =>
      say("visit-differs", { visitId, a: told(from), b: told(to) }),
    ),
  };
}
