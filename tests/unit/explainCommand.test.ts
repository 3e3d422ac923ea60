/** The commands `explain` and `compare` as people run them. */
import { writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import type { ExplanationView } from "../../src/planning/explain/explainPlan.js";
import { reasonSentence } from "../../src/planning/explain/words.js";
import type { DeepExplanation } from "../../src/planning/study/index.js";
import { faultsOf, Workplace } from "../e2e/cliProgram.js";
import { samplePlan, sampleProblem } from "../support/sampleDay.js";

const place = new Workplace();
writeFileSync(place.path("day.json"), JSON.stringify(sampleProblem()));
writeFileSync(place.path("plan.json"), JSON.stringify(samplePlan()));
afterAll(() => place.remove());

describe("explain", () => {
  it("prints reasons in the language asked for", async () => {
    const ended = await place.run(["explain", "day.json", "plan.json", "--lang", "sv"]);
    expect(ended.stderr).toBe("");
    expect(ended.status).toBe(0);
    const view = JSON.parse(ended.stdout) as { visits: { visitId: string; said: { text: string }[] }[] };
    expect(view.visits.find(({ visitId }) => visitId === "v7")?.said[0]?.text).toBe(
      "Besöket v7 blir ogjort; det kostar 100\u00a0000 poäng.",
    );
  });

  it("proves what it would take, for one visit", async () => {
    const asked = ["--visit", "v7", "--resolve", "--iterations", "20", "--lang", "fi"];
    const ended = await place.run(["explain", "day.json", "plan.json", ...asked]);
    expect([ended.status, ended.stderr]).toEqual([0, ""]);
    const { visits } = JSON.parse(ended.stdout) as Pick<ExplanationView, "visits">;
    const [visit] = visits as readonly DeepExplanation[];
    expect(visit).toMatchObject({ visitId: "v7", complete: true, changesComplete: true });
    expect(visit!.changes!.length).toBeGreaterThan(0);
    for (const { cost, costBefore, costAfter } of visit!.changes!) {
      expect(cost.text).toBe(reasonSentence("cost-change", { costBefore, costAfter }, "fi"));
    }
  });

  it("answers a visit that is unknown, a language that is none and a missing file", async () => {
    const unknown = await place.run(["explain", "day.json", "plan.json", "--visit", "v99"]);
    expect([unknown.status, faultsOf(unknown)[0]?.code, unknown.stdout]).toEqual([2, "option", ""]);
    const language = await place.run(["explain", "day.json", "plan.json", "--lang", "de"]);
    expect([language.status, faultsOf(language)[0]?.code]).toEqual([2, "option"]);
    const missing = await place.run(["explain", "none.json", "plan.json"]);
    expect([missing.status, faultsOf(missing)[0]?.code]).toEqual([2, "file-unreadable"]);
  });
});

describe("compare", () => {
  it("finds no difference between a plan and itself", async () => {
    const ended = await place.run(["compare", "day.json", "plan.json", "plan.json"]);
    expect(ended.status).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      cost: { difference: 0 },
      visits: [],
      nurses: [],
    });
  });
});
