/** Short names for the parts of the two documents that the checker reads. */
import type { Plan, Problem } from "../contracts/index.js";

export type { Plan, Problem };

export type Visit = Problem["visits"][number];
export type Client = Problem["clients"][number];
export type Nurse = Problem["nurses"][number];
export type Shift = Problem["shifts"][number];
export type Place = Problem["places"][number];
export type VisitType = Problem["visitTypes"][number];
export type Provider = NonNullable<Problem["providers"]>[number];
export type Break = NonNullable<Shift["breaks"]>[number];
export type Former = NonNullable<Problem["previous"]>["visits"][string];

export type PlanRoute = Plan["routes"][number];
export type PlanStop = PlanRoute["stops"][number];
export type Purchase = NonNullable<Plan["bought"]>[number];
