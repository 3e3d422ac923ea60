/** What is marked on the time line, row by row and visit by visit. */
import { keyedFlags } from "./flags.js";
import { focused } from "./focus.js";
import { moving, targetShift } from "./moving.js";
import { chosenRows } from "./round.js";
import { near } from "./scale.js";
import { model, selectedVisit } from "./state.js";

const listed = (key: string | null | undefined): readonly string[] => (key == null ? [] : [key]);

export const isSelected = keyedFlags(() => listed(selectedVisit.value));
export const isCarried = keyedFlags(() => listed(moving.value?.visitId));
export const isTarget = keyedFlags(() => listed(targetShift.value));
/** Rows in sight or about to be. */
export const isNear = keyedFlags(() => {
  const { from, to } = near.value;
  return (model.value?.rows ?? []).slice(from, to).map(({ shiftId }) => shiftId);
});
/** Rounds of what is chosen. */
export const isChosenRow = keyedFlags(() => chosenRows.value.map(({ shiftId }) => shiftId));

export const focusKey = (visitId: string, shiftId: string): string => `${visitId} ${shiftId}`;
export const hasFocus = keyedFlags(() => {
  const at = focused.value;
  return at === null ? [] : [focusKey(at.visitId, at.shiftId)];
});
