/** What a command answers when its input is no good: faults as JSON on stderr, exit code 2. */
import type { Fault } from "../contracts/index.js";

export const EXIT = {
  done: 0,
  /** `check`: the plan breaks a rule. */
  invalid: 1,
  badInput: 2,
  /** A fault of the program itself. */
  internal: 3,
  /** The second Ctrl-C, or one before there was anything to write. */
  interrupted: 130,
} as const;

/** Ends a command: the caller must mend something. Carries every fault that was found. */
export class BadInput extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map((fault) => fault.message).join("; "));
    this.name = "BadInput";
  }
}

export type CliCode =
  | "file-unreadable"
  | "file-unwritable"
  | "not-gzip"
  | "not-utf8"
  | "option"
  | "port-in-use"
  | "pins-conflict"
  | "demo-missing";

/** One fault of the command line's own. `path` is empty: it concerns a file or an option as a whole. */
export function cliFault(code: CliCode, message: string, todo: string): Fault {
  return { code, path: "", message, todo };
}

export function badInput(code: CliCode, message: string, todo: string): BadInput {
  return new BadInput([cliFault(code, message, todo)]);
}

/** Ctrl-C came before there was anything to keep. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}
