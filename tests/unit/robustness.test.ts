/** Chances of a small day that can be counted by hand, and planning for a chosen quantile. */
import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/contracts/index.js";
import { robustnessView } from "../../src/contracts/study/index.js";
import { checkPlan } from "../../src/checker/index.js";
import { solveDay } from "../../src/planning/solveDay.js";
import { learnedSpreads, studyRobustness } from "../../src/planning/study/index.js";
import { factorAt, SpreadError } from "../../solver/index.js";
import { checkSpread } from "../../solver/robust/spread.js";
import { officeDay } from "../api/support/life.js";

const SURE = [
  [0, 1],
  [1, 1],
] as const;
/** As planned in eight of ten cases, else twice as long. */
const SOMETIMES = [
  [0, 1],
  [0.8, 1],
  [0.800001, 2],
  [1, 2],
] as const;

/** One nurse; v1 at 8:00 to 8:30, 600 s away v2, which must begin by 8:45. */
function twoVisits(): Problem {
  const day = officeDay();
  const at = (time: string): string => `2026-11-23T${time}:00+02:00`;
  const visit = (index: number, from: string, to: string) => ({
    ...day.visits[index]!,
    typeId: "basic",
    windows: [{ from: at(from), to: at(to) }],
  });
  const table =
    day.visits.length === 0
      ? []
      : Array.from({ length: 7 }, (_, i) => Array.from({ length: 7 }, (__, j) => (i === j ? 0 : 600)));
  return {
    ...day,
    travel: { modes: { car: { durations: table, distances: table } } },
    visits: [visit(0, "08:00", "08:00"), visit(2, "08:40", "08:45")],
    shifts: [{ ...day.shifts[0]!, breaks: [], from: at("07:00"), to: at("09:30") }],
  };
}

const NO_TOOLS = { clock: () => 0, cancelled: () => false, progress: () => {} };
const ASK = { language: "en", seed: 7, samples: 4_000, learned: null, quantile: null, seconds: 1 } as const;

describe("how sure a plan is", () => {
  const problem = twoVisits();
  const { plan } = solveDay(problem, { seed: 1, iterations: 20 });

  it("counts what comes late, for whom, and because of what", () => {
    const spreads = { visits: SOMETIMES, travel: SURE };
    const found = studyRobustness({ problem, plan }, { ...ASK, spreads }, NO_TOOLS);
    expect(robustnessView.parse(found)).toEqual(found);
    const [first, second] = found.visits;
    expect(first).toMatchObject({ visitId: "v1", late: 0, meanDelay: 0, delay90: 0 });
    // v1 takes 30 minutes more in a fifth of the days, and then v2 begins at 9:10.
    expect(second!.late).toBeGreaterThan(0.18);
    expect(second!.late).toBeLessThan(0.22);
    expect(second!.delay90).toBe(1800);
    expect(second!.said.text).toMatch(/^Visit v3 starts after its window on (19|20|21)\.\d % of days\.$/);
    expect(found.cascades.map(({ visitId, by }) => [visitId, by])).toEqual([["v1", "visit"]]);
    expect(found.cascades[0]!.lateVisits).toBe(second!.late);
    expect(found.meanLate).toBe(second!.late);
    expect(found.noneLate).toBeCloseTo(1 - second!.late, 9);
    // Back at 9:20 as planned; late after the first, after the second, or after both.
    const [nurse] = found.nurses;
    expect(nurse!.overtime).toBeGreaterThan(0.33);
    expect(nurse!.overtime).toBeLessThan(0.39);
  });

  it("finds the way where it is the way that is slow", () => {
    const spreads = { visits: SURE, travel: SOMETIMES, shared: 0 };
    const found = studyRobustness({ problem, plan }, { ...ASK, spreads }, NO_TOOLS);
    expect(found.cascades.map(({ visitId, by }) => [visitId, by])).toContainEqual(["v3", "way"]);
    expect(found.cascades.every(({ by }) => by === "way")).toBe(true);
  });

  it("draws lengths from visits on record, where spreads of visits are not given", () => {
    const learned = learnedSpreads(
      Array.from({ length: 20 }, (_, i) => ({
        date: "2026-11-20",
        clientId: "c1",
        typeId: "basic",
        areaId: null,
        plannedMinutes: 30,
        seconds: i < 16 ? 1800 : 3600,
      })),
      { from: "2026-09-01", to: "2026-11-22" },
    );
    expect(learned!.visitTypes["basic"]).toEqual([
      [0, 1],
      [0.1, 1],
      [0.25, 1],
      [0.5, 1],
      [0.75, 1],
      [0.9, 2],
      [1, 2],
    ]);
    const spreads = { travel: SURE };
    const found = studyRobustness({ problem, plan }, { ...ASK, learned, spreads }, NO_TOOLS);
    expect(found.spreads.learned).toEqual({ from: "2026-09-01", to: "2026-11-22", visits: 20 });
    expect(found.spreads.said.text).toBe(
      "How the lengths of visits vary is learned from 20 visits as they were made.",
    );
    // v1 is longer than planned in more than a tenth of the days and less than a quarter.
    expect(found.meanLate).toBeGreaterThan(0.1);
    expect(found.meanLate).toBeLessThan(0.25);
    const given = studyRobustness(
      { problem, plan },
      { ...ASK, learned, spreads: { visits: SURE, travel: SURE } },
      NO_TOOLS,
    );
    expect([given.meanLate, given.spreads.learned, given.spreads.said.code]).toEqual([
      0,
      null,
      "spread-given",
    ]);
    expect(learnedSpreads([], { from: "2026-09-01", to: "2026-11-22" })).toBeNull();
  });

  it("is the same for the same seed, and another for another", () => {
    const run = (seed: number) =>
      studyRobustness({ problem, plan }, { ...ASK, seed, samples: 200, spreads: {} }, NO_TOOLS);
    expect(run(3)).toEqual(run(3));
    expect(run(3)).not.toEqual(run(4));
  });

  it("tells what planning for slow days costs, with a plan that is valid as things are", () => {
    const day = officeDay();
    const before = solveDay(day, { seed: 1, iterations: 60 }).plan;
    // A clock that each look moves on: as much is done on any machine.
    let looks = 0;
    const found = studyRobustness(
      { problem: day, plan: before },
      { ...ASK, samples: 500, spreads: {}, quantile: 0.9, seconds: 1 },
      { ...NO_TOOLS, clock: () => (looks += 1) / 1000 },
    );
    const { safety } = found;
    expect(checkPlan(day, safety!.plan!).valid).toBe(true);
    expect(safety!.price).toBe(checkPlan(day, safety!.plan!).cost.total - checkPlan(day, before).cost.total);
    const late = (mean: number): number => Math.round(10 * mean) / 10;
    expect(safety!.said).toMatchObject({
      code: "safety-price",
      values: {
        casesPercent: 90,
        net: safety!.price,
        late: late(safety!.before.meanLate),
        lateAfter: late(safety!.after!.meanLate),
      },
    });
    expect(safety!.after!.meanLate).toBeLessThanOrEqual(safety!.before.meanLate);
  });
});

describe("spreads", () => {
  it("are read between their points", () => {
    expect(
      [0, 0.4, 0.8, 0.9, 1].map((p) =>
        factorAt(
          [
            [0, 1],
            [0.8, 2],
            [1, 4],
          ],
          p,
        ),
      ),
    ).toEqual([1, 1.5, 2, 3, 4]);
  });

  it.each([
    [[[0, 1]]],
    [
      [
        [0, 1],
        [0.5, 1],
      ],
    ],
    [
      [
        [0, 2],
        [1, 1],
      ],
    ],
    [
      [
        [0, 1],
        [0.5, 1],
        [0.5, 2],
        [1, 2],
      ],
    ],
    [
      [
        [0, -1],
        [1, 1],
      ],
    ],
  ] as const)("are refused where they do not rise: %j", (points) => {
    expect(() => checkSpread(points)).toThrow(SpreadError);
  });
});
