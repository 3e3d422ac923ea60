/** Who may tell what happened, and who may see it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Plan } from "../../src/contracts/index.js";
import { get, officeDay, planByJob, publish } from "./support/life.js";
import { type Person, personOf } from "./support/people.js";
import {
  ENDED,
  importProblem,
  problemOf,
  type Service,
  startService,
  temporaryFolder,
  untilState,
} from "./support/service.js";

const temporary = temporaryFolder();
const file = `${temporary.folder}/access.sqlite`;
const now = () => Date.parse("2026-11-23T09:00:00+02:00");
let service: Service;
let aino: Person;
let east: Person;
let hers: string;
let others: string;

beforeAll(async () => {
  const open = await startService({ file, now });
  const day = officeDay();
  const problem = {
    ...day,
    clients: day.clients.map((client, index) => ({ ...client, areaId: index < 3 ? "east" : "west" })),
  };
  const planId = await planByJob(open.app, await importProblem(open.app, problem));
  await publish(open.app, planId);
  const plan = await get<Plan>(open.app, `/plans/${planId}`);
  const visitsOf = (shiftId: string): string[] =>
    plan.routes
      .filter((route) => route.shiftId === shiftId)
      .flatMap(({ stops }) => stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visitId] : [])));
  hers = visitsOf("a")[0]!;
  others = visitsOf("b")[0]!;
  await open.close();
  service = await startService({ file, signIn: true });
  const { accounts } = service.database;
  aino = await personOf(service.app, accounts, "nurse", { nurseId: "aino" });
  east = await personOf(service.app, accounts, "coordinator", { areas: ["east"] });
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

const at = "2026-11-23T08:55:00+02:00";
const event = (id: string, nurseId: string, visitId: string) => ({
  id: `access-${id}`,
  kind: "check-in",
  nurseId,
  visitId,
  date: "2026-11-23",
  at,
});

describe("publishing by whoever is limited to an area", () => {
  const DAY = "2026-11-30";
  const dayOf = (areaId: string) => {
    const day = officeDay(DAY);
    return {
      ...day,
      clients: day.clients.map((client) => ({ ...client, areaId, id: `${areaId}-${client.id}` })),
      visits: day.visits.map((visit) => ({ ...visit, clientId: `${areaId}-${visit.clientId}` })),
    };
  };
  async function draftBy(person: Person, areaId: string, seed: number): Promise<string> {
    const imported = (await person.post("/problems", dayOf(areaId))).json<{ id: string }>();
    const job = await person.post(`/problems/${imported.id}/jobs`, { iterations: 20, seed });
    const { planId } = await untilState({ inject: person.get }, job.json<{ id: string }>().id, ...ENDED);
    return planId!;
  }

  it("is of her area's versions, and neither shows nor takes away those of another", async () => {
    const { accounts } = service.database;
    const west = await personOf(service.app, accounts, "coordinator", { areas: ["west"] });
    const whole = await personOf(service.app, accounts, "coordinator");
    const publishing = (person: Person, planId: string, more: object = {}) =>
      person.post(`/plans/${planId}/publish`, { reason: "ready", ...more });
    const [ours, again] = [await draftBy(east, "east", 1), await draftBy(east, "east", 2)];
    const theirs = await draftBy(west, "west", 1);
    expect(problemOf(await publishing(east, theirs)).code).toBe("plan-unknown");
    // Two of her own at once: one wins, the other is told the difference.
    const both = await Promise.all([publishing(east, ours), publishing(east, again)]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    const held = both[0]!.statusCode === 200 ? ours : again;
    const lost = problemOf(both.find(({ statusCode }) => statusCode === 409)!);
    expect(lost["difference"]).toMatchObject({ from: held });
    for (const more of [{}, { replaces: held }, { replaces: null }]) {
      const refused = await publishing(west, theirs, more);
      expect(problemOf(refused)).toMatchObject({ code: "version-outdated", difference: null });
      expect(refused.body).not.toContain(held);
    }
    expect((await west.get(`/days/${DAY}/published`)).statusCode).toBe(404);
    expect((await east.get(`/days/${DAY}/published`)).json()).toMatchObject({ planId: held });
    // Who sees every area may.
    expect((await publishing(whole, theirs, { replaces: held })).statusCode).toBe(200);
  });
});

describe("what happened, by who asks", () => {
  it("lets a nurse tell of her own visits only; anything else is not there for her", async () => {
    const answer = await aino.post("/actuals", {
      events: [event("own", "aino", hers), event("name", "bo", others), event("visit", "aino", others)],
    });
    expect(answer.statusCode).toBe(200);
    const { events } = answer.json<{ events: { refusal: string | null }[] }>();
    expect(events.map(({ refusal }) => refusal)).toEqual([null, "not-yours", "visit-unknown"]);
    const period = "from=2026-11-23&to=2026-11-23";
    expect((await aino.get(`/actuals?${period}`)).statusCode).toBe(404);
    expect((await aino.get(`/actuals?${period}&nurseId=bo`)).statusCode).toBe(404);
    const own = await aino.get(`/actuals?${period}&nurseId=aino`);
    expect(own.json<{ events: { id: string; author: string }[] }>().events).toMatchObject([
      { id: "access-own", author: aino.id },
    ]);
    expect((await aino.get("/days/2026-11-23/live")).statusCode).toBe(403);
  });

  it("shows a coordinator of one area the visits of that area", async () => {
    const day = (await east.get("/days/2026-11-23/live")).json<{
      visits: { clientId: string }[];
      counts: Record<string, number>;
    }>();
    expect(day.visits.map(({ clientId }) => clientId).toSorted()).toEqual(["c1", "c2", "c3"]);
    expect(Object.values(day.counts).reduce((sum, count) => sum + count, 0)).toBe(3);
    const { rows } = (await east.get("/actuals/done?from=2026-11-23&to=2026-11-23&by=client")).json<{
      rows: { key: string }[];
    }>();
    expect(rows.map(({ key }) => key)).toEqual(["c1", "c2", "c3"]);
  });

  it("tells the figures of a period for her areas, which add up to those of all", async () => {
    const { accounts } = service.database;
    const whole = await personOf(service.app, accounts, "purchaser");
    const west = await personOf(service.app, accounts, "purchaser", { areas: ["west"] });
    interface Figures {
      days: number;
      detail: { visits: number; paidMinutes: number; visitMinutes: number; travelMinutes: number };
      done: { plannedVisits: number };
    }
    const of = async (person: Person, more = "") =>
      (await person.get(`/figures?from=2026-11-23&to=2026-11-23${more}`)).json<Figures>();
    const [all, here, there] = [await of(whole), await of(east), await of(west)];
    expect([all.days, here.days]).toEqual([1, 1]);
    expect(all.detail.visits).toBe(here.detail.visits + there.detail.visits);
    expect(here.done.plannedVisits).toBe(3);
    for (const key of ["paidMinutes", "visitMinutes", "travelMinutes"] as const) {
      expect(here.detail[key]).toBeGreaterThan(0);
      expect(Math.abs(all.detail[key] - here.detail[key] - there.detail[key])).toBeLessThanOrEqual(1);
    }
    expect(await of(whole, "&areaId=east")).toEqual(here);
    const other = await east.get("/figures?from=2026-11-23&to=2026-11-23&areaId=west");
    expect(other.statusCode).toBe(404);
  });

  it("takes problems and days from her that have her areas' clients only", async () => {
    const day = officeDay("2026-11-25");
    const within = (areaId: string) => ({
      ...day,
      clients: day.clients.map((client, index) => ({ ...client, areaId: index === 0 ? areaId : "east" })),
    });
    expect((await east.post("/problems", within("west"))).statusCode).toBe(403);
    const { id } = (await east.post("/problems", within("east"))).json<{ id: string }>();
    expect((await east.get(`/problems/${id}`)).statusCode).toBe(200);
    const asked = { from: "2026-11-25" };
    expect((await east.post("/days/generate", { ...asked, areas: ["west"] })).statusCode).toBe(403);
    expect((await east.post("/days/generate", asked)).statusCode).toBe(201);
  });
});
