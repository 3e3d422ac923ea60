/** Whose phone the demo shows: somebody with much of today's round ahead of her, and one tomorrow. */
import type { DemoRound } from "./happened.js";

const CREW_POINTS = 3;
const TOMORROW_POINTS = 5;
/** More visits ahead than this make a day no fuller. */
const FULL = 6;

/**
 * Null: nobody has a round.
 *
 * @param rounds of today's plan
 * @param tomorrow ids of nurses with a shift tomorrow
 * @param now epoch milliseconds
 */
export function demoNurse(
  rounds: readonly DemoRound[],
  tomorrow: ReadonlySet<string>,
  now: number,
): string | null {
  const points = new Map<string, number>();
  for (const { nurseId, stops } of rounds) {
    const visits = stops.filter((stop) => stop.kind === "visit");
    const ahead = visits.filter(({ end }) => Date.parse(end) > now);
    const before = points.get(nurseId) ?? (tomorrow.has(nurseId) ? TOMORROW_POINTS : 0);
    const crew = ahead.some(({ crewSize }) => crewSize > 1) ? CREW_POINTS : 0;
    points.set(nurseId, before + crew + Math.min(FULL, ahead.length) + visits.length / 100);
  }
  return [...points].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null;
}
