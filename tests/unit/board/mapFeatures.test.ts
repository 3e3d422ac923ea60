/** What the map draws, without a browser: markers of one home, ways, the best street map; marks that wake few. */
import { effect, signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { keyedFlags } from "../../../web/board/src/day/flags.js";
import { visitFeatures, wayFeatures } from "../../../web/board/src/day/map/features.js";
import { dayModel } from "../../../web/board/src/day/model.js";
import type { Plan, Problem } from "../../../src/contracts/index.js";

const at = (time: string): string => `2026-11-23T${time}:00+02:00`;
const LOOKS = {
  colourOf: (nurseId: string) => `#${nurseId}`,
  lookOf: () => ({ letter: "B", token: "basic" }),
};
const visit = (id: string, clientId: string, more: object = {}) => ({
  id,
  clientId,
  typeId: "basic",
  minutes: 30,
  windows: [{ from: at("08:00"), to: at("12:00") }],
  ...more,
});
const PROBLEM: Problem = {
  format: "kotikierros/problem@1",
  timeZone: "Europe/Helsinki",
  places: [
    { id: "office", lat: 60.17, lon: 24.94 },
    { id: "home", lat: 60.18, lon: 24.95 },
  ],
  travel: { modes: { walk: {} } },
  visitTypes: [{ id: "basic" }],
  clients: [{ id: "c1", placeId: "home" }],
  visits: [visit("v1", "c1"), visit("v2", "c1"), visit("v3", "c1"), visit("video", "c1", { remote: true })],
  nurses: [{ id: "n1" }],
  shifts: [
    {
      id: "s1",
      nurseId: "n1",
      from: at("07:30"),
      to: at("15:00"),
      startPlaceId: "office",
      endPlaceId: "office",
      mode: "walk",
    },
  ],
};
const stop = (visitId: string, start: string, end: string) => ({
  kind: "visit" as const,
  visitId,
  arrival: at(start),
  start: at(start),
  end: at(end),
});
const PLAN: Plan = {
  format: "kotikierros/plan@1",
  routes: [
    {
      shiftId: "s1",
      departure: at("08:00"),
      return: at("11:30"),
      stops: [stop("v1", "08:30", "09:00"), stop("video", "09:10", "09:40"), stop("v2", "10:00", "10:30")],
    },
  ],
  unserved: [{ visitId: "v3", reasons: [] }],
};

describe("the map's features", () => {
  it("are one marker a round and home with all its numbers, and one for each unserved visit", () => {
    const { features } = visitFeatures(dayModel(PROBLEM, PLAN), LOOKS);
    const [served, unserved, ...more] = features.map(({ properties }) => properties);
    expect(more).toEqual([]);
    expect(served).toMatchObject({ icon: "visit|#n1|1·3|B|basic", visitIds: '["v1","v2"]', served: true });
    // They stand above each other, not on each other.
    expect(unserved).toMatchObject({ icon: "visit|||B|basic", visitIds: '["v3"]', served: false, lift: 1 });
  });

  it("say which lines follow a road", () => {
    const leg = (kind: "road" | "straight") => ({
      fromPlaceId: "office",
      toPlaceId: "home",
      visitId: "v1",
      kind,
      line: [[24.94, 60.17] as const, [24.95, 60.18] as const],
    });
    const rounds = [{ shiftId: "s1", nurseId: "n1", mode: "walk", legs: [leg("road"), leg("straight")] }];
    const { features } = wayFeatures({ attribution: "", rounds }, LOOKS);
    expect(features.map(({ properties }) => properties["road"])).toEqual([true, false]);
    expect(features[0]?.properties["colour"]).toBe("#n1");
  });
});

describe("keyed flags", () => {
  it("wake only those whose state changes", () => {
    const chosen = signal<readonly string[]>(["a"]);
    const flag = keyedFlags(() => chosen.value);
    const woken: string[] = [];
    for (const key of ["a", "b", "c"]) effect(() => void woken.push(`${key} ${flag(key).value}`));
    expect(woken).toEqual(["a true", "b false", "c false"]);
    woken.length = 0;
    chosen.value = ["b"];
    expect(woken.toSorted()).toEqual(["a false", "b true"]);
    woken.length = 0;
    chosen.value = ["b", "c"];
    expect(woken).toEqual(["c true"]);
    expect(flag("b")).toBe(flag("b"));
  });
});
