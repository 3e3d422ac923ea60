// A map made ready for routing: one data set for each mode.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ENGINE_VERSION, run } from "./tools.mjs";

/** Our mode -> the engine's profile. */
export const PROFILES = { car: "car", bike: "bicycle", walk: "foot" };

/**
 * Extracts, partitions and customises `map` (an .osm.pbf) for every mode, unless that was
 * done before with the same file and engine. Returns {name, version, home(mode)};
 * the data set is `map.osrm` in the home folder of the mode.
 *
 * The version stands in every answer as `data_version`: it changes with the map's bytes and
 * with the engine, because either may change the times, and our cache trusts it.
 * Partition and customise (MLD) rather than contract (CH): same answers, and contracting
 * the foot network takes minutes where these two take a fraction of a second.
 */
export function prepare(root, tool, map) {
  if (!existsSync(map)) throw new Error(`No map at ${map}. Give an existing file with --map FILE.osm.pbf`);
  const digest = createHash("sha256").update(readFileSync(map)).digest("hex").slice(0, 12);
  const name = basename(map)
    .replace(/\.osm\.pbf$/, "")
    .toLowerCase();
  const version = `${name}-${digest}-osrm-${ENGINE_VERSION}`;
  const folder = join(root, "maps", version);
  const home = (mode) => join(folder, mode);
  const stamp = join(folder, "ready");
  if (!existsSync(stamp)) {
    rmSync(folder, { recursive: true, force: true });
    for (const [mode, profile] of Object.entries(PROFILES)) {
      console.error(`preparing ${name} for ${mode}`);
      mkdirSync(home(mode), { recursive: true });
      // Run inside the folder: the engine cuts the first ".osrm" out of a path, ours included.
      const step = (program, args) =>
        run(tool.program(program), [...args, "--verbosity", "ERROR"], "Is the map a whole .osm.pbf file?", {
          cwd: home(mode),
        });
      step("osrm-extract", [map, "-p", tool.profile(profile), "-d", version, "-o", "map"]);
      step("osrm-partition", ["map.osrm"]);
      step("osrm-customize", ["map.osrm"]);
    }
    writeFileSync(stamp, "");
  }
  return { name, version, home };
}
