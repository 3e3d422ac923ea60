/** Every sentence of explanations: its numbers and its words, in the three languages. */
import { describe, expect, it } from "vitest";
import {
  REASONS,
  type ReasonCode,
  reasonSentence,
  type ReasonValues,
} from "../../src/planning/explain/words.js";

const LANGUAGES = ["fi", "sv", "en"] as const;

const HOURS = { fromAt: "2026-11-23T07:00:00+02:00", toAt: "2026-11-23T15:00:00+02:00" };

/** Facts of each code, and its English sentence with them. */
const SAID: Readonly<Record<ReasonCode, readonly [ReasonValues, string]>> = {
  "standing-unserved": [
    { visitId: "v1", points: 100_000 },
    "Visit v1 is left out, which costs 100000 points.",
  ],
  "standing-bought": [
    { visitId: "v1", providerId: "p1", points: 9000 },
    "Visit v1 is bought from provider p1 for 9000 points.",
  ],
  "standing-late": [
    { visitId: "v1", lateSeconds: 3725 },
    "Visit v1 starts 1 h 2 min 5 s after its preferred time.",
  ],
  impossible: [{ crewSize: 2, able: 1 }, "Nurses needed: 2. Even on an empty day 1 could make it."],
  blocked: [{}, "It does not fit beside pinned visits and the visits it is linked to."],
  displaced: [{}, "It would fit only in place of other visits."],
  tied: [{}, "It fits if the times of visits that are bound to it move."],
  dearer: [
    { extra: 1535, points: 1471 },
    "It fits, but its cheapest place costs 1535 points and the plan as it is 1471.",
  ],
  better: [{ saves: 640 }, "It fits, and the plan would be 640 points cheaper."],
  "bars-skill": [
    { shifts: 7, skills: ["registered-nurse"] },
    "A skill is missing, shifts 7: registered-nurse.",
  ],
  "bars-refused": [{ shifts: 3 }, "The client refuses the nurse, shifts 3."],
  "bars-pin": [{ shifts: 4 }, "The visit is pinned elsewhere, shifts 4."],
  "bars-way": [{ shifts: 5 }, "There is no way to the client or back, shifts 5."],
  "bars-hours": [{ shifts: 6 }, "The hours of work do not meet the visit's window, shifts 6."],
  "bars-break": [{ shifts: 8 }, "A break leaves no room for the visit, shifts 8."],
  place: [
    { shiftIds: ["s1", "s2"], startAt: "2026-11-23T09:15:00+02:00", extra: 312 },
    "Shift s1, s2, start 09:15: 312 points more.",
  ],
  "instead-left-out": [
    { visitIds: ["v2", "v3"], shiftIds: ["s1"], net: 96_319 },
    "On shift s1 if v2, v3 is left out: the plan's cost changes by 96319 points.",
  ],
  "instead-moved": [
    { visitIds: ["v2"], shiftIds: ["s1"], toShiftIds: ["s4"], net: -320 },
    "On shift s1 if v2 moves to s4: the plan's cost changes by -320 points.",
  ],
  "fact-window": [
    { visitId: "v1", windows: ["08:00–10:00", "12:00–13:00"] },
    "the window 08:00–10:00, 12:00–13:00 of visit v1",
  ],
  "fact-window-published": [
    {
      visitId: "v1",
      windows: ["08:00–10:00"],
      startAt: "2026-11-23T09:00:00+02:00",
      mostMinutes: 30,
    },
    "the window 08:00–10:00 of visit v1, and that its published start 09:00 may move by 30 min at most",
  ],
  "fact-visit": [{ visitId: "v2", shiftIds: ["s1"] }, "visit v2 on shift s1"],
  "fact-pin": [{ visitId: "v1" }, "the pin of visit v1"],
  "fact-skills": [{ visitId: "v1", skills: ["nurse"] }, "the skills that visit v1 asks for: nurse"],
  "fact-refusals": [{ clientId: "c1", nurseIds: ["n1"] }, "the nurses whom client c1 refuses: n1"],
  "fact-hours": [{ shiftId: "s1", ...HOURS }, "the hours of shift s1, 07:00–15:00"],
  "fact-hours-overtime": [
    { shiftId: "s1", ...HOURS, overtimeMinutes: 30 },
    "the hours of shift s1, 07:00–15:00 and 30 min of overtime at most",
  ],
  "fact-breaks": [
    { shiftId: "s1", breaks: ["30 min 11:00–13:30"] },
    "the breaks of shift s1: 30 min 11:00–13:30",
  ],
  "fact-gap": [
    { visitId: "v1", otherVisitId: "v2", leastMinutes: 240 },
    "the gap between visits v1 and v2, at least 4 h",
  ],
  "fact-gap-within": [
    { visitId: "v1", otherVisitId: "v2", leastMinutes: 30, mostMinutes: 90 },
    "the gap between visits v1 and v2, 30 min to 1 h 30 min",
  ],
  "fact-same-nurse": [{ visitId: "v1", otherVisitId: "v2" }, "the same nurse for visits v1 and v2"],
  "fact-different-nurse": [{ visitId: "v1", otherVisitId: "v2" }, "different nurses for visits v1 and v2"],
  "fact-crew": [{ visitId: "v1", crewSize: 2 }, "2 nurses at once for visit v1"],
  "pin-shift": [{ visitId: "v1", shiftIds: ["s1", "s2"] }, "visit v1 on shift s1, s2"],
  "pin-start": [{ visitId: "v1", startAt: HOURS.fromAt }, "visit v1 at 07:00"],
  "pin-shift-start": [
    { visitId: "v1", shiftIds: ["s1"], startAt: HOURS.fromAt },
    "visit v1 on shift s1 at 07:00",
  ],
  "pin-begun": [
    { visitId: "v1", shiftIds: ["s1"], startAt: HOURS.fromAt },
    "visit v1, begun at 07:00 on shift s1",
  ],
  "pin-provider": [{ visitId: "v1", providerId: "p1" }, "visit v1 from provider p1"],
  "pin-bare": [{ visitId: "v1" }, "visit v1, which may not be left out"],
  "pins-clash": [{ pins: ["visit v1", "visit v2"] }, "These pins cannot all hold: visit v1, visit v2."],
  "pins-clash-facts": [
    { pins: ["visit v1", "visit v2"], facts: ["the window of visit v1"] },
    "These pins cannot all hold: visit v1, visit v2. Also in the way: the window of visit v1.",
  ],
  "pins-alone": [
    { pins: ["visit v1"] },
    "This pin cannot hold: visit v1. There is no way to the client and back, or there are too few nurses.",
  ],
  "pins-alone-facts": [
    { pins: ["visit v1"], facts: ["the hours of shift s1"] },
    "This pin cannot hold: visit v1. In the way: the hours of shift s1.",
  ],
  "pins-unproved": [
    { pins: ["visit v1"] },
    "No plan was found in which all pins hold; left out: visit v1. That there is none was not proved.",
  ],
  "explain-cut": [
    { visits: 9, untold: 2 },
    "Time ran out: of 9 visits 2 are told without what keeps them out and in whose place they could come. Ask for them one at a time.",
  ],
  "change-none": [{ visitId: "v1" }, "Nothing has to change: solving again serves visit v1."],
  "change-window-later": [{ visitId: "v1", changeMinutes: 20 }, "Visit v1 may start 20 min later."],
  "change-window-earlier": [{ visitId: "v1", changeMinutes: 75 }, "Visit v1 may start 1 h 15 min earlier."],
  "change-shift-later": [{ shiftId: "s1", changeMinutes: 95 }, "Shift s1 ends 1 h 35 min later."],
  "change-shift-earlier": [{ shiftId: "s1", changeMinutes: 5 }, "Shift s1 begins 5 min earlier."],
  "change-skill": [{ nurseId: "n1", skills: ["nurse"] }, "Nurse n1 has the skill: nurse."],
  "change-refusal": [{ clientId: "c1", nurseId: "n1" }, "Client c1 accepts nurse n1."],
  "change-shorter": [{ visitId: "v1", changeMinutes: 18 }, "Visit v1 takes 18 min less."],
  "change-crew": [{ visitId: "v1", crewSize: 1 }, "Visit v1 is made by 1 nurse."],
  "change-nurse": [
    { fromAt: "2026-11-23T16:45:00+02:00", toAt: "2026-11-23T22:25:00+02:00" },
    "One more nurse from 16:45 to 22:25.",
  ],
  "change-provider": [{ visitId: "v1" }, "An outside provider makes visit v1."],
  "cost-change": [
    { costBefore: 655_905, costAfter: 560_409 },
    "The total cost goes from 655905 to 560409 points.",
  ],
  "visit-differs": [{ visitId: "v1", a: "s1 09:00", b: "–" }, "Visit v1: s1 09:00 → –."],
  "nurse-differs": [
    { nurseId: "n1", visitsA: 3, visitsB: 4, costA: 900, costB: 1100 },
    "Nurse n1: visits 3 → 4, cost 900 → 1100 points.",
  ],
};

function namesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).toSorted();
}

describe.each(Object.keys(REASONS) as ReasonCode[])("%s", (code) => {
  const [values, english] = SAID[code];

  it("says its numbers in whole words", () => {
    expect(reasonSentence(code, values, "en")).toBe(english);
  });

  it("names the same facts in every language, all of which it has", () => {
    for (const language of LANGUAGES) {
      expect(namesIn(REASONS[code][language])).toEqual(namesIn(REASONS[code].en));
      expect(reasonSentence(code, values, language)).not.toMatch(/[{}]|undefined|NaN|object/);
    }
    expect(Object.keys(values)).toEqual(expect.arrayContaining(namesIn(REASONS[code].en)));
  });

  it("has a sentence of its own in each language", () => {
    const templates = LANGUAGES.map((language) => REASONS[code][language].replaceAll(/\{\w+\}/g, ""));
    if (code !== "visit-differs") expect(new Set(templates).size).toBe(3);
    if (!/^(fact|pin)-/.test(code)) {
      for (const language of LANGUAGES) expect(REASONS[code][language]).toMatch(/^\p{Lu}.*\.$/u);
    }
  });
});
