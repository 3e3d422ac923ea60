/** Lists of all routes below a price against every order of every few visits, and the search over them. */
import { describe, expect, it } from "vitest";
import { ClassPricing } from "../../solver/columns/classPricing.js";
import { type Cut, cutsPaid } from "../../solver/columns/cuts.js";
import { gapCut } from "../../solver/columns/gapCuts.js";
import { leftBy, openQuestions } from "../../solver/columns/poolBranches.js";
import { RoutePool } from "../../solver/columns/routePool.js";
import { GENERATION_DEFAULTS } from "../../solver/columns/settings.js";
import { StartCuts } from "../../solver/columns/startCuts.js";
import { compileProblem } from "../../src/planning/compile.js";
import { orders } from "../support/orders.js";
import { randomProblem } from "../support/smallProblem.js";
import { seededSource } from "../support/source.js";

const never = (): boolean => false;

describe("the list of all routes of a class", () => {
  it("has for each cheap order and parts of windows one with the same services that costs no more", () => {
    let cheap = 0;
    let listed = 0;
    let dear = 0;
    for (let seed = 0; seed < 250; seed += 1) {
      const source = seededSource(seed);
      const { data } = compileProblem(randomProblem(seed, { minVisits: 3, maxVisits: 5, maxShifts: 2 }));
      const pricing = new ClassPricing(data, GENERATION_DEFAULTS);
      const { startCuts, scale } = pricing;
      const visits = data.visits.length;
      const crew = data.visits.map(({ crewSize }) => crewSize);
      const middle = (v: number): number => {
        const { from, to } = data.visits[v]!.windows[0]!;
        return source.int(Math.ceil(from), Math.floor(to));
      };
      pricing.addStartCuts([gapCut(0, middle(0), 1, middle(1), crew)]);
      const cuts: Cut[] = [{ visits: [0, 1, 2], memory: new Set([0, 1, 2]) }];
      pricing.cuts.push(...cuts);
      const at = {
        visit: Float64Array.from({ length: visits }, () => source.int(0, 3000) * scale),
        cuts: Float64Array.of(source.int(0, 900) * scale),
        startCuts: Float64Array.of(source.int(0, 600) * scale * 60),
      };
      pricing.classes.forEach(({ allowed }, c) => {
        const able = [...allowed.keys()].filter((v) => allowed[v] === 1);
        const below = source.int(-1000, 2500) * scale;
        const { routes } = pricing.every(c, at, below, 1e6, never)!;
        const keyOf = (of: readonly number[], starts: readonly number[]): string =>
          of
            .map((v, i) => `${v}.${startCuts.partOf(v, starts[i]!)}`)
            .toSorted()
            .join();
        const costs = new Map(routes.map((route) => [keyOf(route.visits, route.starts), route.cost]));
        expect(costs.size).toBe(routes.length);
        listed += routes.length;
        for (const route of orders(able, pricing.ng.group)) {
          for (const parts of [0, 1, 2, 3]) {
            const lo = new Float64Array(visits).fill(-1e7);
            const hi = new Float64Array(visits).fill(1e7);
            [0, 1].forEach((v) => {
              const split = startCuts.splits[v]![0]!;
              if (((parts >> v) & 1) === 0) hi[v] = split - 1;
              else lo[v] = split;
            });
            const timed = pricing.timed(c, route, { lo, hi });
            if (timed === null) continue;
            const column = { shiftClass: c, visits: route, starts: timed.starts };
            const worth = route.reduce((sum, v) => sum + at.visit[v]!, 0);
            const paid = cutsPaid(cuts, at.cuts, route) + startCuts.paid(column, at.startCuts);
            if (timed.cost + paid - worth >= below) {
              dear += 1;
              continue;
            }
            cheap += 1;
            const known = costs.get(keyOf(route, timed.starts)) ?? Infinity;
            expect(known, `seed ${seed}, class ${c}, ${route.join()}`).toBeLessThanOrEqual(timed.cost);
          }
        }
        for (const { visits: of, starts, cost } of routes) {
          const single = { lo: Float64Array.from({ length: visits }), hi: new Float64Array(visits) };
          of.forEach((v, i) => (single.lo[v] = single.hi[v] = starts[i]!));
          expect(cost).toBe(pricing.timed(c, of, single)?.cost);
        }
      });
    }
    expect(cheap).toBeGreaterThan(1000);
    expect(dear).toBeGreaterThan(1000);
    expect(listed).toBeGreaterThan(500);
  });

  it("is given up where it takes too many labels", () => {
    const { data } = compileProblem(randomProblem(3, { minVisits: 5, maxVisits: 5, maxShifts: 1 }));
    const pricing = new ClassPricing(data, GENERATION_DEFAULTS);
    const none = new Float64Array(0);
    const at = { visit: new Float64Array(data.visits.length).fill(1e6), cuts: none, startCuts: none };
    expect(pricing.every(0, at, 0, 1, never)).toBeNull();
    expect(pricing.every(0, at, 0, 1e6, never)).not.toBeNull();
    expect(pricing.every(0, at, 0, 1e6, () => true)).toBeNull();
  });
});

describe("branches over a list", () => {
  const splits = new StartCuts(4);
  splits.add(gapCut(0, 500, 1, 300, [1, 1, 1, 2]));
  const routes = [
    { shiftClass: 0, visits: [0, 1], starts: [100, 400], cost: 1 },
    { shiftClass: 0, visits: [0, 2], starts: [600, 700], cost: 1 },
    { shiftClass: 1, visits: [1, 3], starts: [200, 600], cost: 1 },
    { shiftClass: 1, visits: [2, 3], starts: [200, 600], cost: 1 },
    { shiftClass: 2, visits: [3], starts: [600], cost: 1 },
  ];
  const crew = [1, 1, 1, 2];
  const pool = new RoutePool(routes, splits, 3, 4);
  const shape = { pool, crew, single: [true, true, false] };
  const half = routes.map((route) => ({ route, value: 0.5 }));
  const all = new Uint8Array(routes.length).fill(1);

  it("are asked where the solution is open, and leave every choice of routes on one side", () => {
    const questions = openQuestions(half, shape, splits.splits);
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(
      new Set(["outside", "before", "class", "together"]),
    );
    for (const question of questions) {
      const sides = [true, false].map((yes) => leftBy(shape, [{ question, yes }], all));
      expect(sides.some(({ routes: left }) => left.includes(0))).toBe(true);
      for (let chosen = 0; chosen < 1 << routes.length; chosen += 1) {
        const of = routes.filter((_, r) => ((chosen >> r) & 1) === 1);
        const times = [0, 1, 2, 3].map((v) => of.filter(({ visits }) => visits.includes(v)).length);
        const starts = new Set(
          of.flatMap((r) => r.visits.flatMap((v, i) => (v === 0 ? [r.starts[i]!] : []))),
        );
        // A plan: whole crews or nobody, once a shift, together.
        const whole = times.every((count, v) => count === 0 || count === crew[v]);
        const shifts = [0, 1].every((c) => of.filter(({ shiftClass }) => shiftClass === c).length <= 1);
        if (!whole || !shifts || starts.size > 1) continue;
        const fits = sides.some(
          (left) =>
            routes.every((_, r) => ((chosen >> r) & 1) === 0 || left.routes[r] === 1) &&
            times.every((count, v) => count > 0 || left.outside[v] === 1),
        );
        expect(fits, `${JSON.stringify(question)} ${chosen}`).toBe(true);
      }
    }
  });

  it("are none where the solution is whole", () => {
    const whole = [routes[0]!, routes[3]!, routes[4]!].map((route) => ({ route, value: 1 }));
    expect(openQuestions(whole, shape, splits.splits)).toEqual([]);
  });
});
