/** What changes over time, lived through: a nurse with two shifts on a date, a place moved on the map. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Plan, Problem } from "../../src/contracts/index.js";
import { fillInThread } from "../../src/jobs/index.js";
import { get, planByJob, post, publish } from "./support/life.js";
import { put } from "./support/office.js";
import { type Service, startService, temporaryFolder } from "./support/service.js";
import { putOffice, smallOffice } from "./support/standing.js";

const DATE = "2026-11-23";
const temporary = temporaryFolder();
let service: Service;
beforeAll(async () => {
  service = await startService({
    file: `${temporary.folder}/time.sqlite`,
    fill: (bytes, _estimate, kill) => fillInThread(bytes, true, kill, { osrm: null, database: null }),
  });
  const office = smallOffice();
  // Bo works the day and the night after it; nobody else may make the visit after midnight.
  await putOffice(service.database, {
    ...office,
    clients: office.clients!.map((client) =>
      client.id === "c3" ? { ...client, bannedNurseIds: ["aino", "cia"] } : client,
    ),
    requirements: office.requirements!.map((one) => (one.id === "r3" ? { ...one, trainee: false } : one)),
  });
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

async function generate(date: string): Promise<string> {
  const answer = await post(service.app, "/days/generate", { from: date });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ problems: { problemId: string }[] }>().problems[0]!.problemId;
}

describe("a nurse with two shifts on a date", () => {
  it("has both rounds in her list, which never overlap, and the rest between them is judged", async () => {
    const planId = await planByJob(service.app, await generate(DATE));
    expect((await publish(service.app, planId)).statusCode).toBe(200);
    const { routes } = await get<Plan>(service.app, `/plans/${planId}`);
    const [day, night] = [`bo-${DATE}`, `bo-night-${DATE}`].map((id) =>
      routes.find(({ shiftId }) => shiftId === id)!,
    );
    expect(Date.parse(day!.return)).toBeLessThanOrEqual(Date.parse(night!.departure));
    const { rounds } = await get<{ rounds: { shiftId: string; stops: { start: string }[] }[] }>(
      service.app,
      `/nurses/bo/visits?date=${DATE}`,
    );
    expect(rounds.map(({ shiftId }) => shiftId)).toEqual([day!.shiftId, night!.shiftId]);
    // What of the night lies after midnight is on the next date's list.
    const next = await get<{ rounds: { shiftId: string; stops: { kind: string }[] }[] }>(
      service.app,
      `/nurses/bo/visits?date=2026-11-24`,
    );
    expect(next.rounds.map(({ shiftId }) => shiftId)).toEqual([night!.shiftId]);
    const { findings } = await get<{ findings: { rule: string; nurseIds: string[] }[] }>(
      service.app,
      `/plans/${planId}/working-time`,
    );
    expect(findings.filter(({ rule }) => rule === "daily-rest").map(({ nurseIds }) => nurseIds)).toEqual([
      ["bo"],
    ]);
  });
});

describe("a place moved on the map", () => {
  it("moves in days made from then on, and not in those made before", async () => {
    const problemId = await generate(DATE);
    const planId = await planByJob(service.app, problemId);
    const read = async () => [
      (await service.app.inject(`/problems/${problemId}/document`)).body,
      (await service.app.inject(`/plans/${planId}/problem`)).body,
      (await service.app.inject(`/plans/${planId}/routes`)).body,
      (await service.app.inject(`/plans/${planId}/verdict`)).body,
    ];
    const before = await read();
    const place = await service.app.inject("/places/h1");
    const moved = { ...place.json<{ id: string }>(), lat: 60.3 };
    expect((await put(service.app, "places", moved, place.headers.etag)).statusCode).toBe(200);
    expect(await read()).toEqual(before);

    const again = await planByJob(service.app, await generate(DATE));
    const minutesTo = (problem: Problem): number => {
      const at = (id: string): number => problem.places.findIndex((one) => one.id === id);
      return problem.travel.modes["bike"]!.durations![at("office")]![at("h1")]! / 60;
    };
    const [old, now] = [
      await get<Problem>(service.app, `/plans/${planId}/problem`),
      await get<Problem>(service.app, `/plans/${again}/problem`),
    ];
    expect(now.places.find(({ id }) => id === "h1")).toMatchObject({ lat: 60.3 });
    expect(minutesTo(now)).toBeGreaterThan(minutesTo(old) + 30);
  });
});
