/** The demo organisation: loaded by one call, a date generated from it, planned on recorded roads. */
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GenerationWarning } from "../../src/contracts/index.js";
import { demoFixtures } from "../../src/api/demoServer.js";
import { fillInThread } from "../../src/jobs/index.js";
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

let service: Service;
let remove: () => void;
let file: string;
beforeAll(async () => {
  const folder = temporaryFolder();
  remove = folder.remove;
  file = path.join(folder.folder, "test.sqlite");
  service = await startService({
    file,
    fill: (bytes, estimate, kill) =>
      fillInThread(bytes, estimate, kill, { osrm: null, database: file, ...demoFixtures() }),
  });
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
    expect([first.statusCode, first.json()]).toEqual([200, { loaded: true, date: "2026-11-23" }]);
    const again = await post(service.app, "/demo", {});
    expect(again.json()).toEqual({ loaded: false, date: "2026-11-23" });
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
