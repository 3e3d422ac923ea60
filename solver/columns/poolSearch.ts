/**
 * Branch and bound over a pool that holds every route of a plan below some cost. Each node's number is proved by
 * exact reduced costs, as everywhere else; the linear program only says which prices to try and where to branch.
 */
import type { MasterEngine } from "../lp/master.js";
import { ColumnStore, type RouteColumn, type UsedRoute } from "./columnStore.js";
import { brokenCuts, type Cut, needOne } from "./cuts.js";
import { leastBetween, type Outside } from "./lagrangian.js";
import { type Branch, leftBy, openQuestions, type PoolShape, type Question } from "./poolBranches.js";
import { NO_CUTS, type PricePoint } from "./pricePoint.js";
import { boundsAt, raise } from "./proofs.js";
import { RoutePool } from "./routePool.js";
import type { StartCuts } from "./startCuts.js";

export interface PoolProblem {
  readonly outside: Outside;
  /** By class: its shifts. */
  readonly counts: readonly number[];
  readonly scale: number;
  readonly startCuts: StartCuts;
  /** Every route of a plan that costs less than `target` and leaves out from .. to visits. Scaled. */
  readonly routes: readonly RouteColumn[];
  readonly target: number;
  /** At which they were listed, and the cuts that these speak of. */
  readonly prices: PricePoint;
  readonly cuts: readonly Cut[];
  readonly from: number;
  readonly to: number;
}

/** Routes of each class that join the program at once, and cuts. */
const AT_ONCE = 40;
const CUTS_AT_ONCE = 30;
/** Rounds of cuts at the root, and at any other node. */
const ROOT_ROUNDS = 30;
const CUT_ROUNDS = 3;

/** Where there are more routes than these, the nearest so many are looked at first. */
const NEAR = 15_000;
/** Questions of which both sides are tried before one is chosen. */
const TRIED = 10;
/** Most nodes. */
const MOST_NODES = 3000;

export interface Solved {
  /**
   * By number of unserved visits: what is proved of plans' costs, at most the target; -Infinity where it was not
   * asked. Valid whenever the search ends.
   */
  readonly proved: Float64Array;
  /** A whole solution that costs what is proved, so that no branching raises it; null: none was met. */
  readonly whole: readonly UsedRoute[] | null;
}

interface Node {
  readonly branches: readonly Branch[];
  /** By number of unserved visits: what is proved here. */
  readonly proved: Float64Array;
}

export class PoolSearch {
  private readonly pool: RoutePool;
  private readonly shape: PoolShape;
  private readonly store: ColumnStore;
  private readonly cuts: Cut[] = [];
  private readonly known = new Map<string, Cut>();
  private readonly everyVisit: ReadonlySet<number>;
  private readonly alone: Uint8Array;
  /** By route: whether a plan below the target may use it. */
  private readonly alive: Uint8Array;
  private readonly inStore: Uint8Array;
  private whole: readonly UsedRoute[] | null = null;

  constructor(
    engine: MasterEngine,
    private readonly problem: PoolProblem,
  ) {
    const { outside, counts, scale, startCuts, routes, from, to } = problem;
    const visits = outside.crew.length;
    this.pool = new RoutePool(routes, startCuts, counts.length, visits);
    this.shape = { pool: this.pool, crew: outside.crew, single: counts.map((count) => count === 1) };
    this.store = new ColumnStore(engine, outside, counts, scale, startCuts);
    startCuts.list.forEach((_, k) => this.store.addCut(k));
    this.store.setUnservedRange(from > 0 ? from : -Infinity, to < visits ? to : Infinity);
    this.everyVisit = new Set(outside.crew.keys());
    this.alone = needOne(outside.crew);
    this.alive = new Uint8Array(routes.length).fill(1);
    this.inStore = new Uint8Array(routes.length);
    problem.prices.cuts.forEach((price, k) => {
      const { visits: of } = problem.cuts[k] as Cut;
      if (price > 0 && !this.known.has(of.join())) this.addCut(of);
    });
  }

  dispose(): void {
    this.store.dispose();
  }

  run(begin: Float64Array, stopped: () => boolean): Solved {
    const open: Node[] = [{ branches: [], proved: begin.slice() }];
    const closed: Float64Array[] = [];
    for (let count = 0; count < MOST_NODES && open.length > 0 && this.whole === null && !stopped(); count++) {
      const worst = open.reduce(
        (best, node, i) => (this.of(node) < this.of(open[best] as Node) ? i : best),
        0,
      );
      const [node] = open.splice(worst, 1) as [Node];
      const split = this.treat(node, stopped);
      if (split === null) closed.push(node.proved);
      else for (const branches of split) open.push({ branches, proved: node.proved.slice() });
    }
    const ends = [...closed, ...open.map(({ proved }) => proved)];
    const { target, from, to } = this.problem;
    const proved = begin.map((_, n) =>
      n < from || n > to ? -Infinity : ends.reduce((least, end) => Math.min(least, end[n] as number), target),
    );
    return { proved, whole: this.whole };
  }

  private of({ proved }: Node): number {
    return leastBetween(proved, this.problem.from, this.problem.to);
  }

  /** Raises what the node proves; its two sides, or null where it is done with. */
  private treat(node: Node, stopped: () => boolean): Branch[][] | null {
    const { problem, store, shape } = this;
    const { target } = problem;
    const root = node.branches.length === 0;
    const left = leftBy(shape, node.branches, this.alive);
    let routes = numbersOf(left.routes);
    const outside: Outside = {
      ...problem.outside,
      unserved: problem.outside.unserved.map((cost, v) => (left.outside[v] === 1 ? cost : Infinity)),
      providers: problem.outside.providers.map((of, v) => (left.outside[v] === 1 ? of : [])),
    };
    store.restrict(this.allowedIn(left.routes), (v) => left.outside[v] === 1);
    let rounds = root ? ROOT_ROUNDS : CUT_ROUNDS;
    let near = root ? this.begin(routes) : null;
    while (!stopped()) {
      const answer = store.solve();
      if (answer.status !== "optimal") return null;
      const at = store.pricesAt(answer.duals);
      if (near !== null && this.join(near, this.pool.reducedAt(at, this.cuts, near).reduced, at) > 0)
        continue;
      const { reduced, least } = this.pool.reducedAt(at, this.cuts, routes);
      const proved = boundsAt(at, least, outside, problem.counts, problem.startCuts);
      raise(node.proved, proved);
      // Costs of plans are whole points: above the point before the target is as good as there.
      if (this.of(node) > target - problem.scale) return null;
      const joined = this.join(routes, reduced, at);
      if (root) {
        const kept = this.bury(proved, routes, reduced, least);
        if (kept.length < routes.length) store.restrict(this.allowedIn(this.alive), () => true);
        routes = kept;
        if (routes.length <= NEAR) near = null;
      }
      if (joined > 0) continue;
      const used = store.used(answer.primal);
      if (rounds-- > 0 && this.cut(used) > 0) continue;
      const question = this.bestOf(openQuestions(used, shape, problem.startCuts.splits), node, left.routes);
      if (question === undefined) {
        // Least is proved here: no more can be.
        this.whole = used;
        return null;
      }
      return [true, false].map((yes) => [...node.branches, { question, yes }]);
    }
    return [node.branches as Branch[]];
  }

  /** The question whose cheaper side costs most, by the routes in the program; undefined: there is none. */
  private bestOf(
    questions: readonly Question[],
    { branches }: Node,
    alive: Uint8Array,
  ): Question | undefined {
    if (questions.length < 2) return questions[0];
    const { store, shape } = this;
    let best = questions[0];
    let most = -Infinity;
    for (const question of questions.slice(0, TRIED)) {
      const sides = [true, false].map((yes) => {
        const { routes, outside } = leftBy(shape, [...branches, { question, yes }], alive);
        store.restrict(this.allowedIn(routes), (v) => outside[v] === 1);
        const { status, objective } = store.solve();
        return status === "optimal" ? objective : Infinity;
      });
      const least = Math.min(...sides);
      if (least <= most) continue;
      most = least;
      best = question;
      if (least * this.problem.scale >= this.problem.target) break;
    }
    return best;
  }

  /** Gives the program the cheapest routes at the prices of the list; those near them, where they are not all. */
  private begin(routes: Int32Array): Int32Array | null {
    const at = { ...this.problem.prices, cuts: NO_CUTS };
    const { reduced, least } = this.pool.reducedAt(at, [], routes);
    this.join(routes, reduced, { ...at, classes: new Float64Array(least.length).fill(Infinity) });
    if (routes.length <= NEAR) return null;
    const over = this.overLeast(routes, reduced, least);
    const most = over.toSorted()[NEAR] as number;
    return routes.filter((_, i) => (over[i] as number) < most);
  }

  private allowedIn(routes: Uint8Array): (route: RouteColumn) => boolean {
    const gone = new Set<RouteColumn>();
    this.inStore.forEach((is, r) => {
      if (is === 1 && routes[r] !== 1) gone.add(this.pool.routes[r] as RouteColumn);
    });
    return (route) => !gone.has(route);
  }

  /** Adds the cheapest routes of each class that are worth it at the program's own prices; tells how many. */
  private join(routes: Int32Array, reduced: Float64Array, at: PricePoint): number {
    const cheap: number[][] = this.problem.counts.map(() => []);
    const { classOf } = this.pool;
    for (let i = 0; i < routes.length; i++) {
      const r = routes[i] as number;
      const shiftClass = classOf[r] as number;
      const own = (reduced[i] as number) - (at.classes[shiftClass] as number);
      if (own < 0 && this.inStore[r] === 0) cheap[shiftClass]?.push(i);
    }
    let added = 0;
    for (const list of cheap) {
      list.sort((a, b) => (reduced[a] as number) - (reduced[b] as number));
      for (const i of list.slice(0, AT_ONCE)) {
        const r = routes[i] as number;
        this.inStore[r] = 1;
        this.store.add(this.pool.routes[r] as RouteColumn);
        added++;
      }
    }
    return added;
  }

  /** Of these routes those that a plan below the target may use: to others, what is proved leaves no room. */
  private bury(
    proved: Float64Array,
    routes: Int32Array,
    reduced: Float64Array,
    least: Float64Array,
  ): Int32Array {
    const { target, from, to } = this.problem;
    const room = target - leastBetween(proved, from, to);
    const over = this.overLeast(routes, reduced, least);
    return routes.filter((r, i) => {
      const keep = (over[i] as number) < room;
      if (!keep) this.alive[r] = 0;
      return keep;
    });
  }

  /** By how much a plan with the route costs more than what is proved, at least. */
  private overLeast(routes: Int32Array, reduced: Float64Array, least: Float64Array): Float64Array {
    const { classOf } = this.pool;
    return reduced.map(
      (value, i) => value - Math.min(0, least[classOf[routes[i] as number] as number] as number),
    );
  }

  private cut(used: readonly UsedRoute[]): number {
    const found = brokenCuts(used, this.alone, this.known, CUTS_AT_ONCE);
    for (const { visits } of found) this.addCut(visits);
    return found.length;
  }

  private addCut(visits: Cut["visits"]): void {
    const cut = { visits, memory: this.everyVisit };
    this.known.set(visits.join(), cut);
    this.cuts.push(cut);
    this.store.addCut(cut);
  }
}

/** Where the flags are 1. */
function numbersOf(flags: Uint8Array): Int32Array {
  let count = 0;
  for (const flag of flags) count += flag;
  const numbers = new Int32Array(count);
  let next = 0;
  flags.forEach((flag, r) => {
    if (flag === 1) numbers[next++] = r;
  });
  return numbers;
}
