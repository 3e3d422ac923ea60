/** Four weeks of the demo's day lived through: what two of them teach, tried on the other two. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoFixtures } from "../../src/api/demoServer.js";
import type { Plan, Problem } from "../../src/contracts/index.js";
import { addDays, datesBetween } from "../../src/domain/dates.js";
import { readDemoDay } from "../../src/travel/index.js";
import { normalNumbers, randomNumbers } from "../support/random.js";
import { newPlan } from "../../src/api/routes/versions/newPlan.js";
import { checkPlan } from "../../src/checker/index.js";
import { weightsOf } from "../../src/planning/life/index.js";
import { get, planByJob, post, publish } from "./support/life.js";
import { importProblem, type Service, startService, temporaryFolder } from "./support/service.js";

const FIRST = "2026-11-01";
const DAYS = 28;
const LAST = addDays(FIRST, DAYS - 1);

const temporary = temporaryFolder();
let service: Service;

function dayOn(day: string, date: string): Problem {
  return JSON.parse(day.replaceAll("2026-11-23", date)) as Problem;
}

/** Each client has a pace of her own, visits are skewed, one in twenty stays half as long again. */
function lengthsOf(problem: Problem, seed: number): (visitId: string) => number {
  const random = randomNumbers(seed);
  const normal = normalNumbers(random);
  const pace = (clientId: string): number => 0.75 + (Number(clientId.slice(1)) % 7) / 10;
  const seconds = new Map(
    problem.visits.map(({ id, clientId, minutes }) => [
      id,
      Math.round(60 * minutes * pace(clientId) * Math.exp(0.25 * normal()) * (random() < 0.05 ? 1.5 : 1)),
    ]),
  );
  return (visitId) => seconds.get(visitId)!;
}

/** The first date's plan on this one, without a search of its own. */
async function storeAgain(first: string, problem: Problem, problemId: string): Promise<string> {
  const date = problem.shifts[0]!.from.slice(0, 10);
  const text = JSON.stringify(await get<Plan>(service.app, `/plans/${first}`));
  const plan = JSON.parse(text.replaceAll(FIRST, date)) as Plan;
  const draft = newPlan({ problemId, parentId: first }, problem, plan, checkPlan(problem, plan));
  await service.database.versions.add(draft, {
    kind: "edited",
    author: "test",
    reason: "as on the first date",
    changes: [],
    pins: {},
    weights: weightsOf(problem),
    policy: null,
    seed: null,
    engineVersion: "test",
  });
  return draft.id;
}

async function live(date: string, problem: Problem, planId: string): Promise<void> {
  const plan = await get<Plan>(service.app, `/plans/${planId}`);
  const nurses = new Map(problem.shifts.map(({ id, nurseId }) => [id, nurseId]));
  const lengthOf = lengthsOf(problem, Number(date.slice(8)));
  const events = plan.routes.flatMap(({ shiftId, stops }) =>
    stops.flatMap((stop) => {
      if (stop.kind !== "visit") return [];
      const out = new Date(Date.parse(stop.start) + 1000 * lengthOf(stop.visitId)).toISOString();
      const of = { nurseId: nurses.get(shiftId)!, visitId: stop.visitId, date };
      const id = `${date}-${stop.visitId}-${shiftId}`;
      return [
        { ...of, id: `${id}-in`, kind: "check-in", at: stop.start },
        { ...of, id: `${id}-out`, kind: "check-out", at: out },
      ];
    }),
  );
  const answer = await post(service.app, "/actuals", { events });
  expect(answer.statusCode, answer.body).toBe(200);
}

beforeAll(async () => {
  service = await startService({
    file: `${temporary.folder}/durations.sqlite`,
    now: () => Date.parse(`${addDays(LAST, 2)}T12:00:00+02:00`),
  });
  const { demoRoads } = demoFixtures();
  const day = JSON.stringify(readDemoDay(demoRoads!));
  let first: string | null = null;
  for (const date of datesBetween(FIRST, LAST)) {
    const problem = dayOn(day, date);
    const problemId = await importProblem(service.app, problem);
    const planId: string =
      first === null ? await planByJob(service.app, problemId) : await storeAgain(first, problem, problemId);
    first ??= planId;
    expect((await publish(service.app, planId)).statusCode).toBe(200);
    await live(date, problem, planId);
  }
}, 600_000);
afterAll(async () => {
  await service.close();
  temporary.remove();
});

describe("learned durations on held-back days", () => {
  it.each([0.5, 0.7, 0.8, 0.9])("hold: within the quantile %s ends nearly that share", async (quantile) => {
    const { calibration } = await get<{ calibration: { visits: number; withinShare: number } }>(
      service.app,
      `/durations/suggestions?date=${LAST}&days=${DAYS}&quantile=${quantile}`,
    );
    expect(calibration.visits).toBeGreaterThan(1000);
    expect(Math.abs(calibration.withinShare - quantile)).toBeLessThanOrEqual(0.05);
  });
});
