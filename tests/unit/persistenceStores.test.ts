/** The stores: all or nothing, and travel times that are asked once. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NewPlan } from "../../src/planning/ports.js";
import { planRecords, problemRecords } from "../../src/planning/records.js";
import { type OpenDatabase, openDatabase } from "../../src/persistence/index.js";
import type { TravelCache } from "../../src/travel/index.js";
import { pointKey } from "../../src/travel/index.js";
import { samplePlan, sampleProblem } from "../support/sampleDay.js";
import { checkPlan } from "../../src/checker/index.js";

let folder: string;
let database: OpenDatabase;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "kotikierros-"));
  database = await openDatabase(path.join(folder, "test.sqlite"));
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const NOW = new Date("2026-11-22T10:00:00Z");

function newProblem(id: string, problem = sampleProblem()) {
  const text = JSON.stringify(problem);
  return {
    id,
    gzip: gzipSync(text),
    digest: createHash("sha256").update(text).digest("hex"),
    size: Buffer.byteLength(text),
    ...problemRecords(problem),
    createdAt: NOW,
  };
}

function newPlan(id: string, change: Partial<NewPlan> = {}): NewPlan {
  const plan = samplePlan();
  const verdict = checkPlan(sampleProblem(), plan);
  expect(verdict.violations).toEqual([]);
  return {
    id,
    problemId: "p",
    parentId: null,
    filled: null,
    document: JSON.stringify(plan),
    digest: "d",
    verdict: {
      valid: verdict.valid,
      cost: verdict.cost.total,
      unserved: verdict.facts.unserved,
      document: JSON.stringify(verdict),
    },
    records: planRecords(sampleProblem(), plan),
    createdAt: NOW,
    ...change,
  };
}

async function counts(): Promise<Record<string, number>> {
  const { prisma } = database;
  return {
    plans: await prisma.planVersion.count(),
    verdicts: await prisma.verdict.count(),
    rounds: await prisma.planRound.count(),
    stops: await prisma.planStop.count(),
  };
}

async function runningJob(id: string): Promise<void> {
  const options = { seed: 1, threads: 1, iterations: 1, seconds: null, estimate: false };
  await database.jobs.add({ id, problemId: "p", options, createdAt: NOW });
  await database.jobs.takeNext(NOW);
}

describe("an import", () => {
  it("that fails half-way leaves nothing, standing data neither", async () => {
    const broken = newProblem("p");
    const visits = [...broken.records.visits, broken.records.visits[0]!];
    await expect(
      database.problems.add({ ...broken, records: { ...broken.records, visits } }),
    ).rejects.toThrow("UNIQUE constraint");
    const { prisma } = database;
    expect([
      await prisma.problemDocument.count(),
      await prisma.problem.count(),
      await prisma.client.count(),
      await prisma.shift.count(),
    ]).toEqual([0, 0, 0, 0]);
  });

  it("of known ids renews the standing records and leaves the first problem's days alone", async () => {
    await database.problems.add(newProblem("p"));
    const changed = sampleProblem();
    const clients = changed.clients.map((one) => (one.id === "c1" ? { ...one, areaId: "north" } : one));
    await database.problems.add(newProblem("q", { ...changed, clients }));
    const { prisma } = database;
    expect((await prisma.client.findUniqueOrThrow({ where: { id: "c1" } })).areaId).toBe("north");
    expect(await prisma.client.count()).toBe(changed.clients.length);
    expect(await prisma.visit.count({ where: { problemId: "p" } })).toBe(changed.visits.length);
  });
});

describe("a plan", () => {
  beforeEach(async () => {
    await database.problems.add(newProblem("p"));
  });

  it("is stored with its verdict and ends its job in one step", async () => {
    await runningJob("j");
    await database.plans.add(newPlan("a"), { jobId: "j", state: "done", progress: null });
    expect(await database.jobs.find("j")).toMatchObject({ state: "done", planId: "a" });
    expect(await database.plans.find("a")).toMatchObject({ valid: true, jobId: "j", unserved: 1 });
    const { stops, ...rest } = await counts();
    expect(rest).toEqual({ plans: 1, verdicts: 1, rounds: 2 });
    expect(stops).toBe(samplePlan().routes.flatMap((route) => route.stops).length);
  });

  it.each<[string, string, () => Promise<void>]>([
    [
      "its verdict cannot be stored",
      "cost",
      () => database.plans.add(newPlan("a", { verdict: { ...newPlan("a").verdict, cost: NaN } })),
    ],
    [
      "a round comes twice",
      "UNIQUE constraint",
      () => {
        const { rounds, ...records } = newPlan("a").records;
        return database.plans.add(newPlan("a", { records: { ...records, rounds: [...rounds, rounds[0]!] } }));
      },
    ],
    ["its problem is not there", "No record", () => database.plans.add(newPlan("a", { problemId: "none" }))],
    ["its parent is not there", "Foreign key", () => database.plans.add(newPlan("a", { parentId: "none" }))],
  ])("leaves nothing when %s", async (_, why, add) => {
    await expect(add()).rejects.toThrow(why);
    expect(await counts()).toEqual({ plans: 0, verdicts: 0, rounds: 0, stops: 0 });
  });

  it("leaves nothing when its job is no longer running", async () => {
    await runningJob("j");
    await database.jobs.end("j", "failed", null, NOW);
    const ending = { jobId: "j", state: "done", progress: null } as const;
    await expect(database.plans.add(newPlan("a"), ending)).rejects.toThrow("not running");
    expect(await counts()).toEqual({ plans: 0, verdicts: 0, rounds: 0, stops: 0 });
    expect((await database.jobs.find("j"))!.state).toBe("failed");
  });

  it("is never changed: a second one with its id is refused", async () => {
    await database.plans.add(newPlan("a"));
    await expect(database.plans.add(newPlan("a", { document: "{}" }))).rejects.toThrow("Unique constraint");
    expect((await database.plans.find("a"))!.document).toBe(newPlan("a").document);
  });

  it("remembers the document with the travel times it was judged by", async () => {
    const filled = { gzip: gzipSync("{}"), digest: "filled", size: 2 };
    await database.plans.add(newPlan("a", { filled }));
    const { documentDigest } = await database.prisma.planVersion.findUniqueOrThrow({ where: { id: "a" } });
    expect(documentDigest).toBe("filled");
    expect(await database.prisma.problemDocument.count()).toBe(2);
  });
});

describe("the queue on record", () => {
  it("gives the oldest first, each once", async () => {
    await database.problems.add(newProblem("p"));
    const options = { seed: 1, threads: 1, iterations: 1, seconds: null, estimate: false };
    for (const id of ["b", "a", "c"])
      await database.jobs.add({ id, problemId: "p", options, createdAt: NOW });
    await database.jobs.endWaiting("a", NOW);
    const taken = await Promise.all([1, 2, 3].map(() => database.jobs.takeNext(NOW)));
    expect(taken.map((job) => job?.id ?? null)).toEqual(["b", "c", null]);
    await database.jobs.requeue("b");
    expect((await database.jobs.takeNext(NOW))!).toMatchObject({ id: "b", attempts: 2 });
  });
});

describe("travel times", () => {
  const [A, B, C] = [pointKey(60.17, 24.94), pointKey(60.18, 24.95), pointKey(60.19, 24.96)];
  const space = { mode: "car", mapVersion: "2026-11" };

  it("are found again by mode, map and both ends; no way is knowledge too", async () => {
    const cache = database.travelTimes as TravelCache;
    const pairs = [
      { from: A, to: B, seconds: 300, metres: 2000 },
      { from: B, to: A, seconds: null, metres: null },
      { from: A, to: C, seconds: 500, metres: 4000 },
      { from: A, to: A, seconds: 0, metres: 0 },
    ];
    await cache.put(space, { pairs, snaps: [{ point: A, metres: 12 }] });
    const known = await cache.get(space, [A, B]);
    const order = (a: { from: string; to: string }, b: { from: string; to: string }) =>
      `${a.from}${a.to}`.localeCompare(`${b.from}${b.to}`);
    expect([...known.pairs].sort(order)).toEqual(pairs.slice(0, 2).sort(order));
    expect(known.snaps).toEqual([{ point: A, metres: 12 }]);
    expect(await cache.get({ ...space, mode: "walk" }, [A, B])).toEqual({ pairs: [], snaps: [] });
    expect(await cache.get({ ...space, mapVersion: "2026-12" }, [A, B])).toEqual({ pairs: [], snaps: [] });
  });

  it("take the last word, for a hundred thousand pairs at once too", async () => {
    const cache = database.travelTimes as TravelCache;
    const points = Array.from({ length: 320 }, (_, index) => pointKey(60 + index / 1000, 24));
    const pairs = points.flatMap((from) =>
      points.filter((to) => to !== from).map((to) => ({ from, to, seconds: 60, metres: 100 })),
    );
    await cache.put(space, { pairs, snaps: [] });
    await cache.put(space, { pairs: [{ ...pairs[0]!, seconds: 61 }], snaps: [] });
    const known = await cache.get(space, points);
    expect(known.pairs).toHaveLength(pairs.length);
    expect(known.pairs.filter(({ seconds }) => seconds === 61)).toHaveLength(1);
  });
});
