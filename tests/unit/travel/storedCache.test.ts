/** The cache in memory and the one in the database keep the same promise. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenDatabase, openDatabase } from "../../../src/persistence/index.js";
import { createTravelTimes, MemoryTravelCache, type TravelCache } from "../../../src/travel/index.js";
import { FakeOsrm } from "./fakeOsrm.js";
import { placesOf, travelDay } from "./travelDay.js";

const folder = mkdtempSync(join(tmpdir(), "kotikierros-travel-"));
const file = join(folder, "day.sqlite");
let database: OpenDatabase;
let fake: FakeOsrm;
beforeAll(async () => {
  database = await openDatabase(file);
  fake = await FakeOsrm.start({ snap: () => 12, way: ([lon]) => lon !== 24.93 });
});
afterAll(async () => {
  await fake.stop();
  await database.close();
  rmSync(folder, { recursive: true });
});

const inMemory = new MemoryTravelCache();
const caches: [string, () => TravelCache][] = [
  ["in memory", () => inMemory],
  ["in the database", () => database.travelTimes],
];

describe.each(caches)("the cache %s", (_name, cacheOf) => {
  const space = { mode: "walk", mapVersion: "m" };
  const pair = (from: string, to: string, seconds: number | null) => ({ from, to, seconds, metres: seconds });

  it("gives back what lies among the points asked, numbers as numbers and no way as null", async () => {
    const cache = cacheOf();
    expect(await cache.get(space, ["a", "b"])).toEqual({ pairs: [], snaps: [] });
    const pairs = [pair("a", "b", 7), pair("b", "a", null), pair("a", "c", 9)];
    const snaps = ["a", "b", "c"].map((point, index) => ({ point, metres: index }));
    await cache.put(space, { pairs, snaps });
    await cache.put(space, { pairs: [pair("a", "b", 8)], snaps: [] });
    const { pairs: got, snaps: gotSnaps } = await cache.get(space, ["a", "b"]);
    expect(got.toSorted((x, y) => (x.from < y.from ? -1 : 1))).toEqual([
      pair("a", "b", 8),
      pair("b", "a", null),
    ]);
    expect(gotSnaps.toSorted((x, y) => x.metres - y.metres)).toEqual(snaps.slice(0, 2));
    expect(await cache.get({ ...space, mapVersion: "n" }, ["a", "b"])).toEqual({ pairs: [], snaps: [] });
    expect(await cache.get({ ...space, mode: "bike" }, ["a", "b"])).toEqual({ pairs: [], snaps: [] });
  });

  it("lets the second day ask for its new pairs only", async () => {
    const provider = () => createTravelTimes({ cache: cacheOf(), osrm: { car: { url: fake.url } } });
    const first = await provider().fill(travelDay(placesOf(60)));
    fake.asked.length = 0;
    const second = await provider().fill(travelDay(placesOf(61)));
    expect(fake.pairs).toBe(120);
    const plain = await createTravelTimes({ osrm: { car: { url: fake.url } } }).fill(travelDay(placesOf(61)));
    expect(first.ok && second.ok && plain.ok).toBe(true);
    expect(second.ok && second.problem).toEqual(plain.ok && plain.problem);
    expect(second.ok && second.problem.travel.modes["car"].durations?.flat()).toContain(null);
  });
});

it("the cache in the database outlives the program", async () => {
  await database.close();
  database = await openDatabase(file);
  fake.asked.length = 0;
  const provider = createTravelTimes({ cache: database.travelTimes, osrm: { car: { url: fake.url } } });
  const result = await provider.fill(travelDay(placesOf(61)));
  expect(result).toMatchObject({ counts: { car: { fromCache: 61 * 60, fromServer: 0, requests: 1 } } });
  expect(fake.asked).toEqual([]);
});
