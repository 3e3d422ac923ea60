/** Rule 1: every visit stands once, in `unserved`, in `bought` or with its whole crew at one time. */
import { type Day, isServed, nursesOf } from "../day.js";
import type { Fail } from "../violations.js";

export function checkPlacement(day: Day, fail: Fail): void {
  checkRoutes(day, fail);
  for (const placement of day.placements.values()) {
    const { visit, standings, unserved, bought } = placement;
    const visitId = visit.id;
    const places = unserved + bought + (isServed(placement) ? 1 : 0);
    if (places === 0) fail("visit-missing", { visitId });
    if (places > 1) fail("visit-twice", { visitId, unserved, bought, routes: standings.length });
    if (!isServed(placement)) continue;
    const crewSize = visit.crewSize ?? 1;
    const nurses = nursesOf(day, placement).size;
    if (standings.length !== crewSize || nurses !== crewSize) {
      fail("crew-wrong", { visitId, crewSize, routes: standings.length, nurses });
    }
    const starts = standings.map(({ start }) => start);
    const apartSeconds = Math.max(...starts) - Math.min(...starts);
    if (apartSeconds > 0) fail("crew-apart", { visitId, apartSeconds });
  }
  for (const { visitId } of day.plan.unserved) {
    if (!day.lookup.visits.has(visitId)) fail("unserved-unknown", { visitId });
  }
}

function checkRoutes(day: Day, fail: Fail): void {
  for (const shiftId of day.unknownShiftIds) fail("shift-unknown", { shiftId });
  const used = new Set<string>();
  const twice = new Set<string>();
  for (const route of day.routes) {
    const shiftId = route.shift.id;
    if (used.has(shiftId)) twice.add(shiftId);
    used.add(shiftId);
    for (const visitId of route.unknownVisitIds) fail("visit-unknown", { shiftId, visitId });
    for (const { visit, repeated } of route.visits) {
      if (repeated) fail("visit-twice-in-route", { shiftId, visitId: visit.id });
    }
    if (route.visits.length === 0) fail("route-empty", { shiftId });
  }
  if (twice.size > 0) fail("shift-twice", { shiftIds: [...twice] });
}
