/** Many facts told shortly: those of one kind together, with how many there are. */
import type { Fact } from "../../../solver/index.js";
import type { CompiledProblem } from "../compile.js";
import { groupBy } from "../../domain/groups.js";
import type { FactSayer } from "./sayFact.js";
import type { Said, Say } from "./words.js";

/** Rounds whose visits are told one by one; of more only their number. */
const MOST_ROUNDS = 3;
/** Ids are values of a sentence, so that screens can put names in their place. */
type Ids = Readonly<Record<"visitIds" | "shiftIds", readonly string[]>>;

const ORDER = ["skills", "refusals", "crew", "visit", "window", "pin", "link", "breaks", "hours"] as const;

export class FactGroups {
  constructor(
    private readonly compiled: CompiledProblem,
    private readonly say: Say,
    private readonly facts: FactSayer,
  ) {}

  /** Parts of a sentence; facts of the visit `own` come first, one by one. */
  phrases(list: readonly Fact[], own: number): Said[] {
    const isOwn = (fact: Fact): boolean => "visit" in fact && fact.visit === own;
    const byKind = groupBy(
      list.filter((fact) => !isOwn(fact)),
      ({ kind }) => kind,
    );
    return [
      ...list.filter(isOwn).map((fact) => this.facts.fact(fact)),
      ...ORDER.flatMap((kind) => {
        const all = byKind.get(kind) ?? [];
        return all.length === 1 ? all.map((fact) => this.facts.fact(fact)) : this.together(kind, all);
      }),
    ];
  }

  /** What the phrases speak of. */
  ids(list: readonly Fact[]): Ids {
    const { visits, shifts } = this.compiled.data;
    return {
      visitIds: [...new Set(list.flatMap((fact) => ("visit" in fact ? [visits[fact.visit]!.id] : [])))],
      shiftIds: [
        ...new Set(
          list.flatMap((fact) => {
            if (fact.kind === "visit") return this.facts.shiftsOf(visits[fact.visit]!.id);
            return "shift" in fact ? [shifts[fact.shift]!.id] : [];
          }),
        ),
      ],
    };
  }

  private together(kind: Fact["kind"], all: readonly Fact[]): Said[] {
    if (all.length === 0) return [];
    const count = all.length;
    switch (kind) {
      case "visit":
        return this.visits(all);
      case "hours":
        return this.hours(all);
      case "breaks":
        return [this.say("facts-breaks", { shifts: count })];
      case "window":
        return [this.say("facts-windows", { visits: count })];
      case "pin":
        return [this.say("facts-pins", { visits: count })];
      case "link":
        return [this.say("facts-links", { links: count })];
      default:
        return all.map((fact) => this.facts.fact(fact));
    }
  }

  private visits(all: readonly Fact[]): Said[] {
    const { data } = this.compiled;
    const rounds = groupBy(all, (fact) =>
      "visit" in fact ? (this.facts.shiftsOf(data.visits[fact.visit]!.id)[0] ?? "") : "",
    );
    if (rounds.size > MOST_ROUNDS) {
      return [this.say("facts-visits-shifts", { visits: all.length, shifts: rounds.size })];
    }
    return [...rounds].flatMap(([shiftId, on]) => {
      const shift = data.shifts.find(({ id }) => id === shiftId);
      if (on.length === 1 || shift === undefined) return on.map((fact) => this.facts.fact(fact));
      return [this.say("facts-visits", { visits: on.length, shiftId, ...this.facts.span(shift) })];
    });
  }

  private hours(all: readonly Fact[]): Said[] {
    const { shifts } = this.compiled.data;
    const spans = groupBy(all, (fact) => {
      const { from, to } = shifts["shift" in fact ? fact.shift : 0]!;
      return `${from} ${to}`;
    });
    return [...spans.values()].flatMap((same) => {
      const [first] = same;
      if (same.length === 1 || first === undefined || !("shift" in first)) {
        return same.map((fact) => this.facts.fact(fact));
      }
      return [this.say("facts-hours", { shifts: same.length, ...this.facts.span(shifts[first.shift]!) })];
    });
  }
}
