/** One visit's explanation in ids and sentences. */
import { COST_PARTS, type Language } from "../../checker/index.js";
import type { Plan, Problem } from "../../contracts/index.js";
import { instantWriter } from "../../domain/localTime.js";
import type { Conflict, Fact, FoundPlace, VisitExplanation } from "../../../solver/index.js";
import type { CompiledProblem } from "../compile.js";
import { FactSayer } from "./sayFact.js";
import { FactGroups } from "./sayFacts.js";
import { PART_NAMES } from "./partNames.js";
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

/** Facts that keep a visit from being as wished: all of them together, and none can be spared. */
export interface ConflictView {
  /** False: not every position of breaks was tried. */
  readonly exact: boolean;
  /** All of them; the sentence in `said` tells many in few words. */
  readonly facts: readonly Said[];
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
  readonly conflict: ConflictView | null;
  /** What makes a late visit late at its own place on its rounds; null: prices do, or it was not asked. */
  readonly held: ConflictView | null;
  /** False: time ran out before conflicts and the visits that would give way were sought. */
  readonly complete: boolean;
}

/** Places and displacements shown of one visit. */
const SHOWN = 8;

/** Explanations of one plan's visits in one language. */
export class VisitViewer {
  private readonly at: (clock: number) => string;
  private readonly facts: FactSayer;
  private readonly groups: FactGroups;
  private readonly say: Say;

  constructor(
    problem: Problem,
    private readonly compiled: CompiledProblem,
    private readonly plan: Plan,
    private readonly language: Language,
  ) {
    const say = sayIn(language);
    this.say = say;
    const write = instantWriter(problem.timeZone);
    this.at = (clock) => write(compiled.origin + clock);
    this.facts = new FactSayer(problem, compiled, say, (visitId) =>
      plan.routes
        .filter(({ stops }) => stops.some((stop) => stop.kind === "visit" && stop.visitId === visitId))
        .map(({ shiftId }) => shiftId),
    );
    this.groups = new FactGroups(compiled, say, this.facts);
  }

  visit(found: VisitExplanation): VisitView {
    const visitId = this.visitId(found.visit);
    return {
      visitId,
      standing: found.standing,
      kind: found.kind,
      price: found.price,
      said: [this.standing(found, visitId), this.kind(found), ...this.reasons(found)],
      barred: this.barred(found),
      places: found.places.slice(0, SHOWN).map((place) => this.place(place)),
      inPlaceOf: found.inPlaceOf.slice(0, SHOWN).map((one) => this.instead(one)),
      conflict: this.conflict(found.conflict),
      held: this.conflict(found.held),
      complete: found.complete,
    };
  }

  private conflict(found: Conflict | null): ConflictView | null {
    if (found === null || found.facts === null) return null;
    return { exact: found.exact, facts: found.facts.map((fact) => this.facts.fact(fact)) };
  }

  /** What the kind alone leaves open: the facts in the way, what the cheapest place costs, what makes it late. */
  private reasons(found: VisitExplanation): Said[] {
    const out: Said[] = [];
    const together = (facts: readonly Fact[], code: "conflict" | "conflict-one" | "held-facts"): Said =>
      this.say(code, {
        facts: this.groups.phrases(facts, found.visit).map(({ text }) => text),
        ...this.groups.ids(facts),
      });
    const { facts } = found.conflict;
    if (facts !== null) out.push(together(facts, facts.length === 1 ? "conflict-one" : "conflict"));
    const [place] = found.places;
    if (found.kind === "dearer" && place !== undefined) out.push(...this.prices(place));
    if (found.held?.complete === true) {
      out.push(
        found.held.facts === null ? this.say("held-price", {}) : together(found.held.facts, "held-facts"),
      );
    }
    return out;
  }

  /** Cost parts of a place, the dearest first; none where nothing changes. */
  private prices({ parts }: FoundPlace): Said[] {
    const { weights } = this.compiled.data;
    const points = COST_PARTS.map((part) => ({ part, net: Math.round(weights[part] * parts[part]) }))
      .filter(({ net }) => net !== 0)
      .toSorted((a, b) => Math.abs(b.net) - Math.abs(a.net));
    if (points.length === 0) return [];
    const told = points.map(
      ({ part, net }) => this.say("part", { part: PART_NAMES[part][this.language], net }).text,
    );
    return [this.say("dearer-parts", { parts: told })];
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
    const extra = Math.round(found.places[0]?.extra ?? 0);
    switch (found.kind) {
      case "impossible":
        return this.impossible(found);
      case "dearer":
        return this.say("dearer", { extra, points: found.price });
      case "better":
        return this.say("better", { saves: found.price - extra });
      default:
        return this.say(found.kind, {});
    }
  }

  private impossible({ visit: v, barriers, standing }: VisitExplanation): Said {
    const { data } = this.compiled;
    const { crewSize, pin } = data.visits[v]!;
    if (pin?.provider !== undefined) {
      return this.say("impossible-provider", { providerId: data.providers[pin.provider]!.id });
    }
    if (standing === "late") return this.say("impossible-in-time", {});
    const barred = new Set(barriers.map(({ shift }) => shift));
    const able = new Set(data.shifts.filter((_, s) => !barred.has(s)).map(({ nurse }) => nurse)).size;
    if (able === 0 || crewSize === 1) return this.say("impossible-nobody", {});
    return this.say(able < crewSize ? "impossible-few" : "impossible-together", { crewSize, able });
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
