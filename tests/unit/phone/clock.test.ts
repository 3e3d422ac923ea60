import { describe, expect, it } from "vitest";
import { dateIn, instantText, rightNow, setClock, weekOf } from "../../../web/phone/core/index.js";
import { addDays } from "../../../web/shared/dates.js";

describe("the phone's clock", () => {
  const device = Date.parse("2026-11-23T08:00:00Z");

  it("is set right by the server", () => {
    const clock = setClock(device, device + 7 * 60_000);
    expect(rightNow(device + 1000, clock)).toBe(device + 7 * 60_000 + 1000);
  });

  it("does not jump about for what the network takes", () => {
    expect(setClock(device, device - 900).offset).toBe(0);
  });

  it("never runs back behind the last contact when the device is set back", () => {
    const clock = setClock(device, device);
    expect(rightNow(device - 24 * 3_600_000, clock)).toBe(device);
  });

  it("writes instants without fractions", () => {
    expect(instantText(device + 123)).toBe("2026-11-23T08:00:00Z");
  });
});

describe("dates", () => {
  it("are those of the plan's zone, on both sides of midnight and of a clock change", () => {
    expect(dateIn("Europe/Helsinki", Date.parse("2026-11-22T21:59:59Z"))).toBe("2026-11-22");
    expect(dateIn("Europe/Helsinki", Date.parse("2026-11-22T22:00:00Z"))).toBe("2026-11-23");
    expect(dateIn("Europe/Helsinki", Date.parse("2026-10-24T21:00:00Z"))).toBe("2026-10-25");
    expect(dateIn("Europe/Helsinki", Date.parse("2026-10-25T21:59:59Z"))).toBe("2026-10-25");
  });

  it("are counted over clock changes and month ends", () => {
    expect(addDays("2026-03-28", 1)).toBe("2026-03-29");
    expect(addDays("2026-03-29", 1)).toBe("2026-03-30");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });

  it("make weeks of Monday to Sunday", () => {
    expect(weekOf("2026-11-23")[0]).toBe("2026-11-23");
    expect(weekOf("2026-11-29")).toEqual(weekOf("2026-11-23"));
  });
});
