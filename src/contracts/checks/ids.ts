/** Ids are unique within their list. */
import type { Path } from "../fault.js";
import { entries, Table, type Context, type LooseProblem, type Tables } from "./context.js";

type Identified = { readonly id?: string | undefined };

/** Entries by id; of two with one id the first stands, the other is a fault. */
function tableOf<T extends Identified>(
  add: Context["add"],
  path: Path,
  list: readonly (T | undefined)[] | undefined,
  complete: boolean,
): Table<T> {
  const table = new Table<T>(complete);
  for (const { at, item } of entries(list)) {
    if (item.id === undefined) continue;
    const first = table.add(item.id, { at, item });
    if (first !== undefined) {
      add("duplicate-id", [...path, at, "id"], `id ${item.id} is that of entry ${first.at} already`);
    }
  }
  return table;
}

/** @param cut lists of the problem were not read to their ends */
export function tablesOf(add: Context["add"], problem: LooseProblem, cut: boolean): Tables {
  const table = <T extends Identified>(key: keyof Tables, list: readonly (T | undefined)[] | undefined) =>
    tableOf(add, [key], list, !cut && (list !== undefined || !Object.hasOwn(problem, key)));
  return {
    places: table("places", problem.places),
    visitTypes: table("visitTypes", problem.visitTypes),
    clients: table("clients", problem.clients),
    visits: table("visits", problem.visits),
    nurses: table("nurses", problem.nurses),
    shifts: table("shifts", problem.shifts),
    providers: table("providers", problem.providers),
  };
}

/** Breaks have ids too, unique within their shift. */
export function checkBreakIds({ problem, add }: Context): void {
  for (const { at, item } of entries(problem.shifts)) {
    tableOf(add, ["shifts", at, "breaks"], item.breaks, true);
  }
}
