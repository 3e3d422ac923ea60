/** `serve`: the HTTP interface on this machine. */
import { Command, Option } from "commander";
import type { RunningServer } from "../../api/server.js";
import { badInput, BadInput } from "../faults.js";
import { roadServers, wholeNumber } from "../options.js";
import { defaultDatabase } from "../root.js";

const DESCRIPTION = `Starts the HTTP interface: problems, planning jobs, plans, nurses' visit lists.
People sign in; the first start prints a one-time link for the administrator. /docs shows every call.
With --open there is no sign-in, and the server listens on this machine only.
Ctrl-C ends it in good order: a job in work is taken up again at the next start.
Log lines (JSON, without personal data) go to stdout.`;

interface ServeFlags {
  readonly port: number;
  readonly host: string;
  readonly database?: string;
  readonly jobs: number;
  readonly osrm?: string;
  readonly maps?: string;
  readonly open?: boolean;
  readonly demo?: boolean;
}

export function serveCommand(): Command {
  return new Command("serve")
    .summary("start the HTTP interface")
    .description(DESCRIPTION)
    .option("--port <n>", "port; 0 takes any free one", wholeNumber("--port", 0, 65_535), 8080)
    .option("--host <address>", "address to listen on; beyond this machine only behind TLS", "127.0.0.1")
    .addOption(
      new Option("--open", "no sign-in: whoever reaches this machine is administrator").conflicts("demo"),
    )
    .option("--demo", "the demo office, and accounts of each role with random passwords, printed at start")
    .option("--database <file>", "database file, made where missing (default: data/kotikierros.sqlite)")
    .option("--jobs <n>", "planning jobs that run at once", wholeNumber("--jobs", 1, 64), 2)
    .option("--maps <folder>", "street maps made by `basemap` (default: maps beside the database)")
    .option("--osrm <mode=url,...>", "road servers that fill in missing travel times")
    .action(serve);
}

async function serve(flags: ServeFlags): Promise<void> {
  if (flags.osrm !== undefined) roadServers(flags.osrm);
  // Loaded here: the server and its database are slow to load, and other commands do without.
  const { startServer } = await import("../../api/server.js");
  if (flags.demo === true) process.stderr.write("The demo office plans its day, some seconds ...\n");
  try {
    const server = await startServer({
      signIn: flags.open === true ? "none" : flags.demo === true ? "demo" : "accounts",
      loadDemo: flags.demo === true,
      demoDays: flags.demo === true,
      port: flags.port,
      host: flags.host,
      database: flags.database ?? defaultDatabase(),
      maxRunning: flags.jobs,
      ...(flags.osrm === undefined ? {} : { osrm: flags.osrm }),
      ...(flags.maps === undefined ? {} : { maps: flags.maps }),
      rehearse: true,
      handleSignals: true,
    });
    // On stderr, so that no secret is in the log.
    process.stderr.write(signInLines(server).join(""));
  } catch (error) {
    throw refusal(error, flags);
  }
}

/** What the demo shows only to those who do something first. */
const WALK =
  "To see a change on the phone: sign in at /phone/ as nurse; on the board, as coordinator, move one of her visits and publish.\n";

function signInLines({ firstAdministrator, demoSignIns }: RunningServer): readonly string[] {
  const lines = demoSignIns.map(
    ({ role, userName, password }) => `${role.padEnd(14)} ${userName}  ${password}\n`,
  );
  return [
    ...(firstAdministrator === null
      ? []
      : [`First administrator, one time, three days: ${firstAdministrator}\n`]),
    ...(lines.length === 0 ? [] : ["Demo accounts (role, user name, password):\n", ...lines, WALK]),
  ];
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
