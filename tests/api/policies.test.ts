/** Named, versioned weights: kept, planned by, and compared on one day. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { get, officeDay, post } from "./support/life.js";
import {
  ENDED,
  importProblem,
  problemOf,
  type Service,
  startJob,
  startService,
  temporaryFolder,
  untilState,
} from "./support/service.js";

interface PolicyView {
  id: string;
  version: number;
  description: string | null;
  descriptions?: Record<string, string>;
  weights: Record<string, number>;
  author: string | null;
}

let service: Service;
let remove: () => void;
beforeAll(async () => {
  const folder = temporaryFolder();
  remove = folder.remove;
  service = await startService({ file: `${folder.folder}/test.sqlite`, maxRunning: 1 });
}, 60_000);
afterAll(async () => {
  await service.close();
  remove();
});

const put = (id: string, payload: object, headers: Record<string, string> = {}) =>
  service.app.inject({ method: "PUT", url: `/policies/${id}`, payload, headers });

describe("policies", () => {
  it("are there from the start, with the contract's weights as the balanced one", async () => {
    const { policies } = await get<{ policies: PolicyView[] }>(service.app, "/policies");
    expect(policies.map(({ id, version }) => [id, version])).toEqual([
      ["balanced", 0],
      ["continuity-first", 0],
      ["fair-load", 0],
      ["least-driving", 0],
      ["on-time-first", 0],
    ]);
    expect(policies[0]!.weights).toEqual({});
    for (const { id, description, descriptions } of policies) {
      expect(Object.keys(descriptions ?? {}), id).toEqual(["fi", "sv", "en"]);
      expect(descriptions?.["en"], id).toBe(description);
    }
  });

  it("have versions: each change makes the next one, older ones stay", async () => {
    const first = await put("winter", { name: { fi: "Talvi" }, weights: { travel: 3 }, author: "eva" });
    expect(first.json()).toMatchObject({ id: "winter", version: 1, author: "eva" });
    const second = await put(
      "winter",
      { name: { fi: "Talvi" }, weights: { travel: 5 } },
      { "if-match": '"1"' },
    );
    expect([second.json<PolicyView>().version, second.headers["etag"]]).toEqual([2, '"2"']);
    const late = await put("winter", { name: {}, weights: {} }, { "if-match": '"1"' });
    expect(problemOf(late).code).toBe("policy-outdated");
    expect((await get<PolicyView>(service.app, "/policies/winter?version=1")).weights).toEqual({ travel: 3 });
    expect((await get<PolicyView>(service.app, "/policies/winter")).weights).toEqual({ travel: 5 });
    await put("balanced", { name: {}, weights: { late: 4 } });
    expect(await get<PolicyView>(service.app, "/policies/balanced")).toMatchObject({ version: 1 });
    expect(await get<PolicyView>(service.app, "/policies/balanced?version=0")).toMatchObject({ weights: {} });
    expect(problemOf(await service.app.inject("/policies/none")).code).toBe("policy-unknown");
    const wrong = await put("winter", { name: {}, weights: { speed: 1 } });
    expect(problemOf(wrong).code).toBe("request-invalid");
  });

  it("count in jobs and show in versions", async () => {
    const problemId = await importProblem(service.app, officeDay());
    const started = await startJob(service.app, problemId, { iterations: 40, policy: "continuity-first" });
    expect(started).toMatchObject({ options: { policy: { id: "continuity-first", version: 0 } } });
    const job = await untilState(service.app, started.id, ...ENDED);
    if (job.planId === null) throw new Error(JSON.stringify(job.error));
    const version = await get<{ policy: string; cost: number }>(service.app, `/plans/${job.planId}/version`);
    expect(version.policy).toBe("continuity-first");
    const judgedBy = await get<{ weights: object }>(service.app, `/plans/${job.planId}/problem`);
    expect(judgedBy.weights).toEqual({ unfamiliar: 2400, language: 3000 });
    const unknown = await post(service.app, `/problems/${problemId}/jobs`, { policy: "none" });
    expect(problemOf(unknown).code).toBe("policy-unknown");
  });

  it("run side by side on one day, in one table", async () => {
    const day = officeDay();
    const problemId = await importProblem(service.app, day);
    const url = `/problems/${problemId}/policy-comparisons`;
    const answer = await post(service.app, url, {
      policies: ["continuity-first", "least-driving"],
      common: "fair-load",
      iterations: 60,
    });
    expect(answer.statusCode).toBe(202);
    const { id, rows } = answer.json<{ id: string; rows: { jobId: string }[] }>();
    for (const { jobId } of rows) await untilState(service.app, jobId, ...ENDED);
    const table = await get<{
      ended: boolean;
      rows: {
        policy: string;
        weights: Record<string, number>;
        cost: { own: number; common: number };
        parts: {
          amounts: Record<string, number>;
          own: Record<string, number>;
          common: Record<string, number>;
        };
        figures: { travelPercent: number };
        planId: string;
      }[];
    }>(service.app, `/policy-comparisons/${id}`);
    expect([table.ended, table.rows.map(({ policy }) => policy)]).toEqual([
      true,
      ["continuity-first", "least-driving"],
    ]);
    for (const { cost, parts, weights, planId, figures } of table.rows) {
      const plan = await get<{ cost: number }>(service.app, `/plans/${planId}/version`);
      expect(cost.own).toBe(plan.cost);
      expect(Object.values(parts.common).reduce((a, b) => a + b, 0)).toBe(cost.common);
      expect(parts.own["travel"]).toBe(parts.amounts["travel"]! * (weights["travel"] ?? 1));
      expect(figures.travelPercent).toBeGreaterThan(0);
    }
    const [continuity, driving] = table.rows;
    expect(continuity!.parts.amounts["unfamiliar"]).toBeLessThanOrEqual(
      driving!.parts.amounts["unfamiliar"]!,
    );
    expect(driving!.parts.amounts["travel"]).toBeLessThanOrEqual(continuity!.parts.amounts["travel"]!);
    expect(problemOf(await service.app.inject("/policy-comparisons/none")).code).toBe("comparison-unknown");
    expect(problemOf(await post(service.app, url, { policies: ["balanced"] })).code).toBe("request-invalid");
  });
});
