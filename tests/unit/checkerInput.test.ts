/** What the checker reads: instants, formats, matrices, odd ids. */
import { describe, expect, it } from "vitest";
import { NotCheckable, checkPlan } from "../../src/checker/index.js";
import { secondsOf } from "../../src/checker/instants.js";
import type { Plan, Problem } from "../../src/contracts/index.js";
import { toInstant } from "../support/clock.js";
import { samplePlan, sampleProblem } from "../support/sampleDay.js";
import { seededSource } from "../support/source.js";

function refusal(change: (problem: Problem, plan: Plan) => void): unknown {
  const [problem, plan] = [sampleProblem(), samplePlan()];
  change(problem, plan);
  try {
    return checkPlan(problem, plan);
  } catch (error) {
    return error;
  }
}

describe("instants", () => {
  it("agree with the platform's own reading over centuries and offsets", () => {
    const source = seededSource(5);
    for (let turn = 0; turn < 5000; turn += 1) {
      const seconds = source.int(-2_000_000, 3_000_000) * 1000 + source.int(0, 999);
      expect(secondsOf(toInstant(seconds, source.int(-720, 840)))).toBe(seconds);
    }
  });

  it("count real seconds over both clock changes", () => {
    expect(secondsOf("2026-03-29T04:00:00+03:00") - secondsOf("2026-03-29T02:59:59+02:00")).toBe(1);
    expect(secondsOf("2026-10-25T03:00:00+02:00") - secondsOf("2026-10-25T03:00:00+03:00")).toBe(3600);
  });

  it.each([
    "2026-11-23",
    "2026-11-23T07:00:00",
    "2026-11-23T07:00:00.5Z",
    "2026-11-23 07:00:00Z",
    "2026-11-23T07:00:00z",
    "2026-02-29T07:00:00Z",
    "2026-04-31T07:00:00Z",
    "2026-13-01T07:00:00Z",
    "2026-11-00T07:00:00Z",
    "2026-11-23T24:00:00Z",
    "2026-12-31T23:59:60Z",
    "2026-11-23T07:00:00+24:00",
    "0000-01-01T00:00:00Z",
    " 2026-11-23T07:00:00Z",
    "",
  ])("refuse %j", (text) => {
    expect(() => secondsOf(text)).toThrow(NotCheckable);
  });

  it("know leap years", () => {
    expect(secondsOf("2028-02-29T00:00:00Z") + 86_400).toBe(secondsOf("2028-03-01T00:00:00Z"));
    expect(() => secondsOf("2100-02-29T00:00:00Z")).toThrow(NotCheckable);
    expect(secondsOf("2000-02-29T00:00:00Z")).toBe(Date.UTC(2000, 1, 29) / 1000);
  });
});

describe("documents that cannot be read", () => {
  const cases: [string, (problem: Problem, plan: Plan) => void][] = [
    ["format-unknown", (problem) => Object.assign(problem, { format: "kotikierros/problem@2" })],
    ["format-unknown", (_, plan) => Object.assign(plan, { format: "kotikierros/problem@1" })],
    ["instant-malformed", (_, plan) => Object.assign(plan.routes[0]!, { departure: "07:00" })],
    ["stop-kind-unknown", (_, plan) => Object.assign(plan.routes[0]!.stops[0]!, { kind: "walk" })],
    ["travel-missing", (problem) => delete problem.travel.modes["car"]!.durations],
    ["travel-missing", (problem) => Object.assign(problem.shifts[0]!, { mode: "toString" })],
    ["id-twice", (problem) => void problem.visits.push(problem.visits[0]!)],
    ["reference-unknown", (problem) => Object.assign(problem.visits[0]!, { clientId: "nobody" })],
  ];

  it.each(cases)("%s", (code, change) => {
    const error = refusal(change);
    expect(error).toBeInstanceOf(NotCheckable);
    expect(error).toMatchObject({ code, message: expect.any(String), todo: expect.any(String) });
  });

  it("are not those that merely name what does not exist", () => {
    const strange = (_: Problem, plan: Plan) => {
      plan.routes.push({ shiftId: "__proto__", departure: "", return: "", stops: [] });
      plan.unserved.push({ visitId: "constructor", reasons: [] });
      plan.bought!.push({ visitId: "toString", providerId: "__proto__" });
    };
    expect(refusal(strange)).toMatchObject({ valid: false, violations: { length: 3 } });
  });
});
