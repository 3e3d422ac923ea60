/** Shifts end after they start, and their breaks can be taken. */
import type { Loose } from "../loose.js";
import type { Shift, ShiftBreak } from "../problemSchema.js";
import { called, clock, entries, orDefault, type Context } from "./context.js";
import { checkInterval } from "./visits.js";

/** First start and last end of all work on a shift, epoch seconds; undefined where its instants are faulty. */
export function reachOf(shift: Loose<Shift>): { from: number; to: number } | undefined {
  const from = clock(shift.from);
  const to = clock(shift.to);
  const overtime = orDefault(shift, "maxOvertimeMinutes", 0);
  if (from === undefined || to === undefined || overtime === undefined) return undefined;
  return { from, to: to + 60 * overtime };
}

/**
 * Whether some departure lets the break start in its window, late enough and early enough
 * after the departure, and end within the shift and its overtime. A departure can always
 * be chosen between the two delays, so only the earliest delay narrows the window.
 */
function canBeTaken(item: Loose<ShiftBreak>, reach: { from: number; to: number }): boolean {
  const from = clock(item.from);
  const to = clock(item.to);
  const delay = orDefault(item, "earliestAfterMinutes", 0);
  if (from === undefined || to === undefined || delay === undefined || item.minutes === undefined)
    return true;
  const earliest = Math.max(from, reach.from + 60 * delay);
  return earliest <= Math.min(to, reach.to - 60 * item.minutes);
}

function checkBreak(
  add: Context["add"],
  shift: Loose<Shift>,
  at: number,
  b: number,
  item: Loose<ShiftBreak>,
): void {
  const path = ["shifts", at, "breaks", b];
  const owner = `${called("shift", shift)}, ${called("break", item)}`;
  checkInterval(add, path, owner, item);
  const { earliestAfterMinutes: earliest, latestAfterMinutes: latest } = item;
  if (earliest !== undefined && latest !== undefined && earliest > latest) {
    add(
      "break-delay-order",
      path,
      `${owner}: earliestAfterMinutes ${earliest} is greater than latestAfterMinutes ${latest}`,
    );
  }
  const reach = reachOf(shift);
  if (reach === undefined || reach.to <= reach.from) return;
  // On a shift that can never be long enough to need it, the break is only idle.
  const after = orDefault(item, "afterMinutes", 0);
  const neverNeeded = after === undefined || reach.to - reach.from <= 60 * after;
  const from = clock(item.from);
  const to = clock(item.to);
  if (neverNeeded || from === undefined || to === undefined || from > to || canBeTaken(item, reach)) return;
  const overtime = shift.maxOvertimeMinutes ?? 0;
  add(
    "break-out-of-reach",
    path,
    `${owner}: ${item.minutes} minutes starting from ${item.from} to ${item.to} do not fit into ${shift.from} to ${shift.to} with ${overtime} minutes of overtime`,
  );
}

export function checkShifts({ problem, add }: Context): void {
  for (const { at, item } of entries(problem.shifts)) {
    const from = clock(item.from);
    const to = clock(item.to);
    if (from !== undefined && to !== undefined && from >= to) {
      add(
        "shift-order",
        ["shifts", at],
        `${called("shift", item)}: from ${item.from} is not before to ${item.to}`,
      );
    }
    for (const { at: b, item: pause } of entries(item.breaks)) checkBreak(add, item, at, b, pause);
  }
}
