/** `basemap`: a street map for the board, from OpenStreetMap data. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { badInput } from "../faults.js";

const DESCRIPTION = `Makes a street map of a municipality for the board out of an OpenStreetMap extract (.osm.pbf),
such as national and regional ones that anybody may download, or a part cut out with osmium. The file (PMTiles)
goes into the folder that \`serve --maps\` names, so that no map is ever asked of another host.
Map data are (c) OpenStreetMap contributors, ODbL; the board says so.`;

interface BasemapFlags {
  readonly out: string;
  readonly name?: string;
  readonly box?: string;
}

export function basemapCommand(): Command {
  return new Command("basemap")
    .summary("make a street map for the board from OpenStreetMap data")
    .description(DESCRIPTION)
    .argument("<map.osm.pbf>", "the extract")
    .requiredOption("--out <file>", "where to write it, NAME.pmtiles")
    .option("--name <text>", "what the map is called (default: the file's name)")
    .option("--box <west,south,east,north>", "the area, in degrees (default: what the extract says it holds)")
    .action(basemap);
}

function boxOf(text: string): readonly [number, number, number, number] {
  const [west, south, east, north, ...more] = text.split(",").map(Number);
  const right =
    more.length === 0 &&
    [west, south, east, north].every((side) => side !== undefined && Number.isFinite(side)) &&
    west! < east! &&
    south! < north! &&
    Math.max(Math.abs(south!), Math.abs(north!)) < 85;
  if (right) return [west!, south!, east!, north!];
  throw badInput("option", `--box ${text} is no area`, "Give west,south,east,north in degrees.");
}

async function basemap(file: string, flags: BasemapFlags): Promise<void> {
  if (!existsSync(file))
    throw badInput("file-unreadable", `there is no file ${file}`, "Name an .osm.pbf file.");
  if (!flags.out.endsWith(".pmtiles"))
    throw badInput("option", `--out ${flags.out} does not end in .pmtiles`, "Name it so.");
  const box = flags.box === undefined ? undefined : boxOf(flags.box);
  const { makeBasemap, MapFileBroken, MapWithoutBounds } = await import("../basemap/index.js");
  const name = flags.name ?? path.basename(flags.out, ".pmtiles");
  const made = (() => {
    try {
      return makeBasemap(file, { name, ...(box === undefined ? {} : { box }) });
    } catch (error) {
      if (error instanceof MapFileBroken)
        throw badInput("file-unreadable", error.message, "Fetch the extract again, whole.");
      if (error instanceof MapWithoutBounds)
        throw badInput("option", error.message, "Name the area with --box.");
      throw error;
    }
  })();
  if (made.brokenCoast > 0)
    console.error(
      `${made.brokenCoast} ends of coastlines lie within the area: look whether the sea is right`,
    );
  mkdirSync(path.dirname(flags.out), { recursive: true });
  writeFileSync(flags.out, made.bytes);
  console.log(
    JSON.stringify({ out: flags.out, bytes: made.bytes.length, shapes: made.shapes, box: made.box }),
  );
}
