/** Messages, the event stream and calendars, as the office and a nurse live with them. */
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { officeDay } from "./support/life.js";
import { type Person, personOf } from "./support/people.js";
import { problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

const temporary = temporaryFolder();
let service: Service;
let url: string;
let clock = Date.parse("2026-11-22T10:00:00Z");
let office: Person;
let aino: Person;
let bo: Person;
let planId: string;
beforeAll(async () => {
  service = await startService({ file: `${temporary.folder}/c.sqlite`, signIn: true, now: () => clock });
  const { accounts } = service.database;
  const at = new Date(clock);
  office = await personOf(service.app, accounts, "coordinator", {}, at);
  aino = await personOf(service.app, accounts, "nurse", { nurseId: "aino" }, at);
  bo = await personOf(service.app, accounts, "nurse", { nurseId: "bo" }, at);
  await service.app.listen({ port: 0, host: "127.0.0.1" });
  url = `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}`;
  const problemId = (await office.post("/problems", officeDay())).json<{ id: string }>().id;
  const job = (await office.post(`/problems/${problemId}/jobs`, { iterations: 40 })).json<{ id: string }>();
  for (;;) {
    const now = (await office.get(`/jobs/${job.id}`)).json<{ planId: string | null; state: string }>();
    if (now.planId !== null) {
      planId = now.planId;
      break;
    }
    if (now.state === "failed") throw new Error("the job failed");
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

interface Told {
  readonly event: string;
  readonly id: string | null;
  readonly data: Record<string, unknown>;
}

/** Listens until `enough` says so, and answers with all that came. */
async function listen(
  person: Person,
  enough: (told: readonly Told[]) => boolean,
  lastEventId?: string,
  opened: () => Promise<unknown> = async () => null,
): Promise<readonly Told[]> {
  const stop = new AbortController();
  const headers = {
    ...person.headers,
    ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }),
  };
  const answer = await fetch(`${url}/events`, { headers, signal: stop.signal });
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  const told: Told[] = [];
  let text = "";
  let begun = false;
  const decoder = new TextDecoder();
  for await (const chunk of answer.body!) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    const blocks = text.split("\n\n");
    text = blocks.pop()!;
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (event === undefined || data === undefined) continue;
      const id = /^id: (.*)$/m.exec(block)?.[1] ?? null;
      told.push({ event, id, data: JSON.parse(data) as Record<string, unknown> });
    }
    if (!begun && told.length > 0) {
      begun = true;
      await opened();
    }
    if (enough(told)) break;
  }
  stop.abort();
  return told;
}

const said = (id: string, text: string, more: object = {}) => ({ id, text, ...more });

describe("messages", () => {
  it("go from the office to one nurse and back, once however often they are sent", async () => {
    const sent = await office.post("/messages", said("m1", "Key is at the office", { nurseId: "aino" }));
    expect(sent.statusCode).toBe(201);
    expect(sent.json()).toMatchObject({ direction: "to-nurse", author: office.id, readAt: null });
    const again = await office.post("/messages", said("m1", "Key is at the office", { nurseId: "aino" }));
    expect([again.statusCode, again.json()]).toEqual([200, sent.json()]);
    const other = await office.post("/messages", said("m1", "Another", { nurseId: "aino" }));
    expect(problemOf(other).code).toBe("message-id-used");
    expect((await aino.post("/messages", said("m2", "Thanks"))).json()).toMatchObject({
      nurseId: "aino",
      direction: "from-nurse",
    });
    const hers = (await aino.get("/messages")).json<{ messages: { id: string }[] }>().messages;
    expect(hers.map(({ id }) => id)).toEqual(["m1", "m2"]);
    expect((await bo.get("/messages")).json()).toEqual({ messages: [] });
  });

  it("of another nurse are not there", async () => {
    expect(problemOf(await bo.get("/messages?nurseId=aino")).code).toBe("nurse-unknown");
    expect(problemOf(await bo.post("/messages", said("m3", "x", { nurseId: "aino" }))).code).toBe(
      "nurse-unknown",
    );
    expect(problemOf(await bo.post("/messages/m1/read")).code).toBe("message-unknown");
    expect(problemOf(await office.post("/messages", said("m4", "x", { nurseId: "who" }))).code).toBe(
      "nurse-unknown",
    );
  });

  it("are marked by the side that they were written to", async () => {
    expect(problemOf(await office.post("/messages/m1/read")).code).toBe("message-unknown");
    const read = (await aino.post("/messages/m1/read")).json<{ readAt: string }>();
    expect(read.readAt).toBe(new Date(clock).toISOString());
    clock += 60_000;
    expect((await aino.post("/messages/m1/read")).json()).toEqual(read);
    const unread = (await office.get("/messages?unread=true")).json<{ messages: { id: string }[] }>();
    expect(unread.messages.map(({ id }) => id)).toEqual(["m2"]);
  });

  it("stay as they were said, in the database too", async () => {
    const changed = service.database.prisma.message.updateMany({ data: { text: "x" } });
    await expect(changed).rejects.toThrow("Foreign key constraint");
  });
});

describe("the event stream", () => {
  it("tells the office of drafts and publications, and a nurse of publications only", async () => {
    const publishing = async () => {
      await office.post(`/plans/${planId}/edits`, {
        reason: "as she wished",
        edits: [{ kind: "pin", visitId: "v1" }],
      });
      await office.post(`/plans/${planId}/publish`, { reason: "ready" });
    };
    const published = (told: readonly Told[]) => told.some(({ event }) => event === "publication");
    const hers = listen(aino, published);
    const told = await listen(office, published, undefined, publishing);
    expect(told.map(({ event }) => event)).toEqual(["hello", "draft", "publication"]);
    expect(told[1]!.data).toMatchObject({ userId: office.id, about: { parentId: planId } });
    expect(told[2]!.data).toMatchObject({ about: { planId, dates: ["2026-11-23"] } });
    const heard = await hers;
    expect(heard.map(({ event }) => event)).toEqual(["hello", "publication"]);
    expect(heard[1]!.data).toMatchObject({ userId: null, about: { dates: ["2026-11-23"] } });
    expect(JSON.stringify(heard)).not.toContain(planId);
    // The plan has clients of no area: for those limited to one it is not there, and they hear nothing of it.
    const { accounts } = service.database;
    const north = await personOf(service.app, accounts, "coordinator", { areas: ["north"] }, new Date(clock));
    await office.post("/messages", said("m0", "Keys", { nurseId: "aino" }));
    const theirs = await listen(north, (seen) => seen.length >= 2, told[0]!.id!);
    expect(theirs.map(({ event }) => event)).toEqual(["hello", "message"]);
    expect(JSON.stringify(theirs)).not.toContain(planId);
  });

  it("goes on where a reader left off, and says when it cannot", async () => {
    const first = await listen(office, (told) => told.length > 0);
    const lastId = first[0]!.id!;
    await office.post("/messages", said("m5", "Late bus", { nurseId: "bo" }));
    await office.post("/messages", said("m6", "Road works", { nurseId: "aino" }));
    const missed = await listen(office, (told) => told.length >= 3, lastId);
    expect(
      missed.map(({ data }) => (data["about"] as { messageId?: string } | undefined)?.messageId),
    ).toEqual([undefined, "m5", "m6"]);
    const hers = await listen(aino, (told) => told.length >= 2, lastId);
    expect(hers.map(({ event }) => event)).toEqual(["hello", "message"]);
    expect(JSON.stringify(hers)).toContain("m6");
    const lost = await listen(office, (told) => told.length >= 2, "other-start-7");
    expect(lost.map(({ event }) => event)).toEqual(["hello", "reload"]);
    expect(JSON.stringify(missed)).not.toContain("Road works");
  });

  it("tells of a job and of the draft that it makes", async () => {
    const job = listen(
      office,
      (told) => told.some(({ event }) => event === "draft"),
      undefined,
      async () => {
        const problemId = (await office.post("/problems", officeDay("2026-11-24"))).json<{ id: string }>().id;
        await office.post(`/problems/${problemId}/jobs`, { iterations: 20 });
      },
    );
    expect((await job).map(({ event }) => event)).toEqual(["hello", "job", "job", "draft"]);
  });
});

describe("a nurse's visits", () => {
  const roundsOn = async (person: Person, date: string) =>
    (await person.get(`/nurses/aino/visits?date=${date}`)).json<{ rounds?: unknown[]; code?: string }>();

  it("show from the day before until the day after; before and later there are none", async () => {
    const before = clock;
    expect((await roundsOn(aino, "2026-11-23")).rounds!.length).toBeGreaterThan(0);
    clock = Date.parse("2026-11-21T21:59:00Z");
    const early = await personOf(
      service.app,
      service.database.accounts,
      "nurse",
      { nurseId: "aino" },
      new Date(clock),
    );
    expect((await roundsOn(early, "2026-11-23")).rounds).toEqual([]);
    clock += 2 * 60_000;
    expect((await roundsOn(early, "2026-11-23")).rounds!.length).toBeGreaterThan(0);
    clock = Date.parse("2026-11-24T21:59:00Z");
    const late = await personOf(
      service.app,
      service.database.accounts,
      "nurse",
      { nurseId: "aino" },
      new Date(clock),
    );
    expect((await roundsOn(late, "2026-11-23")).rounds!.length).toBeGreaterThan(0);
    clock += 2 * 60_000;
    expect((await roundsOn(late, "2026-11-23")).rounds).toEqual([]);
    clock = before;
    expect((await roundsOn(office, "2026-11-23")).rounds!.length).toBeGreaterThan(0);
  });

  it("come from what is published; drafts never leak", async () => {
    expect((await roundsOn(office, "2026-11-24")).rounds).toBeDefined();
    const before = clock;
    clock = Date.parse("2026-11-23T10:00:00Z");
    const next = await personOf(
      service.app,
      service.database.accounts,
      "nurse",
      { nurseId: "aino" },
      new Date(clock),
    );
    expect((await roundsOn(next, "2026-11-24")).code).toBe("day-unplanned");
    clock = before;
  });

  it("are recorded with their clients", async () => {
    const auditor = await personOf(service.app, service.database.accounts, "auditor", {}, new Date(clock));
    const { entries } = (await auditor.get(`/audit?userId=${aino.id}`)).json<{
      entries: { route: string; subjects: { kind: string; id: string }[] }[];
    }>();
    const read = entries.find(({ route }) => route === "GET /nurses/:id/visits")!;
    expect(read.subjects).toContainEqual({ kind: "nurse", id: "aino" });
    expect(read.subjects.some(({ kind }) => kind === "client")).toBe(true);
  });

  it("of another nurse are not there", async () => {
    expect(problemOf(await bo.get("/nurses/aino/visits?date=2026-11-23")).code).toBe("nurse-unknown");
    expect(problemOf(await bo.get("/nurses/aino/shifts?from=2026-11-23&to=2026-11-23")).code).toBe(
      "nurse-unknown",
    );
  });
});

describe("a check-in", () => {
  it("is a nurse's own", async () => {
    const event = (nurseId: string) => ({
      events: [
        { id: `event-${nurseId}`, kind: "check-in", nurseId, visitId: "v1", at: "2026-11-23T07:40:00+02:00" },
      ],
    });
    expect((await bo.post("/actuals", event("aino"))).json()).toMatchObject({
      events: [{ outcome: "refused", refusal: "not-yours" }],
    });
  });
});

describe("a calendar link", () => {
  it("gives the nurse's times to whoever has it, without clients, until it is ended", async () => {
    const made = await aino.post("/nurses/aino/calendar-links");
    const { path, link } = made.json<{ path: string; link: { id: string } }>();
    expect(path).toMatch(/^\/calendar\/[\w-]{43}\.ics$/);
    const calendar = await service.app.inject(`${path}?lang=sv`);
    expect(calendar.headers["content-type"]).toContain("text/calendar");
    expect(calendar.body).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(calendar.body).toContain("SUMMARY:Arbetspass");
    expect(calendar.body).toContain("SUMMARY:Besök");
    expect(calendar.body).toContain("DTSTART:20261123T050000Z");
    for (const text of ["c1", "c2", "v1", "v2", "aino", "office", "h1", "basic"]) {
      expect([text, new RegExp(`[:;-]${text}\\b`).test(calendar.body)]).toEqual([text, false]);
    }
    const rows = await service.database.prisma.calendarLink.findMany();
    expect(JSON.stringify(rows)).not.toContain(path.slice(10, 40));
    expect(
      problemOf(await bo.send({ method: "DELETE", url: `/nurses/bo/calendar-links/${link.id}` })).code,
    ).toBe("calendar-unknown");
    expect(
      (await aino.send({ method: "DELETE", url: `/nurses/aino/calendar-links/${link.id}` })).statusCode,
    ).toBe(200);
    expect(problemOf(await service.app.inject(path)).code).toBe("calendar-unknown");
    expect((await aino.get("/nurses/aino/calendar-links")).json()).toMatchObject({
      links: [{ id: link.id }],
    });
  });
});
