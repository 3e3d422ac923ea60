/**
 * Exact times under difference constraints: minimise the sum over arcs of
 * weight x max(0, least - (t[to] - t[from])), arcs of infinite weight being hard.
 *
 * Its dual is a circulation of most profit: each arc carries at most its weight and earns
 * `least` a unit. Cycles that earn something are filled until none is left; then the longest
 * distances in what remains are best times. Whole numbers in, whole numbers out, and neither
 * a linear program nor a cost curve anywhere: the optimiser uses those.
 */

export interface Arc {
  readonly from: number;
  readonly to: number;
  /** What `t[to] - t[from]` should be at least. */
  readonly least: number;
  /** Cost for each unit short of it; Infinity: it must hold. */
  readonly weight: number;
}

export interface Times {
  readonly cost: number;
  /** By node; node 0 stands at 0. */
  readonly at: readonly number[];
}

/** Best times of nodes 0 .. `nodes` - 1; null where the hard arcs cannot all hold. */
export function bestTimes(nodes: number, arcs: readonly Arc[]): Times | null {
  const flow = arcs.map(() => 0);
  const at = Array.from({ length: nodes }, () => 0);
  // The arc by which a node got its distance: its index, or ~index against its direction.
  const by = Array.from({ length: nodes }, () => 0);
  for (;;) {
    const last = relax(nodes, arcs, flow, at, by);
    if (last < 0) break;
    if (!fill(nodes, arcs, flow, by, last)) return null;
  }
  const origin = at[0];
  return {
    cost: arcs.reduce((sum, arc, a) => sum + flow[a] * arc.least, 0),
    at: at.map((time) => time - origin),
  };
}

/** Longest distances in what is left of the arcs; a node behind a profitable cycle, or -1. */
function relax(nodes: number, arcs: readonly Arc[], flow: readonly number[], at: number[], by: number[]) {
  at.fill(0);
  for (let round = 0; ; round += 1) {
    let moved = -1;
    for (let a = 0; a < arcs.length; a += 1) {
      const { from, to, least, weight } = arcs[a];
      if (flow[a] < weight && at[from] + least > at[to]) {
        at[to] = at[from] + least;
        by[to] = a;
        moved = to;
      }
      if (flow[a] > 0 && at[to] - least > at[from]) {
        at[from] = at[to] - least;
        by[from] = ~a;
        moved = from;
      }
    }
    if (moved < 0 || round === nodes) return moved;
  }
}

/** Fills the profitable cycle behind `node`. False: nothing bounds it. */
function fill(nodes: number, arcs: readonly Arc[], flow: number[], by: readonly number[], node: number) {
  const back = (n: number): number => (by[n] >= 0 ? arcs[by[n]].from : arcs[~by[n]].to);
  let start = node;
  for (let step = 0; step < nodes; step += 1) start = back(start);
  const cycle: number[] = [];
  let room = Infinity;
  let here = start;
  do {
    const a = by[here];
    cycle.push(a);
    room = Math.min(room, a >= 0 ? arcs[a].weight - flow[a] : flow[~a]);
    here = back(here);
  } while (here !== start);
  if (room === Infinity) return false;
  for (const a of cycle) flow[a >= 0 ? a : ~a] += a >= 0 ? room : -room;
  return true;
}
