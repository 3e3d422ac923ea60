/**
 * The coordinator's day on the demo organisation, over the API with sign-in, in the order in which a day is lived:
 * care decisions, visits, plan, edits, publishing, the day as it runs, what is learned from it.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoFixtures } from "../../src/api/demoServer.js";
import type { Plan, Problem } from "../../src/contracts/index.js";
import type { VisitOrigin } from "../../src/contracts/generation.js";
import type { StandingRecords } from "../../src/contracts/standing/index.js";
import { fillInThread } from "../../src/jobs/index.js";
import { demoEvents, type DemoRound } from "../../src/planning/demo/index.js";
import { type Person, personOf } from "./support/people.js";
import {
  ENDED,
  problemOf,
  type Service,
  startService,
  temporaryFolder,
  untilState,
} from "./support/service.js";

const MONDAY = "2026-11-23";
const at = (time: string): string => `${MONDAY}T${time}:00+02:00`;
const NOON = new Date(at("12:00"));
/** A slow machine lives through a chapter in this time, too. */
const LONG = 300_000;

const temporary = temporaryFolder();
let service: Service;
let coordinator: Person;
let guide: Person;
let purchaser: Person;
let problemId: string;
/** The first plan of the Monday, and the version that holds. */
let first: string;
let holds: string;

beforeAll(async () => {
  const file = `${temporary.folder}/life.sqlite`;
  service = await startService({
    file,
    signIn: true,
    now: () => NOON.getTime(),
    fill: (bytes, estimate, kill) =>
      fillInThread(bytes, estimate, kill, { osrm: null, database: file, ...demoFixtures() }),
  });
  const { accounts } = service.database;
  coordinator = await personOf(service.app, accounts, "coordinator", {}, NOON);
  guide = await personOf(service.app, accounts, "service-guide", {}, NOON);
  purchaser = await personOf(service.app, accounts, "purchaser", {}, NOON);
  await done(coordinator.post("/demo"), 200);
}, LONG);
afterAll(async () => {
  await service.close();
  temporary.remove();
});

/** The answer's JSON; it must have the status. */
async function done<T>(asked: ReturnType<Person["get"]>, status: number): Promise<T> {
  const answer = await asked;
  expect(answer.statusCode, answer.body.slice(0, 2000)).toBe(status);
  return answer.json<T>();
}
const read = <T>(url: string, who = coordinator): Promise<T> => done<T>(who.get(url), 200);
const made = <T>(url: string, body: object): Promise<T> => done<T>(coordinator.post(url, body), 201);

async function planned(problem: string, options: object): Promise<string> {
  const { id } = await done<{ id: string }>(coordinator.post(`/problems/${problem}/jobs`, options), 202);
  const job = await untilState({ inject: coordinator.get }, id, ...ENDED);
  if (job.planId === null) throw new Error(`no plan: ${JSON.stringify(job.error)}`);
  return job.planId;
}

async function published(planId: string, more: object = {}): Promise<void> {
  await done(coordinator.post(`/plans/${planId}/publish`, { reason: "ready", ...more }), 200);
  holds = planId;
}

interface LiveVisit {
  visitId: string;
  state: string;
  nurseIds: string[];
}

interface Drafted {
  id: string;
  valid: boolean;
  violations: { key: string; code: string; acknowledgeable: boolean }[];
}
const edited = (planId: string, edits: object[]): Promise<Drafted> =>
  made<Drafted>(`/plans/${planId}/edits`, { reason: "by hand", edits });

const visitsOf = (route: Plan["routes"][number]): string[] =>
  route.stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visitId] : []));

/** A round with some visits of one nurse, neither bound to others nor pinned. */
function longRound(plan: Plan, problem: Problem): { shiftId: string; visitIds: string[] } {
  const bound = new Set(
    (problem.links ?? []).flatMap((link) => (link.kind === "gap" ? [link.first, link.second] : link.visits)),
  );
  const free = new Set(
    problem.visits.filter(({ id, crewSize }) => (crewSize ?? 1) === 1 && !bound.has(id)).map(({ id }) => id),
  );
  const rounds = plan.routes.map((route) => ({
    shiftId: route.shiftId,
    visitIds: visitsOf(route).filter((id) => free.has(id)),
  }));
  return rounds.toSorted((a, b) => b.visitIds.length - a.visitIds.length)[0]!;
}

describe("a Monday of the demo organisation", () => {
  it("begins with a care decision: what the service guide changes makes the visits", async () => {
    const { items } = await read<{ items: StandingRecords["requirements"][] }>("/requirements", guide);
    const daily = items.find(
      ({ rhythm, minutes }) =>
        rhythm.kind === "rule" && rhythm.rrule === "FREQ=DAILY" && minutes !== undefined,
    )!;
    const minutes = daily.minutes! + 5;
    const url = `/requirements/${daily.id}`;
    await done(guide.send({ method: "PUT", url, payload: { ...daily, validFrom: MONDAY, minutes } }), 201);
    type Made = { problems: { problemId: string; visits: number; shifts: number; warnings: object[] }[] };
    const { problems } = await made<Made>("/days/generate", { from: MONDAY });
    const [monday] = problems;
    problemId = monday!.problemId;
    expect(monday!.visits).toBeGreaterThan(80);
    expect(monday!.shifts).toBe(12);
    // Where each visit comes from is known.
    const origin = await read<{ visits: VisitOrigin[] }>(`/problems/${problemId}/generation`);
    expect(origin.visits).toHaveLength(monday!.visits);
    const changed = new Set(
      origin.visits
        .filter(({ requirementId, validFrom }) => requirementId === daily.id && validFrom === MONDAY)
        .map(({ visitId }) => visitId),
    );
    expect(changed.size).toBeGreaterThan(0);
    const { visits } = await read<Problem>(`/problems/${problemId}/document`);
    for (const visit of visits) if (changed.has(visit.id)) expect(visit.minutes).toBe(minutes);
  });

  it("is looked at before it is planned: need against supply, the peak", async () => {
    type Group = { skills: string[]; peak: { from: string } | null };
    const { groups } = await read<{ groups: Group[] }>(`/problems/${problemId}/capacity`);
    expect(groups.length).toBeGreaterThan(1);
    expect(groups[0]!.peak!.from.slice(0, 10)).toBe(MONDAY);
  });

  it(
    "is planned, and the draft knows how it came to be",
    async () => {
      first = await planned(problemId, { iterations: 150, seed: 7, threads: 1 });
      const version = await read<{ state: string; seed: number; engineVersion: string; dates: string[] }>(
        `/plans/${first}/version`,
      );
      expect(version).toMatchObject({ state: "draft", seed: 7, dates: [MONDAY] });
      expect(version.engineVersion).not.toBe("");
    },
    LONG,
  );

  it(
    "is planned by two policies side by side",
    async () => {
      const { id } = await done<{ id: string }>(
        coordinator.post(`/problems/${problemId}/policy-comparisons`, {
          policies: ["continuity-first", "least-driving"],
          common: "balanced",
          iterations: 40,
        }),
        202,
      );
      type Table = { ended: boolean; rows: { policy: string; cost: { common: number } | null }[] };
      const table = () => read<Table>(`/policy-comparisons/${id}`);
      await expect.poll(async () => (await table()).ended, { timeout: 200_000, interval: 500 }).toBe(true);
      const { rows } = await table();
      expect(rows.map(({ policy }) => policy)).toEqual(["continuity-first", "least-driving"]);
      expect(rows.every(({ cost }) => cost !== null && cost.common > 0)).toBe(true);
    },
    LONG,
  );

  it("is published; nurses see it, and drafts by hand stay with the coordinator", async () => {
    await published(first);
    const [plan, problem] = [
      await read<Plan>(`/plans/${first}`),
      await read<Problem>(`/plans/${first}/problem`),
    ];
    const { shiftId, visitIds } = longRound(plan, problem);
    const { nurseId } = problem.shifts.find(({ id }) => id === shiftId)!;
    const nurse = await personOf(service.app, service.database.accounts, "nurse", { nurseId }, NOON);
    type List = { planId: string; rounds: { stops: { visitId?: string }[] }[] };
    const list = () => read<List>(`/nurses/${nurseId}/visits?date=${MONDAY}`, nurse);
    const seen = (day: List) => day.rounds.flatMap(({ stops }) => stops.map(({ visitId }) => visitId));
    expect(seen(await list())).toEqual(expect.arrayContaining(visitIds));
    // Another nurse's list is not there for her.
    const other = problem.nurses.find(({ id }) => id !== nurseId)!;
    expect((await nurse.get(`/nurses/${other.id}/visits?date=${MONDAY}`)).statusCode).toBe(404);

    const draft = await edited(first, [{ kind: "tray", visitId: visitIds[0] }]);
    expect(draft.valid).toBe(true);
    expect(await list()).toMatchObject({ planId: first });
    // A start outside of its window comes back in words, and is published only with a reason.
    const wrong = await edited(first, [{ kind: "time", visitId: visitIds[1], start: at("04:10") }]);
    expect(wrong.valid).toBe(false);
    const refused = problemOf(await coordinator.post(`/plans/${wrong.id}/publish`, { reason: "ready" }));
    expect(["violations-unacknowledged", "violation-never-acknowledged"]).toContain(refused.code);

    // Two rounds swapped: what was on the one is on the other, in its order.
    const otherShift = plan.routes.find((route) => route.shiftId !== shiftId)!.shiftId;
    const swapped = await edited(first, [{ kind: "swap", shiftId, otherShiftId: otherShift }]);
    const { routes } = await read<Plan>(`/plans/${swapped.id}`);
    const taken = routes.find((route) => route.shiftId === otherShift);
    expect(visitsOf(taken!).filter((id) => visitIds.includes(id))).toEqual(visitIds);

    // Of two drafts of one version the second to be published is told the difference.
    const second = await edited(first, [{ kind: "pin", visitId: visitIds[1] }]);
    await published(draft.id);
    const late = problemOf(await coordinator.post(`/plans/${second.id}/publish`, { reason: "ready" }));
    expect(late).toMatchObject({ code: "version-outdated", difference: { from: draft.id } });
    expect(seen(await list())).not.toContain(visitIds[0]);
  });

  it(
    "goes on without a nurse: where her visits fit, the day re-planned, the office told whom to tell",
    async () => {
      const [plan, problem] = [
        await read<Plan>(`/plans/${holds}`),
        await read<Problem>(`/plans/${holds}/problem`),
      ];
      const { shiftId, visitIds } = longRound(plan, problem);
      type Places = { places: { extraCost: number }[] };
      const costs: number[][] = [];
      for (const visit of visitIds) {
        const { places } = await done<Places>(coordinator.post(`/plans/${holds}/places`, { visit }), 200);
        costs.push(places.map(({ extraCost }) => extraCost));
      }
      expect(costs.flat().length).toBeGreaterThan(visitIds.length);
      expect(costs).toEqual(costs.map((list) => list.toSorted((a, b) => a - b)));
      const wish = { now: at("06:00"), events: [{ kind: "absence", shiftId }], iterations: 60 };
      type Curve = { points: { changedClients: number; cost: number }[] };
      const curve = coordinator.post(`/plans/${holds}/replans/curve`, { ...wish, changedClients: [60, 5] });
      const { points } = await done<Curve>(curve, 200);
      expect(points.map(({ changedClients }) => changedClients)).toEqual([5, 60]);
      expect(points[1]!.cost).toBeLessThanOrEqual(points[0]!.cost);
      type Replanned = Drafted & { difference: { visits: unknown[] }; tell: { clients: unknown[] } };
      const replanned = await made<Replanned>(`/plans/${holds}/replans`, { ...wish, reason: "ill" });
      expect(replanned.valid).toBe(true);
      expect(replanned.difference.visits.length).toBeGreaterThan(0);
      expect(replanned.tell.clients.length).toBeGreaterThan(0);
      const after = await read<Plan>(`/plans/${replanned.id}`);
      expect(after.routes.map((route) => route.shiftId)).not.toContain(shiftId);
      await published(replanned.id);
    },
    LONG,
  );

  it(
    "takes in an alarm from outside within the disturbance budget",
    async () => {
      const problem = await read<Problem>(`/plans/${holds}/problem`);
      const alarm = {
        id: "alarm-1",
        clientId: problem.clients[0]!.id,
        typeId: "basic",
        at: at("10:00"),
        withinMinutes: 90,
        limits: { changedClients: 5 },
      };
      const drafted = await made<Drafted & { visitId: string }>("/alarms", alarm);
      const plan = await read<Plan>(`/plans/${drafted.id}`);
      expect(drafted.valid).toBe(true);
      // Whether a place is found in its second of search is for the machine to say.
      const told = [...plan.routes.flatMap(visitsOf), ...plan.unserved.map(({ visitId }) => visitId)];
      expect(told).toContain(drafted.visitId);
      await published(drafted.id);
      // Parent by parent back to the first draft.
      type Version = { id: string; parentId: string | null; state: string };
      const { versions } = await read<{ versions: Version[] }>(`/days/${MONDAY}/versions`);
      const line: string[] = [];
      for (let at_: string | null = holds; at_ !== null;) {
        line.push(at_);
        at_ = versions.find(({ id }) => id === at_)!.parentId;
      }
      expect(line).toHaveLength(4);
      expect(line.at(-1)).toBe(first);
      const states = new Map(versions.map(({ id, state }) => [id, state]));
      expect(line.map((id) => states.get(id))).toEqual(["published", "replaced", "replaced", "replaced"]);
    },
    LONG,
  );

  it("is kept as it happens: told twice counts once, late and missed are known", async () => {
    const { routes } = await read<{ routes: DemoRound[] }>(`/plans/${holds}/routes`);
    const events = demoEvents(routes, MONDAY, "Europe/Helsinki", NOON.getTime() / 1000);
    expect(events.length).toBeGreaterThan(20);
    type Answer = { events: { outcome: string }[] };
    const sent = await done<Answer>(coordinator.post("/actuals", { events }), 200);
    const again = await done<Answer>(coordinator.post("/actuals", { events }), 200);
    expect(new Set(sent.events.map(({ outcome }) => outcome))).toEqual(new Set(["stored"]));
    expect(new Set(again.events.map(({ outcome }) => outcome))).toEqual(new Set(["duplicate"]));
    type Live = { counts: Record<string, number>; late: string[]; missed: string[] };
    const live = await read<Live>(`/days/${MONDAY}/live`);
    expect(live.counts["done"]).toBeGreaterThan(5);
    // Nobody opens the door of a visit that nobody has begun.
    const { visits } = await read<{ visits: LiveVisit[] }>(`/days/${MONDAY}/live`);
    const { visitId, nurseIds } = visits.find((one) => one.state === "open" && one.nurseIds.length === 1)!;
    const knock = { id: "life-knock-1", kind: "not-at-home", visitId, nurseId: nurseIds[0], at: at("12:00") };
    await done(coordinator.post("/actuals", { events: [{ ...knock, date: MONDAY }] }), 200);
    const { visits: after } = await read<{ visits: LiveVisit[] }>(`/days/${MONDAY}/live`);
    expect(after.find((one) => one.visitId === visitId)).toMatchObject({ state: "not-at-home" });
    const span = `from=${MONDAY}&to=${MONDAY}`;
    type Done = { rows: { key: string }[] };
    for (const by of ["client", "type", "nurse"])
      expect((await read<Done>(`/actuals/done?${span}&by=${by}`)).rows.length).toBeGreaterThan(0);
    // An absence of what was planned is no work.
    const work = await read<{ hours: { nurseId: string; minutes: number }[] }>(`/working-time?${span}`);
    expect(work.hours.length).toBeGreaterThan(5);
  });

  it("is learned from: ledgers, durations and at most eight figures, without persons for the purchaser", async () => {
    const { clients } = await read<{ clients: { clientId: string }[] }>(`/continuity?date=${MONDAY}`);
    expect(clients.length).toBeGreaterThan(40);
    const equity = await read<{ clients: unknown[] }>(`/equity?date=${MONDAY}&weeks=2`);
    expect(equity.clients.length).toBeGreaterThan(0);
    const learned = await read<{ quantile: number; suggestions: unknown[] }>(
      `/durations/suggestions?date=${MONDAY}&leastVisits=1`,
    );
    expect(learned.suggestions.length).toBeGreaterThan(0);
    const figures = `/figures?from=${MONDAY}&to=${MONDAY}`;
    const {
      from: _,
      to: __,
      days: ___,
      detail,
      done: told,
      ...headlines
    } = await read<Record<string, object>>(figures, purchaser);
    expect(Object.keys(headlines)).toHaveLength(8);
    expect(detail).toMatchObject({ visits: expect.any(Number) as number });
    expect(told).toMatchObject({ recordedDays: 1 });
    const csv = await purchaser.get(`${figures}&format=csv`);
    expect(csv.headers["content-type"]).toContain("text/csv");
    expect((await purchaser.get("/clients")).statusCode).toBe(403);
  });

  it("has what the screens need: lines on the map, messages, a calendar", async () => {
    const { rounds } = await read<{ rounds: unknown[] }>(`/plans/${holds}/geometry`);
    expect(rounds.length).toBeGreaterThan(5);
    const problem = await read<Problem>(`/plans/${holds}/problem`);
    const plan = await read<Plan>(`/plans/${holds}`);
    const { nurseId } = problem.shifts.find(({ id }) => id === plan.routes[0]!.shiftId)!;
    const nurse = await personOf(service.app, service.database.accounts, "nurse", { nurseId }, NOON);
    await made("/messages", { id: "life-000001", nurseId, date: MONDAY, visitId: null, text: "Hei!" });
    expect(await read("/messages", nurse)).toMatchObject({ messages: [{ text: "Hei!" }] });
    const { path } = await done<{ path: string }>(nurse.post(`/nurses/${nurseId}/calendar-links`), 201);
    expect((await service.app.inject(path)).body).toContain("BEGIN:VEVENT");
  });

  it("and its standing data go out and come in as a file, the same one changing nothing", async () => {
    const file = (await coordinator.get("/exports/all?format=json")).body;
    const back = coordinator.send({
      method: "POST",
      url: "/imports/all",
      headers: { "content-type": "application/json" },
      payload: file,
    });
    const counts = await done<{ rows: number; unchanged: number }>(back, 200);
    expect(counts.rows).toBeGreaterThan(300);
    expect(counts.unchanged).toBe(counts.rows);
    const places = (query: string) =>
      coordinator.send({
        method: "POST",
        url: `/imports/places${query}`,
        headers: { "content-type": "text/csv" },
        payload: "id;lat;lon\nnew-place;60,17;24,94\nno-place;north;24,94\n",
      });
    const bad = await places("");
    expect(problemOf(bad)).toMatchObject({ code: "import-refused", faults: [{ line: 3, column: 2 }] });
    expect((await coordinator.get("/places/new-place")).statusCode).toBe(404);
    expect(await done(places("?partial=true"), 200)).toMatchObject({ created: 1, refused: 1, stored: true });
    expect((await coordinator.get("/places/new-place")).statusCode).toBe(200);
  });

  it("and who has read and changed what stands in the log, for the auditor alone", async () => {
    const auditor = await personOf(service.app, service.database.accounts, "auditor", {}, NOON);
    type Entry = { action: string; route: string; subjects: { kind: string; id: string }[] };
    const { entries } = await read<{ entries: Entry[] }>("/audit", auditor);
    expect(entries.length).toBeGreaterThan(20);
    expect(entries.some(({ subjects }) => subjects.some(({ kind }) => kind === "client"))).toBe(true);
    expect((await coordinator.get("/audit")).statusCode).toBe(403);
  });
});

it(
  "a week of the demo organisation is planned in one problem, movable visits on days of the planner's choice",
  async () => {
    type Made = { problems: { problemId: string; visits: number }[] };
    const week = { from: "2026-11-30", to: "2026-12-04" };
    const [{ problemId: id, visits }] = (await made<Made>("/weeks/generate", week)).problems as [
      Made["problems"][number],
    ];
    expect(visits).toBeGreaterThan(400);
    const planId = await planned(id, { iterations: 30, threads: 1, daysFirst: true });
    const plan = await read<Plan>(`/plans/${planId}`);
    expect(new Set(plan.routes.map(({ departure }) => departure.slice(0, 10))).size).toBe(5);
    expect(await read(`/plans/${planId}/version`)).toMatchObject({ valid: true });
    const { visits: origins } = await read<{ visits: VisitOrigin[] }>(`/problems/${id}/generation`);
    const movable = origins.filter(({ date }) => date === null).map(({ visitId }) => visitId);
    expect(movable.length).toBeGreaterThan(0);
    const served = new Set(plan.routes.flatMap(visitsOf));
    expect(movable.filter((visitId) => served.has(visitId)).length).toBeGreaterThan(0);
    await published(planId);
  },
  LONG,
);
