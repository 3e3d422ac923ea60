/** What a shutdown or a crash leaves, and what the next start makes of it. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { smallDay } from "./support/day.js";
import {
  checkStored,
  ENDED,
  importProblem,
  startJob,
  startService,
  temporaryFolder,
  untilState,
} from "./support/service.js";

const QUICK = 1;
const ENDLESS = 2;

let temporary: ReturnType<typeof temporaryFolder>;
let file: string;
const open = (more: object = {}) => startService({ file, fake: true, ...more });

beforeEach(() => {
  temporary = temporaryFolder();
  file = `${temporary.folder}/recovery.sqlite`;
});
afterEach(() => temporary.remove());

describe("a shutdown", () => {
  it("puts running jobs back and keeps waiting ones; the next start takes them up in order", async () => {
    const first = await open({ maxRunning: 1 });
    const problemId = await importProblem(first.app, smallDay());
    const running = await startJob(first.app, problemId, { seed: ENDLESS });
    const waiting = await startJob(first.app, problemId, { seed: QUICK });
    await untilState(first.app, running.id, "running");
    const closing = Date.now();
    await first.close();
    expect(Date.now() - closing).toBeLessThan(30_000);

    const second = await open({ maxRunning: 1 });
    const again = await untilState(second.app, running.id, "running");
    expect(again.attempts).toBe(2);
    expect((await untilState(second.app, waiting.id, "queued", "done")).state).toBe("queued");
    await second.app.inject({ method: "POST", url: `/jobs/${running.id}/cancel` });
    expect((await untilState(second.app, running.id, ...ENDED)).state).toBe("cancelled");
    const done = await untilState(second.app, waiting.id, ...ENDED);
    await checkStored(second.database, done.planId!);
    await second.close();
  });
});

/** Leaves the database as a process does that is killed: jobs are running on record. */
async function crashWith(state: object): Promise<string> {
  const service = await open();
  const problemId = await importProblem(service.app, smallDay());
  const id = "cut-off";
  await service.database.prisma.planningJob.create({
    data: {
      id,
      problemId,
      state: "running",
      options: JSON.stringify({ seed: QUICK, threads: 1, iterations: 3, seconds: null, estimate: false }),
      attempts: 1,
      createdAt: new Date("2026-11-22T08:00:00Z"),
      startedAt: new Date("2026-11-22T08:00:01Z"),
      ...state,
    },
  });
  await service.close();
  return id;
}

describe("after a crash", () => {
  it("a job that was running is taken up again and ends with its plan", async () => {
    const id = await crashWith({});
    const service = await open();
    const job = await untilState(service.app, id, ...ENDED);
    expect(job).toMatchObject({ state: "done", attempts: 2 });
    await checkStored(service.database, job.planId!);
    await service.close();
  });

  it("a job that was being cancelled is not started again", async () => {
    const id = await crashWith({ cancelRequested: true });
    const service = await open();
    expect(await untilState(service.app, id, ...ENDED)).toMatchObject({ state: "cancelled", planId: null });
    await service.close();
  });

  it("a job that was cut off again and again is given up", async () => {
    const id = await crashWith({ attempts: 5 });
    const service = await open();
    expect(await untilState(service.app, id, ...ENDED)).toMatchObject({
      state: "failed",
      error: { code: "job-given-up" },
    });
    await service.close();
  });
});
