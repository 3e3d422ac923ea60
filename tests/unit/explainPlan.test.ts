/** Explanations of days made for one reason each: the kind, the numbers and the sentence. */
import { describe, expect, it } from "vitest";
import { checkPlan } from "../../src/checker/index.js";
import { parseProblem, type Plan, type Problem } from "../../src/contracts/index.js";
import { whatItWouldTake } from "../../src/planning/explain/changes.js";
import { explainPlan, NothingToExplain } from "../../src/planning/explain/explainPlan.js";
import { sayIn } from "../../src/planning/explain/words.js";
import { solveDay } from "../../src/planning/solveDay.js";

const at = (clock: string): string => `2026-11-23T${clock}:00+02:00`;

/** One nurse from 08:00 to 09:30; two homes, all ways ten minutes; two visits of 40 minutes from 08:10. */
function day(edit: (problem: Problem) => void = () => {}): Problem {
  const problem: Problem = {
    format: "kotikierros/problem@1",
    timeZone: "Europe/Helsinki",
    places: ["office", "home1", "home2"].map((id) => ({ id, lat: 60, lon: 24 })),
    travel: {
      modes: {
        car: {
          durations: [
            [0, 600, 600],
            [600, 0, 600],
            [600, 600, 0],
          ],
          distances: [
            [0, 1, 1],
            [1, 0, 1],
            [1, 1, 0],
          ],
        },
      },
    },
    visitTypes: [{ id: "basic" }, { id: "demanding", requires: ["registered-nurse"] }],
    clients: [
      { id: "c1", placeId: "home1" },
      { id: "c2", placeId: "home2" },
    ],
    visits: [
      {
        id: "v1",
        clientId: "c1",
        typeId: "basic",
        minutes: 40,
        windows: [{ from: at("08:10"), to: at("09:00") }],
      },
      {
        id: "v2",
        clientId: "c2",
        typeId: "basic",
        minutes: 40,
        windows: [{ from: at("08:10"), to: at("09:00") }],
        unservedCost: 50_000,
      },
    ],
    nurses: [{ id: "n1" }],
    shifts: [
      {
        id: "s1",
        nurseId: "n1",
        from: at("08:00"),
        to: at("09:30"),
        startPlaceId: "office",
        endPlaceId: "office",
        mode: "car",
      },
    ],
  };
  edit(problem);
  const parsed = parseProblem(problem);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.problem;
}

const planned = (problem: Problem): Plan => solveDay(problem, { seed: 1, iterations: 100 }).plan;
const texts = (list: readonly { readonly text: string }[]): string[] => list.map(({ text }) => text);

describe("why a visit is left out", () => {
  it("impossible: nobody has the skill", () => {
    const problem = day((p) => (p.visits[1]!.typeId = "demanding"));
    const [one] = explainPlan(problem, planned(problem), { language: "en" }).visits;
    expect(one).toMatchObject({ visitId: "v2", standing: "unserved", kind: "impossible", price: 50_000 });
    expect(texts(one!.said)).toEqual([
      "Visit v2 is left out, which costs 50000 points.",
      "Nurses needed: 1. Even on an empty day 0 could make it.",
    ]);
    expect(one!.barred).toMatchObject([{ rule: "skill", shiftIds: ["s1"], nurseIds: ["n1"] }]);
    expect(texts(one!.barred.map(({ said }) => said))).toEqual([
      "A skill is missing, shifts 1: registered-nurse.",
    ]);
  });

  it("displaced: in whose place, at what cost, and the smallest conflict", () => {
    const problem = day();
    const [one] = explainPlan(problem, planned(problem), { language: "en" }).visits;
    expect(one).toMatchObject({ visitId: "v2", kind: "displaced", places: [] });
    expect(one!.inPlaceOf).toMatchObject([
      { visitIds: ["v1"], shiftIds: ["s1"], movedTo: [null], net: 50_000 },
    ]);
    expect(one!.inPlaceOf[0]!.said.text).toBe(
      "On shift s1 if v1 is left out: the plan's cost changes by 50000 points.",
    );
    expect(one!.conflict?.exact).toBe(true);
    expect(texts(one!.conflict!.facts)).toEqual([
      "visit v1 on shift s1",
      "the hours of shift s1, 08:00–09:30",
    ]);
  });

  it("blocked: what is in the way is pinned", () => {
    const problem = day((p) => (p.visits[0]!.pin = { shiftId: "s1" }));
    const [one] = explainPlan(problem, planned(problem), { language: "sv" }).visits;
    expect(one!.kind).toBe("blocked");
    expect(one!.said[1]!.text).toBe(
      "Det får inte plats bredvid fastsatta besök och besök som det är länkat till.",
    );
  });

  it("dearer: it fits, but the price of leaving it out is lower", () => {
    const problem = day((p) => {
      p.shifts[0]!.to = at("10:00");
      p.visits[1]!.unservedCost = 100;
    });
    const plan = planned(problem);
    const [one] = explainPlan(problem, plan, { language: "fi" }).visits;
    expect(one).toMatchObject({ kind: "dearer", price: 100 });
    expect(one!.said[1]!.text).toBe(
      "Se mahtuu, mutta halvin paikka maksaa 600 pistettä ja nykyinen ratkaisu 100.",
    );
    expect(one!.places[0]).toMatchObject({ extra: 600, parts: { travel: 600 } });
  });

  it("better: the plan is not the best, and the checker agrees on what is saved", () => {
    const problem = day((p) => (p.shifts[0]!.to = at("10:00")));
    const full = planned(problem);
    const kept = day((p) => {
      p.shifts[0]!.to = at("10:00");
      p.visits[1]!.unservedCost = 0;
    });
    const worse = planned(kept);
    const [one] = explainPlan(problem, worse, { language: "en" }).visits;
    expect(one!.kind).toBe("better");
    const saves = checkPlan(problem, worse).cost.total - checkPlan(problem, full).cost.total;
    expect(one!.said[1]!.text).toBe(`It fits, and the plan would be ${saves} points cheaper.`);
  });

  it("says of a visit served in time that there is nothing to explain", () => {
    const problem = day();
    const plan = planned(problem);
    expect(() => explainPlan(problem, plan, { language: "en", visitId: "v1" })).toThrow(NothingToExplain);
    expect(() => explainPlan(problem, plan, { language: "en", visitId: "v9" })).toThrow("no visit v9");
  });
});

describe("what it would take", () => {
  it("finds the least minutes of each change, and proves them", { timeout: 60_000 }, () => {
    const problem = day();
    const plan = planned(problem);
    const found = whatItWouldTake(problem, plan, "v2", sayIn("en"), { iterations: 40 });
    // 10 + 40 + 10 + 40 + 10 minutes of work in a shift of 90.
    const said = found.map((one) => one.said.text);
    expect(said).toContain("Shift s1 ends 20 min later.");
    expect(said).toContain("Visit v2 takes 20 min less.");
    expect(said).toContain("One more nurse from 07:10 to 10:40.");
    expect(said).toContain("An outside provider makes visit v2.");
    expect(said.some((text) => text.includes("may start"))).toBe(false);
    for (const { costBefore, costAfter, plan: proof } of found) {
      expect(costBefore).toBe(checkPlan(problem, plan).cost.total);
      expect(costAfter).toBeLessThan(costBefore);
      expect(proof.unserved).toEqual([]);
    }
  });

  it("asks for nothing where solving again is enough", () => {
    const problem = day((p) => (p.shifts[0]!.to = at("10:00")));
    const worse = planned(
      day((p) => {
        p.shifts[0]!.to = at("10:00");
        p.visits[1]!.unservedCost = 0;
      }),
    );
    const found = whatItWouldTake(problem, worse, "v2", sayIn("en"), { iterations: 40 });
    expect(found.map((one) => one.said.text)).toEqual([
      "Nothing has to change: solving again serves visit v2.",
    ]);
  });
});
