/** What the working-time rules found, as the API shows it. */
import { z } from "zod";
import { ruleSet, WORKING_TIME_RULES } from "../../../contracts/index.js";
import { instantWriter } from "../../../domain/localTime.js";
import {
  type JudgedRoster,
  sayFinding,
  type StoredRuleSet,
  type WorkingTimeVerdict,
} from "../../../planning/workingTime/index.js";
import { instant } from "../../schemas.js";

export const ruleSetView = z
  .object({
    id: z.string(),
    author: z.string().nullable(),
    createdAt: z.string().nullable().describe("Null: it came with the program"),
    ruleSet,
  })
  .meta({ id: "WorkingTimeRuleSet" });

export const verdictView = z
  .object({
    ruleSet: z.object({ id: z.string(), validFrom: z.string() }),
    from: z.string(),
    to: z.string(),
    violations: z.int().describe("Findings that are no mere notices"),
    findings: z.array(
      z.object({
        rule: z.enum(WORKING_TIME_RULES),
        clause: z.string(),
        severity: z.enum(["violation", "notice"]),
        nurseIds: z.array(z.string()),
        shiftIds: z.array(z.string()),
        from: instant,
        to: instant,
        figures: z.record(z.string(), z.number()).describe("What is, and what the rule asks for"),
        said: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
      }),
    ),
    hours: z.array(z.object({ nurseId: z.string(), minutes: z.int(), shifts: z.int() })),
  })
  .meta({ id: "WorkingTimeVerdict" });

export function viewRuleSet(set: StoredRuleSet): z.infer<typeof ruleSetView> {
  return {
    id: set.id,
    author: set.author,
    createdAt: set.createdAt?.toISOString() ?? null,
    ruleSet: set.ruleSet,
  };
}

export function viewVerdict(
  set: StoredRuleSet,
  roster: JudgedRoster,
  { findings, hours }: WorkingTimeVerdict,
): z.infer<typeof verdictView> {
  const write = instantWriter(roster.timeZone);
  return {
    ruleSet: { id: set.id, validFrom: set.ruleSet.validFrom },
    from: roster.from,
    to: roster.to,
    violations: findings.filter(({ severity }) => severity === "violation").length,
    findings: findings.map((finding) => ({
      ...finding,
      nurseIds: [...finding.nurseIds],
      shiftIds: [...finding.shiftIds],
      figures: { ...finding.figures },
      from: write(finding.from),
      to: write(finding.to),
      said: sayFinding(finding),
    })),
    hours: hours.map((one) => ({ ...one })),
  };
}
