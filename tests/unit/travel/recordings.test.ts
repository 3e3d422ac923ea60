/** The demo days are what the real OSRM answered: replayed here, without it. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parseProblem } from "../../../src/contracts/index.js";
import { createTravelTimes, readRecording, replay } from "../../../src/travel/index.js";

const fixture = (name: string): URL => new URL(`../../../fixtures/${name}`, import.meta.url);
const json = (name: string): unknown => {
  const data = readFileSync(fixture(name));
  return JSON.parse((name.endsWith(".gz") ? gunzipSync(data) : data).toString("utf8"));
};
function problemOf(name: string) {
  const read = parseProblem(json(name));
  if (!read.ok) throw new Error(JSON.stringify(read.faults.slice(0, 5)));
  return read.problem;
}

function replayed(day: string) {
  const modes = ["car", "bike", "walk"].map((mode) => {
    const recording = readRecording(fixture(`osrm/${day}-${mode}.json.gz`).pathname);
    return [
      mode,
      { url: "http://recorded", recorded: recording.recorded, fetch: replay(recording) },
    ] as const;
  });
  return createTravelTimes({ osrm: Object.fromEntries(modes) });
}

describe.each(["helsinki-day", "kluuvi"])("%s", (day) => {
  it("has the matrices that the recorded answers give, and names them as such", async () => {
    const result = await replayed(day).fill(problemOf(`${day}-nomatrix.json`));
    expect(result).toMatchObject({ ok: true, warnings: [] });
    expect(result.ok && result.problem).toEqual(problemOf(`${day}.json.gz`));
    expect(result.ok && result.sources["walk"]).toMatchObject({ profile: "walking", recorded: "2026-11-22" });
  });

  it("has a way between all places by every mode", () => {
    for (const mode of Object.values(problemOf(`${day}.json.gz`).travel.modes))
      expect(mode.durations?.flat()).not.toContain(null);
  });
});

describe("a recording", () => {
  it("refuses what was not recorded", async () => {
    const problem = problemOf("kluuvi-nomatrix.json");
    const moved = problem.places.map((place) => ({ ...place, lat: place.lat + 0.001 }));
    const result = await replayed("kluuvi").fill({ ...problem, places: moved });
    expect(result).toMatchObject({ ok: false });
    expect(!result.ok && result.faults[0].message).toContain("NotRecorded");
  });
});

describe("the demo day", () => {
  const day = problemOf("helsinki-day.json.gz");
  const inside = { lat: [60.147, 60.178], lon: [24.892, 24.99] } as const;

  it("is a day of at least 80 visits of all four types for a team on foot, bicycle and car", () => {
    expect(day.visits.length).toBeGreaterThanOrEqual(80);
    expect(new Set(day.visits.map((visit) => visit.typeId))).toEqual(
      new Set(["basic", "demanding", "rehabilitative", "family"]),
    );
    expect(new Set(day.shifts.map((shift) => shift.mode))).toEqual(new Set(["walk", "bike", "car"]));
    for (const { lat, lon } of day.places) {
      expect(lat > inside.lat[0] && lat < inside.lat[1] && lon > inside.lon[0] && lon < inside.lon[1]).toBe(
        true,
      );
    }
  });

  it("has two shifts with breaks, crews, gaps, Swedish, familiar nurses, video visits and a provider", () => {
    const starts = day.shifts.map((shift) => shift.from.slice(11, 16));
    expect(starts).toEqual(expect.arrayContaining(["07:00", "14:00"]));
    expect(day.shifts.some((shift) => shift.breaks?.some((one) => one.inside))).toBe(true);
    expect(day.shifts.some((shift) => (shift.maxOvertimeMinutes ?? 0) > 0)).toBe(true);
    expect(day.visits.filter((visit) => visit.crewSize === 2).length).toBeGreaterThanOrEqual(3);
    expect(day.visits.some((visit) => visit.remote)).toBe(true);
    expect(day.links?.filter((link) => link.kind === "gap").length).toBeGreaterThan(20);
    expect(day.clients.some((client) => client.languages?.join() === "sv")).toBe(true);
    expect(day.nurses.some((nurse) => nurse.languages?.includes("sv"))).toBe(true);
    expect(day.clients.filter((client) => client.familiarNurseIds).length).toBeGreaterThan(30);
    expect(day.providers?.length).toBe(1);
  });
});
