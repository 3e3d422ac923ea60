/**
 * The problem document as the optimiser sees it: ids become positions, instants become
 * seconds from the start of the first shift, minutes become seconds.
 *
 * The problem must have passed parseProblem and its modes must have matrices. What such a
 * problem cannot have (an unknown id, a mode without matrices) is thrown as a CompileError.
 */
import type * as doc from "../contracts/index.js";
import { epochSeconds } from "../domain/instant.js";
import { DEFAULT_WEIGHTS } from "../../solver/index.js";
import type {
  Break,
  Client,
  Interval,
  Link,
  Nurse,
  Pin,
  Previous,
  ProblemData,
  Provider,
  Shift,
  Visit,
} from "../../solver/index.js";
import { compileMode } from "./compileTravel.js";
import { CompileError, IdTable, Names } from "./idTable.js";

export const DEFAULT_UNSERVED_COST = 100_000;

/** Clocks further than this from the origin (17 years) stand for "any time"; sums stay in 32 bits. */
const FAR = 2 ** 29;

export interface CompiledProblem {
  readonly data: ProblemData;
  /** Epoch seconds of the optimiser's second 0. */
  readonly origin: number;
}

/** The start of the first shift; without shifts the first window. So a moved day looks the same inside. */
function findOrigin(problem: doc.Problem): number {
  let origin = Infinity;
  for (const shift of problem.shifts) origin = Math.min(origin, epochSeconds(shift.from));
  if (origin !== Infinity) return origin;
  for (const visit of problem.visits) {
    for (const window of visit.windows) origin = Math.min(origin, epochSeconds(window.from));
  }
  return origin === Infinity ? 0 : origin;
}

/** Sorted, with windows that touch or overlap made one. Starts are whole seconds, so 09:00:00 and 09:00:01 touch. */
export function mergeWindows(windows: readonly Interval[]): Interval[] {
  const sorted = windows.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

class Compiler {
  private readonly places: IdTable;
  private readonly modes: IdTable;
  private readonly types: IdTable;
  private readonly clients: IdTable;
  private readonly visits: IdTable;
  private readonly nurses: IdTable;
  private readonly shifts: IdTable;
  private readonly providers: IdTable;
  private readonly skills = new Names();
  private readonly languages = new Names();
  private readonly areas = new Names();
  readonly origin: number;

  constructor(private readonly problem: doc.Problem) {
    const ids = (list: readonly { readonly id: string }[]): string[] => list.map((item) => item.id);
    this.places = new IdTable("place", ids(problem.places));
    this.modes = new IdTable("mode", Object.keys(problem.travel.modes));
    this.types = new IdTable("visit type", ids(problem.visitTypes));
    this.clients = new IdTable("client", ids(problem.clients));
    this.visits = new IdTable("visit", ids(problem.visits));
    this.nurses = new IdTable("nurse", ids(problem.nurses));
    this.shifts = new IdTable("shift", ids(problem.shifts));
    this.providers = new IdTable("provider", ids(problem.providers ?? []));
    this.origin = findOrigin(problem);
  }

  compile(): ProblemData {
    const { problem } = this;
    const used = new Set(problem.shifts.map((shift) => shift.mode));
    return {
      placeCount: problem.places.length,
      modes: Object.entries(problem.travel.modes).map(([id, mode]) =>
        compileMode(id, mode, problem.places, used.has(id)),
      ),
      visitTypes: problem.visitTypes.map(({ id }) => ({ id })),
      nurses: problem.nurses.map((nurse) => this.nurse(nurse)),
      clients: problem.clients.map((client) => this.client(client)),
      visits: problem.visits.map((visit) => this.visit(visit)),
      links: (problem.links ?? []).map((link) => this.link(link)),
      shifts: problem.shifts.map((shift) => this.shift(shift)),
      providers: (problem.providers ?? []).map((provider) => this.provider(provider)),
      weights: { ...DEFAULT_WEIGHTS, ...problem.weights },
      previous: this.previous(),
      limits: {
        changedClients: problem.limits?.changedClients ?? null,
        movedStart: secondsOrNull(problem.limits?.movedStartMinutes),
      },
      skillIds: this.skills.all,
    };
  }

  private clock(instant: string): number {
    return Math.max(-FAR, Math.min(FAR, epochSeconds(instant) - this.origin));
  }

  private interval(value: { readonly from: string; readonly to: string }): Interval {
    return { from: this.clock(value.from), to: this.clock(value.to) };
  }

  private nurse(nurse: doc.Nurse): Nurse {
    return {
      id: nurse.id,
      skills: this.skills.list(nurse.skills),
      languages: this.languages.list(nurse.languages),
      areas: nurse.areaIds === undefined ? null : this.areas.list(nurse.areaIds),
    };
  }

  private client(client: doc.Client): Client {
    return {
      id: client.id,
      area: client.areaId === undefined ? null : this.areas.of(client.areaId),
      languages: this.languages.list(client.languages),
      familiar: this.nurses.list(client.familiarNurseIds),
      refused: this.nurses.list(client.refusedNurseIds),
    };
  }

  private visit(visit: doc.Visit): Visit {
    const client = this.clients.of(visit.clientId);
    const type = this.types.of(visit.typeId);
    const typeDoc = this.problem.visitTypes[type]!;
    const pin = visit.pin === undefined ? undefined : this.pin(visit.pin);
    return {
      id: visit.id,
      client,
      type,
      place: this.places.of(this.problem.clients[client]!.placeId),
      seconds: visit.minutes * 60,
      windows: mergeWindows(visit.windows.map((window) => this.interval(window))),
      ...(visit.preferred === undefined ? {} : { preferred: this.interval(visit.preferred) }),
      requires: this.skills.list([...(typeDoc.requires ?? []), ...(visit.requires ?? [])]),
      requiresAnyOf: [typeDoc.requiresAnyOf, visit.requiresAnyOf]
        .map((group) => this.skills.list(group))
        .filter((group) => group.length > 0),
      crewSize: visit.crewSize ?? 1,
      unservedCost: visit.unservedCost ?? DEFAULT_UNSERVED_COST,
      remote: visit.remote ?? false,
      ...(pin === undefined ? {} : { pin }),
    };
  }

  /** A pin without any key pins nothing; one with any key forbids to leave the visit unserved. */
  private pin(pin: doc.Pin): Pin | undefined {
    if (Object.keys(pin).length === 0) return undefined;
    const shiftIds = [...(pin.shiftId === undefined ? [] : [pin.shiftId]), ...(pin.shiftIds ?? [])];
    return {
      shifts: this.shifts.list(shiftIds),
      ...(pin.start === undefined ? {} : { start: this.clock(pin.start) }),
      begun: pin.begun ?? false,
      ...(pin.providerId === undefined ? {} : { provider: this.providers.of(pin.providerId) }),
    };
  }

  private link(link: doc.Link): Link {
    if (link.kind !== "gap") {
      return { kind: link.kind, a: this.visits.of(link.visits[0]), b: this.visits.of(link.visits[1]) };
    }
    return {
      kind: "gap",
      first: this.visits.of(link.first),
      second: this.visits.of(link.second),
      min: link.minMinutes * 60,
      max: secondsOrNull(link.maxMinutes),
    };
  }

  private shift(shift: doc.Shift): Shift {
    return {
      id: shift.id,
      nurse: this.nurses.of(shift.nurseId),
      from: this.clock(shift.from),
      to: this.clock(shift.to),
      startPlace: this.places.of(shift.startPlaceId),
      endPlace: this.places.of(shift.endPlaceId),
      mode: this.modes.of(shift.mode),
      maxOvertime: (shift.maxOvertimeMinutes ?? 0) * 60,
      useCost: shift.useCost ?? 0,
      target: secondsOrNull(shift.targetMinutes),
      breaks: (shift.breaks ?? []).map((item) => this.shiftBreak(item)),
    };
  }

  private shiftBreak(item: doc.ShiftBreak): Break {
    return {
      id: item.id,
      seconds: item.minutes * 60,
      from: this.clock(item.from),
      to: this.clock(item.to),
      afterSeconds: (item.afterMinutes ?? 0) * 60,
      earliestAfter: (item.earliestAfterMinutes ?? 0) * 60,
      latestAfter: secondsOrNull(item.latestAfterMinutes),
      inside: item.inside ?? false,
    };
  }

  private provider(provider: doc.Provider): Provider {
    return {
      id: provider.id,
      types: this.types.list(provider.typeIds),
      areas: provider.areaIds === undefined ? null : this.areas.list(provider.areaIds),
      maxVisits: provider.maxVisits ?? null,
      cost: provider.cost,
    };
  }

  /** By visit. Former shifts that are gone are left out and told by `whole: false`. */
  private previous(): (Previous | null)[] {
    const before = new Map(Object.entries(this.problem.previous?.visits ?? {}));
    return this.problem.visits.map((visit) => {
      const was = before.get(visit.id);
      if (was === undefined) return null;
      const known = was.shiftIds.filter((shiftId) => this.shifts.has(shiftId));
      return {
        shifts: this.shifts.list(known),
        whole: known.length === was.shiftIds.length,
        start: this.clock(was.start),
      };
    });
  }
}

function secondsOrNull(minutes: number | undefined): number | null {
  return minutes === undefined ? null : minutes * 60;
}

/** @throws {CompileError} for a problem that parseProblem would refuse, or a used mode without matrices */
export function compileProblem(problem: doc.Problem): CompiledProblem {
  const compiler = new Compiler(problem);
  return { data: compiler.compile(), origin: compiler.origin };
}

export { CompileError };
