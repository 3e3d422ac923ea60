/** The shapes that the screens read (src/contracts/views) are those that the API answers with. */
import type { z } from "zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  comparedView,
  comparisonView,
  continuityView,
  curveView,
  dayPlanView,
  dayProblemView,
  editedView,
  equityView,
  figuresView,
  identityView,
  importReportView,
  jobView,
  periodFiguresView,
  placesView,
  policyView,
  problemView,
  publicationView,
  replannedView,
  standingListView,
  versionDetailView,
  versionView,
} from "../../src/contracts/index.js";
import { get, officeDay, planByJob, post, publish } from "./support/life.js";
import { openOffice } from "./support/office.js";
import {
  importProblem,
  type Service,
  startJob,
  startService,
  temporaryFolder,
  untilState,
} from "./support/service.js";

const DATE = "2026-11-23";
const temporary = temporaryFolder();
let service: Service;
let problemId = "";
let planId = "";
let otherId = "";

beforeAll(async () => {
  service = await startService({ file: `${temporary.folder}/views.sqlite` });
  problemId = await importProblem(service.app, officeDay(DATE));
  planId = await planByJob(service.app, problemId, 1);
  otherId = await planByJob(service.app, problemId, 2);
  await publish(service.app, planId);
  await openOffice(service.app);
}, 120_000);
afterAll(async () => {
  await service.close();
  temporary.remove();
});

/** What of an answer a screen would not find as it expects it. */
function misfits(schema: z.ZodType, answer: unknown): readonly string[] {
  const result = schema.safeParse(answer);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join("/")}: ${message}`);
}

async function read(url: string): Promise<unknown> {
  return get<unknown>(service.app, url);
}
async function send(url: string, body: object): Promise<unknown> {
  const answer = await post(service.app, url, body);
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json();
}

describe("answers that the screens read", () => {
  it("of versions, days and figures parse by their views", async () => {
    const views: readonly (readonly [string, z.ZodType])[] = [
      [`/plans/${planId}/version`, versionDetailView],
      [`/plans/${planId}/day`, dayPlanView],
      [`/problems/${problemId}/day`, dayProblemView],
      [`/problems/${problemId}`, problemView],
      [`/plans/${planId}/figures`, figuresView],
      [`/plans/${planId}/differences/${otherId}`, comparedView],
      [`/days/${DATE}/published`, publicationView],
      [`/continuity?date=${DATE}&planId=${otherId}`, continuityView],
      [`/equity?date=${DATE}`, equityView],
      [`/figures?from=${DATE}&to=${DATE}`, periodFiguresView],
      ["/me", identityView],
      ["/nurses", standingListView],
      ["/requirements", standingListView],
    ];
    for (const [url, view] of views) expect(misfits(view, await read(url)), url).toEqual([]);
    const { versions } = (await read(`/days/${DATE}/versions`)) as { versions: unknown[] };
    expect(versions).toHaveLength(2);
    for (const version of versions) expect(misfits(versionView, version)).toEqual([]);
    const { policies } = (await read("/policies")) as { policies: unknown[] };
    expect(policies.length).toBeGreaterThan(3);
    for (const policy of policies) expect(misfits(policyView, policy)).toEqual([]);
  });

  it("of what a coordinator does parse by their views", async () => {
    const { routes } = (await read(`/plans/${planId}`)) as {
      routes: { shiftId: string; stops: { visitId?: string }[] }[];
    };
    const route = routes.find(({ stops }) => stops.some(({ visitId }) => visitId !== undefined))!;
    const visitId = route.stops.find((stop) => stop.visitId !== undefined)!.visitId!;
    const edit = { author: "a", reason: "r", edits: [{ kind: "tray", visitId }] };
    expect(misfits(editedView, await send(`/plans/${planId}/edits`, edit))).toEqual([]);
    expect(misfits(placesView, await send(`/plans/${planId}/places`, { visit: visitId }))).toEqual([]);
    const wish = {
      now: `${DATE}T00:00:00+02:00`,
      events: [{ kind: "absence", shiftId: route.shiftId }],
    };
    const replan = { ...wish, author: "a", reason: "r", iterations: 5 };
    expect(misfits(replannedView, await send(`/plans/${planId}/replans`, replan))).toEqual([]);
    const curve = { ...wish, changedClients: [0, 2], iterations: 5 };
    expect(misfits(curveView, await send(`/plans/${planId}/replans/curve`, curve))).toEqual([]);
    const job = await startJob(service.app, problemId, { iterations: 5 });
    expect(misfits(jobView, await untilState(service.app, job.id, "done"))).toEqual([]);
    const comparison = { policies: ["balanced", "least-driving"], iterations: 5 };
    expect(
      misfits(comparisonView, await send(`/problems/${problemId}/policy-comparisons`, comparison)),
    ).toEqual([]);
  });

  it("of a file parse by their view, and a view does refuse", async () => {
    const answer = await service.app.inject({
      method: "POST",
      url: "/imports/areas?preview=true",
      headers: { "content-type": "text/csv" },
      payload: "id;name.en\nsouth;South\n;Nameless\n",
    });
    expect(answer.statusCode, answer.body).toBe(200);
    const report = answer.json<Record<string, unknown>>();
    expect(misfits(importReportView, report)).toEqual([]);
    expect(misfits(importReportView, { ...report, changes: undefined })).toHaveLength(1);
  });
});
