// One osrm-routed for each mode on loopback, in the background, remembered in a file.
import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PROFILES } from "./maps.mjs";

const stateFile = (root) => join(root, "servers.json");
const url = (port) => `http://127.0.0.1:${port}`;

/** What `start` left behind, or null. */
export function running(root) {
  if (!existsSync(stateFile(root))) return null;
  const state = JSON.parse(readFileSync(stateFile(root), "utf8"));
  return state.servers.every((server) => alive(server.pid)) ? state : null;
}

/** Whether the process is still there and still an osrm-routed (numbers are reused after a restart). */
function alive(pid) {
  const proc = `/proc/${pid}/cmdline`;
  if (existsSync("/proc/self")) return existsSync(proc) && readFileSync(proc, "utf8").includes("osrm-routed");
  return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout.includes(
    "osrm-routed",
  );
}

/** Waits until a server answers for this map; throws with its log if it never does. */
async function answers(server, version, log) {
  for (let tries = 0; tries < 150; tries++) {
    if (!alive(server.pid)) break;
    try {
      const reply = await fetch(`${server.url}/nearest/v1/driving/24.945,60.170`);
      const body = await reply.json();
      if (body.data_version === version) return;
      throw new Error(
        `port ${server.port} answers for another map (${body.data_version}); choose another --port`,
      );
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // fetch: connection refused, not up yet
    }
    await sleep(100);
  }
  throw new Error(
    `osrm-routed for ${server.mode} did not come up on port ${server.port}:\n${readFileSync(log, "utf8").slice(-800)}`,
  );
}

/** Starts the servers on `port`, `port + 1`, ... in the order of PROFILES. */
export async function start(root, tool, data, port) {
  const state = { version: data.version, servers: [] };
  mkdirSync(join(root, "logs"), { recursive: true });
  for (const [index, mode] of Object.keys(PROFILES).entries()) {
    const log = join(root, "logs", `${mode}.log`);
    const file = openSync(log, "w");
    // WARNING: at INFO the server writes every coordinate it is asked about, that is, homes.
    const flags = ["-i", "127.0.0.1", "-p", String(port + index), "-a", "mld", "--verbosity", "WARNING"];
    const child = spawn(tool.program("osrm-routed"), [...flags, "map.osrm"], {
      cwd: data.home(mode),
      detached: true,
      stdio: ["ignore", file, file],
    });
    closeSync(file);
    child.unref();
    state.servers.push({ mode, port: port + index, url: url(port + index), pid: child.pid });
  }
  try {
    for (const server of state.servers)
      await answers(server, data.version, join(root, "logs", `${server.mode}.log`));
  } catch (error) {
    for (const server of state.servers) end(server.pid);
    throw error;
  }
  writeFileSync(stateFile(root), `${JSON.stringify(state, null, 1)}\n`);
  return state;
}

function end(pid) {
  if (pid && alive(pid)) process.kill(pid, "SIGTERM");
}

/** Ends the servers that `start` started; returns how many were still there. */
export async function stop(root) {
  if (!existsSync(stateFile(root))) return 0;
  const { servers } = JSON.parse(readFileSync(stateFile(root), "utf8"));
  const there = servers.filter((server) => alive(server.pid));
  for (const server of there) end(server.pid);
  for (let tries = 0; tries < 50 && there.some((server) => alive(server.pid)); tries++) await sleep(100);
  rmSync(stateFile(root));
  return there.length;
}
