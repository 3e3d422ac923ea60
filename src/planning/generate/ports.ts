/** What generating needs from the world. */
import type { GenerationWarning, VisitOrigin } from "../../contracts/generation.js";
import type { Fault, Weights } from "../../contracts/index.js";
import type { NewProblem, StoredProblem } from "../ports.js";
import type { GenerateWish } from "./frame.js";
import type { Past } from "./generateProblem.js";
import type { StandingData } from "./standing.js";
import type { PolicyComparisonStore, PolicyRef, PolicyStore } from "../policies/ports.js";

/** One problem for each wish, of the same standing data. */
export interface MakeProblems {
  readonly standing: StandingData;
  readonly wishes: readonly GenerateWish[];
  /** Null: the contract's. */
  readonly weights: Weights | null;
  readonly past: Past;
}

export interface MadeProblem {
  readonly counts: { readonly visits: number; readonly shifts: number; readonly clients: number };
  /** Ready to be stored; null: there is nothing to plan, or it has faults. */
  readonly problem: Omit<NewProblem, "id" | "createdAt"> | null;
  /** What standing data have brought into it. */
  readonly faults: readonly Fault[];
  readonly origins: readonly VisitOrigin[];
  readonly warnings: readonly GenerationWarning[];
}

export interface NewGeneration {
  readonly problemId: string;
  readonly from: string;
  readonly to: string;
  /** Null: all. */
  readonly areas: readonly string[] | null;
  readonly policy: PolicyRef | null;
  readonly warnings: readonly GenerationWarning[];
  readonly visits: readonly VisitOrigin[];
  readonly createdAt: Date;
}

export type StoredGeneration = NewGeneration;

export interface GenerationStore {
  /** Stores every problem with where it comes from, or none of them. */
  add(
    list: readonly { readonly problem: NewProblem; readonly generation: NewGeneration }[],
  ): Promise<readonly StoredProblem[]>;
  /** Null: the problem was not generated. */
  find(problemId: string): Promise<StoredGeneration | null>;
}

/** The stores of generating and of policies, as other parts are given them. */
export interface GenerationDeps {
  readonly generations: GenerationStore;
  readonly policies: PolicyStore;
  readonly comparisons: PolicyComparisonStore;
}
