/** Versions of a day: listed, compared, published; what is not published never reaches a nurse. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { get, officeDay, planByJob, publish, type VersionView } from "./support/life.js";
import { smallDay } from "./support/day.js";
import { importProblem, problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

const temporary = temporaryFolder();
let service: Service;
let problemId: string;
let first: string;
let second: string;
beforeAll(async () => {
  service = await startService({ file: `${temporary.folder}/versions.sqlite` });
  problemId = await importProblem(service.app, officeDay());
  first = await planByJob(service.app, problemId, 1);
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

const listed = async (date = "2026-11-23"): Promise<VersionView[]> =>
  (await get<{ versions: VersionView[] }>(service.app, `/days/${date}/versions`)).versions;
const nurseList = (date = "2026-11-23", nurse = "aino") =>
  get<{ planId: string; rounds: { stops: object[] }[] }>(service.app, `/nurses/${nurse}/visits?date=${date}`);

describe("versions of a day", () => {
  it("are listed with their makers and what they were made with", async () => {
    expect(await listed()).toMatchObject([
      {
        id: first,
        problemId,
        parentId: null,
        kind: "optimised",
        state: "draft",
        author: null,
        seed: 1,
        engineVersion: "0.1.0",
        travelSource: { car: { kind: "given" } },
        dates: ["2026-11-23"],
        valid: true,
      },
    ]);
    expect(await listed("2026-11-24")).toEqual([]);
    const detail = await get<object>(service.app, `/plans/${first}/version`);
    expect(detail).toMatchObject({ id: first, weights: { travel: 1, overtime: 5 }, violations: [] });
    expect(await get(service.app, `/plans/${first}/problem`)).toEqual(officeDay());
  });

  it("show a nurse the latest plan of a job while nothing is published", async () => {
    expect((await nurseList()).planId).toBe(first);
    expect(problemOf(await service.app.inject("/days/2026-11-23/published")).code).toBe("day-unpublished");
  });
});

describe("publishing", () => {
  it("makes a version hold on its dates", async () => {
    const answer = await publish(service.app, first);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      planId: first,
      author: "coordinator-1",
      reason: "ready",
      dates: ["2026-11-23"],
      acknowledged: [],
    });
    expect(await get(service.app, "/days/2026-11-23/published")).toEqual({
      ...answer.json<object>(),
      beside: [],
    });
    expect(await listed()).toMatchObject([{ id: first, state: "published" }]);
  });

  it("keeps later drafts from the nurse's list", async () => {
    second = await planByJob(service.app, problemId, 2);
    expect(await listed()).toMatchObject([{ state: "published" }, { id: second, state: "draft" }]);
    expect((await nurseList()).planId).toBe(first);
  });

  it("of a version that does not come from the published one answers 409 with the difference", async () => {
    const answer = await publish(service.app, second);
    expect(answer.statusCode).toBe(409);
    const problem = problemOf(answer);
    expect(problem.code).toBe("version-outdated");
    expect(problem["difference"]).toMatchObject({ from: first, to: second, figures: { from: {}, to: {} } });
    const { tell, ...difference } = (await get(
      service.app,
      `/plans/${first}/differences/${second}`,
    )) as Record<string, unknown>;
    expect(tell).toMatchObject({ clients: expect.anything(), nurses: expect.anything() });
    expect(problem["difference"]).toEqual(difference);
    const { cost } = problem["difference"] as {
      cost: { difference: number; parts: Record<string, { difference: number }> };
    };
    const byPart = Object.values(cost.parts).reduce((sum, part) => sum + part.difference, 0);
    expect(byPart).toBe(cost.difference);
    expect((await nurseList()).planId).toBe(first);
  });

  it("takes the version named in `replaces`, and the former one stays readable", async () => {
    expect(problemOf(await publish(service.app, second, { replaces: null })).code).toBe("version-outdated");
    expect((await publish(service.app, second, { replaces: first })).statusCode).toBe(200);
    expect((await nurseList()).planId).toBe(second);
    expect(await listed()).toMatchObject([
      { id: first, state: "replaced" },
      { id: second, state: "published" },
    ]);
  });

  it("by two at once lets one win", async () => {
    const third = await planByJob(service.app, problemId, 3);
    const both = await Promise.all(
      [first, third].map((id) => publish(service.app, id, { replaces: second })),
    );
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    const won = both[0]!.statusCode === 200 ? first : third;
    expect((await nurseList()).planId).toBe(won);
    const lost = problemOf(both.find(({ statusCode }) => statusCode === 409)!);
    expect(lost["difference"]).toMatchObject({ from: won });
  });

  it("is refused for an unknown plan, without author, and with a foreign acknowledgement", async () => {
    expect(problemOf(await publish(service.app, "none")).code).toBe("plan-unknown");
    expect(problemOf(await publish(service.app, first, { author: " " })).code).toBe("request-invalid");
    const acknowledged = [{ violation: "pin-start visitId=v1", reason: "agreed" }];
    expect(problemOf(await publish(service.app, first, { acknowledged })).code).toBe(
      "violations-unacknowledged",
    );
  });

  it("cannot be undone in the database", async () => {
    const { prisma } = service.database;
    // A trigger refuses it; Prisma's adapter has only this name for that.
    const REFUSED = "Foreign key constraint";
    await expect(prisma.publication.updateMany({ data: { author: "x" } })).rejects.toThrow(REFUSED);
    await expect(prisma.publication.deleteMany({ where: { planId: first } })).rejects.toThrow(REFUSED);
  });
});

describe("a night round", () => {
  it("reaches into the next date, which may still show a job's plan for its own shifts", async () => {
    const id = await importProblem(service.app, smallDay("2026-12-07", "2026-12-08"));
    const plan = await planByJob(service.app, id);
    expect((await publish(service.app, plan)).statusCode).toBe(200);
    expect((await get<{ dates: string[] }>(service.app, "/days/2026-12-07/published")).dates).toEqual([
      "2026-12-07",
    ]);
    expect((await nurseList("2026-12-08", "n2")).rounds.flatMap(({ stops }) => stops)).toMatchObject([
      { visitId: "v4" },
    ]);
    // A later job's plan of the same day does not come through, neither on its date nor on the next.
    await planByJob(service.app, id, 9);
    expect((await nurseList("2026-12-08", "n2")).planId).toBe(plan);
    // Whoever has no night round hears nothing of the next date until it is planned.
    const other = await service.app.inject("/nurses/n1/visits?date=2026-12-08");
    expect(problemOf(other).code).toBe("day-unplanned");
    const next = await planByJob(service.app, await importProblem(service.app, officeDay("2026-12-08")));
    expect((await nurseList("2026-12-08", "aino")).planId).toBe(next);
    expect((await nurseList("2026-12-08", "n2")).rounds.flatMap(({ stops }) => stops)).toMatchObject([
      { visitId: "v4" },
    ]);
    await publish(service.app, next);
    expect((await nurseList("2026-12-08", "aino")).planId).toBe(next);
    expect((await nurseList("2026-12-08", "n2")).rounds.flatMap(({ stops }) => stops)).toMatchObject([
      { visitId: "v4" },
    ]);
  });
});

describe("key figures", () => {
  it("are at most eight, as JSON and as CSV", async () => {
    const figures = await get<Record<string, unknown>>(service.app, `/plans/${first}/figures`);
    const { detail, ...headlines } = figures;
    expect(Object.keys(headlines)).toHaveLength(8);
    expect(detail).toMatchObject({ visits: 6 });
    expect(figures).toMatchObject({ unserved: { visits: 0, byPriority: [] } });
    const plan = await get<{ routes: { stops: { kind: string }[] }[] }>(service.app, `/plans/${first}`);
    const paid = plan.routes.length * 8 * 60;
    expect(figures["directWorkPercent"]).toBeCloseTo((100 * 6 * 30) / paid, 0);
    const csv = await service.app.inject(`/plans/${first}/figures?format=csv`);
    expect(csv.headers["content-type"]).toBe("text/csv; charset=utf-8");
    const lines = csv.body.trim().split("\r\n");
    expect(lines[0]).toBe("figure,part,value,unit");
    expect(lines).toContain(`directWork,,${String(figures["directWorkPercent"])},%`);
    expect(lines).toContain("unserved,,0,visits");
    const named = new Set(lines.slice(1).map((line) => line.split(",")[0]));
    expect(named.delete("detail")).toBe(true);
    expect(named.size).toBeLessThanOrEqual(8);
  });
});
