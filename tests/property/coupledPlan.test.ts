/** The plan of coupled services: incremental times and cost against a working-out from nothing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Model } from "../../solver/model/model.js";
import { layoutOf } from "../../solver/search/coupled/layout.js";
import { CoupledPlan } from "../../solver/search/coupled/plan.js";
import { Rng } from "../../solver/support/rng.js";
import { scratchPlan, type Sequences } from "../support/coupledScratch.js";
import { arbitraryCoupled } from "../support/coupledProblem.js";

function sequencesOf(plan: CoupledPlan): Sequences {
  const { visits: n, shifts: S } = plan.layout;
  return Array.from({ length: S }, (_, s) => {
    const order: number[] = [];
    for (let v = plan.next[n + s]!; v < n; v = plan.next[v]!) order.push(v);
    return order;
  });
}

function picture(plan: CoupledPlan) {
  const planned = Array.from({ length: plan.layout.visits }, (_, v) => v).filter((v) => plan.route[v]! >= 0);
  return { routes: sequencesOf(plan), starts: planned.map((v) => plan.start[v]), cost: plan.cost() };
}

describe("plan of coupled services", () => {
  it("has the times and the cost of a working-out from nothing after every change and undoing", () => {
    let changes = 0;
    let refused = 0;
    fc.assert(
      fc.property(arbitraryCoupled(), fc.nat(), (data, seed) => {
        const rng = new Rng(seed);
        const model = new Model(data);
        const plan = new CoupledPlan(layoutOf(model));
        const { visits: n, shifts: S } = plan.layout;
        const expectTrue = () => {
          const scratch = scratchPlan(data, sequencesOf(plan));
          expect(scratch).not.toBeNull();
          expect(plan.cost()).toBe(scratch!.cost);
          for (let v = 0; v < n; v++) if (plan.route[v]! >= 0) expect(plan.start[v]).toBe(scratch!.start[v]);
          changes++;
        };
        expectTrue();
        for (let step = 0; step < 30; step++) {
          plan.mark(0);
          const before = picture(plan);
          const out = Array.from({ length: n }, (_, v) => v).filter((v) => plan.route[v]! >= 0);
          if (out.length > 0 && rng.float() < 0.4) {
            rng.shuffle(Int32Array.from(out), out.length);
            const list = Int32Array.from(out.filter(() => rng.float() < 0.5));
            if (plan.remove(list, list.length)) expectTrue();
            else {
              expect(scratchPlan(data, sequencesOf(plan))).toBeNull();
              plan.undo(0);
              expect(picture(plan)).toEqual(before);
            }
          }
          for (let k = plan.absentCount; k > 0; k--) {
            const v = plan.absent[rng.below(plan.absentCount)]!;
            const able = model.candidates[v]!;
            if (able.length === 0) continue;
            const s = able[rng.below(able.length)]!;
            let after = n + s;
            for (let hops = rng.below(plan.stops[s]! + 1); hops > 0; hops--) after = plan.next[after]!;
            plan.mark(1);
            const here = picture(plan);
            const limit = rng.float() < 0.5 ? Infinity : plan.cost() + rng.below(5000);
            if (plan.insert(v, after, limit)) expectTrue();
            else {
              const scratch = scratchPlan(data, sequencesOf(plan));
              if (scratch !== null) expect(scratch.cost).toBeGreaterThanOrEqual(limit);
              refused++;
              plan.undo(1);
              expect(picture(plan)).toEqual(here);
            }
          }
          if (rng.float() < 0.3) {
            plan.undo(0);
            expect(picture(plan)).toEqual(before);
            expectTrue();
          }
        }
        expect(plan.absentCount + sequencesOf(plan).flat().length).toBe(n);
        expect(S).toBe(data.shifts.length);
      }),
      { seed: 1, numRuns: 80 },
    );
    expect(changes).toBeGreaterThan(2000);
    expect(refused).toBeGreaterThan(200);
  });
});
