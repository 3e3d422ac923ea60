/** Jobs: waiting, progress, cancel, every way a run can go wrong. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { smallDay } from "./support/day.js";
import {
  checkStored,
  ENDED,
  importProblem,
  problemOf,
  type Service,
  startJob,
  startService,
  temporaryFolder,
  untilState,
} from "./support/service.js";

/** What the fake optimiser does, by seed. */
const QUICK = 1;
const ENDLESS = 2;
const THROWS = 3;
const EXITS = 4;
const DEAF = 5;
const WRONG = 6;
const PINS = 7;

let temporary: ReturnType<typeof temporaryFolder>;
let service: Service;
let problemId: string;

beforeEach(async () => {
  temporary = temporaryFolder();
  service = await startService({
    file: `${temporary.folder}/jobs.sqlite`,
    fake: true,
    maxRunning: 2,
  });
  problemId = await importProblem(service.app, smallDay());
});

afterEach(async () => {
  await service.close();
  temporary.remove();
});

const start = (seed: number, more: object = {}) => startJob(service.app, problemId, { seed, ...more });
const until = (id: string, ...states: string[]) => untilState(service.app, id, ...states);

async function cancel(id: string): Promise<number> {
  return (await service.app.inject({ method: "POST", url: `/jobs/${id}/cancel` })).statusCode;
}

describe("a job", () => {
  it("is accepted with its place and ends with a plan", async () => {
    const answer = await service.app.inject({
      method: "POST",
      url: "/jobs",
      payload: { problemId, iterations: 12, threads: 2 },
    });
    expect(answer.statusCode).toBe(202);
    const { id } = answer.json<{ id: string }>();
    expect(answer.headers.location).toBe(`/jobs/${id}`);
    const job = await until(id, ...ENDED);
    expect(job).toMatchObject({ state: "done", error: null });
    const plan = await checkStored(service.database, job.planId!);
    // Of both threads.
    expect(plan.solver).toMatchObject({ seed: 1, threads: 2, iterations: 24 });
  });

  it("has a time limit of 20 seconds only where no limit is named", async () => {
    const options = async (body: object) => (await start(QUICK, body)) as unknown as { options: object };
    expect((await options({})).options).toMatchObject({ seconds: 20, iterations: null });
    expect((await options({ iterations: 5 })).options).toMatchObject({ seconds: null, iterations: 5 });
    expect((await options({ seconds: 3 })).options).toMatchObject({ seconds: 3, iterations: null });
  });

  it("waits while as many run as may, and starts in the order of arrival", async () => {
    const jobs = [await start(ENDLESS), await start(ENDLESS), await start(QUICK), await start(QUICK)];
    await until(jobs[0]!.id, "running");
    await until(jobs[1]!.id, "running");
    expect((await until(jobs[2]!.id, "queued", "running")).state).toBe("queued");
    await cancel(jobs[0]!.id);
    const third = await until(jobs[2]!.id, "done");
    const fourth = await until(jobs[3]!.id, "done");
    expect(third.attempts).toBe(1);
    const [a, b] = await Promise.all(
      [third, fourth].map(({ id }) => service.database.jobs.find(id).then((job) => job!.startedAt!)),
    );
    expect(a!.getTime()).toBeLessThanOrEqual(b!.getTime());
    expect((await until(jobs[1]!.id, "running")).state).toBe("running");
  });

  it("shows its progress while it runs", async () => {
    const { id } = await start(ENDLESS, { threads: 2 });
    await until(id, "running");
    let progress = null;
    while (progress === null) {
      // Requests without a socket never let the event loop turn by themselves.
      await new Promise((resolve) => {
        setTimeout(resolve, 10);
      });
      ({ progress } = await until(id, "running"));
    }
    expect(progress).toMatchObject({ unserved: 1 });
  });
});

describe("cancelling", () => {
  it("keeps the best plan so far", async () => {
    const { id } = await start(ENDLESS, { threads: 2 });
    await until(id, "running");
    expect(await cancel(id)).toBe(202);
    const job = await until(id, ...ENDED);
    expect(job).toMatchObject({ state: "cancelled", error: null });
    const plan = await checkStored(service.database, job.planId!);
    expect(plan.solver?.stoppedBy).toBe("cancelled");
    expect((await service.app.inject(`/jobs/${id}/result`)).statusCode).toBe(200);
  });

  it("ends a waiting job at once, without a plan", async () => {
    const running = [await start(ENDLESS), await start(ENDLESS)];
    const { id } = await start(QUICK);
    const answer = await service.app.inject({ method: "DELETE", url: `/jobs/${id}` });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ state: "cancelled", planId: null, attempts: 0 });
    expect(problemOf(await service.app.inject(`/jobs/${id}/result`)).code).toBe("job-without-plan");
    for (const job of running) await cancel(job.id);
  });

  it("is heard between the queue and the thread", async () => {
    const { id } = await start(ENDLESS);
    // Right after the start the run has not begun to listen.
    await cancel(id);
    const job = await until(id, ...ENDED);
    expect(job.state).toBe("cancelled");
  });

  it("ends a run that does not listen after the grace", async () => {
    await service.close();
    service = await startService({ file: `${temporary.folder}/jobs.sqlite`, fake: true, stopGrace: 100 });
    const { id } = await start(DEAF);
    await until(id, "running");
    await cancel(id);
    const job = await until(id, ...ENDED);
    expect(job).toMatchObject({ state: "cancelled", planId: null, error: { code: "job-cancel-late" } });
  });

  it("leaves an ended job as it is", async () => {
    const { id } = await start(QUICK);
    const done = await until(id, "done");
    expect(await cancel(id)).toBe(200);
    expect(await until(id, ...ENDED)).toEqual(done);
  });
});

describe("a run that goes wrong", () => {
  it.each([
    ["throws", THROWS],
    ["ends its process", EXITS],
  ])("and %s ends its job with a clear error, and the server goes on", async (_, seed) => {
    const { id } = await start(seed);
    const job = await until(id, ...ENDED);
    expect(job).toMatchObject({ state: "failed", planId: null, error: { code: "job-crashed" } });
    const body = problemOf(await service.app.inject(`/jobs/${id}/result`));
    expect(body).toMatchObject({ code: "job-without-plan", jobError: { code: "job-crashed" } });
    expect((await until((await start(QUICK)).id, ...ENDED)).state).toBe("done");
  });

  it("never tells the text of an unexpected error, which may name a person", async () => {
    const { id } = await start(THROWS);
    const job = await until(id, ...ENDED);
    expect(JSON.stringify(job)).not.toContain("Virtanen");
    const log = service.log.join("");
    expect(log).toContain("fakeSolver");
    expect(log).not.toContain("Virtanen");
  });

  it("stores nothing that the checker refuses", async () => {
    const job = await until((await start(WRONG)).id, ...ENDED);
    expect(job).toMatchObject({ state: "failed", error: { code: "plan-refused" } });
    expect(await service.database.prisma.planVersion.count()).toBe(0);
    expect(await service.database.prisma.verdict.count()).toBe(0);
  });

  it("names the pins that cannot all hold", async () => {
    const job = await until((await start(PINS)).id, ...ENDED);
    expect(job).toMatchObject({ state: "failed", error: { code: "pins-conflict" } });
    expect(job.error!.message).toContain("v1");
  });
});

describe("what is asked wrongly", () => {
  const post = (url: string, payload: unknown) =>
    service.app.inject({ method: "POST", url, payload: payload as object });

  it("is told with every value", async () => {
    const answer = await post(`/problems/${problemId}/jobs`, { seed: -1, threads: "two", hurry: true });
    const body = problemOf(answer) as unknown as { status: number; faults: { path: string }[] };
    expect(body.status).toBe(400);
    expect(body.faults.map(({ path }) => path)).toEqual(expect.arrayContaining(["/seed", "/threads"]));
    expect(body.faults).toHaveLength(3);
  });

  it("is told as unknown where an id is", async () => {
    expect(problemOf(await post("/problems/none/jobs", {})).code).toBe("problem-unknown");
    expect(problemOf(await post("/jobs", { problemId: "none" })).code).toBe("problem-unknown");
    expect(problemOf(await post("/jobs/none/cancel", {})).code).toBe("job-unknown");
    for (const url of ["/jobs/none", "/jobs/none/events", "/jobs/none/result"]) {
      expect(problemOf(await service.app.inject(url)).code).toBe("job-unknown");
    }
  });

  it("is told to wait where a result is not there yet", async () => {
    const { id } = await start(ENDLESS);
    expect(problemOf(await service.app.inject(`/jobs/${id}/result`)).code).toBe("job-not-ended");
    await cancel(id);
  });
});
