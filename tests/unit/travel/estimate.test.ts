import { describe, expect, it } from "vitest";
import { createTravelTimes, sourceSentence } from "../../../src/travel/index.js";
import { earthMetres } from "../../../src/travel/earth.js";
import { travelDay } from "./travelDay.js";

/** Two points on one meridian, 0.01 degrees apart: 1,111.95 m on a sphere of 6,371,009 m. */
const NORTH = [
  { id: "a", lat: 60.16, lon: 24.93 },
  { id: "b", lat: 60.17, lon: 24.93 },
];
const factors = { car: { detourFactor: 1.4, kilometresPerHour: 28, winterFactor: 1.2 } };

describe("the estimate", () => {
  it("is metres x detour at the speed, longer in winter, and says so", async () => {
    const provider = createTravelTimes({ estimateAllowed: true, estimate: factors });
    const winter = await provider.fill(travelDay(NORTH));
    const summer = await provider.fill(travelDay(NORTH, { car: {} }, "2026-06-15"));
    if (!winter.ok || !summer.ok) throw new Error("not filled");
    expect(winter.problem.travel.modes["car"].distances).toEqual([
      [0, 1557],
      [1557, 0],
    ]);
    expect(summer.problem.travel.modes["car"].durations?.[0][1]).toBe(200); // 1,556.7 m at 7.78 m/s
    expect(winter.problem.travel.modes["car"].durations?.[1][0]).toBe(240);
    expect(winter.sources["car"]).toEqual({
      kind: "estimate",
      detourFactor: 1.4,
      kilometresPerHour: 28,
      seasonFactor: 1.2,
      season: "winter",
    });
    expect(winter.warnings).toEqual([]);
    expect(sourceSentence(winter.sources["car"])).toContain("ESTIMATE");
  });

  it.each([
    ["2026-10-31", "summer"],
    ["2026-11-01", "winter"],
    ["2027-03-31", "winter"],
    ["2027-04-01", "summer"],
  ])("on %s it is %s", async (date, season) => {
    const result = await createTravelTimes({ estimateAllowed: true }).fill(
      travelDay(NORTH, { car: {} }, date),
    );
    expect(result).toMatchObject({ sources: { car: { season } } });
  });

  it("is never made unless allowed", async () => {
    const result = await createTravelTimes({}).fill(travelDay(NORTH));
    expect(result).toMatchObject({ ok: false, faults: [{ code: "travel-no-server" }] });
    const allowed = await createTravelTimes({}).fill(travelDay(NORTH), { estimateAllowed: true });
    expect(allowed.ok).toBe(true);
    const refused = await createTravelTimes({ estimateAllowed: true }).fill(travelDay(NORTH), {
      estimateAllowed: false,
    });
    expect(refused.ok).toBe(false);
  });

  it("stands in for a dead server only where allowed, for the whole mode, with a warning", async () => {
    const limits = { retries: 0 };
    const provider = createTravelTimes({ osrm: { car: { url: "http://127.0.0.1:1", limits } } });
    expect(await provider.fill(travelDay(NORTH))).toMatchObject({ faults: [{ code: "travel-server-down" }] });
    const result = await provider.fill(travelDay(NORTH), { estimateAllowed: true });
    expect(result).toMatchObject({
      ok: true,
      sources: { car: { kind: "estimate", insteadOf: "travel-server-down" } },
      warnings: [{ code: "travel-estimated", path: "/travel/modes/car" }],
    });
    expect(result.ok && sourceSentence(result.sources["car"])).toContain("because of travel-server-down");
  });

  it("knows no speed of an unknown mode, whatever that is called", async () => {
    const result = await createTravelTimes({ estimateAllowed: true }).fill(
      travelDay(NORTH, { toString: {}, boat: {} }),
    );
    expect(result).toMatchObject({
      ok: false,
      faults: [
        { code: "travel-mode-unknown", path: "/travel/modes/toString" },
        { code: "travel-mode-unknown", path: "/travel/modes/boat" },
      ],
    });
  });
});

describe("earthMetres", () => {
  it("agrees with known distances", () => {
    const helsinki = { lat: 60.1699, lon: 24.9384 };
    const tallinn = { lat: 59.437, lon: 24.7536 };
    expect(earthMetres(helsinki, tallinn)).toBeGreaterThan(82_000);
    expect(earthMetres(helsinki, tallinn)).toBeLessThan(82_500);
    expect(earthMetres(helsinki, helsinki)).toBe(0);
    expect(earthMetres({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(Math.PI * 6_371_009, 3);
  });
});
