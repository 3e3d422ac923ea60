// The real server as a process of its own that is killed in the midst of its work: right after the n-th
// statement to the database from the message "count" on. Prints its address.
import { createLogger } from "../../../dist/src/api/index.js";
import { startServer } from "../../../dist/src/api/server.js";
import { OneConnection } from "../../../dist/src/persistence/connection.js";

const [, , database, last] = process.argv;
let left = Infinity;
const { createClient } = OneConnection.prototype;
OneConnection.prototype.createClient = function (config) {
  const client = createClient.call(this, config);
  const { execute } = client;
  client.execute = async (...statement) => {
    const result = await execute.apply(client, statement);
    if (--left === 0) process.kill(process.pid, "SIGKILL");
    return result;
  };
  return client;
};

const server = await startServer({ port: 0, database, logger: createLogger({ write() {} }) });
process.once("message", () => {
  left = Number(last);
  process.send("counting");
});
process.stdout.write(`${server.url}\n`);
