import { afterEach, describe, expect, it } from "vitest";
import {
  createTravelTimes,
  type FillResult,
  MemoryTravelCache,
  type OsrmModeConfig,
  pointKey,
} from "../../../src/travel/index.js";
import { FakeOsrm, type FakeOptions } from "./fakeOsrm.js";
import { placesOf, travelDay } from "./travelDay.js";

const fakes: FakeOsrm[] = [];
async function fakeOsrm(options: FakeOptions = {}): Promise<FakeOsrm> {
  const fake = await FakeOsrm.start(options);
  fakes.push(fake);
  return fake;
}
afterEach(async () => {
  for (const fake of fakes.splice(0)) await fake.stop();
});

const limits = { firstPauseMs: 1, longestPauseMs: 2, retries: 1 };
const cached = (url: string, cache: MemoryTravelCache, more: Partial<OsrmModeConfig> = {}) =>
  createTravelTimes({ cache, osrm: { car: { url, limits, ...more } } });
const countsOf = (result: FillResult) => (result.ok ? result.counts["car"] : result.faults);

describe("travel times with a cache", () => {
  it("asks on the second day for new pairs only, and gives the same matrices as without a cache", async () => {
    const fake = await fakeOsrm();
    const cache = new MemoryTravelCache();
    const first = await cached(fake.url, cache).fill(travelDay(placesOf(40)));
    expect(countsOf(first)).toEqual({ pairs: 40 * 39, fromCache: 0, fromServer: 40 * 39, requests: 2 });

    // Three places are gone, two are new.
    const second = travelDay([...placesOf(37, 3), ...placesOf(2, 40)]);
    fake.asked.length = 0;
    const result = await cached(fake.url, cache).fill(second);
    const fresh = 39 * 38 - 37 * 36;
    expect(fake.pairs).toBe(fresh);
    expect(countsOf(result)).toMatchObject({ pairs: 39 * 38, fromCache: 37 * 36, fromServer: fresh });
    const plain = await createTravelTimes({ osrm: { car: { url: fake.url } } }).fill(second);
    expect(result.ok && result.problem).toEqual(plain.ok && plain.problem);

    fake.asked.length = 0;
    await cached(fake.url, cache).fill(second);
    expect(fake.pairs).toBe(0);
  });

  it("keeps modes and maps apart", async () => {
    const fake = await fakeOsrm();
    const cache = new MemoryTravelCache();
    await cached(fake.url, cache).fill(travelDay(placesOf(5)));
    const bike = createTravelTimes({ cache, osrm: { bike: { url: fake.url, limits } } });
    const byBike = await bike.fill(travelDay(placesOf(5), { bike: {} }));
    expect(byBike.ok && byBike.counts["bike"].fromCache).toBe(0);
    fake.options = { version: "map-2" };
    const newMap = await cached(fake.url, cache).fill(travelDay(placesOf(5)));
    expect(countsOf(newMap)).toMatchObject({ fromCache: 0, fromServer: 20 });
  });

  it("remembers pairs without a way, and how far places lie from the road", async () => {
    const problem = travelDay(placesOf(4));
    const island = problem.places[0].lon;
    const fake = await fakeOsrm({ way: ([a], [b]) => a !== island && b !== island, snap: () => 400 });
    const cache = new MemoryTravelCache();
    const first = await cached(fake.url, cache).fill(problem);
    fake.asked.length = 0;
    const second = await cached(fake.url, cache).fill(problem);
    expect(fake.asked).toEqual([]);
    expect(second.warnings).toEqual(first.warnings);
    expect(second.warnings.length).toBe(4);
    expect(second.ok && second.problem).toEqual(first.ok && first.problem);
  });

  it("caches nothing from a server that does not name its map, unless the map is configured", async () => {
    const fake = await fakeOsrm({ version: undefined });
    const cache = new MemoryTravelCache();
    for (const more of [{}, {}, { mapVersion: "2026-11" }]) {
      const result = await cached(fake.url, cache, more).fill(travelDay(placesOf(5)));
      expect(countsOf(result)).toMatchObject({ fromCache: 0 });
    }
    const again = await cached(fake.url, cache, { mapVersion: "2026-11" }).fill(travelDay(placesOf(5)));
    expect(countsOf(again)).toEqual({ pairs: 20, fromCache: 20, fromServer: 0, requests: 0 });
  });

  it("needs no server at all when the map is configured and everything is known", async () => {
    const fake = await fakeOsrm();
    const cache = new MemoryTravelCache();
    await cached(fake.url, cache).fill(travelDay(placesOf(5)));
    await fake.stop();
    const result = await cached(fake.url, cache, { mapVersion: "map-1" }).fill(travelDay(placesOf(5)));
    expect(countsOf(result)).toMatchObject({ fromCache: 20, requests: 0 });
  });

  it("refuses to mix two maps", async () => {
    const fake = await fakeOsrm();
    const result = await cached(fake.url, new MemoryTravelCache(), { mapVersion: "map-7" }).fill(
      travelDay(placesOf(5)),
    );
    expect(result).toMatchObject({ ok: false, faults: [{ code: "travel-map-version" }] });
  });

  it("asks again for a place whose distance to the road the cache has lost", async () => {
    const fake = await fakeOsrm();
    const cache = new MemoryTravelCache();
    const places = placesOf(3);
    const [from, to] = places.map(({ lat, lon }) => pointKey(lat, lon));
    await cache.put(
      { mode: "car", mapVersion: "map-1" },
      {
        pairs: [{ from, to, seconds: 1, metres: 1 }],
        snaps: [{ point: from, metres: 3 }],
      },
    );
    const result = await cached(fake.url, cache).fill(travelDay(places));
    expect(countsOf(result)).toMatchObject({ fromCache: 0, fromServer: 6 });
  });
});

describe("pointKey", () => {
  it("tells places a decimetre apart and no nearer", () => {
    expect(pointKey(60.17, 24.94)).toBe("60170000,24940000");
    expect(pointKey(60.1700004, 24.9399996)).toBe("60170000,24940000");
    expect(pointKey(60.170001, 24.94)).toBe("60170001,24940000");
  });
});
