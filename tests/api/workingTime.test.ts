/** Working-time rules over the API: rosters, drafts beside published days, and what was really done. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Plan, RuleSet } from "../../src/contracts/index.js";
import { get, officeDay, planByJob, post, publish } from "./support/life.js";
import { importProblem, problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

interface Verdict {
  ruleSet: { id: string; validFrom: string };
  violations: number;
  findings: {
    rule: string;
    clause: string;
    severity: string;
    nurseIds: string[];
    shiftIds: string[];
    figures: Record<string, number>;
    said: { fi: string; sv: string; en: string };
  }[];
  hours: { nurseId: string; minutes: number; shifts: number }[];
}

const temporary = temporaryFolder();
let service: Service;
const at = (date: string, time: string): string => `2026-11-${date}T${time}:00+02:00`;
let first: string;
let second: string;

beforeAll(async () => {
  service = await startService({
    file: `${temporary.folder}/working.sqlite`,
    now: () => Date.parse(at("24", "06:00")),
  });
  first = await planByJob(service.app, await importProblem(service.app, officeDay("2026-11-23")));
  await publish(service.app, first);
  second = await planByJob(service.app, await importProblem(service.app, officeDay("2026-11-24")));
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

const shift = (id: string, from: string, to: string, more: object = {}) => ({
  id,
  nurseId: "aino",
  from,
  to,
  breaks: [],
  ...more,
});
const check = async (shifts: object[], more: object = {}): Promise<Verdict> => {
  const answer = await post(service.app, "/rosters/check", {
    from: "2026-11-23",
    to: "2026-11-29",
    shifts,
    ...more,
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<Verdict>();
};
const rulesOf = ({ findings }: Verdict): string[] => findings.map(({ rule }) => rule);

describe("POST /rosters/check", () => {
  it("names rule, clause, figures and persons, in three languages", async () => {
    const verdict = await check([
      shift("late", at("23", "14:00"), at("23", "22:00")),
      shift("early", at("24", "07:00"), at("24", "13:00")),
    ]);
    expect(verdict.ruleSet).toEqual({ id: "law", validFrom: "2020-01-01" });
    const rest = verdict.findings.find(({ rule }) => rule === "daily-rest")!;
    expect(rest).toMatchObject({
      severity: "violation",
      nurseIds: ["aino"],
      shiftIds: ["late", "early"],
      figures: { hours: 9, requiredHours: 11 },
    });
    expect(rest.said.fi).toContain("9 h");
    expect(rest.said.sv).toContain("11 h");
    expect(rest.clause).toContain("daily rest");
    expect(rulesOf(verdict)).toContain("meal-break");
  });

  it("judges breaks, notice, overtime and a professional at work", async () => {
    const rules = (await get<{ ruleSets: { ruleSet: RuleSet }[] }>(service.app, "/working-time/rule-sets"))
      .ruleSets[0]!.ruleSet;
    const own: RuleSet = {
      ...rules,
      validFrom: "2026-11-01",
      rules: {
        ...rules.rules,
        "professional-on-shift": { clause: "care law", severity: "violation", skills: ["nurse"] },
      },
    };
    const stored = await service.app.inject({
      method: "PUT",
      url: "/working-time/rule-sets/own",
      payload: own,
    });
    expect(stored.statusCode).toBe(200);
    const verdict = await check(
      [
        shift("long", at("23", "07:00"), at("23", "18:00"), {
          breaks: [{ from: at("23", "07:00"), to: at("23", "07:30") }],
          knownSince: at("20", "07:00"),
        }),
        shift("alone", at("23", "17:00"), at("23", "19:00"), { nurseId: "cia" }),
      ],
      {
        ruleSet: "own",
        nurses: [{ id: "aino", form: "general", skills: ["nurse"] }, { id: "cia" }],
      },
    );
    expect(rulesOf(verdict).toSorted()).toEqual([
      "break-place",
      "daily-hours",
      "long-shift-rest",
      "professional-on-shift",
      "rota-notice",
    ]);
    expect(verdict.findings.find(({ rule }) => rule === "daily-hours")!.figures).toEqual({
      hours: 10.5,
      mostHours: 8,
      overtimeMinutes: 150,
    });
    expect(verdict.findings.find(({ rule }) => rule === "professional-on-shift")).toMatchObject({
      nurseIds: ["cia"],
      figures: { minutes: 60 },
    });
  });

  it("refuses what is no roster, and a rule set that does not hold yet", async () => {
    const backwards = await post(service.app, "/rosters/check", {
      from: "2026-11-23",
      to: "2026-11-29",
      shifts: [shift("x", at("23", "12:00"), at("23", "11:00"))],
    });
    expect(problemOf(backwards)).toMatchObject({ code: "request-invalid" });
    const early = await post(service.app, "/rosters/check", {
      ruleSet: "own",
      from: "2026-10-01",
      to: "2026-10-02",
      shifts: [],
    });
    expect(problemOf(early).code).toBe("rule-set-unknown");
  });
});

describe("a draft beside what was published and done", () => {
  const worked = (): Promise<Verdict> => get<Verdict>(service.app, `/plans/${second}/working-time`);

  it("is calm as long as the day before went as planned", async () => {
    expect(rulesOf(await worked())).toEqual([]);
  });

  it("lacks rest once the day before has run into the night", async () => {
    const plan = await get<Plan>(service.app, `/plans/${first}`);
    const route = plan.routes.find(({ shiftId }) => shiftId === "a")!;
    const last = route.stops.findLast((stop) => stop.kind === "visit")!;
    const visitId = last.kind === "visit" ? last.visitId : "";
    await post(service.app, "/actuals", {
      events: [
        { id: "in-000001", kind: "check-in", nurseId: "aino", visitId, at: at("23", "20:30") },
        { id: "out-00001", kind: "check-out", nurseId: "aino", visitId, at: at("23", "21:00") },
      ],
    });
    const verdict = await worked();
    const rest = verdict.findings.find(({ rule }) => rule === "daily-rest")!;
    expect(rest.nurseIds).toEqual(["aino"]);
    const home = (route.returnTravel?.seconds ?? 0) / 3600;
    expect(rest.figures["hours"]).toBeCloseTo(10 - home, 1);
    const past = await get<Verdict>(service.app, "/working-time?from=2026-11-23&to=2026-11-23&nurseId=aino");
    // Fourteen hours and the way home, without lunch.
    expect(past.hours).toHaveLength(1);
    expect(past.hours[0]!.minutes).toBeCloseTo(60 * (14 + home) - 30, 0);
  });

  it("answers 404 for a plan that is not there", async () => {
    expect(problemOf(await service.app.inject("/plans/nothing/working-time")).code).toBe("plan-unknown");
  });
});
