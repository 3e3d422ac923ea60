/** One day for each kind of pins that cannot hold, and what is said of it. */
import { describe, expect, it } from "vitest";
import { fault } from "../../src/api/schemas.js";
import type { Fault, Problem } from "../../src/contracts/index.js";
import { PinsConflict } from "../../src/planning/errors.js";
import { solveDay } from "../../src/planning/solveDay.js";
import { at, sampleProblem } from "../support/sampleDay.js";

type Visit = Problem["visits"][number];

/** The day without its own pins, links and breaks, some visits changed. */
function day(changes: Readonly<Record<string, Partial<Visit>>>, also: (problem: Problem) => void = () => {}) {
  const problem = sampleProblem();
  for (const visit of problem.visits) {
    delete visit.pin;
    Object.assign(visit, changes[visit.id]);
  }
  delete problem.previous;
  delete problem.links;
  for (const shift of problem.shifts) delete shift.breaks;
  also(problem);
  return problem;
}

function conflictOf(problem: Problem): PinsConflict | null {
  try {
    solveDay(problem, { seed: 1, iterations: 0 });
  } catch (error) {
    if (!(error instanceof PinsConflict)) throw error;
    return error;
  }
  return null;
}

function told(problem: Problem): { visitIds: readonly string[]; text: string }[] {
  const sets = conflictOf(problem)?.sets ?? [];
  expect(sets.every(({ smallest }) => smallest)).toBe(true);
  return sets.map(({ visitIds, text }) => ({ visitIds, text }));
}

const faultsOf = (problem: Problem): readonly Fault[] => conflictOf(problem)?.faults ?? [];

const ALL_DAY = [{ from: at("06:00"), to: at("20:00") }];

describe("pins that cannot hold", () => {
  it("two at one time on one nurse, others beside them", () => {
    const problem = day({
      v1: { windows: ALL_DAY, pin: { shiftId: "s1", start: at("08:00") } },
      v2: { windows: ALL_DAY, pin: { shiftId: "s1", start: at("08:20") } },
      v4: { windows: ALL_DAY, pin: { shiftId: "s1", start: at("13:00") } },
    });
    expect(told(problem)).toEqual([
      {
        visitIds: ["v1", "v2"],
        text: "These pins cannot all hold: visit v1 on shift s1 at 10:00; visit v2 on shift s1 at 10:20.",
      },
    ]);
  });

  it("one against the hours of its shift", () => {
    const problem = day({ v4: { windows: ALL_DAY, pin: { shiftId: "s1", start: at("19:55") } } });
    const [one] = told(problem);
    expect(one!.visitIds).toEqual(["v4"]);
    expect(one!.text).toMatch(
      /^This pin cannot hold: visit v4 on shift s1 at 21:55\. In the way: the hours of shift s1,/,
    );
  });

  it("one against a break", () => {
    const problem = day({
      v4: { windows: ALL_DAY, minutes: 240, pin: { shiftId: "s1", start: at("10:00") } },
    });
    problem.shifts[0]!.breaks = [{ id: "lunch", minutes: 30, from: at("11:00"), to: at("12:00") }];
    const [one] = told(problem);
    expect(one!.visitIds).toEqual(["v4"]);
    expect(one!.text).toContain("the breaks of shift s1: 30 min 13:00–14:30");
  });

  it("a crew against a visit of one of its nurses", () => {
    const problem = day({
      v3: { windows: ALL_DAY, pin: { shiftIds: ["s1", "s2"], start: at("10:00") } },
      v5: { clientId: "c3", windows: ALL_DAY, minutes: 15, pin: { shiftId: "s2", start: at("09:50") } },
    });
    expect(told(problem).map(({ visitIds }) => visitIds)).toEqual([["v3", "v5"]]);
  });

  it("two against a gap", () => {
    const problem = day(
      {
        v1: { windows: ALL_DAY, pin: { shiftId: "s1", start: at("08:00") } },
        v2: { windows: ALL_DAY, pin: { shiftId: "s1", start: at("09:00") } },
      },
      (one) => {
        one.links = [{ kind: "gap", first: "v1", second: "v2", minMinutes: 120 }];
      },
    );
    expect(told(problem)).toEqual([
      {
        visitIds: ["v1", "v2"],
        text: "These pins cannot all hold: visit v1 on shift s1 at 10:00; visit v2 on shift s1 at 11:00. Also in the way: the gap between visits v1 and v2, at least 2 h.",
      },
    ]);
  });

  it("two that have begun", () => {
    const begun = { shiftIds: ["s1"], start: at("09:00"), begun: true };
    const problem = day({ v1: { pin: begun }, v4: { pin: begun } });
    expect(told(problem)[0]).toMatchObject({
      visitIds: ["v1", "v4"],
      text: expect.stringContaining("visit v1, begun at 11:00 on shift s1"),
    });
  });

  it("one on a nurse without the skill", () => {
    const problem = day({ v2: { clientId: "c1", windows: ALL_DAY, pin: { shiftId: "s2" } } });
    const [one] = told(problem);
    expect(one!.visitIds).toEqual(["v2"]);
    expect(one!.text).toContain("the skills that visit v2 asks for: registered-nurse");
  });

  it("more than one nurse has time for, two sets of them", () => {
    const long = { windows: ALL_DAY, minutes: 300, pin: { shiftId: "s1" } };
    const also = { windows: ALL_DAY, pin: { shiftId: "s2", start: at("09:00") } };
    const problem = day({
      v1: long,
      v4: long,
      v3: { ...also, crewSize: 1 },
      v5: { ...also, clientId: "c3" },
    });
    expect(told(problem).map(({ visitIds }) => visitIds)).toEqual([
      ["v1", "v4"],
      ["v3", "v5"],
    ]);
  });

  it("are told in the three languages", () => {
    const start = at("08:00");
    const problem = day({
      v1: { windows: ALL_DAY, pin: { shiftId: "s1", start } },
      v2: { windows: ALL_DAY, pin: { shiftId: "s1", start } },
    });
    const [one] = faultsOf(problem);
    expect(fault.parse(one)).toEqual(one);
    expect(one!.said!.en).toEqual({ message: one!.message, todo: one!.todo });
    expect(one!.said!.fi).toEqual({
      message:
        "Nämä kiinnitykset eivät voi kaikki pitää: käynti v1 vuorolla s1 klo 10:00; käynti v2 vuorolla s1 klo 10:00.",
      todo: "Poista tai muuta kiinnitys yhdeltä mainituista käynneistä, tai muuta jotakin muuta esteeksi mainittua.",
    });
    expect(one!.said!.sv).toEqual({
      message:
        "Dessa fastsättningar kan inte alla hålla: besöket v1 på arbetspasset s1 kl. 10:00; besöket v2 på arbetspasset s1 kl. 10:00.",
      todo: "Ta bort eller ändra fastsättningen av ett av besöken som nämns, eller något annat som står i vägen.",
    });
  });
});
