/** What a nurse's phone asks of the API beside her visits. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NurseDay, NurseNotes, NurseShifts, ReadingOutcomes } from "../../src/contracts/nurseDay.js";
import type { RecordChange } from "../../src/planning/standing/ports.js";
import { get, officeDay, planByJob, post, publish } from "./support/life.js";
import { importProblem, problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

const temporary = temporaryFolder();
let service: Service;
let now = Date.parse("2026-11-23T06:00:00+02:00");

beforeAll(async () => {
  service = await startService({ file: `${temporary.folder}/phone.sqlite`, now: () => now });
  const problem = officeDay();
  const pair = problem.visits[0]!;
  pair.crewSize = 2;
  problem.nurses[0]!.name = "Aino Virtanen";
  problem.nurses[1]!.name = "Bo Ek";
  problem.nurses[2]!.name = "Cia Lind";
  problem.visitTypes[0]!.name = { fi: "Peruskäynti", sv: "Basbesök" };
  const planId = await planByJob(service.app, await importProblem(service.app, problem));
  expect((await publish(service.app, planId)).statusCode).toBe(200);
});

afterAll(async () => {
  await service.close();
  temporary.remove();
});

const dayOf = (nurse: string) => get<NurseDay>(service.app, `/nurses/${nurse}/visits?date=2026-11-23`);
const visitsOf = (day: NurseDay) =>
  day.rounds.flatMap(({ stops }) => stops.filter((stop) => stop.kind === "visit"));

/** Who makes the visit of two, and the others' days. */
async function pair(): Promise<{ nurseId: string; day: NurseDay; crew: string[] }[]> {
  const days = await Promise.all(
    ["aino", "bo", "cia"].map(async (nurseId) => ({ nurseId, day: await dayOf(nurseId) })),
  );
  return days.flatMap(({ nurseId, day }) => {
    const visit = visitsOf(day).find(({ visitId }) => visitId === "v1");
    return visit === undefined ? [] : [{ nurseId, day, crew: visit.crew.map((other) => other.nurseId) }];
  });
}

describe("a nurse's visits", () => {
  it("name the crew's other nurse, the client's languages and the visit type", async () => {
    const both = await pair();
    expect(both).toHaveLength(2);
    const [first, second] = both;
    expect(first!.crew).toEqual([second!.nurseId]);
    expect(second!.crew).toEqual([first!.nurseId]);
    const visit = visitsOf(first!.day).find(({ visitId }) => visitId === "v1")!;
    expect(visit.client.languages).toEqual(["sv"]);
    expect(visit.typeName).toEqual({ fi: "Peruskäynti", sv: "Basbesök" });
    expect(visit.crew[0]!.name).toMatch(/^(Aino Virtanen|Bo Ek|Cia Lind)$/);
    expect(visitsOf(first!.day).filter(({ visitId }) => visitId !== "v1")[0]?.crew ?? []).toEqual([]);
  });

  it("have the tasks of their requirement, also after a re-plan with a problem of its own", async () => {
    const { prisma } = service.database;
    const { id: problemId } = await prisma.problem.findFirstOrThrow();
    const origin = (visitId: string, tasks: string[]) => ({
      visitId,
      requirementId: "r1",
      validFrom: "2026-01-01",
      decisionId: "d1",
      date: "2026-11-23",
      occurrence: 1,
      critical: false,
      tasks,
    });
    await prisma.generation.create({
      data: {
        problemId,
        fromDate: "2026-11-23",
        toDate: "2026-11-23",
        warnings: "[]",
        visits: JSON.stringify([origin("v1", ["Medicine", "Breakfast"]), origin("v2", [])]),
        createdAt: new Date(now),
      },
    });
    const { nurseId } = (await pair())[0]!;
    const tasks = new Map(visitsOf(await dayOf(nurseId)).map((visit) => [visit.visitId, visit.tasks]));
    expect(tasks.get("v1")).toEqual(["Medicine", "Breakfast"]);
    expect([...tasks.values()].filter((list) => list.length > 0)).toHaveLength(1);
  });

  it("say what she has reported of them, and nothing of what her partner has", async () => {
    const [first, second] = await pair();
    const event = (kind: string, time: string) => ({
      id: `told-${kind}`,
      kind,
      nurseId: first!.nurseId,
      visitId: "v1",
      date: "2026-11-23",
      at: `2026-11-23T${time}:00+02:00`,
    });
    const told = async (nurseId: string) =>
      visitsOf(await dayOf(nurseId)).find(({ visitId }) => visitId === "v1")!.told;
    expect(await told(first!.nurseId)).toEqual({ state: "planned", begunAt: null, endedAt: null });
    now = Date.parse("2026-11-23T08:20:00+02:00");
    await post(service.app, "/actuals", { events: [event("check-out", "08:15")] });
    await post(service.app, "/actuals", { events: [event("check-in", "07:40")] });
    expect(await told(first!.nurseId)).toEqual({
      state: "done",
      begunAt: "2026-11-23T07:40:00+02:00",
      endedAt: "2026-11-23T08:15:00+02:00",
    });
    expect(await told(second!.nurseId)).toMatchObject({ state: "planned" });
    now = Date.parse("2026-11-23T06:00:00+02:00");
  });

  it("are asked for again without being sent again", async () => {
    const url = "/nurses/aino/visits?date=2026-11-23";
    const { headers } = await service.app.inject(url);
    const again = await service.app.inject({ url, headers: { "if-none-match": String(headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
  });
});

describe("a nurse's shifts", () => {
  it("are those of the dates' plans, without clients", async () => {
    const week = await get<NurseShifts>(service.app, "/nurses/cia/shifts?from=2026-11-23&to=2026-11-29");
    expect(week).toEqual({
      nurseId: "cia",
      timeZone: "Europe/Helsinki",
      now: "2026-11-23T04:00:00.000Z",
      shifts: [
        {
          shiftId: "c",
          date: "2026-11-23",
          from: "2026-11-23T07:00:00+02:00",
          to: "2026-11-23T15:00:00+02:00",
          mode: "car",
        },
      ],
      unknown: ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"],
    });
    expect(await get<NurseShifts>(service.app, "/nurses/cia/shifts?from=2026-12-24&to=2026-12-24")).toEqual({
      nurseId: "cia",
      timeZone: null,
      now: "2026-11-23T04:00:00.000Z",
      shifts: [],
      unknown: ["2026-12-24"],
    });
  });

  it("are those of the rota where nothing is planned, without what she is absent", async () => {
    const shift = (id: string, nurseId: string, date: string) => ({
      id,
      nurseId,
      date,
      from: "14:00",
      to: "21:30",
      startPlaceId: "office",
      endPlaceId: "office",
    });
    const records = [
      ["shifts", shift("later", "cia", "2026-12-25")],
      ["shifts", shift("ill", "cia", "2026-12-26")],
      ["shifts", shift("half", "cia", "2026-12-27")],
      ["shifts", shift("other", "aino", "2026-12-28")],
      ["absences", { id: "a1", nurseId: "cia", from: "2026-12-26", to: "2026-12-27", toTime: "18:00" }],
    ] as const;
    const changes = records.map(([kind, record]): RecordChange => ({
      kind,
      id: record.id,
      version: "",
      record,
      revision: 1,
    }));
    await service.database.standing.store.transact((transaction) =>
      transaction.write(changes, { author: "coordinator-1", changedAt: new Date(now) }),
    );
    const { shifts, unknown, timeZone } = await get<NurseShifts>(
      service.app,
      "/nurses/cia/shifts?from=2026-12-24&to=2026-12-28",
    );
    expect(shifts.map(({ shiftId, from, to, mode }) => [shiftId, from, to, mode])).toEqual([
      ["later", "2026-12-25T14:00:00+02:00", "2026-12-25T21:30:00+02:00", null],
      ["half", "2026-12-27T18:00:00+02:00", "2026-12-27T21:30:00+02:00", null],
    ]);
    expect([unknown, timeZone]).toEqual([["2026-12-24"], "Europe/Helsinki"]);
  });

  it("are refused for dates in the wrong order, too many days and an unknown nurse", async () => {
    const code = async (url: string) => problemOf(await service.app.inject(url)).code;
    expect(await code("/nurses/cia/shifts?from=2026-11-24&to=2026-11-23")).toBe("request-invalid");
    expect(await code("/nurses/cia/shifts?from=2026-11-01&to=2026-12-02")).toBe("request-invalid");
    expect(await code("/nurses/nobody/shifts?from=2026-11-01&to=2026-11-02")).toBe("nurse-unknown");
  });
});

describe("access notes", () => {
  it("are no part of the visits, and are never kept by what lies between", async () => {
    now = Date.parse("2026-11-23T06:00:00+02:00");
    const answer = await service.app.inject("/nurses/aino/notes?date=2026-11-23");
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.json<NurseNotes>()).toMatchObject({ nurseId: "aino", date: "2026-11-23" });
    expect(problemOf(await service.app.inject("/nurses/aino/notes?date=2027-01-01")).code).toBe(
      "day-unplanned",
    );
  });

  it("are told when they were read, each reading once", async () => {
    const nurseId = (await pair())[0]!.nurseId;
    const reading = (id: string, visitId: string) => ({
      id,
      visitId,
      date: "2026-11-23",
      at: "2026-11-23T07:40:00+02:00",
    });
    const send = async (...readings: object[]) =>
      (await post(service.app, `/nurses/${nurseId}/note-readings`, { readings })).json<ReadingOutcomes>()
        .outcomes;
    expect(await send(reading("reading-1", "v1"), reading("reading-2", "gone"))).toEqual([
      { id: "reading-1", outcome: "stored", onRound: true },
      { id: "reading-2", outcome: "stored", onRound: false },
    ]);
    expect(await send(reading("reading-1", "v1"), reading("reading-3", "v1"))).toEqual([
      { id: "reading-1", outcome: "duplicate", onRound: true },
      { id: "reading-3", outcome: "stored", onRound: true },
    ]);
    const stored = await service.database.phone.listReadings(nurseId, "2026-11-23");
    expect(stored.map(({ id, visitId, onRound }) => [id, visitId, onRound])).toEqual([
      ["reading-1", "v1", true],
      ["reading-2", "gone", false],
      ["reading-3", "v1", true],
    ]);
    expect(stored[0]).toMatchObject({
      readAt: new Date("2026-11-23T05:40:00Z"),
      receivedAt: new Date(now),
    });
    await expect(
      service.database.prisma.noteReading.deleteMany({ where: { id: "reading-1" } }),
    ).rejects.toThrow(/foreign key|append-only/i);
    expect(await service.database.phone.listReadings(nurseId, "2026-11-23")).toHaveLength(3);
  });
});
