import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { epochSeconds } from "../../../src/domain/instant.js";
import { instantWriter, isTimeZone } from "../../../src/domain/localTime.js";

describe("instants in local time", () => {
  const helsinki = instantWriter("Europe/Helsinki");

  it("jumps from 02:59:59+02:00 to 04:00:00+03:00 on 29 March 2026", () => {
    const change = Date.UTC(2026, 2, 29, 1) / 1000;
    expect(helsinki(change - 1)).toBe("2026-03-29T02:59:59+02:00");
    expect(helsinki(change)).toBe("2026-03-29T04:00:00+03:00");
  });

  it("has the hour from three to four twice on 25 October 2026, told apart by the offset", () => {
    const change = Date.UTC(2026, 9, 25, 1) / 1000;
    expect(helsinki(change - 1)).toBe("2026-10-25T03:59:59+03:00");
    expect(helsinki(change)).toBe("2026-10-25T03:00:00+02:00");
    expect(helsinki(change + 3600)).toBe("2026-10-25T04:00:00+02:00");
  });

  it.each([
    ["UTC", "2026-11-23T05:30:00+00:00"],
    ["America/St_Johns", "2026-11-23T02:00:00-03:30"],
    ["Asia/Kathmandu", "2026-11-23T11:15:00+05:45"],
  ])("writes in %s", (zone, text) => {
    expect(instantWriter(zone)(Date.UTC(2026, 10, 23, 5, 30) / 1000)).toBe(text);
  });

  it("keeps half-hour clock changes apart", () => {
    const lordHowe = instantWriter("Australia/Lord_Howe");
    const change = Date.UTC(2026, 3, 4, 15) / 1000;
    expect(lordHowe(change - 1)).toBe("2026-04-05T01:59:59+11:00");
    expect(lordHowe(change)).toBe("2026-04-05T01:30:00+10:30");
  });

  it("writes what is read back as the same second, as luxon does, in any order of asking", () => {
    const zone = fc.constantFrom(
      "Europe/Helsinki",
      "Australia/Lord_Howe",
      "America/New_York",
      "Africa/Casablanca",
    );
    const second = fc.integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 });
    fc.assert(
      fc.property(zone, fc.array(second, { minLength: 1, maxLength: 20 }), (name, seconds) => {
        const write = instantWriter(name);
        for (const at of seconds) {
          expect(epochSeconds(write(at))).toBe(at);
          const luxon = DateTime.fromSeconds(at, { zone: name }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
          expect(write(at)).toBe(luxon);
        }
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it("knows zones by name only", () => {
    expect(isTimeZone("Europe/Helsinki")).toBe(true);
    expect(isTimeZone("UTC")).toBe(true);
    for (const name of ["", "+02:00", "Europe/Hellsinki", "local time", "Europe"]) {
      expect(isTimeZone(name), name).toBe(false);
    }
    expect(() => instantWriter("Europe/Hellsinki")).toThrow(RangeError);
  });
});
