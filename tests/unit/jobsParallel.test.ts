/** Several threads, one answer. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkPlan } from "../../src/checker/index.js";
import { type JobFailure, JobInterrupted, solveParallel, threadSeed } from "../../src/jobs/index.js";
import type { Plan, Problem } from "../../src/contracts/index.js";
import { FAKE_SOLVER } from "../api/support/service.js";
import { smallDay } from "../api/support/day.js";
import { gunzipSync } from "node:zlib";

const problem = smallDay();

describe("threads", () => {
  it("have seeds of their own, and one thread alone has the caller's", () => {
    expect(threadSeed(5, 0)).toBe(5);
    const seeds = [1, 2, 3].flatMap((seed) => [0, 1, 2, 3].map((index) => threadSeed(seed, index)));
    expect(new Set(seeds).size).toBe(seeds.length);
  });

  it("give the same plan from an object, from text and from a gzip", async () => {
    const text = Buffer.from(JSON.stringify(problem));
    const options = { seed: 3, iterations: 20 };
    const a = await solveParallel({ problem }, options);
    const b = await solveParallel({ document: text }, options);
    expect(b.plan).toBe(a.plan);
    expect(checkPlan(problem, JSON.parse(a.plan) as Plan)).toEqual(JSON.parse(a.verdict));
  });

  it("break down without taking the others' plan away", async () => {
    // The fake ends its process for seed 4; the other threads' seeds are far off.
    const traces: unknown[] = [];
    const result = await solveParallel(
      { problem },
      { seed: 4, threads: 3, iterations: 5, entry: FAKE_SOLVER, onCrash: (trace) => traces.push(trace) },
    );
    expect(result).toMatchObject({ lost: 1, iterations: 10, valid: true });
  });

  it("tell of a broken run by code, never by its text", async () => {
    const failure = await solveParallel({ problem }, { seed: 3, entry: FAKE_SOLVER }).then(
      () => null,
      (error: JobFailure) => error,
    );
    expect(failure?.error.code).toBe("job-crashed");
    expect(JSON.stringify(failure?.error)).not.toContain("Virtanen");
  });

  it("end at once when killed, and with a plan when stopped", async () => {
    const options = { seed: 2, entry: FAKE_SOLVER };
    const kill = new AbortController();
    const killed = solveParallel({ problem }, { ...options, kill: kill.signal });
    kill.abort();
    await expect(killed).rejects.toThrow(JobInterrupted);
    const stop = new AbortController();
    const stopped = solveParallel(
      { problem },
      { ...options, stop: stop.signal, onProgress: () => stop.abort() },
    );
    expect(await stopped).toMatchObject({ stoppedBy: "cancelled", valid: true });
  });

  it("are refused below one", async () => {
    await expect(solveParallel({ problem }, { seed: 1, threads: 0 })).rejects.toThrow(RangeError);
  });
});

describe("on a real day", () => {
  const document = readFileSync(new URL("../../fixtures/days/porto-48.json.gz", import.meta.url));
  const day = JSON.parse(gunzipSync(document).toString("utf8")) as Problem;
  const sharing = new URL("../api/support/workers/sharingSolver.mjs", import.meta.url);

  it("the plan of threads that meet is the same in every run, byte for byte", async () => {
    const run = (threads: number) => solveParallel({ document }, { seed: 11, threads, iterations: 60 });
    const both = await run(2);
    const again = await run(2);
    expect(again.plan).toBe(both.plan);
    // Two threads that meet: neither is a run of one thread any more, but both count.
    expect((await run(1)).iterations).toBe(60);
    expect(both.iterations).toBe(120);
    expect(checkPlan(day, JSON.parse(both.plan) as Plan)).toEqual(JSON.parse(both.verdict));
  });

  it("so is that of threads that share the day out, also by time the checker passes it", async () => {
    const run = (limit: { iterations: number } | { seconds: number }) =>
      solveParallel({ document }, { seed: 11, threads: 3, entry: sharing, ...limit });
    const first = await run({ iterations: 400 });
    expect((await run({ iterations: 400 })).plan).toBe(first.plan);
    expect(first).toMatchObject({ valid: true, iterations: 1200 });
    for (const { plan, verdict } of [first, await run({ seconds: 3 })])
      expect(checkPlan(day, JSON.parse(plan) as Plan)).toEqual(JSON.parse(verdict));
  });
});
