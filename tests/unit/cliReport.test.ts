/** The coordinator's report: its figures by hand, its words in every language, its lines. */
import { describe, expect, it } from "vitest";
import { Day } from "../../src/cli/report/day.js";
import { figuresOf } from "../../src/cli/report/figures.js";
import { fit, left, right, wrap } from "../../src/cli/report/page.js";
import { reasonWords } from "../../src/cli/report/reasons.js";
import { roundOf } from "../../src/cli/report/round.js";
import { LANGUAGES, WORDS, Words } from "../../src/cli/report/words.js";
import { checkPlan, COST_PARTS } from "../../src/checker/index.js";
import type { Plan } from "../../src/contracts/index.js";
import { at, cliDay } from "../e2e/cliDay.js";

/** Made by hand: Aino walks to p1, p2, p4 (with Björn) and home; 300 s a step. */
function handPlan(): Plan {
  const visit = (visitId: string, arrival: string, start: string, end: string) => ({
    kind: "visit" as const,
    visitId,
    arrival: at(arrival),
    start: at(start),
    end: at(end),
  });
  return {
    format: "kotikierros/plan@1",
    routes: [
      {
        shiftId: "s1",
        departure: at("07:25"),
        return: at("12:35"),
        stops: [
          visit("v1", "07:30", "07:30", "08:00"),
          visit("v2", "08:05", "08:10", "08:30"),
          visit("v4", "08:40", "09:00", "09:20"),
          visit("v7", "09:30", "11:55", "12:15"),
        ],
      },
      {
        shiftId: "s2",
        departure: at("07:45"),
        return: at("14:10"),
        stops: [
          visit("v3", "08:00", "08:00", "08:45"),
          visit("v4", "08:50", "09:00", "09:20"),
          visit("v5", "09:25", "10:00", "10:30"),
          { kind: "break", breakId: "meal", start: at("10:30"), end: at("11:00") },
          visit("v6", "11:00", "12:00", "12:10"),
        ],
      },
    ],
    unserved: [],
  };
}

describe("key figures", () => {
  const problem = cliDay();
  const plan = handPlan();
  const day = new Day(problem, plan);
  const rounds = plan.routes.map((route) => roundOf(day, route));
  const figures = figuresOf(day, rounds);

  it("are of a valid plan", () => {
    expect(checkPlan(problem, plan).violations).toEqual([]);
  });

  it("count work, travel and paid time by hand", () => {
    // Aino 30+20+20+20 min; Björn 45+20+30+10 min.
    expect(figures.directWork.part).toBe((90 + 105) * 60);
    // Aino 1+1+2+2+2 steps; Björn 3+1+1+0+5 steps.
    expect(figures.travel.part).toBe(18 * 300);
    // Two shifts of 8 h less Björn's meal.
    expect(figures.directWork.whole).toBe((16 * 60 - 30) * 60);
    expect(figures.idle.part).toBe(figures.directWork.whole - figures.directWork.part - figures.travel.part);
  });

  it("agree with the checker on travel and waiting", () => {
    const { parts } = checkPlan(problem, plan).cost;
    expect(figures.travel.part).toBe(parts.travel);
    const waits = rounds.flatMap(({ lines }) => lines.map((line) => (line.kind === "visit" ? line.wait : 0)));
    // Aino has 20 min for 2 steps home, Björn 2 h for 5 steps.
    const beforeReturn = 20 * 60 - 2 * 300 + (2 * 3600 - 5 * 300);
    expect(waits.reduce((a, b) => a + b, 0) + beforeReturn).toBe(parts.wait);
  });

  it("count people and modes by hand", () => {
    expect(figures.served).toEqual({ part: 7, whole: 7 });
    expect(figures.onTime).toEqual({ part: 0, whole: 1 });
    expect(figures.language).toEqual({ part: 8, whole: 8 });
    expect(figures.languages).toEqual([
      { language: "fi", share: { part: 7, whole: 7 } },
      { language: "sv", share: { part: 1, whole: 1 } },
    ]);
    expect(figures.modes).toEqual([{ mode: "walk", rounds: 2, seconds: 5400, metres: 7200 }]);
    expect(figures).toMatchObject({ overtimeSeconds: 0, unusedShifts: 0, bought: 0 });
  });

  it("give each visit the notes that it needs", () => {
    const notes = rounds[0]!.lines.flatMap((line) => (line.kind === "visit" ? line.notes : []));
    expect(notes).toEqual([
      { kind: "with", nurseIds: ["n2"] },
      { kind: "early", minutes: 5 },
    ]);
  });
});

describe("words", () => {
  it("are there in every language", () => {
    for (const texts of Object.values(WORDS)) {
      for (const lang of LANGUAGES) expect(texts[lang].length).toBeGreaterThan(0);
    }
    for (const lang of LANGUAGES) {
      for (const part of COST_PARTS) expect(new Words(lang).part(part).name).not.toBe("");
    }
  });

  it("write numbers, days and lengths as the language does", () => {
    expect(new Words("en").number(1234567)).toBe("1,234,567");
    expect(new Words("fi").number(1234567)).toBe("1 234 567");
    expect(new Words("fi").day("2026-11-23")).toBe("Maanantai 23. marraskuuta 2026");
    expect(new Words("sv").kilometres(12_345)).toBe("12,3 km");
    const en = new Words("en");
    expect([0, 20, 60, 3599, 3600, 5400].map((s) => en.duration(s))).toEqual([
      "0 min",
      "20 s",
      "1 min",
      "1 h",
      "1 h",
      "1 h 30 min",
    ]);
    expect(en.percent(1, 3)).toBe("33 %");
    expect(en.percent(0, 0)).toBe("-");
  });

  it("tell why a visit is left out", () => {
    const reasons = [
      { kind: "impossible" as const, rule: "skill", shifts: 12 },
      { kind: "impossible" as const, rule: "shift", shifts: 2 },
      "said by another program",
    ];
    expect(reasonWords(reasons, "en")).toBe(
      "nobody can: 12 shifts lack a skill, 2 shifts are not at work then; said by another program",
    );
    const every = [
      "skill",
      "refused",
      "window",
      "shift",
      "way",
      "crew",
      "gap",
      "link",
      "pin",
      "room",
      "cost",
    ];
    for (const lang of LANGUAGES) {
      for (const rule of every) {
        const said = reasonWords([{ kind: "blocked", rule, shifts: 3 }], lang);
        expect(said.split(": ")[1]).not.toBe(rule);
      }
    }
  });
});

describe("lines", () => {
  it("are filled, cut and broken by letters, not by bytes", () => {
    expect(left("Töölö", 7)).toBe("Töölö  ");
    expect(right("5", 3)).toBe("  5");
    expect(fit("Peruskotihoidon käynti", 10)).toBe("Peruskoti…");
    expect(wrap("one two three four", 9, 2)).toEqual(["one two", "  three", "  four"]);
  });
});
