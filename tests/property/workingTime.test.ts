/** Working-time rules against counting by the quarter hour, around both clock changes and over midnight. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RuleSet } from "../../src/contracts/index.js";
import {
  checkWorkingTime,
  DEFAULT_RULE_SET,
  type Duty,
  rosterOf,
} from "../../src/planning/workingTime/index.js";

const QUARTER = 900;
const HOUR = 3600;
const MONDAYS = { spring: "2026-03-23", autumn: "2026-10-19", winter: "2026-11-23" } as const;
/** Monday 00:00 in Helsinki, as epoch seconds. */
const MIDNIGHT = {
  spring: Date.parse("2026-03-22T22:00:00Z") / 1000,
  autumn: Date.parse("2026-10-18T21:00:00Z") / 1000,
  winter: Date.parse("2026-11-22T22:00:00Z") / 1000,
} as const;

const only = (rules: RuleSet["rules"]): RuleSet => ({ ...DEFAULT_RULE_SET, rules });
const {
  "daily-rest": daily,
  "weekly-rest": weekly,
  "rest-compensation": compensation,
} = DEFAULT_RULE_SET.rules;

const duty = (id: string, from: number, to: number, more: Partial<Duty> = {}): Duty => ({
  id,
  nurseId: "n",
  from,
  to,
  breaks: [],
  knownSince: null,
  consent: false,
  context: false,
  ...more,
});

/** Up to twelve shifts in two weeks from a Monday, on quarter hours, also at night and overlapping. */
const weeks = fc.record({
  season: fc.constantFrom("spring", "autumn", "winter"),
  shifts: fc.array(
    fc.record({ start: fc.integer({ min: 0, max: 14 * 96 - 1 }), quarters: fc.integer({ min: 4, max: 48 }) }),
    { minLength: 1, maxLength: 12 },
  ),
});
type Weeks = { season: keyof typeof MONDAYS; shifts: { start: number; quarters: number }[] };

function rosterFor({ season, shifts }: Weeks, timeZone = "Europe/Helsinki") {
  const base = MIDNIGHT[season];
  return {
    timeZone,
    from: MONDAYS[season],
    to: new Date(Date.parse(MONDAYS[season]) + 13 * 86_400_000).toISOString().slice(0, 10),
    duties: shifts.map(({ start, quarters }, index) =>
      duty(`s${index}`, base + start * QUARTER, base + (start + quarters) * QUARTER),
    ),
    persons: new Map(),
  };
}

/** Whether she works in each quarter hour of so many days from the Monday. */
function slots({ shifts }: Weeks, days: number): boolean[] {
  const busy = Array.from({ length: days * 96 }, () => false);
  for (const { start, quarters } of shifts) {
    for (let at = start; at < start + quarters && at < busy.length; at++) busy[at] = true;
  }
  return busy;
}

function longestRun(busy: readonly boolean[], from: number, to: number): number {
  let run = 0;
  let longest = 0;
  for (let at = from; at < to; at++) {
    run = busy[at] === true ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

describe("daily rest", () => {
  it("is found short exactly where counting quarter hours finds it short", () => {
    fc.assert(
      fc.property(weeks, (input) => {
        const { findings } = checkWorkingTime(only({ "daily-rest": daily! }), rosterFor(input));
        const busy = slots(input, 17);
        const starts = busy.flatMap((is, at) => (is && busy[at - 1] !== true ? [at] : []));
        const short = new Map(
          starts.map((at) => [at, longestRun(busy, at, at + 96)] as const).filter(([, run]) => run < 44),
        );
        expect(findings.length > 0).toBe(short.size > 0);
        for (const { from, figures } of findings) {
          const at = (from - MIDNIGHT[input.season]) / QUARTER;
          expect(figures["hours"]).toBe(short.get(at)! / 4);
        }
        // A short rest that is not told shares its rest with one that is.
        const told = new Set(findings.map(({ from }) => (from - MIDNIGHT[input.season]) / QUARTER));
        for (const at of short.keys()) {
          const near = [...told].some((other) => Math.abs(other - at) < 96);
          expect(near).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("does not care about midnight: the same shifts hours later have the same rests", () => {
    fc.assert(
      fc.property(weeks, fc.integer({ min: 1, max: 95 }), ({ shifts }, later) => {
        const find = (by: number) =>
          checkWorkingTime(
            only({ "daily-rest": daily! }),
            rosterFor(
              { season: "winter", shifts: shifts.map((one) => ({ ...one, start: one.start + by })) },
              "UTC",
            ),
          ).findings.map(({ shiftIds, figures }) => ({ shiftIds, figures }));
        expect(find(later)).toEqual(find(0));
      }),
      { numRuns: 100 },
    );
  });

  const roster = (shifts: { from: string; to: string }[], nurse: object = {}) =>
    rosterOf({
      timeZone: "Europe/Helsinki",
      from: shifts[0]!.from.slice(0, 10),
      to: shifts.at(-1)!.to.slice(0, 10),
      shifts: shifts.map((one, index) => ({ id: `s${index}`, nurseId: "n", ...one })),
      nurses: [{ id: "n", form: "period", shortenedRest: false, skills: [], ...nurse }],
    });

  it("counts hours that pass: ten in the spring night where the clock says eleven, eleven in autumn", () => {
    const rules = only({ "daily-rest": daily! });
    const spring = checkWorkingTime(
      rules,
      roster([
        { from: "2026-03-28T13:00:00+02:00", to: "2026-03-28T21:00:00+02:00" },
        { from: "2026-03-29T08:00:00+03:00", to: "2026-03-29T12:00:00+03:00" },
      ]),
    );
    expect(spring.findings).toMatchObject([
      {
        rule: "daily-rest",
        nurseIds: ["n"],
        shiftIds: ["s0", "s1"],
        figures: { hours: 10, requiredHours: 11 },
      },
    ]);
    const autumn = checkWorkingTime(
      rules,
      roster([
        { from: "2026-10-24T14:00:00+03:00", to: "2026-10-24T22:00:00+03:00" },
        { from: "2026-10-25T08:00:00+02:00", to: "2026-10-25T12:00:00+02:00" },
      ]),
    );
    expect(autumn.findings).toEqual([]);
    // A night shift over the autumn change is an hour longer than its clock times.
    const night = checkWorkingTime(
      rules,
      roster([{ from: "2026-10-24T21:00:00+03:00", to: "2026-10-25T07:00:00+02:00" }]),
    );
    expect(night.hours).toEqual([{ nurseId: "n", minutes: 660, shifts: 1 }]);
  });

  it("lets those who agreed rest nine hours, if a longer rest makes up for it", () => {
    const rules = only({ "daily-rest": daily!, "rest-compensation": { ...compensation!, days: 2 } });
    const days = (rest: string) =>
      roster(
        [
          { from: "2026-11-23T14:00:00+02:00", to: "2026-11-23T22:00:00+02:00" },
          { from: "2026-11-24T07:00:00+02:00", to: "2026-11-24T15:00:00+02:00" },
          { from: "2026-11-25T03:30:00+02:00", to: "2026-11-25T12:00:00+02:00" },
          { from: `2026-11-26T${rest}:00+02:00`, to: "2026-11-26T08:00:00+02:00" },
          { from: "2026-11-27T04:30:00+02:00", to: "2026-11-27T12:00:00+02:00" },
        ],
        { shortenedRest: true },
      );
    expect(checkWorkingTime(rules, days("01:00")).findings).toEqual([]);
    const short = checkWorkingTime(rules, days("00:30")).findings;
    expect(short).toMatchObject([
      { rule: "rest-compensation", figures: { missingHours: 2, requiredHours: 13 } },
    ]);
  });
});

describe("weekly rest", () => {
  const strict = only({ "weekly-rest": { ...weekly!, leastHours: undefined } });
  const gaps = (input: Weeks): { from: number; to: number }[] => {
    const busy = slots(input, 14);
    const out: { from: number; to: number }[] = [];
    let from = 0;
    for (let at = 0; at <= busy.length; at++) {
      if (at < busy.length && busy[at] !== true) continue;
      if (at > from) out.push({ from, to: at });
      from = at + 1;
    }
    return out;
  };
  const weekOf = (season: keyof typeof MONDAYS, from: number): number =>
    Math.round((from - MIDNIGHT[season]) / (168 * HOUR));

  it("is never missed in a week that has 35 hours free within it", () => {
    fc.assert(
      fc.property(weeks, (input) => {
        fc.pre(input.season === "winter");
        const short = checkWorkingTime(strict, rosterFor(input)).findings.map(({ from }) =>
          weekOf("winter", from),
        );
        for (const week of [0, 1]) {
          const inside = gaps(input).some(
            ({ from, to }) =>
              Math.min(to, (week + 1) * 672) - Math.max(from, week * 672) >= 140 && from >= week * 672,
          );
          if (inside) expect(short).not.toContain(week);
        }
      }),
      { numRuns: 600 },
    );
  });

  it("counts no hour for two weeks", () => {
    // Saturday 15:00 to Tuesday 08:00 is 65 hours: enough for one week, not for two.
    const rests = (until: string) => {
      const work: Duty[] = [];
      const start = MIDNIGHT.winter;
      const sunday = start + 6 * 24 * HOUR;
      const end = Date.parse(until) / 1000;
      for (let at = start; at < start + 14 * 24 * HOUR; at += 8 * HOUR) {
        const to = at + 7 * HOUR;
        if (to > sunday - 2 * HOUR && at < end) continue;
        work.push(duty(`s${at}`, at, to));
      }
      return checkWorkingTime(strict, {
        timeZone: "Europe/Helsinki",
        from: "2026-11-23",
        to: "2026-12-06",
        duties: work,
        persons: new Map(),
      }).findings.map(({ from }) => weekOf("winter", from));
    };
    expect(rests("2026-12-01T00:00:00Z")).toEqual([1]);
    expect(rests("2026-12-02T14:00:00Z")).toEqual([]);
  });

  it("lets two weeks average, with 24 hours in each", () => {
    const free = (first: number, second: number) => {
      const work = [first, second].flatMap((hours, week) => {
        const monday = MIDNIGHT.winter + week * 168 * HOUR;
        const out: Duty[] = [];
        for (let at = monday + hours * HOUR; at < monday + 168 * HOUR; at += 8 * HOUR) {
          out.push(duty(`w${week}-${at}`, at, Math.min(at + 7 * HOUR, monday + 168 * HOUR)));
        }
        // Sunday's last minute is work, so that the rests do not run together.
        out.push(duty(`end${week}`, monday + 167 * HOUR, monday + 168 * HOUR));
        return out;
      });
      const before = duty("before", MIDNIGHT.winter - HOUR, MIDNIGHT.winter, { context: true });
      const after = duty("after", MIDNIGHT.winter + 336 * HOUR, MIDNIGHT.winter + 504 * HOUR, {
        context: true,
      });
      return checkWorkingTime(only({ "weekly-rest": weekly! }), {
        timeZone: "Europe/Helsinki",
        from: "2026-11-23",
        to: "2026-12-06",
        duties: [before, ...work, after],
        persons: new Map(),
      }).findings.map(({ from }) => weekOf("winter", from));
    };
    expect(free(46, 24)).toEqual([]);
    expect(free(46, 23)).toEqual([1]);
    expect(free(40, 24)).toEqual([1]);
  });
});

describe("the whole rule set", () => {
  it("finds the same under other ids", () => {
    fc.assert(
      fc.property(weeks, (input) => {
        const roster = rosterFor(input);
        const find = (duties: readonly Duty[]) =>
          checkWorkingTime(DEFAULT_RULE_SET, { ...roster, duties }).findings.map(
            ({ rule, from, figures }) => ({
              rule,
              from,
              figures,
            }),
          );
        const renamed = roster.duties.map((one) => ({ ...one, id: `x${one.id}`, nurseId: "other" }));
        expect(find(renamed)).toEqual(find(roster.duties));
      }),
      { numRuns: 60 },
    );
  });

  it("says nothing of a calm fortnight: five days of eight hours with lunch", () => {
    const shifts = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].map((day) => {
      const from = MIDNIGHT.winter + day * 24 * HOUR + 7 * HOUR;
      const lunch = { from: from + 4 * HOUR, to: from + 4.5 * HOUR };
      return duty(`d${day}`, from, from + 8 * HOUR, { breaks: [lunch] });
    });
    const roster = { timeZone: "Europe/Helsinki", from: "2026-11-23", to: "2026-12-06", persons: new Map() };
    const verdict = checkWorkingTime(DEFAULT_RULE_SET, { ...roster, duties: shifts });
    expect(verdict.findings).toEqual([]);
    expect(verdict.hours).toEqual([{ nurseId: "n", minutes: 4500, shifts: 10 }]);
  });

  it("judges breaks only where they are known", () => {
    const from = MIDNIGHT.winter + 7 * HOUR;
    const roster = { timeZone: "Europe/Helsinki", from: "2026-11-23", to: "2026-11-23", persons: new Map() };
    const rules = (breaks: Duty["breaks"]) =>
      checkWorkingTime(DEFAULT_RULE_SET, {
        ...roster,
        duties: [duty("long", from, from + 11 * HOUR, { breaks })],
      }).findings.map(({ rule }) => rule);
    expect(rules([])).toEqual(["long-shift-rest", "meal-break"]);
    expect(rules(null)).toEqual([]);
  });
});
