import { describe, expect, it } from "vitest";
import { Model } from "../../solver/model/model.js";
import { relatedVisits } from "../../solver/search/neighbours.js";
import { emptyPlan, type PlanCopy } from "../../solver/search/planCopy.js";
import { ChangedLimit } from "../../solver/search/repair/changed.js";
import { Offers } from "../../solver/search/repair/offers.js";
import { outsideCost, providerFor } from "../../solver/search/repair/outside.js";
import { PlaceCache } from "../../solver/search/repair/placeCache.js";
import { Reach } from "../../solver/search/repair/reach.js";
import { RegretRepair } from "../../solver/search/repair/regret.js";
import { Search } from "../../solver/search/search.js";
import { State } from "../../solver/search/state.js";
import { DEFAULT_TUNING } from "../../solver/search/tuning.js";
import { Rng } from "../../solver/support/rng.js";
import { compileProblem } from "../../src/planning/compile.js";
import { randomProblem } from "../support/smallProblem.js";

const NO_OTHER = 50_000;

interface Tools {
  readonly state: State;
  readonly cache: PlaceCache;
  readonly offers: Offers;
  readonly limit: ChangedLimit;
}

function toolsFor(model: Model, plan: PlanCopy): Tools {
  const state = new State(model);
  state.load(plan);
  const cache = new PlaceCache(state);
  const offers = new Offers(state, cache, new Reach(state, relatedVisits(model)));
  return { state, cache, offers, limit: new ChangedLimit(state) };
}

/** Regret repair that prices every visit on every route after each placing. */
function pricingAll({ state, cache, offers, limit }: Tools, fresh: Uint8Array): void {
  const { model } = state;
  const open = [...state.absent.subarray(0, state.absentCount)].filter(
    (v) => model.crew[v] === 1 && model.servable(v),
  );
  for (;;) {
    let chosen = -1;
    let most = -Infinity;
    let at = { route: 0, pos: 0 };
    for (let i = 0; i < open.length; i++) {
      const v = open[i]!;
      offers.gather(v, fresh[v] === 1, Infinity, true, limit.mustStay(v));
      const found: { cost: number; route: number; pos: number }[] = [];
      for (let r = offers.next(Infinity); r >= 0; r = offers.next(Infinity)) {
        const cost = cache.best(v, r, Infinity);
        if (cost < Infinity) found.push({ cost, route: r, pos: cache.pos });
      }
      found.sort((a, b) => a.cost - b.cost);
      const [first, second, third] = found;
      if (!first || first.cost >= outsideCost(state, v, providerFor(state, v))) {
        open[i--] = open.at(-1)!;
        open.pop();
        continue;
      }
      const missing = (x: typeof first | undefined): number =>
        x ? Math.min(NO_OTHER, x.cost - first.cost) : NO_OTHER;
      const weight = model.pinned[v] ? 1e9 : model.unservedCost[v]! / 1e3;
      const regret = missing(second) + missing(third) + weight - first.cost * 0.1;
      if (regret <= most) continue;
      most = regret;
      chosen = i;
      at = first;
    }
    if (chosen < 0) return;
    const v = open[chosen]!;
    open[chosen] = open.at(-1)!;
    open.pop();
    state.insert(v, at.route, at.pos);
  }
}

describe("regret repair", () => {
  it("that prices again only what has changed costs what pricing everything costs", () => {
    let placed = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const model = new Model(compileProblem(randomProblem(seed, { maxVisits: 9 })).data);
      const search = new Search(model, seed, DEFAULT_TUNING);
      search.construct(
        undefined,
        () => false,
        () => {},
      );
      const plan = emptyPlan(model);
      search.state.save(plan);
      const rng = new Rng(seed);
      const out = Array.from({ length: model.visits }, (_, v) => v).filter(() => rng.float() < 0.7);
      const fresh = new Uint8Array(model.visits);
      for (const v of out) fresh[v] = 1;
      const costs = [true, false].map((all) => {
        const tools = toolsFor(model, plan);
        tools.state.remove(out, out.length);
        if (all) pricingAll(tools, fresh);
        else new RegretRepair(tools.state, tools.cache, tools.offers, tools.limit).run(fresh);
        placed += model.visits - tools.state.absentCount;
        return tools.state.total();
      });
      expect(costs[1], `problem ${seed}`).toBeCloseTo(costs[0]!, 4);
    }
    expect(placed).toBeGreaterThan(300);
  });
});
