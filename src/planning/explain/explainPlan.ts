/** Why visits stand as they do, from the problem and a finished plan, in ids and sentences. */
import { checkPlan, type Language } from "../../checker/index.js";
import type { Plan, Problem } from "../../contracts/index.js";
import { instantWriter } from "../../domain/localTime.js";
import { Explainer, type FoundPlace, type VisitExplanation } from "../../../solver/index.js";
import { compileProblem, type CompiledProblem } from "../compile.js";
import { fromPlan } from "../fromPlan.js";
import { FactSayer } from "./sayFact.js";
import { type Said, type Say, sayIn } from "./words.js";

export interface PlaceView {
  /** One for each of the crew; position 1 is the first visit of the route. */
  readonly seats: readonly {
    readonly shiftId: string;
    readonly nurseId: string;
    readonly position: number;
  }[];
  readonly start: string;
  /** Points added to the rest of the plan; what the visit costs as it stands is not counted. */
  readonly extra: number;
  /** By cost part, unweighted; parts that do not change are left out. */
  readonly parts: Readonly<Record<string, number>>;
  readonly said: Said;
}

export interface InsteadView {
  readonly visitIds: readonly string[];
  readonly shiftIds: readonly string[];
  /** Where each of the visits goes; null: left out, or bought. */
  readonly movedTo: readonly (string | null)[];
  readonly net: number;
  readonly said: Said;
}

export interface VisitView {
  readonly visitId: string;
  readonly standing: VisitExplanation["standing"];
  readonly kind: VisitExplanation["kind"];
  /** Points that the visit costs as it stands. */
  readonly price: number;
  readonly said: readonly Said[];
  /** Shifts that could not make it even alone, by rule. */
  readonly barred: readonly {
    readonly rule: string;
    readonly shiftIds: readonly string[];
    readonly nurseIds: readonly string[];
    readonly said: Said;
  }[];
  readonly places: readonly PlaceView[];
  readonly inPlaceOf: readonly InsteadView[];
  /** Null: it fits, or no change of facts would help, or it was not asked. */
  readonly conflict: { readonly exact: boolean; readonly facts: readonly Said[] } | null;
  /** False: time ran out before the conflict and the visits that would give way were sought. */
  readonly complete: boolean;
}

export interface ExplanationView {
  readonly valid: boolean;
  /** As the checker counts. */
  readonly cost: number;
  readonly visits: readonly VisitView[];
  /** Visits that break a rule where the plan has them; they were left out of the plan explained. */
  readonly droppedVisitIds: readonly string[];
  /** Said where time ran out before every visit was told in full. */
  readonly cut: Said | null;
}

export interface ExplainPlanOptions {
  readonly language: Language;
  /** One visit only; it must be unserved, bought or late. */
  readonly visitId?: string;
  /** Seconds so far; past `deepSeconds` visits are explained without conflict. Absent: never. */
  readonly clock?: () => number;
  readonly deepSeconds?: number;
}

/** Places and displacements shown of one visit. */
const SHOWN = 8;

/** The visit asked for is unknown, or served in time. */
export class NothingToExplain extends Error {
  override readonly name = "NothingToExplain";
  /** Of the API's catalogue of errors. */
  readonly code: "visit-unknown" | "visit-served";
  readonly todo: string = "Name a visit that the plan leaves out, buys or starts late.";
  constructor(
    readonly why: "unknown" | "served",
    readonly visitId: string,
  ) {
    super(
      why === "unknown"
        ? `the problem has no visit ${visitId}`
        : `visit ${visitId} is served in time: there is nothing to explain`,
    );
    this.code = `visit-${why}`;
  }
}

/**
 * @throws NothingToExplain if `visitId` is unknown or served in time
 * @throws CompileError if a used mode has no travel times
 */
export function explainPlan(problem: Problem, plan: Plan, options: ExplainPlanOptions): ExplanationView {
  const compiled = compileProblem(problem);
  const { data, origin } = compiled;
  const explainer = new Explainer(data, fromPlan(problem, data, origin, plan));
  const verdict = checkPlan(problem, plan);
  const view = new Viewer(problem, compiled, plan, sayIn(options.language));
  let wanted: readonly number[];
  if (options.visitId === undefined) {
    // What is left out matters most: it gets the time there is.
    const rank = { unserved: 0, bought: 1, late: 2, served: 3 };
    wanted = explainer
      .open()
      .toSorted((a, b) => rank[explainer.standing(a)] - rank[explainer.standing(b)] || a - b);
  } else {
    const visit = data.visits.findIndex(({ id }) => id === options.visitId);
    if (visit < 0) throw new NothingToExplain("unknown", options.visitId);
    if (explainer.standing(visit) === "served") throw new NothingToExplain("served", options.visitId);
    wanted = [visit];
  }
  const late = (): boolean =>
    options.visitId === undefined && (options.clock?.() ?? 0) > (options.deepSeconds ?? Infinity);
  const visits = wanted.map((v) => {
    const deep = !late();
    return view.visit(explainer.explain(v, { deep }), deep);
  });
  const untold = visits.filter(({ complete }) => !complete).length;
  return {
    valid: verdict.valid,
    cost: verdict.cost.total,
    visits,
    droppedVisitIds: explainer.dropped.map((v) => data.visits[v]!.id),
    cut:
      untold === 0 || options.deepSeconds === 0
        ? null
        : sayIn(options.language)("explain-cut", { untold, visits: visits.length }),
  };
}

class Viewer {
  private readonly at: (clock: number) => string;
  private readonly facts: FactSayer;

  constructor(
    problem: Problem,
    private readonly compiled: CompiledProblem,
    private readonly plan: Plan,
    private readonly say: Say,
  ) {
    const write = instantWriter(problem.timeZone);
    this.at = (clock) => write(compiled.origin + clock);
    this.facts = new FactSayer(problem, compiled, say, (visitId) =>
      plan.routes
        .filter(({ stops }) => stops.some((stop) => stop.kind === "visit" && stop.visitId === visitId))
        .map(({ shiftId }) => shiftId),
    );
  }

  visit(found: VisitExplanation, deep: boolean): VisitView {
    const visitId = this.visitId(found.visit);
    return {
      visitId,
      standing: found.standing,
      kind: found.kind,
      price: found.price,
      said: [this.standing(found, visitId), this.kind(found)],
      barred: this.barred(found),
      places: found.places.slice(0, SHOWN).map((place) => this.place(place)),
      inPlaceOf: found.inPlaceOf.slice(0, SHOWN).map((one) => this.instead(one)),
      conflict:
        found.conflict.facts === null
          ? null
          : {
              exact: found.conflict.exact,
              facts: found.conflict.facts.map((fact) => this.facts.fact(fact)),
            },
      complete: deep || found.places.length > 0,
    };
  }

  private visitId(v: number): string {
    return this.compiled.data.visits[v]!.id;
  }

  private shiftId(s: number): string {
    return this.compiled.data.shifts[s]!.id;
  }

  private nurseOf(s: number): string {
    const { data } = this.compiled;
    return data.nurses[data.shifts[s]!.nurse]!.id;
  }

  private standing(found: VisitExplanation, visitId: string): Said {
    if (found.standing === "late") {
      return this.say("standing-late", { visitId, lateSeconds: found.lateSeconds });
    }
    if (found.standing === "unserved") return this.say("standing-unserved", { visitId, points: found.price });
    const sale = this.plan.bought?.find((one) => one.visitId === visitId);
    return this.say("standing-bought", {
      visitId,
      providerId: sale?.providerId ?? "",
      points: found.price,
    });
  }

  private kind(found: VisitExplanation): Said {
    const { data } = this.compiled;
    const extra = Math.round(found.places[0]?.extra ?? 0);
    switch (found.kind) {
      case "impossible": {
        const barred = new Set(found.barriers.map(({ shift }) => shift));
        const able = new Set(data.shifts.filter((_, s) => !barred.has(s)).map(({ nurse }) => nurse));
        return this.say("impossible", {
          crewSize: data.visits[found.visit]!.crewSize,
          able: able.size,
        });
      }
      case "dearer":
        return this.say("dearer", { extra, points: found.price });
      case "better":
        return this.say("better", { saves: found.price - extra });
      default:
        return this.say(found.kind, {});
    }
  }

  private barred(found: VisitExplanation): VisitView["barred"] {
    const { data } = this.compiled;
    const rules = [...new Set(found.barriers.map(({ rule }) => rule))];
    return rules
      .map((rule) => {
        const list = found.barriers.filter((one) => one.rule === rule);
        const skills = [...new Set(list.flatMap((one) => one.skills))].map((k) => data.skillIds[k]!);
        return {
          rule,
          shiftIds: list.map(({ shift }) => this.shiftId(shift)),
          nurseIds: [...new Set(list.map(({ shift }) => this.nurseOf(shift)))],
          said: this.say(`bars-${rule}`, {
            shifts: list.length,
            ...(skills.length > 0 ? { skills } : {}),
          }),
        };
      })
      .toSorted((a, b) => b.shiftIds.length - a.shiftIds.length);
  }

  private place(place: FoundPlace): PlaceView {
    const start = this.at(place.start);
    const extra = Math.round(place.extra);
    const shiftIds = place.seats.map(({ shift }) => this.shiftId(shift));
    return {
      seats: place.seats.map(({ shift, pos }) => ({
        shiftId: this.shiftId(shift),
        nurseId: this.nurseOf(shift),
        position: pos,
      })),
      start,
      extra,
      parts: Object.fromEntries(Object.entries(place.parts).filter(([, amount]) => amount !== 0)),
      said: this.say("place", { shiftIds, startAt: start, extra }),
    };
  }

  private instead(one: VisitExplanation["inPlaceOf"][number]): InsteadView {
    const visitIds = one.visits.map((v) => this.visitId(v));
    const shiftIds = one.shifts.map((s) => this.shiftId(s));
    const movedTo = one.moved.map((s) => (s === null ? null : this.shiftId(s)));
    const toShiftIds = movedTo.filter((id) => id !== null);
    const { net } = one;
    const said =
      toShiftIds.length === movedTo.length
        ? this.say("instead-moved", { visitIds, shiftIds, toShiftIds, net })
        : this.say("instead-left-out", {
            visitIds: visitIds.filter((_, i) => movedTo[i] === null),
            shiftIds,
            net,
          });
    return { visitIds, shiftIds, movedTo, net, said };
  }
}
