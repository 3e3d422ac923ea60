/**
 * Cuts of crews. A crew of k starts together, on k shifts: whenever one of them starts before a moment (or from
 * it on), k - 1 others do. So where a class is one shift only, k - 1 times its services before the moment are no
 * more than all the others' services then. The linear program breaks that, as nothing else ties the
 * starts of a crew to each other.
 */
import {
  BROKEN,
  type Moments,
  momentIn,
  NO_CLASS,
  type StartCut,
  type StartCuts,
  type UsedStart,
} from "./startCuts.js";

/** Most cuts that one crew gets at once. */
const AT_ONCE = 2;

/** Cuts that the solution breaks. `starts`: by visit. */
export function brokenCrews(
  starts: readonly (readonly UsedStart[])[],
  classes: readonly { readonly shifts: { readonly length: number } }[],
  crew: ArrayLike<number>,
  known: StartCuts,
): StartCut[] {
  return starts.flatMap((of, visit) => {
    const others = (crew[visit] as number) - 1;
    if (others < 1) return [];
    const alone = [...new Set(of.map(({ shiftClass }) => shiftClass))].filter(
      (c) => classes[c]?.shifts.length === 1,
    );
    const found = alone.flatMap((c) => worstSide(of, c, others));
    found.sort((a, b) => b.broken - a.broken || a.shiftClass - b.shiftClass);
    return found.slice(0, AT_ONCE).flatMap(({ shiftClass, before, moments }) => {
      const at = momentIn(moments, known.splits[visit] as number[]);
      if (!known.fits(visit, at)) return [];
      const side = { visit, time: at, before, shiftClass, own: others, others: -1, parts: 1 };
      return [{ limit: 0, sides: [side] }];
    });
  });
}

/**
 * Of whole crews that do not start together: cuts of nothing that split the windows between two starts, so that a
 * search can ask whether the crew starts before that moment.
 */
export function splitCrews(
  starts: readonly (readonly UsedStart[])[],
  crew: ArrayLike<number>,
  known: StartCuts,
): StartCut[] {
  return starts.flatMap((of, visit) => {
    if ((crew[visit] as number) < 2) return [];
    const parts = new Map(of.map(({ time }) => [known.partOf(visit, time), time]));
    const apart = of.find(({ time }) => (parts.get(known.partOf(visit, time)) as number) !== time);
    if (apart === undefined) return [];
    const other = parts.get(known.partOf(visit, apart.time)) as number;
    const moments = { from: Math.min(apart.time, other) + 1, to: Math.max(apart.time, other) };
    const time = momentIn(moments, []);
    if (!known.fits(visit, time)) return [];
    return [
      {
        limit: 0,
        sides: [{ visit, time, before: true, shiftClass: NO_CLASS, own: 0, others: 0, parts: 1 }],
      },
    ];
  });
}

interface Broken {
  readonly shiftClass: number;
  readonly before: boolean;
  readonly moments: Moments;
  readonly broken: number;
}

/** Where the class stands most without its crew; none: hardly anywhere. */
function worstSide(starts: readonly UsedStart[], shiftClass: number, others: number): Broken[] {
  let worst: Broken | null = null;
  for (const own of starts) {
    if (own.shiftClass !== shiftClass) continue;
    for (const before of [true, false]) {
      const counts = ({ time }: UsedStart): boolean => (before ? time <= own.time : time >= own.time);
      let broken = 0;
      let from = before ? own.time + 1 : -Infinity;
      let to = before ? Infinity : own.time;
      for (const start of starts) {
        if (counts(start)) broken += start.value * (start.shiftClass === shiftClass ? others : -1);
        else if (before) to = Math.min(to, start.time);
        else from = Math.max(from, start.time + 1);
      }
      // With nothing on the other side there is no moment to split at.
      if (broken <= Math.max(BROKEN, worst?.broken ?? 0) || from === -Infinity || to === Infinity) continue;
      worst = { shiftClass, before, moments: { from, to }, broken };
    }
  }
  return worst === null ? [] : [worst];
}
