/** The server: database, threads, queue and API put together, started and ended in order. */
import type { AddressInfo } from "node:net";
import path from "node:path";
import {
  fillInThread,
  JobQueue,
  solveParallel,
  threadDaySolver,
  threadTravel,
  ThreadStudies,
  ThreadDocumentReader,
} from "../jobs/index.js";
import { openDatabase } from "../persistence/index.js";
import { ENGINE_VERSION } from "../planning/engineVersion.js";
import { parseOsrmOption, RoadLines } from "../travel/index.js";
import { type DemoSignIn, demoSignIns, endDemoSignIns } from "./access/demo.js";
import { inviteFirstAdministrator } from "./access/invite.js";
import { buildApp } from "./app.js";
import { createLogger } from "./log.js";
import { livenDemoAccounts } from "./demo/liven.js";
import { demoFixtures, demoLines, demoLoader, demoMaps } from "./demoServer.js";
import { rehearseEdits } from "./rehearsal.js";
import { builtWeb, demoDayFile } from "./plugins/web.js";
import { KEPT_MILLISECONDS } from "./plugins/idempotency.js";
import type { FastifyBaseLogger } from "fastify";

/** The only addresses that the server may listen on without sign-in. */
const LOOPBACK = ["127.0.0.1", "::1", "localhost"];

export class HostRefused extends Error {
  override readonly name = "HostRefused";
  readonly code = "host-refused";
  readonly todo = `Start it with sign-in, or listen on ${LOOPBACK[0]} (the default) and reach the server from elsewhere through a tunnel such as ssh -L.`;
  constructor(host: string) {
    super(
      `the server does not listen on ${host}: without sign-in it serves its own machine only (${LOOPBACK.join(", ")})`,
    );
  }
}

export interface ServerOptions {
  /** 0: any free one. Default 8080. */
  readonly port?: number;
  /** Default 127.0.0.1; anything but this machine is refused without sign-in. */
  readonly host?: string;
  /**
   * `accounts`: people sign in. `demo`: also with demo accounts of each role. Default `none`:
   * everybody is the local administrator.
   */
  readonly signIn?: "none" | "accounts" | "demo";
  /** Database file; made where it is missing. Default data/kotikierros.sqlite. */
  readonly database?: string;
  /** Jobs that run at once. Default 2. */
  readonly maxRunning?: number;
  /** Road servers by mode, `car=URL,walk=URL`; absent: none. */
  readonly osrm?: string;
  /** Load the demo organisation before listening, if the database has no other. Default false. */
  readonly loadDemo?: boolean;
  /** Of the demo's accounts: their days planned and published, and what happened told. Default false. */
  readonly demoDays?: boolean;
  /** Make the first hand edits as quick as later ones, by edits of a day that nobody sees. Default false. */
  readonly rehearse?: boolean;
  /** Default: JSON lines on standard output. */
  readonly logger?: FastifyBaseLogger;
  /** End in good order on SIGINT and SIGTERM. Default false. */
  readonly handleSignals?: boolean;
  /** Folder with street maps (NAME.pmtiles). Default: `maps` beside the database. */
  readonly maps?: string;
  /** Default 64 MB. */
  readonly problemBodyLimit?: number;
  /** What the running day, alarms and phones go by, epoch milliseconds. Default: the machine's clock. */
  readonly now?: () => number;
}

export interface RunningServer {
  readonly url: string;
  /** Address of the one-time link for the first administrator; null: there is one, or no sign-in. */
  readonly firstAdministrator: string | null;
  /** Fulfilled when `rehearse` has been done. */
  readonly rehearsed: Promise<void>;
  /** Of the demo; for printing. */
  readonly demoSignIns: readonly DemoSignIn[];
  /** Ends requests and streams, puts running jobs back in the queue, closes the database. */
  close(): Promise<void>;
}

/** `close` on the first signal; a second one ends the process at once. */
function closeOnSignals(close: () => Promise<void>, logger: FastifyBaseLogger): void {
  let asked = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (asked) process.exit(1);
    asked = true;
    logger.info({ signal }, "ending");
    close().then(
      () => {
        process.exitCode = 0;
      },
      (error: unknown) => {
        logger.error({ err: error }, "could not end in good order");
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
}

/**
 * Starts the server: migrates the database, takes up jobs that were cut off, and listens.
 *
 * @throws HostRefused for a host that is not this machine
 * @throws DatabaseInUse if another server works on the database
 * @throws MigrationRefused if the database belongs to another version of the program
 * @throws OsrmOptionError if `osrm` cannot be read
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const host = options.host ?? LOOPBACK[0]!;
  const signIn = options.signIn ?? "none";
  if (signIn === "none" && !LOOPBACK.includes(host)) throw new HostRefused(host);
  const osrm = options.osrm ?? null;
  if (osrm !== null) parseOsrmOption(osrm);
  const logger = options.logger ?? createLogger();
  const file = options.database ?? "data/kotikierros.sqlite";
  const database = await openDatabase(file, { serving: true });
  const log = (event: string, facts: Readonly<Record<string, unknown>>): void => logger.info(facts, event);
  const onCrash = (trace: object): void => logger.error({ trace }, "a thread broke down");
  const reader = new ThreadDocumentReader({ onCrash });
  const roads = { osrm, database: file, onCrash, ...demoFixtures() };
  const queue = new JobQueue({
    jobs: database.jobs,
    plans: database.plans,
    problems: database.problems,
    solve: solveParallel,
    fill: (document, estimate, kill) => fillInThread(document, estimate, kill, roads),
    log,
    bounds: { runner: new ThreadStudies({ onCrash, niceness: 10 }), store: database.bounds },
    ...(options.maxRunning === undefined ? {} : { maxRunning: options.maxRunning }),
  });
  const web = builtWeb();
  const demoOffice = demoLoader(database);
  const app = await buildApp({
    problems: database.problems,
    plans: database.plans,
    versions: database.versions,
    actuals: database.actuals,
    solver: threadDaySolver(),
    alarms: { travel: threadTravel(roads) },
    study: {
      runner: new ThreadStudies({ onCrash }),
      bounds: database.bounds,
      ways: new RoadLines({
        osrm: osrm === null ? {} : parseOsrmOption(osrm),
        cache: database.lines,
        ...demoLines(),
      }),
    },
    nurses: database.nurses,
    phone: database.phone,
    days: { store: database.dayList, ...demoDayFile() },
    ...(web === undefined ? {} : { web }),
    maps: { folders: [options.maps ?? path.join(path.dirname(file), "maps"), ...demoMaps()] },
    generation: { ...database.generation, ...demoOffice },
    ...(signIn === "none" ? {} : { signIn: database.accounts }),
    contact: database.contact,
    idempotency: database.idempotency,
    standing: database.standing,
    jobs: queue,
    reader,
    logger,
    version: ENGINE_VERSION,
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(options.problemBodyLimit === undefined ? {} : { problemBodyLimit: options.problemBodyLimit }),
  });

  const release = async (): Promise<void> => {
    await app.close();
    await queue.close();
    await reader.close();
    await database.close();
  };
  try {
    if (options.loadDemo === true) await demoOffice.loadDemo?.("demo");
    if (signIn !== "demo") await endDemoSignIns(database.accounts);
    await database.idempotency.purge(new Date(Date.now() - KEPT_MILLISECONDS), true);
    await app.listen({ host, port: options.port ?? 8080 });
    await queue.start();
  } catch (error) {
    await release();
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  logger.info(
    { url, docs: `${url}/docs`, migrations: database.applied, signIn },
    signIn === "none" ? "listening on this machine only, without sign-in" : "listening",
  );
  const signIns = signIn === "demo" ? await demoSignIns(database.accounts, new Date()) : [];
  if (signIns.length > 0 && options.demoDays === true)
    await livenDemoAccounts(app, database.accounts, signIns, Date.now());
  const invitation = signIn === "none" ? null : await inviteFirstAdministrator(database.accounts, new Date());
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= release());
  if (options.handleSignals === true) closeOnSignals(close, logger);
  const rehearsed =
    options.rehearse === true ? rehearseEdits(() => closing === null, logger) : Promise.resolve();
  return {
    url,
    rehearsed,
    firstAdministrator: invitation === null ? null : `${url}${invitation.link}`,
    demoSignIns: signIns,
    close,
  };
}
