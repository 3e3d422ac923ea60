/** The problem's lists by id, built once for a verdict. Matrices are left as they are stored. */
import type { Client, Nurse, Place, Problem, Provider, Shift, Visit, VisitType } from "./documents.js";
import { NotCheckable } from "./notCheckable.js";

export interface Lookup {
  readonly problem: Problem;
  readonly places: ReadonlyMap<string, Place>;
  /** Row and column of each place in the matrices. */
  readonly placeIndex: ReadonlyMap<string, number>;
  readonly types: ReadonlyMap<string, VisitType>;
  readonly clients: ReadonlyMap<string, Client>;
  readonly visits: ReadonlyMap<string, Visit>;
  readonly nurses: ReadonlyMap<string, Nurse>;
  readonly shifts: ReadonlyMap<string, Shift>;
  readonly providers: ReadonlyMap<string, Provider>;
}

/** @throws NotCheckable (`id-twice`) where a list holds one id twice */
export function lookupOf(problem: Problem): Lookup {
  return {
    problem,
    places: byId(problem.places, "/places"),
    placeIndex: new Map(problem.places.map((place, index) => [place.id, index])),
    types: byId(problem.visitTypes, "/visitTypes"),
    clients: byId(problem.clients, "/clients"),
    visits: byId(problem.visits, "/visits"),
    nurses: byId(problem.nurses, "/nurses"),
    shifts: byId(problem.shifts, "/shifts"),
    providers: byId(problem.providers ?? [], "/providers"),
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[], path: string): ReadonlyMap<string, T> {
  const table = new Map<string, T>();
  items.forEach((item, index) => {
    if (table.has(item.id)) {
      throw new NotCheckable(
        "id-twice",
        `${path}/${index}/id`,
        `id twice: ${item.id}`,
        "Give every item of the list an id of its own.",
      );
    }
    table.set(item.id, item);
  });
  return table;
}

/**
 * What the problem itself refers to, such as the client of a visit.
 *
 * @throws NotCheckable (`reference-unknown`): then the problem is at fault, not the plan
 */
export function required<T>(table: ReadonlyMap<string, T>, id: string, list: string): T {
  const found = table.get(id);
  if (found === undefined) {
    throw new NotCheckable(
      "reference-unknown",
      `/${list}`,
      `the problem names ${id}, which is not among its ${list}`,
      "Check the problem with the contract's schema first; it lists every fault.",
    );
  }
  return found;
}

export function clientOf(lookup: Lookup, visit: Visit): Client {
  return required(lookup.clients, visit.clientId, "clients");
}

/** The nurse of a shift that is known to exist. */
export function nurseIdOf(lookup: Lookup, shiftId: string): string {
  return required(lookup.shifts, shiftId, "shifts").nurseId;
}
