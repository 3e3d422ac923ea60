/** Named weights, by versions, and comparisons of them. */
import type { Weights } from "../../contracts/problemSchema.js";

/** Which version of which policy. */
export interface PolicyRef {
  readonly id: string;
  /** 0: the program's own. */
  readonly version: number;
}

export interface Policy extends PolicyRef {
  /** By language. */
  readonly name: Readonly<Record<string, string>>;
  readonly description: string | null;
  /** By language; of the program's own only. */
  readonly descriptions?: Readonly<Record<string, string>>;
  /** Weights that differ from the contract's defaults. */
  readonly weights: Weights;
  /** Null: the program's own. */
  readonly author: string | null;
  readonly createdAt: Date | null;
}

export interface PolicyStore {
  /** The youngest version of each id. */
  list(): Promise<readonly Policy[]>;
  /** The youngest version, or the one named. Null: none. */
  find(id: string, version?: number): Promise<Policy | null>;
  /**
   * Stores the next version.
   *
   * @param after the version that it follows, null: any; with another one stored nothing is, and null comes back
   */
  add(policy: Omit<Policy, "version">, after: number | null): Promise<Policy | null>;
}

export interface ComparedRun {
  readonly policy: PolicyRef;
  readonly jobId: string;
}

export interface PolicyComparison {
  readonly id: string;
  readonly problemId: string;
  /** Weights by which every plan is counted beside its own. */
  readonly common: Weights;
  readonly runs: readonly ComparedRun[];
  readonly createdAt: Date;
}

export interface PolicyComparisonStore {
  add(comparison: PolicyComparison): Promise<void>;
  find(id: string): Promise<PolicyComparison | null>;
}
