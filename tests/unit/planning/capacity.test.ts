import { describe, expect, it } from "vitest";
import type { Problem } from "../../../src/contracts/index.js";
import { capacityOf } from "../../../src/planning/capacity/index.js";

const at = (time: string): string => `2026-11-23T${time}:00+02:00`;
const seconds = (time: string): number => Date.parse(at(time)) / 1000;

/** Two nurses, one of them able to give infusions, and five visits at breakfast. */
function morning(change: Partial<Problem> = {}): Problem {
  const visit = (id: string, from: string, to: string, more: object = {}) => ({
    id,
    clientId: "c",
    typeId: "basic",
    minutes: 30,
    windows: [{ from: at(from), to: at(to) }],
    ...more,
  });
  return {
    format: "kotikierros/problem@1",
    timeZone: "Europe/Helsinki",
    places: [{ id: "p", lat: 60, lon: 25 }],
    travel: { modes: { walk: {} } },
    visitTypes: [{ id: "basic" }],
    clients: [{ id: "c", placeId: "p", areaId: "east" }],
    visits: [
      visit("v1", "08:00", "08:00"),
      visit("v2", "08:00", "08:10"),
      visit("v3", "08:05", "08:15"),
      visit("v4", "08:00", "12:00", { requires: ["infusion"] }),
      visit("v5", "11:00", "11:00", { requires: ["infusion"], crewSize: 2 }),
    ],
    nurses: [{ id: "n1", skills: ["infusion"] }, { id: "n2" }],
    shifts: ["n1", "n2"].map((nurseId) => ({
      id: `s-${nurseId}`,
      nurseId,
      from: at("07:00"),
      to: at("13:00"),
      startPlaceId: "p",
      endPlaceId: "p",
      mode: "walk",
    })),
    ...change,
  };
}

describe("need against supply", () => {
  it("names the shortage by skill, with its visits, and the peak", () => {
    const { groups, shortages } = capacityOf(morning());
    const [anyone, infusion] = [[], ["infusion"]].map((skills) =>
      shortages.find((one) => JSON.stringify(one.skills) === JSON.stringify(skills))!,
    );
    // Three visits must run between eight and half past, v2 for at least 20 minutes of it, v3 for 15.
    expect(anyone).toMatchObject({
      from: seconds("08:00"),
      to: seconds("08:30"),
      needMinutes: 65,
      supplyMinutes: 60,
    });
    expect(infusion).toMatchObject({ needMinutes: 60, supplyMinutes: 30, visitIds: ["v5"] });
    expect(infusion!.from).toBe(seconds("11:00"));
    const all = groups.find(({ skills }) => skills.length === 0)!;
    expect(all).toMatchObject({ nurses: 2, visits: 5 });
    expect(all.peak!.from).toBe(seconds("08:00"));
    expect(all.slots.find(({ from }) => from === seconds("08:00"))).toMatchObject({ supplyMinutes: 60 });
    expect(all.slots.reduce((sum, slot) => sum + slot.expectedMinutes, 0)).toBeGreaterThanOrEqual(175);
  });

  it("counts overtime as supply, breaks that must be taken as none, and no nurse twice", () => {
    const { shifts } = morning();
    const crowded = morning({
      visits: [morning().visits[0]!, { ...morning().visits[0]!, id: "w" }],
      shifts: [{ ...shifts[0]!, to: at("08:00"), maxOvertimeMinutes: 30 }, shifts[1]!],
    });
    expect(capacityOf(crowded).shortages).toEqual([]);
    const lunch = { id: "b", minutes: 30, from: at("08:00"), to: at("08:00") };
    const eating = morning({
      visits: crowded.visits,
      shifts: [shifts[0]!, { ...shifts[1]!, breaks: [lunch] }],
    });
    expect(capacityOf(eating).shortages).toMatchObject([{ needMinutes: 60, supplyMinutes: 30 }]);
    const skipping = {
      ...eating,
      shifts: [shifts[0]!, { ...shifts[1]!, breaks: [{ ...lunch, afterMinutes: 60 }] }],
    };
    expect(capacityOf(skipping).shortages).toEqual([]);
    const twice = morning({ visits: crowded.visits, shifts: [shifts[0]!, { ...shifts[0]!, id: "again" }] });
    expect(capacityOf(twice).shortages).toMatchObject([{ needMinutes: 60, supplyMinutes: 30 }]);
  });

  it("lets providers take the visits that need most, as many as they may", () => {
    const provider = { id: "firm", typeIds: ["basic"], areaIds: ["east"], maxVisits: 1, cost: 1 };
    const three = morning({
      visits: ["a", "b", "c"].map((id) => ({ ...morning().visits[0]!, id })),
      providers: [provider],
    });
    expect(capacityOf(three).shortages).toEqual([]);
    expect(capacityOf({ ...three, providers: [{ ...provider, areaIds: ["west"] }] }).shortages).toHaveLength(
      1,
    );
    expect(capacityOf({ ...three, providers: [{ ...provider, maxVisits: 0 }] }).shortages).toHaveLength(1);
  });

  it("tells visits that nobody can make in the group of their own needs", () => {
    const lost = morning({ visits: [{ ...morning().visits[3]!, requires: ["laser"] }] });
    const { shortages } = capacityOf(lost);
    expect(shortages).toMatchObject([{ skills: ["laser"], supplyMinutes: 0, visitIds: ["v4"] }]);
  });

  it("of a problem without visits and shifts is empty", () => {
    expect(capacityOf(morning({ visits: [], shifts: [] }))).toEqual({
      groups: [{ skills: [], nurses: 0, visits: 0, slots: [], peak: null }],
      shortages: [],
    });
  });
});
