/**
 * The plan document, `kotikierros/plan@1`: who visits whom, when. The contract's keys, and
 * the product's additions, each of which may be absent (a plan by another program has none):
 * travel by leg, cost, solver facts and the source of the travel times. Unknown keys are errors.
 */
import { PLAN_FORMAT } from "./planFormat.js";
import { z } from "zod";
import { id, instant, metres, seconds } from "./basics.js";
import { travelSource } from "./travelSource.js";

export { PLAN_FORMAT };

export const leg = z.strictObject({
  seconds: seconds.describe("As the rules count: with the stops' seconds and the arrival place's setup."),
  metres: metres.exactOptional().describe("Where the problem has distances."),
});

export const visitStop = z.strictObject({
  kind: z.literal("visit"),
  visitId: id,
  arrival: instant,
  start: instant,
  end: instant,
  travel: leg.exactOptional().describe("Addition: the leg from the visit before or the shift's start."),
});

export const breakStop = z.strictObject({
  kind: z.literal("break"),
  breakId: id,
  start: instant,
  end: instant,
});

export const planStop = z.discriminatedUnion("kind", [visitStop, breakStop]);

export const planRoute = z.strictObject({
  shiftId: id,
  departure: instant,
  return: instant,
  stops: z.array(planStop),
  returnTravel: leg.exactOptional().describe("Addition: the leg from the last visit to the shift's end."),
});

export const reason = z.strictObject({
  kind: z.enum(["impossible", "blocked", "displaced"]),
  rule: z.string().describe("Which rule, such as skill, refused, window, way, crew, gap, pin or room."),
  shifts: z.int().min(0).exactOptional().describe("How many shifts this rule keeps from the visit."),
});

export const unservedVisit = z.strictObject({
  visitId: id,
  reasons: z
    .array(z.union([reason, z.string()]))
    .describe("The product writes objects; another program's words are kept as they are."),
});

export const boughtVisit = z.strictObject({ visitId: id, providerId: id });

const part = z.int();
export const costParts = z.strictObject({
  travel: part,
  wait: part,
  early: part,
  late: part,
  worstLate: part,
  overtime: part,
  unfamiliar: part,
  outsideArea: part,
  language: part,
  overload: part,
  use: part,
  bought: part,
  moved: part,
  shifted: part,
  unserved: part,
});

export const planCost = z.strictObject({
  total: z.int().describe("Weighted sum of the parts, points."),
  parts: costParts.describe("Unweighted: seconds, counts or points, as the contract's cost table says."),
});

export const solverFacts = z.strictObject({
  engineVersion: z.string(),
  seed: z.int(),
  threads: z.int().min(1),
  iterations: z.int().min(0).describe("By thread, added up."),
  stoppedBy: z.enum(["iterations", "seconds", "cancelled", "done"]),
});

export const planSchema = z.strictObject({
  format: z.literal(PLAN_FORMAT),
  routes: z.array(planRoute),
  bought: z.array(boughtVisit).exactOptional(),
  unserved: z.array(unservedVisit),
  cost: planCost.exactOptional().describe("Addition: as the checker counts it."),
  solver: solverFacts
    .exactOptional()
    .describe("Addition: what makes the plan again. No wall times, no random ids."),
  travelSource: z
    .record(z.string(), travelSource)
    .exactOptional()
    .describe("Addition: by mode, where its travel times came from."),
});

export type Plan = z.infer<typeof planSchema>;
export type PlanRoute = z.infer<typeof planRoute>;
export type PlanStop = z.infer<typeof planStop>;
export type PlanLeg = z.infer<typeof leg>;
export type PlanReason = z.infer<typeof reason>;
export type UnservedVisit = z.infer<typeof unservedVisit>;
export type BoughtVisit = z.infer<typeof boughtVisit>;
export type PlanCost = z.infer<typeof planCost>;
export type SolverFacts = z.infer<typeof solverFacts>;
