import { describe, expect, it } from "vitest";
import { easterSunday, holidayCalendar, holidaysOf } from "../../../src/planning/rhythm/index.js";

describe("public holidays", () => {
  it("are those of the Finnish calendar of 2026", () => {
    expect(holidaysOf(2026).map(({ date, id }) => `${date} ${id}`)).toEqual([
      "2026-01-01 new-year",
      "2026-01-06 epiphany",
      "2026-04-03 good-friday",
      "2026-04-05 easter",
      "2026-04-06 easter-monday",
      "2026-05-01 may-day",
      "2026-05-14 ascension",
      "2026-05-24 pentecost",
      "2026-06-19 midsummer-eve",
      "2026-06-20 midsummer",
      "2026-10-31 all-saints",
      "2026-12-06 independence",
      "2026-12-24 christmas-eve",
      "2026-12-25 christmas",
      "2026-12-26 second-christmas",
    ]);
  });

  it("follow Easter, which is early, late and in between", () => {
    // Astronomical tables: the earliest and latest of our time among them.
    const known = ["2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28"];
    expect(known.map((date) => easterSunday(Number(date.slice(0, 4))))).toEqual(known);
    expect(easterSunday(2038)).toBe("2038-04-25");
  });

  it("are asked for by date", () => {
    const isHoliday = holidayCalendar();
    expect(isHoliday("2027-06-26")).toBe(true);
    expect(isHoliday("2027-06-24")).toBe(false);
    expect(isHoliday("2025-11-01")).toBe(true);
    expect(isHoliday("2026-12-27")).toBe(false);
  });
});
