/**
 * Can a visit be put into a plan whose orders are kept? By brute force: every seat, break
 * place, window and order of a nurse's shifts, each timed by the oracle's circulation.
 */
import type { Problem } from "../../src/contracts/index.js";
import { type Arc, bestTimes } from "./oracle/circulation.js";
import { type Day, readDay } from "./oracle/day.js";
import { Clocks } from "./oracle/rounds.js";

export function bruteFits(
  problem: Problem,
  orders: ReadonlyMap<string, readonly string[]>,
  visitId: string,
  /** By shift, the visits before it there: it has that place in the order and no other. */
  keptBehind?: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const day = readDay(problem);
  const index = (id: string): number => problem.visits.findIndex((visit) => visit.id === id);
  const v = index(visitId);
  const { crew, able, provider } = day.visits[v];
  if (provider !== null) return false;
  const base = day.shifts.map(({ id }) => (orders.get(id) ?? []).map(index));
  const place = (s: number, route: readonly number[]): number | null => {
    const behind = keptBehind?.get(day.shifts[s]!.id);
    return behind === undefined ? null : route.filter((u) => behind.has(problem.visits[u]!.id)).length;
  };
  const pick = (from: number, chosen: number[]): boolean => {
    if (chosen.length === crew) return seat(day, base, v, chosen, 0, place);
    for (let s = from; s < day.shifts.length; s += 1) {
      const { nurse } = day.shifts[s];
      if (keptBehind?.has(day.shifts[s]!.id) === false) continue;
      if (!able[s] || chosen.some((c) => day.shifts[c].nurse === nurse)) continue;
      if (pick(s + 1, [...chosen, s])) return true;
    }
    return false;
  };
  return pick(0, []);
}

function seat(
  day: Day,
  routes: number[][],
  v: number,
  shifts: readonly number[],
  i: number,
  place: (s: number, route: readonly number[]) => number | null,
): boolean {
  if (i === shifts.length) return linksHold(day, routes, v) && timed(day, routes);
  const s = shifts[i]!;
  const only = place(s, routes[s]!);
  for (let pos = only ?? 0; pos <= (only ?? routes[s]!.length); pos += 1) {
    const next = routes.with(s, routes[s]!.toSpliced(pos, 0, v));
    if (seat(day, next, v, shifts, i + 1, place)) return true;
  }
  return false;
}

function linksHold(day: Day, routes: readonly (readonly number[])[], v: number): boolean {
  const nurses = (u: number): number[] =>
    routes.flatMap((route, s) => (route.includes(u) ? [day.shifts[s].nurse] : []));
  return day.links.every((link) => {
    if (link.kind === "gap" || (link.a !== v && link.b !== v)) return true;
    const [a, b] = [nurses(link.a), nurses(link.b)];
    if (a.length === 0 || b.length === 0) return true;
    return a.some((n) => b.includes(n)) === (link.kind === "same-nurse");
  });
}

function timed(day: Day, routes: readonly (readonly number[])[]): boolean {
  const clocks = new Clocks(day);
  const used = routes.flatMap((route, s) => (route.length > 0 ? [s] : []));
  const served = new Set(routes.flat());
  const arcs: Arc[] = [];
  const hard = (from: number, to: number, least: number): Arc => ({ from, to, least, weight: Infinity });
  for (const link of day.links) {
    if (link.kind !== "gap" || !served.has(link.first) || !served.has(link.second)) continue;
    const [a, b] = [clocks.visit(link.first), clocks.visit(link.second)];
    arcs.push(hard(a, b, link.min));
    if (link.max < Infinity) arcs.push(hard(b, a, -link.max));
  }
  const holds = (list: readonly Arc[]): boolean =>
    list.every(({ least }) => least < Infinity) && bestTimes(clocks.count, list) !== null;
  const choices: (readonly Arc[])[][] = [];
  for (const s of used) {
    const shift = day.shifts[s];
    arcs.push(hard(0, clocks.departure(s), shift.from), hard(clocks.end(s), 0, -shift.end));
    choices.push(waysOf(day, clocks, s, routes[s]!, hard));
  }
  for (const v of served)
    choices.push(
      day.visits[v].starts.map(({ from, to }) => [
        hard(0, clocks.visit(v), from),
        hard(clocks.visit(v), 0, -to),
      ]),
    );
  for (const a of used)
    for (const b of used)
      if (a < b && day.shifts[a].nurse === day.shifts[b].nurse)
        choices.push([
          [hard(clocks.end(a), clocks.departure(b), 0)],
          [hard(clocks.end(b), clocks.departure(a), 0)],
        ]);
  const go = (i: number, list: readonly Arc[]): boolean => {
    if (!holds(list)) return false;
    if (i === choices.length) return true;
    return choices[i]!.some((way) => go(i + 1, [...list, ...way]));
  };
  return go(0, arcs);
}

/** One list of arcs for each way to take the breaks of a route. */
function waysOf(
  day: Day,
  clocks: Clocks,
  s: number,
  route: readonly number[],
  hard: (from: number, to: number, least: number) => Arc,
): Arc[][] {
  const shift = day.shifts[s];
  const [departure, end] = [clocks.departure(s), clocks.end(s)];
  const out: Arc[][] = [];
  const place = (b: number, legs: readonly (readonly number[])[]): void => {
    if (b < shift.breaks.length) {
      const { inside, after } = shift.breaks[b];
      if (after > 0) place(b + 1, legs);
      legs.forEach((leg, l) => {
        if (inside && (l === 0 || l === route.length)) return;
        for (let at = 0; at <= leg.length; at += 1) place(b + 1, legs.with(l, leg.toSpliced(at, 0, b)));
      });
      return;
    }
    const arcs: Arc[] = [];
    let here = shift.startPlace;
    let before = departure;
    let seconds = 0;
    legs.forEach((leg, l) => {
      const visit = l < route.length ? day.visits[route[l]!] : null;
      const there = visit === null ? shift.endPlace : visit.remote ? here : visit.place;
      const next = visit === null ? end : clocks.visit(route[l]!);
      let last = before;
      let length = seconds;
      let rest = 0;
      for (const k of leg) {
        const item = shift.breaks[k];
        const at = clocks.pause(s, k);
        arcs.push(hard(last, at, length), hard(0, at, item.from), hard(at, 0, -item.to));
        arcs.push(hard(departure, at, item.earliest));
        if (item.latest < Infinity) arcs.push(hard(at, departure, -item.latest));
        last = at;
        length = item.seconds;
        rest += item.seconds;
      }
      if (leg.length > 0) arcs.push(hard(last, next, length));
      arcs.push(hard(before, next, seconds + shift.leg(here, there) + rest));
      before = next;
      seconds = visit?.seconds ?? 0;
      here = there;
    });
    shift.breaks.forEach((item, k) => {
      if (!legs.flat().includes(k)) arcs.push(hard(end, departure, -item.after));
    });
    out.push(arcs);
  };
  place(
    0,
    Array.from({ length: route.length + 1 }, () => []),
  );
  return out;
}
