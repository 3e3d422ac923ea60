/**
 * When door code and key notes may be read: around the visit only. The same rule holds at the
 * server when it hands them out; on the phone it holds by the phone's clock, online or not.
 */
import type { NurseVisit } from "../../../src/contracts/nurseDay.js";
import { millis } from "./clock.js";
import type { VisitState } from "./round.js";

/** Open this long before the planned start ... */
export const OPENS_BEFORE_MILLISECONDS = 60 * 60_000;
/** ... and this long after the planned end, for whoever is late. */
export const CLOSES_AFTER_MILLISECONDS = 60 * 60_000;
/** After the visit has ended: the door must still be locked and the key be put back. */
export const AFTER_VISIT_MILLISECONDS = 15 * 60_000;

export type NoteWindow =
  | { readonly state: "before"; readonly opensAt: number }
  | { readonly state: "open"; readonly closesAt: number }
  | { readonly state: "closed" };

/**
 * @param state - of the visit; one that is under way keeps its notes open however long it takes
 * @param endedAt - when it ended as she told, epoch milliseconds
 */
export function noteWindow(
  visit: Pick<NurseVisit, "start" | "end">,
  state: VisitState,
  endedAt: number | null,
  now: number,
): NoteWindow {
  const opensAt = millis(visit.start) - OPENS_BEFORE_MILLISECONDS;
  if (state === "begun") return { state: "open", closesAt: now + CLOSES_AFTER_MILLISECONDS };
  const closesAt =
    state === "planned" || endedAt === null
      ? millis(visit.end) + CLOSES_AFTER_MILLISECONDS
      : endedAt + AFTER_VISIT_MILLISECONDS;
  if (now >= closesAt) return { state: "closed" };
  if (now < opensAt) return { state: "before", opensAt };
  return { state: "open", closesAt };
}
