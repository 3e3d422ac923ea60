/** Why planning a day ends without a plan. Each error says what to do; docs/errors.md lists the codes. */
import type { Verdict } from "../checker/index.js";
import type { Fault, Plan } from "../contracts/index.js";

export interface PlanningErrorEntry {
  readonly means: string;
  readonly todo: string;
}

export const PLANNING_ERRORS = {
  "edit-invalid": {
    means: "An edit names a visit or shift that the plan's problem does not have, or a place that cannot be.",
    todo: "Correct the value named by `path`; no draft was made.",
  },
  "pins-conflict": {
    means:
      "The pins named cannot all hold in one plan. Each set named is a smallest one: without any one of its pins the others could.",
    todo: "Take out or change the pin of one visit of each set named, or what else is named as in the way.",
  },
  "limits-conflict": {
    means: "No plan was found that keeps limits.changedClients.",
    todo: "Allow more changed clients, leave the limit out, or loosen what forces the changes (absences, pins, windows).",
  },
  "plan-refused": {
    means: "The checker refuses the plan that was found. Such a plan is never stored.",
    todo: "This is a defect of the planner: report it with the problem document and the seed.",
  },
} as const satisfies Record<string, PlanningErrorEntry>;

export type PlanningErrorCode = keyof typeof PLANNING_ERRORS;

export interface PinSet {
  readonly visitIds: readonly string[];
  readonly text: string;
  /** Without any one of its pins the others can hold; false: perhaps one could be spared. */
  readonly smallest: boolean;
}

/** Pins that cannot all hold, in sets that share no visit. */
export class PinsConflict extends Error {
  override readonly name = "PinsConflict";
  readonly code = "pins-conflict" satisfies PlanningErrorCode;
  readonly todo: string = PLANNING_ERRORS["pins-conflict"].todo;
  /** Visits whose pins stand against each other. */
  readonly visitIds: readonly string[];

  /**
   * @param sets one for each conflict: its visits, and a sentence
   * @param faults the same, at the pins in the document
   */
  constructor(
    readonly sets: readonly PinSet[],
    readonly faults: readonly Fault[],
  ) {
    super(sets.map(({ text }) => text).join(" "));
    this.visitIds = sets.flatMap(({ visitIds }) => visitIds);
  }
}

/** More clients must get other nurses than the problem's limits allow. */
export class LimitsConflict extends Error {
  override readonly name = "LimitsConflict";
  readonly code = "limits-conflict" satisfies PlanningErrorCode;
  readonly todo: string = PLANNING_ERRORS["limits-conflict"].todo;

  constructor(
    readonly changedClients: number,
    readonly allowed: number,
  ) {
    super(
      `the nearest plan found gives ${changedClients} clients other nurses than published, limits.changedClients allows ${allowed}`,
    );
  }
}

/** The checker's verdict on what the optimiser made is "not valid". */
export class PlanRefused extends Error {
  override readonly name = "PlanRefused";
  readonly code = "plan-refused" satisfies PlanningErrorCode;
  readonly todo: string = PLANNING_ERRORS["plan-refused"].todo;

  constructor(
    readonly plan: Plan,
    readonly verdict: Verdict,
  ) {
    const rules = [...new Set(verdict.violations.map(({ rule }) => rule))].toSorted((a, b) => a - b);
    const first = verdict.violations[0]?.message ?? "no violation named";
    super(
      `the checker finds ${verdict.violations.length} violations of rules ${rules.join(", ")}, first: ${first}`,
    );
  }
}
