/** Facts and pins of a compiled problem as parts of sentences, in ids and clock times. */
import type { Problem } from "../../contracts/index.js";
import { instantWriter } from "../../domain/localTime.js";
import type { Fact } from "../../../solver/index.js";
import type { CompiledProblem } from "../compile.js";
import type { Said, Say } from "./words.js";

export class FactSayer {
  private readonly at: (clock: number) => string;

  /** @param shiftsOf the shifts that make a visit in the plan spoken of */
  constructor(
    problem: Problem,
    private readonly compiled: CompiledProblem,
    private readonly say: Say,
    readonly shiftsOf: (visitId: string) => readonly string[],
  ) {
    const write = instantWriter(problem.timeZone);
    this.at = (clock) => write(compiled.origin + clock);
  }

  fact(fact: Fact): Said {
    const { data } = this.compiled;
    switch (fact.kind) {
      case "hours":
        return this.hours(fact.shift);
      case "breaks": {
        const { id, breaks } = data.shifts[fact.shift]!;
        const told = breaks.map(
          ({ seconds, from, to }) => `${seconds / 60} min ${this.clock(from)}–${this.clock(to + seconds)}`,
        );
        return this.say("fact-breaks", { shiftId: id, breaks: told });
      }
      case "link":
        return this.link(fact.link);
      default:
        return this.visitFact(fact.kind, fact.visit);
    }
  }

  /** The pin of a visit. */
  pin(v: number): Said {
    const { data } = this.compiled;
    const { id: visitId, pin } = data.visits[v]!;
    if (pin?.provider !== undefined)
      return this.say("pin-provider", { visitId, providerId: data.providers[pin.provider]!.id });
    const shiftIds = (pin?.shifts ?? []).map((s) => data.shifts[s]!.id);
    if (pin?.start === undefined)
      return shiftIds.length === 0
        ? this.say("pin-bare", { visitId })
        : this.say("pin-shift", { visitId, shiftIds });
    const startAt = this.at(pin.start);
    if (shiftIds.length === 0) return this.say("pin-start", { visitId, startAt });
    return this.say(pin.begun ? "pin-begun" : "pin-shift-start", { visitId, shiftIds, startAt });
  }

  /** A shift's hours as values of a sentence. */
  span({ from, to }: { readonly from: number; readonly to: number }): { fromAt: string; toAt: string } {
    return { fromAt: this.at(from), toAt: this.at(to) };
  }

  private clock(at: number): string {
    return this.at(at).slice(11, 16);
  }

  private hours(s: number): Said {
    const { id: shiftId, maxOvertime, ...shift } = this.compiled.data.shifts[s]!;
    const hours = { shiftId, ...this.span(shift) };
    return maxOvertime > 0
      ? this.say("fact-hours-overtime", { ...hours, overtimeMinutes: maxOvertime / 60 })
      : this.say("fact-hours", hours);
  }

  private link(index: number): Said {
    const { data } = this.compiled;
    const link = data.links[index]!;
    const id = (v: number): string => data.visits[v]!.id;
    if (link.kind !== "gap")
      return this.say(`fact-${link.kind}`, { visitId: id(link.a), otherVisitId: id(link.b) });
    const ends = { visitId: id(link.first), otherVisitId: id(link.second), leastMinutes: link.min / 60 };
    return link.max === null
      ? this.say("fact-gap", ends)
      : this.say("fact-gap-within", { ...ends, mostMinutes: link.max / 60 });
  }

  private visitFact(kind: "window" | "visit" | "pin" | "skills" | "refusals" | "crew", v: number): Said {
    const { data } = this.compiled;
    const visit = data.visits[v]!;
    const visitId = visit.id;
    switch (kind) {
      case "window":
        return this.window(v);
      case "visit":
        return this.say("fact-visit", { visitId, shiftIds: this.shiftsOf(visitId) });
      case "skills": {
        const skills = [...new Set([...visit.requires, ...visit.requiresAnyOf.flat()])];
        return this.say("fact-skills", { visitId, skills: skills.map((k) => data.skillIds[k]!) });
      }
      case "refusals": {
        const client = data.clients[visit.client]!;
        return this.say("fact-refusals", {
          clientId: client.id,
          nurseIds: client.refused.map((n) => data.nurses[n]!.id),
        });
      }
      case "crew":
        return this.say("fact-crew", { visitId, crewSize: visit.crewSize });
      default:
        return this.say("fact-pin", { visitId });
    }
  }

  private window(v: number): Said {
    const { data } = this.compiled;
    const { id: visitId, windows } = data.visits[v]!;
    const told = { visitId, windows: windows.map(({ from, to }) => `${this.clock(from)}–${this.clock(to)}`) };
    const before = data.previous[v];
    const most = data.limits.movedStart;
    if (most === null || !before?.whole) return this.say("fact-window", told);
    return this.say("fact-window-published", {
      ...told,
      startAt: this.at(before.start),
      mostMinutes: most / 60,
    });
  }
}
