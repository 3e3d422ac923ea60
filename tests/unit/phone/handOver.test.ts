import { describe, expect, it } from "vitest";
import { visitsToHandOver } from "../../../src/planning/phone/index.js";
import type { Round } from "../../../src/planning/ports.js";

const at = (time: string): Date => new Date(`2026-11-23T${time}:00Z`);
const stop = (visitId: string | null, start: string, end: string): Round["stops"][number] => ({
  kind: visitId === null ? "break" : "visit",
  visitId,
  breakId: visitId === null ? "lunch" : null,
  arrival: at(start),
  start: at(start),
  end: at(end),
  date: "2026-11-23",
  visit: null,
});
const ROUND: Round = {
  shiftId: "s",
  nurseId: "n",
  departure: at("07:00"),
  return: at("15:00"),
  mode: "walk",
  startPlaceId: "office",
  endPlaceId: "office",
  stops: [stop("a", "08:00", "08:30"), stop(null, "11:00", "11:30"), stop("b", "12:00", "12:30")],
};
const handed = (instant: string): readonly string[] => visitsToHandOver([ROUND], Date.parse(instant));

describe("access notes", () => {
  it("are handed out from twelve hours before the round", () => {
    expect(handed("2026-11-22T18:59:59Z")).toEqual([]);
    expect(handed("2026-11-22T19:00:00Z")).toEqual(["a", "b"]);
  });

  it("stop an hour after each visit's end", () => {
    expect(handed("2026-11-23T09:29:59Z")).toEqual(["a", "b"]);
    expect(handed("2026-11-23T09:30:00Z")).toEqual(["b"]);
    expect(handed("2026-11-23T13:30:00Z")).toEqual([]);
  });
});
