/** Weeks looked back on over the API: who came, how late, how long, and the figures of it all. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Plan, Problem } from "../../src/contracts/index.js";
import { robustnessView } from "../../src/contracts/study/index.js";
import { get, officeDay, planByJob, post, publish } from "./support/life.js";
import { importProblem, problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

const temporary = temporaryFolder();
let service: Service;
const DATES = ["2026-11-16", "2026-11-17", "2026-11-18"];
const LAST = DATES.at(-1)!;
let draft: string;
let late: string;

/** Everybody comes when planned and stays six minutes longer; one client is kept waiting for an hour and a half. */
async function live(date: string, plan: Plan): Promise<void> {
  const nurses: Record<string, string> = { a: "aino", b: "bo", c: "cia" };
  const events = plan.routes.flatMap(({ shiftId, stops }) =>
    stops.flatMap((stop) => {
      if (stop.kind !== "visit") return [];
      const wait = stop.visitId === late ? 90 * 60_000 : 0;
      const at = (instant: string, more: number): string =>
        new Date(Date.parse(instant) + wait + more).toISOString();
      const of = { nurseId: nurses[shiftId]!, visitId: stop.visitId, date };
      return [
        { ...of, id: `in-${date}-${stop.visitId}`, kind: "check-in", at: at(stop.start, 0) },
        { ...of, id: `out-${date}-${stop.visitId}`, kind: "check-out", at: at(stop.end, 6 * 60_000) },
      ];
    }),
  );
  const answer = await post(service.app, "/actuals", { events });
  if (answer.statusCode !== 200) throw new Error(answer.body);
}

beforeAll(async () => {
  service = await startService({
    file: `${temporary.folder}/ledger.sqlite`,
    now: () => Date.parse("2026-11-19T12:00:00+02:00"),
  });
  for (const [index, date] of DATES.entries()) {
    const planId = await planByJob(service.app, await importProblem(service.app, officeDay(date)), index + 1);
    await publish(service.app, planId);
    const plan = await get<Plan>(service.app, `/plans/${planId}`);
    const [first] = plan.routes.flatMap(({ stops }) => stops.filter(({ kind }) => kind === "visit"));
    late ??= first?.kind === "visit" ? first.visitId : "";
    await live(date, plan);
  }
  draft = await planByJob(service.app, await importProblem(service.app, officeDay("2026-11-19")));
}, 120_000);
afterAll(async () => {
  await service.close();
  temporary.remove();
});

interface Spans {
  clientId: string;
  short: { visits: number; nurses: number; mostFamiliarPercent: number | null };
  long: { visits: number };
  familiarNurseIds: string[];
}

describe("looking back", () => {
  it("counts the nurses of each client, and what a draft would change", async () => {
    const { clients, changes } = await get<{
      clients: Spans[];
      changes: { clientId: string; before: Spans; after: Spans; newNurseIds: string[] }[];
    }>(service.app, `/continuity?date=${LAST}&planId=${draft}`);
    expect(clients.map(({ clientId }) => clientId)).toEqual(["c1", "c2", "c3", "c4", "c5", "c6"]);
    for (const { short, long, familiarNurseIds } of clients) {
      expect([short.visits, long.visits, short.mostFamiliarPercent]).toEqual([3, 3, 100]);
      // Three visits make a nurse familiar: only who made them all is.
      expect(familiarNurseIds.length).toBe(short.nurses === 1 ? 1 : 0);
    }
    for (const { before, after } of changes) expect(after.short.visits).toBe(before.short.visits + 1);
    expect(changes).toHaveLength(6);
  });

  it("names the client who waits longest first, and makes her visits dearer to leave out", async () => {
    const { clients } = await get<{ clients: { clientId: string; lateVisits: number; score: number }[] }>(
      service.app,
      `/equity?date=${LAST}&weeks=2`,
    );
    const clientId = `c${late.slice(1)}`;
    expect(clients[0]).toMatchObject({ clientId, lateVisits: 3 });
    const problemId = await importProblem(service.app, officeDay("2026-11-20"));
    const answer = await post(service.app, `/problems/${problemId}/equity`, { date: LAST, weeks: 2 });
    expect(answer.statusCode).toBe(201);
    const { id, raised } = answer.json<{ id: string; raised: { visitId: string; percent: number }[] }>();
    expect(raised).toEqual([{ visitId: late, clientId, percent: 100 }]);
    const problem = await get<Problem>(service.app, `/problems/${id}/document`);
    expect(problem.visits.find((visit) => visit.id === late)!.unservedCost).toBe(200_000);
  });

  it("suggests the minutes that visits take", async () => {
    const { suggestions } = await get<{
      suggestions: {
        clientId: string;
        typeId: string;
        suggestedMinutes: number;
        visits: number;
        from: string;
      }[];
    }>(service.app, `/durations/suggestions?date=${LAST}&leastVisits=3`);
    expect(suggestions).toHaveLength(6);
    for (const one of suggestions)
      expect(one).toMatchObject({ suggestedMinutes: 36, visits: 3, from: "client" });
    const few = await get<{ suggestions: { from: string; visits: number }[] }>(
      service.app,
      `/durations/suggestions?date=${LAST}&leastVisits=10`,
    );
    for (const one of few.suggestions) expect(one.from).toBe("type");
  });

  it("adds up the figures of the days, as JSON and CSV", async () => {
    const type = await service.app.inject({
      method: "PUT",
      url: "/visit-types/basic",
      payload: { id: "basic", purchaserPriceEuros: 42.5 },
    });
    expect([200, 201]).toContain(type.statusCode);
    const url = `/figures?from=${DATES[0]}&to=${LAST}`;
    interface Figures {
      days: number;
      directWorkPercent: number;
      detail: { visits: number; byType: { typeId: string; visits: number; purchaserEuros: number | null }[] };
      done: { recordedDays: number; doneVisits: number; doneMinutes: number; plannedMinutesOfThese: number };
    }
    const figures = await get<Figures>(service.app, url);
    expect(figures).toMatchObject({
      days: 3,
      detail: { visits: 18 },
      done: { recordedDays: 3, doneVisits: 18, doneMinutes: 18 * 36, plannedMinutesOfThese: 18 * 30 },
    });
    expect(figures.detail.byType.find(({ typeId }) => typeId === "basic")).toMatchObject({
      visits: 15,
      purchaserEuros: 15 * 42.5,
    });
    const csv = await service.app.inject(`${url}&format=csv`);
    expect(csv.headers["content-type"]).toContain("text/csv");
    expect(csv.body).toContain("\r\ndone,done visits,18,visits\r\n");
    expect(csv.body).toContain(`\r\ndirectWork,,${figures.directWorkPercent},%\r\n`);
  });

  it("refuses a period that ends before it starts", async () => {
    const answer = await service.app.inject(`/figures?from=${LAST}&to=${DATES[0]}`);
    expect(problemOf(answer).code).toBe("request-invalid");
  });
});

describe("how sure a plan is", () => {
  it("is drawn from how long visits took before its day, unless told otherwise", async () => {
    const url = `/plans/${draft}/robustness?samples=50`;
    const found = robustnessView.parse(await get(service.app, url));
    expect(found.spreads.learned).toMatchObject({ to: LAST, visits: 15 });
    // All of them took 36 minutes for 30.
    expect(found.spreads.visitTypes["basic"]!.map(([, factor]) => factor)).toEqual(Array(7).fill(1.2));
    expect(found.spreads.said.code).toBe("spread-learned");
    const assumed = robustnessView.parse(await get(service.app, `${url}&learnDays=0`));
    expect(assumed.spreads).toMatchObject({
      learned: null,
      visitTypes: {},
      said: { code: "spread-assumed" },
    });
    const asked = { samples: 50, learnDays: 3, quantile: 0.9, seconds: 1 };
    const safe = robustnessView.parse((await post(service.app, `/plans/${draft}/robustness`, asked)).json());
    expect(safe.spreads.learned).toMatchObject({ from: DATES[0], to: LAST });
    expect(safe.safety!.said.values).toMatchObject({ casesPercent: 90, net: safe.safety!.price });
  });
});
