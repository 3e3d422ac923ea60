/** Rule 6: the breaks of a used shift. */
import type { Day } from "../day.js";
import { secondsOf } from "../instants.js";
import type { Fail } from "../violations.js";
import type { TakenBreak, WalkedRoute } from "../walk.js";

export function checkBreaks(day: Day, fail: Fail): void {
  for (const route of day.routes) {
    const shiftId = route.shift.id;
    for (const breakId of route.unknownBreakIds) fail("break-unknown", { shiftId, breakId });
    for (const breakId of route.repeatedBreakIds) fail("break-twice", { shiftId, breakId });
    for (const taken of route.breaks) checkTaken(route, taken, fail);
    checkLeftOut(route, fail);
  }
}

function checkTaken(route: WalkedRoute, taken: TakenBreak, fail: Fail): void {
  const { spec, start, end, startAt } = taken;
  const which = { shiftId: route.shift.id, breakId: spec.id };
  if (end - start !== spec.minutes * 60) {
    fail("break-length", { ...which, lengthSeconds: end - start, wantedMinutes: spec.minutes });
  }
  if (spec.inside === true && !(taken.hasVisitBefore && taken.hasVisitAfter)) fail("break-not-inside", which);
  if (start < secondsOf(spec.from) || start > secondsOf(spec.to)) fail("break-window", { ...which, startAt });
  const sinceSeconds = start - route.departure;
  const earliestMinutes = spec.earliestAfterMinutes ?? 0;
  const latestMinutes = spec.latestAfterMinutes;
  if (sinceSeconds < earliestMinutes * 60) {
    fail("break-too-soon", { ...which, sinceSeconds, earliestMinutes });
  } else if (latestMinutes !== undefined && sinceSeconds > latestMinutes * 60) {
    fail("break-too-late", { ...which, sinceSeconds, latestMinutes });
  }
}

function checkLeftOut(route: WalkedRoute, fail: Fail): void {
  const taken = new Set(route.breaks.map(({ spec }) => spec));
  const routeSeconds = route.back - route.departure;
  for (const spec of route.shift.breaks ?? []) {
    const afterMinutes = spec.afterMinutes ?? 0;
    if (!taken.has(spec) && routeSeconds > afterMinutes * 60) {
      fail("break-missing", { shiftId: route.shift.id, breakId: spec.id, routeSeconds, afterMinutes });
    }
  }
}
