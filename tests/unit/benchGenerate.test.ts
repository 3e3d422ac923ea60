/** The generator: same seed same day, valid documents, and the statistics that docs/performance.md states. */
import { describe, expect, it } from "vitest";
import { parseProblem, type Plan, type Problem } from "../../src/contracts/index.js";
import { absenceDay, busiestNurse } from "../../bench/generate/absence.js";
import { FEATURES, generateDay, type FeatureName } from "../../bench/generate/index.js";
import { apportion } from "../../bench/generate/draw.js";

const EVERY = Object.keys(FEATURES) as FeatureName[];

function faultsOf(problem: Problem): readonly unknown[] {
  const read = parseProblem(JSON.parse(JSON.stringify(problem)));
  return read.ok ? [] : read.faults;
}

const minutes = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000;

describe("generateDay", () => {
  it("gives the same day for the same seed and another for another", () => {
    const text = (seed: number) => JSON.stringify(generateDay({ visits: 40, seed, features: EVERY }));
    expect(text(5)).toBe(text(5));
    expect(text(5)).not.toBe(text(6));
  });

  it.each(["city", "valley", "towns"] as const)("makes valid documents in the layout %s", (layout) => {
    for (const visits of [1, 2, 7, 60]) {
      expect(faultsOf(generateDay({ visits, seed: visits, layout, features: EVERY }))).toEqual([]);
      expect(faultsOf(generateDay({ visits, seed: visits, layout, plain: true }))).toEqual([]);
    }
  });

  it("makes a valid document with each feature alone", () => {
    for (const feature of EVERY) {
      const problem = generateDay({ visits: 60, seed: 3, features: [feature] });
      expect(faultsOf(problem), feature).toEqual([]);
    }
  });

  it("leaves the rest of the day alone when a feature is added", () => {
    const without = generateDay({ visits: 50, seed: 9, features: ["preferred"] });
    const more = generateDay({ visits: 50, seed: 9, features: ["preferred", "crews", "providers"] });
    expect(more.places).toEqual(without.places);
    for (const visit of more.visits) delete visit.crewSize;
    expect(more.visits).toEqual(without.visits);
  });

  it.each(["2026-03-29", "2026-10-25"])("makes a valid day of the clock change on %s", (date) => {
    expect(faultsOf(generateDay({ visits: 40, seed: 2, date, features: EVERY }))).toEqual([]);
  });

  it("writes no matrices when asked for none", () => {
    const { travel } = generateDay({ visits: 10, seed: 1, travel: "none" });
    expect(travel.modes).toEqual({ car: { perStopSeconds: 180 } });
  });

  it("refuses options that contradict one another", () => {
    expect(() => generateDay({ visits: 0, seed: 1 })).toThrow(/visits/);
    expect(() => generateDay({ visits: 5, seed: 1, plain: true, features: ["crews"] })).toThrow(/crews/);
  });
});

describe("the statistics of a day", () => {
  const day = generateDay({ visits: 960, seed: 4 });
  const share = (count: number) => count / day.visits.length;
  const rounds = [1, 2, 3].map(
    (n) => day.clients.filter((c) => day.visits.filter((v) => v.clientId === c.id).length === n).length,
  );

  it("has the visit mix of the shared days", () => {
    const ofType = (id: string) => share(day.visits.filter((v) => v.typeId === id).length);
    expect(ofType("basic")).toBeGreaterThan(0.62);
    expect(ofType("basic")).toBeLessThan(0.75);
    expect(ofType("demanding")).toBeGreaterThan(0.17);
    expect(ofType("demanding")).toBeLessThan(0.28);
    expect(ofType("rehabilitative")).toBeGreaterThan(0.04);
    expect(ofType("rehabilitative")).toBeLessThan(0.11);
    expect(rounds[0]! / day.clients.length).toBeCloseTo(0.56, 1);
    expect(rounds[1]! / day.clients.length).toBeCloseTo(0.27, 1);
  });

  it("has enough hours of staff, and the shifts of the shared days", () => {
    const work = day.visits.reduce((sum, v) => sum + v.minutes * (v.crewSize ?? 1), 0);
    const staff = day.shifts.reduce((sum, s) => sum + minutes(s.from, s.to), 0);
    expect(staff / work).toBeGreaterThan(1.6);
    expect(staff / work).toBeLessThan(2.3);
    const evening = day.shifts.filter((s) => s.from.includes("T14:00")).length / day.shifts.length;
    expect(evening).toBeGreaterThan(0.2);
    expect(evening).toBeLessThan(0.28);
  });

  it("keeps the preferred time inside the window and the window inside the day", () => {
    for (const visit of day.visits) {
      const [window] = visit.windows;
      expect(Date.parse(visit.preferred!.from)).toBeGreaterThanOrEqual(Date.parse(window!.from));
      expect(Date.parse(visit.preferred!.to)).toBeLessThanOrEqual(Date.parse(window!.to));
      expect(Date.parse(visit.preferred!.from)).toBeLessThanOrEqual(Date.parse(visit.preferred!.to));
    }
  });

  it("has travel times like a road map's: a little asymmetric, and no shorter way by a third place", () => {
    const { durations } = day.travel.modes["car"]!;
    const legs = durations as number[][];
    const size = 60;
    let uneven = 0;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        if (legs[i]![j] !== legs[j]![i]) uneven++;
        for (let k = 0; k < size; k++) {
          if (k === i || k === j) continue;
          // Doors lie beside the road; rounding may cost a second on each leg.
          expect(legs[i]![j]!).toBeLessThanOrEqual(legs[i]![k]! + legs[k]![j]! + 2);
        }
      }
    }
    expect(uneven / size / size).toBeGreaterThan(0.5);
  });
});

describe("apportion", () => {
  it("gives exactly as many as asked, as near to the shares as whole numbers allow", () => {
    const made = apportion(10, [
      ["a", 0.4],
      ["b", 0.32],
      ["c", 0.2],
      ["d", 0.08],
    ]);
    expect(made.join("")).toBe("aaaabbbccd");
    expect(apportion(0, [["a", 1]])).toEqual([]);
  });
});

describe("absenceDay", () => {
  const problem = generateDay({ visits: 12, seed: 8, features: ["preferred"] });
  const [first, second] = problem.shifts;
  const stop = (visitId: string) =>
    ({ kind: "visit", visitId, arrival: first!.from, start: first!.from, end: first!.from }) as const;
  const route = (shiftId: string, ...visits: string[]) => ({
    shiftId,
    departure: first!.from,
    return: first!.to,
    stops: visits.map(stop),
  });
  const plan: Plan = {
    format: "kotikierros/plan@1",
    routes: [route(first!.id, "v1", "v2", "v3"), route(second!.id, "v3")],
    unserved: [],
  };
  problem.visits[0]!.pin = { shiftId: first!.id };
  problem.visits[3]!.pin = { shiftId: second!.id };

  it("takes the busiest nurse's shifts away, frees their pins and keeps the plan as previous", () => {
    const nurseId = busiestNurse(problem, plan);
    expect(nurseId).toBe(first!.nurseId);
    const day = absenceDay(problem, plan, { nurseId });
    expect(day.shifts.map((s) => s.id)).toEqual(problem.shifts.slice(1).map((s) => s.id));
    expect(day.previous?.visits["v3"]).toEqual({ shiftIds: [first!.id, second!.id], start: first!.from });
    expect(day.visits[0]!.pin).toBeUndefined();
    expect(day.visits[3]!.pin).toEqual({ shiftId: second!.id });
    expect(day.weights).toMatchObject({ moved: 300, shifted: 0 });
    expect(faultsOf(day)).toEqual([]);
  });

  it("refuses a nurse without a shift", () => {
    expect(() => absenceDay(problem, plan, { nurseId: "nobody" })).toThrow(/nobody/);
  });
});
