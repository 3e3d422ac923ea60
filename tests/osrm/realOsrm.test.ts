/**
 * Against a real OSRM with the map that `npm run osrm` serves by default. The servers are those
 * of KOTIKIERROS_OSRM (an --osrm option), else those that `npm run osrm` left running. With
 * KOTIKIERROS_NEEDS_OSRM set, their absence is a failure and not a reason to skip.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseProblem, type Problem } from "../../src/contracts/index.js";
import {
  createTravelTimes,
  MemoryTravelCache,
  type OsrmLimits,
  parseOsrmOption,
} from "../../src/travel/index.js";

function runningServers(): string {
  const given = process.env["KOTIKIERROS_OSRM"] ?? "";
  if (given !== "") return given;
  const script = fileURLToPath(new URL("../../scripts/osrm.mjs", import.meta.url));
  return spawnSync(process.execPath, [script, "status", "--quiet"], { encoding: "utf8" }).stdout.trim();
}

const option = runningServers();
if (option === "") {
  const why = "no OSRM is running: start it with npm run osrm, or name one in KOTIKIERROS_OSRM";
  if (process.env["KOTIKIERROS_NEEDS_OSRM"]) throw new Error(why);
  process.stderr.write(`SKIPPED: tests against a real OSRM: ${why}\n`);
}

const fixture = new URL("../../fixtures/kluuvi-nomatrix.json", import.meta.url);
function day(): Problem {
  const read = parseProblem(JSON.parse(readFileSync(fixture, "utf8")));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.problem;
}

function provider(limits: Partial<OsrmLimits> = {}, cache?: MemoryTravelCache) {
  const modes = Object.entries(parseOsrmOption(option)).map(
    ([mode, one]) => [mode, { ...one, limits }] as const,
  );
  return createTravelTimes({ osrm: Object.fromEntries(modes), ...(cache ? { cache } : {}) });
}

async function fill(problem: Problem, limits?: Partial<OsrmLimits>, cache?: MemoryTravelCache) {
  const result = await provider(limits, cache).fill(problem);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result;
}

describe.skipIf(option === "")("a real OSRM", () => {
  it("gives whole seconds and metres for car, bike and walk, and names its map", async () => {
    const { problem, sources } = await fill(day());
    for (const mode of ["car", "bike", "walk"]) {
      expect(sources[mode]).toMatchObject({
        kind: "osrm",
        mapVersion: expect.stringMatching(/^helsinki-[0-9a-f]{12}-/),
      });
      const { durations = [], distances = [] } = problem.travel.modes[mode];
      expect(durations.flat().every((cell) => cell !== null && Number.isInteger(cell) && cell >= 0)).toBe(
        true,
      );
      expect(distances.every((row, index) => row[index] === 0)).toBe(true);
    }
    const { car, walk } = problem.travel.modes;
    const total = (rows: Problem["travel"]["modes"][string]["durations"]): number =>
      (rows ?? []).flat().reduce((sum: number, cell) => sum + (cell ?? 0), 0);
    expect(total(walk.durations)).toBeGreaterThan(total(car.durations));
    expect(total(walk.distances)).toBeLessThan(total(car.distances)); // one-way streets
  });

  it("gives the same table in one request as in many small ones", async () => {
    const whole = await fill(day());
    const cut = await fill(day(), { tableLimit: 4, concurrency: 3 });
    expect(cut.problem.travel).toEqual(whole.problem.travel);
    expect(cut.counts["car"].requests).toBeGreaterThan(10);
  });

  it("asks on the second day for new pairs only", async () => {
    const cache = new MemoryTravelCache();
    const full = day();
    await fill({ ...full, places: full.places.slice(0, 11) }, {}, cache);
    const second = await fill(full, {}, cache);
    expect(second.counts["walk"]).toMatchObject({ fromCache: 110, fromServer: 13 * 12 - 110 });
    expect(second.problem.travel).toEqual((await fill(full)).problem.travel);
  });

  it("refuses a table larger than its limit, and we say so", async () => {
    const places = Array.from({ length: 120 }, (_, i) => ({
      id: `p${i}`,
      lat: 60.166 + i * 0.00008,
      lon: 24.944,
    }));
    const result = await provider({ tableLimit: 200 }).fill({ ...day(), places });
    expect(result).toMatchObject({ ok: false, faults: [{ code: "travel-server-refused" }, {}, {}] });
    expect((await provider().fill({ ...day(), places })).ok).toBe(true);
  });

  it("moves a place in Espoo to Helsinki without a word, which we refuse", async () => {
    const full = day();
    const places = [...full.places, { id: "espoo", lat: 60.2052, lon: 24.6559 }];
    const result = await provider().fill({ ...full, places });
    expect(result).toMatchObject({
      ok: false,
      faults: ["car", "bike", "walk"].map(() => ({ code: "place-far-from-road", path: "/places/13" })),
    });
  });

  it("has pairs without a way on this map, which stay null and are told of", async () => {
    // A grid over the map: some streets for cars lead only off its edge.
    const places = Array.from({ length: 90 }, (_, i) => ({
      id: `p${i}`,
      lat: 60.165 + (i % 6) * 0.00225,
      lon: 24.936 + Math.floor(i / 6) * 0.0011,
    }));
    const { problem, warnings } = await fill({ ...day(), places });
    const { durations = [], distances = [] } = problem.travel.modes["car"];
    expect(durations.flat()).toContain(null);
    expect(durations.map((row) => row.map((cell) => cell === null))).toEqual(
      distances.map((row) => row.map((cell) => cell === null)),
    );
    expect(warnings.map(({ code }) => code)).toContain("place-cut-off");
  });
});
