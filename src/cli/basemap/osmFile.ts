/**
 * Reads OpenStreetMap's own file format (.osm.pbf), block by block, so that a file may be larger than
 * memory. Format: https://wiki.openstreetmap.org/wiki/PBF_Format
 */
import { closeSync, openSync, readSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { PbfReader } from "pbf";

export type Tags = Readonly<Record<string, string>>;

export interface OsmWay {
  readonly id: number;
  readonly tags: Tags;
  readonly nodes: readonly number[];
}

export interface OsmRelation {
  readonly id: number;
  readonly tags: Tags;
  /** Members that are ways. */
  readonly ways: readonly { readonly id: number; readonly role: string }[];
}

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** What is wanted of a file; what is not asked for is not unpacked. */
export interface OsmVisitor {
  /** The area that the file says it holds. */
  bounds?(box: Box): void;
  node?(id: number, lon: number, lat: number, tags: Tags | null): void;
  way?(way: OsmWay): void;
  relation?(relation: OsmRelation): void;
}

/** The file is not a whole .osm.pbf. */
export class MapFileBroken extends Error {
  override readonly name = "MapFileBroken";
}

const NANO = 1e-9;
const WAY_MEMBER = 1;
const NO_TAGS: Tags = {};

function* blobs(file: string): Generator<{ readonly kind: string; readonly data: Uint8Array }> {
  const handle = openSync(file, "r");
  const take = (length: number): Buffer => {
    const buffer = Buffer.alloc(length);
    const got = readSync(handle, buffer, 0, length, null);
    if (got !== length && got !== 0) throw new MapFileBroken(`${file} ends in the middle of a block`);
    return got === 0 ? Buffer.alloc(0) : buffer;
  };
  try {
    for (;;) {
      const size = take(4);
      if (size.length === 0) return;
      if (size.readUInt32BE() > 64 * 1024) throw new MapFileBroken(`${file} is no .osm.pbf file`);
      const head = { kind: "", size: 0 };
      new PbfReader(take(size.readUInt32BE())).readFields((tag, result, pbf) => {
        if (tag === 1) result.kind = pbf.readString();
        else if (tag === 3) result.size = pbf.readVarint();
      }, head);
      const blob = new PbfReader(take(head.size)).readFields<{ raw?: Uint8Array; zlib?: Uint8Array }>(
        (tag, result, pbf) => {
          if (tag === 1) result.raw = pbf.readBytes();
          else if (tag === 3) result.zlib = pbf.readBytes();
        },
        {},
      );
      const data = blob.raw ?? (blob.zlib === undefined ? undefined : inflateSync(blob.zlib));
      if (data === undefined) throw new MapFileBroken(`${file} is packed in a way that is not known here`);
      yield { kind: head.kind, data };
    }
  } finally {
    closeSync(handle);
  }
}

function readBounds(data: Uint8Array): Box | null {
  const found: { box: Box | null } = { box: null };
  new PbfReader(data).readFields((tag, result, pbf) => {
    if (tag !== 1) return;
    const [west, east, north, south] = [0, 0, 0, 0];
    const sides = pbf.readMessage(
      (side, all, inner) => {
        all[side - 1] = inner.readSVarint() * NANO;
      },
      [west, east, north, south],
    );
    result.box = [sides[0]!, sides[3]!, sides[1]!, sides[2]!];
  }, found);
  return found.box;
}

/** Sums of a list of differences. */
function undelta(list: number[]): number[] {
  for (let i = 1; i < list.length; i += 1) list[i] = list[i]! + list[i - 1]!;
  return list;
}

interface Block {
  readonly strings: string[];
  readonly groups: { readonly from: number; readonly to: number }[];
  granularity: number;
  latOffset: number;
  lonOffset: number;
}

function tagsOf(block: Block, keys: readonly number[], values: readonly number[]): Tags {
  if (keys.length === 0) return NO_TAGS;
  return Object.fromEntries(keys.map((key, i) => [block.strings[key]!, block.strings[values[i]!]!]));
}

function readDense(pbf: PbfReader, block: Block, node: NonNullable<OsmVisitor["node"]>): void {
  const lists = pbf.readMessage<{ ids: number[]; lats: number[]; lons: number[]; tags: number[] }>(
    (tag, found, inner) => {
      if (tag === 1) inner.readPackedSVarint(found.ids);
      else if (tag === 8) inner.readPackedSVarint(found.lats);
      else if (tag === 9) inner.readPackedSVarint(found.lons);
      else if (tag === 10) inner.readPackedVarint(found.tags);
    },
    { ids: [], lats: [], lons: [], tags: [] },
  );
  const [ids, lats, lons] = [undelta(lists.ids), undelta(lists.lats), undelta(lists.lons)];
  let at = 0;
  for (let i = 0; i < ids.length; i += 1) {
    let tags: Record<string, string> | null = null;
    // Keys and values in turn, 0 after each node's.
    while (at < lists.tags.length && lists.tags[at] !== 0) {
      tags ??= {};
      tags[block.strings[lists.tags[at]!]!] = block.strings[lists.tags[at + 1]!]!;
      at += 2;
    }
    at += 1;
    const lon = (block.lonOffset + block.granularity * lons[i]!) * NANO;
    const lat = (block.latOffset + block.granularity * lats[i]!) * NANO;
    node(ids[i]!, lon, lat, tags);
  }
}

function readWay(pbf: PbfReader, block: Block): OsmWay {
  const found = pbf.readMessage<{ id: number; keys: number[]; values: number[]; nodes: number[] }>(
    (tag, way, inner) => {
      if (tag === 1) way.id = inner.readVarint();
      else if (tag === 2) inner.readPackedVarint(way.keys);
      else if (tag === 3) inner.readPackedVarint(way.values);
      else if (tag === 8) inner.readPackedSVarint(way.nodes);
    },
    { id: 0, keys: [], values: [], nodes: [] },
  );
  return { id: found.id, tags: tagsOf(block, found.keys, found.values), nodes: undelta(found.nodes) };
}

function readRelation(pbf: PbfReader, block: Block): OsmRelation {
  const empty = { id: 0, keys: [], values: [], roles: [], members: [], kinds: [] };
  const found = pbf.readMessage<
    Record<"keys" | "values" | "roles" | "members" | "kinds", number[]> & { id: number }
  >((tag, relation, inner) => {
    if (tag === 1) relation.id = inner.readVarint();
    else if (tag === 2) inner.readPackedVarint(relation.keys);
    else if (tag === 3) inner.readPackedVarint(relation.values);
    else if (tag === 8) inner.readPackedVarint(relation.roles);
    else if (tag === 9) inner.readPackedSVarint(relation.members);
    else if (tag === 10) inner.readPackedVarint(relation.kinds);
  }, empty);
  const members = undelta(found.members);
  return {
    id: found.id,
    tags: tagsOf(block, found.keys, found.values),
    ways: members.flatMap((id, i) =>
      found.kinds[i] === WAY_MEMBER ? [{ id, role: block.strings[found.roles[i]!] ?? "" }] : [],
    ),
  };
}

function readBlock(data: Uint8Array, visitor: OsmVisitor): void {
  const block: Block = { strings: [], groups: [], granularity: 100, latOffset: 0, lonOffset: 0 };
  const pbf = new PbfReader(data);
  pbf.readFields((tag, result, outer) => {
    if (tag === 1) {
      outer.readMessage((field, strings, inner) => {
        if (field === 1) strings.push(inner.readString());
      }, result.strings);
    } else if (tag === 2) {
      // Looked at once the strings and scales are known, which may stand behind.
      const length = outer.readVarint();
      result.groups.push({ from: outer.pos, to: outer.pos + length });
      outer.pos += length;
    } else if (tag === 17) result.granularity = outer.readVarint();
    else if (tag === 19) result.latOffset = outer.readVarint(true);
    else if (tag === 20) result.lonOffset = outer.readVarint(true);
  }, block);
  for (const { from, to } of block.groups) {
    pbf.pos = from;
    pbf.readFields(
      (tag, _, inner) => {
        if (tag === 1) throw new MapFileBroken("nodes that are not dense are not known here");
        if (tag === 2 && visitor.node !== undefined) readDense(inner, block, visitor.node.bind(visitor));
        else if (tag === 3) visitor.way?.(readWay(inner, block));
        else if (tag === 4) visitor.relation?.(readRelation(inner, block));
      },
      null,
      to,
    );
  }
}

/**
 * Shows every element of the file to the visitor, in the file's order: nodes, ways, relations.
 *
 * @throws MapFileBroken where the file is no .osm.pbf, or ends too early
 */
export function readOsm(file: string, visitor: OsmVisitor): void {
  for (const { kind, data } of blobs(file)) {
    if (kind === "OSMData") readBlock(data, visitor);
    else if (kind === "OSMHeader") {
      const box = readBounds(data);
      if (box !== null) visitor.bounds?.(box);
    }
  }
}
