/** What a street map tells of itself in its first bytes. Format: PMTiles, version 3. */
import { open } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

export interface MapFacts {
  readonly name: string;
  readonly attribution: string;
  /** West, south, east, north in degrees. */
  readonly bounds: [number, number, number, number];
  readonly minZoom: number;
  readonly maxZoom: number;
}

const HEAD = 127;
const GZIP = 2;
const VECTOR = 1;
/** Facts are a few hundred bytes; more is no map of ours. */
const MOST_FACTS = 1_000_000;
const unpack = promisify(gunzip);

const textOf = (facts: unknown, key: string): string => {
  const value: unknown = typeof facts === "object" && facts !== null ? Reflect.get(facts, key) : undefined;
  return typeof value === "string" ? value : "";
};

/** Null: the file is no vector map in this format. */
export async function readMapFacts(file: string): Promise<MapFacts | null> {
  const handle = await open(file);
  try {
    const take = async (from: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
      return buffer.subarray(0, bytesRead);
    };
    const head = await take(0, HEAD);
    const isMap = head.length === HEAD && head.toString("latin1", 0, 7) === "PMTiles" && head[7] === 3;
    if (!isMap || head[99] !== VECTOR || head[97] !== GZIP) return null;
    const [at, length] = [Number(head.readBigUInt64LE(24)), Number(head.readBigUInt64LE(32))];
    if (length > MOST_FACTS) return null;
    const facts: unknown = JSON.parse((await unpack(await take(at, length))).toString("utf8"));
    const side = (i: number): number => head.readInt32LE(102 + 4 * i) / 1e7;
    return {
      name: textOf(facts, "name"),
      attribution: textOf(facts, "attribution"),
      bounds: [side(0), side(1), side(2), side(3)],
      minZoom: head[100]!,
      maxZoom: head[101]!,
    };
  } finally {
    await handle.close();
  }
}
