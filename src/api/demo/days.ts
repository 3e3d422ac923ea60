/**
 * Brings the demo office to life as its coordinator would, call by call: today and tomorrow planned
 * and published, the days behind too, what happened told, a nurse written to. What is there already
 * stays as it is.
 */
import type { ActualEventInput, DayHead } from "../../contracts/index.js";
import { ORGANISATION_TIME_ZONE } from "../../contracts/standing/basics.js";
import { addDays } from "../../domain/dates.js";
import { localDays } from "../../domain/localDays.js";
import {
  DEMO_DAYS_BEHIND,
  DEMO_MESSAGES,
  demoEvents,
  demoNurse,
  type DemoRound,
} from "../../planning/demo/index.js";
import type { Caller } from "./caller.js";

/** Work of the search on each day: enough for a plan to be looked at. */
const ITERATIONS = 200;
const POLL_MILLISECONDS = 1_000;
const MOST_EVENTS = 400;

interface Job {
  readonly id: string;
  readonly state: string;
  readonly planId: string | null;
}

const waitABit = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));

/** Id of the plan that holds on the date, which is made if there is none; null: there is nothing to plan. */
async function planOf(office: Caller, date: string): Promise<string | null> {
  const { days } = await office.get<{ days: DayHead[] }>(`/days?from=${date}&to=${date}`);
  const held = days[0]?.publishedPlanId ?? null;
  if (held !== null) return held;
  const { problems } = await office.post<{ problems: { problemId: string | null }[] }>("/days/generate", {
    from: date,
  });
  const problemId = problems[0]?.problemId ?? null;
  if (problemId === null) return null;
  let job = await office.post<Job>(`/problems/${problemId}/jobs`, { iterations: ITERATIONS, threads: 1 });
  while (["queued", "running"].includes(job.state)) {
    await waitABit();
    job = await office.get<Job>(`/jobs/${job.id}`);
  }
  if (job.planId === null) throw new Error(`job ${job.id} ended ${job.state}`);
  await office.post(`/plans/${job.planId}/publish`, { reason: "demo" });
  return job.planId;
}

async function roundsOf(office: Caller, planId: string): Promise<readonly DemoRound[]> {
  return (await office.get<{ routes: DemoRound[] }>(`/plans/${planId}/routes`)).routes;
}

async function tell(office: Caller, events: readonly ActualEventInput[]): Promise<void> {
  for (let at = 0; at < events.length; at += MOST_EVENTS)
    await office.post("/actuals", { events: events.slice(at, at + MOST_EVENTS) });
}

async function tellDay(office: Caller, date: string, now: number): Promise<readonly DemoRound[]> {
  const planId = await planOf(office, date);
  if (planId === null) return [];
  const rounds = await roundsOf(office, planId);
  await tell(office, demoEvents(rounds, date, ORGANISATION_TIME_ZONE, Math.floor(now / 1000)));
  return rounds;
}

async function onShift(office: Caller, date: string): Promise<ReadonlySet<string>> {
  const { items } = await office.get<{ items: { nurseId: string }[] }>(`/shifts?date=${date}`);
  return new Set(items.map(({ nurseId }) => nurseId));
}

export interface DemoToday {
  readonly date: string;
  /** Whose phone is worth looking at; null: nobody has a round. */
  readonly nurseId: string | null;
}

/** @param now epoch milliseconds */
export async function demoToday(office: Caller, now: number): Promise<DemoToday> {
  const date = localDays(ORGANISATION_TIME_ZONE).dateOf(Math.floor(now / 1000));
  const rounds = await tellDay(office, date, now);
  const nurseId = demoNurse(rounds, await onShift(office, addDays(date, 1)), now);
  if (nurseId !== null) {
    for (const { id, text } of DEMO_MESSAGES)
      await office.post("/messages", { id: `demo-${date}-${id}`, nurseId, date, visitId: null, text });
  }
  return { date, nurseId };
}

/** Tomorrow, and the days behind from yesterday on. */
export async function demoAround(office: Caller, today: string, now: number): Promise<void> {
  await planOf(office, addDays(today, 1));
  for (let behind = 1; behind <= DEMO_DAYS_BEHIND; behind += 1)
    await tellDay(office, addDays(today, -behind), now);
}
