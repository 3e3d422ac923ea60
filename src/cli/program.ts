/** All commands and their options. */
import { Command } from "commander";
import { ENGINE_VERSION } from "../planning/engineVersion.js";
import { boundCommand } from "./commands/bound.js";
import { checkCommand } from "./commands/check.js";
import { compareCommand } from "./commands/compare.js";
import { demoCommand } from "./commands/demo.js";
import { exportCommand } from "./commands/export.js";
import { explainCommand } from "./commands/explain.js";
import { promisesCommand } from "./commands/promises.js";
import { importCommand } from "./commands/import.js";
import { robustnessCommand } from "./commands/robustness.js";
import { serveCommand } from "./commands/serve.js";
import { solveCommand } from "./commands/solve.js";
import { EXIT } from "./faults.js";

const AFTER = `
Exit codes: 0 done, 1 the plan breaks a rule (check), 2 bad input (the faults as JSON on stderr:
code, path, message, what to do; docs/errors.md lists the codes), 3 a fault of the program.

Files are JSON as docs/problem.schema.json and docs/plan.schema.json describe them; names that
end in .gz are gzipped. Results go to stdout, messages and progress to stderr.`;

/** The program, ready to parse. `complain` gets what commander says of wrong options. */
export function buildProgram(complain: (text: string) => void): Command {
  const program = new Command("kotikierros")
    .description("Plans the day of a home-care team: who visits whom, when, and by which way.")
    .version(ENGINE_VERSION)
    .showSuggestionAfterError(true)
    .helpCommand(true)
    .addHelpText("after", AFTER);
  for (const command of [
    solveCommand(),
    checkCommand(),
    boundCommand(),
    explainCommand(),
    compareCommand(),
    robustnessCommand(),
    promisesCommand(),
    importCommand(),
    exportCommand(),
    serveCommand(),
    demoCommand(),
  ]) {
    program.addCommand(command);
  }
  program.action(() => {
    process.stderr.write(program.helpInformation() + AFTER + "\n");
    process.exitCode = EXIT.badInput;
  });
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeErr: complain });
  }
  return program;
}
