/**
 * What the life of a day's plan needs from its store: versions with their makers, what they
 * were judged by, and publications. Implemented by src/persistence.
 */
import type { Verdict } from "../../checker/index.js";
import type { Pin, Plan, Problem, Weights } from "../../contracts/index.js";
import type { JobError, NewPlan, NewProblem, PlanHead } from "../ports.js";

export const VERSION_KINDS = ["optimised", "edited", "replanned"] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/** Pins that hold beside the document, by visit; null: the visit has none, whatever the document says. */
export type PinChanges = Readonly<Record<string, Pin | null>>;

/** What a person who makes a version says of it, and what it was made with. */
export interface NewVersionFacts {
  readonly kind: Exclude<VersionKind, "optimised">;
  readonly author: string;
  readonly reason: string;
  /** What was asked for, as JSON. */
  readonly changes: unknown;
  readonly pins: PinChanges;
  readonly weights: Weights;
  readonly policy: string | null;
  /** Null: nothing was searched for. */
  readonly seed: number | null;
  readonly engineVersion: string;
}

export const VERSION_STATES = ["draft", "published", "replaced"] as const;
/** `published`: it holds on at least one of its dates; `replaced`: it did. */
export type VersionState = (typeof VERSION_STATES)[number];

export interface PlanVersion extends PlanHead {
  readonly kind: VersionKind;
  /** Null: the optimiser, from an imported problem. */
  readonly author: string | null;
  readonly reason: string | null;
  readonly changes: unknown;
  readonly policy: string | null;
  readonly seed: number | null;
  readonly engineVersion: string | null;
  /** By mode. */
  readonly travelSource: unknown;
  /** Dates on which a shift of its problem starts: those that publishing it takes. */
  readonly dates: readonly string[];
  readonly state: VersionState;
  /** When it was last published. */
  readonly publishedAt: Date | null;
}

/** What a version was planned and judged by. */
export interface JudgedBy {
  /** Of the problem document, see {@link VersionStore.readDocument}. */
  readonly digest: string;
  readonly pins: PinChanges;
}

export interface Acknowledgement {
  /** The violation's key, see violationKeys. */
  readonly violation: string;
  readonly reason: string;
}

export interface NewPublication {
  readonly planId: string;
  readonly author: string;
  readonly reason: string;
  readonly acknowledged: readonly Acknowledgement[];
  /**
   * The versions that are believed to hold for its areas now. Absent: an ancestor of this version,
   * or none.
   */
  readonly replaces?: readonly string[];
  readonly publishedAt: Date;
}

export interface Publication {
  readonly planId: string;
  readonly author: string;
  readonly reason: string;
  readonly acknowledged: readonly Acknowledgement[];
  readonly publishedAt: Date;
  /** Of its clients; null: of everybody. Versions that share none hold beside each other. */
  readonly areas: readonly string[] | null;
  readonly dates: readonly string[];
}

export type PublishOutcome =
  | { readonly kind: "published"; readonly publication: Publication }
  /** Other versions hold on the date, the first of them not expected; none: though one was named. */
  | { readonly kind: "conflict"; readonly date: string; readonly holding: readonly string[] }
  /** Nurses are on rounds at the same time in a version of other areas. */
  | { readonly kind: "nurses-elsewhere"; readonly nurseIds: readonly string[] };

export interface VersionStore {
  /** Stores plan, verdict, rounds and facts, with the problem if it is a new one, or nothing. */
  add(plan: NewPlan, facts: NewVersionFacts, problem?: NewProblem): Promise<void>;
  find(id: string): Promise<PlanVersion | null>;
  /** Every version whose problem has a shift that starts on the date, oldest first. */
  list(date: string): Promise<readonly PlanVersion[]>;
  findJudgedBy(id: string): Promise<JudgedBy | null>;
  /** A problem document's JSON text. Null: no document has this digest. */
  readDocument(digest: string): Promise<string | null>;
  /** The same, gzipped. */
  findDocument(digest: string): Promise<Uint8Array | null>;
  /** What holds on the date, youngest first: more than one where areas are planned apart. */
  findPublished(date: string): Promise<readonly Publication[]>;
  /** One transaction: looks what holds on each of the version's dates, then publishes or refuses. */
  publish(publication: NewPublication): Promise<PublishOutcome>;
}

export interface SolveWish {
  readonly seed: number;
  /** Work limit; null: none. */
  readonly iterations: number | null;
  /** Time limit; null: none. */
  readonly seconds: number | null;
  /** A plan to start from. */
  readonly start: Plan;
}

export type SolvedNow =
  | { readonly ok: true; readonly plan: Plan; readonly verdict: Verdict }
  | { readonly ok: false; readonly error: JobError };

/** Solves at once, away from the thread that answers requests. The plan has passed the checker. */
export interface DaySolver {
  solve(problem: Problem, wish: SolveWish): Promise<SolvedNow>;
}
