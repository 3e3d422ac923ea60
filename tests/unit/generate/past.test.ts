/** What of nurses and of other areas' days narrows the shifts of a problem. */
import { describe, expect, it } from "vitest";
import { generateProblem, shiftKey, shiftsElsewhere } from "../../../src/planning/generate/index.js";
import type { PastDay } from "../../../src/planning/actuals/index.js";
import { smallStanding } from "../../api/support/standing.js";

const DATE = "2026-11-23";
const WISH = {
  timeZone: "Europe/Helsinki",
  from: DATE,
  to: DATE,
  areas: null,
  acceptOverdue: [],
  remote: "where-allowed",
} as const;

describe("shifts", () => {
  it("that a published round of other areas has taken do not count, and are told", () => {
    const elsewhere = new Set([shiftKey(DATE, `aino-${DATE}`), shiftKey("2026-11-24", `bo-${DATE}`)]);
    const past = { familiar: {}, worked: new Map(), elsewhere };
    const { problem, warnings } = generateProblem(smallStanding(), WISH, null, past);
    const ids = problem!.shifts.map(({ id }) => id);
    expect(ids).not.toContain(`aino-${DATE}`);
    expect(ids).toContain(`bo-${DATE}`);
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: "shift-elsewhere", shiftId: `aino-${DATE}` }),
    );
  });

  it("are elsewhere where none of their visits is of the areas planned", () => {
    const areas = { v1: "east", v2: "west", v3: null };
    const stop = (id: string) => ({ kind: "visit", id });
    const rounds = Object.entries({ a: ["v1"], b: ["v2"], c: ["v1", "v2"], d: ["v3"] }).map(
      ([shiftId, visits]) => ({ shiftId, stops: [...visits.map(stop), { kind: "break", id: "v1" }] }),
    );
    const visits = new Map(Object.entries(areas).map(([id, areaId]) => [id, { areaId }]));
    const day = { date: DATE, sheet: { rounds, visits } } as unknown as PastDay;
    expect([...shiftsElsewhere([day], ["east"])]).toEqual([shiftKey(DATE, "b"), shiftKey(DATE, "d")]);
    expect(shiftsElsewhere([day], null).size).toBe(0);
  });

  it("of a nurse who takes longer are full with less, and of a quick one with what they were", () => {
    const targets = (pacePercent: number) => {
      const { nurses } = smallStanding();
      const paced = smallStanding(() => ({ nurses: nurses.map((nurse) => ({ ...nurse, pacePercent })) }));
      const { problem } = generateProblem(paced, WISH);
      return problem!.shifts.find(({ id }) => id === `aino-${DATE}`)!.targetMinutes;
    };
    expect([targets(100), targets(80)]).toEqual([undefined, undefined]);
    // Seven hours of work: 420 minutes, of which she makes 336 planned ones.
    expect(targets(125)).toBe(336);
  });
});
