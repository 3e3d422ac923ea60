/**
 * A hand-made day with a valid plan, small enough to count by hand: every leg takes ten
 * minutes, all times are on Monday 23 November 2026 in UTC.
 *
 *   s1 (nurse n1)  v1 08:00, v2 09:00, v3 10:00 (crew of two), lunch 11:00, v4 12:00
 *   s2 (nurse n2)  v3 10:00, v5 10:20 (video)
 *   v6 is bought, v7 is unserved (its home has no way), s3 and s4 are unused
 */
import type { Plan, Problem } from "../../src/contracts/index.js";

/** An instant of the day from `hh:mm` or `hh:mm:ss`. */
export function at(time: string): string {
  return `2026-11-23T${time.length === 5 ? `${time}:00` : time}Z`;
}

const PLACES = ["office", "home1", "home2", "home3", "far"];

function table(between: number): (number | null)[][] {
  return PLACES.map((from) =>
    PLACES.map((to) => (from === to ? 0 : from === "far" || to === "far" ? null : between)),
  );
}

function window(from: string, to: string) {
  return { from: at(from), to: at(to) };
}

export function sampleProblem(): Problem {
  return {
    format: "kotikierros/problem@1",
    timeZone: "Europe/Helsinki",
    places: PLACES.map((id, index) => ({ id, lat: 60.16 + index / 100, lon: 24.93 })),
    travel: { modes: { car: { durations: table(600), distances: table(4000) } } },
    visitTypes: [{ id: "basic" }, { id: "demanding", requires: ["registered-nurse"] }],
    clients: [
      { id: "c1", placeId: "home1", areaId: "east", languages: ["sv"], familiarNurseIds: ["n2"] },
      { id: "c2", placeId: "home2", areaId: "west", refusedNurseIds: ["n2"] },
      { id: "c3", placeId: "home3" },
      { id: "c4", placeId: "far" },
    ],
    visits: [
      { id: "v1", clientId: "c1", typeId: "basic", minutes: 30, windows: [window("08:00", "09:00")] },
      { id: "v2", clientId: "c2", typeId: "demanding", minutes: 30, windows: [window("09:00", "10:00")] },
      {
        id: "v3",
        clientId: "c3",
        typeId: "basic",
        minutes: 20,
        crewSize: 2,
        windows: [window("10:00", "11:00")],
      },
      { id: "v4", clientId: "c1", typeId: "basic", minutes: 20, windows: [window("12:00", "14:00")] },
      {
        id: "v5",
        clientId: "c2",
        typeId: "basic",
        minutes: 10,
        remote: true,
        windows: [window("08:00", "08:30"), window("10:00", "16:00")],
        pin: { shiftId: "s2", start: at("10:20"), begun: true },
      },
      { id: "v6", clientId: "c2", typeId: "basic", minutes: 60, windows: [window("08:00", "16:00")] },
      { id: "v7", clientId: "c4", typeId: "basic", minutes: 15, windows: [window("08:00", "16:00")] },
    ],
    links: [
      { kind: "gap", first: "v1", second: "v4", minMinutes: 180, maxMinutes: 300 },
      { kind: "same-nurse", visits: ["v1", "v4"] },
      { kind: "different-nurse", visits: ["v1", "v5"] },
      { kind: "gap", first: "v1", second: "v7", minMinutes: 600 },
    ],
    nurses: [
      { id: "n1", skills: ["registered-nurse"], languages: ["fi"], areaIds: ["west"] },
      { id: "n2", languages: ["fi", "sv"] },
      { id: "n3", skills: ["registered-nurse"] },
    ],
    shifts: [
      {
        id: "s1",
        nurseId: "n1",
        from: at("07:00"),
        to: at("15:00"),
        startPlaceId: "office",
        endPlaceId: "office",
        mode: "car",
        maxOvertimeMinutes: 30,
        useCost: 700,
        targetMinutes: 120,
        breaks: [
          {
            id: "lunch",
            minutes: 30,
            ...window("11:00", "13:00"),
            earliestAfterMinutes: 120,
            latestAfterMinutes: 240,
            inside: true,
          },
        ],
      },
      {
        id: "s2",
        nurseId: "n2",
        from: at("08:00"),
        to: at("16:00"),
        startPlaceId: "office",
        endPlaceId: "office",
        mode: "car",
        breaks: [{ id: "lunch", minutes: 30, ...window("09:30", "13:00"), afterMinutes: 60 }],
      },
      {
        id: "s3",
        nurseId: "n1",
        from: at("12:00"),
        to: at("18:00"),
        startPlaceId: "office",
        endPlaceId: "office",
        mode: "car",
      },
      {
        id: "s4",
        nurseId: "n3",
        from: at("07:00"),
        to: at("15:00"),
        startPlaceId: "office",
        endPlaceId: "office",
        mode: "car",
      },
    ],
    providers: [
      { id: "helper", typeIds: ["basic"], areaIds: ["west"], maxVisits: 1, cost: 9000 },
      { id: "other", typeIds: ["basic"], cost: 12_000 },
      { id: "therapist", typeIds: ["demanding"], cost: 9000 },
    ],
    previous: {
      visits: {
        v1: { shiftIds: ["s1"], start: at("08:10") },
        v3: { shiftIds: ["s1", "s4"], start: at("10:00") },
        v6: { shiftIds: ["s2"], start: at("13:00") },
        v7: { shiftIds: ["gone"], start: at("13:00") },
      },
    },
    limits: { changedClients: 2, movedStartMinutes: 10 },
  };
}

function visit(visitId: string, arrival: string, start: string, end: string) {
  return { kind: "visit" as const, visitId, arrival: at(arrival), start: at(start), end: at(end) };
}

export function samplePlan(): Plan {
  return {
    format: "kotikierros/plan@1",
    routes: [
      {
        shiftId: "s1",
        departure: at("07:50"),
        return: at("12:30"),
        stops: [
          visit("v1", "08:00", "08:00", "08:30"),
          visit("v2", "08:40", "09:00", "09:30"),
          visit("v3", "09:40", "10:00", "10:20"),
          { kind: "break", breakId: "lunch", start: at("11:00"), end: at("11:30") },
          visit("v4", "10:30", "12:00", "12:20"),
        ],
      },
      {
        shiftId: "s2",
        departure: at("09:50"),
        return: at("10:40"),
        stops: [visit("v3", "10:00", "10:00", "10:20"), visit("v5", "10:20", "10:20", "10:30")],
      },
    ],
    bought: [{ visitId: "v6", providerId: "helper" }],
    unserved: [{ visitId: "v7", reasons: ["no way"] }],
  };
}
