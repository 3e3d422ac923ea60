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

describe("the hours of a nurse's week", () => {
  it("beyond her contract cost, and beyond the most that she may work are never planned", async () => {
    const answer = await post(service.app, "/weeks/generate", { from: "2026-11-23", to: "2026-11-25" });
    expect(answer.statusCode, answer.body).toBe(201);
    const [made] = answer.json<GenerateAnswer>().problems;
    const told = made!.warnings.filter(({ code }) => code.startsWith("weekly-hours"));
    expect(told.map(({ code, nurseId, shiftId }) => [code, nurseId, shiftId])).toEqual([
      ["weekly-hours-exceeded", "aino", null],
      ["weekly-hours-full", "bo", "bo-night-2026-11-24"],
      ["weekly-hours-full", "bo", "bo-2026-11-25"],
      ["weekly-hours-full", "bo", "bo-night-2026-11-25"],
    ]);
    const { shifts } = await get<Problem>(service.app, `/problems/${made!.problemId}/document`);
    const of = (nurse: string) => shifts.filter(({ nurseId }) => nurseId === nurse);
    // 18 of 21 hours: 360 of 420 minutes a shift.
    expect(of("aino").map(({ targetMinutes }) => targetMinutes)).toEqual([360, 360, 360]);
    expect(of("bo").map(({ maxOvertimeMinutes }) => maxOvertimeMinutes)).toEqual([0, 0, 0]);
    const planId = await planByJob(service.app, made!.problemId);
    expect((await publish(service.app, planId)).statusCode).toBe(200);
    const plan = await get<Plan>(service.app, `/plans/${planId}`);
    const bo = new Set(of("bo").map(({ id }) => id));
    const worked = plan.routes
      .filter(({ shiftId }) => bo.has(shiftId))
      .reduce((sum, route) => sum + hoursOf(route.departure, route.return), 0);
    expect(worked).toBeGreaterThan(0);
    expect(worked).toBeLessThanOrEqual(25);
  });

  it("of single dates are those of the date", async () => {
    const answer = await post(service.app, "/days/generate", { from: "2026-11-23" });
    const [made] = answer.json<GenerateAnswer>().problems;
    expect(made!.warnings.filter(({ code }) => code.startsWith("weekly-hours"))).toEqual([]);
    const { shifts } = await get<Problem>(service.app, `/problems/${made!.problemId}/document`);
    expect(shifts.find(({ id }) => id === "aino-2026-11-23")).not.toHaveProperty("targetMinutes");
    expect(shifts.find(({ id }) => id === "bo-2026-11-23")!.maxOvertimeMinutes).toBe(120);
  });
});
