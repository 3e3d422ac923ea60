/** Pricing with cuts against every order of every few visits. */
import { describe, expect, it } from "vitest";
import { ClassPricing } from "../../solver/columns/classPricing.js";
import { ColumnStore } from "../../solver/columns/columnStore.js";
import { brokenCuts, type Cut, cutsPaid, PricedCuts, timesPaid } from "../../solver/columns/cuts.js";
import { forbidCirclesFound } from "../../solver/columns/cycles.js";
import { brokenCrews } from "../../solver/columns/crewCuts.js";
import { brokenGaps, gapCut } from "../../solver/columns/gapCuts.js";
import { StartCuts } from "../../solver/columns/startCuts.js";
import { GENERATION_DEFAULTS } from "../../solver/columns/settings.js";
import { startWindows } from "../../solver/columns/visitRules.js";
import { highsMasterEngine } from "../../src/lp/highsMaster.js";
import { compileProblem } from "../../src/planning/compile.js";
import { orders } from "../support/orders.js";
import { randomProblem } from "../support/smallProblem.js";
import { seededSource } from "../support/source.js";

const never = (): boolean => false;

describe("pricing with cuts", () => {
  it("finds nothing above the cheapest route of all, and counts what it finds as it is", () => {
    let met = 0;
    let paid = 0;
    for (let seed = 0; seed < 300; seed += 1) {
      const source = seededSource(seed);
      const { data } = compileProblem(randomProblem(seed, { minVisits: 3, maxVisits: 5, maxShifts: 2 }));
      const pricing = new ClassPricing(data, GENERATION_DEFAULTS);
      const visits = data.visits.length;
      const cuts: Cut[] = [];
      for (let a = 0; a < visits; a += 1)
        for (let b = a + 1; b < visits; b += 1)
          for (let c = b + 1; c < visits; c += 1) {
            if (source.int(0, 1) === 1) continue;
            const others = [...data.visits.keys()].filter(() => source.int(0, 1) === 0);
            cuts.push({ visits: [a, b, c], memory: new Set([a, b, c, ...others]) });
          }
      pricing.cuts.push(...cuts);
      const prices = {
        visit: Float64Array.from({ length: visits }, () => source.int(0, 3000) * pricing.scale),
        base: new Float64Array(pricing.classes.length),
        cuts: Float64Array.from(cuts, () => source.int(0, 900) * pricing.scale),
        startCuts: new Float64Array(0),
        slack: 0.3 * pricing.scale,
        circling: seed % 2 === 0,
      };
      pricing.classes.forEach((shiftClass, c) => {
        const able = [...shiftClass.allowed.keys()].filter((v) => shiftClass.allowed[v] === 1);
        const reduced = (route: readonly number[]): number =>
          (pricing.timed(c, route)?.cost ?? Infinity) +
          cutsPaid(cuts, prices.cuts, route) -
          route.reduce((sum, v) => sum + prices.visit[v]!, 0);
        let least = Infinity;
        for (const route of orders(able, pricing.ng.group)) least = Math.min(least, reduced(route));
        const found = pricing.price(c, "exact", prices, never);
        expect(found.complete).toBe(true);
        // A route that costs nothing or more is no concern of pricing.
        if (least < 0) expect(found.least, `seed ${seed}, class ${c}`).toBeLessThanOrEqual(least);
        for (const route of found.routes) {
          if (new Set(route.visits.map((v) => pricing.ng.group[v])).size < route.visits.length) continue;
          expect(route.reduced, `seed ${seed}, class ${c}`).toBeGreaterThanOrEqual(least);
          if (cutsPaid(cuts, prices.cuts, route.visits) > 0) paid += 1;
          for (const [i, v] of route.visits.entries()) {
            const start = route.starts[i]!;
            expect(startWindows(data, v).some(({ from, to }) => from <= start && start <= to)).toBe(true);
            const before = route.visits[i - 1];
            if (before === undefined) continue;
            expect(start).toBeGreaterThanOrEqual(route.starts[i - 1]! + data.visits[before]!.seconds);
          }
        }
        if (found.routes[0]?.reduced === least) met += 1;
      });
    }
    expect(met).toBeGreaterThan(200);
    expect(paid).toBeGreaterThan(50);
  });
});

describe("neighbourhoods grown by the circles that beams find", () => {
  it("raise what exact pricing proves, and never above the cheapest route", () => {
    let circled = 0;
    let raised = 0;
    for (let seed = 0; seed < 150; seed += 1) {
      const source = seededSource(seed);
      const { data } = compileProblem(randomProblem(seed, { minVisits: 4, maxVisits: 5, maxShifts: 2 }));
      const pricing = new ClassPricing(data, { ...GENERATION_DEFAULTS, firstNeighbours: 0 });
      const none = new Float64Array(0);
      const prices = {
        visit: Float64Array.from(data.visits, () => source.int(0, 3000) * pricing.scale),
        base: new Float64Array(pricing.classes.length),
        cuts: none,
        startCuts: none,
        slack: 0.3 * pricing.scale,
        circling: seed % 2 === 0,
      };
      pricing.classes.forEach(({ allowed }, c) => {
        const able = [...allowed.keys()].filter((v) => allowed[v] === 1);
        let least = Infinity;
        for (const route of orders(able, pricing.ng.group)) {
          const worth = route.reduce((sum, v) => sum + prices.visit[v]!, 0);
          least = Math.min(least, (pricing.timed(c, route)?.cost ?? Infinity) - worth);
        }
        const before = pricing.price(c, "exact", prices, never).least;
        const cheapest = () => [pricing.price(c, "circles", prices, never)];
        if (forbidCirclesFound(cheapest, pricing.ng, 100, never) > 0) circled += 1;
        const after = pricing.price(c, "exact", prices, never).least;
        if (least >= 0) return;
        // Both may leave open what is less than the slack.
        expect(after, `seed ${seed}, class ${c}`).toBeGreaterThanOrEqual(Math.min(before, -prices.slack));
        expect(after, `seed ${seed}, class ${c}`).toBeLessThanOrEqual(least);
        if (after > before) raised += 1;
      });
    }
    expect(circled).toBeGreaterThan(10);
    expect(raised).toBeGreaterThan(10);
  });
});

/** A route of a class by its visits and their starts. */
function started(visits: number[], starts: number[], shiftClass = 0) {
  return { shiftClass, visits, starts, cost: 1 };
}

describe("gap cuts", () => {
  // Visit 1 starts 100 s or more after visit 0, which is a crew's; visit 2 is not linked.
  const order = { before: 0, after: 1, least: 100 };
  const crew = [2, 1, 1];

  it("are found where the second starts too soon after the first, at one moment for both", () => {
    const known = new StartCuts(3);
    const used = [
      { route: started([0, 2], [1000, 1500]), value: 2 },
      { route: started([1], [1020]), value: 1 },
    ];
    const [cut, ...others] = brokenGaps(known.startsOf(used), [order], crew, known);
    expect(others).toEqual([]);
    const [early, late] = cut!.sides;
    expect(early).toMatchObject({ visit: 1, before: true });
    expect(late).toMatchObject({ visit: 0, before: false });
    expect(early!.time).toBeGreaterThan(1020);
    expect(late!.time).toBeLessThanOrEqual(1000);
    expect(early!.time - late!.time).toBe(99);
    const kept = [used[0]!, { route: started([1], [1100]), value: 1 }];
    expect(brokenGaps(known.startsOf(kept), [order], crew, known)).toEqual([]);
  });

  it("are paid by the nurse, a crew's share each, and split the windows of both visits", () => {
    const gaps = new StartCuts(3);
    gaps.add(gapCut(1, 1050, 0, 951, crew));
    expect(gaps.splits).toEqual([[951], [1050], []]);
    expect(gaps.paid(started([0], [950]), [10])).toBe(0);
    expect(gaps.paid(started([0], [951]), [10])).toBe(5);
    expect(gaps.paid(started([0, 1, 2], [951, 1049, 2000]), [10])).toBe(15);
    expect(gaps.paid(started([0, 1], [951, 1050]), [10])).toBe(5);
    expect(gaps.paid(started([0, 1], [951, 1049]), [])).toBe(0);
    expect([...gaps.sharesOf(started([0, 1], [951, 1049]))]).toEqual([[0, 1.5]]);
  });
});

describe("columns", () => {
  it("with the same visits are told apart by how much they count in cuts on starts", async () => {
    const crew = [2, 1, 1];
    const gaps = new StartCuts(3);
    gaps.add(gapCut(1, 1050, 0, 951, crew));
    const outside = {
      unserved: new Float64Array(3).fill(1e6),
      providers: [[], [], []],
      providerCost: new Float64Array(0),
      providerMost: new Float64Array(0),
      crew: Int32Array.from(crew),
    };
    const store = new ColumnStore(await highsMasterEngine(), outside, [1], 16, gaps);
    // The first counts on both sides of the cut, the second on one.
    expect(store.add(started([0, 1], [951, 1049]))).toBe(true);
    expect(store.add(started([0, 1], [951, 1050]))).toBe(true);
    expect(store.add(started([0, 1], [960, 1060]))).toBe(false);
    store.dispose();
  });
});

describe("crew cuts", () => {
  const crew = [3, 1];
  const classes = [1, 1, 1, 2].map((shifts) => ({ shifts: { length: shifts } }));
  /** What the solution counts in the cut's row: no plan more than the limit. */
  const counted = (known: StartCuts, used: ReturnType<typeof solution>): number =>
    used.reduce((sum, { route, value }) => sum + value * (known.sharesOf(route).get(0) ?? 0), 0);
  const solution = (...starts: [shiftClass: number, start: number, value: number][]) =>
    starts.map(([shiftClass, start, value]) => ({ route: started([0], [start], shiftClass), value }));

  it("are found where one of the crew starts without the others, and count it for each of them", () => {
    const used = solution([0, 1000, 1], [1, 2000, 1], [2, 2000, 1]);
    const known = new StartCuts(2);
    const cuts = brokenCrews(known.startsOf(used), classes, crew, known);
    expect(cuts.length).toBeGreaterThan(0);
    for (const cut of cuts) {
      const after = new StartCuts(2);
      after.add(cut);
      expect(cut.limit).toBe(0);
      expect(counted(after, used)).toBeGreaterThan(cut.limit);
      expect(counted(after, solution([0, 1000, 1], [1, 1000, 1], [3, 1000, 1]))).toBe(0);
      expect(counted(after, solution([3, 2000, 2], [1, 2000, 1]))).toBeLessThanOrEqual(0);
    }
  });

  it("are not found of crews that start together, nor of classes of several shifts", () => {
    const known = new StartCuts(2);
    const broken = (used: ReturnType<typeof solution>) =>
      brokenCrews(known.startsOf(used), classes, crew, known);
    expect(broken(solution([0, 1000, 1], [1, 1000, 1], [2, 1000, 1]))).toEqual([]);
    // Two of the class of two may stand together, beside one that starts later by fractions.
    expect(broken(solution([3, 1000, 1.5], [3, 2000, 1.5]))).toEqual([]);
  });

  it("price a service by its class, exactly", () => {
    const known = new StartCuts(2);
    known.add({
      limit: 0,
      sides: [{ visit: 0, time: 1500, before: true, shiftClass: 1, own: 2, others: -1, parts: 1 }],
    });
    expect(known.paid(started([0], [1499], 1), [7])).toBe(14);
    expect(known.paid(started([0], [1499], 0), [7])).toBe(-7);
    expect(known.paid(started([0], [1500], 1), [7])).toBe(0);
  });
});

describe("cuts of three visits", () => {
  it("are found where fractions of routes share three visits in pairs", () => {
    const route = (...visits: number[]) => ({
      route: { shiftClass: 0, visits, starts: visits, cost: 1 },
      value: 0.5,
    });
    const used = [route(3, 6, 7), route(7, 5), route(5, 3), route(1, 2), route(1, 2)];
    const single = new Uint8Array(8).fill(1);
    const [cut, ...others] = brokenCuts(used, single, new Map(), 5);
    expect(cut).toEqual({ visits: [3, 5, 7], memory: new Set([3, 5, 7, 6]) });
    expect(others).toEqual([]);
    expect(brokenCuts(used, single, new Map([["3,5,7", cut!]]), 5)).toEqual([]);
    const forgetful = { visits: cut!.visits, memory: new Set(cut!.visits) };
    expect(brokenCuts(used, single, new Map([["3,5,7", forgetful]]), 5)).toEqual([cut]);
    single[5] = 0;
    expect(brokenCuts(used, single, new Map(), 5)).toEqual([]);
  });

  it("are paid at every second service, where the first is still remembered", () => {
    const cut: Cut = { visits: [1, 4, 6], memory: new Set([1, 2, 4, 6]) };
    expect(timesPaid(cut, [4])).toBe(0);
    expect(timesPaid(cut, [4, 2, 1])).toBe(1);
    expect(timesPaid(cut, [4, 3, 1])).toBe(0);
    expect(timesPaid(cut, [4, 3, 1, 2, 6])).toBe(1);
    expect(timesPaid(cut, [4, 1, 6])).toBe(1);
    expect(timesPaid(cut, [4, 1, 6, 4])).toBe(2);
    const priced = new PricedCuts(8);
    const many = Array.from({ length: 40 }, (): Cut => cut);
    priced.load(
      many,
      many.map((_, c) => c + 1),
      new Uint8Array(8).fill(1),
    );
    expect(priced.count).toBe(40);
    expect(priced.sum(priced.low[4]!, priced.high[4]!)).toBe((40 * 41) / 2);
    priced.load(many, [5], Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 0));
    expect(priced.count).toBe(0);
  });
});
