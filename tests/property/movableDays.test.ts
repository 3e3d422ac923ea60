/**
 * Movable days: whatever visits of them are served, and however, gaps hold exactly where each is on a day of
 * its own, the times of one day on one day, and neighbours on a day are as far apart as they must be.
 */
import { describe, expect, it } from "vitest";
import type { Link } from "../../src/contracts/problemSchema.js";
import type { RequirementRecord } from "../../src/contracts/standing/requirements.js";
import { gapsOfDay, gapsOfWeek } from "../../src/planning/generate/gaps.js";
import { randomNumbers } from "../support/random.js";

const DAY = 1440;
const text = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

interface Served {
  readonly id: string;
  readonly day: number;
  readonly time: number;
  /** Minutes since the first day's midnight. */
  readonly start: number;
}

/** A link with a visit that is not served is void. */
function linksHold(links: readonly Link[], served: readonly Served[]): boolean {
  const starts = new Map(served.map(({ id, start }) => [id, start]));
  return links.every((link) => {
    if (link.kind !== "gap") return true;
    const [first, second] = [starts.get(link.first), starts.get(link.second)];
    if (first === undefined || second === undefined) return true;
    const apart = second - first;
    return apart >= link.minMinutes && apart <= (link.maxMinutes ?? Infinity);
  });
}

/** What the requirement says, without links. */
function asRequired(served: readonly Served[], minGap: number): boolean {
  const dateOf = ({ start }: Served): number => Math.floor(start / DAY);
  return served.every((one) =>
    served.every((other) => {
      if (one === other) return true;
      if (one.day === other.day) {
        if (dateOf(one) !== dateOf(other)) return false;
        return one.time < other.time ? other.start - one.start >= minGap : true;
      }
      return one.day < other.day ? dateOf(one) < dateOf(other) : dateOf(one) > dateOf(other);
    }),
  );
}

/** A requirement with n times a day in windows of a morning and a day that reach over eleven hours at most. */
function randomRequirement(random: () => number) {
  const times = 1 + Math.floor(random() * 3);
  const from = 6 * 60 + Math.floor(random() * 6) * 30;
  const width = Math.floor((11 * 60) / times);
  const windows = Array.from({ length: times }, (_, at) => ({
    from: text(from + at * width),
    to: text(from + at * width + Math.floor(random() * width)),
  }));
  const shared = random() < 0.3;
  const record: RequirementRecord = {
    id: "m",
    decisionId: "d",
    validFrom: "2026-01-01",
    typeId: "basic",
    rhythm: { kind: "any-days", daysAWeek: 3, timesADay: times },
    windows: shared ? [{ from: text(from), to: text(from + 11 * 60) }] : windows,
    ...(random() < 0.5 ? { minGapMinutes: Math.floor(random() * 120) } : {}),
  };
  const timesOf = Array.from({ length: times }, (_, at) => ({
    number: at + 1,
    windows: [record.windows[shared ? 0 : at]!],
    preferred: null,
  }));
  return { record, times: timesOf };
}

type Made = { readonly id: string; readonly time: ReturnType<typeof randomRequirement>["times"][number] };

function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(":").map(Number);
  return hours! * 60 + minutes!;
}

/** Some visits served at random starts in their windows, on days that are mostly, not always, as they must be. */
function randomServed(days: readonly (readonly Made[])[], random: () => number): Served[] {
  const orderly = random() < 0.7;
  return days.flatMap((day, at) =>
    day.flatMap(({ id, time }): Served[] => {
      if (random() < 0.3) return [];
      const date = orderly && random() < 0.95 ? at * 2 + 1 : Math.floor(random() * 5);
      const [window] = time.windows;
      const [from, to] = [minutesOf(window!.from), minutesOf(window!.to)];
      const start = date * DAY + from + Math.round(random() * (to - from));
      return [{ id, day: at, time: time.number, start }];
    }),
  );
}

describe("gaps of movable days", () => {
  it("hold exactly where the requirement does, with any of the visits left out", () => {
    const random = randomNumbers(20_261);
    const seen = { yes: 0, no: 0 };
    const wrong: unknown[] = [];
    for (let round = 0; round < 600; round++) {
      const { record, times } = randomRequirement(random);
      const minutes = 15;
      const days = Array.from({ length: 3 }, (_, day): Made[] =>
        times.map((time) => ({ id: `m${day}:${time.number}`, time })),
      );
      const links = gapsOfWeek(record, minutes, days);
      for (let draw = 0; draw < 10; draw++) {
        const served = randomServed(days, random);
        const wanted = asRequired(served, Math.max(record.minGapMinutes ?? 0, minutes));
        seen[wanted ? "yes" : "no"]++;
        expect({ record, served, holds: linksHold(links, served) }).toEqual({
          record,
          served,
          holds: wanted,
        });
      }
    }
    expect(wrong).toEqual([]);
    // Otherwise the test would look at one side only.
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(500);
  });

  it("bind the first and the third time of a day, too, where the second is left out", () => {
    const record: RequirementRecord = {
      id: "m",
      decisionId: "d",
      validFrom: "2026-01-01",
      typeId: "basic",
      rhythm: { kind: "rule", rrule: "FREQ=DAILY", timesADay: 3 },
      windows: [{ from: "08:00", to: "20:00" }],
      minGapMinutes: 180,
      maxGapMinutes: 300,
    };
    const visits = [1, 2, 3].map((number) => ({
      id: `m:${number}`,
      time: { number, windows: record.windows, preferred: null },
    }));
    expect(gapsOfDay(record, 30, visits)).toEqual([
      { kind: "gap", first: "m:1", second: "m:2", minMinutes: 180, maxMinutes: 300 },
      { kind: "gap", first: "m:1", second: "m:3", minMinutes: 180 },
      { kind: "gap", first: "m:2", second: "m:3", minMinutes: 180, maxMinutes: 300 },
    ]);
  });
});
