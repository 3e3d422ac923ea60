import type { Shift, Visit } from "../../../src/contracts/index.js";
import type { Draft, Feature } from "./feature.js";

/** Minutes between a pinned visit and either end of its shift; the way must take less. */
const ROOM = 60;

/**
 * Pins that can hold together: at most one visit on a shift is pinned, well inside the shift and
 * away from its breaks, to a nurse who may do it.
 */
export const pins: Feature = {
  about:
    "one shift in five has a pinned visit (to the shift, to a start too, or already begun); one is bought",
  apply(draft, draw) {
    const { problem, clock } = draft;
    const taken = new Set<string>();
    for (const shift of problem.shifts) {
      if (!draw.chance(0.2)) continue;
      const may = problem.visits.flatMap((visit, i) => {
        const at = taken.has(visit.clientId) ? null : pinStart(draft, visit, i, shift);
        return at === null ? [] : [{ visit, at }];
      });
      if (may.length === 0) continue;
      const { visit, at } = draw.pick(may);
      taken.add(visit.clientId);
      const kind = draw.pick(["shift", "start", "begun"] as const);
      if (kind === "shift") visit.pin = { shiftId: shift.id };
      else
        visit.pin = { shiftIds: [shift.id], start: clock(at), ...(kind === "begun" ? { begun: true } : {}) };
    }
    const provider = problem.providers?.find((p) => p.areaIds === undefined && p.maxVisits !== 0);
    const bought = problem.visits.find(
      (v) => !taken.has(v.clientId) && provider?.typeIds.includes(v.typeId) && unlinked(draft, v),
    );
    if (provider && bought) bought.pin = { providerId: provider.id };
  },
};

/** Minutes after local midnight, read off the instant's own wall time. */
const minuteOf = (instant: string) => Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16));

const unlinked = ({ problem }: Draft, visit: Visit) =>
  (problem.links ?? []).every((link) =>
    link.kind === "gap"
      ? link.first !== visit.id && link.second !== visit.id
      : !link.visits.includes(visit.id),
  );

/** When the visit could start on this shift whatever else is pinned; null: not surely. */
function pinStart(draft: Draft, visit: Visit, index: number, shift: Shift): number | null {
  if ((visit.crewSize ?? 1) > 1 || visit.windows.length !== 1 || !unlinked(draft, visit)) return null;
  if (!draft.able(shift.nurseId, visit)) return null;
  const wish = draft.wishes[index]!;
  const at = Math.max(wish.windowFrom, minuteOf(shift.from) + ROOM);
  if (at > wish.windowTo || at + visit.minutes + ROOM > minuteOf(shift.to)) return null;
  const restful = (shift.breaks ?? []).every(
    (b) => at + visit.minutes + 20 <= minuteOf(b.from) || at >= minuteOf(b.to) + b.minutes + ROOM,
  );
  const place = draft.placeOf(visit);
  const there = draft.leg(shift.mode, shift.startPlaceId, place);
  const back = draft.leg(shift.mode, place, shift.endPlaceId);
  return restful && there < ROOM * 60 && back < ROOM * 60 ? at : null;
}
