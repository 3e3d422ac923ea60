/** What generating needs from the world. */
import type { GenerationWarning, VisitOrigin } from "../../contracts/generation.js";
import type { NewProblem, StoredProblem } from "../ports.js";
import type { PolicyComparisonStore, PolicyRef, PolicyStore } from "../policies/ports.js";

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
