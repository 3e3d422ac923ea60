/** Every code of the catalogue, provoked alone: where it points and what it says. */
import { describe, expect, it } from "vitest";
import {
  DOCUMENT_FAULTS,
  parseJson,
  parsePlan,
  parseProblem,
  type Fault,
  type Problem,
} from "../../../src/contracts/index.js";
import { compileProblem } from "../../../src/planning/compile.js";
import { CompileError } from "../../../src/planning/idTable.js";
import { examplePlan, exampleProblem, type Free } from "./fixtures.js";

interface Case {
  readonly code: keyof typeof DOCUMENT_FAULTS;
  readonly path: string;
  /** Words that the message must have: the ids and values. */
  readonly says: readonly string[];
  readonly edit: (problem: Free) => unknown;
}

const at = (time: string): string => `2026-11-23T${time}:00+02:00`;
const set =
  (edit: (problem: Free) => void) =>
  (problem: Free): unknown => {
    edit(problem);
    return problem;
  };
/** A case that changes the example in place. */
function edited(
  code: Case["code"],
  path: string,
  says: readonly string[],
  edit: (problem: Free) => void,
): Case {
  return { code, path, says, edit: set(edit) };
}
/** A case about the pin of the first visit: v1, demanding, 30 minutes, client c1. */
function pinned(
  code: Case["code"],
  path: string,
  says: readonly string[],
  pin: Free,
  more?: (problem: Free) => void,
): Case {
  return edited(code, path, says, (p) => {
    p.visits[0].pin = pin;
    more?.(p);
  });
}

const CASES: readonly Case[] = [
  edited("unknown-format", "/format", ["kotikierros/problem@2"], (p) => (p.format = "kotikierros/problem@2")),
  edited("unknown-key", "/visits/1/window", ["window"], (p) => (p.visits[1].window = [])),
  edited("missing-key", "/visits/1/minutes", ["minutes"], (p) => delete p.visits[1].minutes),
  edited("wrong-type", "/visits/1/minutes", ["1.5"], (p) => (p.visits[1].minutes = 1.5)),
  edited("unknown-value", "/links/0/kind", ["before"], (p) => (p.links[0].kind = "before")),
  edited("out-of-range", "/weights/late", ["-1"], (p) => (p.weights.late = -1)),
  edited("id-length", "/nurses/0/skills/0", ["empty"], (p) => (p.nurses[0].skills[0] = "")),
  edited("wrong-length", "/links/1/visits", ["3"], (p) =>
    p.links.push({ kind: "same-nurse", visits: ["v1", "v2", "v3"] }),
  ),
  edited("list-too-long", "/visits/0/requires", ["10000"], (p) => {
    p.visits[0].requires = Array.from({ length: 10_001 }, () => "registered-nurse");
  }),
  edited("instant-shape", "/shifts/0/from", ["2026-11-23"], (p) => (p.shifts[0].from = "2026-11-23")),
  edited("instant-fraction", "/shifts/0/from", ["07:00:00.5"], (p) => {
    p.shifts[0].from = "2026-11-23T07:00:00.5+02:00";
  }),
  edited("instant-leap-second", "/visits/0/windows/0/to", ["23:59:60"], (p) => {
    p.visits[0].windows[0].to = "2026-11-23T23:59:60Z";
  }),
  edited("instant-calendar", "/shifts/0/from", ["2026-02-30"], (p) => {
    p.shifts[0].from = "2026-02-30T07:00:00+02:00";
  }),
  edited("instant-clock", "/shifts/0/to", ["24:00"], (p) => (p.shifts[0].to = at("24:00"))),
  edited("instant-offset", "/shifts/0/to", ["+25:00"], (p) => (p.shifts[0].to = "2026-11-23T15:00:00+25:00")),
  edited("unknown-time-zone", "/timeZone", ["Europe/Hellsinki"], (p) => (p.timeZone = "Europe/Hellsinki")),
  edited("duplicate-id", "/shifts/0/breaks/1/id", ["meal", "0"], (p) => {
    p.shifts[0].breaks.push(p.shifts[0].breaks[0]);
  }),
  edited(
    "unknown-reference",
    "/clients/2/refusedNurseIds/0",
    ["n9"],
    (p) => (p.clients[2].refusedNurseIds = ["n9"]),
  ),
  edited("matrix-shape", "/travel/modes/walk/durations", ["3 rows", "4 places"], (p) => {
    p.travel.modes.walk.durations.pop();
  }),
  edited("matrix-cell", "/travel/modes/walk/durations/2", ["column 1", "-5"], (p) => {
    p.travel.modes.walk.durations[2][1] = -5;
  }),
  edited(
    "matrix-half",
    "/travel/modes/walk",
    ["walk", "no durations"],
    (p) => delete p.travel.modes.walk.durations,
  ),
  edited("interval-order", "/visits/0/preferred", ["v1", at("08:15")], (p) => {
    p.visits[0].preferred = { from: at("08:15"), to: at("07:45") };
  }),
  edited("no-windows", "/visits/0/windows", ["v1"], (p) => (p.visits[0].windows = [])),
  edited("too-far-apart", "/shifts/1/to", ["2028"], (p) => (p.shifts[1].to = "2028-11-23T15:00:00+02:00")),
  edited("shift-order", "/shifts/0", ["s1", at("07:00")], (p) => {
    p.shifts[0].to = p.shifts[0].from;
    p.shifts[0].breaks = [];
  }),
  edited("break-out-of-reach", "/shifts/0/breaks/0", ["s1", "meal", at("15:00")], (p) => {
    Object.assign(p.shifts[0].breaks[0], { from: at("14:31"), to: at("16:00") });
  }),
  edited("break-delay-order", "/shifts/0/breaks/0", ["240", "120"], (p) => {
    Object.assign(p.shifts[0].breaks[0], { earliestAfterMinutes: 240, latestAfterMinutes: 120 });
  }),
  edited("link-self", "/links/0", ["v2"], (p) => (p.links[0].second = "v2")),
  edited("gap-order", "/links/0", ["301", "300"], (p) => (p.links[0].minMinutes = 301)),
  pinned(
    "pin-conflict",
    "/visits/0/pin",
    ["fysio-oy", "begun"],
    { providerId: "fysio-oy", begun: false },
    (p) => {
      p.providers[0].typeIds.push("demanding");
    },
  ),
  pinned("pin-begun-start", "/visits/0/pin", ["v1"], { begun: true, shiftId: "s2" }),
  pinned("pin-crew", "/visits/0/pin", ["2 shifts", "crew is 1"], { shiftId: "s2", shiftIds: ["s1"] }, (p) => {
    p.nurses[0].skills.push("registered-nurse");
  }),
  pinned("pin-same-nurse", "/visits/0/pin", ["s2", "s3", "n2"], { shiftIds: ["s2", "s3"] }, (p) => {
    p.visits[0].crewSize = 2;
    p.shifts.push({ ...p.shifts[1], id: "s3" });
  }),
  pinned("pin-outside-windows", "/visits/0/pin/start", ["v1", at("09:01")], { start: at("09:01") }),
  pinned("pin-outside-shift", "/visits/0/pin", ["s2", "30 minutes"], { shiftId: "s2" }, (p) => {
    p.shifts[1].from = at("09:01");
  }),
  pinned("pin-skill", "/visits/0/pin", ["n1", "registered-nurse"], { shiftId: "s1" }),
  pinned("pin-refused", "/visits/0/pin", ["c1", "n2"], { shiftId: "s2" }, (p) => {
    p.clients[0].refusedNurseIds = ["n2"];
  }),
  pinned("pin-provider", "/visits/0/pin/providerId", ["fysio-oy", "demanding"], { providerId: "fysio-oy" }),
  edited(
    "pin-provider-full",
    "/providers/0/maxVisits",
    ["no more than 0", "1 are pinned", "fysio-oy"],
    (p) => {
      p.visits[4].pin = { providerId: "fysio-oy" };
      p.providers[0].maxVisits = 0;
    },
  ),
];

/** Codes that a document alone cannot show; each has its own test below or elsewhere. */
const ELSEWHERE = ["json-syntax", "too-many-faults", "travel-missing"];

function faultsOf(document: unknown): readonly Fault[] {
  const result = parseProblem(document);
  return result.ok ? [] : result.faults;
}

describe("each fault of the catalogue", () => {
  it("is provoked here", () => {
    const codes = new Set<string>([...CASES.map(({ code }) => code), ...ELSEWHERE]);
    expect([...codes].toSorted()).toEqual(Object.keys(DOCUMENT_FAULTS).toSorted());
  });

  it.each(CASES.map((one) => [one.code, one] as const))("%s", (code, { path, says, edit }) => {
    const faults = faultsOf(edit(exampleProblem()));
    expect(faults.map((fault) => [fault.code, fault.path])).toEqual([[code, path]]);
    for (const word of says) expect(faults[0]!.message).toContain(word);
    expect(faults[0]!.todo).toBe(DOCUMENT_FAULTS[code].todo);
  });

  it("json-syntax", () => {
    expect(parseJson("{")).toMatchObject({ ok: false, faults: [{ code: "json-syntax" }] });
  });

  it("too-many-faults", () => {
    const visits = Array.from({ length: 30_000 }, () => 1);
    const faults = faultsOf({ ...exampleProblem(), visits });
    expect(faults.find(({ code }) => code === "too-many-faults")).toMatchObject({ path: "/visits/10000" });
  });

  it("travel-missing", () => {
    const problem: Problem = exampleProblem();
    problem.travel.modes["walk"] = {};
    expect(faultsOf(problem)).toEqual([]);
    expect(() => compileProblem(problem)).toThrow(CompileError);
    expect(() => compileProblem(problem)).toThrow(/mode walk/);
  });

  it("of a plan: unknown keys, formats and instants are told as in a problem", () => {
    const plan: Free = examplePlan();
    plan.format = "kotikierros/problem@1";
    plan.routes[0].stops[1].start = "2026-11-23T10:43:60+02:00";
    plan.routes[1].score = 1;
    plan.unserved = [{ visitId: "v1" }];
    const result = parsePlan(plan);
    if (result.ok) throw new Error("expected faults");
    expect(result.faults.map(({ code, path }) => [code, path])).toEqual([
      ["unknown-format", "/format"],
      ["instant-leap-second", "/routes/0/stops/1/start"],
      ["unknown-key", "/routes/1/score"],
      ["missing-key", "/unserved/0/reasons"],
    ]);
  });
});
