/**
 * The plan that the search works on: routes, where each visit stands, the bounds that
 * coupled visits (crews, gaps) put on each other, and the total. Changes between `begin`
 * and `rollback` can be taken back; only routes touched are copied.
 */
import { FAR, type Model } from "../model/model.js";
import { StartBounds } from "../schedule/bounds.js";
import { Inserter } from "../schedule/insertion.js";
import { Route } from "../schedule/route.js";
import type { Confines } from "./confines.js";
import { copyGapCuts, Gaps, noGapCuts, type GapCuts } from "./gaps.js";
import { shiftsIn, type PlanCopy } from "./planCopy.js";
import { copyCuts, noCuts, Siblings, type SiblingCuts } from "./siblings.js";

export const OUT = -1;
/** `where` of a visit bought from provider p. */
export const boughtFrom = (p: number): number => -2 - p;

/** The provider that a visit with `where` below OUT is bought from. */
export const providerOf = (where: number): number => -2 - where;

/** Price, inside the search, of each client past `limits.changedClients`. */
export const CHANGED_PRICE = 1e7;

export class State {
  readonly bounds: StartBounds;
  readonly routes: Route[];
  private readonly backups: Route[];
  private readonly touchedMark: Uint8Array;
  private readonly touched: number[] = [];
  /** Shift of a served visit (its first, for crews), OUT, or boughtFrom(p). */
  where: Int32Array;
  /** Shifts of crew visits: `crewAt[v]` of length crew, empty while not served. */
  readonly crewAt: number[][];
  readonly crewVisits: Int32Array;
  /** Start at which a crew visit last stood. */
  readonly lastStart: Float64Array;
  /** 1 for crew visits whose start gives way for a while (see looseCrews.ts); it has no price then. */
  readonly loose: Uint8Array;
  private readonly gaps: Gaps;
  readonly providerUsed: Int32Array;
  /** Visits not on any route and not bought. */
  absent: Int32Array;
  absentCount = 0;
  private readonly gone: Uint8Array;
  readonly inserter: Inserter;
  /** Null: no nurse has shifts that could overlap. */
  readonly siblings: Siblings | null;
  private readonly saved: {
    where: Int32Array;
    gaps: GapCuts;
    lo: Float64Array;
    hi: Float64Array;
    providerUsed: Int32Array;
    absent: Int32Array;
    absentCount: number;
    crewAt: number[][];
    siblings: SiblingCuts;
  };
  /** Visits that `limits.changedClients` speaks of. */
  readonly limitedVisits: Int32Array;
  /** By visit its published nurses, each once; null: none were published. */
  private readonly formerNurses: readonly (readonly number[] | null)[];
  /** Grows with every change, so that what was derived from the plan can be told to be stale. */
  edits = 0;
  /** What the search keeps to for a while; null: all of the day. */
  part: Confines | null = null;
  /** By shift 1 for those of other threads, where visits must not go; null: all are this one's. */
  fenced: Uint8Array | null = null;

  constructor(readonly model: Model) {
    const n = model.visits;
    this.bounds = new StartBounds(n);
    this.routes = model.shifts.map((_, s) => new Route(model, s, this.bounds));
    this.backups = model.shifts.map((_, s) => new Route(model, s, this.bounds));
    this.touchedMark = new Uint8Array(model.shiftCount);
    this.where = new Int32Array(n).fill(OUT);
    this.crewAt = Array.from({ length: n }, () => []);
    this.lastStart = new Float64Array(n).fill(-FAR);
    this.crewVisits = Int32Array.from(indices(n).filter((v) => model.crew[v] > 1));
    this.loose = new Uint8Array(n);
    this.gaps = new Gaps(model, this);
    this.providerUsed = new Int32Array(model.providerCost.length);
    this.absent = Int32Array.from(indices(n));
    this.absentCount = n;
    this.gone = new Uint8Array(n);
    this.inserter = new Inserter(model, this.bounds);
    this.siblings = model.siblings.length > 0 ? new Siblings(model, this) : null;
    this.limitedVisits = Int32Array.from(indices(n).filter((v) => model.limited[v] === 1));
    this.formerNurses = model.data.previous.map(
      (p) => p && [...new Set(p.shifts.map((s) => model.shifts[s].nurse))],
    );
    this.saved = {
      where: this.where.slice(),
      gaps: noGapCuts(model),
      lo: this.bounds.lo.slice(),
      hi: this.bounds.hi.slice(),
      providerUsed: this.providerUsed.slice(),
      absent: this.absent.slice(),
      absentCount: n,
      crewAt: this.crewAt.map((x) => x),
      siblings: noCuts(model),
    };
  }

  // ---- transactions -------------------------------------------------------

  begin(): void {
    for (const r of this.touched) this.touchedMark[r] = 0;
    this.touched.length = 0;
    const s = this.saved;
    s.where.set(this.where);
    s.providerUsed.set(this.providerUsed);
    s.absent.set(this.absent);
    s.absentCount = this.absentCount;
    if (this.siblings) copyCuts(this.siblings.cuts, s.siblings);
    if (this.model.gaps.length > 0 || this.crewVisits.length > 0) {
      copyGapCuts(this.gaps.cuts, s.gaps);
      s.lo.set(this.bounds.lo);
      s.hi.set(this.bounds.hi);
      for (const v of this.crewVisits) s.crewAt[v] = this.crewAt[v];
    }
  }

  rollback(): void {
    this.edits++;
    const s = this.saved;
    this.where.set(s.where);
    this.providerUsed.set(s.providerUsed);
    this.absent.set(s.absent);
    this.absentCount = s.absentCount;
    if (this.siblings) copyCuts(s.siblings, this.siblings.cuts);
    if (this.model.gaps.length > 0 || this.crewVisits.length > 0) {
      copyGapCuts(s.gaps, this.gaps.cuts);
      this.bounds.lo.set(s.lo);
      this.bounds.hi.set(s.hi);
      for (const v of this.crewVisits) {
        this.crewAt[v] = s.crewAt[v];
        this.loose[v] = 0;
      }
    }
    for (const r of this.touched) {
      const x = this.routes[r];
      this.routes[r] = this.backups[r];
      this.backups[r] = x;
      this.touchedMark[r] = 0;
    }
    this.touched.length = 0;
  }

  /** Has the route changed since `begin`? */
  isTouched(r: number): boolean {
    return this.touchedMark[r] === 1;
  }

  /** Routes changed since `begin`. */
  get changedRoutes(): readonly number[] {
    return this.touched;
  }

  touch(r: number): Route {
    this.siblings?.note(r);
    if (!this.touchedMark[r]) {
      this.touchedMark[r] = 1;
      this.touched.push(r);
      this.backups[r].copyFrom(this.routes[r]);
    }
    return this.routes[r];
  }

  // ---- copies -------------------------------------------------------------

  /** Copies the plan out. */
  save(into: PlanCopy): void {
    this.siblings?.sync();
    this.routes.forEach((r, s) => {
      into.sequences[s] = Array.from(r.seq.subarray(1, r.length + 1));
    });
    into.where.set(this.where);
    for (const v of this.crewVisits) into.crewAt[v] = this.crewAt[v];
    into.lo.set(this.bounds.lo);
    into.hi.set(this.bounds.hi);
    copyGapCuts(this.gaps.cuts, into.gaps);
    if (this.siblings) copyCuts(this.siblings.cuts, into.siblings);
  }

  /** Makes the state equal to a plan copied out before. Ends any transaction. */
  load(from: PlanCopy): void {
    this.edits++;
    this.touched.length = 0;
    this.touchedMark.fill(0);
    this.where.set(from.where);
    for (const v of this.crewVisits) this.crewAt[v] = from.crewAt[v];
    this.bounds.lo.set(from.lo);
    this.bounds.hi.set(from.hi);
    copyGapCuts(from.gaps, this.gaps.cuts);
    this.providerUsed.fill(0);
    this.absentCount = 0;
    for (let v = 0; v < this.model.visits; v++) {
      if (this.where[v] === OUT) this.absent[this.absentCount++] = v;
      else if (this.where[v] < OUT) this.providerUsed[providerOf(this.where[v])]++;
    }
    let at = this.absentCount;
    for (let v = 0; v < this.model.visits; v++) if (this.where[v] !== OUT) this.absent[at++] = v;
    this.routes.forEach((r, s) => r.setSequence(from.sequences[s]));
    if (!this.siblings) return;
    copyCuts(from.siblings, this.siblings.cuts);
    this.routes.forEach((_, s) => this.siblings?.note(s));
    this.siblings.sync();
    this.touched.length = 0;
    this.touchedMark.fill(0);
  }

  // ---- cost ---------------------------------------------------------------

  total(): number {
    const { model } = this;
    this.siblings?.sync();
    let sum = model.data.weights.worstLate * model.lateThreshold;
    for (const r of this.routes) sum += r.cost;
    for (let i = 0; i < this.absentCount; i++) sum += model.unservedCost[this.absent[i]];
    for (let p = 0; p < this.providerUsed.length; p++) sum += this.providerUsed[p] * model.providerCost[p];
    for (const v of this.crewVisits)
      if (this.where[v] >= 0)
        sum += (this.loose[v] ? 0 : model.startPrice(v, this.bounds.lo[v])) + this.crewMoved(v);
    if (model.hasChangedLimit) sum += CHANGED_PRICE * Math.max(0, this.changedClients() - model.changedLimit);
    return sum;
  }

  /** Weighted `moved` of a served crew visit. */
  private crewMoved(v: number): number {
    const before = this.model.data.previous[v];
    if (!before || this.model.wMoved === 0) return 0;
    const now = this.crewAt[v];
    const same =
      before.whole && before.shifts.length === now.length && now.every((s) => before.shifts.includes(s));
    return same ? 0 : this.model.wMoved;
  }

  /** Clients with another set of nurses than published, as `limits.changedClients` counts them. */
  changedClients(): number {
    const clients = new Set<number>();
    for (const v of this.limitedVisits) if (this.isChanged(v)) clients.add(this.model.data.visits[v].client);
    return clients.size;
  }

  /** Has a limited visit another set of nurses than published? */
  isChanged(v: number): boolean {
    const { model } = this;
    const former = this.formerNurses[v]!;
    const now = this.shiftsOf(v);
    return now.length !== former.length || now.some((s) => !former.includes(model.shifts[s].nurse));
  }

  /** Did `nurse` serve `v` in the published plan? */
  isFormer(v: number, nurse: number): boolean {
    return this.formerNurses[v]?.includes(nurse) ?? false;
  }

  /** May `v` be taken out and put in, as far as what the search keeps to goes? */
  isOpen(v: number): boolean {
    return this.part?.open[v] !== 0;
  }

  /** Every route complete: no lone visit where a break must lie between two. */
  proper(): boolean {
    for (const r of this.routes) if (r.lonely) return false;
    return true;
  }

  shiftsOf(v: number): readonly number[] {
    return shiftsIn(this, this.model, v);
  }

  // ---- taking out ---------------------------------------------------------

  /** Visits with providers. */
  boughtCount(): number {
    let sum = 0;
    for (const used of this.providerUsed) sum += used;
    return sum;
  }

  /** Takes visits off their routes (or back from providers); they become absent. */
  remove(list: Int32Array | readonly number[], count: number): void {
    this.edits++;
    const { gone, model } = this;
    const dirty: number[] = [];
    const loosened: number[] = [];
    for (let i = 0; i < count; i++) {
      const v = list[i];
      const w = this.where[v];
      if (w === OUT) continue;
      if (w < OUT) {
        this.providerUsed[providerOf(w)]--;
        this.setAbsent(v);
        continue;
      }
      gone[v] = 1;
      if (model.crew[v] > 1) {
        for (const r of this.crewAt[v]) if (!dirty.includes(r)) dirty.push(r);
        this.crewAt[v] = [];
        this.loose[v] = 0;
        this.lastStart[v] = this.bounds.lo[v];
      } else if (!dirty.includes(w)) dirty.push(w);
    }
    for (let i = 0; i < count; i++) {
      const v = list[i];
      if (!gone[v]) continue;
      for (const g of model.gapsOf[v]) this.gaps.release(g, v, gone, loosened);
      if (model.coupled[v]) {
        this.bounds.lo[v] = -FAR;
        this.bounds.hi[v] = FAR;
      }
    }
    for (const r of dirty) this.touch(r).removeMarked(gone);
    // Visits that stay, with other bounds than before.
    for (const r of loosened) {
      this.touch(r).rebuild();
      if (!dirty.includes(r)) dirty.push(r);
    }
    for (let i = 0; i < count; i++) {
      const v = list[i];
      if (!gone[v]) continue;
      gone[v] = 0;
      this.setAbsent(v);
    }
    // Where legs break the triangle inequality, a shorter route may be no route: shorten on.
    for (const r of dirty) {
      const route = this.routes[r];
      if (route.cost === Infinity && route.length > 0)
        this.remove([route.seq[1 + ((route.length - 1) >> 1)]], 1);
    }
  }

  private setAbsent(v: number): void {
    this.where[v] = OUT;
    this.absent[this.absentCount++] = v;
  }

  // ---- putting in ---------------------------------------------------------

  /** Call before looking for a place: sets the bounds of an absent visit from where its served neighbours can go for nothing. */
  openBounds(v: number): void {
    this.siblings?.sync();
    if (this.model.coupled[v]) this.gaps.open(v);
  }

  /** Puts an absent lone visit on a route. False (and the visit stays absent): its gaps do not hold. */
  insert(v: number, r: number, pos: number): boolean {
    this.edits++;
    const route = this.touch(r);
    route.insert(pos, v);
    this.where[v] = r;
    this.dropAbsent(v);
    if (!this.model.gapsOf[v].length) return true;
    return this.bindGaps(v, route);
  }

  /** Puts an absent crew visit on its routes with start `t`. */
  insertCrew(v: number, shifts: readonly number[], positions: readonly number[], t: number): boolean {
    this.edits++;
    this.bounds.lo[v] = t;
    this.bounds.hi[v] = t;
    shifts.forEach((r, i) => this.touch(r).insert(positions[i], v));
    this.where[v] = shifts[0];
    this.crewAt[v] = [...shifts];
    this.dropAbsent(v);
    if (!this.model.gapsOf[v].length) return true;
    return this.bindGaps(v, this.routes[shifts[0]]);
  }

  /**
   * Lets the start of a served crew give way, within what all of its routes can do beside its partners; false: it
   * stands. Until {@link tighten} its routes each count the start that suits them best.
   */
  loosen(v: number): boolean {
    const { model, bounds } = this;
    // A partner that is left out would be put in beside a start that does not stand.
    if (model.gapsOf[v].some((g) => !this.gaps.isBound(g))) return false;
    this.edits++;
    const t = bounds.lo[v];
    const loosened: number[] = [];
    for (const g of model.gapsOf[v]) this.gaps.release(g, v, this.gone, loosened);
    for (const r of loosened) this.touch(r).rebuild();
    this.gaps.open(v);
    bounds.lo[v] = Math.min(bounds.lo[v], t);
    bounds.hi[v] = Math.max(bounds.hi[v], t);
    this.retimeCrew(v);
    let lo = bounds.lo[v];
    let hi = bounds.hi[v];
    for (const r of this.crewAt[v]) {
      const route = this.routes[r];
      const p = route.positionOf(v);
      lo = Math.max(lo, Math.ceil(route.soonest[p] - model.seconds[v]));
      hi = Math.min(hi, Math.floor(route.latest[p]));
    }
    bounds.lo[v] = lo;
    bounds.hi[v] = hi;
    this.loose[v] = 1;
    this.retimeCrew(v);
    return true;
  }

  /** Fixes the start of a loosened crew. False: a route or a gap does not allow it. */
  tighten(v: number, t: number): boolean {
    this.edits++;
    this.loose[v] = 0;
    this.bounds.lo[v] = t;
    this.bounds.hi[v] = t;
    this.retimeCrew(v);
    for (const r of this.crewAt[v]) if (this.routes[r].cost === Infinity) return false;
    return this.model.gapsOf[v].length === 0 || this.bindGaps(v, this.routes[this.where[v]]);
  }

  private retimeCrew(v: number): void {
    for (const r of this.crewAt[v]) {
      const route = this.touch(r);
      route.retime(route.positionOf(v));
    }
  }

  buy(v: number, p: number): void {
    this.edits++;
    this.where[v] = boughtFrom(p);
    this.providerUsed[p]++;
    this.dropAbsent(v);
  }

  private dropAbsent(v: number): void {
    for (let i = 0; i < this.absentCount; i++) {
      if (this.absent[i] !== v) continue;
      this.absent[i] = this.absent[--this.absentCount];
      this.absent[this.absentCount] = v;
      return;
    }
  }

  /** Binds the gaps of a visit just put in. False (and the visit is absent again): they do not hold. */
  private bindGaps(v: number, route: Route): boolean {
    if (route.cost < Infinity && this.gaps.bind(v, route)) return true;
    this.remove([v], 1);
    return false;
  }
}

function indices(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}
