/** Learned durations are calibrated; figures add up; continuity and equity keep their laws. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../src/domain/dates.js";
import type { ActualEvent, DaySheet, PastDay, SheetVisit } from "../../src/planning/actuals/index.js";
import {
  calibrate,
  continuityChange,
  continuityOf,
  equityOf,
  lastedOf,
  type Meeting,
  quantileOf,
  withEquity,
} from "../../src/planning/ledger/index.js";
import { addTallies, emptyTally, keyFigures, summarise, tallyOf } from "../../src/planning/life/index.js";
import { normalNumbers, randomNumbers } from "../support/random.js";
import { samplePlan, sampleProblem } from "../support/sampleDay.js";

function visitOf(id: string, client: number, start: number): SheetVisit {
  return {
    visitId: id,
    clientId: `c${client}`,
    typeId: client % 2 === 0 ? "basic" : "demanding",
    areaId: null,
    minutes: 30,
    how: "served",
    shiftIds: ["s"],
    nurseIds: ["n"],
    start,
    end: start + 1800,
    window: { from: start - 1800, to: start + 1800 },
    preferred: null,
    familiarNurseIds: [],
  };
}

function sheetOf(date: string, visits: readonly SheetVisit[]): DaySheet {
  return {
    date,
    planId: `plan-${date}`,
    timeZone: "Europe/Helsinki",
    rounds: [],
    visits: new Map(visits.map((visit) => [visit.visitId, visit])),
    gaps: [],
    idle: [],
    tally: emptyTally(),
    areaTallies: new Map(),
    skills: new Map(),
  };
}

function event(date: string, visitId: string, kind: "check-in" | "check-out", at: number): ActualEvent {
  return {
    id: `${date}-${visitId}-${kind}`,
    kind,
    date,
    nurseId: "n",
    visitId,
    clientId: null,
    at,
    sentAt: null,
    receivedAt: at,
    usedAt: at,
    minutes: null,
    flags: [],
    author: null,
  };
}

/** Days of twelve clients, each with her own pace; lengths are skewed as real ones are. */
function recordedDays(count: number, seed: number): PastDay[] {
  const random = randomNumbers(seed);
  const normal = normalNumbers(random);
  return Array.from({ length: count }, (_, day) => {
    const date = addDays("2026-08-01", day);
    const morning = Date.parse(`${date}T05:00:00Z`) / 1000;
    const visits = Array.from({ length: 12 }, (__, client) =>
      visitOf(`v${client}`, client, morning + 3600 * client),
    );
    const events = visits.flatMap(({ visitId, start }, client) => {
      const seconds = Math.round((15 + 2 * client) * 60 * Math.exp(0.35 * normal()));
      return [event(date, visitId, "check-in", start!), event(date, visitId, "check-out", start! + seconds)];
    });
    return {
      date,
      sheet: sheetOf(date, visits),
      published: {
        date,
        held: [{ planId: `plan-${date}`, firstId: `plan-${date}` }],
        planIds: [`plan-${date}`],
      },
      events,
    };
  });
}

describe("learned durations", () => {
  it("hold on held-back days: the share within the quantile is within five points of it", () => {
    for (const seed of [1, 2, 3]) {
      const lasted = lastedOf(recordedDays(120, seed));
      for (const quantile of [0.5, 0.7, 0.8, 0.9]) {
        const { visits, withinShare } = calibrate(lasted, addDays("2026-08-01", 60), {
          quantile,
          leastVisits: 5,
        });
        expect(visits).toBe(720);
        expect([seed, quantile, Math.abs(withinShare! - quantile) <= 0.05]).toEqual([seed, quantile, true]);
      }
    }
  });

  it("lie between the least and the greatest, and grow with the quantile", () => {
    const values = fc.array(fc.integer({ min: 60, max: 20_000 }), { minLength: 1, maxLength: 40 });
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (all, a, b) => {
        const [low, high] = [quantileOf(all, Math.min(a, b)), quantileOf(all, Math.max(a, b))];
        expect(low).toBeGreaterThanOrEqual(Math.min(...all));
        expect(high).toBeLessThanOrEqual(Math.max(...all));
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });

  it("leave out what a wrong clock or a forgotten check-out says", () => {
    const [day] = recordedDays(1, 1);
    const half = { ...day!, events: day!.events.filter(({ kind }) => kind === "check-in") };
    expect(lastedOf([half])).toEqual([]);
    const flagged = {
      ...day!,
      events: day!.events.map((one) => ({ ...one, flags: ["ahead-of-time" as const] })),
    };
    expect(lastedOf([flagged])).toEqual([]);
    expect(lastedOf([day!])).toHaveLength(12);
  });
});

describe("key figures", () => {
  it("of parts add up to those of the whole", () => {
    const [problem, plan] = [sampleProblem(), samplePlan()];
    const whole = summarise(tallyOf(problem, plan), "shifts");
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (sides) => {
        const part = (side: boolean) =>
          tallyOf(problem, plan, {
            shiftIds: new Set(problem.shifts.filter((_, at) => sides[at] === side).map(({ id }) => id)),
            visitIds: new Set(problem.visits.filter((_, at) => sides[at + 8] === side).map(({ id }) => id)),
          });
        expect(summarise(addTallies([part(true), part(false)]), "shifts")).toEqual(whole);
      }),
      { numRuns: 50 },
    );
    expect(keyFigures(problem, plan)).toEqual(whole);
  });

  it("are at most eight, and all else is detail", () => {
    const { detail, ...headlines } = keyFigures(sampleProblem(), samplePlan());
    expect(Object.keys(headlines)).toHaveLength(8);
    expect(detail.byType.reduce((sum, { visits }) => sum + visits, 0)).toBe(sampleProblem().visits.length);
  });

  it("price visits by the catalogue where it has prices", () => {
    const prices = new Map([["basic", { purchaserEuros: 40.1, clientEuros: null }]]);
    const { byType } = keyFigures(sampleProblem(), samplePlan(), prices).detail;
    const basic = byType.find(({ typeId }) => typeId === "basic")!;
    expect(basic.purchaserEuros).toBeCloseTo((basic.served + basic.bought) * 40.1, 2);
    expect(basic.clientEuros).toBeNull();
    expect(byType.find(({ typeId }) => typeId === "demanding")!.purchaserEuros).toBeNull();
  });
});

const meeting = (date: string, client: number, nurse: number): Meeting => ({
  date,
  visitId: `v-${date}-${client}-${nurse}`,
  clientId: `c${client}`,
  areaId: null,
  nurseId: `n${nurse}`,
  at: Date.parse(`${date}T10:00:00Z`) / 1000,
});
const meetings = fc.array(
  fc
    .record({
      day: fc.integer({ min: 0, max: 60 }),
      client: fc.integer({ min: 0, max: 2 }),
      nurse: fc.integer({ min: 0, max: 8 }),
    })
    .map(({ day, client, nurse }) => meeting(addDays("2026-09-01", day), client, nurse)),
  { maxLength: 60 },
);
const noon = (): number => 12;
const LAST = addDays("2026-09-01", 60);

describe("continuity", () => {
  it("counts what counting by hand counts", () => {
    fc.assert(
      fc.property(meetings, (all) => {
        for (const { clientId, short, long, familiarNurseIds } of continuityOf(all, LAST, noon)) {
          const own = all.filter((one) => one.clientId === clientId);
          const recent = own.filter(({ date }) => date > addDays(LAST, -14));
          expect(short).toMatchObject({
            visits: recent.length,
            nurses: new Set(recent.map(({ nurseId }) => nurseId)).size,
          });
          expect(long.visits).toBe(own.length);
          if (long.nurses <= 5) expect(long.mostFamiliarPercent).toBe(100);
          for (const id of familiarNurseIds) {
            expect(own.filter(({ nurseId }) => nurseId === id).length).toBeGreaterThanOrEqual(3);
          }
          expect(familiarNurseIds.length).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  it("does not change by a draft that plans what is published", () => {
    fc.assert(
      fc.property(meetings, (all) => {
        const draft = all.filter(({ date }) => date === LAST);
        for (const { before, after } of continuityChange(all, draft, new Set([LAST]), noon)) {
          expect(after).toEqual(before);
        }
      }),
    );
  });

  it("tells the nurses whom a draft brings for the first time", () => {
    const known = [1, 2, 3].map((day) => meeting(addDays("2026-09-01", day), 0, 1));
    const [change] = continuityChange(known, [meeting(LAST, 0, 2)], new Set([LAST]), noon);
    expect(change).toMatchObject({
      clientId: "c0",
      newNurseIds: ["n2"],
      after: { long: { nurses: 2, visits: 4 } },
    });
  });
});

describe("equity", () => {
  it("puts first who was let down most, and makes her visits dearer to leave out, nobody's cheaper", () => {
    const days = recordedDays(3, 5).map((day) => ({
      ...day,
      first: null,
      // c1 is never visited; c2 is visited an hour late.
      events: day.events
        .filter(({ visitId }) => visitId !== "v1")
        .map((one) => (one.visitId === "v2" ? { ...one, usedAt: one.usedAt + 5400 } : one)),
    }));
    const ledger = equityOf(days);
    expect(ledger.slice(0, 3)).toMatchObject([
      { clientId: "c1", droppedVisits: 3, score: 120 },
      { clientId: "c2", lateVisits: 3, lateMinutes: 180, score: 60 },
      { score: 0 },
    ]);
    const problem = sampleProblem();
    const { problem: raisedProblem, raised } = withEquity(problem, ledger, 100);
    expect(raised.find(({ clientId }) => clientId === "c1")).toMatchObject({ percent: 100 });
    for (const [at, visit] of raisedProblem.visits.entries()) {
      const was = problem.visits[at]!;
      expect(visit.unservedCost ?? 100_000).toBeGreaterThanOrEqual(was.unservedCost ?? 100_000);
      expect({ ...visit, unservedCost: 0 }).toEqual({ ...was, unservedCost: 0 });
    }
    expect(withEquity(problem, [], 100).raised).toEqual([]);
  });
});
