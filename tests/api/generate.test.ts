/** From requirements to a published day, over the API. */
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { GenerationWarning, Plan, Problem } from "../../src/contracts/index.js";
import { fillInThread } from "../../src/jobs/index.js";
import { get, officeDay, planByJob, post, publish } from "./support/life.js";
import {
  ENDED,
  importProblem,
  problemOf,
  type Service,
  startJob,
  startService,
  temporaryFolder,
  untilState,
} from "./support/service.js";
import { type Office, putOffice, smallOffice } from "./support/standing.js";

interface Answer {
  problems: {
    date: string;
    problemId: string | null;
    visits: number;
    shifts: number;
    warnings: GenerationWarning[];
  }[];
}

let service: Service;
let remove: () => void;
beforeEach(async () => {
  const folder = temporaryFolder();
  remove = folder.remove;
  const file = `${folder.folder}/test.sqlite`;
  service = await startService({
    file,
    fill: (bytes, estimate, kill) => fillInThread(bytes, estimate, kill, { osrm: null, database: file }),
  });
});
afterEach(async () => {
  await service.close();
  remove();
});

async function generate(body: object, url = "/days/generate"): Promise<Answer["problems"]> {
  const answer = await post(service.app, url, body);
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`);
  return answer.json<Answer>().problems;
}

async function document(id: string | null): Promise<Problem> {
  const gzip = await service.database.problems.findDocument(id ?? "");
  if (gzip === null) throw new Error(`problem ${id} is not stored`);
  return JSON.parse(gunzipSync(gzip).toString("utf8")) as Problem;
}

/** The problem of one date, made from the office with some records replaced. */
async function day(date: string, change: (office: Office) => void = () => {}, more: object = {}) {
  const office = smallOffice();
  change(office);
  await putOffice(service.database, office);
  const [made] = await generate({ from: date, ...more });
  return { made: made!, problem: await document(made!.problemId) };
}

const codes = (warnings: readonly GenerationWarning[]): string[] => warnings.map(({ code }) => code);
const visitIds = (problem: Problem): string[] => problem.visits.map(({ id }) => id).toSorted();

describe("a day made from standing data", () => {
  it("has the visits of the date, windows in local time, and those after midnight of its night", async () => {
    const { problem } = await day("2026-11-23");
    expect(visitIds(problem)).toEqual([
      "r1:2026-11-23",
      "r2:2026-11-23:1",
      "r2:2026-11-23:2",
      "r2:2026-11-23:3",
      "r3:2026-11-23",
      "r4:2026-11-24",
    ]);
    const visit = problem.visits.find(({ id }) => id === "r1:2026-11-23")!;
    expect(visit.windows).toEqual([{ from: "2026-11-23T07:30:00+02:00", to: "2026-11-23T09:30:00+02:00" }]);
    expect(visit.unservedCost).toBe(200_000);
    const night = problem.visits.find(({ id }) => id === "r4:2026-11-24")!;
    expect(night.windows[0]!.from).toBe("2026-11-24T01:00:00+02:00");
    expect(problem.visits.find(({ id }) => id === "r3:2026-11-23")!.crewSize).toBe(2);
    expect(problem.links).toEqual([
      { kind: "gap", first: "r2:2026-11-23:1", second: "r2:2026-11-23:2", minMinutes: 240 },
    ]);
  });

  it("has shifts with buffers, breaks from their start, pool cars as far as there are, and providers", async () => {
    const { made, problem } = await day("2026-11-23");
    expect(problem.shifts.map(({ id, nurseId, mode, useCost }) => [id, nurseId, mode, useCost ?? 0])).toEqual(
      [
        ["cia-2026-11-23", "cia", "walk", 20_500],
        ["aino-2026-11-23", "aino", "car", 0],
        ["bo-2026-11-23", "bo", "bike", 0],
        ["bo-night-2026-11-23", "bo", "bike", 0],
      ],
    );
    const aino = problem.shifts.find(({ nurseId }) => nurseId === "aino")!;
    expect([aino.from, aino.to]).toEqual(["2026-11-23T07:10:00+02:00", "2026-11-23T14:40:00+02:00"]);
    expect(aino.breaks).toEqual([
      { id: "break-1", minutes: 30, from: "2026-11-23T10:00:00+02:00", to: "2026-11-23T12:30:00+02:00" },
    ]);
    expect(problem.shifts.at(-1)!.to).toBe("2026-11-24T06:00:00+02:00");
    expect(problem.providers).toEqual([{ id: "firm", typeIds: ["basic"], maxVisits: 2, cost: 15_000 }]);
    expect(made.warnings).toMatchObject([
      { code: "vehicle-short", severity: "warning", shiftId: "bo-2026-11-23", nurseId: "bo" },
    ]);
    expect(problem.nurses.find(({ id }) => id === "aino")).toMatchObject({
      areaIds: ["east"],
      skills: ["nurse"],
    });
    expect(problem.nurses.find(({ id }) => id === "bo")).not.toHaveProperty("areaIds");
  });

  it("goes on as any other day: job, plan, publishing, a nurse's list, tasks of a visit", async () => {
    const { made } = await day("2026-11-23");
    const started = await startJob(service.app, made.problemId!, { iterations: 60, estimate: true });
    const done = await untilState(service.app, started.id, ...ENDED);
    if (done.planId === null) throw new Error(JSON.stringify(done.error));
    const plan = await get<Plan>(service.app, `/plans/${done.planId}`);
    expect(plan.unserved).toEqual([]);
    expect(await get(service.app, `/plans/${done.planId}/verdict`)).toMatchObject({ valid: true });
    expect((await publish(service.app, done.planId)).statusCode).toBe(200);
    const night = await get<{ rounds: { stops: { visitId?: string }[] }[] }>(
      service.app,
      "/nurses/bo/visits?date=2026-11-24",
    );
    expect(night.rounds.flatMap(({ stops }) => stops.map(({ visitId }) => visitId))).toContain(
      "r4:2026-11-24",
    );
    const origin = await get<{ visits: { visitId: string; tasks: string[]; requirementId: string }[] }>(
      service.app,
      `/problems/${made.problemId}/generation`,
    );
    expect(origin.visits.find(({ visitId }) => visitId === "r1:2026-11-23")).toMatchObject({
      requirementId: "r1",
      tasks: ["insuliini", "aamupala"],
    });
  });

  it("comes out byte for byte the same, and a range has a problem for each date", async () => {
    await putOffice(service.database, smallOffice());
    const [one, two, three, none] = await generate({ from: "2026-11-23", to: "2026-11-26" });
    const [again] = await generate({ from: "2026-11-23" });
    const digest = async (id: string | null) => (await service.database.problems.find(id ?? ""))!.digest;
    expect(await digest(again!.problemId)).toBe(await digest(one!.problemId));
    expect([one!.visits, two!.visits, three!.visits]).toEqual([6, 5, 6]);
    expect(none).toMatchObject({ date: "2026-11-26", shifts: 0, visits: 5 });
    expect(codes(none!.warnings)).toContain("no-shifts");
  });
});

describe("capacity before solving", () => {
  it("names shortage and peak of the problem made", async () => {
    const { made } = await day("2026-11-25", (office) => {
      office.absences = [{ id: "x", nurseId: "aino", from: "2026-11-25", to: "2026-11-25" }];
    });
    // On this date the permit of the other nurse has run out, so nobody may make the demanding visit.
    const capacity = await get<{
      groups: { skills: string[]; nurses: number; peak: { from: string } | null }[];
      shortages: { skills: string[]; visitIds: string[]; message: string }[];
    }>(service.app, `/problems/${made.problemId}/capacity`);
    expect(capacity.shortages).toMatchObject([{ skills: ["nurse"], visitIds: ["r3:2026-11-25"] }]);
    expect(capacity.shortages[0]!.message).toContain("who have 0");
    expect(capacity.groups[0]).toMatchObject({ skills: [], nurses: 2 });
    // One nurse at night, and a visit that starts within the hour from one.
    expect(capacity.groups[0]!.peak!.from).toBe("2026-11-26T01:00:00+02:00");
    expect(problemOf(await service.app.inject("/problems/none/capacity")).code).toBe("problem-unknown");
  });
});

describe("decisions", () => {
  const decision = (more: object) => (office: Office) => {
    office.decisions = office.decisions!.map((one) => (one.id === "d-c1" ? { ...one, ...more } : one));
  };

  it("that have expired make no visits and are told", async () => {
    const { made, problem } = await day("2026-11-23", decision({ validTo: "2026-11-22" }));
    expect(visitIds(problem)).not.toContain("r1:2026-11-23");
    expect(made.warnings).toContainEqual(
      expect.objectContaining({
        code: "decision-expired",
        severity: "warning",
        decisionId: "d-c1",
        clientId: "c1",
        requirementId: "r1",
        date: "2026-11-23",
      }),
    );
  });

  it("that are overdue make visits only if that is asked for, and are told either way", async () => {
    const { made, problem } = await day("2026-11-23", decision({ reviewBy: "2026-11-20" }));
    expect(visitIds(problem)).not.toContain("r1:2026-11-23");
    expect(codes(made.warnings)).toContain("decision-overdue");
    const [accepted] = await generate({ from: "2026-11-23", acceptOverdue: ["d-c1"] });
    expect(visitIds(await document(accepted!.problemId))).toContain("r1:2026-11-23");
    expect(codes(accepted!.warnings)).toContain("decision-overdue");
  });

  it("that begin later, or are not there, make no visits and are told", async () => {
    const { made } = await day("2026-11-23", (office) => {
      decision({ validFrom: "2026-12-01" })(office);
      office.requirements = office.requirements!.map((one) =>
        one.id === "r4" ? { ...one, decisionId: "d-lost" } : one,
      );
    });
    expect(codes(made.warnings)).toEqual(expect.arrayContaining(["decision-not-begun", "decision-missing"]));
    expect(made.visits).toBe(4);
  });

  it("that grant fewer hours than are planned are told", async () => {
    const { made } = await day("2026-11-23", decision({ grantedHours: 3 }));
    expect(made.warnings).toContainEqual(
      expect.objectContaining({
        code: "hours-exceeded",
        decisionId: "d-c1",
        message: expect.stringContaining("3.5 hours"),
      }),
    );
  });
});

describe("absences", () => {
  it("of clients suspend visits, by the hour on the first and last date", async () => {
    const { made, problem } = await day("2026-11-23", (office) => {
      office["away-periods"] = [
        { id: "a1", clientId: "c1", from: "2026-11-20", to: "2026-11-24", reason: "hospital" },
        { id: "a2", clientId: "c2", from: "2026-11-23", fromTime: "12:30" },
      ];
    });
    expect(visitIds(problem)).toEqual([
      "r2:2026-11-23:1",
      "r2:2026-11-23:2",
      "r3:2026-11-23",
      "r4:2026-11-24",
    ]);
    expect(problem.visits.find(({ id }) => id === "r2:2026-11-23:2")!.windows).toEqual([
      { from: "2026-11-23T11:30:00+02:00", to: "2026-11-23T12:29:59+02:00" },
    ]);
    expect(codes(made.warnings).filter((code) => code === "client-away")).toHaveLength(2);
  });

  it("of nurses and closures of units take shifts or parts of them", async () => {
    const { made, problem } = await day("2026-11-23", (office) => {
      office.absences = [
        {
          id: "x1",
          nurseId: "aino",
          from: "2026-11-23",
          to: "2026-11-23",
          fromTime: "10:00",
          toTime: "12:00",
        },
        { id: "x2", nurseId: "cia", from: "2026-11-01" },
      ];
      office.closures = [{ id: "k1", unitId: "unit", from: "2026-11-23", fromTime: "15:30" }];
    });
    expect(problem.shifts.map(({ id, from, to }) => [id, from.slice(11, 16), to.slice(11, 16)])).toEqual([
      ["aino-2026-11-23", "07:10", "10:00"],
      ["bo-2026-11-23", "08:00", "15:30"],
      ["aino-2026-11-23#2", "12:00", "14:40"],
    ]);
    expect(new Set(codes(made.warnings))).toEqual(
      new Set(["vehicle-short", "nurse-absent", "unit-closed", "break-dropped"]),
    );
  });
});

describe("what changes over time", () => {
  it("a permit that runs out no longer counts", async () => {
    const before = await day("2026-11-24");
    expect(before.problem.nurses.find(({ id }) => id === "bo")!.skills).toEqual(["nurse"]);
    const [after] = await generate({ from: "2026-11-25" });
    expect((await document(after!.problemId)).nurses.find(({ id }) => id === "bo")).not.toHaveProperty(
      "skills",
    );
  });

  it("a client with three homes is visited where they live on the date", async () => {
    await putOffice(service.database, {
      ...smallOffice(),
      homes: [
        ...smallOffice().homes!.filter(({ clientId }) => clientId !== "c1"),
        { id: "m1", clientId: "c1", placeId: "h1", validFrom: "2026-01-01", validTo: "2026-11-23" },
        { id: "m2", clientId: "c1", placeId: "h5", validFrom: "2026-11-24", validTo: "2026-11-24" },
        { id: "m3", clientId: "c1", placeId: "h4", validFrom: "2026-11-25" },
      ],
    });
    const made = await generate({ from: "2026-11-23", to: "2026-11-25" });
    const homes = await Promise.all(
      made.map(
        async ({ problemId }) => (await document(problemId)).clients.find(({ id }) => id === "c1")!.placeId,
      ),
    );
    expect(homes).toEqual(["h1", "h5", "h4"]);
    const [together] = await generate({ from: "2026-11-23", to: "2026-11-25" }, "/weeks/generate");
    const { clients } = await document(together!.problemId);
    expect(clients.filter(({ id }) => id.startsWith("c1")).map(({ id, placeId }) => [id, placeId])).toEqual([
      ["c1", "h1"],
      ["c1@h4", "h4"],
      ["c1@h5", "h5"],
    ]);
  });

  it("a later version of a requirement leaves the days before, and stored problems, as they were", async () => {
    const { made: before } = await day("2026-11-24");
    const digest = (await service.database.problems.find(before.problemId!))!.digest;
    await putOffice(service.database, {
      requirements: [
        {
          ...smallOffice().requirements!.find(({ id }) => id === "r1")!,
          validFrom: "2026-11-24",
          minutes: 45,
        },
      ],
    });
    const [monday, tuesday] = await generate({ from: "2026-11-23", to: "2026-11-24" });
    const minutes = async (id: string | null) =>
      (await document(id)).visits.find((visit) => visit.id.startsWith("r1:"))!.minutes;
    expect([await minutes(monday!.problemId), await minutes(tuesday!.problemId)]).toEqual([30, 45]);
    expect((await service.database.problems.find(before.problemId!))!.digest).toBe(digest);
  });

  it("clock changes keep windows and nights on the wall clock", async () => {
    for (const [date, offset, length] of [
      ["2026-03-28", "+03:00", 8],
      ["2026-10-24", "+02:00", 10],
    ] as const) {
      const office = smallOffice();
      const shift = office.shifts!.find(({ id }) => id.startsWith("bo-night"))!;
      office.shifts = [{ ...shift, id: `night-${date}`, date }];
      await putOffice(service.database, office);
      const [made] = await generate({ from: date });
      const problem = await document(made!.problemId);
      const [night] = problem.shifts;
      expect(night!.to).toMatch(new RegExp(`T06:00:00\\${offset}$`));
      expect(Date.parse(night!.to) - Date.parse(night!.from)).toBe(length * 3_600_000);
      const visit = problem.visits.find(({ id }) => id.startsWith("r4:"))!;
      expect(visit.windows[0]!.from.slice(11, 16)).toBe("01:00");
    }
  });
});

describe("wishes of clients", () => {
  it("become the familiar pool, refusals and wished times", async () => {
    const { problem } = await day("2026-11-23", (office) => {
      office.clients = office.clients!.map((client) => {
        if (client.id === "c1")
          return {
            ...client,
            namedNurseId: "aino",
            familiarNurseIds: ["bo"],
            bannedNurseIds: ["cia"],
            wishedTime: { from: "08:00", to: "12:00" },
          };
        if (client.id === "c2") return { ...client, wishedGender: "male" as const };
        return client;
      });
    });
    const client = (id: string) => problem.clients.find((one) => one.id === id)!;
    expect(client("c1")).toMatchObject({ familiarNurseIds: ["aino", "bo"], refusedNurseIds: ["cia"] });
    expect(client("c2").familiarNurseIds).toEqual(["bo"]);
    expect(problem.visits.find(({ id }) => id === "r1:2026-11-23")!.preferred).toEqual({
      from: "2026-11-23T08:00:00+02:00",
      to: "2026-11-23T09:30:00+02:00",
    });
  });

  it("give way to whom the ledger says that the client knows, once it knows anybody", async () => {
    const dates = ["2026-11-16", "2026-11-17", "2026-11-18"];
    for (const date of dates) {
      const planId = await planByJob(service.app, await importProblem(service.app, officeDay(date)));
      await publish(service.app, planId);
    }
    const { clients } = await get<{ clients: { clientId: string; familiarNurseIds: string[] }[] }>(
      service.app,
      "/continuity?date=2026-11-22",
    );
    const ledger = new Map(clients.map(({ clientId, familiarNurseIds }) => [clientId, familiarNurseIds]));
    const change = (office: Office): void => {
      office.clients = office.clients!.map((client) => ({ ...client, familiarNurseIds: ["cia"] }));
      office.clients = office.clients.map((client) =>
        client.id === "c2" ? { ...client, wishedNurseIds: ["bo"], bannedNurseIds: ["aino"] } : client,
      );
    };
    const { problem } = await day("2026-11-23", change);
    const knows = (id: string) => problem.clients.find((one) => one.id === id)!.familiarNurseIds;
    const working = new Set(problem.nurses.map(({ id }) => id));
    const byLedger = (id: string) => ledger.get(id)!.filter((nurse) => working.has(nurse));
    // The three days were planned alike: whoever made a client's visits made all three.
    expect(byLedger("c1")).toHaveLength(1);
    expect(knows("c1")).toEqual(byLedger("c1"));
    expect(knows("c1")).not.toContain("cia");
    // A wish stays, a banned nurse goes, whatever the ledger says.
    expect(knows("c2")).toContain("bo");
    expect(knows("c2")).not.toContain("aino");
    const [stored] = await generate({ from: "2026-11-23", familiar: "as-stored" });
    const asStored = (await document(stored!.problemId)).clients.find(({ id }) => id === "c1")!;
    expect(asStored.familiarNurseIds).toEqual(["cia"]);
  });

  it("only of the areas asked for, with nurses at home there or everywhere", async () => {
    const { problem } = await day("2026-11-23", () => {}, { areas: ["west"] });
    expect(problem.clients.map(({ id }) => id)).toEqual(["c3", "c4"]);
    expect(problem.shifts.map(({ nurseId }) => nurseId)).not.toContain("aino");
  });
});

describe("what cannot be generated", () => {
  it("is told with its values", async () => {
    for (const body of [
      { from: "2026-02-30" },
      { from: "2026-11-24", to: "2026-11-23" },
      { from: "2026-01-01", to: "2026-03-01" },
    ]) {
      const answer = await post(service.app, "/days/generate", body);
      expect(problemOf(answer).code).toBe("generation-range");
    }
    expect(problemOf(await post(service.app, "/days/generate", { from: "x" })).code).toBe("request-invalid");
    const policy = await post(service.app, "/days/generate", { from: "2026-11-23", policy: "none" });
    expect(problemOf(policy).code).toBe("policy-unknown");
    expect(problemOf(await service.app.inject("/problems/none/generation")).code).toBe("generation-unknown");
  });

  it("of an empty office is nothing", async () => {
    const [made] = await generate({ from: "2026-11-23" });
    expect(made).toMatchObject({ problemId: null, visits: 0, shifts: 0 });
  });

  it("names rules, minutes, types and skills that are wrong or missing", async () => {
    const { made } = await day("2026-11-23", (office) => {
      const [one] = office.requirements!;
      office["visit-types"]!.push({ id: "bare" }, { id: "rare", requires: ["laser"], defaultMinutes: 10 });
      office.requirements!.push(
        { ...one!, id: "bad-rule", rhythm: { kind: "rule", rrule: "FREQ=DAILY;COUNT=2;UNTIL=20270101" } },
        { ...one!, id: "rare", typeId: "rare" },
      );
      const { minutes: _, ...rest } = one!;
      office.requirements!.push(
        { ...rest, id: "no-minutes", typeId: "bare" },
        { ...one!, id: "no-type", typeId: "x" },
      );
    });
    expect(new Set(codes(made.warnings))).toEqual(
      new Set(["vehicle-short", "rhythm-refused", "minutes-missing", "type-missing", "skill-without-nurse"]),
    );
  });
});

describe("several dates in one problem", () => {
  it("are planned with the dates first, and published for each of them", async () => {
    await putOffice(service.database, smallOffice());
    const [made] = await generate({ from: "2026-11-23", to: "2026-11-24" }, "/weeks/generate");
    const started = await startJob(service.app, made!.problemId!, {
      iterations: 60,
      estimate: true,
      daysFirst: true,
    });
    const job = await untilState(service.app, started.id, ...ENDED);
    if (job.planId === null) throw new Error(JSON.stringify(job.error));
    const plan = await get<Plan>(service.app, `/plans/${job.planId}`);
    expect(plan.unserved).toEqual([]);
    const published = await publish(service.app, job.planId);
    expect(published.json()).toMatchObject({ dates: ["2026-11-23", "2026-11-24"] });
  }, 120_000);
});
