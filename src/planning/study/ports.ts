/**
 * Studies of a finished plan: what is asked, what is answered, and who computes it. A study
 * reads problem and plan and nothing else; it may take seconds, so it runs away from the
 * thread that answers requests, tells how far it is, and can be ended.
 */
import type { Language } from "../../checker/index.js";
import type { Plan, Problem } from "../../contracts/index.js";
import type { DeepExplanation } from "./deepExplanation.js";
import type { ExplanationView } from "../explain/explainPlan.js";
import type { JobError } from "../ports.js";
import type { PromisesAsk, PromisesView } from "./promises/index.js";
import type { RobustnessAsk, RobustnessView } from "./robustness.js";
import type { BoundFound } from "./bound.js";

export interface StudyDay {
  readonly problem: Problem;
  readonly plan: Plan;
}

export interface Studies {
  /** Kind and words of every visit left out, bought or late; conflicts as far as time allows. */
  readonly explanations: {
    readonly ask: { readonly language: Language; readonly deepSeconds: number };
    readonly answer: ExplanationView;
  };
  /** Everything about one of them. */
  readonly explanation: {
    readonly ask: {
      readonly visitId: string;
      readonly language: Language;
      /** Seconds for proving what it would take; 0: not asked. */
      readonly seconds: number;
      /** Work of each solve. */
      readonly iterations: number;
    };
    readonly answer: DeepExplanation;
  };
  /** How far the plan can be from the best one. */
  readonly bound: { readonly ask: { readonly seconds: number }; readonly answer: BoundFound };
  /** How sure the plan is when times vary. */
  readonly robustness: { readonly ask: RobustnessAsk; readonly answer: RobustnessView };
  /** What promises cost. */
  readonly promises: { readonly ask: PromisesAsk; readonly answer: PromisesView };
}

export type StudyKind = keyof Studies;

export interface StudyProgress {
  /** Steps done, and how many there are; null: not known. */
  readonly done: number;
  readonly total: number | null;
  readonly seconds: number;
  /** What is known so far, where that is of use by itself. */
  readonly bound?: BoundFound;
}

/** As much of an AbortSignal as is needed, for this folder knows no platform. */
export interface EndSignal {
  readonly aborted: boolean;
  addEventListener(kind: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(kind: "abort", listener: () => void): void;
}

export interface StudyWatch {
  /** Ends the study at once; rejects with StudyStopped. */
  readonly kill?: EndSignal;
  /** Ends the study with what it has found. */
  readonly stop?: EndSignal;
  readonly onProgress?: (progress: StudyProgress) => void;
}

export interface StudyRunner {
  /**
   * @throws StudyFailed where the day does not allow the study, or its thread broke down
   * @throws StudyStopped after `kill`
   */
  run<K extends StudyKind>(
    kind: K,
    day: StudyDay,
    ask: Studies[K]["ask"],
    watch?: StudyWatch,
  ): Promise<Studies[K]["answer"]>;
}

export class StudyFailed extends Error {
  override readonly name = "StudyFailed";
  constructor(readonly error: JobError) {
    super(error.message);
  }
}

export class StudyStopped extends Error {
  override readonly name = "StudyStopped";
  constructor() {
    super("the study was ended from outside");
  }
}
