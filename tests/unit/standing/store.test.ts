/** The store of standing data: what is listed for which dates, references, history. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { datesOf, type StandingKind, type StandingRecords } from "../../../src/contracts/standing/index.js";
import { type OpenDatabase, openDatabase } from "../../../src/persistence/index.js";
import type { RecordChange, StandingFilter, StandingStore } from "../../../src/planning/standing/ports.js";

let folder: string;
let database: OpenDatabase;
let store: StandingStore;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "kotikierros-"));
  database = await openDatabase(path.join(folder, "test.sqlite"));
  store = database.standing.store;
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const FACTS = { author: "u1", changedAt: new Date("2026-11-22T10:00:00Z") };

function change<K extends StandingKind>(kind: K, record: StandingRecords[K], revision = 1): RecordChange {
  const version = kind === "requirements" ? (record as StandingRecords["requirements"]).validFrom : "";
  return { kind, id: record.id, version, record, revision };
}

const write = (...changes: RecordChange[]) => store.transact((tx) => tx.write(changes, FACTS));

async function ids(kind: StandingKind, filter: StandingFilter): Promise<string[]> {
  return (await store.list(kind, filter)).map(({ id, version }) => `${id}${version && ` ${version}`}`);
}

const requirement = (validFrom: string, validTo?: string): StandingRecords["requirements"] => ({
  id: "r",
  decisionId: "d",
  validFrom,
  ...(validTo === undefined ? {} : { validTo }),
  typeId: "basic",
  rhythm: { kind: "rule", rrule: "FREQ=DAILY" },
  windows: [{ from: "08:00", to: "09:00" }],
});

describe("a list", () => {
  it("holds what counts on the dates asked for", async () => {
    const shift = (id: string, date: string, from: string, to: string) =>
      change("shifts", { id, nurseId: "n", date, from, to, startPlaceId: "p", endPlaceId: "p" });
    await write(
      shift("day", "2026-11-23", "07:00", "15:00"),
      shift("night", "2026-11-23", "22:00", "06:00"),
      shift("midnight", "2026-11-22", "16:00", "00:00"),
      change("absences", { id: "open", nurseId: "n", from: "2026-11-24" }),
      change("absences", { id: "short", nurseId: "n", from: "2026-11-20", to: "2026-11-21" }),
    );
    const on = (date: string) => ({ from: date, to: date });
    expect(await ids("shifts", on("2026-11-23"))).toEqual(["day", "midnight", "night"]);
    expect(await ids("shifts", on("2026-11-24"))).toEqual(["night"]);
    expect(await ids("shifts", { from: "2026-11-25" })).toEqual([]);
    expect(await ids("absences", on("2026-11-21"))).toEqual(["short"]);
    expect(await ids("absences", on("2036-01-01"))).toEqual(["open"]);
    expect(await ids("absences", { to: "2026-11-23" })).toEqual(["short"]);
  });

  it("gives of several versions the one that holds", async () => {
    await write(
      change("requirements", requirement("2026-01-01")),
      change("requirements", requirement("2026-03-01", "2026-03-31")),
      change("requirements", requirement("2026-06-01", "2026-12-31")),
    );
    const on = (date: string) => ids("requirements", { from: date, to: date });
    expect(await on("2025-12-31")).toEqual([]);
    expect(await on("2026-02-28")).toEqual(["r 2026-01-01"]);
    expect(await on("2026-03-31")).toEqual(["r 2026-03-01"]);
    // The first version does not come back when the second one has ended.
    expect(await on("2026-04-15")).toEqual([]);
    expect(await on("2026-06-01")).toEqual(["r 2026-06-01"]);
    expect(await ids("requirements", { from: "2026-02-01", to: "2026-06-30" })).toHaveLength(3);
    const held = await store.list("requirements");
    expect(held.map(({ holdsTo }) => holdsTo)).toEqual(["2026-02-28", "2026-03-31", "2026-12-31"]);
  });

  it("is read page by page and by what is referred to", async () => {
    const names = ["a", "b", "c", "d"];
    await write(
      ...names.map((id) =>
        change("clients", { id, areaId: id < "c" ? "east" : "west", bannedNurseIds: ["n1"] }),
      ),
    );
    expect(await ids("clients", { limit: 2, after: { id: "b", version: "" } })).toEqual(["c", "d"]);
    expect(await ids("clients", { refersTo: [{ kind: "areas", ids: ["west"] }] })).toEqual(["c", "d"]);
    const both = [
      { kind: "areas", ids: ["east", "west"] },
      { kind: "nurses", ids: ["n2"] },
    ] as const;
    expect(await ids("clients", { refersTo: both })).toEqual([]);
    expect(await ids("clients", { ids: ["d", "x", "a"] })).toEqual(["a", "d"]);
    await store.transact(async (tx) => {
      expect(await tx.referring({ kind: "nurses", id: "n1" }, 2)).toEqual([
        { kind: "clients", id: "a" },
        { kind: "clients", id: "b" },
      ]);
      expect(
        await tx.missing([
          { kind: "clients", id: "a" },
          { kind: "nurses", id: "a" },
        ]),
      ).toEqual([{ kind: "nurses", id: "a" }]);
    });
  });
});

describe("a change", () => {
  it("replaces record and references, and stays in the history with its author", async () => {
    await write(change("clients", { id: "c", areaId: "east" }));
    await write(change("clients", { id: "c", areaId: "west" }, 2));
    await write({ kind: "clients", id: "c", version: "", record: null, revision: 3 });
    expect(await store.list("clients")).toEqual([]);
    expect(await database.prisma.standingReference.count()).toBe(0);
    const history = await store.history({ kind: "clients", id: "c" });
    expect(history.map(({ revision, removed, record }) => [revision, removed, record])).toEqual([
      [1, false, { id: "c", areaId: "east" }],
      [2, false, { id: "c", areaId: "west" }],
      [3, true, null],
    ]);
    expect(history[0]).toMatchObject(FACTS);
    await expect(database.prisma.standingChange.deleteMany()).rejects.toThrow("constraint violated");
    await expect(database.prisma.standingChange.updateMany({ data: { author: "x" } })).rejects.toThrow(
      "constraint violated",
    );
  });

  it("is stored with all others of its transaction or not at all", async () => {
    const broken = store.transact(async (tx) => {
      await tx.write([change("areas", { id: "a" })], FACTS);
      throw new Error("stop");
    });
    await expect(broken).rejects.toThrow("stop");
    expect(await store.list("areas")).toEqual([]);
    expect(await store.history({ kind: "areas", id: "a" })).toEqual([]);
  });

  it("of an access note leaves no door code in the history", async () => {
    await write(change("access-notes", { id: "x", clientId: "c", text: "ovikoodi 4711" }));
    expect(await store.list("access-notes")).toMatchObject([{ record: { text: "ovikoodi 4711" } }]);
    expect(await store.history({ kind: "access-notes", id: "x" })).toMatchObject([
      { record: null, removed: false },
    ]);
  });
});

it("a nurse is known by standing data as by an imported problem", async () => {
  expect(await database.nurses.exists("n")).toBe(false);
  await write(change("nurses", { id: "n" }));
  expect(await database.nurses.exists("n")).toBe(true);
});

it("a night shift touches two dates, over the end of a year too", () => {
  const shift = { id: "s", nurseId: "n", startPlaceId: "p", endPlaceId: "p", from: "22:00", to: "00:00" };
  expect(datesOf("shifts", { ...shift, date: "2026-12-31" })).toEqual({
    from: "2026-12-31",
    to: "2027-01-01",
  });
});
