/** What a rule finds: which, where it stands, its figures, and whom it concerns. */
import type { WorkingTimeRule, WorkingTimeRules } from "../../contracts/index.js";
import type { LocalDays } from "../../domain/localDays.js";
import type { Duty, Person, Stretch } from "./duties.js";

export interface Finding {
  readonly rule: WorkingTimeRule;
  readonly clause: string;
  readonly severity: "violation" | "notice";
  readonly nurseIds: readonly string[];
  readonly shiftIds: readonly string[];
  /** Epoch seconds: what the finding is about. */
  readonly from: number;
  readonly to: number;
  /** What is, and what the rule asks for; hours and minutes are rounded down to two digits. */
  readonly figures: Readonly<Record<string, number>>;
}

/** What a rule found, before it is given the rule's name. */
export interface Found {
  readonly duties: readonly Duty[];
  readonly from: number;
  readonly to: number;
  readonly figures: Readonly<Record<string, number>>;
}

/** One nurse's work, as the rules see it. */
export interface NurseWork {
  readonly person: Person;
  readonly duties: readonly Duty[];
  readonly stretches: readonly Stretch[];
}

export interface Judging {
  readonly days: LocalDays;
  /** Dates judged, both included. */
  readonly from: string;
  readonly to: string;
  readonly unpaidFromMinutes: number;
  readonly rules: WorkingTimeRules;
}

export type FiguresOf<R extends WorkingTimeRule> = NonNullable<WorkingTimeRules[R]>;
export type NurseRule<R extends WorkingTimeRule> = (
  work: NurseWork,
  rule: FiguresOf<R>,
  judging: Judging,
) => Found[];

export const inHours = (seconds: number): number => Math.floor(seconds / 36) / 100;
