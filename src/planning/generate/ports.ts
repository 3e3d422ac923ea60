/** What generating needs from the world. */
import type { GenerationWarning, VisitOrigin } from "../../contracts/generation.js";
import type { NewProblem, StoredProblem } from "../ports.js";
import type { StandingData } from "./standing.js";

/** Reads all standing data at one moment: nothing changes between two kinds. */
export interface StandingReader {
  read(): Promise<StandingData>;
}

export interface NewGeneration {
  readonly problemId: string;
  readonly from: string;
  readonly to: string;
  /** Null: all. */
  readonly areas: readonly string[] | null;
  readonly policy: string | null;
  readonly warnings: readonly GenerationWarning[];
  readonly visits: readonly VisitOrigin[];
  readonly createdAt: Date;
}

export type StoredGeneration = NewGeneration;

export interface GenerationStore {
  /** Stores every problem with where it comes from, or none of them. */
  add(list: readonly { readonly problem: NewProblem; readonly generation: NewGeneration }[]): Promise<readonly StoredProblem[]>;
  /** Null: the problem was not generated. */
  find(problemId: string): Promise<StoredGeneration | null>;
}
