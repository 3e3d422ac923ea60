/** What the board draws of a day, without a browser. */
import { describe, expect, it } from "vitest";
import { dayModel, epoch, positionAt } from "../../../web/board/src/day/model.js";
import { typeLooks } from "../../../web/shared/visitTypes.js";
import type { Plan, Problem } from "../../../src/contracts/index.js";

const at = (time: string): string => `2026-11-23T${time}:00+02:00`;
const visit = (id: string, clientId: string) => ({
  id,
  clientId,
  typeId: "basic",
  minutes: 30,
  windows: [{ from: at("08:00"), to: at("12:00") }],
  preferred: { from: at("08:00"), to: at("09:00") },
});

const PROBLEM: Problem = {
  format: "kotikierros/problem@1",
  timeZone: "Europe/Helsinki",
  places: [
    { id: "office", lat: 60.17, lon: 24.94 },
    { id: "home", lat: 60.18, lon: 24.95 },
  ],
  travel: { modes: { walk: {} } },
  visitTypes: [{ id: "basic" }],
  clients: [
    { id: "c1", placeId: "home", familiarNurseIds: ["n2"] },
    { id: "c2", placeId: "home" },
  ],
  visits: [visit("v1", "c1"), visit("v2", "c2"), visit("v3", "c2")],
  nurses: [
    { id: "n2", name: "Nurse 2" },
    { id: "n10", name: "Nurse 10" },
  ],
  shifts: ["n10", "n2"].map((nurseId) => ({
    id: `s-${nurseId}`,
    nurseId,
    from: at("07:30"),
    to: at("15:00"),
    startPlaceId: "office",
    endPlaceId: "office",
    mode: "walk",
  })),
};

const PLAN: Plan = {
  format: "kotikierros/plan@1",
  routes: [
    {
      shiftId: "s-n10",
      departure: at("07:50"),
      return: at("10:10"),
      stops: [
        {
          kind: "visit",
          visitId: "v1",
          arrival: at("08:00"),
          start: at("08:00"),
          end: at("08:30"),
          travel: { seconds: 600 },
        },
        {
          kind: "visit",
          visitId: "v2",
          arrival: at("09:30"),
          start: at("09:30"),
          end: at("10:00"),
          travel: { seconds: 0 },
        },
      ],
      returnTravel: { seconds: 600 },
    },
  ],
  unserved: [{ visitId: "v3", reasons: [{ kind: "blocked", rule: "room", shifts: 2 }] }],
};

describe("the day as the board draws it", () => {
  const day = dayModel(PROBLEM, PLAN);
  const row = day.rows.find(({ shiftId }) => shiftId === "s-n10");

  it("has a row a shift, nurse 2 before nurse 10, from whole hour to whole hour", () => {
    expect(day.rows.map(({ name }) => name)).toEqual(["Nurse 2", "Nurse 10"]);
    expect([day.start, day.end]).toEqual([epoch(at("07:00")), epoch(at("15:00"))]);
    expect(day.rows[0]?.departure).toBeNull();
  });

  it("tells lateness, familiarity, ways and work of a round", () => {
    expect(row?.blocks.map(({ off }) => off)).toEqual([0, 1800]);
    expect(row?.blocks.map(({ familiar }) => familiar)).toEqual([false, null]);
    expect(row?.legs).toEqual([
      { from: epoch(at("07:50")), to: epoch(at("08:00")) },
      { from: epoch(at("10:00")), to: epoch(at("10:10")) },
    ]);
    expect([row?.workSeconds, row?.travelSeconds]).toEqual([3600, 1200]);
  });

  it("puts what is left out into the tray, everything where nothing is planned", () => {
    expect(day.tray.map((item) => item.visit.id)).toEqual(["v3"]);
    expect(dayModel(PROBLEM, null).tray).toHaveLength(3);
  });

  it("drops a visit after those whose middle has passed, not counting itself", () => {
    if (row === undefined) throw new Error("no row");
    expect(positionAt(row, epoch(at("08:10")), "v3")).toBe(0);
    expect(positionAt(row, epoch(at("08:20")), "v3")).toBe(1);
    expect(positionAt(row, epoch(at("12:00")), "v3")).toBe(2);
    expect(positionAt(row, epoch(at("12:00")), "v1")).toBe(1);
  });
});

describe("visit types", () => {
  it("have letters that differ, in every language", () => {
    const types = ["basic", "demanding", "bath", "blood"].map((id) => ({ id }));
    for (const language of ["fi", "sv", "en"] as const) {
      const letters = [...typeLooks(types, language).values()].map(({ letter }) => letter);
      expect(new Set(letters).size).toBe(types.length);
    }
  });
});
