import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { epochSeconds, readInstant } from "../../../src/domain/instant.js";
import { ENDLESS, millisecondsOf } from "./fixtures.js";

describe("instants", () => {
  it.each([
    ["1970-01-01T00:00:00Z", 0],
    ["2026-11-23T07:30:00+02:00", Date.UTC(2026, 10, 23, 5, 30) / 1000],
    ["2026-11-23T07:30:00-09:30", Date.UTC(2026, 10, 23, 17) / 1000],
    ["2024-02-29T12:00:00+00:00", Date.UTC(2024, 1, 29, 12) / 1000],
    ["2000-02-29T00:00:00Z", Date.UTC(2000, 1, 29) / 1000],
    ["0001-01-01T00:00:00Z", -62_135_596_800],
    ["9999-12-31T23:59:59Z", 253_402_300_799],
  ])("reads %s", (text, seconds) => {
    expect(readInstant(text)).toBe(seconds);
    expect(epochSeconds(text)).toBe(seconds);
  });

  it.each([
    ["", "shape"],
    ["2026-11-23", "shape"],
    ["2026-11-23T07:30Z", "shape"],
    ["2026-11-23T07:30:00", "shape"],
    ["2026-11-23 07:30:00Z", "shape"],
    ["2026-11-23T07:30:00z", "shape"],
    ["2026-11-23T07:30:00+0200", "shape"],
    ["2026-11-23T07:30:00Z\n", "shape"],
    ["\u0662\u0660\u0662\u0666-11-23T07:30:00Z", "shape"],
    ["+12026-11-23T07:30:00Z", "shape"],
    ["2026-11-23T07:30:00.000Z", "fraction"],
    ["2026-11-23T07:30:00,5+02:00", "fraction"],
    ["2026-12-31T23:59:60Z", "leap-second"],
    ["2026-02-29T00:00:00Z", "calendar"],
    ["1900-02-29T00:00:00Z", "calendar"],
    ["2026-04-31T00:00:00Z", "calendar"],
    ["2026-13-01T00:00:00Z", "calendar"],
    ["2026-00-01T00:00:00Z", "calendar"],
    ["2026-01-00T00:00:00Z", "calendar"],
    ["0000-01-01T00:00:00Z", "calendar"],
    ["2026-11-23T24:00:00Z", "clock"],
    ["2026-11-23T07:60:00Z", "clock"],
    ["2026-11-23T07:30:61Z", "clock"],
    ["2026-11-23T07:30:00+24:00", "offset"],
    ["2026-11-23T07:30:00+02:60", "offset"],
  ])("refuses %j: %s", (text, reason) => {
    expect(readInstant(text)).toBe(reason);
    expect(() => epochSeconds(text)).toThrow(RangeError);
  });

  it("agrees with the platform on every instant of the years 100 to 9999", () => {
    const least = Date.UTC(100, 0, 1) / 1000;
    const most = Date.UTC(9999, 11, 31) / 1000;
    fc.assert(
      fc.property(fc.integer({ min: least, max: most }), (seconds) => {
        const text = `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
        expect(readInstant(text)).toBe(seconds);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("reads the instants of 10,000 visits at once", () => {
    const texts = Array.from({ length: 40_000 }, (_, i) => {
      const minute = String(i % 60).padStart(2, "0");
      return `2026-11-23T07:${minute}:00+02:00`;
    });
    let sum = 0;
    const taken = millisecondsOf(() => {
      for (const text of texts) sum += epochSeconds(text);
    });
    expect(sum).toBeGreaterThan(0);
    expect(taken).toBeLessThan(ENDLESS);
  });
});
