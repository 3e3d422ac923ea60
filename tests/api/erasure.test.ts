/** A client's personal data erased: nothing personal is left but in documents of past days, figures and audit stay. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Person, personOf } from "./support/people.js";
import { openOffice, smallOffice } from "./support/office.js";
import { problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

const temporary = temporaryFolder();
const file = `${temporary.folder}/erasure.sqlite`;
let service: Service;
let administrator: Person;
beforeAll(async () => {
  const open = await startService({ file });
  const office = smallOffice();
  await openOffice(open.app, {
    ...office,
    clients: [...office.clients!, { id: "c3" }],
    // A couple: home2 is not the first client's alone.
    homes: [
      ...office.homes!,
      { id: "h0", clientId: "c1", placeId: "home2", validFrom: "2025-01-01", validTo: "2025-12-31" },
    ],
  });
  await open.close();
  service = await startService({ file, signIn: true });
  administrator = await personOf(service.app, service.database.accounts, "administrator");
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

it("takes out what is personal, and keeps ids, times and authors", async () => {
  const coordinator = await personOf(service.app, service.database.accounts, "coordinator");
  const erasing = (person: Person, id: string) =>
    person.post(`/clients/${id}/erasure`, { reason: "asked for it" });
  expect(problemOf(await erasing(coordinator, "c1")).code).toBe("access-refused");
  expect(problemOf(await erasing(administrator, "nobody")).code).toBe("record-unknown");
  const before = (await administrator.get("/clients/c1/history")).json<{ changes: { author: string }[] }>();

  const answer = await erasing(administrator, "c1");
  expect(answer.statusCode, answer.body).toBe(200);
  // Client, two homes, note, decision, requirement, and the home where nobody else lives.
  expect(answer.json()).toEqual({ records: 7, notes: 0 });

  for (const url of [
    "/clients/c1",
    "/homes/h1",
    "/access-notes/a1",
    "/decisions/d1",
    "/requirements/r1",
    "/places/home1",
  ])
    expect([url, (await administrator.get(url)).statusCode]).toEqual([url, 404]);
  for (const url of ["/clients/c2", "/homes/h2", "/decisions/d2", "/requirements/r2", "/places/home2"])
    expect([url, (await administrator.get(url)).statusCode]).toEqual([url, 200]);
  const { changes } = (await administrator.get("/clients/c1/history")).json<{
    changes: { author: string; record: unknown }[];
  }>();
  expect(changes).toHaveLength(before.changes.length + 1);
  expect(changes.map(({ record }) => record)).toEqual(changes.map(() => null));
  const audit = (await administrator.get("/audit?clientId=c1")).body;
  expect(audit).toContain("POST /clients/:id/erasure");
  const everything = (await administrator.get("/exports/all")).body;
  for (const said of ["Matti", "Ovikoodi 4711", "Katu 1"]) expect(everything).not.toContain(said);
  // Once more there is nothing left to erase.
  expect((await erasing(administrator, "c1")).json()).toEqual({ records: 0, notes: 0 });
});

it("leaves the history as append-only as it was", async () => {
  const { prisma } = service.database;
  // A trigger refuses it; Prisma's adapter has only this name for that.
  const REFUSED = "Foreign key constraint";
  for (const data of [{ author: "x" }, { document: "{}" }]) {
    await expect(prisma.standingChange.updateMany({ where: { id: "c2" }, data })).rejects.toThrow(REFUSED);
  }
});
