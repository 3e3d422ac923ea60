/** Cost parts of each used shift: `travel`, `wait`, `overtime`, `overload`, `use`. */
import type { Day } from "../day.js";
import { secondsOf } from "../instants.js";
import type { CostParts } from "../verdict.js";
import type { WalkedRoute } from "../walk.js";

export function addRouteCosts(day: Day, parts: CostParts): void {
  for (const route of day.routes) {
    const { shift, departure, back } = route;
    const travel = travelSeconds(route);
    const work = total(route.visits);
    parts.travel += travel;
    parts.wait += back - departure - travel - work - total(route.breaks);
    parts.overtime += Math.max(0, back - secondsOf(shift.to));
    parts.use += shift.useCost ?? 0;
    if (shift.targetMinutes !== undefined) {
      parts.overload += Math.max(0, travel + work - shift.targetMinutes * 60);
    }
  }
}

function travelSeconds({ visits, lastLeg }: WalkedRoute): number {
  return visits.reduce((sum, { leg }) => sum + (leg.seconds ?? 0), lastLeg.seconds ?? 0);
}

function total(spans: readonly { readonly start: number; readonly end: number }[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
