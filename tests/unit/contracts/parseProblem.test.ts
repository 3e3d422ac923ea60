import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  parsePlan,
  parseProblem,
  summariseFaults,
  type Fault,
  type Problem,
} from "../../../src/contracts/index.js";
import { hasShared, readShared, sharedPath } from "../../support/shared.js";
import { ENDLESS, day, examplePlan, exampleProblem, millisecondsOf, type Free } from "./fixtures.js";

function faultsOf(document: unknown): readonly Fault[] {
  const result = parseProblem(document);
  return result.ok ? [] : result.faults;
}

function codesOf(document: unknown): string[] {
  return faultsOf(document).map(({ code, path }) => `${code} ${path}`);
}

/** The example after a change. */
function after(edit: (problem: Free) => void): Problem {
  const problem = exampleProblem();
  edit(problem);
  return problem;
}

const at = (time: string): string => `2026-11-23T${time}:00+02:00`;

describe("documents without faults", () => {
  it("takes the contract's example, and gives back the very document", () => {
    const problem = exampleProblem();
    const result = parseProblem(problem);
    expect(result.ok && result.problem).toBe(problem);
    expect(problem).toEqual(exampleProblem());
    expect(parsePlan(examplePlan()).ok).toBe(true);
  });

  it.each(["all-features-60", "porto-48", "espoo-small", "liechtenstein-150-plain"])("takes %s", (name) => {
    expect(faultsOf(day(name))).toEqual([]);
  });

  it.runIf(hasShared("data", "days"))("takes every shared day and plan", () => {
    for (const file of readdirSync(sharedPath("data", "days")).filter((name) => name.endsWith(".json.gz"))) {
      const document = readShared("data", "days", file);
      const result = file.includes(".vroom.") ? parsePlan(document) : parseProblem(document);
      expect(result.ok, file).toBe(true);
    }
  });

  it("takes an empty day", () => {
    const empty = { places: [], clients: [], visits: [], links: [], nurses: [], shifts: [], providers: [] };
    expect(faultsOf({ ...exampleProblem(), ...empty, travel: { modes: {} } })).toEqual([]);
  });

  it.each<[string, (problem: Free) => void]>([
    [
      "windows out of order among themselves, overlapping or of one instant",
      (p) => {
        p.visits[5].windows.reverse();
        p.visits[5].windows.push({ from: at("08:10"), to: at("08:10") });
      },
    ],
    [
      "windows from 1970 to 2100",
      (p) => {
        p.visits[1].windows = [{ from: "1970-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" }];
      },
    ],
    ["no way between two places", (p) => (p.travel.modes.walk.durations[1][2] = null)],
    ["a distance of -1, as road servers answer it", (p) => (p.travel.modes.walk.distances[1][2] = -1)],
    ["modes without matrices", (p) => (p.travel.modes = { walk: { perStopSeconds: 60 }, bike: {} })],
    [
      "matrices with their source",
      (p) => {
        p.travel.modes.walk.source = { kind: "osrm", profile: "foot", mapVersion: "2026-11" };
      },
    ],
    [
      "previous shifts and visits that are gone",
      (p) => {
        p.previous = {
          visits: {
            gone: { shiftIds: ["gone"], start: at("08:00") },
            v1: { shiftIds: [], start: at("08:00") },
          },
        };
      },
    ],
    [
      "a begun visit outside its windows, without a skill, refused",
      (p) => {
        p.clients[0].refusedNurseIds = ["n1"];
        p.visits[0].windows = [];
        p.visits[0].pin = { shiftId: "s1", start: at("10:00"), begun: true };
      },
    ],
    ["an empty pin", (p) => (p.visits[0].pin = {})],
    [
      "the same shift as shiftId and in shiftIds",
      (p) => (p.visits[0].pin = { shiftId: "s2", shiftIds: ["s2"] }),
    ],
    [
      "a break that its short shift can never need",
      (p) => {
        p.shifts[0].to = at("10:00");
        p.shifts[0].breaks[0].afterMinutes = 180;
      },
    ],
    [
      "a break that just fits",
      (p) => Object.assign(p.shifts[0].breaks[0], { from: at("14:30"), to: at("16:00") }),
    ],
    [
      "a break that fits thanks to overtime",
      (p) => {
        p.shifts[0].maxOvertimeMinutes = 1;
        Object.assign(p.shifts[0].breaks[0], { from: at("14:31"), to: at("16:00") });
      },
    ],
    [
      "a pinned visit that ends with the overtime",
      (p) => {
        p.visits[0].windows = [{ from: at("14:00"), to: at("16:00") }];
        p.shifts[1].maxOvertimeMinutes = 15;
        p.visits[0].pin = { shiftId: "s2", start: at("14:45") };
      },
    ],
    [
      "an area-bound provider for a client of its area",
      (p) => {
        p.providers[0].areaIds = ["ullanlinna"];
        p.visits[4].pin = { providerId: "fysio-oy" };
      },
    ],
    [
      "ids that are words of JavaScript",
      (p) => {
        p.places[1].id = "constructor";
        p.clients[0].placeId = "constructor";
        p.visits[3].id = "toString";
      },
    ],
  ])("takes %s", (_, edit) => {
    expect(faultsOf(after(edit))).toEqual([]);
  });
});

describe("documents with faults", () => {
  it("tells faults of values and faults between values at once", () => {
    const problem = after((p) => {
      p.visits[0].minutes = "thirty";
      p.visits[0].clientId = "c9";
      p.visits[1].windows[0].from = at("12:00");
      p.shifts[0].maxOvertimeMinutes = -5;
      p.shifts[0].mode = "boat";
      p.links[0].second = "v99";
      p.extra = 1;
      p.travel.modes.bike.durations[1].push(7);
      p.nurses[1].id = "n1";
    });
    expect(codesOf(problem).toSorted()).toEqual(
      [
        "unknown-key /extra",
        "wrong-type /visits/0/minutes",
        "out-of-range /shifts/0/maxOvertimeMinutes",
        "duplicate-id /nurses/1/id",
        "unknown-reference /visits/0/clientId",
        "unknown-reference /clients/0/familiarNurseIds/0",
        "unknown-reference /shifts/0/mode",
        "unknown-reference /shifts/1/nurseId",
        "unknown-reference /links/0/second",
        "matrix-shape /travel/modes/bike/durations",
        "interval-order /visits/1/windows/0",
      ].toSorted(),
    );
  });

  it.each<[string, (problem: Free) => void, string]>([
    ["a list that is none", (p) => (p.nurses = 4), "wrong-type /nurses"],
    [
      "a faulty crew size",
      (p) => Object.assign(p.visits[1], { crewSize: null, pin: { shiftIds: ["s1", "s2"] } }),
      "wrong-type /visits/1/crewSize",
    ],
    [
      "faulty overtime",
      (p) => {
        p.shifts[0].maxOvertimeMinutes = "60";
        Object.assign(p.shifts[0].breaks[0], { from: at("15:10"), to: at("15:20") });
      },
      "wrong-type /shifts/0/maxOvertimeMinutes",
    ],
    [
      "a matrix that is none",
      (p) => (p.travel.modes.walk.distances = "far"),
      "matrix-shape /travel/modes/walk/distances",
    ],
    [
      "a faulty window of a pinned visit",
      (p) => {
        p.visits[0].windows.push({ from: 5, to: at("10:00") });
        p.visits[0].pin = { start: at("09:30") };
      },
      "wrong-type /visits/0/windows/1/from",
    ],
    [
      "faulty skills of a pinned nurse",
      (p) => {
        p.nurses[0].skills = [7];
        p.visits[0].pin = { shiftId: "s1" };
      },
      "wrong-type /nurses/0/skills/0",
    ],
  ])("draws no further faults from %s", (_, edit, only) => {
    expect(codesOf(after(edit))).toEqual([only]);
  });

  it.each<[string, Free, string]>([
    [
      "a windowless start",
      { start: at("06:00"), begun: true, shiftId: "s2" },
      "pin-outside-shift /visits/0/pin",
    ],
    ["two faulty references", { shiftIds: ["s7", "s8"] }, "unknown-reference /visits/0/pin/shiftIds/0"],
    ["a provider that is unknown", { providerId: "x" }, "unknown-reference /visits/0/pin/providerId"],
  ])("refuses a pin with %s", (_, pin, first) => {
    expect(codesOf(after((p) => (p.visits[0].pin = pin)))[0]).toBe(first);
  });

  it("refuses a crew whose two shifts have no start in common", () => {
    const problem = after((p) => {
      p.visits[1].pin = { shiftIds: ["s1", "s2"] };
      p.shifts[0].to = at("09:00");
      p.shifts[0].breaks = [];
      p.shifts[1].from = at("09:00");
    });
    expect(codesOf(problem)).toEqual(["pin-outside-shift /visits/1/pin"]);
  });

  it("refuses a provider with areas for a client without area", () => {
    const problem = after((p) => {
      p.providers[0].areaIds = ["kamppi"];
      delete p.clients[2].areaId;
      p.visits[4].pin = { providerId: "fysio-oy" };
    });
    expect(codesOf(problem)).toEqual(["pin-provider /visits/4/pin/providerId"]);
  });

  it("refuses far dates where they would count, and takes them where they only mean any time", () => {
    const far = "2031-01-01T00:00:00Z";
    const old = "1999-01-01T00:00:00Z";
    const problem = after((p) => {
      p.visits[0].preferred = { from: old, to: far };
      p.visits[1].preferred = { from: far, to: far };
      p.visits[2].preferred = { from: old, to: old };
      p.visits[3].pin = { start: far, begun: true };
      p.previous = { visits: { v1: { shiftIds: ["s1"], start: old } } };
    });
    expect(codesOf(problem)).toEqual([
      "too-far-apart /visits/1/preferred/from",
      "too-far-apart /visits/2/preferred/to",
      "too-far-apart /visits/3/pin/start",
      "too-far-apart /previous/visits/v1/start",
    ]);
  });

  it("finds JavaScript's own key in every table", () => {
    const text = JSON.stringify(exampleProblem())
      .replace('"modes":{', '"modes":{"__proto__":{"x":1},')
      .replace(
        '"format"',
        '"previous":{"visits":{"__proto__":{"shiftIds":[],"start":"2026-11-23T08:00:00Z"}}},"format"',
      )
      .replace('"lat":', '"__proto__":1,"lat":');
    expect(codesOf(JSON.parse(text)).toSorted()).toEqual([
      "unknown-key /places/0/__proto__",
      "unknown-key /previous/visits/__proto__",
      "unknown-key /travel/modes/__proto__",
    ]);
  });

  it("escapes JSON pointers", () => {
    expect(codesOf(after((p) => (p["a/b~c"] = 1)))).toEqual(["unknown-key /a~1b~0c"]);
  });

  it("repeats no names or addresses", () => {
    const problem = after((p) => {
      p.places[0].name = ["Maija Meikäläinen"];
      p.places[1].lat = "Mannerheimintie 5 A";
      p.shifts[0].from = "Maija Meikäläinen";
      p.nurses[0].name = { first: "Maija" };
      p.timeZone = "Maija Meikäläinen";
    });
    const faults = faultsOf(problem);
    expect(faults.length).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(faults)).not.toMatch(/Maija|Mannerheim/);
  });
});

describe("hostile and broken documents are answered within a second", () => {
  const many = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => make(i));
  const table = (count: number, value: unknown): object =>
    Object.fromEntries(many(count, (i) => [`k${i}`, value]));

  it.each<[string, () => unknown, string]>([
    ["null", () => null, "wrong-type"],
    ["a text", () => "x".repeat(2_000_000), "wrong-type"],
    [
      "numbers for visits",
      () => ({ ...exampleProblem(), visits: many(700_000, () => 1) }),
      "too-many-faults",
    ],
    ["empty visits", () => ({ ...exampleProblem(), visits: many(600_000, () => ({})) }), "too-many-faults"],
    [
      "endless windows",
      () => ({ ...exampleProblem(), visits: [{ windows: many(600_000, () => ({})) }] }),
      "list-too-long",
    ],
    ["unknown keys", () => ({ ...exampleProblem(), ...table(150_000, 1) }), "list-too-long"],
    ["endless modes", () => ({ ...exampleProblem(), travel: { modes: table(150_000, 1) } }), "list-too-long"],
    [
      "an endless previous plan",
      () => ({ ...exampleProblem(), previous: { visits: table(150_000, {}) } }),
      "too-many-faults",
    ],
    [
      "a million empty rows",
      () => {
        const durations = many(500_000, () => []);
        return { ...exampleProblem(), travel: { modes: { walk: { durations, distances: [] }, bike: {} } } };
      },
      "matrix-shape",
    ],
    [
      "10,000 visits with one id",
      () => ({ ...exampleProblem(), visits: many(10_000, () => exampleProblem().visits[0]) }),
      "duplicate-id",
    ],
    [
      "deep nesting",
      () => ({ ...exampleProblem(), visits: JSON.parse("[".repeat(500_000) + "]".repeat(500_000)) }),
      "wrong-type",
    ],
    [
      "long ids",
      () => ({ ...exampleProblem(), visits: many(10, () => ({ id: "x".repeat(200_000) })) }),
      "id-length",
    ],
    [
      "unknown nurses without end",
      () => {
        const clients = many(60, (i) => ({
          id: `c${i}`,
          placeId: "a",
          refusedNurseIds: many(8000, () => "q"),
        }));
        return { ...exampleProblem(), clients };
      },
      "unknown-reference",
    ],
  ])("%s", (_, make, code) => {
    const document = make();
    let faults: readonly Fault[] = [];
    const taken = millisecondsOf(() => {
      faults = faultsOf(document);
    });
    expect(taken).toBeLessThan(ENDLESS);
    expect(faults.map((fault) => fault.code)).toContain(code);
    const answer = summariseFaults(faults);
    expect(JSON.stringify(answer).length).toBeLessThan(200_000);
    expect(answer.total).toBe(faults.length);
    expect(answer.leftOut + answer.faults.length).toBe(faults.length);
    expect(Object.values(answer.byCode).reduce((a, b) => a + b, 0)).toBe(faults.length);
  });

  it("counts the faults between values that are too many to tell", () => {
    const visits = many(25_000, () => exampleProblem().visits[0]);
    const faults = faultsOf({ ...exampleProblem(), visits, links: [] });
    expect(faults.filter(({ code }) => code === "duplicate-id")).toHaveLength(20_000);
    expect(faults.filter(({ code }) => code === "too-many-faults").map(({ message }) => message)).toEqual([
      "4999 more faults of the code duplicate-id",
    ]);
  });

  it("names each of 10,000 equal ids", () => {
    const visits = many(10_000, () => exampleProblem().visits[0]);
    const faults = faultsOf({ ...exampleProblem(), visits, links: [] });
    expect(faults.filter(({ code }) => code === "duplicate-id")).toHaveLength(9999);
  });
});

describe("the summary of many faults", () => {
  const fault = (code: string, index: number): Fault => ({
    code,
    path: `/${index}`,
    message: "m",
    todo: "t",
  });

  it("shows the first of each code and counts all", () => {
    const faults = [
      ...Array.from({ length: 500 }, (_, i) => fault("a", i)),
      fault("b", 500),
      fault("b", 501),
    ];
    const summary = summariseFaults(faults, 10);
    expect(summary).toMatchObject({ total: 502, leftOut: 492, byCode: { a: 500, b: 2 } });
    expect(summary.faults.map(({ path }) => path)).toEqual([
      "/0",
      "/1",
      "/2",
      "/3",
      "/4",
      "/5",
      "/6",
      "/7",
      "/500",
      "/501",
    ]);
  });

  it("leaves few faults as they are", () => {
    const faults = [fault("a", 1), fault("b", 2), fault("a", 3)];
    expect(summariseFaults(faults)).toEqual({ faults, total: 3, leftOut: 0, byCode: { a: 2, b: 1 } });
    expect(summariseFaults([])).toEqual({ faults: [], total: 0, leftOut: 0, byCode: {} });
  });
});
