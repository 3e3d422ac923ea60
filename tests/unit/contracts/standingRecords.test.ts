/** Records of standing data: what is taken, what is refused and in which words. */
import { describe, expect, it } from "vitest";
import {
  isStandingKind,
  readRecord,
  shiftMinutes,
  STANDING_KINDS,
  STANDING_SCHEMAS,
  type StandingKind,
} from "../../../src/contracts/standing/index.js";

const REQUIREMENT = {
  id: "r1",
  decisionId: "d1",
  validFrom: "2026-01-01",
  typeId: "basic",
  rhythm: { kind: "rule", rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH" },
  windows: [{ from: "08:00", to: "09:00" }],
};
const SHIFT = {
  id: "s1",
  nurseId: "n1",
  date: "2026-11-23",
  from: "22:00",
  to: "06:00",
  startPlaceId: "p1",
  endPlaceId: "p1",
};

function found(kind: StandingKind, record: object): string[] {
  const read = readRecord(kind, record);
  return read.ok ? [] : read.faults.map(({ code, path }) => `${code} ${path}`);
}

describe("a record", () => {
  it.each([
    ["areas", { id: "a" }],
    ["visit-types", { id: "t" }],
    ["visit-types", { id: "t", description: "", priceComponents: [], clientFeeEuros: 12.35 }],
    ["requirements", REQUIREMENT],
    ["requirements", { ...REQUIREMENT, rhythm: { kind: "any-days", daysAWeek: 2 } }],
    ["shifts", SHIFT],
    ["nurses", { id: "n", contract: { kind: "provider", cost: 1, typeIds: [] } }],
    ["away-periods", { id: "x", clientId: "c", from: "2026-11-23", fromTime: "12:00" }],
  ] as const)("of %s may be %j", (kind, record) => {
    expect(found(kind, record)).toEqual([]);
  });

  const three = { ...REQUIREMENT.rhythm, timesADay: 3 };
  const window = REQUIREMENT.windows[0];
  it.each([
    ["homes", { id: "h", clientId: "c", placeId: "p", validFrom: "2026-02-30" }, "date-shape /validFrom"],
    [
      "homes",
      { id: "h", clientId: "c", placeId: "p", validFrom: "2026-02-02", validTo: "2026-02-01" },
      "period-order /validTo",
    ],
    ["shifts", { ...SHIFT, from: "24:00" }, "time-shape /from"],
    [
      "shifts",
      { ...SHIFT, startBufferMinutes: 300, endBufferMinutes: 180 },
      "shift-buffers /startBufferMinutes",
    ],
    [
      "shifts",
      { ...SHIFT, breaks: [{ minutes: 30, earliestAfterMinutes: 200, latestAfterMinutes: 100 }] },
      "break-delay-order /breaks/0/latestAfterMinutes",
    ],
    ["visit-types", { id: "t", clientFeeEuros: 1.005 }, "euros-decimals /clientFeeEuros"],
    ["clients", { id: "c", bannedNurseIds: ["n"], namedNurseId: "n" }, "nurse-banned /bannedNurseIds"],
    ["clients", { id: "c", bannedNurseIds: ["n"], wishedNurseIds: ["n"] }, "nurse-banned /bannedNurseIds"],
    [
      "requirements",
      { ...REQUIREMENT, rhythm: { kind: "rule", rrule: "BYDAY=MO" } },
      "rhythm-rule /rhythm/rrule",
    ],
    [
      "requirements",
      { ...REQUIREMENT, rhythm: { kind: "rule", rrule: "FREQ=HOURLY" } },
      "rhythm-rule /rhythm/rrule",
    ],
    ["requirements", { ...REQUIREMENT, rhythm: three, windows: [window, window] }, "windows-count /windows"],
    ["requirements", { ...REQUIREMENT, rhythm: { kind: "sometimes" } }, "unknown-value /rhythm/kind"],
    ["requirements", { ...REQUIREMENT, minGapMinutes: 60, maxGapMinutes: 30 }, "gap-order /maxGapMinutes"],
    ["absences", { id: "a", nurseId: "n", from: "2026-11-23", toTime: "12:00" }, "period-order /toTime"],
    ["access-notes", { id: "a", clientId: "c", text: "" }, "text-length /text"],
    ["areas", { id: "", colour: "red" }, "id-length /id"],
  ] as const)("of %s is refused: %j", (kind, record, fault) => {
    expect(found(kind, record)).toContain(fault);
  });

  it("is refused in words that repeat dates and numbers, and never names or codes of doors", () => {
    const wrong = readRecord("homes", { id: "h", clientId: "c", placeId: "p", validFrom: "1.2.2026" });
    expect(wrong).toMatchObject({
      faults: [{ message: 'validFrom is "1.2.2026", which is no date of the calendar' }],
    });
    for (const [kind, record] of [
      ["access-notes", { id: "a", clientId: "c", text: 4711 }],
      ["clients", { id: "c", name: ["Virtanen"] }],
      ["places", { id: "p", lat: 60, lon: 24, address: { street: "Virtanen 4711" } }],
    ] as const) {
      const text = JSON.stringify(readRecord(kind, record));
      expect(text).toContain("wrong-type");
      expect(text).not.toMatch(/4711|Virtanen/);
    }
  });
});

describe("the kinds", () => {
  it("each have a schema and take no unknown key", () => {
    expect(Object.keys(STANDING_SCHEMAS).toSorted()).toEqual([...STANDING_KINDS].toSorted());
    for (const kind of STANDING_KINDS) {
      expect([kind, found(kind, { surprise: 1 })]).toEqual([
        kind,
        expect.arrayContaining(["unknown-key /surprise", "missing-key /id"]),
      ]);
    }
    expect([isStandingKind("homes"), isStandingKind("toString")]).toEqual([true, false]);
  });
});

it("a shift's minutes run over midnight", () => {
  expect([
    shiftMinutes("22:00", "06:00"),
    shiftMinutes("07:00", "15:00"),
    shiftMinutes("07:00", "07:00"),
  ]).toEqual([480, 480, 1440]);
});
