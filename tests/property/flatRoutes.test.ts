/** Routes whose times cost nothing: the short way to their curves and prices against the general one. */
import { describe, expect, it } from "vitest";
import { Model } from "../../solver/model/model.js";
import { twinsOf } from "../../solver/model/twins.js";
import { StartBounds } from "../../solver/schedule/bounds.js";
import { Inserter } from "../../solver/schedule/insertion.js";
import { Route } from "../../solver/schedule/route.js";
import { compileProblem } from "../../src/planning/compile.js";
import { randomProblem } from "../support/smallProblem.js";
import { seededSource } from "../support/source.js";

const DAYS = 300;
const FREE = { wait: 0, early: 0, late: 0, worstLate: 0, overtime: 0, shifted: 0 };

function sameCurves(a: Route, b: Route): void {
  expect([a.cost, a.timing, a.lonely]).toEqual([b.cost, b.timing, b.lonely]);
  const n = a.length;
  expect(Array.from(a.soonest.subarray(0, n + 1))).toEqual(Array.from(b.soonest.subarray(0, n + 1)));
  expect(Array.from(a.latest.subarray(1, n + 2))).toEqual(Array.from(b.latest.subarray(1, n + 2)));
  const all = (n + 1) * a.states + 1;
  expect(Array.from(a.fOff.subarray(0, all))).toEqual(Array.from(b.fOff.subarray(0, all)));
  expect(Array.from(a.bOff.subarray(0, all))).toEqual(Array.from(b.bOff.subarray(0, all)));
  expect(Array.from(a.f.t.subarray(0, a.f.n))).toEqual(Array.from(b.f.t.subarray(0, b.f.n)));
  expect(Array.from(a.b.t.subarray(0, a.b.n))).toEqual(Array.from(b.b.t.subarray(0, b.b.n)));
}

describe("a route whose times cost nothing", () => {
  it("has the curves, and prices of places, that the general way gives", () => {
    let routes = 0;
    let places = 0;
    for (let seed = 1; seed <= DAYS; seed++) {
      const { data } = compileProblem(randomProblem(seed, { maxVisits: 8 }));
      const model = new Model({ ...data, weights: { ...data.weights, ...FREE } });
      const source = seededSource(seed);
      const bounds = new StartBounds(model.visits);
      const inserter = new Inserter(model, bounds);
      for (let s = 0; s < model.shiftCount; s++) {
        const short = new Route(model, s, bounds);
        const general = new Route(model, s, bounds, false);
        for (let v = 0; v < model.visits; v++) {
          if (model.able[v * model.shiftCount + s] !== 1 || model.crew[v] > 1) continue;
          const now = short.cost;
          let cheapest = Infinity;
          for (let pos = 1; pos <= short.length + 1; pos++) {
            const trial = new Route(model, s, bounds, false);
            trial.copyFrom(general);
            trial.insert(pos, v);
            cheapest = Math.min(cheapest, trial.cost - now);
          }
          // A remote visit behind the place moves with it, which bounds from the old curves do not foresee.
          if (!model.anyRemote && short.load + model.load[v]! <= model.shifts[s]!.capacity) {
            const place = inserter.best(short, v, Infinity);
            expect(place.cost, `day ${seed}, shift ${s}, visit ${v}`).toBe(cheapest);
            expect(inserter.scan(short, v)).toBeLessThanOrEqual(cheapest);
            places++;
          }
          const pos = source.int(1, short.length + 1);
          short.insert(pos, v);
          general.insert(pos, v);
          sameCurves(short, general);
          if (short.cost === Infinity || source.int(1, 4) === 1) {
            const gone = new Uint8Array(model.visits);
            gone[v] = 1;
            short.removeMarked(gone);
            general.removeMarked(gone);
            sameCurves(short, general);
          }
        }
        if (short.flat && short.length > 0) routes++;
      }
    }
    expect(routes).toBeGreaterThan(DAYS / 2);
    expect(places).toBeGreaterThan(DAYS);
  }, 240_000);
});

describe("shifts that are twins", () => {
  it("take every visit at the same price", () => {
    let twins = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const { data } = compileProblem(randomProblem(seed, { maxVisits: 6 }));
      const doubled = { ...data, shifts: data.shifts.flatMap((s) => [s, { ...s, id: `${s.id}+` }]) };
      // One nurse has both here; so the second belongs to a nurse of its own, equal to the first.
      const nurses = data.nurses.flatMap((n) => [n, { ...n, id: `${n.id}+` }]);
      const model = new Model({
        ...doubled,
        nurses,
        shifts: doubled.shifts.map((s, i) => ({ ...s, nurse: 2 * s.nurse + (i % 2) })),
        clients: data.clients.map((c) => ({
          ...c,
          familiar: c.familiar.flatMap((n) => [2 * n, 2 * n + 1]),
          refused: c.refused.flatMap((n) => [2 * n, 2 * n + 1]),
        })),
        visits: data.visits.filter((v) => v.pin === undefined),
        links: [],
        previous: data.visits.filter((v) => v.pin === undefined).map(() => null),
        limits: { changedClients: null, movedStart: null },
      });
      const of = twinsOf(model);
      const bounds = new StartBounds(model.visits);
      of.forEach((first, s) => {
        if (first === s) return;
        twins++;
        for (let v = 0; v < model.visits; v++) {
          const a = new Route(model, first, bounds);
          const b = new Route(model, s, bounds);
          a.insert(1, v);
          b.insert(1, v);
          expect(a.cost).toBe(b.cost);
        }
      });
    }
    expect(twins).toBeGreaterThan(50);
  });
});
