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
  /** The area's own clients and nurses; `pool`: with a nurse of both areas. */
  const dayOf = (areaId: string, pool = false) => {
    const day = officeDay(DAY);
    const own = (id: string): string => (pool && id === "aino" ? id : `${areaId}-${id}`);
    return {
      ...day,
      nurses: day.nurses.map((nurse) => ({ ...nurse, id: own(nurse.id) })),
      shifts: day.shifts.map((shift) => ({
        ...shift,
        id: `${areaId}-${shift.id}`,
        nurseId: own(shift.nurseId),
      })),
      clients: day.clients.map((client) => ({
        ...client,
        areaId,
        id: `${areaId}-${client.id}`,
        familiarNurseIds: client.familiarNurseIds?.map(own) ?? [],
      })),
      visits: day.visits.map((visit) => ({
        ...visit,
        id: `${areaId}-${visit.id}`,
        clientId: `${areaId}-${visit.clientId}`,
      })),
    };
  };
  async function draftBy(person: Person, problem: object, seed = 1): Promise<string> {
    const imported = await person.post("/problems", problem);
    expect(imported.statusCode, imported.body).toBe(201);
    const { id } = imported.json<{ id: string }>();
    const job = await person.post(`/problems/${id}/jobs`, { iterations: 20, seed });
    const { planId } = await untilState({ inject: person.get }, job.json<{ id: string }>().id, ...ENDED);
    return planId!;
  }

  it("is of her area's versions, which hold beside those of others until the whole region's does", async () => {
    const { accounts } = service.database;
    const west = await personOf(service.app, accounts, "coordinator", { areas: ["west"] });
    const whole = await personOf(service.app, accounts, "coordinator");
    const publishing = (person: Person, planId: string, more: object = {}) =>
      person.post(`/plans/${planId}/publish`, { reason: "ready", ...more });
    const heldFor = async (person: Person) => (await person.get(`/days/${DAY}/published`)).json<object>();
    const ours = await draftBy(east, dayOf("east"), 1);
    const again = await draftBy(east, dayOf("east"), 2);
    const theirs = await draftBy(west, dayOf("west"));
    expect(problemOf(await publishing(east, theirs)).code).toBe("plan-unknown");
    // Two of her own at once: one wins, the other is told the difference.
    const both = await Promise.all([publishing(east, ours), publishing(east, again)]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    const held = both[0]!.statusCode === 200 ? ours : again;
    const lost = problemOf(both.find(({ statusCode }) => statusCode === 409)!);
    expect(lost["difference"]).toMatchObject({ from: held });
    // What she may not see cannot be named, and is not told.
    const named = await publishing(west, theirs, { replaces: held });
    expect(problemOf(named)).toMatchObject({ code: "version-outdated", difference: null });
    expect(named.body).not.toContain(held);
    expect((await west.get(`/days/${DAY}/published`)).statusCode).toBe(404);

    expect((await publishing(west, theirs)).statusCode).toBe(200);
    expect(await heldFor(east)).toMatchObject({ planId: held, areas: ["east"], beside: [] });
    expect(await heldFor(west)).toMatchObject({ planId: theirs, areas: ["west"], beside: [] });
    expect(await heldFor(whole)).toMatchObject({ planId: theirs, beside: [{ planId: held }] });
    const days = async (person: Person) =>
      (await person.get(`/days?from=${DAY}&to=${DAY}`)).json<{ days: object[] }>().days;
    expect(await days(east)).toMatchObject([{ publishedPlanId: held }]);
    expect(await days(whole)).toMatchObject([{ publishedPlanId: theirs }]);
    const state = async (id: string) => (await whole.get(`/plans/${id}/version`)).json<{ state: string }>();
    expect([(await state(held)).state, (await state(theirs)).state]).toEqual(["published", "published"]);
    // Lists, the live day and what happens are of both.
    for (const nurseId of ["east-aino", "west-aino"]) {
      const list = await whole.get(`/nurses/${nurseId}/visits?date=${DAY}`);
      expect(list.json<{ rounds: unknown[] }>().rounds.length, list.body).toBeGreaterThan(0);
    }
    const live = (await whole.get(`/days/${DAY}/live`)).json<{ visits: { visitId: string }[] }>();
    expect(live.visits).toHaveLength(12);
    const ownLive = (await east.get(`/days/${DAY}/live`)).json<{ visits: { visitId: string }[] }>();
    expect(ownLive.visits.every(({ visitId }) => visitId.startsWith("east-"))).toBe(true);
    expect(ownLive.visits).toHaveLength(6);

    // An alarm goes to the version of its client.
    for (const [areaId, parentId] of Object.entries({ east: held, west: theirs })) {
      const alarm = {
        id: `at-${areaId}`,
        clientId: `${areaId}-c1`,
        typeId: "basic",
        at: `${DAY}T10:00:00+02:00`,
      };
      const drafted = await whole.post("/alarms", alarm);
      expect(drafted.json(), drafted.body).toMatchObject({ parentId });
    }

    // The whole region: it must know of both.
    const [one, other] = [dayOf("east"), dayOf("west")];
    const region = await draftBy(whole, {
      ...one,
      nurses: [...one.nurses, ...other.nurses],
      shifts: [...one.shifts, ...other.shifts],
      clients: [...one.clients, ...other.clients],
      visits: [...one.visits, ...other.visits],
    });
    const refused = problemOf(await publishing(whole, region, { replaces: held }));
    expect(refused).toMatchObject({ code: "version-outdated", holding: [theirs, held] });
    expect((await publishing(whole, region, { replaces: refused["holding"] })).statusCode).toBe(200);
    expect(await heldFor(whole)).toMatchObject({ planId: region, areas: ["east", "west"], beside: [] });
    expect([(await state(held)).state, (await state(theirs)).state]).toEqual(["replaced", "replaced"]);
  }, 180_000);

  it("sends no nurse to two areas at once", async () => {
    const { accounts } = service.database;
    const [north, south] = await Promise.all(
      ["north", "south"].map((area) => personOf(service.app, accounts, "coordinator", { areas: [area] })),
    );
    const first = await draftBy(north!, dayOf("north", true));
    expect((await north!.post(`/plans/${first}/publish`, { reason: "ready" })).statusCode).toBe(200);
    const second = await draftBy(south!, dayOf("south", true));
    const refused = problemOf(await south!.post(`/plans/${second}/publish`, { reason: "ready" }));
    expect(refused.code).toBe("nurses-elsewhere");
    expect(refused["detail"]).toContain("aino");
    // Her visits given to nobody for now, the others can be told their rounds.
    const plan = (await south!.get(`/plans/${second}`)).json<Plan>();
    const hersNow = plan.routes
      .filter(({ shiftId }) => shiftId === "south-a")
      .flatMap(({ stops }) => stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visitId] : [])));
    const edited = await south!.post(`/plans/${second}/edits`, {
      reason: "aino is in the north",
      edits: hersNow.map((visitId) => ({ kind: "tray", visitId })),
    });
    const { id } = edited.json<{ id: string }>();
    expect((await south!.post(`/plans/${id}/publish`, { reason: "ready" })).statusCode).toBe(200);
  }, 180_000);
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
