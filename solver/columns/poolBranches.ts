/** Branches over the routes of a pool: every plan is on one of the two sides of each. */
import type { RouteColumn, UsedRoute } from "./columnStore.js";
import type { RoutePool } from "./routePool.js";

/**
 * `outside`: the visit is left out or bought, or it is not. `before`: all its services start before the moment, or
 * none. `class`: a route of the class serves it, or none. `together`: one route serves both visits, which need
 * one nurse each, or none serves both.
 */
export type Question =
  | { readonly kind: "outside"; readonly visit: number }
  | { readonly kind: "before"; readonly visit: number; readonly time: number }
  | { readonly kind: "class"; readonly visit: number; readonly shiftClass: number }
  | { readonly kind: "together"; readonly visit: number; readonly other: number };

/** One side of a question. */
export interface Branch {
  readonly question: Question;
  readonly yes: boolean;
}

/** What is left on one side of several questions. */
export interface Left {
  /** By route of the pool: 1 where it may be used. */
  readonly routes: Uint8Array;
  /** By visit: 1 where it may stand outside. */
  readonly outside: Uint8Array;
}

/** `crew`, by visit; `single[c]`: the class has one shift only. */
export interface PoolShape {
  readonly pool: RoutePool;
  readonly crew: ArrayLike<number>;
  readonly single: readonly boolean[];
}

export function leftBy(
  { pool, crew, single }: PoolShape,
  branches: readonly Branch[],
  alive: Uint8Array,
): Left {
  const routes = alive.slice();
  const outside = new Uint8Array(crew.length).fill(1);
  const drop = (serving: number, keep: (route: RouteColumn) => boolean): void => {
    for (const r of pool.servingOf(serving)) if (!keep(pool.routes[r] as RouteColumn)) routes[r] = 0;
  };
  for (const { question, yes } of branches) {
    const { visit } = question;
    if (question.kind === "outside") {
      if (yes) drop(visit, () => false);
      else outside[visit] = 0;
    } else if (question.kind === "before") {
      drop(visit, (route) => startOf(route, visit) < question.time === yes);
    } else if (question.kind === "class") {
      const { shiftClass } = question;
      if (!yes) drop(visit, (route) => route.shiftClass !== shiftClass);
      else {
        outside[visit] = 0;
        if (crew[visit] === 1) drop(visit, (route) => route.shiftClass === shiftClass);
        if (single[shiftClass] === true) {
          pool.routes.forEach((route, r) => {
            if (routes[r] === 1 && route.shiftClass === shiftClass && !route.visits.includes(visit))
              routes[r] = 0;
          });
        }
      }
    } else {
      const { other } = question;
      if (!yes) drop(visit, ({ visits }) => !visits.includes(other));
      else {
        outside[visit] = outside[other] = 0;
        drop(visit, ({ visits }) => visits.includes(other));
        drop(other, ({ visits }) => visits.includes(visit));
      }
    }
  }
  return { routes, outside };
}

function startOf(route: RouteColumn, visit: number): number {
  return route.starts[route.visits.indexOf(visit)] as number;
}

/** How near to yes or no an answer is taken for one. */
const NEARLY = 1e-4;

/**
 * Questions that the solution leaves most open, most open first. `splits`, by visit: moments that tell its starts
 * apart. Empty: it answers them all.
 */
export function openQuestions(
  used: readonly UsedRoute[],
  { crew, single }: PoolShape,
  splits: readonly (readonly number[])[],
): Question[] {
  const open: { question: Question; share: number; order: number }[] = [];
  const ask = (question: Question, share: number): void => {
    if (share > NEARLY && share < 1 - NEARLY)
      open.push({ question, share: Math.min(share, 1 - share), order: open.length });
  };
  const services: { readonly start: number; readonly shiftClass: number; readonly value: number }[][] =
    Array.from(crew, () => []);
  const pairs = new Map<number, number>();
  for (const { route, value } of used) {
    route.visits.forEach((v, i) => {
      services[v]?.push({ start: route.starts[i] as number, shiftClass: route.shiftClass, value });
      if (crew[v] !== 1) return;
      for (const w of route.visits) {
        if (w <= v || crew[w] !== 1) continue;
        const key = v * crew.length + w;
        pairs.set(key, (pairs.get(key) ?? 0) + value);
      }
    });
  }
  services.forEach((of, visit) => {
    const size = crew[visit] as number;
    const sum = (counts: (service: (typeof of)[number]) => boolean): number =>
      of.reduce((total, service) => total + (counts(service) ? service.value : 0), 0);
    ask({ kind: "outside", visit }, sum(() => true) / size);
    for (const time of splits[visit] ?? []) {
      ask({ kind: "before", visit, time }, sum(({ start }) => start < time) / size);
    }
    for (const c of new Set(of.map(({ shiftClass }) => shiftClass))) {
      if (size > 1 && single[c] !== true) continue;
      ask(
        { kind: "class", visit, shiftClass: c },
        sum(({ shiftClass }) => shiftClass === c),
      );
    }
  });
  for (const [key, share] of pairs) {
    const visit = Math.floor(key / crew.length);
    ask({ kind: "together", visit, other: key - visit * crew.length }, share);
  }
  open.sort((a, b) => b.share - a.share || a.order - b.order);
  return open.map(({ question }) => question);
}
