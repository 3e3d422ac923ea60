/** Errors that cross from a worker thread: plain values with a code, what happened and what to do. */
import type { Fault } from "../contracts/index.js";
import type { JobError } from "../planning/ports.js";

/** A job ends with this error, and people are shown it. */
export class JobFailure extends Error {
  override readonly name = "JobFailure";
  constructor(readonly error: JobError) {
    super(error.message);
  }
}

/** The run was stopped from outside and is to be taken up again. */
export class JobInterrupted extends Error {
  override readonly name = "JobInterrupted";
}

/** What the log gets of an unexpected error: no message, for that may quote anybody's data. */
export interface CrashTrace {
  readonly type: string;
  readonly code: string | null;
  /** Stack lines without the message. */
  readonly frames: readonly string[];
}

export function crashTrace(error: unknown): CrashTrace {
  if (!(error instanceof Error)) return { type: typeof error, code: null, frames: [] };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    code: typeof code === "string" ? code : null,
    frames: (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)),
  };
}

/**
 * An error of the planning code as a job's error: those that carry code and todo are meant for
 * people; anything else is a defect of ours, told without its text.
 */
export function jobError(error: unknown): JobError {
  if (error instanceof JobFailure) return error.error;
  if (error instanceof Error) {
    const { code, todo, faults } = error as { code?: unknown; todo?: unknown; faults?: unknown };
    if (typeof code === "string" && typeof todo === "string") {
      return {
        code,
        message: error.message,
        todo,
        ...(Array.isArray(faults) ? { faults: faults as Fault[] } : {}),
      };
    }
  }
  return crashed("the planning run stopped with an unexpected error");
}

/** The error of a run that broke without saying what it stumbled over. */
export function crashed(message: string): JobError {
  return {
    code: "job-crashed",
    message,
    todo: "Start the job again; if it happens again, report it with the job's id and the server's log.",
  };
}
