/** Published home health care instances: reading, converting, judging. */
import { describe, expect, it } from "vitest";
import { checkHhcrspByContract } from "../../bench/hhcrsp/contract.js";
import { convertHhcrsp, wholeScale } from "../../bench/hhcrsp/convert.js";
import { evaluateHhcrsp } from "../../bench/hhcrsp/evaluate.js";
import { parseHhcrsp, readHhcrsp, type HhcrspInstance } from "../../bench/hhcrsp/instance.js";
import { publishHhcrsp } from "../../bench/hhcrsp/solution.js";
import type { Solution } from "../../solver/index.js";
import { hasShared, sharedPath } from "../support/shared.js";

/** One single patient and one of each kind of pair; distances with one decimal, not symmetric. */
const SMALL = {
  patients: [
    { id: "p1", time_window: [10, 20], required_caregivers: [{ service: "a", duration: 5 }] },
    {
      id: "p2",
      time_window: [0, 100],
      required_caregivers: [
        { service: "a", duration: 5 },
        { service: "b", duration: 7 },
      ],
      synchronization: { type: "simultaneous" },
    },
    {
      id: "p3",
      time_window: [30.9999, 60],
      required_caregivers: [
        { service: "b", duration: 4 },
        { service: "a", duration: 6 },
      ],
      synchronization: { type: "sequential", distance: [5, 8] },
    },
  ],
  caregivers: [
    { id: "c1", abilities: ["a"] },
    { id: "c2", abilities: ["b", "a"] },
  ],
  distances: [
    [0, 12.5, 3, 4],
    [12, 0, 6, 7],
    [3, 6, 0, 2],
    [4, 7, 2, 0],
  ],
};

const instance = parseHhcrsp("small", SMALL);
const at = (patient: string, service: string, start: number, duration: number) => ({
  patient,
  service,
  arrival_time: start,
  departure_time: start + duration,
});
/** A published solution that can be changed. */
interface Draft {
  routes: { caregiver_id: string; locations: ReturnType<typeof at>[] }[];
}
/** p1 is 4 late: distance 12.5 + 6 + 2 + 4 + (3 + 2 + 4) = 33.5, lateness 4, worst 4. */
const GOOD: Draft = {
  routes: [
    { caregiver_id: "c1", locations: [at("p1", "a", 24, 5), at("p2", "a", 35, 5), at("p3", "a", 48, 6)] },
    { caregiver_id: "c2", locations: [at("p2", "b", 35, 7), at("p3", "b", 44, 4)] },
  ],
};

describe("the evaluator of published home care solutions", () => {
  // start(second) - start(first) of p3 must be 5 to 8: 48 - 44 is too little, 52 - 44 is right.
  const held = structuredClone(GOOD);
  held.routes[0]!.locations[2] = at("p3", "a", 52, 6);

  it("counts distance, lateness of every service and the worst of them, by hand", () => {
    const verdict = evaluateHhcrsp(instance, held);
    expect(verdict.faults).toEqual([]);
    expect(verdict).toMatchObject({ distance: 33.5, tardiness: 4, worst: 4 });
    expect(verdict.cost).toBeCloseTo(41.5 / 3, 9);
  });

  const broken: [string, RegExp, (s: Draft) => void][] = [
    ["a gap that is too short", /between starts/, (s) => (s.routes[0]!.locations[2] = at("p3", "a", 48, 6))],
    [
      "starts apart that must be one",
      /between starts/,
      (s) => (s.routes[1]!.locations[0] = at("p2", "b", 36, 7)),
    ],
    ["a start before the window", /before 10/, (s) => (s.routes[0]!.locations[0] = at("p1", "a", 9, 5))],
    [
      "a start before one can be there",
      /can be there/,
      (s) => (s.routes[0]!.locations[1] = at("p2", "a", 34, 5)),
    ],
    ["a wrong duration", /does not last/, (s) => (s.routes[0]!.locations[0] = at("p1", "a", 24, 4))],
    ["a service left out", /is not done/, (s) => s.routes[0]!.locations.shift()],
    ["a service done twice", /twice/, (s) => s.routes[1]!.locations.push(at("p1", "a", 80, 5))],
    ["a service nobody asked for", /not required/, (s) => s.routes[1]!.locations.push(at("p1", "b", 80, 5))],
    [
      "a caregiver without the ability",
      /cannot do/,
      (s) => s.routes[0]!.locations.push(at("p2", "b", 80, 7)),
    ],
  ];
  it.each(broken)("refuses %s", (_, words, spoil) => {
    const solution = structuredClone(held);
    spoil(solution);
    expect(evaluateHhcrsp(instance, solution).faults.join("\n")).toMatch(words);
    expect(checkHhcrspByContract(instance, solution).violations).not.toEqual([]);
  });

  it("agrees with the product's checker, which reads the same files as contract documents", () => {
    const { violations, cost } = checkHhcrspByContract(instance, held);
    expect(violations).toEqual([]);
    expect(cost).toBeCloseTo(evaluateHhcrsp(instance, held).cost, 9);
  });

  it("refuses one caregiver for both services", () => {
    const alone = {
      ...SMALL,
      patients: [{ ...SMALL.patients[2]! }],
      distances: [
        [0, 4],
        [4, 0],
      ],
    };
    const route = { caregiver_id: "c2", locations: [at("p3", "b", 31, 4), at("p3", "a", 37, 6)] };
    const { faults } = evaluateHhcrsp(parseHhcrsp("alone", alone), { routes: [route] });
    expect(faults).toEqual(["c2 does both services of p3"]);
  });
});

describe("the conversion of published home care instances", () => {
  it("makes every number whole, truncates windows and makes each service a visit", () => {
    const { data, scale, services } = convertHhcrsp(instance);
    expect(scale).toBe(10);
    expect(data.visits.map((v) => v.id)).toEqual(["p1/a", "p2/a", "p2/b", "p3/b", "p3/a"]);
    expect(services[4]).toEqual({ patient: 2, service: 1 });
    expect(data.visits[3]!.windows[0]!.from).toBe(300);
    expect(data.visits[3]!.preferred).toEqual({ from: 300, to: 600 });
    expect(Array.from(data.modes[0]!.legs.subarray(0, 4))).toEqual([0, 125, 30, 40]);
    expect(data.links).toEqual([
      { kind: "gap", first: 1, second: 2, min: 0, max: 0 },
      { kind: "different-nurse", a: 1, b: 2 },
      { kind: "gap", first: 3, second: 4, min: 50, max: 80 },
      { kind: "different-nurse", a: 3, b: 4 },
    ]);
  });

  it("publishes a solution with starts and ends in the publication's units", () => {
    const problem = convertHhcrsp(instance);
    const stop = (visit: number, start: number, seconds: number) =>
      ({ kind: "visit", visit, arrival: start, start, end: start + seconds }) as const;
    const solution: Solution = {
      routes: [
        { shift: 1, departure: 0, return: 600, stops: [stop(2, 350, 70), stop(3, 440, 40)] },
        {
          shift: 0,
          departure: 0,
          return: 620,
          stops: [stop(0, 240, 50), stop(1, 350, 50), stop(4, 520, 60)],
        },
      ],
      bought: [],
      unserved: [],
    };
    const published = publishHhcrsp(instance, problem, solution);
    expect(published.routes[1]!.locations[0]).toEqual({
      patient: "p2",
      service: "b",
      arrival_time: 35,
      departure_time: 42,
    });
    expect(evaluateHhcrsp(instance, published)).toMatchObject({ faults: [], tardiness: 4, distance: 33.5 });
  });

  it("refuses documents that are no such instance", () => {
    expect(() => parseHhcrsp("x", { patients: [] })).toThrow(/x is not an instance/);
    expect(() => parseHhcrsp("x", { ...SMALL, distances: [[0]] })).toThrow(/4 x 4/);
    const unpaired: Record<string, unknown>[] = structuredClone(SMALL.patients);
    for (const patient of unpaired) delete patient["synchronization"];
    expect(() => parseHhcrsp("x", { ...SMALL, patients: unpaired })).toThrow(/p2/);
  });
});

describe.skipIf(!hasShared("data", "hhcrsp"))("the published files", () => {
  it("reads a file of each set with its own scale", () => {
    const scale = (path: string): [HhcrspInstance, number] => {
      const read = readHhcrsp(sharedPath("data", "hhcrsp", path));
      return [read, wholeScale(read)];
    };
    const [a1, a1Scale] = scale("mankowska/A1.json.gz");
    expect([a1.patients.length, a1Scale]).toEqual([10, 1000]);
    expect(a1.patients[8]!.gap).toEqual({ min: 51, max: 102 });
    const [kummer, kummerScale] = scale("kummer/HHCRSP_10_3_11_0.4_R_C.json.gz");
    expect([kummer.patients.length, kummerScale]).toEqual([10, 1]);
    const [udine, udineScale] = scale("italian/018-udine-r17-p356-s3-sim21.2-seq21.7.json.gz");
    expect([udine.patients.length, udineScale]).toEqual([356, 1]);
    expect(udine.patients.every((p) => Number.isInteger(p.ready) && Number.isInteger(p.due))).toBe(true);
  });
});
