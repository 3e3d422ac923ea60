/** The server as a process of its own for api-latency.ts. Prints its address; ends with its parent. */
import { createLogger } from "../src/api/index.js";
import { startServer } from "../src/api/server.js";

const [database, maxRunning] = process.argv.slice(2);
// Lines are made as in service and then thrown away.
const logger = createLogger({ write: () => {} });
const server = await startServer({
  port: 0,
  database: database!,
  logger,
  maxRunning: Number(maxRunning),
});
process.stdout.write(`${server.url}\n`);
process.stdin.on("end", () => void server.close());
process.stdin.resume();
