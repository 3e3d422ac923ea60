/** The rest of a day after an absence, at any time of the day: nothing in the past, nothing more for her. */
import { describe, expect, it } from "vitest";
import { parseProblem, type Plan, type Problem } from "../../../src/contracts/index.js";
import { epochSeconds } from "../../../src/domain/instant.js";
import { replanProblem } from "../../../src/planning/life/index.js";
import { solveDay } from "../../../src/planning/solveDay.js";
import { officeDay } from "../../api/support/life.js";

const at = (minutes: number): string =>
  `2026-11-23T${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00+02:00`;

/** Two nurses, whose lunch lies between visits. */
function day(): Problem {
  const whole = officeDay();
  return {
    ...whole,
    shifts: whole.shifts
      .filter(({ id }) => id !== "c")
      .map((shift) => ({ ...shift, breaks: shift.breaks!.map((one) => ({ ...one, inside: true })) })),
  };
}

function solved(problem: Problem, start?: Plan): Plan {
  const parsed = parseProblem(problem);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return solveDay(parsed.problem, { seed: 1, iterations: 20, ...(start === undefined ? {} : { start }) })
    .plan;
}

interface Placed {
  readonly shiftId: string;
  readonly start: string;
}
const placed = (plan: Plan): ReadonlyMap<string, Placed> =>
  new Map(
    plan.routes.flatMap(({ shiftId, stops }) =>
      stops.flatMap((stop) =>
        stop.kind === "visit" ? [[stop.visitId, { shiftId, start: stop.start }] as const] : [],
      ),
    ),
  );

describe("an absence", () => {
  const problem = day();
  const plan = solved(problem);
  const before = placed(plan);

  it("leaves what has begun, plans nothing in the past and nothing more for her, at any time", () => {
    for (const { shiftId } of plan.routes) {
      for (let minutes = 360; minutes < 900; minutes += 20) {
        const now = at(minutes);
        const rest = replanProblem({ problem, plan }, { now, events: [{ kind: "absence", shiftId }] });
        const after = placed(solved(rest, plan));
        for (const [visitId, was] of before) {
          if (epochSeconds(was.start) <= epochSeconds(now)) {
            expect([now, visitId, after.get(visitId)]).toEqual([now, visitId, was]);
            continue;
          }
          const is = after.get(visitId);
          if (is === undefined) continue;
          expect(epochSeconds(is.start)).toBeGreaterThanOrEqual(epochSeconds(now));
          expect([now, visitId, is.shiftId]).not.toEqual([now, visitId, shiftId]);
        }
      }
    }
  });

  it("from later on leaves her what she can do and be back by then", () => {
    for (const { shiftId } of plan.routes) {
      const from = at(640);
      const rest = replanProblem(
        { problem, plan },
        { now: at(420), events: [{ kind: "absence", shiftId, from }] },
      );
      const after = solved(rest, plan);
      const route = after.routes.find((one) => one.shiftId === shiftId);
      if (route !== undefined) expect(epochSeconds(route.return)).toBeLessThanOrEqual(epochSeconds(from));
    }
  });

  it("is not impossible for a lunch that was to lie between visits and has none after it now", () => {
    // v3, lunch, and v6 a good while later; she leaves in between.
    const alone: Problem = { ...problem, shifts: problem.shifts.filter(({ id }) => id === "a") };
    const whole = solved({ ...alone, visits: alone.visits.filter(({ id }) => id === "v3" || id === "v6") });
    const [route] = whole.routes;
    const kinds = route!.stops.map(({ kind }) => kind);
    expect(kinds).toEqual(["visit", "break", "visit"]);
    const lunch = route!.stops[1]!;
    const base = {
      problem: { ...alone, visits: alone.visits.filter(({ id }) => id === "v3" || id === "v6") },
      plan: whole,
    };
    const rest = replanProblem(base, { now: lunch.end, events: [{ kind: "absence", shiftId: "a" }] });
    const after = solved(rest, whole);
    expect(after.unserved.map(({ visitId }) => visitId)).toEqual(["v6"]);
    expect(placed(after).get("v3")).toEqual(placed(whole).get("v3"));
  });
});
