/** How good is the plan: proved by its job or later, kept, told in one sentence. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planBound } from "../../src/contracts/study/index.js";
import { type BoundFound, boundSaid, raised } from "../../src/planning/study/index.js";
import { get, officeDay, planByJob, post } from "./support/life.js";
import {
  ENDED,
  importProblem,
  problemOf,
  type Service,
  startJob,
  startService,
  temporaryFolder,
  untilState,
} from "./support/service.js";

const FOUND: BoundFound = {
  lowerBound: 100_900,
  cost: 102_000,
  gap: 1_100 / 102_000,
  unservedAtLeast: 1,
  unservedProven: false,
  restLowerBound: 1_950,
  restGap: 50 / 2_000,
  unservedCost: 100_000,
  complete: false,
  method: "test/1",
  seconds: 3,
};

describe("the bound of a plan", () => {
  const { folder, remove } = temporaryFolder();
  let service: Service;
  let problemId: string;
  beforeAll(async () => {
    service = await startService({ file: `${folder}/bound.sqlite` });
    problemId = await importProblem(service.app, officeDay());
  });
  afterAll(async () => {
    await service.close();
    remove();
  });

  it("is proved by the job that asks for it, told with its progress, and kept", async () => {
    const started = await startJob(service.app, problemId, { iterations: 60, bound: 20 });
    const job = await untilState(service.app, started.id, ...ENDED);
    expect(job).toMatchObject({ state: "done", error: null });
    const told = (job.progress as unknown as { bound: BoundFound }).bound;
    const kept = planBound.parse(await get(service.app, `/plans/${job.planId!}/bound?language=fi`));
    const { provedAt: _, said, ...numbers } = kept;
    expect(told).toEqual(numbers);
    expect(kept.lowerBound).toBeGreaterThan(0);
    expect(kept.lowerBound).toBeLessThanOrEqual(kept.cost!);
    expect(kept.complete).toBe(true);
    expect(said.code).toBe(kept.gap === 0 ? "bound-best" : "bound-all-served");
    expect(said.text).toMatch(/^(Parempaa|Suunnitelma voi parantua enintään \d+,\d %)/);
  });

  it("is proved later where the job did not ask, and never falls", async () => {
    const planId = await planByJob(service.app, problemId, 2);
    expect(problemOf(await service.app.inject(`/plans/${planId}/bound`))).toMatchObject({
      status: 404,
      code: "bound-unknown",
    });
    const first = planBound.parse(
      (await post(service.app, `/plans/${planId}/bound`, { seconds: 10 })).json(),
    );
    const second = planBound.parse(
      (await post(service.app, `/plans/${planId}/bound`, { seconds: 0.01 })).json(),
    );
    expect(second).toEqual(first);
    const streamed = () =>
      service.app.inject({
        method: "POST",
        url: `/plans/${planId}/bound`,
        headers: { accept: "text/event-stream", "idempotency-key": "once" },
        payload: { seconds: 1 },
      });
    expect((await streamed()).body).toContain("event: result");
    // A stream is no answer to be kept: the same key works again.
    expect((await streamed()).body).toContain("event: result");
    expect(problemOf(await post(service.app, "/plans/none/bound", {}))).toMatchObject({
      code: "plan-unknown",
    });
  });
});

describe("two proofs about one plan", () => {
  it("keep the better of each statement", () => {
    const other = {
      ...FOUND,
      lowerBound: 101_000,
      gap: 1_000 / 102_000,
      restLowerBound: 1_800,
      restGap: 0.1,
    };
    const best = raised(FOUND, other);
    expect(best).toMatchObject({ lowerBound: 101_000, restLowerBound: 1_950, restGap: 0.025 });
    expect(raised(best, FOUND)).toBe(best);
  });

  it("do not mix where they speak of different plans", () => {
    const other = { ...FOUND, unservedAtLeast: 2, restLowerBound: 10 };
    expect(raised(FOUND, other)).toBe(other);
  });
});

describe("the sentence for people", () => {
  it.each([
    [FOUND, "With at least one visit unserved, at most 2.5 % better is possible in the rest."],
    [
      { ...FOUND, unservedAtLeast: 4 },
      "With at least 4 visits unserved, at most 2.5 % better is possible in the rest.",
    ],
    [
      { ...FOUND, unservedProven: true, restGap: 0.02501 },
      "No plan as good serves more visits, and at most 2.6 % better is possible in the rest.",
    ],
    [{ ...FOUND, unservedAtLeast: 0, restGap: 0.01 }, "At most 1.0 % better is possible."],
    [{ ...FOUND, gap: 0 }, "There is no better plan."],
    [
      { ...FOUND, cost: null, gap: null, restGap: null },
      "Every plan that keeps the rules costs at least 100,900 points.",
    ],
  ])("says what is proved and no more", (found, text) => {
    expect(boundSaid(found, "en").text).toBe(text);
  });

  it("writes shares as each language does", () => {
    expect(boundSaid(FOUND, "fi").text).toBe(
      "Kun vähintään yksi käynti jää tekemättä, muu osa voi parantua enintään 2,5 %.",
    );
    expect(boundSaid(FOUND, "sv").text).toBe(
      "När minst ett besök blir ogjort kan resten bli högst 2,5 % bättre.",
    );
  });
});
