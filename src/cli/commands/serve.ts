/** `serve`: the HTTP interface on this machine. */
import { Command } from "commander";
import { badInput, BadInput } from "../faults.js";
import { roadServers, wholeNumber } from "../options.js";
import { defaultDatabase } from "../root.js";

const DESCRIPTION = `Starts the HTTP interface: problems, planning jobs, plans, nurses' visit lists.
It listens on this machine only, since there is no sign-in yet; /docs shows every call.
Ctrl-C ends it in good order: a job in work is taken up again at the next start.
Log lines (JSON, without personal data) go to stdout.`;

interface ServeFlags {
  readonly port: number;
  readonly host: string;
  readonly database?: string;
  readonly jobs: number;
  readonly osrm?: string;
}

export function serveCommand(): Command {
  return new Command("serve")
    .summary("start the HTTP interface")
    .description(DESCRIPTION)
    .option("--port <n>", "port; 0 takes any free one", wholeNumber("--port", 0, 65_535), 8080)
    .option("--host <address>", "address of this machine", "127.0.0.1")
    .option("--database <file>", "database file, made where missing (default: data/kotikierros.sqlite)")
    .option("--jobs <n>", "planning jobs that run at once", wholeNumber("--jobs", 1, 64), 2)
    .option("--osrm <mode=url,...>", "road servers that fill in missing travel times")
    .action(serve);
}

async function serve(flags: ServeFlags): Promise<void> {
  if (flags.osrm !== undefined) roadServers(flags.osrm);
  // Loaded here: the server and its database are slow to load, and other commands do without.
  const { startServer } = await import("../../api/server.js");
  try {
    await startServer({
      port: flags.port,
      host: flags.host,
      database: flags.database ?? defaultDatabase(),
      maxRunning: flags.jobs,
      ...(flags.osrm === undefined ? {} : { osrm: flags.osrm }),
      handleSignals: true,
    });
  } catch (error) {
    throw refusal(error, flags);
  }
}

/** What the person at the keyboard can mend is bad input; it carries a code, or the system's. */
function refusal(error: unknown, flags: ServeFlags): unknown {
  if (!(error instanceof Error)) return error;
  const { code, todo } = error as { code?: unknown; todo?: unknown };
  if (code === "EADDRINUSE") {
    return badInput(
      "port-in-use",
      `port ${flags.port} is taken by another program`,
      "Name another one with --port.",
    );
  }
  if (typeof code !== "string" || typeof todo !== "string") return error;
  return new BadInput([{ code, path: "", message: error.message, todo }]);
}
