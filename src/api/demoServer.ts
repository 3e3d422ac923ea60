/** Wires the demo organisation: the recorded day, its roads, and the stores that take them. */
import { existsSync } from "node:fs";
import path from "node:path";
import { ORGANISATION_TIME_ZONE } from "../contracts/standing/basics.js";
import { localDays } from "../domain/localDays.js";
import type { Stores } from "../persistence/index.js";
import { type DemoOutcome, loadDemoOrganisation } from "../planning/demo/index.js";
import {
  cacheDemoRoads,
  demoStreets,
  readDemoDay,
  RecordedLines,
  type TravelCache,
} from "../travel/index.js";
import { demoDayFile } from "./plugins/web.js";

/** The folder with the demo's recordings; nothing where the repository is not whole. */
export function demoFixtures(): { readonly demoRoads?: string } {
  const { demoFile } = demoDayFile();
  return demoFile === undefined ? {} : { demoRoads: path.dirname(demoFile) };
}

/** The demo's ways as lines on the map, recorded from a real road server. */
export function demoLines(): { readonly recorded?: RecordedLines } {
  const { demoRoads } = demoFixtures();
  const file = path.join(demoRoads ?? "", "osrm", "helsinki-day-lines.json.gz");
  return demoRoads === undefined || !existsSync(file) ? {} : { recorded: new RecordedLines(file) };
}

/** The folder with the demo's street map. */
export function demoMaps(): readonly string[] {
  const { demoRoads } = demoFixtures();
  return demoRoads === undefined ? [] : [path.join(demoRoads, "maps")];
}

/** @param now the clock; default the machine's */
export function demoLoader(
  stores: Pick<Stores, "standing" | "travelTimes">,
  now: () => Date = () => new Date(),
): { readonly loadDemo?: (author: string) => Promise<DemoOutcome> } {
  const { demoRoads: folder } = demoFixtures();
  if (folder === undefined) return {};
  return {
    loadDemo: (author) => {
      const at = now();
      return loadDemoOrganisation({
        store: stores.standing.store,
        day: readDemoDay(folder),
        streets: demoStreets(folder),
        prepareRoads: () => cacheDemoRoads(folder, stores.travelTimes as TravelCache),
        author,
        now: at,
        today: localDays(ORGANISATION_TIME_ZONE).dateOf(Math.floor(at.getTime() / 1000)),
      });
    },
  };
}
