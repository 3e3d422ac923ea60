import { describe, expect, it } from "vitest";
import { parseProblem, type Problem } from "../../../src/contracts/index.js";
import { compileProblem, mergeWindows } from "../../../src/planning/compile.js";
import { DEFAULT_WEIGHTS, NO_WAY } from "../../../solver/index.js";
import { day, exampleProblem } from "../contracts/fixtures.js";

const at = (time: string): string => `2026-11-23T${time}:00+02:00`;

/** The example after a change; it must still parse. */
function compiled(edit: (problem: Problem) => void = () => {}) {
  const problem = exampleProblem();
  edit(problem);
  const parsed = parseProblem(problem);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return compileProblem(parsed.problem);
}

describe("the optimiser's view of a problem", () => {
  it("counts seconds from the start of the first shift", () => {
    const { data, origin } = compiled((p) => {
      p.shifts[1]!.from = at("06:30");
    });
    expect(origin).toBe(Date.UTC(2026, 10, 23, 4, 30) / 1000);
    expect(data.shifts.map(({ from, to }) => [from, to])).toEqual([
      [1800, 30_600],
      [0, 30_600],
    ]);
    expect(data.visits[0]).toMatchObject({
      windows: [{ from: 3600, to: 9000 }],
      preferred: { from: 4500, to: 6300 },
      seconds: 1800,
    });
  });

  it("looks the same for a day moved by a week", () => {
    const here = compiled();
    const text = JSON.stringify(exampleProblem()).replaceAll("2026-11-23", "2026-11-30");
    const moved = compileProblem(JSON.parse(text) as Problem);
    expect(moved.origin - here.origin).toBe(7 * 86_400);
    expect(moved.data).toEqual(here.data);
  });

  it("adds the mode's and the arrival place's seconds to every leg but those of one place", () => {
    const { data } = compiled((p) => {
      p.places[1]!.setupSeconds = 25;
      p.travel.modes["walk"]!.durations![2]![2] = 99;
      p.travel.modes["walk"]!.durations![3]![1] = null;
    });
    const walk = [...data.modes[0]!.legs];
    expect(walk.slice(0, 4)).toEqual([0, 640 + 60 + 25, 690 + 60, 1020 + 60]);
    expect(walk.slice(4, 8)).toEqual([640 + 60, 0, 540 + 60, 1180 + 60]);
    expect(walk[10]).toBe(0);
    expect(walk.slice(12)).toEqual([1020 + 60, NO_WAY, 760 + 60, 0]);
    expect(data.modes[1]!.legs[4]).toBe(235 + 120);
  });

  it("takes a leg that no shift can hold for no way, so that sums stay in 32 bits", () => {
    const { data } = compiled((p) => {
      p.travel.modes["walk"]!.durations![0]![1] = 1_000_000_000;
      p.visits[1]!.windows = [{ from: "0001-01-01T00:00:00Z", to: "9999-12-31T23:59:59Z" }];
    });
    expect(data.modes[0]!.legs[1]).toBe(NO_WAY);
    expect(data.visits[1]!.windows).toEqual([{ from: -(2 ** 29), to: 2 ** 29 }]);
  });

  it("needs matrices of the modes that shifts use, and of no others", () => {
    expect(() => compiled((p) => (p.travel.modes["bike"] = {}))).toThrow(/mode bike has no durations/);
    const { data } = compiled((p) => (p.travel.modes["car"] = {}));
    expect(data.modes.map(({ id }) => id)).toEqual(["walk", "bike", "car"]);
    expect([...data.modes[2]!.legs].filter((leg) => leg !== NO_WAY)).toEqual([0, 0, 0, 0]);
  });

  it("puts the needs of visit and type together", () => {
    const { data } = compiled((p) => {
      p.visits[0]!.requires = ["registered-nurse", "medication"];
      p.visits[1]!.requiresAnyOf = ["medication", "practical-nurse"];
      p.visits[2]!.requiresAnyOf = [];
    });
    const names = (skills: readonly number[]): string[] => skills.map((skill) => data.skillIds[skill]!);
    expect(names(data.visits[0]!.requires)).toEqual(["registered-nurse", "medication"]);
    expect(data.visits[0]!.requiresAnyOf).toEqual([]);
    expect(data.visits[1]!.requiresAnyOf.map(names)).toEqual([
      ["practical-nurse", "registered-nurse"],
      ["medication", "practical-nurse"],
    ]);
    expect(data.visits[2]!.requiresAnyOf.map(names)).toEqual([["practical-nurse", "registered-nurse"]]);
  });

  it("sorts and merges windows", () => {
    const interval = (from: number, to: number) => ({ from, to });
    expect(
      mergeWindows([interval(50, 60), interval(0, 10), interval(5, 20), interval(21, 30), interval(32, 32)]),
    ).toEqual([interval(0, 30), interval(32, 32), interval(50, 60)]);
    expect(mergeWindows([interval(0, 100), interval(10, 20)])).toEqual([interval(0, 100)]);
    expect(mergeWindows([])).toEqual([]);
  });

  it("has null where an area is absent, and an empty list where there is none", () => {
    const { data } = compiled((p) => {
      delete p.clients[0]!.areaId;
      delete p.nurses[0]!.areaIds;
      p.nurses[1]!.areaIds = [];
      p.providers![0]!.areaIds = ["kamppi"];
    });
    expect(data.clients[0]!.area).toBeNull();
    expect(data.nurses.map(({ areas }) => areas)).toEqual([null, []]);
    expect(data.providers[0]!.areas).toEqual([data.clients[1]!.area]);
    expect(compiled().data.providers[0]!.areas).toBeNull();
  });

  it("unites the shifts of a pin, and tells an empty pin from one that says something", () => {
    const { data } = compiled((p) => {
      p.visits[1]!.pin = { shiftId: "s2", shiftIds: ["s1", "s2"] };
      p.visits[2]!.pin = {};
      p.visits[3]!.pin = { begun: false };
      p.visits[4]!.pin = { providerId: "fysio-oy" };
      p.visits[5]!.pin = { start: at("08:10"), begun: true };
    });
    expect(data.visits.map(({ pin }) => pin)).toEqual([
      undefined,
      { shifts: [1, 0], begun: false },
      undefined,
      { shifts: [], begun: false },
      { shifts: [], begun: false, provider: 0 },
      { shifts: [], start: 4200, begun: true },
    ]);
  });

  it("keeps of the published plan what still exists", () => {
    const { data } = compiled((p) => {
      p.previous = {
        visits: {
          v1: { shiftIds: ["s2"], start: at("08:00") },
          v2: { shiftIds: ["s1", "gone"], start: at("09:00") },
          v3: { shiftIds: ["gone"], start: at("10:00") },
          v9: { shiftIds: ["s1"], start: at("11:00") },
        },
      };
      p.limits = { changedClients: 2, movedStartMinutes: 15 };
    });
    expect(data.previous).toEqual([
      { shifts: [1], whole: true, start: 3600 },
      { shifts: [0], whole: false, start: 7200 },
      { shifts: [], whole: false, start: 10_800 },
      null,
      null,
      null,
    ]);
    expect(data.limits).toEqual({ changedClients: 2, movedStart: 900 });
  });

  it("fills in every default of the contract", () => {
    const { data } = compiled((p) => {
      delete p.weights;
      delete p.links;
      delete p.providers;
      delete p.shifts[0]!.breaks;
    });
    expect(data.weights).toEqual(DEFAULT_WEIGHTS);
    expect(Object.keys(data.weights)).toEqual(Object.keys(DEFAULT_WEIGHTS));
    expect([data.links, data.providers, data.shifts[0]!.breaks]).toEqual([[], [], []]);
    expect(data.limits).toEqual({ changedClients: null, movedStart: null });
    expect(data.visits[1]).toMatchObject({ crewSize: 2, unservedCost: 100_000, remote: false });
    expect(data.shifts[0]).toMatchObject({ maxOvertime: 0, useCost: 0, target: null });
    expect(data.shifts[1]!.breaks[0]).toEqual({
      id: "meal",
      seconds: 1800,
      from: 12_600,
      to: 19_800,
      afterSeconds: 21_600,
      earliestAfter: 0,
      latestAfter: null,
      inside: true,
    });
  });

  it.each([
    ["2026-03-29", "22:00:00+02:00", "07:00:00+03:00", "2026-03-28", 8],
    ["2026-10-25", "22:00:00+03:00", "07:00:00+02:00", "2026-10-24", 10],
  ])("gives the night shift before %s the hours it really has", (morning, from, to, evening, hours) => {
    const { data, origin } = compiled((p) => {
      p.shifts = [{ ...p.shifts[0]!, from: `${evening}T${from}`, to: `${morning}T${to}`, breaks: [] }];
      p.visits = [{ ...p.visits[1]!, windows: [{ from: `${evening}T${from}`, to: `${morning}T${to}` }] }];
      p.links = [];
    });
    expect(data.shifts[0]!.to - data.shifts[0]!.from).toBe(hours * 3600);
    expect(origin).toBe(Date.parse(`${evening}T${from}`) / 1000);
  });

  it("compiles a day with every feature", () => {
    const problem = day("all-features-60");
    const { data } = compileProblem(problem);
    expect(data.visits).toHaveLength(60);
    expect(data.links).toHaveLength(problem.links!.length);
    expect(data.previous.filter((one) => one !== null).length).toBeGreaterThan(0);
    expect(data.visits.filter(({ pin }) => pin !== undefined)).not.toEqual([]);
  });
});
