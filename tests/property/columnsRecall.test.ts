/** Completion bounds that remember some visits and cuts, and labels under them, against every order of every few visits. */
import { describe, expect, it } from "vitest";
import { ClassPricing } from "../../solver/columns/classPricing.js";
import { Completion, FINEST_SLOT } from "../../solver/columns/completion.js";
import { type Cut, cutsPaid, PricedCuts } from "../../solver/columns/cuts.js";
import { Labelling, type PricedRoute } from "../../solver/columns/labelling.js";
import { leastRoute } from "../../solver/columns/leastRoute.js";
import { mostGained, type Recalled, recallOf } from "../../solver/columns/recall.js";
import { GENERATION_DEFAULTS } from "../../solver/columns/settings.js";
import { compileProblem } from "../../src/planning/compile.js";
import { orders } from "../support/orders.js";
import { randomProblem } from "../support/smallProblem.js";
import { seededSource } from "../support/source.js";

const never = (): boolean => false;

describe("a completion bound that remembers", () => {
  it("is no route's cost exceeded, loses no cheapest route, and rises by what was gained against the rules", () => {
    const seen = { remembered: 0, raised: 0, met: 0, listed: 0, paid: 0 };
    for (let seed = 0; seed < 250; seed += 1) {
      const source = seededSource(seed);
      const { data } = compileProblem(randomProblem(seed, { minVisits: 3, maxVisits: 5, maxShifts: 2 }));
      const pricing = new ClassPricing(data, { ...GENERATION_DEFAULTS, firstNeighbours: source.int(0, 2) });
      const { scale, ng } = pricing;
      const visits = data.visits.length;
      const cuts: Cut[] = [];
      for (let a = 0; a + 2 < visits; a += 1) {
        const others = [...data.visits.keys()].filter(() => source.int(0, 1) === 0);
        cuts.push({
          visits: [a, a + 1, a + 2],
          memory: new Set([a, a + 1, a + 2, ...others]),
        });
      }
      const worth = Float64Array.from({ length: visits }, () => source.int(0, 3000) * scale);
      const dues = Float64Array.from(cuts, () => source.int(1, 900) * scale);
      pricing.classes.forEach(({ allowed }, c) => {
        const graph = pricing.graphs.of(c);
        const price = Float64Array.from(graph.visit, (v) => worth[v]!);
        const priced = new PricedCuts(visits);
        priced.load(cuts, dues, allowed);
        const completion = new Completion();
        const labelling = new Labelling(ng, completion, priced);
        const able = [...allowed.keys()].filter((v) => allowed[v] === 1);
        const all = [...orders(able, ng.group)].map((route) => {
          const cost = pricing.timed(c, route)?.cost ?? Infinity;
          const paid = cutsPaid(cuts, dues, route);
          return { route, cost, paid, reduced: cost + paid - route.reduce((sum, v) => sum + worth[v]!, 0) };
        });
        const least = all.reduce((low, { reduced }) => Math.min(low, reduced), Infinity);
        completion.run(graph, price, FINEST_SLOT, never);
        let before = completion.least;
        const things: Recalled[] = [];
        for (let turn = 0; turn < 4; turn += 1) {
          const gained = mostGained(graph, price, priced, leastRoute(completion, graph), things);
          // What the cheapest completion gains most by, or anything else.
          const any: Recalled =
            priced.count > 0 && source.int(0, 1) === 0
              ? { kind: "cut", cut: source.int(0, priced.count - 1) }
              : { kind: "group", group: ng.group[source.int(0, visits - 1)]! };
          const next = gained[0]?.thing ?? any;
          if (things.some((thing) => JSON.stringify(thing) === JSON.stringify(next))) continue;
          things.push(next);
          completion.run(graph, price, FINEST_SLOT, never, recallOf(graph, priced, things));
          seen.remembered += 1;
          expect(completion.least, `seed ${seed}`).toBeGreaterThanOrEqual(before);
          expect(completion.least, `seed ${seed}`).toBeLessThanOrEqual(least);
          if (completion.least > before) seen.raised += 1;
          before = completion.least;
          const limits = { below: 0, base: 0, keep: 1, beam: 0, labels: 1e6, stopped: never };
          const found = labelling.run(graph, price, limits);
          expect(found.complete).toBe(true);
          if (least < 0) expect(found.least, `seed ${seed}`).toBeLessThanOrEqual(least);
          if (found.routes[0]?.reduced === least) seen.met += 1;
          const below = source.int(-1000, 2500) * scale;
          const costs = new Map<string, number>();
          const every = ({ visits: of, reduced }: PricedRoute, paid: number): void => {
            const key = of.toSorted((a, b) => a - b).join();
            const cost = reduced - paid + of.reduce((sum, v) => sum + worth[v]!, 0);
            if (paid > 0) seen.paid += 1;
            costs.set(key, Math.min(cost, costs.get(key) ?? Infinity));
          };
          labelling.run(graph, price, { ...limits, below, base: below, every });
          for (const { route, cost, reduced } of all) {
            if (reduced >= below) continue;
            seen.listed += 1;
            const known = costs.get(route.toSorted((a, b) => a - b).join()) ?? Infinity;
            expect(known, `seed ${seed}, class ${c}, ${route.join()}`).toBeLessThanOrEqual(cost);
          }
        }
      });
    }
    expect(seen.remembered).toBeGreaterThan(1000);
    expect(seen.raised).toBeGreaterThan(100);
    expect(seen.met).toBeGreaterThan(300);
    expect(seen.listed).toBeGreaterThan(1000);
    expect(seen.paid).toBeGreaterThan(100);
  });
});
