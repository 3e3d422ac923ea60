/** The columns of the master program and the rows they stand in. */
import type { MasterAnswer, MasterEngine, MasterLp } from "../lp/master.js";
import type { NgSets } from "./ngSets.js";
import { type Cut, timesPaid } from "./cuts.js";
import type { Outside } from "./lagrangian.js";
import { type PricePoint, rounded } from "./pricePoint.js";
import type { StartCuts } from "./startCuts.js";

export interface RouteColumn {
  readonly shiftClass: number;
  readonly visits: readonly number[];
  /** When the services start, seconds. */
  readonly starts: readonly number[];
  /** Scaled. */
  readonly cost: number;
}

/** A route that the master's solution uses, and how much of it. */
export interface UsedRoute {
  readonly route: RouteColumn;
  readonly value: number;
}

const enum Kind {
  Route,
  Unserved,
  Bought,
  Missing,
}

interface Stored {
  readonly kind: Kind;
  readonly route: RouteColumn | null;
  readonly visit: number;
  readonly cost: number;
  allowed: boolean;
}

/** A row added later: a cut of three visits, or the cut on starts of this index. */
type ExtraRow = Cut | number;

/** Rows: visits, then classes, then providers, then the number of unserved visits, then cuts as they came. */
export class ColumnStore {
  private readonly stored: Stored[] = [];
  private readonly known = new Map<string, number>();
  private master: MasterLp;
  private waiting: number[] = [];
  private readonly visits: number;
  private readonly countRow: number;
  private readonly extra: ExtraRow[] = [];
  private range: [number, number] = [-Infinity, Infinity];
  private readonly dearest: number;
  private missing = Infinity;

  constructor(
    private readonly engine: MasterEngine,
    private readonly outside: Outside,
    private readonly classCounts: readonly number[],
    private readonly scale: number,
    private readonly startCuts: StartCuts,
  ) {
    this.visits = outside.crew.length;
    this.countRow = this.visits + classCounts.length + outside.providerCost.length;
    this.master = this.emptyMaster();
    let dearest = 0;
    for (let v = 0; v < this.visits; v++) {
      const cost = outside.unserved[v] as number;
      if (cost !== Infinity) {
        this.store({ kind: Kind.Unserved, route: null, visit: v, cost, allowed: true });
        dearest = Math.max(dearest, cost);
      }
    }
    for (let v = 0; v < this.visits; v++) {
      for (const p of outside.providers[v] as readonly number[]) {
        const cost = outside.providerCost[p] as number;
        // A bought column needs its provider: it rides in `route` as class p.
        this.store({
          kind: Kind.Bought,
          route: { shiftClass: p, visits: [], starts: [], cost },
          visit: v,
          cost,
          allowed: true,
        });
      }
    }
    this.dearest = 2 * dearest + 100_000 * scale;
    this.setMissing(this.dearest);
  }

  /** So that the master always has a solution; no plan uses it. */
  private storeMissing(): void {
    for (let v = 0; v < this.visits; v++) {
      this.store({ kind: Kind.Missing, route: null, visit: v, cost: this.missing, allowed: true });
    }
  }

  /**
   * What a visit that is missing without being left out costs the master, scaled. Prices stay below it, so a
   * modest one keeps them sensible while the routes are poor. False: it is as dear as it can be.
   */
  setMissing(cost: number): boolean {
    const most = Math.min(cost, this.dearest);
    if (most === this.missing) return false;
    this.missing = most;
    const before: number[] = [];
    this.stored.forEach((column, index) => {
      if (column.kind !== Kind.Missing || !column.allowed) return;
      column.allowed = false;
      before.push(index);
    });
    this.flush();
    this.master.allowColumns(Int32Array.from(before), false);
    this.storeMissing();
    return true;
  }

  get size(): number {
    return this.stored.length;
  }

  private emptyMaster(): MasterLp {
    const { visits, outside, classCounts } = this;
    const rows = this.countRow + 1;
    const lower = new Float64Array(rows).fill(-Infinity);
    const upper = new Float64Array(rows).fill(Infinity);
    lower.set(outside.crew);
    upper.set(classCounts, visits);
    upper.set(outside.providerMost, visits + classCounts.length);
    const master = this.engine.create(lower, upper);
    master.setRowBounds(this.countRow, this.range[0], this.range[1]);
    const none = { columns: new Int32Array(0), values: new Float64Array(0) };
    for (const cut of this.extra) master.addRow(-Infinity, this.limitOf(cut), none.columns, none.values);
    return master;
  }

  /** Adds the row of a cut. */
  addCut(cut: ExtraRow): void {
    this.flush();
    this.extra.push(cut);
    const columns: number[] = [];
    const values: number[] = [];
    this.stored.forEach(({ route, kind }, index) => {
      if (kind !== Kind.Route || route === null) return;
      const value =
        typeof cut === "number"
          ? (this.startCuts.sharesOf(route).get(cut) ?? 0)
          : timesPaid(cut, route.visits);
      if (value === 0) return;
      columns.push(index);
      values.push(value);
    });
    this.master.addRow(-Infinity, this.limitOf(cut), Int32Array.from(columns), Float64Array.from(values));
  }

  /** What no plan exceeds in the row. */
  private limitOf(cut: ExtraRow): number {
    return typeof cut === "number" ? (this.startCuts.list[cut]?.limit ?? 1) : 1;
  }

  /** What the route has in each row of a cut, 0 included. */
  private extraOf(route: RouteColumn): number[] {
    const shares = this.startCuts.sharesOf(route);
    return this.extra.map((cut) =>
      typeof cut === "number" ? (shares.get(cut) ?? 0) : timesPaid(cut, route.visits),
    );
  }

  /** The master's duals as prices. */
  pricesAt(duals: Float64Array): PricePoint {
    const { visits, classCounts, outside, scale } = this;
    const rows = { visits, classes: classCounts.length, providers: outside.providerCost.length };
    return rounded(duals, rows, this.cutPrices(duals), scale);
  }

  /** Prices of cuts of three visits and of cuts on starts, at least 0, each in the order they came. Points. */
  private cutPrices(duals: Float64Array): { cuts: number[]; startCuts: number[] } {
    const prices = { cuts: [] as number[], startCuts: [] as number[] };
    this.extra.forEach((cut, k) => {
      const list = typeof cut === "number" ? prices.startCuts : prices.cuts;
      list.push(Math.max(0, -(duals[this.countRow + 1 + k] as number)));
    });
    return prices;
  }

  private store(column: Stored): void {
    this.waiting.push(this.stored.length);
    this.stored.push(column);
  }

  /** Adds a route unless it is known at this cost or less; true if it is new. */
  add(route: RouteColumn): boolean {
    const key = this.keyOf(route);
    const before = this.known.get(key);
    if (before !== undefined && before <= route.cost) return false;
    this.known.set(key, route.cost);
    this.store({ kind: Kind.Route, route, visit: -1, cost: route.cost, allowed: true });
    return true;
  }

  /** Routes with the same visits differ where cuts tell their starts apart. */
  private keyOf(route: RouteColumn): string {
    const shares = [...this.startCuts.sharesOf(route)].sort(([a], [b]) => a - b);
    return `${route.shiftClass}:${route.visits.join(",")}:${shares.join(";")}`;
  }

  /** Limits the number of unserved visits in the master's solution. */
  setUnservedRange(from: number, to: number): void {
    this.range = [from, to];
    this.master.setRowBounds(this.countRow, from, to);
  }

  solve(): MasterAnswer {
    this.flush();
    return this.master.solve();
  }

  private flush(): void {
    const start = new Int32Array(this.waiting.length + 1);
    const row: number[] = [];
    const value: number[] = [];
    const cost = new Float64Array(this.waiting.length);
    const classRow = this.visits;
    const providerRow = classRow + this.classCounts.length;
    const { countRow } = this;
    this.waiting.forEach((index, c) => {
      const column = this.stored[index] as Stored;
      cost[c] = column.cost / this.scale;
      if (column.kind === Kind.Route) {
        const route = column.route as RouteColumn;
        const sorted = [...route.visits].sort((a, b) => a - b);
        for (const v of sorted) {
          if (row.length > (start[c] as number) && row.at(-1) === v) {
            value[value.length - 1] = (value.at(-1) as number) + 1;
          } else {
            row.push(v);
            value.push(1);
          }
        }
        row.push(classRow + route.shiftClass);
        value.push(1);
        this.extraOf(route).forEach((share, k) => {
          if (share === 0) return;
          row.push(countRow + 1 + k);
          value.push(share);
        });
      } else {
        row.push(column.visit);
        value.push(this.outside.crew[column.visit] as number);
        if (column.kind === Kind.Unserved) {
          row.push(countRow);
          value.push(1);
        } else if (column.kind === Kind.Bought) {
          row.push(providerRow + (column.route as RouteColumn).shiftClass);
          value.push(1);
        }
      }
      start[c + 1] = row.length;
    });
    this.master.addColumns({
      cost,
      lower: new Float64Array(this.waiting.length),
      upper: new Float64Array(this.waiting.length).fill(Infinity),
      start,
      row: Int32Array.from(row),
      value: Float64Array.from(value),
    });
    this.waiting = [];
  }

  /** Allows exactly those routes, and those visits to be left out or bought, that the tests do. */
  restrict(route: (route: RouteColumn) => boolean, outside: (visit: number) => boolean): void {
    this.flush();
    const changed: Record<"off" | "on", number[]> = { off: [], on: [] };
    this.stored.forEach((column, index) => {
      if (column.kind === Kind.Missing) return;
      const may = column.kind === Kind.Route ? route(column.route as RouteColumn) : outside(column.visit);
      if (may === column.allowed) return;
      column.allowed = may;
      changed[may ? "on" : "off"].push(index);
    });
    this.master.allowColumns(Int32Array.from(changed.off), false);
    this.master.allowColumns(Int32Array.from(changed.on), true);
  }

  /** Routes that the solution uses, with their values. */
  used(primal: Float64Array): UsedRoute[] {
    const list: UsedRoute[] = [];
    this.stored.forEach((column, index) => {
      const value = primal[index] ?? 0;
      if (column.kind === Kind.Route && value > 1e-6) {
        list.push({ route: column.route as RouteColumn, value });
      }
    });
    return list;
  }

  /** Number of unserved visits in the solution, and how much of it no plan could be. */
  outsideOf(primal: Float64Array): { unserved: number; missing: number } {
    let unserved = 0;
    let missing = 0;
    this.stored.forEach((column, index) => {
      if (column.kind === Kind.Unserved) unserved += primal[index] ?? 0;
      else if (column.kind === Kind.Missing) missing += primal[index] ?? 0;
    });
    return { unserved, missing };
  }

  /** Forbids routes that the neighbourhoods no longer allow. */
  forbidCycles(ng: NgSets): number {
    const gone: number[] = [];
    this.stored.forEach((column, index) => {
      if (column.kind !== Kind.Route || !column.allowed) return;
      const { visits } = column.route as RouteColumn;
      if (new Set(visits.map((v) => ng.group[v])).size === visits.length || ng.allows(visits)) return;
      column.allowed = false;
      gone.push(index);
    });
    this.flush();
    this.master.allowColumns(Int32Array.from(gone), false);
    return gone.length;
  }

  /**
   * Starts a new master with so many routes, those of least reduced cost at these duals (points by row), and
   * everything that is not a route.
   */
  rebuild(duals: Float64Array, most: number): void {
    const routes = this.stored.flatMap((column) => {
      if (!column.allowed || column.kind !== Kind.Route) return [];
      const route = column.route as RouteColumn;
      let reduced = column.cost / this.scale - (duals[this.visits + route.shiftClass] as number);
      for (const v of route.visits) reduced -= duals[v] as number;
      this.extraOf(route).forEach((share, k) => {
        // A row added since has no price yet.
        reduced -= (duals[this.countRow + 1 + k] ?? 0) * share;
      });
      return [{ column, reduced }];
    });
    routes.sort((a, b) => a.reduced - b.reduced);
    const kept = [
      ...this.stored.filter(({ allowed, kind }) => allowed && kind !== Kind.Route),
      ...routes.slice(0, most).map(({ column }) => column),
    ];
    this.master.dispose();
    this.master = this.emptyMaster();
    this.stored.length = 0;
    this.known.clear();
    this.waiting = [];
    for (const column of kept) {
      const { route } = column;
      if (column.kind === Kind.Route && route !== null) {
        this.known.set(this.keyOf(route), route.cost);
      }
      this.store(column);
    }
  }

  dispose(): void {
    this.master.dispose();
  }
}
