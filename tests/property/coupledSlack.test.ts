/** What a delay is said to cost, against what it costs when the plan is pushed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Model } from "../../solver/model/model.js";
import { layoutOf } from "../../solver/search/coupled/layout.js";
import { CoupledPlan } from "../../solver/search/coupled/plan.js";
import { DEPTH, Slack } from "../../solver/search/coupled/slack.js";
import { Rng } from "../../solver/support/rng.js";
import { arbitraryCoupled } from "../support/coupledProblem.js";

/** Points that a delay of node `i` by `late` seconds costs by the lists; Infinity: it cannot be. */
function listed(plan: CoupledPlan, slack: Slack, i: number, late: number): number {
  const { rate, worstRate } = plan.layout;
  if (late > slack.hard[i]!) return Infinity;
  let price = 0;
  for (let k = DEPTH * i; k < DEPTH * (i + 1) && slack.delay[k]! < late; k++)
    price += rate[slack.who[k]!]! * (late - slack.delay[k]!);
  return price + worstRate * Math.max(0, late - slack.worst[i]! - plan.worst());
}

describe("lists of what a delay costs", () => {
  it("are those of a working-out from nothing after every change, and never above the true price", () => {
    let priced = 0;
    let exact = 0;
    fc.assert(
      fc.property(arbitraryCoupled(), fc.nat(), (data, seed) => {
        const rng = new Rng(seed);
        const model = new Model(data);
        const plan = new CoupledPlan(layoutOf(model));
        const { visits: n } = plan.layout;
        const slack = new Slack(plan);
        const compare = () => {
          const fresh = new Slack(plan);
          fresh.rebuild();
          for (let v = 0; v < n; v++) {
            if (plan.route[v]! < 0) continue;
            for (const late of [1, 60, 600, 3600]) {
              const price = listed(plan, slack, v, late);
              expect(price).toBe(listed(plan, fresh, v, late));
              plan.mark(2);
              const before = plan.cost();
              const held = plan.delay(v, late);
              const cost = held ? plan.cost() - before : Infinity;
              plan.undo(2);
              expect(price).toBeLessThanOrEqual(cost);
              priced++;
              if (price === cost) exact++;
            }
          }
        };
        for (let step = 0; step < 12; step++) {
          plan.mark(0);
          slack.save();
          const out = Int32Array.from(
            Array.from({ length: n }, (_, v) => v).filter((v) => plan.route[v]! >= 0 && rng.float() < 0.3),
          );
          if (!plan.remove(out, out.length)) {
            plan.undo(0);
            slack.restore();
          } else slack.update();
          compare();
          for (let k = plan.absentCount; k > 0; k--) {
            const v = plan.absent[rng.below(plan.absentCount)]!;
            const able = model.candidates[v]!;
            if (able.length === 0) continue;
            let after = n + able[rng.below(able.length)]!;
            for (let hops = rng.below(4); hops > 0 && plan.next[after]! < n; hops--)
              after = plan.next[after]!;
            plan.mark(1);
            if (plan.insert(v, after, Infinity)) slack.update();
            else plan.undo(1);
          }
          compare();
          if (rng.float() < 0.4) {
            plan.undo(0);
            slack.restore();
            compare();
          }
        }
      }),
      { seed: 5, numRuns: 60 },
    );
    expect(priced).toBeGreaterThan(5000);
    expect(exact / priced).toBeGreaterThan(0.8);
  });
});
