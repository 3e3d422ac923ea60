/**
 * Writes tiles into one file in the PMTiles format, version 3: a head of 127 bytes, a directory, facts, tiles.
 * Specification: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { PbfWriter } from "pbf";
import { zxyToTileId } from "pmtiles";
import type { Box } from "./osmFile.js";
import type { Tile, Zooms } from "./tiles.js";

interface Entry {
  readonly id: number;
  readonly offset: number;
  readonly length: number;
  /** How many tiles from `id` on are the same; 0: the entry is a directory. */
  run: number;
}

const HEAD = 127;
/** The head and the first directory are read in one go. */
const MOST_ROOT_BYTES = 16_384 - HEAD;
const ENTRIES_A_LEAF = 4_096;
const GZIP = 2;
const MVT = 1;

function directory(entries: readonly Entry[]): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeVarint(entries.length);
  entries.forEach(({ id }, i) => pbf.writeVarint(id - (entries[i - 1]?.id ?? 0)));
  for (const { run } of entries) pbf.writeVarint(run);
  for (const { length } of entries) pbf.writeVarint(length);
  entries.forEach(({ offset }, i) => {
    const before = entries[i - 1];
    // 0: right behind the one before.
    pbf.writeVarint(before !== undefined && before.offset + before.length === offset ? 0 : offset + 1);
  });
  return gzipSync(pbf.finish(), { level: 9 });
}

/** The first directory, and those that it points to where one would be too large. */
function directories(entries: readonly Entry[]): { root: Uint8Array; leaves: Uint8Array } {
  const whole = directory(entries);
  if (whole.length <= MOST_ROOT_BYTES) return { root: whole, leaves: new Uint8Array() };
  const leaves: Uint8Array[] = [];
  const roots: Entry[] = [];
  let offset = 0;
  for (let from = 0; from < entries.length; from += ENTRIES_A_LEAF) {
    const part = entries.slice(from, from + ENTRIES_A_LEAF);
    const leaf = directory(part);
    leaves.push(leaf);
    roots.push({ id: part[0]!.id, offset, length: leaf.length, run: 0 });
    offset += leaf.length;
  }
  return { root: directory(roots), leaves: Buffer.concat(leaves) };
}

const degrees = (value: number): number => Math.round(value * 1e7);

/**
 * @param facts told to whoever reads the file, `attribution` among them
 * @returns the bytes of the file
 */
export function archiveOf(
  tiles: Iterable<Tile>,
  box: Box,
  zooms: Zooms,
  facts: Readonly<Record<string, unknown>>,
): Uint8Array {
  const sorted = [...tiles]
    .map((tile) => ({ id: zxyToTileId(tile.z, tile.x, tile.y), data: tile.data }))
    .toSorted((a, b) => a.id - b.id);
  const entries: Entry[] = [];
  const contents: Uint8Array[] = [];
  const known = new Map<string, { offset: number; length: number }>();
  let size = 0;
  for (const { id, data } of sorted) {
    const digest = createHash("sha256").update(data).digest("base64");
    let place = known.get(digest);
    if (place === undefined) {
      place = { offset: size, length: data.length };
      known.set(digest, place);
      contents.push(data);
      size += data.length;
    }
    const last = entries.at(-1);
    if (last !== undefined && last.id + last.run === id && last.offset === place.offset) last.run += 1;
    else entries.push({ id, run: 1, ...place });
  }
  const { root, leaves } = directories(entries);
  const told = gzipSync(JSON.stringify(facts), { level: 9 });
  const head = Buffer.alloc(HEAD);
  head.write("PMTiles", 0, "latin1");
  head[7] = 3;
  let at = HEAD;
  for (const [field, { length }] of [
    [8, root],
    [24, told],
    [40, leaves],
    [56, { length: size }],
  ] as const) {
    head.writeBigUInt64LE(BigInt(at), field);
    head.writeBigUInt64LE(BigInt(length), field + 8);
    at += length;
  }
  head.writeBigUInt64LE(BigInt(sorted.length), 72);
  head.writeBigUInt64LE(BigInt(entries.length), 80);
  head.writeBigUInt64LE(BigInt(contents.length), 88);
  head[96] = 1; // tiles stand in the order of their ids
  head[97] = GZIP;
  head[98] = GZIP;
  head[99] = MVT;
  head[100] = zooms.min;
  head[101] = zooms.max;
  const [west, south, east, north] = box;
  [west, south, east, north].forEach((side, i) => head.writeInt32LE(degrees(side), 102 + 4 * i));
  head[118] = Math.min(zooms.max, 13);
  head.writeInt32LE(degrees((west + east) / 2), 119);
  head.writeInt32LE(degrees((south + north) / 2), 123);
  return Buffer.concat([head, root, told, leaves, ...contents]);
}
