/** An alarm from outside on the demo organisation: token, urgent visit, draft, publishing, the nurse's list. */
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoFixtures } from "../../src/api/demoServer.js";
import { checkPlan } from "../../src/checker/index.js";
import type { Plan, Problem, ReplannedView } from "../../src/contracts/index.js";
import { fillInThread, threadTravel } from "../../src/jobs/index.js";
import { type Person, personOf } from "./support/people.js";
import {
  ENDED,
  problemOf,
  type Service,
  startService,
  temporaryFolder,
  untilState,
} from "./support/service.js";

const DATE = "2026-11-23";
const AT = `${DATE}T10:00:00+02:00`;
const WITHIN_MINUTES = 120;
const temporary = temporaryFolder();
let service: Service;
let coordinator: Person;
let centre: { authorization: string };
let planId: string;

/** A date of the demo planned and published by the coordinator. */
async function publishDay(body: { from: string; areas?: readonly string[] }): Promise<string> {
  const made = (await coordinator.post("/days/generate", body)).json<{ problems: { problemId: string }[] }>();
  const job = (
    await coordinator.post(`/problems/${made.problems[0]!.problemId}/jobs`, { iterations: 100 })
  ).json<{ id: string }>();
  const ended = await untilState({ inject: coordinator.get }, job.id, ...ENDED);
  if (ended.planId === null) throw new Error(JSON.stringify(ended.error));
  const published = await coordinator.post(`/plans/${ended.planId}/publish`, { reason: "ready" });
  expect(published.statusCode, published.body).toBe(200);
  return ended.planId;
}

beforeAll(async () => {
  const file = path.join(temporary.folder, "alarms.sqlite");
  const roads = { osrm: null, database: file, ...demoFixtures() };
  service = await startService({
    file,
    signIn: true,
    now: () => Date.parse(AT),
    fill: (bytes, estimate, kill) => fillInThread(bytes, estimate, kill, roads),
    travel: threadTravel(roads),
  });
  const { accounts } = service.database;
  const now = new Date(AT);
  const administrator = await personOf(service.app, accounts, "administrator", {}, now);
  coordinator = await personOf(service.app, accounts, "coordinator", {}, now);
  await coordinator.post("/demo");
  planId = await publishDay({ from: DATE });
  const token = await administrator.post("/tokens", {
    name: "alarm centre",
    role: "coordinator",
    scopes: ["alarms:write"],
  });
  centre = { authorization: `Bearer ${token.json<{ secret: string }>().secret}` };
}, 180_000);
afterAll(async () => {
  await service.close();
  temporary.remove();
});

const alarm = (payload: object) =>
  service.app.inject({ method: "POST", url: "/alarms", payload, headers: centre });
const read = async <T>(url: string): Promise<T> => (await coordinator.get(url)).json<T>();
type Drafted = ReplannedView & { date: string; visitId: string };

describe("an alarm from outside", () => {
  it("becomes an urgent visit in a draft, which the coordinator publishes and the nurse sees", async () => {
    const answer = await alarm({
      id: "a-17",
      clientId: "c7",
      typeId: "basic",
      withinMinutes: WITHIN_MINUTES,
    });
    expect(answer.statusCode, answer.body).toBe(201);
    const draft = answer.json<Drafted>();
    expect(draft).toMatchObject({ date: DATE, visitId: "ALARM:a-17", parentId: planId, valid: true });
    const [plan, problem] = [
      await read<Plan>(`/plans/${draft.id}`),
      await read<Problem>(`/plans/${draft.id}/problem`),
    ];
    expect(checkPlan(problem, plan).violations).toEqual([]);
    const round = plan.routes.find(({ stops }) =>
      stops.some((stop) => stop.kind === "visit" && stop.visitId === draft.visitId),
    )!;
    const stop = round.stops.find((one) => one.kind === "visit" && one.visitId === draft.visitId)!;
    const start = Date.parse(stop.start);
    expect(start).toBeGreaterThanOrEqual(Date.parse(AT));
    expect(start).toBeLessThanOrEqual(Date.parse(AT) + WITHIN_MINUTES * 60_000);
    const { nurseId } = problem.shifts.find(({ id }) => id === round.shiftId)!;
    expect(draft.tell.nurses.find((one) => one.nurseId === nurseId)?.gets).toContain(draft.visitId);
    // A draft reaches no nurse.
    const list = async () => (await coordinator.get(`/nurses/${nurseId}/visits?date=${DATE}`)).body;
    expect(await list()).not.toContain(draft.visitId);
    expect((await coordinator.post(`/plans/${draft.id}/publish`, { reason: "alarm" })).statusCode).toBe(200);
    expect(await list()).toContain(draft.visitId);
    // Sent once more it would be a second visit of the same alarm.
    const again = await alarm({ id: "a-17", clientId: "c7", typeId: "basic" });
    expect(problemOf(again).code).toBe("replan-refused");
  });

  it("of a client whom nobody was to visit that day finds the ways there", async () => {
    const areas = (await read<{ items: { id: string }[] }>("/areas")).items.map(({ id }) => id);
    const [first, other] = areas as [string, string];
    await publishDay({ from: "2026-11-24", areas: [first] });
    const elsewhere = await read<{ items: { id: string }[] }>(`/clients?areaId=${other}`);
    const clientId = elsewhere.items[0]!.id;
    const at = "2026-11-24T09:00:00+02:00";
    const answer = await alarm({ id: "a-18", clientId, typeId: "basic", at, withinMinutes: 120 });
    expect(answer.statusCode, answer.body).toBe(201);
    const draft = answer.json<Drafted>();
    const problem = await read<Problem>(`/plans/${draft.id}/problem`);
    const plan = await read<Plan>(`/plans/${draft.id}`);
    expect(checkPlan(problem, plan).violations).toEqual([]);
    expect(problem.visits.at(-1)).toMatchObject({ id: draft.visitId, clientId });
    expect(draft.difference.counts.added).toBe(1);
    expect(plan.unserved.map(({ visitId }) => visitId)).not.toContain(draft.visitId);
  }, 60_000);

  it("is refused without its scope, for what nobody knows, and where nothing is published", async () => {
    const refusals = [
      [{ clientId: "nobody", typeId: "basic" }, "alarm-refused"],
      [{ clientId: "c7", typeId: "none" }, "alarm-refused"],
      [{ clientId: "c7", typeId: "basic", at: "2027-03-01T09:00:00+02:00" }, "day-unpublished"],
    ] as const;
    for (const [about, code] of refusals) {
      expect(problemOf(await alarm({ id: "a-19", ...about })).code).toBe(code);
    }
    const other = await service.app.inject({ url: `/days/${DATE}/versions`, headers: centre });
    expect(problemOf(other).code).toBe("access-refused");
  });
});
