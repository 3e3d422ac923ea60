/** Standing data behind sign-in: who may, within which areas, and what the audit log says. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallOffice } from "./support/office.js";
import { type Person, personOf } from "./support/people.js";
import { type Service, startService, temporaryFolder } from "./support/service.js";

const temporary = temporaryFolder();
let service: Service;
let coordinator: Person;
let eastern: Person;
let nurse: Person;
let purchaser: Person;
beforeAll(async () => {
  service = await startService({ file: `${temporary.folder}/s.sqlite`, fake: true, signIn: true });
  const { app, database } = service;
  coordinator = await personOf(app, database.accounts, "coordinator");
  eastern = await personOf(app, database.accounts, "service-guide", { areas: ["east"] });
  nurse = await personOf(app, database.accounts, "nurse", { nurseId: "n1" });
  purchaser = await personOf(app, database.accounts, "purchaser");
  const office = smallOffice();
  const west = {
    areas: [...office.areas!, { id: "west" }],
    clients: [...office.clients!, { id: "c3", areaId: "west" }],
  };
  const decisions = [...office.decisions!, { id: "d3", clientId: "c3", validFrom: "2026-01-01" }];
  const answer = await as(coordinator, "POST", "/imports/all", { ...office, ...west, decisions });
  expect([answer.statusCode, answer.body.slice(0, 500)]).toEqual([200, expect.anything()]);
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

function as(
  person: Person,
  method: "GET" | "PUT" | "POST" | "DELETE",
  url: string,
  payload?: object,
  more = {},
) {
  const body = payload === undefined ? {} : { payload };
  return service.app.inject({ method, url, headers: { ...person.headers, ...more }, ...body });
}

const status = async (...call: Parameters<typeof as>) => (await as(...call)).statusCode;
const idsOf = async (person: Person, url: string) =>
  (await as(person, "GET", url)).json<{ items: { id: string }[] }>().items.map(({ id }) => id);

describe("standing data", () => {
  it("are there for whom the table says", async () => {
    expect(await status(purchaser, "GET", "/visit-types")).toBe(200);
    expect(await status(purchaser, "GET", "/clients")).toBe(403);
    expect(await status(nurse, "GET", "/clients/c1")).toBe(403);
    expect(await idsOf(nurse, "/shifts?nurseId=n1")).toEqual(["s1"]);
    expect(await status(nurse, "GET", "/shifts?nurseId=n2")).toBe(404);
  });

  it("keep door codes to coordinators and the nurse of the visit", async () => {
    expect(await idsOf(coordinator, "/access-notes?clientId=c1")).toEqual(["a1"]);
    for (const person of [nurse, eastern, purchaser]) {
      expect(await status(person, "GET", "/access-notes")).toBe(403);
      expect(await status(person, "GET", "/access-notes/a1")).toBe(403);
      expect(await status(person, "GET", "/exports/access-notes")).toBe(403);
    }
  });

  it("of other areas are not there for those who are limited to some", async () => {
    expect(await idsOf(coordinator, "/clients")).toEqual(["c1", "c2", "c3"]);
    expect(await idsOf(eastern, "/clients")).toEqual(["c1"]);
    expect(await idsOf(eastern, "/decisions")).toEqual(["d1"]);
    expect(await idsOf(eastern, "/requirements")).toEqual(["r1"]);
    for (const url of ["/clients/c3", "/decisions/d3", "/decisions/d3/history", "/requirements/r2"])
      expect([url, await status(eastern, "GET", url)]).toEqual([url, 404]);
    const decision = { id: "d3", clientId: "c3", validFrom: "2026-02-01" };
    expect(await status(eastern, "PUT", "/decisions/d3", decision, { "if-match": '"1"' })).toBe(404);
    expect(await status(eastern, "DELETE", "/decisions/d3", undefined, { "if-match": '"1"' })).toBe(404);
    // Nor can a record be taken over into another area, or out of it.
    const taken = { id: "d3", clientId: "c1", validFrom: "2026-02-01" };
    expect(await status(eastern, "PUT", "/decisions/d3", taken, { "if-match": '"1"' })).toBe(404);
    const moved = { id: "c1", areaId: "west" };
    expect(await status(eastern, "PUT", "/clients/c1", moved, { "if-match": '"1"' })).toBe(404);
    const own = { id: "d1", clientId: "c1", validFrom: "2026-02-01" };
    expect(await status(eastern, "PUT", "/decisions/d1", own, { "if-match": '"1"' })).toBe(200);
  });

  it("are recorded with the clients and nurses whose data they are, and with who changed them", async () => {
    await as(coordinator, "GET", "/requirements?clientId=c2");
    const entries = await service.database.prisma.auditEntry.findMany({
      where: { route: "GET /requirements" },
      include: { subjects: true },
    });
    const subjects = entries.flatMap((entry) => entry.subjects.map(({ kind, id }) => `${kind} ${id}`));
    expect(subjects).toContain("client c2");
    await as(coordinator, "POST", "/imports/away-periods", [
      { id: "w1", clientId: "c2", from: "2026-11-23" },
    ]);
    await as(coordinator, "GET", "/exports/qualifications");
    const files = await service.database.prisma.auditSubject.findMany({
      where: { entries: { route: { in: ["POST /imports/:kind", "GET /exports/:kind"] } } },
      orderBy: { entry: "desc" },
      take: 2,
    });
    expect(files).toMatchObject([
      { kind: "nurse", id: "n1" },
      { kind: "client", id: "c2" },
    ]);
    const { changes } = (await as(coordinator, "GET", "/decisions/d1/history")).json<{
      changes: { author: string }[];
    }>();
    const authors = new Set(changes.map(({ author }) => author));
    expect([authors.size, authors.has("local")]).toEqual([2, false]);
  });
});
