import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  acknowledge,
  bindTo,
  clearAll,
  CLIENT_STORES,
  dropOld,
  enqueue,
  type Entry,
  flush,
  getMeta,
  KEEP_MILLISECONDS,
  listEntries,
  noteContact,
  openPhoneDatabase,
  type PhoneDatabase,
  type Send,
  snapshotOf,
  takeBack,
} from "../../../web/phone/core/index.js";
import { dayOf, visit } from "./support/day.js";

const NOW = Date.parse("2026-11-23T08:00:00Z");
const TODAY = "2026-11-23";
let database: PhoneDatabase;

beforeEach(async () => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  database = await openPhoneDatabase();
  await bindTo(database, { nurseId: "aino", name: "Aino" }, NOW);
});

const checkIn = (visitId = "a") =>
  enqueue(database, { kind: "check-in", visitId, label: "Client a", date: TODAY }, NOW);

/** A server that stores an id once; `cut` loses that many answers after storing. */
function server(cut = 0): { send: Send; stored: Entry[]; calls: number } {
  const state = { stored: [] as Entry[], calls: 0 };
  let left = cut;
  const send: Send = async (entries) => {
    state.calls += 1;
    for (const entry of entries)
      if (!state.stored.some(({ id }) => id === entry.id)) state.stored.push(entry);
    if (left > 0) {
      left -= 1;
      return { kind: "unreachable" };
    }
    return { kind: "answered", outcomes: entries.map(({ id }) => ({ id, state: "sent" })) };
  };
  return Object.assign(state, { send });
}

describe("the queue", () => {
  it("sends in the order of making, each entry once, also when an answer is lost", async () => {
    for (const id of ["a", "b", "c"]) await checkIn(id);
    const api = server(2);
    expect(await flush(database, api.send)).toBe("unreachable");
    expect(await flush(database, api.send)).toBe("unreachable");
    await checkIn("d");
    expect(await flush(database, api.send)).toBe("empty");
    expect(api.stored.map(({ visitId }) => visitId)).toEqual(["a", "b", "c", "d"]);
    expect((await listEntries(database)).map(({ state, attempts }) => [state, attempts])).toEqual([
      ["sent", 2],
      ["sent", 2],
      ["sent", 2],
      ["sent", 0],
    ]);
    const before = api.calls;
    expect(await flush(database, api.send)).toBe("empty");
    expect(api.calls).toBe(before);
  });

  it("sends once although two flushes run at the same time", async () => {
    await checkIn();
    const api = server();
    expect(await Promise.all([flush(database, api.send), flush(database, api.send)])).toEqual([
      "empty",
      "empty",
    ]);
    expect(api.calls).toBe(1);
  });

  it("survives closing the page", async () => {
    await checkIn();
    database.close();
    database = await openPhoneDatabase();
    const api = server();
    await flush(database, api.send);
    expect(api.stored).toHaveLength(1);
  });

  it("sends more than a batch", async () => {
    for (let index = 0; index < 120; index += 1) await checkIn(`v${index}`);
    const api = server();
    expect(await flush(database, api.send)).toBe("empty");
    expect(api.stored).toHaveLength(120);
  });

  it("keeps what the server flags or refuses until she has seen it", async () => {
    const made = await checkIn();
    await flush(database, async () => ({
      kind: "answered",
      outcomes: [{ id: made.id, state: "refused", code: "visit-unknown", detail: "no such visit" }],
    }));
    const [entry] = await listEntries(database);
    expect(entry).toMatchObject({ state: "refused", answer: { code: "visit-unknown", seen: false } });
    await acknowledge(database, made.id);
    expect((await listEntries(database))[0]?.answer?.seen).toBe(true);
  });

  it("does not ask for ever a server that answers for nothing", async () => {
    await checkIn();
    expect(await flush(database, async () => ({ kind: "answered", outcomes: [] }))).toBe("partly");
    expect((await listEntries(database))[0]?.state).toBe("waiting");
  });

  it("waits while the sign-in is over", async () => {
    await checkIn();
    expect(await flush(database, async () => ({ kind: "signed-out" }))).toBe("signed-out");
    expect((await listEntries(database))[0]?.state).toBe("waiting");
  });

  it("holds an entry and those behind it, and gives it back until then", async () => {
    const entry = { kind: "check-out" as const, visitId: "a", date: TODAY };
    await checkIn();
    const held = await enqueue(database, entry, NOW, 6000);
    await checkIn("b");
    const api = server();
    expect(await flush(database, api.send, () => NOW + 5999)).toBe("held");
    expect(api.stored.map(({ visitId }) => visitId)).toEqual(["a"]);
    expect(await takeBack(database, held.id, NOW + 5999)).toBe(true);
    expect(await flush(database, api.send, () => NOW + 5999)).toBe("empty");
    expect(api.stored.map(({ kind }) => kind)).toEqual(["check-in", "check-in"]);
    const late = await enqueue(database, entry, NOW, 6000);
    expect(await takeBack(database, late.id, NOW + 6000)).toBe(false);
    expect(await flush(database, api.send, () => NOW + 6000)).toBe("empty");
    expect(api.stored).toHaveLength(3);
  });

  it("does not hold an entry for hours because the clock was set back", async () => {
    await enqueue(database, { kind: "check-in", visitId: "a", date: TODAY }, NOW, 6000);
    expect(await flush(database, server().send, () => NOW - 3_600_000)).toBe("empty");
  });

  it("takes nothing from a phone that belongs to nobody", async () => {
    await clearAll(database);
    await expect(checkIn()).rejects.toThrow("sign in first");
  });
});

async function fill(): Promise<void> {
  const day = dayOf(visit("a", "08:00", "08:30"));
  await database.put("days", { date: TODAY, fetchedAt: NOW, etag: null, day });
  await database.put("looks", { date: TODAY, snapshot: snapshotOf(day) });
  await database.put("notes", { date: TODAY, visitId: "a", text: "1234" });
  await database.put("messages", { id: "m", at: "", mine: false, text: "hei", visitId: null, read: false });
}

async function clientRecords(): Promise<number> {
  const counts = await Promise.all(CLIENT_STORES.map((store) => database.count(store)));
  return counts.reduce((sum, count) => sum + count, 0);
}

describe("whose data it is", () => {
  it("goes when another nurse signs in", async () => {
    await fill();
    expect(await bindTo(database, { nurseId: "bo", name: null }, NOW)).toEqual({ kind: "replaced" });
    expect(await clientRecords()).toBe(0);
    expect(await getMeta(database, "owner")).toMatchObject({ nurseId: "bo" });
  });

  it("stays when the same nurse signs in again", async () => {
    await fill();
    await checkIn();
    expect(await bindTo(database, { nurseId: "aino", name: "Aino" }, NOW)).toEqual({ kind: "bound" });
    expect(await clientRecords()).toBe(4);
    expect(await listEntries(database)).toHaveLength(1);
  });

  it("keeps another nurse's unsent entries unless they are given up", async () => {
    await checkIn();
    const bo = { nurseId: "bo", name: null };
    expect(await bindTo(database, bo, NOW)).toEqual({ kind: "unsent", nurseId: "aino", count: 1 });
    expect(await listEntries(database)).toHaveLength(1);
    expect(await bindTo(database, bo, NOW, true)).toEqual({ kind: "replaced" });
    expect(await listEntries(database)).toHaveLength(0);
  });

  it("goes whole at sign-out", async () => {
    await fill();
    await checkIn();
    await clearAll(database);
    expect(await clientRecords()).toBe(0);
    expect(await database.count("entries")).toBe(0);
    expect(await database.count("meta")).toBe(0);
  });

  it("goes a set time after the last contact; unsent entries stay", async () => {
    await fill();
    await checkIn();
    expect(await dropOld(database, NOW + KEEP_MILLISECONDS - 1, TODAY)).toBe(false);
    expect(await clientRecords()).toBe(4);
    expect(await dropOld(database, NOW + KEEP_MILLISECONDS, TODAY)).toBe(true);
    expect(await clientRecords()).toBe(0);
    expect((await listEntries(database)).map(({ visitId, label }) => [visitId, label])).toEqual([
      ["a", null],
    ]);
  });

  it("stays longer after every contact, but not days gone by", async () => {
    await fill();
    const later = NOW + 2 * KEEP_MILLISECONDS;
    await noteContact(database, later, { offset: 0, latest: later });
    expect(await dropOld(database, later, "2026-11-24")).toBe(false);
    expect(await database.count("days")).toBe(1);
    expect(await dropOld(database, later, "2026-11-25")).toBe(false);
    expect(await database.count("days")).toBe(0);
    expect(await database.count("notes")).toBe(0);
  });
});
