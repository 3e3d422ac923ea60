/** OSRM over HTTP, against a server that answers by a formula and fails when told. */
import { afterEach, describe, expect, it } from "vitest";
import type { Problem } from "../../../src/contracts/index.js";
import { createTravelTimes, type FillResult, type OsrmLimits } from "../../../src/travel/index.js";
import { FakeOsrm, type FakeOptions, fakeMetres, fakeSeconds } from "./fakeOsrm.js";
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

/** Pauses of no length, so that a test of failures takes no seconds. */
const FAST: Partial<OsrmLimits> = { firstPauseMs: 1, longestPauseMs: 2 };

const travel = (url: string, limits: Partial<OsrmLimits> = {}) =>
  createTravelTimes({ osrm: { car: { url, limits: { ...FAST, ...limits } } } });

function filled(result: FillResult): Problem {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.problem;
}
function faultsOf(result: FillResult): readonly { code: string; path: string; message: string }[] {
  if (result.ok) throw new Error("expected faults");
  return result.faults;
}

function expectFakeMatrices(problem: Problem): void {
  const { durations, distances } = problem.travel.modes["car"];
  const at = problem.places.map(({ lat, lon }) => [lon, lat] as const);
  expect(durations).toEqual(at.map((a) => at.map((b) => fakeSeconds(a, b))));
  expect(distances).toEqual(at.map((a) => at.map((b) => fakeMetres(a, b))));
}

describe("OSRM over HTTP", () => {
  it("fills durations and distances in the order of places, says the source, and leaves the problem as it was", async () => {
    const fake = await fakeOsrm();
    const problem = travelDay(placesOf(9));
    const before = structuredClone(problem);
    const result = await travel(fake.url).fill(problem);
    expectFakeMatrices(filled(result));
    const source = {
      kind: "osrm",
      profile: "driving",
      mapVersion: "map-1",
      attribution: "OpenStreetMap contributors, ODbL",
    };
    expect(filled(result).travel.modes["car"]).toMatchObject({ perStopSeconds: 180, source });
    expect(result).toMatchObject({ sources: { car: source }, warnings: [] });
    expect(result).toMatchObject({
      counts: { car: { pairs: 72, fromCache: 0, fromServer: 72, requests: 1 } },
    });
    expect(problem).toEqual(before);
  });

  it("cuts requests to the server's limit and keeps no more open than allowed", async () => {
    const fake = await fakeOsrm({ tableLimit: 20 });
    fake.delayMs = 5;
    const result = await travel(fake.url, { tableLimit: 20, concurrency: 3 }).fill(travelDay(placesOf(65)));
    expectFakeMatrices(filled(result));
    expect(fake.asked.length).toBe(49); // seven groups of at most ten, each with each
    expect(fake.pairs).toBe(65 * 64);
    expect(fake.peak).toBe(3);
  });

  it.each([11, 21, 41])("never asks a table of one point, which servers refuse: %d places", async (count) => {
    const fake = await fakeOsrm({ tableLimit: 20 });
    expectFakeMatrices(filled(await travel(fake.url, { tableLimit: 20 }).fill(travelDay(placesOf(count)))));
    expect(fake.pairs).toBe(count * (count - 1));
  });

  it("asks places at one coordinate once", async () => {
    const fake = await fakeOsrm();
    const [a, b] = placesOf(2);
    const problem = travelDay([a, b, { ...a, id: "same door" }]);
    expectFakeMatrices(filled(await travel(fake.url).fill(problem)));
    expect(fake.asked[0].coordinates.length).toBe(2);
  });

  it("asks a lone place too, whose road a table cannot tell", async () => {
    const fake = await fakeOsrm({ snap: () => 5000 });
    const result = await travel(fake.url).fill(travelDay(placesOf(1)));
    expect(faultsOf(result)).toMatchObject([{ code: "place-far-from-road", path: "/places/0" }]);
  });

  it("leaves modes alone that came with matrices", async () => {
    const fake = await fakeOsrm();
    const given = { durations: [[0]], distances: [[0]] };
    const result = await travel(fake.url).fill(travelDay(placesOf(1), { car: given }));
    expect(filled(result).travel.modes["car"]).toBe(given);
    expect(result).toMatchObject({ sources: { car: { kind: "given" } }, counts: {} });
    expect(fake.requests).toBe(0);
  });

  it("keeps pairs without a way as null in both matrices, and tells of a place that is cut off", async () => {
    const problem = travelDay(placesOf(5));
    const island = problem.places[3];
    const isIsland = ([lon]: readonly [number, number]): boolean => Math.abs(lon - island.lon) < 1e-7;
    const fake = await fakeOsrm({ way: (from, to) => !isIsland(from) && !isIsland(to) });
    const result = await travel(fake.url).fill(problem);
    const { durations, distances } = filled(result).travel.modes["car"];
    expect(durations?.[3]).toEqual([null, null, null, 0, null]);
    expect(distances?.map((row) => row[3])).toEqual([null, null, null, 0, null]);
    expect(result.warnings).toMatchObject([{ code: "place-cut-off", path: "/places/3" }]);
  });

  it("warns beyond 150 m to the road, and refuses beyond 1 km, naming every such place", async () => {
    const places = placesOf(4);
    const metres = [150, 151, 1000, 1001];
    const snap = (lon: number): number => metres[places.findIndex((p) => Math.abs(p.lon - lon) < 1e-7)] - 0.2;
    const fake = await fakeOsrm({ snap });
    const result = await travel(fake.url).fill(travelDay(places));
    expect(faultsOf(result)).toMatchObject([{ code: "place-far-from-road", path: "/places/3" }]);
    expect(faultsOf(result)[0].message).toContain("1001 m");
    expect(result.warnings).toMatchObject([
      { code: "place-off-road", path: "/places/1" },
      { code: "place-off-road", path: "/places/2" },
    ]);
  });
});

describe("a server in trouble", () => {
  const day = travelDay(placesOf(4));

  it.each([{ status: 503 }, { status: 429 }, "drop"] as const)("is asked again after %j", async (trouble) => {
    const fake = await fakeOsrm();
    fake.troubles.push(trouble, trouble);
    expectFakeMatrices(filled(await travel(fake.url).fill(day)));
    expect(fake.requests).toBe(3);
  });

  it("is asked again when it hangs", async () => {
    const fake = await fakeOsrm();
    fake.troubles.push("hang");
    expectFakeMatrices(filled(await travel(fake.url, { timeoutMs: 1_500 }).fill(day)));
    expect(fake.requests).toBe(2);
  });

  it("is told of when it always hangs, with the time waited", async () => {
    const fake = await fakeOsrm();
    fake.troubles.push("hang", "hang");
    const result = await travel(fake.url, { timeoutMs: 40, retries: 1 }).fill(day);
    expect(faultsOf(result)).toMatchObject([{ code: "travel-server-down", path: "/travel/modes/car" }]);
    expect(faultsOf(result)[0].message).toContain("40 ms");
  });

  it("is told of when nothing listens, naming address and reason but no coordinate", async () => {
    const fake = await fakeOsrm();
    await fake.stop();
    const result = await travel(fake.url).fill(day);
    expect(faultsOf(result)).toMatchObject([{ code: "travel-server-down" }]);
    expect(faultsOf(result)[0].message).toContain(fake.url);
    expect(faultsOf(result)[0].message).toContain("ECONNREFUSED");
    expect(JSON.stringify(result)).not.toContain("24.93");
  });

  it("is not asked again when it says no", async () => {
    const fake = await fakeOsrm({ tableLimit: 3 });
    const result = await travel(fake.url).fill(day);
    expect(faultsOf(result)).toMatchObject([{ code: "travel-server-refused" }]);
    expect(faultsOf(result)[0].message).toContain("TooBig");
    expect(fake.requests).toBe(1);
  });

  it.each(["html", "no-distances"] as const)(
    "is told of when its answer is no table: %s",
    async (trouble) => {
      const fake = await fakeOsrm();
      fake.troubles.push(trouble);
      expect(faultsOf(await travel(fake.url).fill(day))).toMatchObject([{ code: "travel-server-answer" }]);
    },
  );

  it("is left alone after a row of failures, and asked again after a while", async () => {
    const fake = await fakeOsrm();
    const provider = travel(fake.url, { breakAfter: 3, breakMs: 1_500 });
    fake.troubles.push(...Array.from({ length: 3 }, () => ({ status: 500 })));
    expect(faultsOf(await provider.fill(day))[0].message).toContain("HTTP 500");
    expect(fake.requests).toBe(3);
    expect(faultsOf(await provider.fill(day))).toMatchObject([{ code: "travel-server-down" }]);
    expect(fake.requests).toBe(3); // not one more
    await new Promise((resolve) => {
      setTimeout(resolve, 1_600);
    });
    expectFakeMatrices(filled(await provider.fill(day)));
  });

  it("ends the other requests of the mode when one fails for good", async () => {
    const fake = await fakeOsrm();
    fake.delayMs = 10;
    fake.troubles.push({ status: 400 });
    const result = await travel(fake.url, { tableLimit: 4, concurrency: 2 }).fill(travelDay(placesOf(60)));
    expect(faultsOf(result)).toMatchObject([{ code: "travel-server-refused" }]);
    expect(fake.requests).toBeLessThan(10); // of 900 that the table would have taken
  });

  it("tells of every mode at once", async () => {
    const fake = await fakeOsrm();
    const server = { url: fake.url, limits: FAST };
    await fake.stop();
    const provider = createTravelTimes({ osrm: { car: server, bike: server } });
    const result = await provider.fill(travelDay(placesOf(3), { car: {}, bike: {}, walk: {} }));
    expect(faultsOf(result).map(({ code, path }) => [code, path])).toEqual([
      ["travel-server-down", "/travel/modes/car"],
      ["travel-server-down", "/travel/modes/bike"],
      ["travel-no-server", "/travel/modes/walk"],
    ]);
  });

  it("stops when the caller does, with the caller's reason", async () => {
    const fake = await fakeOsrm();
    fake.delayMs = 5_000;
    const caller = new AbortController();
    const filling = travel(fake.url).fill(day, { signal: caller.signal });
    setTimeout(() => caller.abort(new Error("had enough")), 30);
    await expect(filling).rejects.toThrow("had enough");
  });
});
