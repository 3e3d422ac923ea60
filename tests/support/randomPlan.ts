/**
 * Random plans for any problem whose matrices are filled in: a greedy hand that goes through
 * the visits by time, sends some nurses to each, leaves some unserved and buys some.
 * Most plans are valid (all rules but `limits` are kept in mind); none tries to be good.
 */
import type { Plan, Problem } from "../../src/contracts/index.js";
import { toSeconds } from "./clock.js";
import { type Draft, Roads, type Settled, type Shift, type Visit, settle } from "./randomPlan/route.js";
import { type Source, chance, pick, shuffled } from "./source.js";

export interface RandomPlanOptions {
  /** So many of a hundred visits are not even tried. Default 10. */
  readonly unservedPercent?: number;
  /** So many of a hundred visits left over are bought where someone takes them. Default 60. */
  readonly buyPercent?: number;
}

/** A plan for the problem; the same one for the same choices. */
export function randomPlan(problem: Problem, source: Source, options: RandomPlanOptions = {}): Plan {
  return new Hand(problem, source, options).plan();
}

class Hand {
  private readonly roads: Roads;
  private readonly routes = new Map<string, Settled>();
  private readonly starts = new Map<string, number>();
  private readonly crews = new Map<string, readonly Shift[]>();
  private readonly able: (shift: Shift, visit: Visit) => boolean;

  constructor(
    private readonly problem: Problem,
    private readonly source: Source,
    private readonly options: RandomPlanOptions,
  ) {
    this.roads = new Roads(problem);
    this.able = ablenessOf(problem);
  }

  plan(): Plan {
    const left: Visit[] = [];
    for (const visit of this.byTime()) {
      const skip = visit.pin === undefined && chance(this.source, this.options.unservedPercent ?? 10);
      if (skip || visit.pin?.providerId !== undefined || !this.serve(visit)) left.push(visit);
    }
    left.push(...this.giveUpOwing());
    const bought = this.buy(left);
    const sold = new Set(bought.map(({ visitId }) => visitId));
    const plan: Plan = {
      format: "kotikierros/plan@1",
      routes: this.problem.shifts.flatMap(({ id }) => this.routes.get(id)?.route ?? []),
      unserved: left.filter(({ id }) => !sold.has(id)).map(({ id }) => ({ visitId: id, reasons: [] })),
    };
    if (bought.length > 0 || chance(this.source, 50)) plan.bought = bought;
    return plan;
  }

  /** Takes back every route that never got its break, with the crew visits on other routes. */
  private giveUpOwing(): Visit[] {
    const gone = new Map<string, Visit>();
    for (;;) {
      const owing = [...this.routes.values()].find((one) => one.owing);
      if (owing === undefined) return [...gone.values()];
      this.routes.delete(owing.draft.shift.id);
      for (const { visit } of owing.draft.taken) gone.set(visit.id, visit);
      for (const [shiftId, { draft }] of this.routes) {
        const taken = draft.taken.filter(({ visit }) => !gone.has(visit.id));
        if (taken.length === draft.taken.length) continue;
        const settled = taken.length === 0 ? null : settle(this.roads, { ...draft, taken }, this.source);
        if (settled !== null) this.routes.set(shiftId, settled);
        else {
          this.routes.delete(shiftId);
          for (const { visit } of draft.taken) gone.set(visit.id, visit);
        }
      }
    }
  }

  /** Visits with a start in mind, earliest first; before them those whose start is fixed. */
  private byTime(): Visit[] {
    const keyed = this.problem.visits.map((visit) => {
      if (visit.pin?.start !== undefined) return { visit, at: -1 };
      if (visit.windows.length === 0) return { visit, at: 0 };
      return { visit, at: toSeconds(pick(this.source, visit.windows).from) + this.source.int(0, 3600) };
    });
    return keyed.sort((a, b) => a.at - b.at).map(({ visit }) => visit);
  }

  /** Finds a crew and a start; false if none of the tries fits. */
  private serve(visit: Visit): boolean {
    const size = visit.crewSize ?? 1;
    const pinned = [
      ...(visit.pin?.shiftIds ?? []),
      ...(visit.pin?.shiftId === undefined ? [] : [visit.pin.shiftId]),
    ];
    const first = this.problem.shifts.filter(({ id }) => pinned.includes(id));
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const crew = [...first];
      for (const shift of shuffled(this.source, this.problem.shifts)) {
        if (crew.length >= size) break;
        if (crew.some(({ nurseId }) => nurseId === shift.nurseId) || !this.able(shift, visit)) continue;
        crew.push(shift);
      }
      if (crew.length !== size) return false;
      if (this.linksAllow(visit, crew) && this.place(visit, crew)) return true;
    }
    return false;
  }

  private linksAllow(visit: Visit, crew: readonly Shift[]): boolean {
    return (this.problem.links ?? []).every((link) => {
      if (link.kind === "gap" || !link.visits.includes(visit.id)) return true;
      const others = this.crews.get(link.visits[0] === visit.id ? link.visits[1] : link.visits[0]);
      if (others === undefined) return true;
      const common = others.some(({ nurseId }) => crew.some((shift) => shift.nurseId === nurseId));
      return common === (link.kind === "same-nurse");
    });
  }

  /** Puts the visit on every shift of the crew, at one start. */
  private place(visit: Visit, crew: readonly Shift[]): boolean {
    for (const withRoom of [chance(this.source, 30), true]) {
      const soonest = Math.max(...crew.map((shift) => this.soonest(shift, visit, withRoom)));
      const start = this.startFrom(visit, soonest);
      if (start === null) continue;
      const settled = crew.map((shift) => this.insert(shift, visit, start));
      if (settled.some((one) => one === null)) continue;
      crew.forEach((shift, at) => this.routes.set(shift.id, settled[at]!));
      this.starts.set(visit.id, start);
      this.crews.set(visit.id, crew);
      return true;
    }
    return false;
  }

  /** When a shift can start the visit, after the breaks that it still has to take if wanted. */
  private soonest(shift: Shift, visit: Visit, withRoom: boolean): number {
    const draft = this.draftOf(shift);
    // Mostly after all others, sometimes in their midst.
    const count = draft.taken.length;
    const after = chance(this.source, 30) ? this.source.int(0, count) : count;
    const { place, clock } = this.roads.freeAt(draft, after);
    const arrival = clock + this.roads.leg(shift.mode, place, this.roads.placeOf(visit, place));
    const stops = this.routes.get(shift.id)?.route.stops ?? [];
    if (!withRoom) return arrival;
    let [restEnd, rest] = [clock, 0];
    for (const { id, minutes, from, earliestAfterMinutes = 0 } of shift.breaks ?? []) {
      if (stops.some((stop) => stop.kind === "break" && stop.breakId === id)) continue;
      const start = Math.max(restEnd, toSeconds(from), draft.departure + earliestAfterMinutes * 60);
      restEnd = start + minutes * 60;
      rest += minutes * 60;
    }
    return Math.max(arrival + rest, restEnd);
  }

  private draftOf(shift: Shift): Draft {
    return this.routes.get(shift.id)?.draft ?? { shift, departure: toSeconds(shift.from), taken: [] };
  }

  /** A start no sooner than given that windows, gaps and pin allow. */
  private startFrom(visit: Visit, soonest: number): number | null {
    if (soonest === Infinity) return null;
    let least = soonest;
    let most = Infinity;
    for (const link of this.problem.links ?? []) {
      if (link.kind !== "gap") continue;
      const before = link.second === visit.id ? this.starts.get(link.first) : undefined;
      const after = link.first === visit.id ? this.starts.get(link.second) : undefined;
      const maxMinutes = link.maxMinutes ?? Infinity;
      if (before !== undefined) {
        least = Math.max(least, before + link.minMinutes * 60);
        most = Math.min(most, before + maxMinutes * 60);
      }
      if (after !== undefined) {
        least = Math.max(least, after - maxMinutes * 60);
        most = Math.min(most, after - link.minMinutes * 60);
      }
    }
    if (visit.pin?.start !== undefined) {
      const start = toSeconds(visit.pin.start);
      return start >= least && start <= most ? start : null;
    }
    for (const window of visit.windows) {
      const from = Math.max(least, toSeconds(window.from));
      const to = Math.min(most, toSeconds(window.to));
      if (from > to || (chance(this.source, 10) && visit.windows.length > 1)) continue;
      return chance(this.source, 40) ? this.source.int(from, Math.min(to, from + 1800)) : from;
    }
    return null;
  }

  /** The shift's route with one more visit where its start belongs, or null if that cannot be. */
  private insert(shift: Shift, visit: Visit, start: number): Settled | null {
    const before = this.draftOf(shift);
    const taken = [...before.taken, { visit, start }].sort((a, b) => a.start - b.start);
    let { departure } = before;
    if (taken[0]!.visit === visit) {
      const place = this.roads.placeOf(visit, shift.startPlaceId);
      const latest = start - this.roads.leg(shift.mode, shift.startPlaceId, place);
      const soonest = toSeconds(shift.from);
      if (latest < soonest) return null;
      departure = chance(this.source, 50) ? latest : this.source.int(soonest, latest);
    }
    const draft = { shift, departure, taken };
    const settled = settle(this.roads, draft, this.source);
    if (settled === null) return null;
    for (const other of this.routes.values()) {
      const { shift: theirs } = other.draft;
      if (theirs.nurseId !== shift.nurseId || theirs.id === shift.id) continue;
      if (departure < other.back && other.draft.departure < settled.back) return null;
    }
    return settled;
  }

  private buy(left: readonly Visit[]): { visitId: string; providerId: string }[] {
    const areas = new Map(this.problem.clients.map(({ id, areaId }) => [id, areaId]));
    const room = new Map(
      (this.problem.providers ?? []).map(({ id, maxVisits }) => [id, maxVisits ?? Infinity]),
    );
    const bought: { visitId: string; providerId: string }[] = [];
    // Pinned ones first: nobody else may take their place at the provider.
    for (const visit of left.toSorted((a, b) => Number(isSold(b)) - Number(isSold(a)))) {
      if (!isSold(visit) && !chance(this.source, this.options.buyPercent ?? 60)) continue;
      const area = areas.get(visit.clientId);
      const takers = (this.problem.providers ?? []).filter(
        ({ id, typeIds, areaIds }) =>
          room.get(id)! > 0 &&
          typeIds.includes(visit.typeId) &&
          (areaIds === undefined || (area !== undefined && areaIds.includes(area))) &&
          (visit.pin?.providerId ?? id) === id,
      );
      if (takers.length === 0) continue;
      const { id } = pick(this.source, takers);
      room.set(id, room.get(id)! - 1);
      bought.push({ visitId: visit.id, providerId: id });
    }
    return bought;
  }
}

function isSold(visit: Visit): boolean {
  return visit.pin?.providerId !== undefined;
}

/** Skills and refusals, which a begun visit is past. */
function ablenessOf(problem: Problem): (shift: Shift, visit: Visit) => boolean {
  const nurses = new Map(problem.nurses.map((nurse) => [nurse.id, nurse]));
  const types = new Map(problem.visitTypes.map((type) => [type.id, type]));
  const clients = new Map(problem.clients.map((client) => [client.id, client]));
  return (shift, visit) => {
    if (visit.pin?.begun === true) return true;
    const skills = nurses.get(shift.nurseId)!.skills ?? [];
    if (clients.get(visit.clientId)!.refusedNurseIds?.includes(shift.nurseId) === true) return false;
    return [visit, types.get(visit.typeId)!].every(
      ({ requires = [], requiresAnyOf = [] }) =>
        requires.every((skill) => skills.includes(skill)) &&
        (requiresAnyOf.length === 0 || requiresAnyOf.some((skill) => skills.includes(skill))),
    );
  };
}
