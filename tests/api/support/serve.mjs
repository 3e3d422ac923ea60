// The real server as a process of its own, for tests that end it the hard way. Prints its address.
import { createLogger } from "../../../dist/src/api/index.js";
import { startServer } from "../../../dist/src/api/server.js";

const quiet = createLogger({ write() {} });
const server = await startServer({ port: 0, database: process.argv[2], logger: quiet, handleSignals: true });
process.stdout.write(`${server.url}\n`);
