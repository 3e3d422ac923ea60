/** Changes told in order, resumed from a bounded log, and heard by those whom they concern. */
import { describe, expect, it } from "vitest";
import type { AreaReader, Identity } from "../../src/planning/access/index.js";
import {
  type Change,
  ChangeHub,
  mayHear,
  type NewChange,
  toldOf,
  withinAreasOf,
} from "../../src/planning/changes/index.js";

const at = new Date("2026-11-23T06:00:00Z");
const hubOf = (kept = 3): ChangeHub => new ChangeHub("s1", () => at, kept);
const draft = (planId: string): NewChange => ({ kind: "draft", userId: "u", about: { planId } });
const idsOf = (changes: readonly Change[]): string[] => changes.map(({ id }) => id);

describe("the hub", () => {
  it("tells each change at once, in order, until one stops listening", () => {
    const hub = hubOf();
    const heard: string[] = [];
    const stop = hub.subscribe(({ id }) => heard.push(id));
    hub.publish(draft("a"));
    hub.publish(draft("b"));
    stop();
    hub.publish(draft("c"));
    expect(heard).toEqual(["s1-1", "s1-2"]);
    expect(hub.lastId()).toBe("s1-3");
  });

  it("gives what was missed as far as its log reaches, and says where it does not", () => {
    const hub = hubOf(3);
    for (const id of ["a", "b", "c", "d", "e"]) hub.publish(draft(id));
    const missed = hub.since("s1-3");
    expect(missed.complete && idsOf(missed.changes)).toEqual(["s1-4", "s1-5"]);
    const whole = hub.since("s1-2");
    expect(whole.complete && idsOf(whole.changes)).toEqual(["s1-3", "s1-4", "s1-5"]);
    expect(hub.since("s1-5")).toEqual({ complete: true, changes: [] });
    for (const id of ["s1-1", "s1-6", "s0-4", "nonsense", "", "s1-x"]) {
      expect([id, hub.since(id)]).toEqual([id, { complete: false }]);
    }
  });
});

const person = (role: Identity["role"], more: Partial<Identity> = {}): Identity => ({
  userId: "me",
  userName: null,
  role,
  ...more,
});
const change = (more: Partial<Change>): Change => ({
  id: "s1-1",
  at,
  kind: "draft",
  userId: "u",
  about: { planId: "p" },
  ...more,
});

describe("who hears", () => {
  const aino = person("nurse", { nurseId: "aino" });

  it("a nurse: publications and what names her, never drafts, jobs or standing data", () => {
    expect(mayHear(aino, change({ kind: "publication" }))).toBe(true);
    expect(mayHear(aino, change({ kind: "message", nurseIds: ["aino"] }))).toBe(true);
    expect(mayHear(aino, change({ kind: "message", nurseIds: ["bo"] }))).toBe(false);
    expect(mayHear(aino, change({ kind: "publication", nurseIds: ["bo"] }))).toBe(false);
    expect(mayHear(aino, change({ kind: "live" }))).toBe(false);
    for (const kind of ["draft", "job", "standing-data"] as const) {
      expect([kind, mayHear(aino, change({ kind, nurseIds: ["aino"] }))]).toEqual([kind, false]);
    }
  });

  it("and she hears no plan, route or other nurse in it", () => {
    const about = { planId: "p", route: "POST /x", dates: ["2026-11-23"] };
    expect(toldOf(aino, change({ kind: "publication", about, nurseIds: ["aino", "bo"] }))).toEqual({
      id: "s1-1",
      at,
      kind: "publication",
      userId: null,
      about: { dates: ["2026-11-23"] },
    });
  });

  it("the coordinator all of her areas; purchaser, operations and auditor nothing", () => {
    const north = person("coordinator", { areas: ["north"] });
    expect(mayHear(north, change({}))).toBe(true);
    expect(mayHear(north, change({ areaIds: ["north", "south"] }))).toBe(true);
    expect(mayHear(north, change({ areaIds: ["south", null] }))).toBe(false);
    for (const role of ["purchaser", "operations", "auditor"] as const) {
      expect(mayHear(person(role), change({ kind: "publication" }))).toBe(false);
    }
    expect(mayHear(person("service-guide"), change({ kind: "standing-data" }))).toBe(true);
    expect(mayHear(person("service-guide"), change({}))).toBe(false);
  });

  it("a service guide nothing of nurses, shifts, absences and door codes", () => {
    const guide = person("service-guide");
    const heard = (route: string, more: object = {}): boolean =>
      mayHear(guide, change({ kind: "standing-data", about: { route, ...more } }));
    expect(heard("PUT /clients/:id", { id: "c" })).toBe(true);
    expect(heard("POST /imports/:kind", { kind: "clients" })).toBe(true);
    for (const kind of ["nurses", "shifts", "absences", "access-notes"]) {
      expect([kind, heard(`PUT /${kind}/:id`), heard("POST /imports/:kind", { kind })]).toEqual([
        kind,
        false,
        false,
      ]);
    }
    expect(heard("POST /substitute-shifts")).toBe(false);
  });
});

describe("somebody limited to areas", () => {
  const north = person("coordinator", { areas: ["north"] });
  const plans: Record<string, (string | null)[]> = { n: ["north"], both: ["north", "south"], s: ["south"] };
  const nurses: Record<string, string[]> = { aino: ["north"], bo: ["south"], cia: [] };
  const ofPlan = async (id: string) => plans[id] ?? null;
  const areas: AreaReader = {
    ofPlan,
    ofProblem: ofPlan,
    ofJob: ofPlan,
    ofClient: async () => null,
    ofNurse: async (id) => nurses[id] ?? null,
    anyNurse: async () => null,
  };
  const heard = (more: Partial<Change>) => withinAreasOf(north, change(more), areas);

  it("hears of drafts and jobs whose clients are all of them", async () => {
    expect(await heard({ about: { planId: "n" } })).not.toBeNull();
    for (const planId of ["both", "s", "unknown"]) expect(await heard({ about: { planId } })).toBeNull();
    expect(await heard({ kind: "job", about: { jobId: "both" } })).toBeNull();
    expect(await heard({ kind: "job", about: { problemId: "n", jobId: "j" } })).not.toBeNull();
  });

  it("hears the dates alone of a publication that concerns others too", async () => {
    const told = await heard({ kind: "publication", about: { planId: "both", dates: ["2026-11-23"] } });
    expect(told?.about).toEqual({ dates: ["2026-11-23"] });
    expect(await heard({ kind: "publication", about: { planId: "s", dates: [] } })).toBeNull();
  });

  it("hears of nurses at home there or everywhere, and of no other", async () => {
    const told = await heard({ kind: "live", about: {}, nurseIds: ["aino", "bo", "cia"] });
    expect(told?.nurseIds).toEqual(["aino", "cia"]);
    expect(await heard({ kind: "message", about: { messageId: "m" }, nurseIds: ["bo"] })).toBeNull();
    expect(await heard({ kind: "live", about: {} })).toBeNull();
  });
});
