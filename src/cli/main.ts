#!/usr/bin/env node
/** The command line. Results go to stdout, messages to stderr; see docs/cli.md. */
import { CommanderError } from "commander";
import { BadInput, cliFault, EXIT, Interrupted } from "./faults.js";
import { buildProgram } from "./program.js";

/** The reader of a pipe may leave early (`| head`): that is no fault of ours. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.done);
  throw error;
});

async function main(): Promise<number> {
  const complaints: string[] = [];
  const program = await buildProgram((text) => complaints.push(text), process.argv[2]);
  try {
    await program.parseAsync();
    return Number(process.exitCode ?? EXIT.done);
  } catch (error) {
    if (error instanceof BadInput) return told(error);
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.done;
      const message =
        complaints
          .join("")
          .trim()
          .split("\n")[0]
          ?.replace(/^error: /, "") ?? error.message;
      return told(new BadInput([cliFault("option", message, "Run it with --help.")]));
    }
    if (!(error instanceof Interrupted)) return broken(error);
    process.stderr.write("Stopped before there was a plan; nothing was written.\n");
    return EXIT.interrupted;
  }
}

/** Faults as one JSON document, one fault a line. */
function told(error: BadInput): number {
  const faults = error.faults.map((fault) => ` ${JSON.stringify(fault)}`);
  process.stderr.write(`{"faults": [\n${faults.join(",\n")}\n]}\n`);
  return EXIT.badInput;
}

/** A fault of ours. The stack helps us only, and is shown on request. */
function broken(error: unknown): number {
  const wantsStack = process.env["KOTIKIERROS_DEBUG"] !== undefined;
  const words =
    error instanceof Error ? ((wantsStack ? error.stack : undefined) ?? error.message) : String(error);
  process.stderr.write(
    `kotikierros: a fault of the program: ${words}\nRun it with KOTIKIERROS_DEBUG=1 to see where.\n`,
  );
  return EXIT.internal;
}

process.exitCode = await main();
