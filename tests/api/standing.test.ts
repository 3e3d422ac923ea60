/** Standing data over the API: stored, changed, refused, removed; past plans stay as they are. */
import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STANDING_KINDS } from "../../src/contracts/standing/index.js";
import { smallDay } from "./support/day.js";
import { planByJob, publish } from "./support/life.js";
import { openOffice, put, requirementOf, shiftOf, smallOffice } from "./support/office.js";
import { importProblem, problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

const temporary = temporaryFolder();
let service: Service;
beforeAll(async () => {
  service = await startService({ file: `${temporary.folder}/s.sqlite` });
  await openOffice(service.app);
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

const get = (url: string) => service.app.inject(url);
const tagOf = (answer: LightMyRequestResponse): string => String(answer.headers["etag"]);

async function idsOf(url: string): Promise<string[]> {
  return (await get(url)).json<{ items: { id: string }[] }>().items.map(({ id }) => id);
}

interface Refusal {
  code: string;
  detail: string;
  faults: { code: string; path: string; message: string }[];
}
const refusal = (answer: LightMyRequestResponse) => problemOf(answer) as unknown as Refusal;
const faultsOf = (answer: LightMyRequestResponse) =>
  refusal(answer).faults.map(({ code, path }) => `${code} ${path}`);

describe("a record", () => {
  it("of every kind is listed and read as it was sent", async () => {
    const office = smallOffice();
    for (const kind of STANDING_KINDS) {
      const sent = office[kind] ?? [];
      const listed = (await get(`/${kind}`)).json<{ items: object[]; next: unknown }>();
      expect([kind, listed.next, listed.items]).toEqual([
        kind,
        null,
        sent.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      ]);
      for (const record of sent) expect((await get(`/${kind}/${record.id}`)).json()).toEqual(record);
    }
  });

  it("is made, changed under its tag, and is the same when sent again", async () => {
    const made = await put(service.app, "areas", { id: "north" });
    expect([made.statusCode, tagOf(made)]).toEqual([201, '"1"']);
    const again = await put(service.app, "areas", { id: "north" });
    expect([again.statusCode, tagOf(again)]).toEqual([200, '"1"']);

    const north = { id: "north", name: { fi: "Pohjoinen" } };
    const untagged = await put(service.app, "areas", north);
    expect([untagged.statusCode, refusal(untagged).code]).toEqual([428, "match-needed"]);
    const changed = await put(service.app, "areas", north, '"1"');
    expect([changed.statusCode, tagOf(changed)]).toEqual([200, '"2"']);
    const late = await put(service.app, "areas", { id: "north", name: { fi: "Länsi" } }, '"1"');
    expect([late.statusCode, refusal(late).code]).toEqual([412, "record-changed"]);
    const nothing = await put(service.app, "areas", { id: "nowhere" }, '"1"');
    expect([nothing.statusCode, refusal(nothing).code]).toEqual([412, "record-changed"]);

    const read = await get("/areas/north");
    expect([read.json(), tagOf(read)]).toEqual([north, '"2"']);
    const same = await service.app.inject({ url: "/areas/north", headers: { "if-none-match": '"2"' } });
    expect(same.statusCode).toBe(304);
    const history = (await get("/areas/north/history")).json<{ changes: object[] }>();
    expect(history.changes).toMatchObject([
      { revision: 1, author: "local", record: { id: "north" } },
      { revision: 2, removed: false, record: north },
    ]);
  });

  it("two changes of one revision at once: one wins", async () => {
    await put(service.app, "areas", { id: "race" });
    const answers = await Promise.all(
      ["a", "b", "c"].map((fi) => put(service.app, "areas", { id: "race", name: { fi } }, '"1"')),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412, 412]);
  });

  it("of a fifth visit type needs no more than its data", async () => {
    const made = await put(service.app, "visit-types", { id: "night-watch", name: { sv: "Nattvak" } });
    expect(made.statusCode).toBe(201);
    const used = await put(service.app, "requirements", requirementOf("r5", "d1", { typeId: "night-watch" }));
    expect(used.statusCode).toBe(201);
  });

  it("is refused with every fault, and without names", async () => {
    const answer = await put(service.app, "clients", {
      id: "c9",
      name: "Virtanen Matti",
      areaId: "nowhere",
      bannedNurseIds: ["n1", "nobody"],
    });
    expect([answer.statusCode, faultsOf(answer)]).toEqual([
      422,
      ["reference-missing /areaId", "reference-missing /bannedNurseIds/1"],
    ]);
    const shape = await put(service.app, "clients", { id: "c9", name: ["Virtanen"], areaId: 7 });
    expect(faultsOf(shape)).toEqual(["wrong-type /name", "wrong-type /areaId"]);
    expect(answer.body + shape.body + service.log.join("")).not.toMatch(/Virtanen/);
    const other = await service.app.inject({ method: "PUT", url: "/areas/x", payload: { id: "y" } });
    expect(faultsOf(other)).toEqual(["id-mismatch /id"]);
    expect(refusal(await get("/areas/x")).code).toBe("record-unknown");
  });

  it("is removed when nothing refers to it, and its history stays", async () => {
    const remove = (url: string, tag?: string) =>
      service.app.inject({
        method: "DELETE",
        url,
        ...(tag === undefined ? {} : { headers: { "if-match": tag } }),
      });
    expect(refusal(await remove("/areas/east", '"1"'))).toMatchObject({
      code: "record-referred",
      detail: "areas east is named by units unit, nurses n1, clients c1",
    });
    await put(service.app, "areas", { id: "gone" });
    expect(refusal(await remove("/areas/gone")).code).toBe("match-needed");
    expect(refusal(await remove("/areas/gone", '"7"')).code).toBe("record-changed");
    expect((await remove("/areas/gone", '"1"')).statusCode).toBe(204);
    expect(refusal(await remove("/areas/gone", '"1"')).code).toBe("record-unknown");
    const history = (await get("/areas/gone/history")).json<{ changes: object[] }>();
    expect(history.changes).toMatchObject([{ removed: false }, { removed: true, record: null }]);
  });
});

describe("a list", () => {
  it("is asked by date, by what is referred to, and page by page", async () => {
    expect(await idsOf("/decisions?clientId=c2")).toEqual(["d2"]);
    expect(await idsOf("/decisions?date=2027-01-01")).toEqual(["d1"]);
    expect(await idsOf("/requirements?clientId=c2")).toEqual(["r2"]);
    expect(await idsOf("/shifts?nurseId=n1&from=2026-11-01&to=2026-11-30")).toEqual(["s1"]);
    expect(await idsOf("/shifts?nurseId=n2")).toEqual([]);
    const page = (await get("/places?limit=3")).json<{ items: { id: string }[]; next: string }>();
    expect(page.items.map(({ id }) => id)).toEqual(["home1", "home2", "home3"]);
    expect(await idsOf(`/places?limit=3&after=${page.next}`)).toEqual(["office"]);
    for (const wrong of ["/places?colour=red", "/places?after=x", "/shifts?date=tomorrow", "/places?limit=0"])
      expect([wrong, refusal(await get(wrong)).code]).toEqual([wrong, "request-invalid"]);
  });

  it("of clients has no door code in it", async () => {
    for (const url of ["/clients", "/clients/c1", "/homes", "/places", "/access-notes/a1/history"])
      expect((await get(url)).body).not.toContain("4711");
    expect((await get("/access-notes?clientId=c1")).body).toContain("4711");
  });
});

describe("times", () => {
  it("a client has three homes over time and never two at once", async () => {
    await put(service.app, "clients", { id: "mover" });
    const home = (id: string, placeId: string, validFrom: string, validTo?: string) =>
      put(service.app, "homes", {
        id,
        clientId: "mover",
        placeId,
        validFrom,
        ...(validTo === undefined ? {} : { validTo }),
      });
    expect((await home("m1", "home1", "2026-01-01", "2026-03-31")).statusCode).toBe(201);
    expect((await home("m2", "home2", "2026-04-01", "2026-08-31")).statusCode).toBe(201);
    expect(faultsOf(await home("m3", "home3", "2026-08-31"))).toEqual(["homes-overlap /validFrom"]);
    expect((await home("m3", "home3", "2026-09-01")).statusCode).toBe(201);
    const at = async (date: string) =>
      (await get(`/homes?clientId=mover&date=${date}`))
        .json<{ items: { placeId: string }[] }>()
        .items.map(({ placeId }) => placeId);
    expect([
      await at("2025-12-31"),
      await at("2026-03-31"),
      await at("2026-04-01"),
      await at("2026-12-24"),
    ]).toEqual([[], ["home1"], ["home2"], ["home3"]]);
  });

  it("a requirement is changed from a date on, and is what it was before", async () => {
    const later = requirementOf("r2", "d2", { validFrom: "2026-06-01", minutes: 60 });
    const made = await put(service.app, "requirements", later);
    expect([made.statusCode, tagOf(made)]).toEqual([201, '"2026-06-01.1"']);
    const minutes = async (date: string) =>
      (await get(`/requirements/r2?date=${date}`)).json<{ minutes?: number; code?: string }>();
    expect((await minutes("2026-05-31")).minutes).toBe(45);
    expect((await minutes("2026-06-01")).minutes).toBe(60);
    expect((await minutes("2025-06-01")).code).toBe("record-unknown");
    const both = (await get("/requirements?decisionId=d2")).json<{ holdsTo: unknown[]; etags: string[] }>();
    expect([both.holdsTo, both.etags]).toEqual([
      ["2026-05-31", null],
      ['"2026-01-01.1"', '"2026-06-01.1"'],
    ]);
    const corrected = await put(service.app, "requirements", { ...later, minutes: 50 }, '"2026-06-01.1"');
    expect(tagOf(corrected)).toBe('"2026-06-01.2"');
    const gone = await service.app.inject({
      method: "DELETE",
      url: "/requirements/r2?validFrom=2026-06-01",
      headers: { "if-match": '"2026-06-01.2"' },
    });
    expect([gone.statusCode, (await minutes("2026-06-01")).minutes]).toEqual([204, 45]);
  });

  it("a nurse has no two shifts at once, over midnight and the change of clocks too", async () => {
    const night = shiftOf("night", "n2", { date: "2026-10-24", from: "22:00", to: "06:00" });
    expect((await put(service.app, "shifts", night)).statusCode).toBe(201);
    const early = shiftOf("early", "n2", { date: "2026-10-25", from: "05:00", to: "09:00" });
    expect(faultsOf(await put(service.app, "shifts", early))).toEqual(["shifts-overlap /from"]);
    const touching = { ...early, from: "06:00" };
    expect((await put(service.app, "shifts", touching)).statusCode).toBe(201);
    const moved = await put(service.app, "shifts", { ...touching, to: "10:00" }, '"1"');
    expect(moved.statusCode).toBe(200);
  });

  it("no more shifts use a pool car at once than there are cars", async () => {
    const second = shiftOf("s2", "n2", { vehicleId: "cars", from: "14:00", to: "20:00" });
    const taken = await put(service.app, "shifts", second);
    expect(faultsOf(taken)).toEqual(["vehicle-taken /vehicleId"]);
    expect(taken.body).toContain("s1");
    expect((await put(service.app, "shifts", { ...second, from: "15:00" })).statusCode).toBe(201);
    const [cars] = smallOffice().vehicles!;
    await put(service.app, "vehicles", { ...cars!, count: 2 }, '"1"');
    expect((await put(service.app, "shifts", second, '"1"')).statusCode).toBe(200);
    // Nor are cars taken away from shifts to come that use them.
    const far = ["n1", "n2"].map((nurseId) =>
      shiftOf(`far-${nurseId}`, nurseId, { date: "2099-01-05", vehicleId: "cars" }),
    );
    for (const shift of far) expect((await put(service.app, "shifts", shift)).statusCode).toBe(201);
    const fewer = await put(service.app, "vehicles", { ...cars!, count: 1 }, '"2"');
    expect(faultsOf(fewer)).toEqual(["vehicle-taken /count"]);
    expect((await put(service.app, "vehicles", { ...cars!, count: 3 }, '"2"')).statusCode).toBe(200);
    expect((await put(service.app, "vehicles", { ...cars!, count: 2 }, '"3"')).statusCode).toBe(200);
    for (const { id } of far) {
      const headers = { "if-match": '"1"' };
      const gone = await service.app.inject({ method: "DELETE", url: `/shifts/${id}`, headers });
      expect(gone.statusCode).toBe(204);
    }
  });

  it("a requirement does not outlive its decision", async () => {
    const [of] = smallOffice().requirements!;
    const requirement = (id: string, validTo?: string) => ({
      ...of!,
      id,
      decisionId: "d2",
      ...(validTo === undefined ? {} : { validTo }),
    });
    const late = await put(service.app, "requirements", requirement("r-late", "2027-01-15"));
    expect(faultsOf(late)).toEqual(["outside-decision /validTo"]);
    expect(late.body).toContain("2026-12-31");
    expect((await put(service.app, "requirements", requirement("r-open"))).statusCode).toBe(201);
    const last = requirement("r-last", "2026-12-31");
    expect((await put(service.app, "requirements", last)).statusCode).toBe(201);
    // A decision may end sooner; what is stored stays, and generating makes no visits after it.
    const decision = await get("/decisions/d2");
    const shorter = { ...decision.json<{ id: string }>(), validTo: "2026-12-20" };
    expect((await put(service.app, "decisions", shorter, tagOf(decision))).statusCode).toBe(200);
    expect((await put(service.app, "requirements", last)).statusCode).toBe(200);
    for (const id of ["r-open", "r-last"]) {
      const stored = await get(`/requirements/${id}`);
      await service.app.inject({
        method: "DELETE",
        url: `/requirements/${id}?validFrom=${of!.validFrom}`,
        headers: { "if-match": tagOf(stored) },
      });
    }
    const again = await get("/decisions/d2");
    await put(service.app, "decisions", decision.json<{ id: string }>(), tagOf(again));
  });
});

describe("a substitute's shift", () => {
  const wish = {
    nurse: { id: "sub1", name: "Eeva Kivi", contract: { kind: "substitute", activationCost: 15_000 } },
    qualifications: [{ id: "sub1-nurse", nurseId: "sub1", skill: "nurse", validFrom: "2026-11-23" }],
    shift: shiftOf("sub1-shift", "sub1"),
  };
  const send = (payload: object) =>
    service.app.inject({ method: "POST", url: "/substitute-shifts", payload });

  it("is added in one call, with the nurse and what she may do", async () => {
    expect((await send(wish)).statusCode).toBe(201);
    expect(await idsOf("/qualifications?nurseId=sub1")).toEqual(["sub1-nurse"]);
    expect(await idsOf("/shifts?nurseId=sub1")).toEqual(["sub1-shift"]);
    expect(refusal(await send(wish)).code).toBe("record-exists");
  });

  it("is stored whole or not at all, every fault told with its place", async () => {
    const broken = {
      nurse: { id: "sub2" },
      qualifications: [{ id: "q", nurseId: "sub2", skill: "nurse", validFrom: "soon" }],
      shift: { ...shiftOf("sub2-shift", "sub2"), from: "late" },
    };
    expect(faultsOf(await send(broken))).toEqual([
      "date-shape /qualifications/0/validFrom",
      "time-shape /shift/from",
    ]);
    const nowhere = { nurse: { id: "sub2" }, shift: shiftOf("sub2-shift", "sub2", { startPlaceId: "moon" }) };
    expect(faultsOf(await send(nowhere))).toEqual(["reference-missing /shift/startPlaceId"]);
    expect(refusal(await get("/nurses/sub2")).code).toBe("record-unknown");
  });
});

describe("a later change", () => {
  it("never alters a past plan", async () => {
    const day = smallDay();
    const problemId = await importProblem(service.app, day);
    const planId = await planByJob(service.app, problemId);
    expect((await publish(service.app, planId)).statusCode).toBe(200);
    const urls = [
      `/plans/${planId}`,
      `/plans/${planId}/verdict`,
      `/plans/${planId}/routes`,
      `/plans/${planId}/problem`,
      `/problems/${problemId}/document`,
      "/days/2026-11-23/published",
      "/nurses/n1/visits?date=2026-11-23",
    ];
    const read = () => Promise.all(urls.map(async (url) => (await get(url)).body));
    const before = await read();
    const change = async (
      kind: "places" | "clients" | "nurses" | "requirements",
      more: object,
      id: string,
    ) => {
      const stored = await get(`/${kind}/${id}`);
      const answer = await put(
        service.app,
        kind,
        { ...stored.json<{ id: string }>(), ...more },
        tagOf(stored),
      );
      expect(answer.statusCode).toBe(200);
    };
    await change("places", { lat: 61.5, setupSeconds: 900 }, "home1");
    await change("clients", { bannedNurseIds: ["n1"], familiarNurseIds: [] }, "c1");
    await change("nurses", { pacePercent: 150, mode: "walk" }, "n1");
    await change("requirements", { minutes: 240 }, "r1");
    const ended = await service.app.inject({
      method: "DELETE",
      url: "/shifts/s1",
      headers: { "if-match": '"1"' },
    });
    expect(ended.statusCode).toBe(204);
    expect(await read()).toEqual(before);
  });

  it("of an imported problem leaves what the office keeps", async () => {
    const before = (await get("/nurses/n1")).body;
    await importProblem(service.app, smallDay("2026-12-01", "2026-12-02"));
    expect((await get("/nurses/n1")).body).toBe(before);
    // Known by standing data alone, and by an imported problem alone.
    expect(refusal(await get("/nurses/sub1/visits?date=2031-01-01")).code).toBe("day-unplanned");
    expect(refusal(await get("/nurses/nobody/visits?date=2031-01-01")).code).toBe("nurse-unknown");
  });
});
