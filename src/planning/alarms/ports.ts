/** What an alarm needs beside the stores: ways to where nobody was to go that day. */
import type { Problem } from "../../contracts/index.js";
import type { JobError } from "../ports.js";

export type FilledTravel =
  | { readonly ok: true; readonly problem: Problem }
  | { readonly ok: false; readonly error: JobError };

/** Fills the modes that have no matrices, away from the thread that answers requests. */
export interface TravelFiller {
  fill(problem: Problem, estimateAllowed: boolean): Promise<FilledTravel>;
}
