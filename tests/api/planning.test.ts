/** The way of a day over the API: import, plan, read the plan and the nurse's list. */
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallDay } from "./support/day.js";
import {
  checkStored,
  ENDED,
  importProblem,
  problemOf,
  type Service,
  startJob,
  startService,
  temporaryFolder,
  untilState,
} from "./support/service.js";

const temporary = temporaryFolder();
let service: Service;
let problemId: string;
let planId: string;

beforeAll(async () => {
  service = await startService({ file: `${temporary.folder}/day.sqlite` });
  problemId = await importProblem(service.app, smallDay());
  const started = await startJob(service.app, problemId, { iterations: 200 });
  const job = await untilState(service.app, started.id, ...ENDED);
  expect(job).toMatchObject({ state: "done", error: null, attempts: 1 });
  planId = job.planId!;
});

afterAll(async () => {
  await service.close();
  temporary.remove();
});

describe("an imported problem", () => {
  it("answers 201 with its place and what it holds", async () => {
    const answer = await service.app.inject({
      method: "POST",
      url: "/problems",
      headers: { "content-type": "application/gzip" },
      payload: gzipSync(JSON.stringify(smallDay())),
    });
    expect(answer.statusCode).toBe(201);
    const body = answer.json<{ id: string }>();
    expect(answer.headers.location).toBe(`/problems/${body.id}`);
    expect(body).toMatchObject({
      timeZone: "Europe/Helsinki",
      firstDate: "2026-11-23",
      lastDate: "2026-11-24",
      visits: 4,
      clients: 3,
      nurses: 3,
      shifts: 3,
      lacksTravel: false,
    });
    const again = await service.app.inject(`/problems/${body.id}`);
    expect(again.json()).toEqual(body);
  });

  it("gives the document back as it came, packed or not", async () => {
    const plain = await service.app.inject(`/problems/${problemId}/document`);
    expect(plain.json()).toEqual(smallDay());
    expect(plain.headers["content-encoding"]).toBeUndefined();
    const packed = await service.app.inject({
      url: `/problems/${problemId}/document`,
      headers: { "accept-encoding": "br, gzip" },
    });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    const refused = await service.app.inject({
      url: `/problems/${problemId}/document`,
      headers: { "accept-encoding": "gzip;q=0" },
    });
    expect(refused.json()).toEqual(smallDay());
  });

  it("keeps one document however often it comes", async () => {
    const before = await service.database.prisma.problemDocument.count();
    await importProblem(service.app, smallDay());
    expect(await service.database.prisma.problemDocument.count()).toBe(before);
  });

  it("leaves standing data behind: clients, nurses, visit types, shifts and visits", async () => {
    const { prisma } = service.database;
    expect((await prisma.client.findMany()).map(({ id }) => id).sort()).toEqual(["c1", "c2", "c3"]);
    expect(await prisma.nurse.findUnique({ where: { id: "n1" } })).toMatchObject({
      name: "Aino Virtanen",
      skills: '["nurse"]',
      areaIds: '["east"]',
    });
    expect(await prisma.visitType.findUnique({ where: { id: "basic" } })).toMatchObject({
      name: '{"fi":"Perus"}',
    });
    expect(await prisma.shift.count({ where: { problemId } })).toBe(3);
    expect(await prisma.visit.findFirst({ where: { problemId, id: "v1" } })).toMatchObject({
      clientId: "c1",
      minutes: 30,
      crewSize: 1,
      remote: false,
      placeName: "Katu 1",
    });
  });
});

describe("a stored plan", () => {
  it("passes the checker, with the verdict stored beside it", async () => {
    const plan = await checkStored(service.database, planId);
    expect(plan.unserved).toEqual([]);
    const verdict = (await service.app.inject(`/plans/${planId}/verdict`)).json();
    expect(verdict).toMatchObject({ valid: true, violations: [], facts: { visits: 4, unserved: 0 } });
  });

  it("has an ETag and answers 304 to it, weak or strong, alone or in a list", async () => {
    const first = await service.app.inject(`/plans/${planId}`);
    const tag = String(first.headers.etag);
    expect(tag).toMatch(/^"[0-9a-f]{64}"$/);
    for (const header of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const answer = await service.app.inject({
        url: `/plans/${planId}`,
        headers: { "if-none-match": header },
      });
      expect([answer.statusCode, answer.body, answer.headers.etag]).toEqual([304, "", tag]);
    }
    const other = await service.app.inject({ url: `/plans/${planId}`, headers: { "if-none-match": '"x"' } });
    expect(other.statusCode).toBe(200);
  });

  it("comes as the job's result with the verdict", async () => {
    const { jobId } = await service.database.prisma.planVersion.findUniqueOrThrow({ where: { id: planId } });
    const result = (await service.app.inject(`/jobs/${jobId}/result`)).json<{ plan: object }>();
    expect(result).toMatchObject({ planId, valid: true, unserved: 0, verdict: { valid: true } });
    expect(result.plan).toEqual((await service.app.inject(`/plans/${planId}`)).json());
  });

  it("shows its routes with what the problem says of each visit", async () => {
    const { routes } = (await service.app.inject(`/plans/${planId}/routes`)).json<{
      routes: { shiftId: string; stops: { kind: string; visitId?: string }[] }[];
    }>();
    expect(routes.map(({ shiftId }) => shiftId)).toEqual(["day", "night"]);
    expect(routes[1]!.stops.map(({ visitId }) => visitId)).toEqual(["v3", "v4"]);
    expect(routes[0]!.stops.map(({ kind }) => kind).sort()).toEqual(["break", "visit", "visit"]);
  });

  it("cannot be changed in the database", async () => {
    const { prisma } = service.database;
    // A trigger refuses it; Prisma's adapter has only this name for that.
    const REFUSED = "Foreign key constraint";
    await expect(prisma.planVersion.update({ where: { id: planId }, data: { digest: "x" } })).rejects.toThrow(
      REFUSED,
    );
    await expect(prisma.verdict.update({ where: { planId }, data: { valid: false } })).rejects.toThrow(
      REFUSED,
    );
    await expect(
      prisma.problem.update({ where: { id: problemId }, data: { timeZone: "UTC" } }),
    ).rejects.toThrow(REFUSED);
  });
});

interface DayView {
  planId: string;
  rounds: { shiftId: string; stops: Record<string, unknown>[] }[];
}

async function visitsOf(nurse: string, date: string): Promise<DayView> {
  const answer = await service.app.inject(`/nurses/${nurse}/visits?date=${date}`);
  expect(answer.statusCode).toBe(200);
  return answer.json<DayView>();
}

describe("a nurse's visit list", () => {
  it("has visits and breaks in order with all that the phone shows", async () => {
    const day = await visitsOf("n1", "2026-11-23");
    expect(day).toMatchObject({ nurseId: "n1", date: "2026-11-23", timeZone: "Europe/Helsinki", planId });
    const [round] = day.rounds;
    const visits = round!.stops.filter(({ kind }) => kind === "visit");
    expect(visits[0]).toMatchObject({
      visitId: "v1",
      clientId: "c1",
      typeId: "basic",
      minutes: 30,
      place: { id: "home1", name: "Katu 1" },
    });
    const plan = (await service.app.inject(`/plans/${planId}`)).json<{
      routes: { shiftId: string; stops: { start: string; end: string; arrival?: string }[] }[];
    }>();
    const inPlan = plan.routes.find(({ shiftId }) => shiftId === "day")!.stops;
    expect(round!.stops.map(({ start, end, arrival }) => ({ start, end, arrival }))).toEqual(
      inPlan.map(({ start, end, arrival }) => ({ start, end, arrival })),
    );
  });

  it("puts a stop on the date on which it starts, by the problem's time zone", async () => {
    const evening = await visitsOf("n2", "2026-11-23");
    expect(evening.rounds.flatMap(({ stops }) => stops.map(({ visitId }) => visitId))).toEqual(["v3"]);
    // 01:00 in Helsinki is still the 23rd in UTC.
    const night = await visitsOf("n2", "2026-11-24");
    expect(night.rounds.flatMap(({ stops }) => stops.map(({ visitId }) => visitId))).toEqual(["v4"]);
  });

  it("is not planned where only another's night reaches into the date", async () => {
    expect(problemOf(await service.app.inject("/nurses/n1/visits?date=2026-11-24")).code).toBe(
      "day-unplanned",
    );
  });

  it("is empty for a nurse without work on a planned date", async () => {
    expect((await visitsOf("n3", "2026-11-23")).rounds).toEqual([]);
  });

  it("answers 404 for an unknown nurse and an unplanned date, 400 for what is no date", async () => {
    const codes = async (url: string) => problemOf(await service.app.inject(url)).code;
    expect(await codes("/nurses/nobody/visits?date=2026-11-23")).toBe("nurse-unknown");
    expect(await codes("/nurses/n1/visits?date=2027-01-01")).toBe("day-unplanned");
    expect(await codes("/nurses/n1/visits?date=23.11.2026")).toBe("request-invalid");
    expect(await codes("/nurses/n1/visits?date=2026-13-01")).toBe("request-invalid");
    expect(await codes("/nurses/n1/visits")).toBe("request-invalid");
  });

  it("comes from the date's latest plan, and another date's plan does not touch it", async () => {
    const job = await startJob(service.app, problemId, { iterations: 10, seed: 7 });
    const later = await untilState(service.app, job.id, "done");
    await startJob(service.app, await importProblem(service.app, smallDay("2026-12-01", "2026-12-02")), {
      iterations: 10,
    }).then(({ id }) => untilState(service.app, id, "done"));
    expect((await visitsOf("n1", "2026-11-23")).planId).toBe(later.planId);
    const url = "/nurses/n1/visits?date=2026-11-23";
    const tag = String((await service.app.inject(url)).headers.etag);
    expect((await service.app.inject({ url, headers: { "if-none-match": tag } })).statusCode).toBe(304);
  });
});
