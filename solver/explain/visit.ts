/** Why a visit is not served as wished: everything that the finished plan and the problem tell of it. */
import { FAR } from "../model/model.js";
import type { ProblemData } from "../model/problem.js";
import type { Solution } from "../model/solution.js";
import { emptyPlan, type PlanCopy } from "../search/planCopy.js";
import { OUT } from "../search/state.js";
import { barriersOf, type Barrier } from "./barriers.js";
import { NOT_SOUGHT, smallestConflict, type Conflict } from "./conflict.js";
import { displacements, type Displacement } from "./displace.js";
import { Fit } from "./fit.js";
import { PartCounter, type Parts } from "./parts.js";
import { placesFor, type FoundPlace } from "./places.js";
import { lateSeconds, loadPlan, sequencesOf, type LoadedPlan } from "./planState.js";

/**
 * `impossible`: no nurse (or crew) could serve it on an empty day; `blocked`: not beside what
 * is fixed (pins, linked visits); `displaced`: only in place of others; `tied`: it fits, but
 * only if visits bound to it move; `dearer`: it fits and costs more than it costs now;
 * `better`: it fits and the plan would be cheaper.
 */
export type Kind = "impossible" | "blocked" | "displaced" | "tied" | "dearer" | "better";

export interface VisitExplanation {
  readonly visit: number;
  readonly standing: "unserved" | "bought" | "late";
  /** Seconds past the preferred time; 0 unless late. */
  readonly lateSeconds: number;
  readonly kind: Kind;
  /** Points that the visit costs as it stands: its unserved cost, the provider's, or its place on the route. */
  readonly price: number;
  /** Shifts that could not serve it even alone, each under one rule. */
  readonly barriers: readonly Barrier[];
  readonly places: readonly FoundPlace[];
  readonly inPlaceOf: readonly Displacement[];
  readonly conflict: Conflict;
  /**
   * Of a late visit, what keeps it late at its own place in the order of its rounds; facts null: it
   * could start in time there, so prices keep it. Null: not late, or not asked.
   */
  readonly held: Conflict | null;
  /** False: not all that was asked could be sought in time. */
  readonly complete: boolean;
}

export interface ExplainOptions {
  /** Also the smallest conflict and the visits that would have to give way. Default true. */
  readonly deep?: boolean;
  /** True: time for these is over. */
  readonly over?: () => boolean;
}

/** Explains visits of one plan. The plan should be valid; what breaks rules is left out of it. */
export class Explainer {
  private readonly loaded: LoadedPlan;
  private readonly counter: PartCounter;
  private readonly copy: PlanCopy;
  private readonly startOf = new Map<number, number>();

  constructor(
    private readonly data: ProblemData,
    solution: Solution,
  ) {
    this.loaded = loadPlan(data, solution);
    this.counter = new PartCounter(this.loaded.state);
    this.copy = emptyPlan(this.loaded.model);
    this.loaded.state.save(this.copy);
    for (const route of solution.routes)
      for (const stop of route.stops) if (stop.kind === "visit") this.startOf.set(stop.visit, stop.start);
  }

  /** Visits that the optimiser could not keep where the plan has them. */
  get dropped(): readonly number[] {
    return this.loaded.dropped;
  }

  /** Cost by part of the plan's orders, times at their best. */
  parts(): Parts {
    return this.counter.count();
  }

  /** Every unserved, bought or late visit, in the order of the problem. */
  open(): number[] {
    const { state, model } = this.loaded;
    const out: number[] = [];
    for (let v = 0; v < model.visits; v++) if (state.where[v] < 0 || this.late(v) > 0) out.push(v);
    return out;
  }

  standing(v: number): VisitExplanation["standing"] | "served" {
    const { where } = this.loaded.state;
    if (where[v] === OUT) return "unserved";
    if (where[v] < OUT) return "bought";
    return this.late(v) > 0 ? "late" : "served";
  }

  private late(v: number): number {
    const start = this.startOf.get(v);
    return start === undefined || this.loaded.state.where[v] < 0 ? 0 : lateSeconds(this.data, v, start);
  }

  /** @throws RangeError for a visit that is served in time */
  explain(v: number, options: ExplainOptions = {}): VisitExplanation {
    const { state, model } = this.loaded;
    // The question before has taken its own visit off.
    state.load(this.copy);
    const standing = this.standing(v);
    if (standing === "served") throw new RangeError(`visit ${v} is served in time`);
    const late = this.late(v);
    const latest = standing === "late" ? this.data.visits[v].preferred!.to : FAR;
    const withIt = state.total();
    const seated = this.behind(v);
    state.remove([v], 1);
    const price = Math.round(withIt - (state.total() - model.unservedCost[v]));
    const paid = standing === "unserved" ? model.unservedCost[v] : price;
    const barriers = barriersOf(model, v);
    const fit = this.fit(v, latest, () => true);
    const places = placesFor(state, v, this.counter, latest);
    const fits = places.length > 0 || fit.find() !== null;
    const deep = options.deep ?? true;
    const over = options.over ?? ((): boolean => false);
    const conflict = fits
      ? { facts: null, exact: !fit.undecided, complete: true }
      : deep
        ? smallestConflict(fit, over)
        : NOT_SOUGHT;
    const hints = (conflict.facts ?? []).flatMap((fact) => (fact.kind === "visit" ? [fact.visit] : []));
    const kind = this.kindOf(v, latest, barriers, fits, places, paid);
    const held = standing === "late" ? (deep ? this.heldBack(v, latest, seated, over) : NOT_SOUGHT) : null;
    return {
      visit: v,
      standing,
      lateSeconds: late,
      kind,
      price: paid,
      barriers,
      places,
      inPlaceOf:
        kind === "displaced" && conflict.complete ? displacements(state, v, this.counter, hints, latest) : [],
      conflict,
      held,
      complete: conflict.complete && held?.complete !== false,
    };
  }

  private heldBack(v: number, latest: number, seated: Fit["keptBehind"], over: () => boolean): Conflict {
    const own = this.fit(v, latest, () => true);
    own.keptBehind = seated;
    return smallestConflict(own, over);
  }

  /** By shift that makes the visit, the visits before it. */
  private behind(v: number): Map<number, Set<number>> {
    return new Map(
      sequencesOf(this.loaded.state).flatMap((list, s): [number, Set<number>][] =>
        list.includes(v) ? [[s, new Set(list.slice(0, list.indexOf(v)))]] : [],
      ),
    );
  }

  private fit(v: number, latest: number, keep: (u: number) => boolean): Fit {
    const sequences = sequencesOf(this.loaded.state).map((list) => list.filter((u) => u !== v && keep(u)));
    const fit = new Fit(this.loaded.model, { sequences }, v);
    fit.goal = latest;
    return fit;
  }

  private kindOf(
    v: number,
    latest: number,
    barriers: readonly Barrier[],
    fits: boolean,
    places: readonly FoundPlace[],
    paid: number,
  ): Kind {
    const { model } = this.loaded;
    if (places.length > 0) return places[0].extra < paid - 1e-6 ? "better" : "dearer";
    if (fits) return "tied";
    const barred = new Set(barriers.map((b) => b.shift));
    const nurses = new Set(model.shifts.filter((s) => !barred.has(s.index)).map((s) => s.nurse));
    if (nurses.size < model.crew[v]) return "impossible";
    if (this.fit(v, latest, () => false).find() === null) return "impossible";
    const linked = new Set(
      this.data.links.flatMap((link) => {
        const [a, b] = link.kind === "gap" ? [link.first, link.second] : [link.a, link.b];
        return a === v ? [b] : b === v ? [a] : [];
      }),
    );
    const fixed = this.fit(v, latest, (u) => this.data.visits[u].pin !== undefined || linked.has(u));
    return fixed.find() === null ? "blocked" : "displaced";
  }
}
