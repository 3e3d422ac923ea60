/** Hours of nurses' weeks in a problem of several dates: what costs, what is never planned. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GenerationWarning, Plan, Problem } from "../../src/contracts/index.js";
import { fillInThread } from "../../src/jobs/index.js";
import { get, planByJob, post, publish } from "./support/life.js";
import { type Service, startService, temporaryFolder } from "./support/service.js";
import { putOffice, smallOffice } from "./support/standing.js";

const temporary = temporaryFolder();
let service: Service;
beforeAll(async () => {
  service = await startService({
    file: `${temporary.folder}/hours.sqlite`,
    now: () => Date.parse("2026-11-26T06:00:00Z"),
    fill: (bytes, _estimate, kill) => fillInThread(bytes, true, kill, { osrm: null, database: null }),
  });
  const office = smallOffice();
  // Three shifts of 7:30 less half an hour's lunch, 21 hours in all; two nights and three days of 8 hours.
  const hours: Record<string, object> = { aino: { weeklyHours: 18 }, bo: { mostWeeklyHours: 25 } };
  office.nurses = office.nurses!.map((nurse) => ({ ...nurse, ...hours[nurse.id] }));
  office.shifts = office.shifts!.map((shift) => ({ ...shift, maxOvertimeMinutes: 120 }));
  await putOffice(service.database, office);
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

interface GenerateAnswer {
  problems: { problemId: string; warnings: GenerationWarning[] }[];
}

const hoursOf = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 3_600_000;

async function generate(url: string, body: object) {
  const answer = await post(service.app, url, body);
  expect(answer.statusCode, answer.body).toBe(201);
  const [{ problemId, warnings }] = answer.json<GenerateAnswer>().problems as [
    GenerateAnswer["problems"][number],
  ];
  const { shifts } = await get<Problem>(service.app, `/problems/${problemId}/document`);
  return {
    problemId,
    told: warnings.filter(({ code }) => code.startsWith("weekly-hours")),
    of: (nurse: string) => shifts.filter(({ nurseId }) => nurseId === nurse),
  };
}

/** Minutes that the working-time service counts, by nurse. */
async function workedOn(from: string, to: string): Promise<ReadonlyMap<string, number>> {
  const url = `/working-time?from=${from}&to=${to}`;
  const { hours } = await get<{ hours: { nurseId: string; minutes: number }[] }>(service.app, url);
  return new Map(hours.map(({ nurseId, minutes }) => [nurseId, minutes]));
}

describe("the hours of a nurse's week", () => {
  it("beyond her contract cost, beyond the most are never planned, and those published count on a date alone", async () => {
    const alone = await generate("/days/generate", { from: "2026-11-23" });
    expect(alone.told).toEqual([]);
    expect(alone.of("aino")[0]).not.toHaveProperty("targetMinutes");
    expect(alone.of("bo")[0]!.maxOvertimeMinutes).toBe(120);

    const week = await generate("/weeks/generate", { from: "2026-11-23", to: "2026-11-25" });
    expect(week.told.map(({ code, nurseId, shiftId }) => [code, nurseId, shiftId])).toEqual([
      ["weekly-hours-exceeded", "aino", null],
      ["weekly-hours-full", "bo", "bo-night-2026-11-24"],
      ["weekly-hours-full", "bo", "bo-2026-11-25"],
      ["weekly-hours-full", "bo", "bo-night-2026-11-25"],
    ]);
    // 18 of 21 hours: 360 of 420 minutes a shift.
    expect(week.of("aino").map(({ targetMinutes }) => targetMinutes)).toEqual([360, 360, 360]);
    expect(week.of("bo").map(({ maxOvertimeMinutes }) => maxOvertimeMinutes)).toEqual([0, 0, 0]);
    const planId = await planByJob(service.app, week.problemId);
    expect((await publish(service.app, planId)).statusCode).toBe(200);
    const plan = await get<Plan>(service.app, `/plans/${planId}`);
    const bo = new Set(week.of("bo").map(({ id }) => id));
    const worked = plan.routes
      .filter(({ shiftId }) => bo.has(shiftId))
      .reduce((sum, route) => sum + hoursOf(route.departure, route.return), 0);
    expect(worked).toBeGreaterThan(0);
    expect(worked).toBeLessThanOrEqual(25);

    // The Monday again: Tuesday and Wednesday are published, and the Monday itself does not count twice.
    const others = await workedOn("2026-11-24", "2026-11-25");
    const again = await generate("/days/generate", { from: "2026-11-23" });
    const left = 18 * 60 - others.get("aino")!;
    expect(left).toBeGreaterThan(0);
    expect(again.of("aino").map(({ targetMinutes }) => targetMinutes)).toEqual([left]);
    expect(again.told.map(({ code, nurseId }) => [code, nurseId])).toContainEqual([
      "weekly-hours-exceeded",
      "aino",
    ]);
    const most = 25 * 60 - others.get("bo")!;
    const planned = again.of("bo").map(({ from, to, maxOvertimeMinutes, breaks = [] }) => {
      const paid = 60 * hoursOf(from, to) - breaks.reduce((sum, { minutes }) => sum + minutes, 0);
      return paid + maxOvertimeMinutes!;
    });
    expect(planned.reduce((sum, minutes) => sum + minutes, 0)).toBeLessThanOrEqual(most);

    // What happened counts, too: who stays longer on the Tuesday has less of her week left.
    const tuesday = plan.routes.find(({ shiftId }) => shiftId === "aino-2026-11-24")!;
    const visitId = tuesday.stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visitId] : [])).at(-1)!;
    const at = new Date(Date.parse(week.of("aino")[1]!.to) + 3_600_000).toISOString().replace(".000Z", "Z");
    const event = { id: "out-000001", kind: "check-out", nurseId: "aino", visitId, at };
    const kept = await post(service.app, "/actuals", { events: [event] });
    expect(kept.statusCode, kept.body).toBe(200);
    const stayed = (await workedOn("2026-11-24", "2026-11-25")).get("aino")! - others.get("aino")!;
    expect(stayed).toBeGreaterThanOrEqual(60);
    const last = await generate("/days/generate", { from: "2026-11-23" });
    expect(last.of("aino").map(({ targetMinutes }) => targetMinutes)).toEqual([Math.max(0, left - stayed)]);
  });
});
