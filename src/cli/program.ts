/** All commands and their options. */
import { Command } from "commander";
import { ENGINE_VERSION } from "../planning/engineVersion.js";
import { EXIT } from "./faults.js";

const AFTER = `
Exit codes: 0 done, 1 the plan breaks a rule (check), 2 bad input (the faults as JSON on stderr:
code, path, message, what to do; docs/errors.md lists the codes), 3 a fault of the program.

Files are JSON as docs/problem.schema.json and docs/plan.schema.json describe them; names that
end in .gz are gzipped. Results go to stdout, messages and progress to stderr.`;

/** Each command by its name. Only what is asked for is loaded: most of a short run is loading. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  solve: async () => (await import("./commands/solve.js")).solveCommand(),
  check: async () => (await import("./commands/check.js")).checkCommand(),
  bound: async () => (await import("./commands/bound.js")).boundCommand(),
  explain: async () => (await import("./commands/explain.js")).explainCommand(),
  compare: async () => (await import("./commands/compare.js")).compareCommand(),
  robustness: async () => (await import("./commands/robustness.js")).robustnessCommand(),
  promises: async () => (await import("./commands/promises.js")).promisesCommand(),
  import: async () => (await import("./commands/import.js")).importCommand(),
  export: async () => (await import("./commands/export.js")).exportCommand(),
  serve: async () => (await import("./commands/serve.js")).serveCommand(),
  demo: async () => (await import("./commands/demo.js")).demoCommand(),
  basemap: async () => (await import("./commands/basemap.js")).basemapCommand(),
};

/** The program, ready to parse. `complain` gets what commander says of wrong options; `asked` is the first word given. */
export async function buildProgram(complain: (text: string) => void, asked?: string): Promise<Command> {
  const program = new Command("kotikierros")
    .description("Plans the day of a home-care team: who visits whom, when, and by which way.")
    .version(ENGINE_VERSION)
    .showSuggestionAfterError(true)
    .helpCommand(true)
    .addHelpText("after", AFTER);
  const load = asked !== undefined && Object.hasOwn(COMMANDS, asked) ? COMMANDS[asked] : undefined;
  for (const command of load === undefined ? Object.values(COMMANDS) : [load]) {
    program.addCommand(await command());
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
