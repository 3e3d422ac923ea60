/**
 * Records the ways between all places of the demo day as lines, from a running OSRM:
 *
 *   npx tsc -b bench
 *   npm run osrm -- start --map ../shared/data/osm/helsinki-centre.osm.pbf
 *   node dist/bench/generators/helsinki/lines.js OSRM_OPTION RECORDED_DATE
 *
 * Writes fixtures/osrm/helsinki-day-lines.json.gz; same map and engine, same file.
 */
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import {
  encodeLine,
  type LineRecording,
  parseOsrmOption,
  pointKey,
  readDemoDay,
  RoadLines,
} from "../../../src/travel/index.js";

async function main(option?: string, recorded?: string): Promise<void> {
  if (!option || !recorded || !/^\d{4}-\d\d-\d\d$/.test(recorded)) {
    throw new Error("usage: lines.js car=URL,bike=URL,walk=URL YYYY-MM-DD");
  }
  const servers = parseOsrmOption(option);
  const finder = new RoadLines({ osrm: servers, patienceMs: 600_000 });
  const points = readDemoDay("fixtures").places.map(({ lat, lon }) => [lon, lat] as const);
  const modes: Record<string, string[][]> = {};
  for (const mode of Object.keys(servers).toSorted()) {
    const rows: string[][] = [];
    for (const from of points) {
      const found = await finder.lines(
        mode,
        points.map((to) => ({ from, to })),
      );
      // The way from a door to itself is a point.
      rows.push(found.map((line, i) => (line === null || points[i] === from ? "" : encodeLine(line))));
    }
    modes[mode] = rows;
    console.log(`${mode}: ${rows.flat().filter(Boolean).length} lines`);
  }
  const recording: LineRecording = {
    format: "kotikierros/line-recording@1",
    recorded,
    attribution: "OpenStreetMap contributors, ODbL",
    points: points.map(([lon, lat]) => pointKey(lat, lon)),
    modes,
  };
  writeFileSync(
    "fixtures/osrm/helsinki-day-lines.json.gz",
    gzipSync(`${JSON.stringify(recording)}\n`, { level: 9 }),
  );
}

await main(...process.argv.slice(2));
