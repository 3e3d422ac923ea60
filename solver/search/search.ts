/**
 * The search: ruin a part, put it back, keep it or not by annealing. One object for one
 * run of one seed; deterministic by its seed when only iterations limit it.
 */
import type { Model } from "../model/model.js";
import { ln, exp } from "../support/exactMath.js";
import { Rng } from "../support/rng.js";
import { removeRandom, removeRelated, removeRoutes, removeTimeSlot, removeWorst } from "./destroy/others.js";
import { Ruin } from "./destroy/ruin.js";
import { removeStrings } from "./destroy/strings.js";
import { cheaperOf, packPlan, unpackPlan, type Exchange } from "./elites.js";
import { Hunt } from "./hunt.js";
import { LateThreshold } from "./lateThreshold.js";
import { LooseCrews } from "./looseCrews.js";
import { nearestVisits, relatedVisits } from "./neighbours.js";
import { ChangedLimit } from "./repair/changed.js";
import { GreedyRepair } from "./repair/greedy.js";
import { Offers } from "./repair/offers.js";
import { RegretRepair } from "./repair/regret.js";
import { PlaceCache } from "./repair/placeCache.js";
import { Part } from "./part.js";
import { emptyPlan, type PlanCopy } from "./planCopy.js";
import { heldSolution, type HeldPlan } from "./pins/hold.js";
import type { LpEngine, LpLimits } from "../lp/engine.js";
import { partition } from "./partition.js";
import { RoutePool } from "./routePool.js";
import type { Solution } from "../model/solution.js";
import { Reach } from "./repair/reach.js";
import { usualDifference } from "./scale.js";
import { Sharing } from "./sharing.js";
import { OUT, State } from "./state.js";
import { Territories } from "./territories.js";
import type { Tuning } from "./tuning.js";
import { loadPrevious, loadSolution } from "./warm.js";

/** After a hunt in vain the next one waits twice as long, then three times, at most so many times. */
const LONGEST_REST = 4;

/** Steps of a hunt that begin at a visit on no route. */
const HUNTED_SHARE = 0.9;

export class Search {
  readonly state: State;
  readonly rng: Rng;
  private readonly ruin: Ruin;
  private readonly repair: GreedyRepair;
  private readonly regret: RegretRepair;
  private readonly cache: PlaceCache;
  private current: number;
  best: PlanCopy;
  bestCost = Infinity;
  /** Unserved visits of the best plan. */
  bestUnserved: number;
  /** Unserved and bought ones. */
  private bestUnrouted: number;
  /** The annealing's plan while a hunt is on. */
  private readonly aside: PlanCopy;
  private readonly hunter: Hunt;
  /** Null: the day is small enough to hunt on all of it. */
  private readonly part: Part | null;
  /** Null: threads that meet all work on the whole day. */
  private readonly sharing: Sharing | null;
  private readonly hasInside: boolean;
  /** Points that temperatures are counted in. */
  private readonly unit: number;
  private readonly late: LateThreshold | null;
  /** Null: no visit needs a crew. */
  private readonly crews: LooseCrews | null;
  /** The run began from a plan that is worth keeping. */
  private warm = false;
  /** Steps of annealing left until the next hunt. */
  private untilHunt: number;
  /** Where the annealing was heated anew: share of the run, and how far it had cooled by then, in [0, 1). */
  private heatedAt = 0;
  private cooledTo = 0;
  /** Steps left of a hunt that a meeting has cut off; it goes on behind it. */
  private huntLeft = 0;
  /** Hunts in a row that found nothing. */
  private fruitless = 0;
  /** Null: this run chooses no routes from a pool. */
  private readonly pool: RoutePool | null;
  iteration = 0;

  constructor(
    readonly model: Model,
    seed: number,
    private readonly tuning: Tuning,
    /** Shall routes be gathered for {@link partition}? */
    pooled = false,
  ) {
    this.pool = pooled ? new RoutePool(model, tuning.poolRoutes) : null;
    this.state = new State(model);
    this.rng = new Rng(seed);
    this.cache = new PlaceCache(this.state);
    const related = relatedVisits(model);
    const nearest = nearestVisits(model);
    this.unit = usualDifference(model, nearest);
    this.ruin = new Ruin(this.state, nearest, related, this.rng);
    const reach = new Reach(this.state, related);
    const offers = new Offers(this.state, this.cache, reach);
    const limit = new ChangedLimit(this.state);
    this.repair = new GreedyRepair(this.state, this.cache, this.rng, tuning.blink, reach, offers, limit);
    this.regret = new RegretRepair(this.state, this.cache, offers, limit);
    this.best = emptyPlan(model);
    this.bestUnserved = model.visits;
    this.bestUnrouted = model.visits;
    this.aside = emptyPlan(model);
    this.hunter = new Hunt(this.state, tuning.huntPrice);
    this.part =
      model.shiftCount > 2 * tuning.partRoutes ? new Part(this.state, related, tuning.partRoutes) : null;
    // A hunt on the whole day, and routes chosen from a pool, go past any border.
    const hasBorders = this.part !== null && !pooled && Territories.supports(model);
    this.sharing = hasBorders && model.visits >= tuning.sharedFrom ? new Sharing(model) : null;
    this.untilHunt = tuning.huntEvery;
    this.hasInside = this.state.routes.some((x) => x.hasInside);
    this.late = LateThreshold.supports(model) ? new LateThreshold(this.state, this.rng) : null;
    this.crews = this.state.crewVisits.length > 0 ? new LooseCrews(this.state) : null;
    this.current = this.state.total();
  }

  /** Takes the state as it is for the plan to go on from. */
  settle(): void {
    this.current = this.state.total();
    this.keepIfBest();
  }

  private keepIfBest(total = this.current): void {
    if (total >= this.bestCost - 1e-6) return;
    if (this.state.proper()) this.keep(total);
    else this.keepWithoutLonely();
  }

  private keep(cost: number): void {
    this.bestCost = this.late ? this.late.costOfBest(cost) : cost;
    this.bestUnserved = this.state.absentCount;
    this.bestUnrouted = this.bestUnserved + this.state.boughtCount();
    this.state.save(this.best);
  }

  /** Routes that lack a visit beside an inside break stay for the search; the plan kept does without them. */
  private keepWithoutLonely(): void {
    const { state } = this;
    state.begin();
    for (const route of state.routes) if (route.lonely) state.remove([route.seq[1]], 1);
    const cost = state.total();
    if (cost < this.bestCost - 1e-6 && state.proper()) this.keep(cost);
    state.rollback();
  }

  /** Routes gathered, each on one shift of its class, oldest first; none where the run gathers none. */
  *pooledRoutes(): Generator<{ readonly shift: number; readonly visits: readonly number[] }> {
    if (!this.pool) return;
    for (const { kind, visits } of this.pool.routes) yield { shift: this.pool.members[kind][0], visits };
  }

  /** Makes ready for the best plan to be timed for good. */
  end(): void {
    this.late?.settle(this.best);
  }

  /** Clients with other nurses than published in the best plan, where they are more than `limits` allow; else 0. */
  changedPastLimit(): number {
    if (!this.model.hasChangedLimit) return 0;
    this.state.load(this.best);
    const changed = this.state.changedClients();
    return changed > this.model.changedLimit ? changed : 0;
  }

  /** Pinned visits that the best plan leaves out. */
  pinnedOutside(): number[] {
    const out: number[] = [];
    this.best.where.forEach((w, v) => {
      if (w === OUT && this.model.pinned[v]) out.push(v);
    });
    return out;
  }

  /**
   * First plans: from `start`; else from the published plan where changing it has a price or
   * a limit, then greedily, then by regret. The best goes on; `found` is called after each.
   */
  construct(start: Solution | undefined, ended: () => boolean, found: () => void): void {
    const none = new Uint8Array(this.model.visits);
    const finish = (): void => {
      this.repair.run(none);
      this.settle();
      found();
    };
    if (start) {
      loadSolution(this.state, start);
      finish();
      this.warm = this.pinnedOutside().length === 0;
      if (this.warm) return;
      // A start that leaves no room for what must be served is no start: others are tried beside it.
      this.state.load(emptyPlan(this.model));
    }
    const w = this.model.data.weights;
    const bindsPrevious = this.model.hasChangedLimit || w.moved > 0 || w.shifted > 0;
    const published = bindsPrevious && loadPrevious(this.state);
    finish();
    const publishedCost = published ? this.bestCost : Infinity;
    if (published) {
      this.state.load(emptyPlan(this.model));
      finish();
    }
    if (this.model.visits <= this.tuning.regretUpTo && !ended()) {
      this.state.load(emptyPlan(this.model));
      this.repair.placeCrews();
      this.regret.run(none, ended);
      finish();
    }
    this.warm = this.bestCost === publishedCost;
    if (this.bestCost < Infinity) this.state.load(this.best);
    this.current = this.state.total();
  }

  /** Starts anew from a plan of the pinned visits alone, where it leads to a better plan. */
  startFromPins(plan: HeldPlan): void {
    loadSolution(this.state, heldSolution(this.model, plan));
    this.repair.run(new Uint8Array(this.model.visits));
    this.settle();
    if (this.bestCost < Infinity) this.state.load(this.best);
    this.current = this.state.total();
  }

  /** Temperature at `progress` in [0, 1]. */
  private temperature(progress: number): number {
    const { startTemperature, warmTemperature, endTemperature: b } = this.tuning;
    const a = this.warm ? warmTemperature : startTemperature;
    return this.unit * a * exp(ln(b / a) * this.cooled(progress));
  }

  /** How far the annealing has cooled down at `progress`, both in [0, 1]. */
  private cooled(progress: number): number {
    const { heatedAt, cooledTo } = this;
    return cooledTo + (1 - cooledTo) * Math.max(0, (progress - heatedAt) / (1 - heatedAt));
  }

  /** A plan with fewer visits left out is a rough one: the annealing goes on hotter than it was. */
  heat(progress: number): void {
    this.cooledTo = this.cooled(progress) * (1 - this.tuning.reheat);
    this.heatedAt = Math.min(progress, 0.99);
  }

  /**
   * A hunt of some steps for places for visits left out or bought. True: a better plan was found; the
   * annealing goes on from it. Otherwise all is as before. `stop` is asked before each step.
   */
  hunt(steps: number, stop: () => boolean): boolean {
    const { state, ruin, rng, tuning } = this;
    const before = this.bestCost;
    state.save(this.aside);
    const { part } = this;
    if (part) this.enterPart(part);
    else this.hunter.begin(this.best, this.bestUnrouted);
    this.hunter.list();
    let current = this.hunter.priced(state.total());
    if (this.huntLeft === 0) this.huntLeft = steps;
    for (; this.huntLeft > 0 && this.hunter.unroutedCount > 0; this.huntLeft--) {
      if (stop()) break;
      this.iteration++;
      state.begin();
      ruin.clear();
      const unrouted = rng.float() < HUNTED_SHARE;
      const seed = unrouted
        ? this.hunter.unrouted[rng.below(this.hunter.unroutedCount)]
        : (part?.draw(rng) ?? ruin.seed(0));
      const near = rng.float() < tuning.relatedAbsent ? ruin.related : ruin.nearest;
      removeStrings(ruin, seed, near[seed], tuning.strings);
      state.remove(ruin.list, ruin.count);
      this.putBack(rng.float() < tuning.huntRegret, unrouted ? seed : -1, Infinity);
      const total = state.total();
      this.hunter.list();
      const cost = this.hunter.priced(total);
      if (cost < current - this.unit * tuning.huntTemperature * ln((rng.next32() + 1) / 4294967297)) {
        current = cost;
        this.keepIfBest(total);
      } else {
        state.rollback();
        this.hunter.list();
      }
      if (unrouted && state.where[seed] < 0) {
        const was = this.hunter.priced(0);
        this.hunter.miss(seed);
        current += this.hunter.priced(0) - was;
      }
    }
    if (this.hunter.unroutedCount === 0) this.huntLeft = 0;
    const found = this.bestCost < before;
    if (found) this.fruitless = 0;
    else if (this.huntLeft === 0) this.fruitless++;
    this.confine();
    if (!part) this.hunter.end(this.bestUnrouted);
    state.load(found ? this.best : this.aside);
    this.current = state.total();
    return found;
  }

  /** Confines the hunt to the routes round one visit on no route of the best plan. */
  private enterPart(part: Part): void {
    const { state, hunter } = this;
    state.load(this.best);
    hunter.list();
    if (hunter.unroutedCount === 0) return;
    part.choose(hunter.unrouted[this.rng.below(hunter.unroutedCount)], state.part);
    state.part = part;
  }

  /** Do the threads of this run put together at meetings what each has found? */
  get shares(): boolean {
    return this.sharing !== null;
  }

  /** Meets the other threads: a better plan of theirs becomes this one's, or what all have made of their territories. */
  meet(exchange: Exchange, round: number): void {
    const { state, sharing } = this;
    if (sharing) {
      sharing.meet(state, exchange, round, this.best, this.bestCost);
      this.current = state.total();
      this.keep(this.current);
      this.confine();
      return;
    }
    const left = exchange.gather(round, this.bestCost, packPlan(this.model, this.best));
    const other = cheaperOf(left, exchange.thread);
    if (!other) return;
    state.load(unpackPlan(this.model, other.plan));
    this.settle();
  }

  /** Keeps to this thread's territory, or to nothing. */
  private confine(): void {
    const confines = this.sharing?.confines ?? null;
    this.state.part = confines;
    this.state.fenced = confines?.outside ?? null;
  }

  /**
   * Chooses the cheapest plan from the routes gathered. True: a better one was found; the
   * annealing goes on from it. Otherwise all is as before.
   */
  partition(engine: LpEngine, limits: LpLimits): boolean {
    if (!this.pool) return false;
    const { state } = this;
    state.save(this.aside);
    state.load(this.best);
    const before = this.bestCost;
    if (partition(state, this.best, this.pool, engine, limits)) this.settle();
    if (this.bestCost < before) return true;
    state.load(this.aside);
    this.current = state.total();
    return false;
  }

  /** Is it time for a hunt? Counts down with every call. */
  huntDue(): boolean {
    if (--this.untilHunt > 0 && this.huntLeft === 0) return false;
    if (this.bestUnrouted === 0) return false;
    // Where many hunts found nothing, there may be nothing to find.
    this.untilHunt = this.tuning.huntEvery * Math.min(LONGEST_REST, 1 + this.fruitless);
    return true;
  }

  /** One step; `progress` in [0, 1] is how much of the run is over. True: a new best plan. */
  step(progress: number): boolean {
    const { state, ruin, rng } = this;
    this.iteration++;
    if (this.late && this.iteration % this.late.every === 0) {
      this.late.turn();
      this.current = state.total();
    }
    state.begin();
    ruin.clear();
    const seed = ruin.seed(this.tuning.absentShare, this.tuning.strainedShare);
    // Left out or bought.
    const unrouted = state.where[seed] < 0;
    this.destroy(seed);
    state.remove(ruin.list, ruin.count);
    const crews = this.crews !== null && rng.float() < this.tuning.looseSteps ? this.crews : null;
    crews?.loosenTouched();
    const allowed = this.current - this.temperature(progress) * ln((rng.next32() + 1) / 4294967297);
    const first = unrouted && rng.float() < this.tuning.absentFirst ? seed : -1;
    const whole =
      this.putBack(rng.float() < this.tuning.stepRegret, first, this.budget(allowed)) &&
      (crews === null || crews.settle());
    const cost = whole ? state.total() : Infinity;
    if (cost < allowed + this.unit) this.pool?.add(state, state.changedRoutes);
    if (cost < allowed) {
      this.current = cost;
      const before = this.bestCost;
      this.keepIfBest();
      return this.bestCost < before;
    }
    state.rollback();
    return false;
  }

  /**
   * What putting visits back may cost before the step is lost for certain. Inserting never
   * makes the rest cheaper, but where a break must lie between two visits.
   */
  private budget(allowed: number): number {
    const { state, model } = this;
    if (this.hasInside || model.hasChangedLimit) return Infinity;
    let out = 0;
    for (let i = 0; i < state.absentCount; i++) out += model.unservedCost[state.absent[i]];
    return allowed - (state.total() - out) + 1e-6;
  }

  /** Puts visits back: by regret, or greedily; `first` before all others. What regret has left out is tried greedily too. */
  private putBack(byRegret: boolean, first: number, budget: number): boolean {
    const { ruin, repair } = this;
    if (byRegret) {
      if (first >= 0) repair.place(first);
      repair.placeCrews(ruin.mark);
      this.regret.run(ruin.mark);
    }
    return repair.run(ruin.mark, first, budget);
  }

  private destroy(seed: number): void {
    const { rng, ruin, tuning } = this;
    const size = 2 + rng.below(2 * tuning.strings.average);
    const draw = rng.float();
    if (draw < tuning.stringShare) {
      const absent = this.state.where[seed] === OUT;
      const near =
        rng.float() < (absent ? tuning.relatedAbsent : tuning.relatedShare) ? ruin.related : ruin.nearest;
      removeStrings(ruin, seed, near[seed], tuning.strings);
    } else if (draw < tuning.stringShare + 0.05) removeRelated(ruin, seed, size);
    else if (draw < tuning.stringShare + 0.07) removeTimeSlot(ruin, seed, size);
    else if (draw < tuning.stringShare + 0.08) removeRoutes(ruin, seed, 3 * size);
    else if (draw < tuning.stringShare + 0.09) removeWorst(ruin, seed, size);
    else removeRandom(ruin, seed, size);
  }
}
