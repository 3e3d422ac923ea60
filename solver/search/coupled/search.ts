/**
 * Search for problems in which many services wait for another route: ruin by strings and
 * recreate with exact times, under simulated annealing.
 */
import type { Model } from "../../model/model.js";
import type { Solution } from "../../model/solution.js";
import { exp, ln } from "../../support/exactMath.js";
import { Rng } from "../../support/rng.js";
import { cheaperOf, type Exchange } from "../elites.js";
import { nearestVisits, relatedVisits } from "../neighbours.js";
import { coupledSolution } from "./finish.js";
import { layoutOf } from "./layout.js";
import { CoupledPlan } from "./plan.js";
import { Recreate } from "./recreate.js";
import { Ruin } from "./ruin.js";
import { Slack } from "./slack.js";
import { COUPLED_TUNING, type CoupledTuning } from "./tuning.js";

export class CoupledSearch {
  iteration = 0;
  bestCost = Infinity;
  private current = Infinity;
  private unit = 1;
  private readonly plan: CoupledPlan;
  private readonly slack: Slack;
  private readonly rng: Rng;
  private readonly ruin: Ruin;
  private readonly recreate: Recreate;
  private readonly bestNext: Int32Array;
  private readonly bestStart: Float64Array;
  private bestAbsent = 0;

  constructor(
    private readonly model: Model,
    seed: number,
    private readonly tuning: CoupledTuning = COUPLED_TUNING,
  ) {
    this.rng = new Rng(seed);
    this.plan = new CoupledPlan(layoutOf(model));
    this.slack = new Slack(this.plan);
    this.ruin = new Ruin(this.plan, this.rng, tuning, nearestVisits(model), relatedVisits(model));
    this.recreate = new Recreate(this.plan, this.slack, this.rng, tuning, insertionKeys(model));
    this.bestNext = this.plan.next.slice();
    this.bestStart = this.plan.start.slice();
  }

  /** First plan, from `start` as far as it holds. */
  construct(start?: Solution): void {
    this.beginFrom(() => {
      if (start) this.take(start);
      return true;
    }, true);
    this.unit = Math.max(1, this.plan.fixedCost() / Math.max(1, this.model.visits));
  }

  /** Visits that the best plan leaves out. */
  bestUnserved(): number {
    return this.bestAbsent;
  }

  /** One ruin and recreate; `cooled` in [0, 1] is where the annealing stands. True: a new best plan. */
  step(cooled: number): boolean {
    const { plan, ruin, rng, tuning } = this;
    this.iteration++;
    const { startTemperature: a, endTemperature: b } = tuning;
    const temperature = this.unit * a * exp(ln(b / a) * cooled);
    const allowed = this.current - temperature * ln((rng.next32() + 1) / 4294967297);
    plan.mark(0);
    this.slack.save();
    ruin.choose();
    if (!plan.remove(ruin.list, ruin.count) || !this.recreate.run(allowed)) {
      plan.undo(0);
      this.slack.restore();
      return false;
    }
    this.current = plan.cost();
    if (this.current >= this.bestCost) return false;
    this.keep();
    return true;
  }

  /** Meets the other threads; where `takes`, a better plan of theirs becomes this one's. */
  meet(exchange: Exchange, round: number, takes: boolean): void {
    const left = exchange.gather(round, this.bestCost, Float64Array.from(this.bestNext));
    const other = cheaperOf(left, exchange.thread);
    if (other && takes) this.goOnFrom(Int32Array.from(other.plan));
  }

  /** Goes on from a new first plan. */
  beginAnew(): void {
    this.beginFrom(() => this.plan.clear(), true);
  }

  /** Goes on from the best plan. */
  beginAtBest(): void {
    this.goOnFrom(this.bestNext);
  }

  private goOnFrom(links: Int32Array): void {
    this.beginFrom(() => this.plan.load(links), false);
  }

  /** Goes on from what the change makes of the plan, filled up where `fills`; a change that fails is undone. */
  private beginFrom(change: () => boolean, fills: boolean): void {
    this.plan.mark(0);
    if (!change()) {
      this.plan.undo(0);
      return;
    }
    this.settle();
    if (fills) this.recreate.run(Infinity);
    this.current = this.plan.cost();
    if (this.current < this.bestCost) this.keep();
  }

  solution(): Solution {
    return coupledSolution(this.plan.layout, this.bestNext, this.bestStart);
  }

  /** Puts in the routes of a solution; where they do not hold together, as many visits as do. */
  private take(solution: Solution): void {
    const { plan, model } = this;
    const { visits: n, shifts: S, apart, nurse } = plan.layout;
    const shiftOf = new Int32Array(n).fill(-1);
    const lists: number[][] = Array.from({ length: S }, () => []);
    const stops = solution.routes.flatMap((route) =>
      route.stops.flatMap((stop) =>
        stop.kind === "visit" ? [{ visit: stop.visit, start: stop.start, shift: route.shift }] : [],
      ),
    );
    stops.sort((a, b) => a.start - b.start || a.visit - b.visit);
    for (const { visit, shift } of stops) {
      const barred = apart[visit].some((u) => shiftOf[u] >= 0 && nurse[shiftOf[u]] === nurse[shift]);
      if (barred || shiftOf[visit] >= 0 || !model.candidates[visit].includes(shift)) continue;
      shiftOf[visit] = shift;
      lists[shift].push(visit);
    }
    const starts = new Int32Array(S + 1);
    for (let s = 0; s < S; s++) starts[s + 1] = starts[s] + lists[s].length;
    if (plan.fill(Int32Array.from(lists.flat()), starts)) return;
    plan.undo(0);
    for (const { visit, shift } of stops) {
      if (shiftOf[visit] !== shift || plan.route[visit] >= 0) continue;
      plan.mark(1);
      if (!plan.insert(visit, plan.prev[n + S + shift], Infinity)) plan.undo(1);
    }
  }

  /** The plan as it stands is where the next change begins. */
  private settle(): void {
    this.plan.mark(0);
    this.slack.save();
    this.slack.rebuild();
  }

  private keep(): void {
    this.bestCost = this.current;
    this.bestNext.set(this.plan.next);
    this.bestStart.set(this.plan.start);
    this.bestAbsent = this.plan.absentCount;
  }
}

/** Orders to insert in: far from the office first, near first, by time, fewest able nurses first. */
function insertionKeys(model: Model): Float64Array[] {
  const office = model.shifts[0]?.startPlace ?? 0;
  const legs = model.shifts[0]?.legs;
  const far = Float64Array.from(model.place, (p) => (legs ? legs[office * model.places + p] : 0));
  return [
    far.map((x) => -x),
    far,
    Float64Array.from(
      model.place,
      (_, v) => model.data.visits[v].preferred?.to ?? model.windowTo[model.windowStart[v]],
    ),
    Float64Array.from(
      model.place,
      (_, v) => model.candidates[v].length - (model.gapsOf[v].length > 0 ? 1000 : 0),
    ),
  ];
}
