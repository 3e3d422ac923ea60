/** Rule 8: a pinned visit keeps its shifts, its start or its provider, and is not left unserved. */
import { type Day, type Placement, isServed, startOf } from "../day.js";
import type { Visit } from "../documents.js";
import { secondsOf } from "../instants.js";
import type { Fail } from "../violations.js";

type Pin = NonNullable<Visit["pin"]>;

export function checkPins(day: Day, fail: Fail): void {
  for (const placement of day.placements.values()) {
    const { pin, id: visitId } = placement.visit;
    if (pin === undefined) continue;
    if (isServed(placement)) checkServed(placement, pin, fail);
    else if (holdsNurses(pin) || (holdsAny(pin) && placement.bought === 0)) fail("pin-unserved", { visitId });
    const { providerId } = pin;
    if (providerId === undefined) continue;
    const bought = day.purchases.some((one) => one.visitId === visitId && one.providerId === providerId);
    if (!bought) fail("pin-provider", { visitId, providerId });
  }
}

function checkServed(placement: Placement, pin: Pin, fail: Fail): void {
  const visitId = placement.visit.id;
  const shifts = new Set(placement.standings.map(({ shiftId }) => shiftId));
  const wanted = new Set([...(pin.shiftIds ?? []), ...(pin.shiftId === undefined ? [] : [pin.shiftId])]);
  const shiftIds = [...wanted].filter((id) => !shifts.has(id));
  if (shiftIds.length > 0) fail("pin-shift", { visitId, shiftIds });
  if (pin.start !== undefined && secondsOf(pin.start) !== startOf(placement)) {
    fail("pin-start", { visitId, pinnedAt: pin.start });
  }
}

/** Whether the pin says anything that only a nurse of ours can hold. */
function holdsNurses(pin: Pin): boolean {
  return [pin.shiftId, pin.shiftIds, pin.start, pin.begun].some((value) => value !== undefined);
}

function holdsAny(pin: Pin): boolean {
  return holdsNurses(pin) || pin.providerId !== undefined;
}
