/** The demo organisation: loaded by one call, a date generated from it, planned on recorded roads. */
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DayHead, GenerationWarning } from "../../src/contracts/index.js";
import { demoFixtures } from "../../src/api/demoServer.js";
import { fillInThread, type JobQueueDeps } from "../../src/jobs/index.js";
import { demoEvents, demoNurse, type DemoRound } from "../../src/planning/demo/index.js";
import { get, post } from "./support/life.js";
import {
  ENDED,
  problemOf,
  type Service,
  startJob,
  startService,
  temporaryFolder,
  untilState,
} from "./support/service.js";
import { putOffice, smallOffice } from "./support/standing.js";

interface Made {
  date: string;
  problemId: string;
  visits: number;
  shifts: number;
  warnings: GenerationWarning[];
}

const recordedRoads =
  (database: string): NonNullable<JobQueueDeps["fill"]> =>
  (bytes, estimate, kill) =>
    fillInThread(bytes, estimate, kill, { osrm: null, database, ...demoFixtures() });

let service: Service;
let remove: () => void;
let file: string;
beforeAll(async () => {
  const folder = temporaryFolder();
  remove = folder.remove;
  file = path.join(folder.folder, "test.sqlite");
  service = await startService({ file, fill: recordedRoads(file) });
}, 60_000);
afterAll(async () => {
  await service.close();
  remove();
});

async function generate(body: object): Promise<Made[]> {
  const answer = await post(service.app, "/days/generate", body);
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<{ problems: Made[] }>().problems;
}

describe("the demo organisation", () => {
  it("is loaded once; again it changes nothing", async () => {
    const first = await post(service.app, "/demo", {});
    expect([first.statusCode, first.json()]).toEqual([200, { loaded: true, date: "2026-11-22" }]);
    const again = await post(service.app, "/demo", {});
    expect(again.json()).toEqual({ loaded: false, date: "2026-11-22" });
  });

  it("has homes with a street and no house number, and a nurse's shifts through the weekend", async () => {
    const places = (await get<{ items: { id: string; name?: string }[] }>(service.app, "/places")).items;
    expect(
      places.filter(({ id, name }) => id.startsWith("home-") && !/^\D+, [A-D] \d+$/.test(name ?? "")),
    ).toEqual([]);
    for (const date of ["2026-11-20", "2026-11-22", "2026-11-23"]) {
      const { items } = await get<{ items: { nurseId: string }[] }>(service.app, `/shifts?date=${date}`);
      expect(items.map(({ nurseId }) => nurseId)).toContain("n10");
    }
  });

  it("has a full day on every date, with what to look at told in words", async () => {
    const made = await generate({ from: "2026-11-23", to: "2026-11-29" });
    for (const { visits, shifts } of made) {
      expect(visits).toBeGreaterThan(80);
      expect(shifts).toBe(12);
    }
    expect(made[0]!.warnings).toEqual([]);
    const codes = new Set(made.flatMap(({ warnings }) => warnings.map(({ code }) => code)));
    expect([...codes].toSorted()).toEqual(["client-away", "decision-expired", "decision-overdue"]);
  });

  it("is planned on recorded roads without a road server or estimate", async () => {
    const [monday] = await generate({ from: "2026-11-23" });
    const started = await startJob(service.app, monday!.problemId, { iterations: 150 });
    const job = await untilState(service.app, started.id, ...ENDED);
    if (job.planId === null) throw new Error(JSON.stringify(job.error));
    const plan = await get<{
      travelSource: Record<string, { kind: string; recorded?: string }>;
      unserved: { visitId: string }[];
    }>(service.app, `/plans/${job.planId}`);
    expect(Object.values(plan.travelSource).map(({ kind, recorded }) => [kind, recorded])).toEqual([
      ["osrm", "2026-11-22"],
      ["osrm", "2026-11-22"],
      ["osrm", "2026-11-22"],
    ]);
    // The only nurse who may give the infusion works the morning.
    expect(plan.unserved.map(({ visitId }) => visitId)).toContain("c19-infusion:2026-11-23");
    expect(plan.unserved.length).toBeLessThan(10);
  }, 120_000);

  it("comes to life: today planned, published and under way, a nurse written to, tomorrow after that", async () => {
    const now = Date.parse("2026-11-23T10:00:00Z");
    const folder = temporaryFolder();
    const lively = await startService({
      file: path.join(folder.folder, "lively.sqlite"),
      now: () => now,
      fill: recordedRoads(path.join(folder.folder, "lively.sqlite")),
    });
    try {
      const answer = await post(lively.app, "/demo", { plan: true });
      expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining("loaded")]);
      const published = async (date: string): Promise<string | null> => {
        const { days } = await get<{ days: DayHead[] }>(lively.app, `/days?from=${date}&to=${date}`);
        return days[0]?.publishedPlanId ?? null;
      };
      const planId = await published("2026-11-23");
      expect(planId).not.toBeNull();
      const { routes } = await get<{ routes: DemoRound[] }>(lively.app, `/plans/${planId}/routes`);
      const { events } = await get<{ events: { kind: string; at: string }[] }>(
        lively.app,
        "/actuals?from=2026-11-23&to=2026-11-23",
      );
      expect(events.length).toBeGreaterThan(40);
      expect(events.filter(({ at }) => Date.parse(at) > now)).toEqual([]);
      const { messages } = await get<{ messages: { nurseId: string }[] }>(lively.app, "/messages");
      expect(messages).toHaveLength(2);
      const round = routes.find(({ nurseId }) => nurseId === messages[0]!.nurseId)!;
      expect(round.stops.some((stop) => stop.kind === "visit" && Date.parse(stop.end) > now)).toBe(true);
      await expect.poll(() => published("2026-11-24"), { timeout: 60_000 }).not.toBeNull();
      // Asked for again, nothing is planned or told twice.
      expect((await post(lively.app, "/demo", { plan: true })).statusCode).toBe(200);
      expect(await published("2026-11-23")).toBe(planId);
    } finally {
      await lively.close();
      folder.remove();
    }
  }, 180_000);

  it("shows the phone of who has most ahead, with a partner and a shift tomorrow", () => {
    const visit = (id: string, hour: string, crewSize = 1) =>
      ({
        kind: "visit",
        visitId: id,
        crewSize,
        start: `2026-11-23T${hour}:00:00Z`,
        end: `2026-11-23T${hour}:30:00Z`,
      }) as const;
    const rounds: DemoRound[] = [
      { nurseId: "early", stops: [visit("a", "05"), visit("b", "06"), visit("c", "07")] },
      { nurseId: "crew", stops: [visit("d", "12", 2), { kind: "break" }] },
      { nurseId: "stays", stops: [visit("e", "12")] },
    ];
    const at = Date.parse("2026-11-23T10:00:00Z");
    expect(demoNurse(rounds, new Set(), at)).toBe("crew");
    expect(demoNurse(rounds, new Set(["stays"]), at)).toBe("stays");
    expect(demoNurse([], new Set(["stays"]), at)).toBeNull();
    const told = demoEvents(rounds, "2026-11-23", "Europe/Helsinki", at / 1000);
    expect(new Set(told.map(({ nurseId }) => nurseId))).toEqual(new Set(["early"]));
  });

  it("does not mix with another organisation", async () => {
    const folder = temporaryFolder();
    const other = await startService({ file: path.join(folder.folder, "other.sqlite") });
    try {
      await putOffice(other.database, smallOffice());
      expect(problemOf(await post(other.app, "/demo", {})).code).toBe("demo-refused");
    } finally {
      await other.close();
      folder.remove();
    }
  });
});
