import { describe, expect, it } from "vitest";
import {
  changesSince,
  directionsLink,
  doneCount,
  type Entry,
  itemsOf,
  minutesLate,
  nextVisit,
  noteWindow,
  snapshotOf,
} from "../../../web/phone/core/index.js";
import { dayOf, visit } from "./support/day.js";

const clock = (time: string): number => Date.parse(`2026-11-23T${time}:00+02:00`);

let order = 0;
function entry(kind: Entry["kind"], visitId: string, time: string, more: Partial<Entry> = {}): Entry {
  order += 1;
  return {
    id: `entry-${order}`,
    order,
    nurseId: "aino",
    kind,
    visitId,
    label: null,
    planId: "plan-1",
    date: "2026-11-23",
    at: `2026-11-23T${time}:00+02:00`,
    minutes: null,
    text: null,
    state: "waiting",
    heldUntil: 0,
    attempts: 0,
    answer: null,
    ...more,
  };
}

const DAY = dayOf(visit("a", "08:00", "08:30"), visit("b", "08:45", "09:15"), visit("c", "10:00", "10:30"));

describe("the round", () => {
  it("names the first visit that is not done, and the one under way before it", () => {
    expect(nextVisit(itemsOf(DAY, []))?.visit.visitId).toBe("a");
    const done = [entry("check-in", "a", "08:01"), entry("check-out", "a", "08:29")];
    expect(nextVisit(itemsOf(DAY, done))?.visit.visitId).toBe("b");
    expect(nextVisit(itemsOf(DAY, [...done, entry("check-in", "c", "08:40")]))?.visit.visitId).toBe("c");
    expect(doneCount(itemsOf(DAY, done))).toEqual({ done: 1, visits: 3 });
  });

  it("takes what the server refused as not done", () => {
    const items = itemsOf(DAY, [entry("check-in", "a", "08:01", { state: "refused" })]);
    expect(nextVisit(items)).toMatchObject({ state: "planned" });
  });

  it("shows what the server knows where this phone has recorded nothing", () => {
    const told = { state: "done" as const, begunAt: "2026-11-23T08:00:00+02:00", endedAt: null };
    const items = itemsOf(dayOf(visit("a", "08:00", "08:30", { told }), visit("b", "09:00", "09:30")), []);
    expect(nextVisit(items)?.visit.visitId).toBe("b");
    expect(items[0]).toMatchObject({ state: "done", begunAt: clock("08:00") });
  });

  it("follows the order in which she pressed, also where the clock jumped back", () => {
    const items = itemsOf(DAY, [entry("check-in", "a", "09:01"), entry("check-out", "a", "08:29")]);
    expect(items[0]).toMatchObject({ state: "done" });
  });

  it("tells travel from the stop before, breaks left out, none for remote visits", () => {
    const day = dayOf(
      visit("a", "07:10", "07:40"),
      visit("b", "07:40", "08:00", { remote: true }),
      visit("c", "08:05", "08:30"),
    );
    const minutes = itemsOf(day, []).map((item) => (item.kind === "visit" ? item.travelMinutes : null));
    expect(minutes).toEqual([10, 0, 5]);
  });

  it("counts lateness from the start, once begun from the end", () => {
    const [planned] = itemsOf(DAY, []);
    const [begun] = itemsOf(DAY, [entry("check-in", "a", "08:10")]);
    if (planned?.kind !== "visit" || begun?.kind !== "visit") throw new Error("no visits");
    expect(minutesLate(planned, clock("08:10"))).toBe(10);
    expect(minutesLate(begun, clock("08:20"))).toBe(0);
    expect(minutesLate(begun, clock("08:41"))).toBe(11);
  });
});

describe("access notes", () => {
  const [item] = itemsOf(DAY, []);
  if (item?.kind !== "visit") throw new Error("no visit");
  const window = (time: string, state = item.state, endedAt: number | null = null) =>
    noteWindow(item.visit, state, endedAt, clock(time)).state;

  it("open an hour before the start and close an hour after the end", () => {
    expect(window("06:59")).toBe("before");
    expect(window("07:00")).toBe("open");
    expect(window("09:29")).toBe("open");
    expect(window("09:30")).toBe("closed");
  });

  it("stay open through a visit that takes long, and a little after it", () => {
    expect(window("11:00", "begun")).toBe("open");
    expect(window("11:10", "done", clock("11:00"))).toBe("open");
    expect(window("11:15", "done", clock("11:00"))).toBe("closed");
  });

  it("close soon after a visit that ended early", () => {
    expect(window("08:30", "done", clock("08:10"))).toBe("closed");
  });
});

describe("changes since the last look", () => {
  it("are none on a day never looked at, and none where nothing moved", () => {
    expect(changesSince(null, DAY).visits.size).toBe(0);
    expect(changesSince(snapshotOf(DAY), DAY)).toEqual({ visits: new Map(), gone: [] });
  });

  it("name what is new, moved, gone, longer, elsewhere and with whom", () => {
    const now = dayOf(
      visit("b", "09:00", "09:45", { minutes: 45 }),
      visit("c", "10:00", "10:30", { crew: [{ nurseId: "bo", name: "Bo" }] }),
      visit("d", "11:00", "11:30"),
    );
    const changes = changesSince(snapshotOf(DAY), now);
    expect(changes.visits.get("b")).toEqual({
      kinds: ["moved", "longer"],
      start: "2026-11-23T08:45:00+02:00",
    });
    expect(changes.visits.get("c")?.kinds).toEqual(["crew"]);
    expect(changes.visits.get("d")?.kinds).toEqual(["new"]);
    expect(changes.gone).toEqual([{ visitId: "a", label: "Client a", start: "2026-11-23T08:00:00+02:00" }]);
  });

  it("leave out shifts of seconds", () => {
    const now = dayOf(
      visit("a", "08:00", "08:30", { start: "2026-11-23T08:00:40+02:00" }),
      ...DAY.rounds[0]!.stops.slice(1).filter((stop) => stop.kind === "visit"),
    );
    expect(changesSince(snapshotOf(DAY), now).visits.size).toBe(0);
  });
});

describe("directions", () => {
  it("open the phone's own map and name no web page", () => {
    const home = { lat: 60.1699, lon: 24.9384 };
    expect(directionsLink(home, "walk", "Android")).toBe("geo:60.169900,24.938400?q=60.169900,24.938400");
    expect(directionsLink(home, "walk", "iPhone")).toBe("maps://?daddr=60.169900,24.938400&dirflg=w");
    expect(directionsLink(home, "car", "iPhone")).toContain("dirflg=d");
  });
});
