/** Who reads and changes what of persons is written down, and stays. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { officeDay } from "./support/life.js";
import { type Person, personOf } from "./support/people.js";
import { type Service, startService, temporaryFolder } from "./support/service.js";

interface Entry {
  sequence: number;
  userId: string;
  action: string;
  route: string;
  status: number;
  reason: string | null;
  subjects: { kind: string; id: string }[];
}

const temporary = temporaryFolder();
let service: Service;
let coordinator: Person;
let nurse: Person;
let auditor: Person;
let problemId: string;
beforeAll(async () => {
  service = await startService({ file: `${temporary.folder}/audit.sqlite`, fake: true, signIn: true });
  const { accounts } = service.database;
  coordinator = await personOf(service.app, accounts, "coordinator");
  nurse = await personOf(service.app, accounts, "nurse", { nurseId: "aino" });
  auditor = await personOf(service.app, accounts, "auditor");
  problemId = (await coordinator.post("/problems", officeDay())).json<{ id: string }>().id;
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

const entries = async (query = ""): Promise<Entry[]> =>
  (await auditor.get(`/audit${query}`)).json<{ entries: Entry[] }>().entries;

describe("the audit log", () => {
  it("names who, what, why and about whom, for reading, changing and what was refused", async () => {
    const document = `/problems/${problemId}/document`;
    await coordinator.send({ url: document, headers: { "x-reason": "complaint 17" } });
    await nurse.get(document);
    await nurse.get("/nurses/bo/visits?date=2026-11-23");
    await coordinator.get("/health");
    const found = await entries();
    expect(found).toMatchObject([
      { userId: coordinator.id, action: "change", route: "POST /problems", status: 201, reason: null },
      {
        userId: coordinator.id,
        action: "read",
        route: "GET /problems/:id/document",
        status: 200,
        reason: "complaint 17",
        subjects: [{ kind: "problem", id: problemId }],
      },
      { userId: nurse.id, action: "read", status: 403, subjects: [{ kind: "problem", id: problemId }] },
      { userId: nurse.id, action: "read", status: 404, subjects: [{ kind: "nurse", id: "bo" }] },
    ]);
  });

  it("finds the entries of a client through the documents that have her", async () => {
    const ofHer = await entries("?clientId=c1");
    expect(ofHer.map(({ route }) => route)).toContain("GET /problems/:id/document");
    expect(ofHer.every(({ subjects }) => subjects.some(({ id }) => id === problemId))).toBe(true);
    expect(await entries("?clientId=nobody")).toEqual([]);
    expect((await entries(`?userId=${nurse.id}`)).length).toBe(2);
  });

  it("comes as CSV that no spreadsheet takes for a formula", async () => {
    await coordinator.send({
      url: `/problems/${problemId}/document`,
      headers: { "x-reason": '=HYPERLINK("x"), "y"' },
    });
    const answer = await auditor.get("/audit?format=csv");
    expect(answer.headers["content-type"]).toContain("text/csv");
    const lines = answer.body.trimEnd().split("\r\n");
    expect(lines[0]).toBe("sequence,at,userId,role,action,route,status,requestId,reason,subjects");
    expect(lines.at(-1)).toContain(`"'=HYPERLINK(""x""), ""y"""`);
    expect(lines.length).toBe((await entries()).length + 1);
  });

  it("is for nobody but the auditor and the administrator", async () => {
    expect((await coordinator.get("/audit")).statusCode).toBe(403);
    expect((await nurse.get("/audit")).statusCode).toBe(403);
  });

  it("cannot be changed or shortened in the database", async () => {
    const { prisma } = service.database;
    // A trigger refuses it; Prisma's adapter has only this name for that.
    const REFUSED = "Foreign key constraint";
    const before = await prisma.auditEntry.count();
    await expect(prisma.auditEntry.updateMany({ data: { userId: "x" } })).rejects.toThrow(REFUSED);
    await expect(prisma.auditEntry.deleteMany({})).rejects.toThrow(REFUSED);
    await expect(prisma.auditSubject.deleteMany({})).rejects.toThrow(REFUSED);
    const [first] = await entries("?limit=1");
    await expect(
      prisma.$executeRawUnsafe(
        `INSERT OR REPLACE INTO "audit_entries" SELECT "sequence", "at", 'x', "role", "action", "route", "status",
         "requestId", "reason" FROM "audit_entries" WHERE "sequence" = ${first!.sequence}`,
      ),
    ).rejects.toThrow("the audit log is never changed");
    expect(await prisma.auditEntry.count()).toBe(before);
    expect((await entries("?limit=1"))[0]).toEqual(first);
  });
});
