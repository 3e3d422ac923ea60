/** Five dates of the demo organisation with more visits: over 120 a day, a share of them on any days. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem } from "../../src/contracts/index.js";
import { addDays } from "../../src/domain/dates.js";
import { demoRecords, type DemoRecords } from "../../src/planning/demo/index.js";
import { type Generated, generateProblem } from "../../src/planning/generate/index.js";
import { readDemoDay } from "../../src/travel/index.js";

export const WEEK_FROM = "2026-11-23";
export const WEEK_DAYS = 5;
/** Copies of these nurses take the added visits. */
const ADDED_NURSES = ["n1", "n3", "n5", "n9"];

/** The compiled bench lies in dist/bench/commands, the sources in bench/commands. */
function fixturesFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const up = here.includes(`${path.sep}dist${path.sep}`) ? "../../.." : "../..";
  return path.resolve(here, up, "fixtures");
}

/** Light visits of any four days of the week for clients of the demo, and nurses by bicycle for them. */
function enlarged(records: DemoRecords, added: number): DemoRecords {
  if (added === 0) return records;
  const copied = <T extends { readonly id: string; readonly nurseId: string }>(list: readonly T[]): T[] =>
    list
      .filter(({ nurseId }) => ADDED_NURSES.includes(nurseId))
      .map((one) => ({ ...one, id: `${one.id}-added`, nurseId: `${one.nurseId}-added` }));
  const light = records.requirements
    .filter(({ rhythm, typeId }) => rhythm.kind === "rule" && typeId === "basic")
    .slice(0, added)
    .map(({ decisionId, typeId, validFrom, id }) => ({
      id: `${id}-added`,
      decisionId,
      typeId,
      validFrom,
      minutes: 20,
      rhythm: { kind: "any-days" as const, daysAWeek: 4, weekdays: ["MO", "TU", "WE", "TH", "FR"] as const },
      windows: [{ from: "08:00", to: "20:00" }],
    }));
  return {
    ...records,
    requirements: [
      ...records.requirements,
      ...light.map((one) => ({ ...one, rhythm: { ...one.rhythm, weekdays: [...one.rhythm.weekdays] } })),
    ],
    nurses: [
      ...records.nurses,
      ...records.nurses
        .filter(({ id }) => ADDED_NURSES.includes(id))
        .map((one) => ({ ...one, id: `${one.id}-added` })),
    ],
    qualifications: [...records.qualifications, ...copied(records.qualifications)],
    shifts: [
      ...records.shifts,
      ...copied(records.shifts).map(({ vehicleId: _vehicleId, ...shift }) => ({ ...shift, mode: "bike" })),
    ],
  };
}

function withRoads(problem: Problem, day: Problem): Problem {
  const at = new Map(day.places.map((place, index) => [place.id, index]));
  const rows = problem.places.map((place) => at.get(place.id)!);
  const modes = Object.fromEntries(
    Object.keys(problem.travel.modes).map((mode) => {
      const durations = day.travel.modes[mode]!.durations!;
      return [mode, { durations: rows.map((from) => rows.map((to) => durations[from]![to]!)) }];
    }),
  );
  return { ...problem, travel: { modes } };
}

/** Problems of the week's dates, both included, with travel times of recorded roads. */
export class DemoWeek {
  private readonly day = readDemoDay(fixturesFolder());
  private readonly standing: DemoRecords;

  /** @param added more visits of four days a week each; 40 make over 600 visits */
  constructor(added: number) {
    this.standing = enlarged(demoRecords(this.day, WEEK_FROM), added);
  }

  problem(
    from = WEEK_FROM,
    to = addDays(WEEK_FROM, WEEK_DAYS - 1),
  ): Generated & { readonly problem: Problem } {
    const wish = {
      timeZone: "Europe/Helsinki",
      areas: null,
      acceptOverdue: [],
      remote: "where-allowed" as const,
    };
    const made = generateProblem(this.standing, { ...wish, from, to });
    if (made.problem === null) throw new Error("nothing to plan");
    return { ...made, problem: withRoads(made.problem, this.day) };
  }
}
