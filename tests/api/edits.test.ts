/** Hand edits over the API: the order given stays, times are chosen, violations come back with words. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkPlan } from "../../src/checker/index.js";
import {
  type DayPlanView,
  dayPlanView,
  type EditedView,
  type Plan,
  type Problem,
} from "../../src/contracts/index.js";
import { followEdit } from "../../web/shared/followEdit.js";
import { get, officeDay, planByJob, post, publish } from "./support/life.js";
import { importProblem, problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

const temporary = temporaryFolder();
let service: Service;
let base: string;
beforeAll(async () => {
  service = await startService({ file: `${temporary.folder}/edits.sqlite` });
  base = await planByJob(service.app, await importProblem(service.app, officeDay()));
  await publish(service.app, base);
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

const answerTo = (id: string, ...edits: object[]) =>
  post(service.app, `/plans/${id}/edits`, { author: "coordinator-1", reason: "by hand", edits });

/** Edits, and holds what came back to the plan as stored, to the checker's own verdict and to the day as read anew. */
async function edit(id: string, ...edits: object[]): Promise<EditedView> {
  const answer = await answerTo(id, ...edits);
  if (answer.statusCode !== 201) throw new Error(answer.body);
  const edited = answer.json<EditedView>();
  const plan = await get<Plan>(service.app, `/plans/${edited.id}`);
  const verdict = checkPlan(await get<Problem>(service.app, `/plans/${edited.id}/problem`), plan);
  expect(edited.valid).toBe(verdict.valid);
  expect(edited.violations.map(({ message }) => message)).toEqual(
    verdict.violations.map(({ message }) => message),
  );
  expect(edited.cost).toBe(verdict.cost.total);
  expect(await get(service.app, `/plans/${edited.id}/version`)).toMatchObject({
    kind: "edited",
    parentId: id,
    author: "coordinator-1",
    valid: verdict.valid,
  });
  const before = await get<DayPlanView>(service.app, `/plans/${id}/day`);
  const after = await get(service.app, `/plans/${edited.id}/day`);
  expect(dayPlanView.parse(followEdit(before, edited))).toEqual(dayPlanView.parse(after));
  return edited;
}

async function orders(id: string): Promise<Record<string, string[]>> {
  const plan = await get<Plan>(service.app, `/plans/${id}`);
  return Object.fromEntries(
    plan.routes.map(({ shiftId, stops }) => [
      shiftId,
      stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visitId] : [])),
    ]),
  );
}
async function startOf(id: string, visitId: string): Promise<string | undefined> {
  const plan = await get<Plan>(service.app, `/plans/${id}`);
  return plan.routes
    .flatMap(({ stops }) => stops)
    .find((stop) => "visitId" in stop && stop.visitId === visitId)?.start;
}
const at = (time: string): string => `2026-11-23T${time}:00+02:00`;

describe("moving by hand", () => {
  it("puts a visit at its nurse and position, keeps the order, and leaves other rounds as they were", async () => {
    const before = await orders(base);
    const edited = await edit(base, { kind: "move", visitId: "v6", shiftId: "c", position: 0 });
    expect(edited).toMatchObject({ valid: true, parentId: base, unfitShiftIds: [] });
    const after = await orders(edited.id);
    expect(after["c"]).toEqual(["v6"]);
    for (const [shiftId, visits] of Object.entries(before)) {
      expect(after[shiftId] ?? []).toEqual(visits.filter((id) => id !== "v6"));
    }
    expect((await get<{ planId: string }>(service.app, "/nurses/aino/visits?date=2026-11-23")).planId).toBe(
      base,
    );
  });

  it("gives a visit back to the tray and takes it out again", async () => {
    const out = await edit(base, { kind: "tray", visitId: "v2" });
    expect(out.valid).toBe(true);
    expect((await get<Plan>(service.app, `/plans/${out.id}`)).unserved).toEqual([
      { visitId: "v2", reasons: ["taken out by hand"] },
    ]);
    const back = await edit(out.id, { kind: "move", visitId: "v2", shiftId: "c" });
    expect((await orders(back.id))["c"]).toEqual(["v2"]);
  });

  it("swaps two rounds", async () => {
    const before = await orders(base);
    const edited = await edit(base, { kind: "swap", shiftId: "a", otherShiftId: "c" });
    const after = await orders(edited.id);
    expect(after["c"]).toEqual(before["a"]);
    expect(after["a"] ?? []).toEqual(before["c"] ?? []);
  });
});

describe("times by hand", () => {
  it("hold by a pin, also through later edits, until the visit is unpinned", async () => {
    const timed = await edit(base, { kind: "time", visitId: "v5", start: "2026-11-23T09:40:00Z" });
    expect(timed.valid).toBe(true);
    expect(await startOf(timed.id, "v5")).toBe(at("11:40"));
    const later = await edit(timed.id, { kind: "move", visitId: "v6", shiftId: "c" });
    expect(await startOf(later.id, "v5")).toBe(at("11:40"));
    const problem = await get<Problem>(service.app, `/plans/${later.id}/problem`);
    expect(problem.visits[4]).toMatchObject({ id: "v5", pin: { start: at("11:40") } });
    const free = await edit(later.id, { kind: "unpin", visitId: "v5" });
    const freed = await get<Problem>(service.app, `/plans/${free.id}/problem`);
    expect(freed.visits[4]).not.toHaveProperty("pin");
  });

  it("pin a visit where it stands; moving it away is a violation", async () => {
    const pinned = await edit(base, { kind: "pin", visitId: "v3" });
    expect(pinned.valid).toBe(true);
    const moved = await edit(pinned.id, { kind: "move", visitId: "v3", shiftId: "c" });
    expect(moved.violations.map(({ code }) => code)).toContain("pin-shift");
  });
});

describe("an order that has no valid times", () => {
  const impossible = [
    { kind: "move", visitId: "v6", shiftId: "c", position: 0 },
    { kind: "move", visitId: "v2", shiftId: "c", position: 1 },
  ];
  it("gets the least bad times, each violation by visit with words", async () => {
    const edited = await edit(base, ...impossible);
    expect(edited).toMatchObject({ valid: false, unfitShiftIds: ["c"] });
    expect((await orders(edited.id))["c"]).toEqual(["v6", "v2"]);
    // Noon, half an hour and the way are between the two; no time breaks fewer seconds than that.
    const codes = edited.violations.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(["outside-window"]));
    expect(edited.violations.every(({ visitId, message }) => message.includes(visitId!))).toBe(true);
    const plan = await get<Plan>(service.app, `/plans/${edited.id}`);
    const [first, second] = plan.routes
      .find(({ shiftId }) => shiftId === "c")!
      .stops.filter((stop) => stop.kind === "visit");
    const outside =
      Math.max(0, Date.parse(at("12:00")) - Date.parse(first!.start)) +
      Math.max(0, Date.parse(second!.start) - Date.parse(at("10:00")));
    const between = Date.parse(second!.start) - Date.parse(first!.start);
    expect(outside).toBe(between + Date.parse(at("12:00")) - Date.parse(at("10:00")));
  });

  it("is published only with a reason for each violation", async () => {
    const edited = await edit(base, ...impossible);
    const refused = problemOf(await publish(service.app, edited.id));
    expect(refused.code).toBe("violations-unacknowledged");
    expect(refused["violations"]).toHaveLength(edited.violations.length);
    const acknowledged = edited.violations.map(({ key }) => ({ violation: key, reason: "agreed by phone" }));
    const answer = await publish(service.app, edited.id, { acknowledged });
    expect(answer.json()).toMatchObject({ planId: edited.id, acknowledged });
    expect(await get(service.app, `/plans/${edited.id}/version`)).toMatchObject({
      valid: false,
      state: "published",
    });
    expect((await publish(service.app, base, { replaces: edited.id })).statusCode).toBe(200);
  });

  it("cannot be acknowledged where a skill is missing", async () => {
    const edited = await edit(base, { kind: "move", visitId: "v4", shiftId: "c", position: 0 });
    expect(edited.violations).toMatchObject([{ code: "skill-missing", acknowledgeable: false }]);
    const acknowledged = [{ violation: edited.violations[0]!.key, reason: "she is nearly a nurse" }];
    expect(problemOf(await publish(service.app, edited.id, { acknowledged })).code).toBe(
      "violation-never-acknowledged",
    );
  });
});

describe("edits that cannot be followed", () => {
  it("are all named at once and make no draft", async () => {
    const count = await service.database.prisma.planVersion.count();
    const problem = problemOf(
      await answerTo(
        base,
        { kind: "move", visitId: "none", shiftId: "a" },
        { kind: "swap", shiftId: "a", otherShiftId: "zz" },
        { kind: "move", visitId: "v1", shiftId: "c", position: 40 },
        { kind: "time", visitId: "v1", start: "soon" },
      ),
    );
    expect(problem.code).toBe("edits-invalid");
    expect((problem["faults"] as { path: string }[]).map(({ path }) => path)).toEqual([
      "/edits/0/visitId",
      "/edits/1/otherShiftId",
      "/edits/2/position",
      "/edits/3/start",
    ]);
    expect(await service.database.prisma.planVersion.count()).toBe(count);
    expect(problemOf(await answerTo("none", { kind: "unpin", visitId: "v1" })).code).toBe("plan-unknown");
  });
});
