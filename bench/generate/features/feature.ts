/** One thing that a day may have beside its visits and staff. */
import type { Problem, Visit } from "../../../src/contracts/index.js";
import type { Clock } from "../clock.js";
import type { Wish } from "../demand.js";
import type { Draw } from "../draw.js";
import type { GenerateOptions } from "../options.js";

export interface Draft {
  readonly problem: Problem;
  /** By visit. */
  readonly wishes: readonly Wish[];
  readonly clock: Clock;
  readonly options: GenerateOptions;
  /** Seconds of a leg as the contract counts it; straight-line estimates if the day has no matrices. */
  leg(mode: string, from: string, to: string): number;
  /** Whether the nurse has the skills for the visit and the client does not refuse her. */
  able(nurseId: string, visit: Visit): boolean;
  /** The client's place. */
  placeOf(visit: Visit): string;
}

export interface Feature {
  /** One line for `--help` and the documentation. */
  readonly about: string;
  apply(draft: Draft, draw: Draw): void;
}
