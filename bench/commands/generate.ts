import type { Command } from "commander";
import { DateTime } from "luxon";
import { absenceDay, busiestNurse } from "../generate/absence.js";
import { FEATURES, generateDay, USUAL_FEATURES } from "../generate/index.js";
import type { FeatureName, Layout, ModeId, TravelKind } from "../generate/index.js";
import { writeText } from "../support/files.js";
import { readPlanFile, readProblemFile } from "../support/problemFile.js";
import { choice, listOf, positive, whole } from "./arguments.js";

const NAMES = Object.keys(FEATURES) as FeatureName[];

interface GenerateArguments {
  visits: number;
  seed: number;
  layout: Layout;
  travel: TravelKind;
  modes: ModeId[];
  plain?: true;
  all?: true;
  with?: FeatureName[];
  without?: FeatureName[];
  visitsPerNurse?: number;
  date: string;
  out: string;
}

export function addGenerate(program: Command): void {
  program
    .command("generate")
    .description("write a seeded home-care day as a contract problem")
    .requiredOption("--visits <n>", "visits of the day, 1 to 10000", whole(1, 10_000))
    .option("--seed <n>", "same options and seed: same day", whole(0, 2 ** 31 - 1), 1)
    .option("--layout <name>", "city, valley or towns", choice(["city", "valley", "towns"]), "city")
    .option("--travel <kind>", "road, estimate or none", choice(["road", "estimate", "none"]), "road")
    .option("--modes <list>", "car, bike, walk: nurses take them in turn", listOf(["car", "bike", "walk"]), [
      "car",
    ])
    .option("--plain", "hard windows, skills and breaks only; cost = travel + unserved")
    .option("--all", "every feature")
    .option("--with <list>", `features to add: ${NAMES.join(", ")}`, listOf(NAMES))
    .option("--without <list>", `features to leave out (usual: ${USUAL_FEATURES.join(", ")})`, listOf(NAMES))
    .option("--visits-per-nurse <n>", "smaller: more slack (default by layout)", positive)
    .option("--date <yyyy-mm-dd>", "local date", isoDate, "2026-11-23")
    .requiredOption("--out <file>", "problem file; .gz packs it")
    .addHelpText("after", () =>
      ["", "Features:", ...NAMES.map((n) => `  ${n}: ${FEATURES[n].about}`)].join("\n"),
    )
    .action((given: GenerateArguments) => {
      const problem = generateDay({
        visits: given.visits,
        seed: given.seed,
        layout: given.layout,
        travel: given.travel,
        modes: given.modes,
        plain: given.plain ?? false,
        features: featuresOf(given),
        date: given.date,
        ...(given.visitsPerNurse === undefined ? {} : { visitsPerNurse: given.visitsPerNurse }),
      });
      writeText(given.out, JSON.stringify(problem));
      const { visits, clients, nurses, shifts, places } = problem;
      const sizes = { visits, clients, nurses, shifts, places };
      const counts = Object.fromEntries(Object.entries(sizes).map(([key, list]) => [key, list.length]));
      console.log(JSON.stringify({ out: given.out, ...counts }));
    });
}

function featuresOf(given: GenerateArguments): FeatureName[] {
  const base = given.all ? NAMES : given.plain ? [] : USUAL_FEATURES;
  const wanted = new Set([...base, ...(given.with ?? [])]);
  for (const name of given.without ?? []) wanted.delete(name);
  return NAMES.filter((name) => wanted.has(name));
}

function isoDate(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || !DateTime.fromISO(text).isValid) {
    throw new Error(`${text} is no date; wanted YYYY-MM-DD`);
  }
  return text;
}

export function addAbsence(program: Command): void {
  program
    .command("absence <problem> <plan>")
    .description("write the same day after a nurse fell ill, with the plan as `previous`")
    .option("--nurse <id>", "who is absent (default: the one with the most visits)")
    .option("--moved <points>", "weight of a visit on other shifts", whole(0, 1_000_000), 300)
    .option("--shifted <points>", "weight of a moved second", whole(0, 1000), 0)
    .requiredOption("--out <file>", "problem file; .gz packs it")
    .action((problemPath: string, planPath: string, given: AbsenceArguments) => {
      const problem = readProblemFile(problemPath);
      const plan = readPlanFile(planPath);
      const nurseId = given.nurse ?? busiestNurse(problem, plan);
      const day = absenceDay(problem, plan, { nurseId, moved: given.moved, shifted: given.shifted });
      writeText(given.out, JSON.stringify(day));
      console.log(JSON.stringify({ out: given.out, absent: nurseId, shifts: day.shifts.length }));
    });
}

interface AbsenceArguments {
  nurse?: string;
  moved: number;
  shifted: number;
  out: string;
}
