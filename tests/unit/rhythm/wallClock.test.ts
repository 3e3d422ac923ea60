import { describe, expect, it } from "vitest";
import { instantWriter } from "../../../src/domain/localTime.js";
import { minuteOfDay, wallClock } from "../../../src/domain/wallClock.js";

const clock = wallClock("Europe/Helsinki");
const write = instantWriter("Europe/Helsinki");
const at = (date: string, time: string, twice?: "first" | "second"): string =>
  write(clock(date, minuteOfDay(time), twice));

describe("wall clock of a zone", () => {
  it("knows winter and summer", () => {
    expect(at("2026-11-23", "07:15")).toBe("2026-11-23T07:15:00+02:00");
    expect(at("2026-07-01", "00:00")).toBe("2026-07-01T00:00:00+03:00");
    expect(write(clock("2026-11-23", 1440 + 90))).toBe("2026-11-24T01:30:00+02:00");
  });

  it("goes past the hour that spring skips", () => {
    expect(at("2026-03-29", "02:59")).toBe("2026-03-29T02:59:00+02:00");
    expect(at("2026-03-29", "03:30")).toBe("2026-03-29T04:30:00+03:00");
    expect(at("2026-03-29", "04:00")).toBe("2026-03-29T04:00:00+03:00");
    expect(write(clock("2026-03-28", 1440 + 240))).toBe("2026-03-29T04:00:00+03:00");
  });

  it("tells the two hours of autumn apart", () => {
    expect(at("2026-10-25", "03:30")).toBe("2026-10-25T03:30:00+03:00");
    expect(at("2026-10-25", "03:30", "second")).toBe("2026-10-25T03:30:00+02:00");
    expect(at("2026-10-25", "02:59", "second")).toBe("2026-10-25T02:59:00+03:00");
    expect(at("2026-10-25", "04:00")).toBe("2026-10-25T04:00:00+02:00");
    expect(at("2026-10-25", "12:00", "second")).toBe("2026-10-25T12:00:00+02:00");
  });

  it("refuses a zone that is not", () => {
    expect(() => wallClock("Europe/Espoo")).toThrow(RangeError);
  });
});
