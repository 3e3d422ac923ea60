/** A day replayed with the planned times goes exactly as planned, whatever features it has. */
import { describe, expect, it } from "vitest";
import { Rng } from "../../solver/support/rng.js";
import { courseOf } from "../../solver/robust/course.js";
import { NONE, Replay } from "../../solver/robust/replay.js";
import { compileProblem } from "../../src/planning/compile.js";
import { fromPlan } from "../../src/planning/fromPlan.js";
import { randomPlan } from "../support/randomPlan.js";
import { FEATURES, randomProblem } from "../support/smallProblem.js";
import { seededSource } from "../support/source.js";

const SURE = [
  [0, 1],
  [1, 1],
] as const;
const LONGER = [
  [0, 1],
  [1, 2],
] as const;

describe("replaying a plan", () => {
  it("keeps to it where times are as planned, and never starts sooner where they are longer", () => {
    let visits = 0;
    for (let seed = 0; seed < 400; seed++) {
      const problem = randomProblem(seed, { allowed: FEATURES });
      const { data, origin } = compileProblem(problem);
      const plan = fromPlan(problem, data, origin, randomPlan(problem, seededSource(seed), {}));
      const course = courseOf(data, plan);
      const [sure, longer] = [SURE, LONGER].map(
        (spread) =>
          new Replay(course, data.visits.length, { visit: () => spread, travel: spread, shared: 0.5 }),
      ) as [Replay, Replay];
      sure.run(new Rng(seed));
      longer.run(new Rng(seed));
      for (const event of course.events) {
        if (event.kind !== "visit") continue;
        visits++;
        expect(sure.start[event.visit], `seed ${seed}`).toBe(event.planned);
        expect(sure.cause[event.visit]).toBe(NONE);
        expect(longer.start[event.visit]).toBeGreaterThanOrEqual(event.planned);
        expect(longer.cause[event.visit] === NONE).toBe(longer.start[event.visit] === event.planned);
      }
      for (const [r, s] of course.shifts.entries()) {
        const route = plan.routes.find(({ shift }) => shift === s)!;
        expect(sure.back[r]!, `seed ${seed}`).toBeLessThanOrEqual(route.return);
        expect(sure.lateBreaks[r]).toBe(0);
      }
    }
    expect(visits).toBeGreaterThan(800);
  });
});
