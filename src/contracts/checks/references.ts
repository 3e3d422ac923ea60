/** Every id that refers to something refers to something. `previous` may name what is gone. */
import type { Path } from "../fault.js";
import { entries, type Context, type Table } from "./context.js";

type Known = Table<unknown>;

/** Unknown ids of one list that are told one by one; the rest is counted. */
const TOLD_OF_ONE_LIST = 100;

class References {
  constructor(private readonly add: Context["add"]) {}

  one(known: Known, what: string, id: string | undefined, path: Path, key = String(path.at(-1))): void {
    if (id === undefined || known.has(id)) return;
    this.add("unknown-reference", path, `${key}: there is no ${what} ${id}`);
  }

  many(known: Known, what: string, ids: readonly (string | undefined)[] | undefined, path: Path): void {
    if (ids === undefined) return;
    let untold = 0;
    let told = 0;
    for (const [at, id] of ids.entries()) {
      if (id === undefined || known.has(id)) continue;
      if (told++ < TOLD_OF_ONE_LIST) this.one(known, what, id, [...path, at], String(path.at(-1)));
      else untold++;
    }
    if (untold > 0) this.add("unknown-reference", path, `${untold} more of these ids are of no ${what}`);
  }
}

export function checkReferences({ problem, tables, add }: Context): void {
  const refer = new References(add);
  for (const { at, item } of entries(problem.clients)) {
    refer.one(tables.places, "place", item.placeId, ["clients", at, "placeId"]);
    refer.many(tables.nurses, "nurse", item.familiarNurseIds, ["clients", at, "familiarNurseIds"]);
    refer.many(tables.nurses, "nurse", item.refusedNurseIds, ["clients", at, "refusedNurseIds"]);
  }
  for (const { at, item } of entries(problem.visits)) {
    refer.one(tables.clients, "client", item.clientId, ["visits", at, "clientId"]);
    refer.one(tables.visitTypes, "visit type", item.typeId, ["visits", at, "typeId"]);
    const { pin } = item;
    if (pin === undefined) continue;
    refer.one(tables.shifts, "shift", pin.shiftId, ["visits", at, "pin", "shiftId"]);
    refer.many(tables.shifts, "shift", pin.shiftIds, ["visits", at, "pin", "shiftIds"]);
    refer.one(tables.providers, "provider", pin.providerId, ["visits", at, "pin", "providerId"]);
  }
  for (const { at, item } of entries(problem.shifts)) {
    refer.one(tables.nurses, "nurse", item.nurseId, ["shifts", at, "nurseId"]);
    refer.one(tables.places, "place", item.startPlaceId, ["shifts", at, "startPlaceId"]);
    refer.one(tables.places, "place", item.endPlaceId, ["shifts", at, "endPlaceId"]);
    const modes = problem.travel?.modes;
    if (modes !== undefined && item.mode !== undefined && !Object.hasOwn(modes, item.mode)) {
      add("unknown-reference", ["shifts", at, "mode"], `mode: there is no mode ${item.mode} in travel.modes`);
    }
  }
  for (const { at, item } of entries(problem.providers)) {
    refer.many(tables.visitTypes, "visit type", item.typeIds, ["providers", at, "typeIds"]);
  }
}
