/** Windows, preferred times and links. */
import type { Path } from "../fault.js";
import { called, clock, entries, type Context } from "./context.js";

interface LooseInterval {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Both ends are included, so an interval of one instant is whole. */
export function checkInterval(add: Context["add"], path: Path, owner: string, interval: LooseInterval): void {
  const from = clock(interval.from);
  const to = clock(interval.to);
  if (from === undefined || to === undefined || from <= to) return;
  add("interval-order", path, `${owner}: from ${interval.from} is after to ${interval.to}`);
}

export function checkVisits({ problem, add }: Context): void {
  for (const { at, item } of entries(problem.visits)) {
    const owner = called("visit", item);
    for (const { at: w, item: window } of entries(item.windows)) {
      checkInterval(add, ["visits", at, "windows", w], owner, window);
    }
    if (item.preferred !== undefined) checkInterval(add, ["visits", at, "preferred"], owner, item.preferred);
    if (item.windows?.length === 0 && item.pin?.begun !== true && item.pin?.providerId === undefined) {
      add("no-windows", ["visits", at, "windows"], `${owner} has no window`);
    }
  }
}

export function checkLinks({ problem, tables, add }: Context): void {
  const known = (id: string | undefined, path: Path): void => {
    if (id === undefined || tables.visits.has(id)) return;
    add("unknown-reference", path, `${String(path.at(-1))}: there is no visit ${id}`);
  };
  for (const { at, item } of entries(problem.links)) {
    const path = ["links", at];
    if (item.kind === "gap") {
      known(item.first, [...path, "first"]);
      known(item.second, [...path, "second"]);
      if (item.first !== undefined && item.first === item.second) {
        add("link-self", path, `a gap from visit ${item.first} to itself`);
      }
      const { minMinutes, maxMinutes } = item;
      if (minMinutes !== undefined && maxMinutes !== undefined && minMinutes > maxMinutes) {
        add("gap-order", path, `minMinutes ${minMinutes} is greater than maxMinutes ${maxMinutes}`);
      }
    } else if ("visits" in item) {
      const [a, b] = item.visits ?? [];
      known(a, [...path, "visits", 0]);
      known(b, [...path, "visits", 1]);
      if (a !== undefined && a === b) add("link-self", path, `a ${item.kind} link of visit ${a} with itself`);
    }
  }
}
