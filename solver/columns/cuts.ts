/**
 * Cuts of three visits (Jepsen, Petersen, Spoorendonk and Pisinger 2008): of three visits that each
 * need one nurse, a plan has at most one route that serves two or more. The linear program
 * may break that with fractions of routes. Each cut has a price; a label carries whether it
 * has served an odd number of the cut's visits, and pays at every second one. It remembers only while it stays
 * among the cut's own few visits (Pecin, Pessoa, Poggi and Uchoa 2017): paying less often leaves the cut true,
 * and labels differ less.
 */
import type { UsedRoute } from "./columnStore.js";

export interface Cut {
  /** Ascending. */
  readonly visits: readonly [number, number, number];
  /** Visits at which a route remembers what it has served of the cut; the cut's own are among them. */
  readonly memory: ReadonlySet<number>;
}

/** Most cuts with a price above 0 at once: the bits of two words. */
export const MOST_PRICED = 64;

/** How often a route pays a cut: once for every two services of its visits that it remembers. */
export function timesPaid({ visits: [a, b, c], memory }: Cut, route: readonly number[]): number {
  let paid = 0;
  let begun = -1;
  for (const [at, v] of route.entries()) {
    if (v !== a && v !== b && v !== c) continue;
    if (begun < 0 || !remembers(memory, route, begun, at)) begun = at;
    else {
      paid++;
      begun = -1;
    }
  }
  return paid;
}

/** Whether all visits between two positions are remembered at. */
function remembers(memory: ReadonlySet<number>, route: readonly number[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (!memory.has(route[at] as number)) return false;
  return true;
}

/** What a route pays for all cuts. */
export function cutsPaid(cuts: readonly Cut[], price: ArrayLike<number>, visits: readonly number[]): number {
  let paid = 0;
  for (let c = 0; c < price.length; c++) {
    if ((price[c] as number) > 0) paid += (price[c] as number) * timesPaid(cuts[c] as Cut, visits);
  }
  return paid;
}

/** Keeps the dearest cuts' prices where there are more than labels can carry. */
export function fewEnough(price: Float64Array): Float64Array {
  const priced = [...price.keys()].filter((c) => (price[c] as number) > 0);
  if (priced.length <= MOST_PRICED) return price;
  priced.sort((a, b) => (price[b] as number) - (price[a] as number) || a - b);
  for (const c of priced.slice(MOST_PRICED)) price[c] = 0;
  return price;
}

/** Cuts as labels see them: bits by visit, prices by bit. */
export class PricedCuts {
  count = 0;
  readonly price = new Float64Array(MOST_PRICED);
  /** Bits 0 .. 31 and 32 .. 63 of the cuts that hold a visit. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** The same of the cuts that are remembered at a visit. */
  readonly keepLow: Int32Array;
  readonly keepHigh: Int32Array;

  constructor(visits: number) {
    this.low = new Int32Array(visits);
    this.high = new Int32Array(visits);
    this.keepLow = new Int32Array(visits);
    this.keepHigh = new Int32Array(visits);
  }

  /** Takes the cuts that can be paid where only `allowed` visits are served. */
  load(cuts: readonly Cut[], price: ArrayLike<number>, allowed: Uint8Array): void {
    for (const words of [this.low, this.high, this.keepLow, this.keepHigh]) words.fill(0);
    this.count = 0;
    for (let c = 0; c < price.length && this.count < MOST_PRICED; c++) {
      if (!((price[c] as number) > 0)) continue;
      const { visits, memory } = cuts[c] as Cut;
      const within = visits.filter((v) => allowed[v] === 1);
      if (within.length < 2) continue;
      const [words, keep] = this.count < 32 ? [this.low, this.keepLow] : [this.high, this.keepHigh];
      const bit = 1 << (this.count & 31);
      for (const v of within) words[v] = (words[v] as number) | bit;
      for (const v of memory) keep[v] = (keep[v] as number) | bit;
      this.price[this.count++] = price[c] as number;
    }
  }

  clear(): void {
    if (this.count > 0) this.load([], [], new Uint8Array(0));
  }

  /** Whether the cut with this bit holds the visit. */
  holds(bit: number, visit: number): boolean {
    return (((bit < 32 ? this.low : this.high)[visit] as number) & (1 << (bit & 31))) !== 0;
  }

  /** Whether it is remembered there. */
  isKept(bit: number, visit: number): boolean {
    return (((bit < 32 ? this.keepLow : this.keepHigh)[visit] as number) & (1 << (bit & 31))) !== 0;
  }

  /** Price of all cuts in the two words. */
  sum(low: number, high: number): number {
    let sum = 0;
    for (let left = low; left !== 0; left &= left - 1)
      sum += this.price[31 - Math.clz32(left & -left)] as number;
    for (let left = high; left !== 0; left &= left - 1) {
      sum += this.price[63 - Math.clz32(left & -left)] as number;
    }
    return sum;
  }
}

/** By how much a cut must be broken to be worth adding. */
const BROKEN = 0.05;

/** By visit: 1 where it needs one nurse. */
export function needOne(crew: ArrayLike<number>): Uint8Array {
  return Uint8Array.from(crew, (size) => (size === 1 ? 1 : 0));
}

/**
 * Cuts that the solution breaks, most broken first, each visit in few of them, with the memory it takes to see
 * that. `single[v]` is 1 where a visit needs one nurse; `known`: cuts so far, by their visits. A known cut comes
 * again where it needs more memory.
 */
export function brokenCuts(
  used: readonly UsedRoute[],
  single: Uint8Array,
  known: ReadonlyMap<string, Cut>,
  most: number,
): Cut[] {
  const together = new Map<number, Map<number, number>>();
  const routesOf = new Map<number, number[]>();
  const put = (a: number, b: number, value: number): void => {
    const row = together.get(a) ?? new Map<number, number>();
    together.set(a, row);
    row.set(b, (row.get(b) ?? 0) + value);
  };
  used.forEach(({ route, value }, r) => {
    const visits = [...new Set(route.visits)].filter((v) => single[v] === 1);
    for (const v of visits) {
      const list = routesOf.get(v) ?? [];
      routesOf.set(v, list);
      list.push(r);
    }
    if (value > 1 - 1e-6) return;
    for (const a of visits) for (const b of visits) if (a !== b) put(a, b, value);
  });
  const found: { cut: Cut; broken: number }[] = [];
  for (const [a, row] of together) {
    const near = [...row];
    for (let i = 0; i < near.length; i++) {
      const [b, ab] = near[i] as [number, number];
      for (let k = i + 1; k < near.length; k++) {
        const [c, ac] = near[k] as [number, number];
        const bc = together.get(b)?.get(c) ?? 0;
        // Where all three pairs stand together, the first visit tells of it.
        if (bc > 0 && (a > b || a > c)) continue;
        if (ab + ac + bc <= 1 + BROKEN) continue;
        const visits = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const memory = new Set([...visits, ...(known.get(visits.join())?.memory ?? [])]);
        const before = known.has(visits.join()) ? memory.size : 0;
        let total = 0;
        for (const r of new Set(visits.flatMap((v) => routesOf.get(v) ?? []))) {
          const { route, value } = used[r] as (typeof used)[number];
          total += value * pairsIn(visits, route.visits, memory);
        }
        if (total > 1 + BROKEN && memory.size > before)
          found.push({ cut: { visits, memory }, broken: total - 1 });
      }
    }
  }
  found.sort((x, y) => y.broken - x.broken || compare(x.cut, y.cut));
  const times = new Map<number, number>();
  const chosen: Cut[] = [];
  for (const { cut } of found) {
    if (chosen.length >= most) break;
    if (cut.visits.some((v) => (times.get(v) ?? 0) >= MOST_BY_VISIT)) continue;
    for (const v of cut.visits) times.set(v, (times.get(v) ?? 0) + 1);
    chosen.push(cut);
  }
  return chosen;
}

/** Cuts of one round that a visit may stand in. */
const MOST_BY_VISIT = 2;

/** How many pairs of services of the three visits the route has; what lies between them joins `memory`. */
function pairsIn(visits: Cut["visits"], route: readonly number[], memory: Set<number>): number {
  let pairs = 0;
  let begun = -1;
  for (const [at, v] of route.entries()) {
    if (!visits.includes(v)) continue;
    if (begun < 0) begun = at;
    else {
      for (const between of route.slice(begun + 1, at)) memory.add(between);
      begun = -1;
      pairs++;
    }
  }
  return pairs;
}

function compare({ visits: a }: Cut, { visits: b }: Cut): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
