/** The edits that nobody sees: they run on any day, leave it as it is, and end when told to. */
import { expect, it } from "vitest";
import { rehearse } from "../../../src/planning/life/index.js";
import { sampleProblem } from "../../support/sampleDay.js";

it("edits again and again until it is enough, and changes nothing", async () => {
  const problem = sampleProblem();
  const before = JSON.stringify(problem);
  let pauses = 0;
  await rehearse(problem, async () => ++pauses <= 5);
  expect(pauses).toBe(6);
  await rehearse(problem, async () => ++pauses > 0);
  expect(pauses).toBeGreaterThan(20);
  expect(JSON.stringify(problem)).toBe(before);
  await rehearse({ ...problem, visits: [], links: [] }, async () =>
    Promise.reject(new Error("nothing to edit")),
  );
});
