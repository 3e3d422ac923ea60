/** Explanations of days made for one reason each: the kind, the numbers and the sentence. */
import { describe, expect, it } from "vitest";
import { checkPlan } from "../../src/checker/index.js";
import { parseProblem, type Plan, type Problem } from "../../src/contracts/index.js";
import { whatItWouldTake } from "../../src/planning/explain/changes.js";
import { explainPlan, NothingToExplain } from "../../src/planning/explain/explainPlan.js";
import { reasonSentence, sayIn } from "../../src/planning/explain/words.js";
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

/** The second visit comes after the first, half an hour past its preferred time. */
const lateDay = (): Problem =>
  day((p) => {
    p.shifts[0]!.to = at("11:00");
    p.visits[0]!.pin = { shiftId: "s1", start: at("08:10") };
    p.visits[1]!.windows = [{ from: at("08:10"), to: at("10:00") }];
    p.visits[1]!.preferred = { from: at("08:10"), to: at("08:30") };
  });

/** The second visit is bought, for the nurse has no time. */
const boughtDay = (edit: (problem: Problem) => void = () => {}): Problem =>
  day((p) => {
    p.visitTypes.push({ id: "sold" });
    p.visits[1]!.typeId = "sold";
    p.providers = [{ id: "p1", typeIds: ["sold"], cost: 3000 }];
    edit(p);
  });

const planned = (problem: Problem): Plan => solveDay(problem, { seed: 1, iterations: 100 }).plan;
const texts = (list: readonly { readonly text: string }[]): string[] => list.map(({ text }) => text);

describe("why a visit is left out", () => {
  it("impossible: nobody has the skill", () => {
    const problem = day((p) => (p.visits[1]!.typeId = "demanding"));
    const [one] = explainPlan(problem, planned(problem), { language: "en" }).visits;
    expect(one).toMatchObject({ visitId: "v2", standing: "unserved", kind: "impossible", price: 50_000 });
    expect(texts(one!.said)).toEqual([
      "Visit v2 is left out, which costs 50,000 points.",
      "Nobody could make it even if the day were empty.",
      "Only this stands in its way: the skills that visit v2 asks for: registered-nurse.",
    ]);
    expect(one!.barred).toMatchObject([{ rule: "skill", shiftIds: ["s1"], nurseIds: ["n1"] }]);
    expect(texts(one!.barred.map(({ said }) => said))).toEqual([
      "A skill is missing on 1 shift: registered-nurse.",
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
      "On shift s1, if v1 is left out or bought: the plan's cost changes by +50,000 points.",
    );
    expect(one!.conflict?.exact).toBe(true);
    expect(texts(one!.conflict!.facts)).toEqual([
      "visit v1 on shift s1",
      "the hours of shift s1, 08:00–09:30",
    ]);
    expect(one!.said[2]!.text).toBe(
      "Together these stand in its way: visit v1 on shift s1; the hours of shift s1, 08:00–09:30. Letting go of any single one would be enough.",
    );
    expect(one!.said[2]!.values).toMatchObject({ visitIds: ["v1"], shiftIds: ["s1"] });
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
    expect(one!.said[1]!.text).toBe(reasonSentence("better", { saves }, "en"));
  });

  it("late: what makes it late on its round, and why not elsewhere", () => {
    const problem = lateDay();
    const [one] = explainPlan(problem, planned(problem), { language: "en" }).visits;
    expect(one).toMatchObject({ visitId: "v2", standing: "late", kind: "blocked", complete: true });
    expect(texts(one!.held!.facts)).toEqual(["visit v1 on shift s1", "the hours of shift s1, 08:00–11:00"]);
    expect(texts(one!.said)).toEqual([
      "Visit v2 starts 30 min after its preferred time.",
      "It does not fit beside pinned visits and the visits it is linked to.",
      "Together these stand in its way: the window 08:10–10:00 of visit v2; visit v1 on shift s1; the pin of visit v1. Letting go of any single one would be enough.",
      "At its own place on the round it is made late by: visit v1 on shift s1; the hours of shift s1, 08:00–11:00.",
    ]);
  });

  it("bought: pinned to a provider, or nobody has time", () => {
    const pinned = boughtDay((p) => (p.visits[1]!.pin = { providerId: "p1" }));
    const [one] = explainPlan(pinned, planned(pinned), { language: "fi" }).visits;
    expect(texts(one!.said).slice(1)).toEqual([
      "Se on kiinnitetty palveluntuottajalle p1, joten oma hoitaja ei voi tehdä sitä.",
      "Esteenä on vain käynnin v2 kiinnitys.",
    ]);
  });

  it("says what was not looked at when the time is over", () => {
    const problem = day();
    const { visits, cut } = explainPlan(problem, planned(problem), {
      language: "en",
      deepSeconds: 1,
      clock: () => 1,
    });
    expect(visits[0]).toMatchObject({ kind: "displaced", conflict: null, complete: false });
    expect(cut!.text).toBe(
      "Time ran out: of 1 visits 1 is told without what keeps it out and in whose place it could come. Ask for it by itself.",
    );
  });

  it("says of a visit served in time that there is nothing to explain", () => {
    const problem = day();
    const plan = planned(problem);
    expect(() => explainPlan(problem, plan, { language: "en", visitId: "v1" })).toThrow(NothingToExplain);
    expect(() => explainPlan(problem, plan, { language: "en", visitId: "v9" })).toThrow("no visit v9");
  });
});

describe("what it would take", () => {
  it("finds the least minutes of each change, and proves them", () => {
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

  it("of a late visit: what starts it in time, with its price, and what makes that no dearer", () => {
    const problem = lateDay();
    const plan = planned(problem);
    const found = whatItWouldTake(problem, plan, "v2", sayIn("en"), { iterations: 40 });
    const said = found.map((one) => one.said.text);
    expect(said).toContain("The preferred time of visit v2 ends 30 min later.");
    expect(said).toContain("One more nurse from 07:10 to 11:40.");
    for (const { costAfter, costBefore } of found) expect(costAfter).toBeLessThanOrEqual(costBefore);
  });

  it("of a bought visit: what a nurse of one's own would need", () => {
    const problem = boughtDay();
    const plan = planned(problem);
    expect(plan.bought).toEqual([{ visitId: "v2", providerId: "p1" }]);
    const found = whatItWouldTake(problem, plan, "v2", sayIn("sv"), { iterations: 40 });
    const said = found.map((one) => one.said.text);
    expect(said).toContain("Arbetspasset s1 slutar 20 min senare.");
    expect(said).toContain("En vårdare till mellan 07:10 och 10:40.");
    expect(said.some((text) => text.includes("producent"))).toBe(false);
    for (const { plan: proof } of found) expect(proof.bought ?? []).toEqual([]);
    const pinned = boughtDay((p) => {
      p.shifts[0]!.to = at("10:00");
      p.visits[1]!.pin = { providerId: "p1" };
    });
    const freed = whatItWouldTake(pinned, planned(pinned), "v2", sayIn("en"), { iterations: 40 });
    expect(freed.map((one) => one.said.text)).toEqual(["Visit v2 is not pinned."]);
  });

  it("tells what it costs where nothing has to change but the day becomes dearer", () => {
    const problem = boughtDay((p) => {
      p.shifts[0]!.to = at("10:00");
      p.providers![0]!.cost = 100;
    });
    const plan = planned(problem);
    const [first] = whatItWouldTake(problem, plan, "v2", sayIn("en"), { iterations: 40 }).toReversed();
    expect(first!.said.text).toBe("Nothing has to change: a nurse of one's own can make visit v2.");
    expect(first!.costAfter - first!.costBefore).toBe(500);
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
