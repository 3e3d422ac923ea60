/** Solomon instances: reading, truncated distances, converting, judging. */
import { describe, expect, it } from "vitest";
import { convertVrptw } from "../../bench/vrptw/convert.js";
import { evaluateVrptw } from "../../bench/vrptw/evaluate.js";
import { parseVrptw, readVrptw, tenths } from "../../bench/vrptw/instance.js";
import { parseSol, routesOf, solText } from "../../bench/vrptw/solution.js";
import { hasShared, sharedPath } from "../support/shared.js";

const TEXT = `TINY

VEHICLE
NUMBER     CAPACITY
  2         15

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0          0          0          0        100          0
    1      1          1         10          0         10          5
    2      3          4          5         20         30          5
    3      0          2          5          0         50          5
`;

const instance = parseVrptw("TINY", TEXT);
const [depot, one, two] = instance.nodes;

describe("Solomon instances", () => {
  it("are read with fleet and customers", () => {
    expect(instance).toMatchObject({ vehicles: 2, capacity: 15 });
    expect(instance.nodes[2]).toEqual({ x: 3, y: 4, demand: 5, ready: 20, due: 30, service: 5 });
    expect(() => parseVrptw("X", "nonsense")).toThrow(/X is not/);
  });

  it("have distances truncated to one decimal", () => {
    expect(tenths(depot!, one!)).toBe(14); // 1.414
    expect(tenths(depot!, two!)).toBe(50); // exactly 5
    expect(tenths(one!, two!)).toBe(36); // 3.605
  });

  it("become tenths, loads and capacities for the engine", () => {
    const data = convertVrptw(instance);
    expect(data.visits[1]).toMatchObject({
      load: 5,
      seconds: 50,
      windows: [{ from: 200, to: 300 }],
      place: 2,
    });
    expect(data.shifts).toHaveLength(2);
    expect(data.shifts[0]).toMatchObject({ capacity: 15, from: 0, to: 1000 });
  });

  it("are judged by hand-counted sums", () => {
    // 1.4 + 3.6 + 5.0 and 2.0 + 2.0
    expect(evaluateVrptw(instance, [[1, 2], [3]])).toEqual({ faults: [], cost: 14 });
  });

  it.each([
    ["a customer left out", [[1, 2]], /3 is not visited/],
    [
      "a customer visited twice",
      [
        [1, 2],
        [3, 1],
      ],
      /unknown or visited twice/,
    ],
    [
      "a customer that is not there",
      [
        [1, 2],
        [3, 9],
      ],
      /unknown or visited twice/,
    ],
    ["too late a start", [[2, 1], [3]], /after 10/],
    ["too much load", [[1, 3, 2]], /carries 20 of 15/],
    ["too many routes", [[1], [2], [3]], /2 vehicles/],
  ] as [string, number[][], RegExp][])("refuses %s", (_, routes, words) => {
    expect(evaluateVrptw(instance, routes).faults.join("\n")).toMatch(words);
  });

  it("refuses a return after the depot has closed", () => {
    const early = parseVrptw("EARLY", TEXT.replace("0        100 ", "0         25 "));
    expect(evaluateVrptw(early, [[1, 2], [3]]).faults.join("\n")).toMatch(/home at 30/);
  });

  it("write and read the .sol format", () => {
    const text = solText([[1, 2], [3]], 14);
    expect(text).toBe("Route #1: 1 2\nRoute #2: 3\nCost 14.0\n");
    expect(parseSol(text)).toEqual([[1, 2], [3]]);
    const stop = (visit: number) => ({ kind: "visit", visit, arrival: 0, start: 0, end: 0 }) as const;
    const route = { shift: 0, departure: 0, return: 0, stops: [stop(0), stop(1)] };
    expect(routesOf({ routes: [route], bought: [], unserved: [] })).toEqual([[1, 2]]);
  });
});

describe.skipIf(!hasShared("data", "vrptw"))("C101", () => {
  it("costs 827.3 with the routes that its clusters dictate", () => {
    const c101 = readVrptw(sharedPath("data", "vrptw", "solomon", "C101.txt.gz"));
    const routes = [
      [5, 3, 7, 8, 10, 11, 9, 6, 4, 2, 1, 75],
      [13, 17, 18, 19, 15, 16, 14, 12],
      [20, 24, 25, 27, 29, 30, 28, 26, 23, 22, 21],
      [32, 33, 31, 35, 37, 38, 39, 36, 34],
      [43, 42, 41, 40, 44, 46, 45, 48, 51, 50, 52, 49, 47],
      [57, 55, 54, 53, 56, 58, 60, 59],
      [67, 65, 63, 62, 74, 72, 61, 64, 68, 66, 69],
      [81, 78, 76, 71, 70, 73, 77, 79, 80],
      [90, 87, 86, 83, 82, 84, 85, 88, 89, 91],
      [98, 96, 95, 94, 92, 93, 97, 100, 99],
    ];
    expect(evaluateVrptw(c101, routes)).toEqual({ faults: [], cost: 827.3 });
  });
});
