/** A published day as it happens, told by phones that are late, offline and wrong about the time. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Plan } from "../../src/contracts/index.js";
import { get, officeDay, planByJob, post, publish } from "./support/life.js";
import { importProblem, problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

const DATE = "2026-11-23";
const at = (time: string): string => `${DATE}T${time.length === 5 ? `${time}:00` : time}+02:00`;

interface Outcome {
  id: string;
  outcome: string;
  refusal: string | null;
  flags: string[];
  date: string | null;
  usedAt: string | null;
}
interface Live {
  counts: Record<string, number>;
  late: string[];
  missed: string[];
  rounds: {
    shiftId: string;
    nurseId: string;
    state: string;
    visitId: string | null;
    nextVisitId: string | null;
    delayMinutes: number;
    expectedReturn: string;
    plannedReturn: string;
    done: number;
    left: number;
  }[];
  visits: {
    visitId: string;
    state: string;
    planned: { from: string; to: string } | null;
    expected: { from: string; to: string } | null;
    delayMinutes: number | null;
    late: boolean;
    attendance: { nurseId: string; in: string | null; out: string | null }[];
    faults: string[];
    flags: string[];
    notes: number;
  }[];
}

const temporary = temporaryFolder();
let clock = new Date(at("06:00"));
let service: Service;
let plan: Plan;
/** The longest round: her visits in order. */
let round: { nurseId: string; shiftId: string; visits: { id: string; start: string; end: string }[] };

beforeAll(async () => {
  service = await startService({ file: `${temporary.folder}/actuals.sqlite`, now: () => clock.getTime() });
  const planId = await planByJob(service.app, await importProblem(service.app, officeDay()));
  plan = await get<Plan>(service.app, `/plans/${planId}`);
  expect((await publish(service.app, planId)).statusCode).toBe(200);
  const nurses: Record<string, string> = { a: "aino", b: "bo", c: "cia" };
  const [longest] = plan.routes.toSorted((a, b) => b.stops.length - a.stops.length);
  round = {
    shiftId: longest!.shiftId,
    nurseId: nurses[longest!.shiftId]!,
    visits: longest!.stops.flatMap((stop) =>
      stop.kind === "visit" ? [{ id: stop.visitId, start: stop.start, end: stop.end }] : [],
    ),
  };
  expect(round.visits.length).toBeGreaterThanOrEqual(3);
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

let made = 0;
const event = (kind: string, visitId: string | undefined, when: string, more: object = {}) => ({
  id: `event-${String(++made).padStart(4, "0")}`,
  kind,
  nurseId: round.nurseId,
  at: when,
  ...(visitId === undefined ? {} : { visitId }),
  ...more,
});
async function send(events: object[], more: object = {}): Promise<Outcome[]> {
  const answer = await post(service.app, "/actuals", { events, ...more });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<{ events: Outcome[] }>().events;
}
const live = (query = ""): Promise<Live> => get<Live>(service.app, `/days/${DATE}/live${query}`);
const visitOf = (day: Live, id: string) => day.visits.find(({ visitId }) => visitId === id)!;
const roundOf = (day: Live) => day.rounds.find(({ shiftId }) => shiftId === round.shiftId)!;
const plus = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + 60_000 * minutes).toISOString().replace(".000", "");
const minutesOf = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000;

describe("a day as it happens", () => {
  it("begins as planned: everything open, nobody late", async () => {
    const day = await live();
    expect(day.counts).toMatchObject({ open: 6, begun: 0, done: 0, missed: 0 });
    expect(day.late).toEqual([]);
    expect(roundOf(day).state).toBe("to-come");
    expect(day.visits.every(({ expected, planned }) => expected?.from === planned?.from)).toBe(true);
  });

  it("carries a late start along the round", async () => {
    const [first, second] = round.visits;
    clock = new Date(plus(first!.start, 50));
    const [outcome] = await send([event("check-in", first!.id, plus(first!.start, 50))]);
    expect(outcome).toMatchObject({ outcome: "stored", flags: [], date: DATE });
    const day = await live();
    expect(visitOf(day, first!.id)).toMatchObject({ state: "begun", delayMinutes: 50 });
    expect(roundOf(day)).toMatchObject({ state: "at-visit", visitId: first!.id, nextVisitId: second!.id });
    // Planned minutes after the check-in, then the same way as planned, never before the plan.
    const way = plan.routes
      .find(({ shiftId }) => shiftId === round.shiftId)!
      .stops.find((stop) => stop.kind === "visit" && stop.visitId === second!.id);
    const travel = way?.kind === "visit" ? way.travel!.seconds / 60 : Number.NaN;
    const end = minutesOf(first!.start, first!.end) + 50;
    const expected = Math.max(0, end + travel - minutesOf(first!.start, second!.start));
    expect(visitOf(day, second!.id).delayMinutes).toBeCloseTo(expected, 1);
    expect(expected).toBeGreaterThan(0);
    // A round is as late as the worst of what is to come, not as its next visit.
    const left = round.visits.slice(1).map(({ id }) => visitOf(day, id).delayMinutes!);
    expect(roundOf(day).delayMinutes).toBeCloseTo(Math.max(...left), 5);
  });

  it("takes the same batch twice, and tells an id that comes with another content", async () => {
    const [first] = round.visits;
    const out = event("check-out", first!.id, plus(first!.end, 45));
    clock = new Date(plus(first!.end, 45));
    expect((await send([out]))[0]).toMatchObject({ outcome: "stored" });
    expect((await send([out, out])).map(({ outcome }) => outcome)).toEqual(["duplicate", "duplicate"]);
    expect((await send([{ ...out, at: plus(first!.end, 40) }]))[0]).toMatchObject({
      outcome: "refused",
      refusal: "event-id-reused",
    });
    const visit = visitOf(await live(), first!.id);
    expect(visit.state).toBe("done");
    expect(visit.attendance).toHaveLength(1);
  });

  it("puts events right that come late and in the wrong order", async () => {
    const [, second] = round.visits;
    clock = new Date(plus(second!.end, 100));
    const [out] = await send([event("check-out", second!.id, plus(second!.end, 60))]);
    expect(out!.flags).toEqual(["arrived-late"]);
    const half = visitOf(await live(), second!.id);
    expect(half).toMatchObject({ state: "done", faults: ["no-check-in"] });
    await send([event("check-in", second!.id, plus(second!.start, 60))]);
    const whole = visitOf(await live(), second!.id);
    expect(whole).toMatchObject({ state: "done", faults: [], flags: ["arrived-late"] });
    expect(minutesOf(whole.attendance[0]!.in!, whole.attendance[0]!.out!)).toBe(30);
  });

  it("corrects a clock that is three hours slow, and flags one that is ahead without telling", async () => {
    const third = round.visits[2]!;
    clock = new Date(plus(third.start, 10));
    const [slow] = await send([event("check-in", third.id, plus(third.start, -175))], {
      sentAt: plus(third.start, -170),
    });
    expect(slow!.flags).toEqual(["clock-wrong"]);
    expect(minutesOf(third.start, slow!.usedAt!)).toBe(5);
    const [ahead] = await send([event("note", third.id, plus(third.start, 600), { text: "Ovi jumissa" })]);
    expect(ahead!.flags).toContain("ahead-of-time");
    expect(minutesOf(third.start, ahead!.usedAt!)).toBe(10);
    expect(visitOf(await live(), third.id)).toMatchObject({ state: "begun", notes: 1, delayMinutes: 5 });
  });

  it("keeps a note's text apart, and erases it without touching what happened", async () => {
    const day = `/actuals?from=${DATE}&to=${DATE}`;
    interface Stored {
      id: string;
      kind: string;
      text: string | null;
    }
    const note = (await get<{ events: Stored[] }>(service.app, day)).events.find(
      ({ kind }) => kind === "note",
    )!;
    expect(note.text).toBe("Ovi jumissa");
    expect(JSON.stringify(await live())).not.toContain("jumissa");
    const erase = () => service.app.inject({ method: "DELETE", url: `/actuals/${note.id}/text` });
    expect((await erase()).statusCode).toBe(204);
    expect(problemOf(await erase()).code).toBe("note-unknown");
    const after = (await get<{ events: Stored[] }>(service.app, day)).events;
    expect(after.find(({ id }) => id === note.id)).toMatchObject({ text: null });
    expect(service.log.join("\n")).not.toContain("jumissa");
  });

  it("tells who is not there, who is late by her own word, and what was missed", async () => {
    const other = plan.routes.find(({ shiftId }) => shiftId !== round.shiftId);
    const stops = (other?.stops ?? []).flatMap((stop) => (stop.kind === "visit" ? [stop] : []));
    const nurseId = { a: "aino", b: "bo", c: "cia" }[other!.shiftId]!;
    const [first, ...rest] = stops;
    clock = new Date(first!.start);
    await send([event("not-at-home", first!.visitId, first!.start, { nurseId })]);
    let day = await live();
    expect(visitOf(day, first!.visitId)).toMatchObject({ state: "not-at-home", delayMinutes: null });
    const next = rest[0]!;
    await send([event("running-late", undefined, first!.start, { nurseId, minutes: 90 })]);
    day = await live();
    expect(visitOf(day, next.visitId)).toMatchObject({ state: "open", delayMinutes: 90, late: true });
    expect(day.late[0]).toBe(next.visitId);
    // The evening: nobody came.
    clock = new Date(at("21:00"));
    day = await live();
    expect(day.missed).toContain(next.visitId);
    expect(visitOf(day, next.visitId).expected).toBeNull();
    expect(day.rounds.find(({ shiftId }) => shiftId === other!.shiftId)).toMatchObject({
      left: 0,
      state: "back",
    });
  });

  it("shows the day as of an earlier moment", async () => {
    const day = await live(`?now=${encodeURIComponent(at("06:30"))}`);
    expect(day.counts).toMatchObject({ open: 6, done: 0 });
  });

  it("compares planned with done by client, type, nurse and date", async () => {
    interface Row {
      key: string;
      plannedVisits: number;
      doneVisits: number;
      doneMinutes: number;
      withoutRecord: number;
      notAtHome: number;
    }
    const by = async (what: string): Promise<Row[]> =>
      (await get<{ rows: Row[] }>(service.app, `/actuals/done?from=${DATE}&to=${DATE}&by=${what}`)).rows;
    for (const what of ["client", "type", "nurse", "date"]) {
      const rows = await by(what);
      const sum = (key: keyof Row): number => rows.reduce((total, row) => total + Number(row[key]), 0);
      expect([what, sum("plannedVisits"), sum("doneVisits"), sum("notAtHome")]).toEqual([what, 6, 2, 1]);
    }
    expect((await by("nurse")).find(({ key }) => key === round.nurseId)).toMatchObject({ doneVisits: 2 });
  });

  it("refuses what it cannot place, event by event, and keeps the rest", async () => {
    const [first] = round.visits;
    const results = await send([
      event("check-in", "no-such-visit", at("08:00")),
      event("note", first!.id, at("20:00"), { text: "ok" }),
    ]);
    expect(results.map(({ outcome, refusal }) => [outcome, refusal])).toEqual([
      ["refused", "visit-unknown"],
      ["stored", null],
    ]);
    const bad = await post(service.app, "/actuals", { events: [{ id: "short", kind: "check-in" }] });
    expect(problemOf(bad).code).toBe("request-invalid");
    expect(problemOf(await service.app.inject("/days/2030-01-01/live")).code).toBe("day-unpublished");
  });

  it("never changes or loses an event", async () => {
    const { prisma } = service.database;
    await expect(prisma.$executeRawUnsafe(`UPDATE "actual_events" SET "usedAt" = 0`)).rejects.toThrow(
      /never changed/,
    );
    await expect(prisma.$executeRawUnsafe(`DELETE FROM "actual_events"`)).rejects.toThrow(/never taken away/);
  });
});
