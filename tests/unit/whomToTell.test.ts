/** Whom a new version concerns: times are told to the minute. */
import { describe, expect, it } from "vitest";
import { type comparePlans, whomToTell } from "../../src/planning/life/index.js";

type Difference = ReturnType<typeof comparePlans>["visits"][number];

/** One visit of Aino's that starts at another second. */
function shifted(from: string, to: string): Difference {
  const at = (time: string): NonNullable<Difference["from"]> => ({
    visitId: "v1",
    clientId: "c1",
    how: "served",
    at: Date.parse(`2026-11-23T${time}+02:00`) / 1000,
    start: `2026-11-23T${time}+02:00`,
    shiftIds: ["a"],
    nurseIds: ["aino"],
    providerId: null,
  });
  const cost = { from: 0, to: 0, difference: 0 };
  return {
    visitId: "v1",
    clientId: "c1",
    from: at(from),
    to: at(to),
    moved: false,
    otherNurses: false,
    shiftedSeconds: 1,
    cost,
  };
}

describe("whom to tell", () => {
  it("is nobody where a start moves within its minute", () => {
    expect(whomToTell({ visits: [shifted("09:00:05", "09:00:50")] })).toEqual({ clients: [], nurses: [] });
  });

  it("is client and nurse where the minute is another", () => {
    const { clients, nurses } = whomToTell({ visits: [shifted("09:00:50", "09:01:05")] });
    expect(clients.map(({ what }) => what)).toEqual([["other-time"]]);
    expect(nurses.map(({ otherTimes }) => otherTimes)).toEqual([["v1"]]);
  });
});
