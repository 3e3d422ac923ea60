/**
 * The exact optimum of a small problem by brute force: every order of every set of visits on
 * every shift, every purchase, timed together exactly. Nothing is shared with the optimiser,
 * neither code nor method, and every plan it gives should be judged by the checker.
 *
 * Only plans cheaper than `limit` are looked for; a limit near the optimum makes the search
 * short. Up to seven visits and four shifts are within reach.
 */
import type { Plan, Problem } from "../../src/contracts/index.js";
import { type Arc, bestTimes, type Times } from "./oracle/circulation.js";
import { type Day, readDay } from "./oracle/day.js";
import { outsideCosts } from "./oracle/outside.js";
import { Clocks, roundsOf, startPrices, type Round } from "./oracle/rounds.js";
import { writePlan } from "./oracle/writePlan.js";

export interface Optimum {
  readonly cost: number;
  readonly plan: Plan;
}

/** Steps after which the oracle gives up by throwing, so that a test cannot hang. */
const MOST_STEPS = 3_000_000;

/** The cheapest valid plan below `limit`; null where there is none. */
export function cheapestPlan(problem: Problem, limit = Infinity): Optimum | null {
  return new Oracle(readDay(problem), limit).run();
}

class Oracle {
  private readonly clocks: Clocks;
  private readonly rounds: Round[][];
  private readonly outside: readonly number[];
  private best: number;
  private found: Optimum | null = null;
  private steps = 0;

  constructor(
    private readonly day: Day,
    limit: number,
  ) {
    this.clocks = new Clocks(day);
    this.best = limit;
    this.outside = outsideCosts(day);
    this.rounds = day.shifts.map((_, s) => roundsOf(day, this.clocks, s, limit));
  }

  run(): Optimum | null {
    const crews = this.day.visits.flatMap(({ crew }, v) => (crew > 1 ? [v] : []));
    // Which crew visits are served is settled first: what stays out is then paid from the start.
    for (let served = 0; served < 1 << crews.length; served += 1) {
      const need = this.day.visits.map(({ crew, provider }): number =>
        crew > 1 || provider !== null ? 0 : 1,
      );
      let out = 0;
      crews.forEach((v, i) => {
        if (served & (1 << i)) need[v] = this.day.visits[v].crew;
        else out |= 1 << v;
      });
      this.day.visits.forEach(({ provider }, v) => {
        if (provider !== null) out |= 1 << v;
      });
      this.search(need, out);
    }
    return this.found;
  }

  private search(need: number[], out: number): void {
    const bounds = new Bounds(this.day, this.rounds, this.outside, need, out);
    const chosen: Round[] = [];
    const go = (s: number, left: readonly number[], lone: number, together: number): void => {
      if ((this.steps += 1) > MOST_STEPS) throw new Error("the oracle gives up: too many plans");
      if (s === this.day.shifts.length) return this.settle(chosen, left, out, lone + together);
      if (lone + together + bounds.of(s + 1, left) < this.best) go(s + 1, left, lone, together);
      for (const round of this.rounds[s]) {
        if (lone + together + round.cost >= this.best) break;
        const after = bounds.take(left, round.mask);
        if (after === null || this.meetsTwice(chosen, round)) continue;
        if (lone + together + round.cost + bounds.of(s + 1, after) >= this.best) continue;
        chosen.push(round);
        if (round.coupled) {
          const times = this.timesOf(chosen);
          const cost = times === null ? Infinity : times.cost;
          if (lone + cost + bounds.of(s + 1, after) < this.best) go(s + 1, after, lone, cost);
        } else go(s + 1, after, lone + round.cost, together);
        chosen.pop();
      }
    };
    go(0, need, 0, 0);
  }

  /** Would a nurse meet herself in a crew? */
  private meetsTwice(chosen: readonly Round[], round: Round): boolean {
    const { shifts } = this.day;
    return chosen.some(
      (other) => shifts[other.shift].nurse === shifts[round.shift].nurse && (other.mask & round.mask) !== 0,
    );
  }

  private settle(chosen: readonly Round[], left: readonly number[], out: number, sofar: number): void {
    const { day } = this;
    let mask = out;
    left.forEach((count, v) => {
      if (count > 0) mask |= 1 << v;
    });
    if (left.some((count, v) => count > 0 && day.visits[v].crew > 1)) return;
    const still = this.outside[mask] + this.crewMoved(chosen);
    if (sofar + still >= this.best || !this.rulesHold(chosen)) return;
    for (const order of this.siblingOrders(chosen)) {
      const times = this.timesOf(chosen, order, false);
      if (times === null || times.cost + still >= this.best) continue;
      this.best = times.cost + still;
      this.found = {
        cost: this.best,
        plan: writePlan(day, this.clocks, chosen, times, mask),
      };
    }
  }

  /** Cost and clocks of the rounds together: of the coupled ones, or of all. */
  private timesOf(chosen: readonly Round[], more: readonly Arc[] = [], coupledOnly = true): Times | null {
    const { day, clocks } = this;
    const rounds = coupledOnly ? chosen.filter(({ coupled }) => coupled) : chosen;
    const visits = new Set(rounds.flatMap((round) => round.visits));
    const arcs: Arc[] = [...more, ...rounds.flatMap((round) => round.arcs)];
    for (const v of visits) arcs.push(...startPrices(day, clocks, v));
    for (const link of day.links) {
      if (link.kind !== "gap" || !visits.has(link.first) || !visits.has(link.second)) continue;
      const [first, second] = [clocks.visit(link.first), clocks.visit(link.second)];
      arcs.push({ from: first, to: second, least: link.min, weight: Infinity });
      if (link.max < Infinity) arcs.push({ from: second, to: first, least: -link.max, weight: Infinity });
    }
    if (day.weights.worstLate > 0) {
      arcs.push({ from: 0, to: clocks.worst, least: 0, weight: Infinity });
      arcs.push({ from: clocks.worst, to: 0, least: 0, weight: day.weights.worstLate });
      for (const v of visits) {
        const { preferred } = day.visits[v];
        if (preferred !== null)
          arcs.push({ from: clocks.visit(v), to: clocks.worst, least: -preferred.to, weight: Infinity });
      }
    }
    const times = bestTimes(clocks.count, arcs);
    if (times === null) return null;
    return { cost: times.cost + rounds.reduce((sum, { fixed }) => sum + fixed, 0), at: times.at };
  }

  /** Each way to put a nurse's used shifts one behind the other. */
  private siblingOrders(chosen: readonly Round[]): Arc[][] {
    const { day, clocks } = this;
    let orders: Arc[][] = [[]];
    chosen.forEach((a, i) => {
      for (const b of chosen.slice(i + 1)) {
        if (day.shifts[a.shift].nurse !== day.shifts[b.shift].nurse) continue;
        const behind = (x: Round, y: Round): Arc => ({
          from: clocks.end(x.shift),
          to: clocks.departure(y.shift),
          least: 0,
          weight: Infinity,
        });
        orders = orders.flatMap((order) => [
          [...order, behind(a, b)],
          [...order, behind(b, a)],
        ]);
      }
    });
    return orders;
  }

  private crewMoved(chosen: readonly Round[]): number {
    let cost = 0;
    this.day.visits.forEach(({ crew, former }, v) => {
      if (crew === 1 || former === null) return;
      const now = chosen.filter(({ mask }) => mask & (1 << v)).map(({ shift }) => shift);
      if (now.length === 0) return;
      const stays =
        former.whole && former.shifts.length === now.length && now.every((s) => former.shifts.includes(s));
      if (!stays) cost += this.day.weights.moved;
    });
    return cost;
  }

  /** Pinned shifts, nurse links, changed clients: what no clock decides. */
  private rulesHold(chosen: readonly Round[]): boolean {
    const { day } = this;
    const shiftsOf = (v: number): number[] =>
      chosen.filter(({ mask }) => mask & (1 << v)).map(({ shift }) => shift);
    const nursesOf = (v: number): number[] => shiftsOf(v).map((s) => day.shifts[s].nurse);
    const changed = new Set<number>();
    for (let v = 0; v < day.visits.length; v += 1) {
      const { pinnedShifts, former, client } = day.visits[v];
      if (!pinnedShifts.every((s) => shiftsOf(v).includes(s))) return false;
      if (former === null || !former.whole) continue;
      const then = new Set(former.shifts.map((s) => day.shifts[s].nurse));
      const now = new Set(nursesOf(v));
      if (now.size !== then.size || [...now].some((nurse) => !then.has(nurse))) changed.add(client);
    }
    if (changed.size > day.changedClients) return false;
    return day.links.every((link) => {
      if (link.kind === "gap") return true;
      const [a, b] = [nursesOf(link.a), nursesOf(link.b)];
      if (a.length === 0 || b.length === 0) return true;
      return a.some((nurse) => b.includes(nurse)) === (link.kind === "same-nurse");
    });
  }
}

/** Least cost of what is still to be served from shift s on, when each round costs what it does on its own. */
class Bounds {
  private readonly table: Map<number, number>[];
  private readonly radix: number[];
  private readonly sets: Map<number, number>[];

  constructor(
    private readonly day: Day,
    rounds: readonly (readonly Round[])[],
    private readonly outside: readonly number[],
    need: readonly number[],
    private readonly out: number,
  ) {
    let place = 1;
    this.radix = need.map((count) => {
      const here = place;
      place *= count + 1;
      return here;
    });
    this.table = Array.from({ length: rounds.length + 1 }, () => new Map());
    this.sets = rounds.map((list) => {
      const cheapest = new Map<number, number>();
      for (const { mask, cost } of list)
        if (cost < (cheapest.get(mask) ?? Infinity)) cheapest.set(mask, cost);
      return cheapest;
    });
  }

  /** What is left to serve once a round of these visits is taken; null where one needs nobody more. */
  take(left: readonly number[], mask: number): number[] | null {
    const after = [...left];
    for (let v = 0; v < left.length; v += 1) {
      if (!(mask & (1 << v))) continue;
      if (after[v] === 0) return null;
      after[v] -= 1;
    }
    return after;
  }

  of(s: number, left: readonly number[]): number {
    const key = left.reduce((sum, count, v) => sum + count * this.radix[v], 0);
    const known = this.table[s].get(key);
    if (known !== undefined) return known;
    const value = this.compute(s, left);
    this.table[s].set(key, value);
    return value;
  }

  private compute(s: number, left: readonly number[]): number {
    if (s === this.sets.length) {
      let mask = this.out;
      for (let v = 0; v < left.length; v += 1) {
        if (left[v] > 0 && this.day.visits[v].crew > 1) return Infinity;
        if (left[v] > 0) mask |= 1 << v;
      }
      return this.outside[mask];
    }
    let best = this.of(s + 1, left);
    for (const [mask, cost] of this.sets[s]) {
      const after = this.take(left, mask);
      if (after !== null) best = Math.min(best, cost + this.of(s + 1, after));
    }
    return best;
  }
}
