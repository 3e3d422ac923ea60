/** The rest of a published day planned anew over the API: what has begun stays, changes are told. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkPlan } from "../../src/checker/index.js";
import type { Plan, Problem } from "../../src/contracts/index.js";
import { get, officeDay, planByJob, post, publish } from "./support/life.js";
import { importProblem, problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

interface Replanned {
  id: string;
  parentId: string;
  valid: boolean;
  difference: {
    visits: {
      visitId: string;
      clientId: string;
      otherNurses: boolean;
      from: object | null;
      to: object | null;
    }[];
    counts: { clientsWithOtherNurses: number; added: number; gone: number };
  };
  tell: {
    clients: { clientId: string; visitId: string; what: string[] }[];
    nurses: { nurseId: string; gets: string[]; loses: string[] }[];
  };
}

const temporary = temporaryFolder();
let service: Service;
let base: string;
let before: Plan;
const at = (time: string): string => `2026-11-23T${time}:00+02:00`;

beforeAll(async () => {
  service = await startService({ file: `${temporary.folder}/replan.sqlite` });
  base = await planByJob(service.app, await importProblem(service.app, officeDay()));
  before = await get<Plan>(service.app, `/plans/${base}`);
  await publish(service.app, base);
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

const ask = (id: string, more: object) =>
  post(service.app, `/plans/${id}/replans`, {
    author: "coordinator-1",
    reason: "afternoon",
    now: at("06:00"),
    events: [],
    iterations: 60,
    ...more,
  });

async function replan(more: object): Promise<Replanned & { plan: Plan; problem: Problem }> {
  const answer = await ask(base, more);
  if (answer.statusCode !== 201) throw new Error(answer.body);
  const replanned = answer.json<Replanned>();
  const plan = await get<Plan>(service.app, `/plans/${replanned.id}`);
  const problem = await get<Problem>(service.app, `/plans/${replanned.id}/problem`);
  expect(checkPlan(problem, plan).violations).toEqual([]);
  expect(replanned).toMatchObject({ valid: true, parentId: base });
  return { ...replanned, plan, problem };
}

interface Seat {
  shiftId: string;
  start: string;
}
function seats(plan: Plan): Map<string, Seat> {
  return new Map(
    plan.routes.flatMap(({ shiftId, stops }) =>
      stops.flatMap((stop): [string, Seat][] =>
        stop.kind === "visit" ? [[stop.visitId, { shiftId, start: stop.start }]] : [],
      ),
    ),
  );
}

describe("a nurse who is absent", () => {
  it("leaves her visits to others, and those concerned are told", async () => {
    const [usedShift] = before.routes.map(({ shiftId }) => shiftId);
    const lost = [...seats(before)].filter(([, seat]) => seat.shiftId === usedShift).map(([id]) => id);
    const found = await replan({ events: [{ kind: "absence", shiftId: usedShift }] });
    expect(found.plan.routes.map(({ shiftId }) => shiftId)).not.toContain(usedShift);
    expect(found.problem.previous?.visits[lost[0]!]?.shiftIds).toEqual([usedShift]);
    const nurse = officeDay().shifts.find(({ id }) => id === usedShift)!.nurseId;
    const told = found.tell.nurses.find(({ nurseId }) => nurseId === nurse);
    expect(told?.loses.toSorted()).toEqual(lost.toSorted());
    for (const visitId of lost) {
      const { what } = found.tell.clients.find((one) => one.visitId === visitId)!;
      expect(what.includes("other-nurses") || what.includes("unserved")).toBe(true);
    }
    // Published, the draft is what nurses see; the absent one has nothing left.
    expect((await publish(service.app, found.id)).statusCode).toBe(200);
    const list = await get<{ planId: string; rounds: object[] }>(
      service.app,
      `/nurses/${nurse}/visits?date=2026-11-23`,
    );
    expect(list).toMatchObject({ planId: found.id, rounds: [] });
    expect((await publish(service.app, base, { replaces: found.id })).statusCode).toBe(200);
  });
});

describe("what has begun or is frozen", () => {
  it("stays where and when it was", async () => {
    const starts = [...seats(before).values()].map(({ start }) => start).toSorted();
    const now = starts[1]!;
    const freezeUntil = starts[3]!;
    const [shiftId] = before.routes.map((route) => route.shiftId);
    const found = await replan({
      now,
      freezeUntil,
      events: [{ kind: "absence", shiftId, from: freezeUntil }],
    });
    const after = seats(found.plan);
    for (const [visitId, seat] of seats(before)) {
      if (Date.parse(seat.start) < Date.parse(freezeUntil)) expect(after.get(visitId)).toEqual(seat);
    }
    const refused = await ask(base, {
      now,
      events: [
        { kind: "cancel", visitId: [...seats(before)].find(([, seat]) => seat.start === starts[0])![0] },
      ],
    });
    expect(problemOf(refused).code).toBe("replan-refused");
  });

  it("pushes later visits when it takes longer or its nurse is late", async () => {
    const [first] = [...seats(before)].toSorted(([, a], [, b]) => (a.start < b.start ? -1 : 1));
    const [visitId, seat] = first!;
    const longer = await replan({ now: seat.start, events: [{ kind: "longer", visitId, minutes: 50 }] });
    expect(seats(longer.plan).get(visitId)).toEqual(seat);
    expect(longer.problem.visits.find(({ id }) => id === visitId)).toMatchObject({
      minutes: 50,
      pin: { begun: true },
    });
    const late = await replan({ events: [{ kind: "delay", shiftId: seat.shiftId, minutes: 15 }] });
    const route = late.plan.routes.find(({ shiftId }) => shiftId === seat.shiftId);
    if (route !== undefined)
      expect(Date.parse(route.departure)).toBeGreaterThanOrEqual(Date.parse(at("07:15")));
  });
});

describe("visits that come and go", () => {
  const urgent = {
    id: "urgent",
    clientId: "c3",
    typeId: "demanding",
    minutes: 20,
    windows: [{ from: at("09:00"), to: at("13:00") }],
  };

  it("are planned within the budget of change", async () => {
    const found = await replan({
      events: [
        { kind: "visit", visit: urgent },
        { kind: "cancel", visitId: "v6" },
      ],
      limits: { changedClients: 0, movedStartMinutes: 30 },
    });
    expect(found.difference.counts).toMatchObject({ added: 1, gone: 1 });
    const moved = found.difference.visits.filter(
      ({ from, to, otherNurses }) => otherNurses && from !== null && to !== null,
    );
    expect(moved).toEqual([]);
    expect(found.tell.clients.find(({ visitId }) => visitId === "urgent")?.what[0]).toBe("new");
    expect(found.tell.clients.find(({ visitId }) => visitId === "v6")?.what).toEqual(["cancelled"]);
  });

  it("cost no more with a greater budget", async () => {
    const answer = await post(service.app, `/plans/${base}/replans/curve`, {
      now: at("06:00"),
      events: [{ kind: "visit", visit: urgent }],
      changedClients: [2, 0],
      iterations: 40,
    });
    const { points } = answer.json<{ points: { changedClients: number; cost: number }[] }>();
    expect(points.map(({ changedClients }) => changedClients)).toEqual([0, 2]);
    expect(points[1]!.cost).toBeLessThanOrEqual(points[0]!.cost);
  });

  it("are refused where the day does not know them", async () => {
    const refusals = [
      { kind: "absence", shiftId: "none" },
      { kind: "cancel", visitId: "none" },
      { kind: "visit", visit: { ...urgent, id: "v1" } },
      { kind: "visit", visit: { ...urgent, clientId: "nobody" } },
    ];
    const count = await service.database.prisma.problem.count();
    for (const event of refusals) {
      expect(problemOf(await ask(base, { events: [event] })).code).toBe("replan-refused");
    }
    expect(await service.database.prisma.problem.count()).toBe(count);
  });
});
