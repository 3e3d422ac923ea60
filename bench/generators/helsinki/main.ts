/**
 * Makes the demo days from a running OSRM:
 *
 *   npx tsc -b bench
 *   npm run osrm -- start --map ../shared/data/osm/helsinki-centre.osm.pbf
 *   node dist/bench/generators/helsinki/main.js day OSRM_OPTION RECORDED_DATE
 *   npm run osrm
 *   node dist/bench/generators/helsinki/main.js small OSRM_OPTION RECORDED_DATE
 *
 * OSRM_OPTION as `npm run osrm` prints it, RECORDED_DATE as YYYY-MM-DD. Same map and engine,
 * same files: fixtures/helsinki-day* and fixtures/kluuvi*, with the server's answers in
 * fixtures/osrm.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Problem } from "../../../src/contracts/index.js";
import {
  createTravelTimes,
  type OsrmModeConfig,
  parseOsrmOption,
  Recorder,
  writeRecording,
} from "../../../src/travel/index.js";
import { Draw, seedFor } from "../../generate/draw.js";
import { INNER_CITY, KLUUVI } from "./areas.js";
import { helsinkiDay } from "./day.js";
import { drawDoors, type Roads } from "./doors.js";
import { smallDay } from "./smallDay.js";

const SEED = 20261123;
const draw = (part: string): Draw => new Draw(seedFor(SEED, part));

interface Made {
  readonly name: string;
  readonly problem: Problem;
}

async function made(which: string | undefined, roads: Roads): Promise<Made> {
  if (which === "day") {
    return {
      name: "helsinki-day",
      problem: helsinkiDay(await drawDoors(roads, INNER_CITY, draw("doors")), SEED),
    };
  }
  return {
    name: "kluuvi",
    problem: smallDay(await drawDoors(roads, KLUUVI, draw("small-doors")), draw("small")),
  };
}

async function main(which?: string, option?: string, recorded?: string): Promise<void> {
  if ((which !== "day" && which !== "small") || !option || !recorded || !/^\d{4}-\d\d-\d\d$/.test(recorded)) {
    throw new Error("usage: main.js day|small car=URL,bike=URL,walk=URL YYYY-MM-DD");
  }
  const servers = Object.entries(parseOsrmOption(option));
  const { name, problem } = await made(
    which,
    Object.fromEntries(servers.map(([mode, { url }]) => [mode, url])),
  );
  const recorders = new Map(servers.map(([mode]) => [mode, new Recorder()]));
  const osrm = Object.fromEntries(
    servers.map(([mode, { url }]): [string, OsrmModeConfig] => {
      const recorder = recorders.get(mode);
      return [mode, { url, recorded, ...(recorder ? { fetch: recorder.fetch } : {}) }];
    }),
  );
  const filled = await createTravelTimes({ osrm }).fill(problem);
  if (!filled.ok) throw new Error(JSON.stringify(filled.faults, null, 1));
  for (const warning of filled.warnings) console.warn(`${warning.code}: ${warning.message}`);
  writeFileSync(`fixtures/${name}.json.gz`, gzipSync(`${JSON.stringify(filled.problem)}\n`, { level: 9 }));
  writeFileSync(`fixtures/${name}-nomatrix.json`, `${JSON.stringify(problem, null, 1)}\n`);
  mkdirSync("fixtures/osrm", { recursive: true });
  for (const [mode, recorder] of recorders) {
    writeRecording(`fixtures/osrm/${name}-${mode}.json.gz`, recorder.recording(recorded));
  }
  console.log(
    `${problem.visits.length} visits, ${problem.clients.length} clients, ${problem.shifts.length} shifts`,
  );
}

await main(process.argv[2], process.argv[3], process.argv[4]);
