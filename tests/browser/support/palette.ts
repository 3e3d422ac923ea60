/** Pictures of screens in 256 colours: a third of the bytes, and nobody sees the difference. */
import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = 8;
const COLOURS = 256;

interface Image {
  readonly width: number;
  readonly height: number;
  /** Bytes a pixel: 3, or 4 with opacity. */
  readonly depth: number;
  readonly pixels: Buffer;
}

function chunksOf(file: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const chunks = [];
  for (let at = SIGNATURE; at < file.length;) {
    const length = file.readUInt32BE(at);
    chunks.push({
      type: file.toString("latin1", at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

/** What a byte is guessed from: the one to the left, above, and above left (PNG's Paeth). */
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** @param file a PNG of 8 bits a channel, RGB or RGBA, not interlaced, as browsers write it */
function read(file: Buffer): Image {
  const chunks = chunksOf(file);
  const head = chunks[0]!.data;
  const [width, height, type] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9]];
  if (head[8] !== 8 || head[12] !== 0 || (type !== 2 && type !== 6)) throw new Error("not a browser's PNG");
  const depth = type === 6 ? 4 : 3;
  const raw = inflateSync(Buffer.concat(chunks.filter((one) => one.type === "IDAT").map(({ data }) => data)));
  const row = width * depth;
  const pixels = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x += 1) {
      const at = y * row + x;
      const left = x < depth ? 0 : pixels[at - depth]!;
      const up = y === 0 ? 0 : pixels[at - row]!;
      const corner = x < depth || y === 0 ? 0 : pixels[at - row - depth]!;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      pixels[at] = raw[y * (row + 1) + 1 + x]! + guess;
    }
  }
  return { width, height, depth, pixels };
}

/** Colours are counted by their upper five bits a channel. */
const bucketOf = (pixels: Buffer, at: number): number =>
  ((pixels[at]! >> 3) << 10) | ((pixels[at + 1]! >> 3) << 5) | (pixels[at + 2]! >> 3);

type Colour = readonly [number, number, number];

/** Squared distance under which two colours share a place, so that rare ones get theirs. */
const ALIKE = 40;

const distance = ([a, b, c]: Colour, [x, y, z]: Colour): number => (a - x) ** 2 + (b - y) ** 2 + (c - z) ** 2;

/** The colours seen most, each the mean of its bucket and none like one before it. */
function paletteOf({ pixels, depth }: Image): readonly Colour[] {
  const buckets = new Map<number, [count: number, r: number, g: number, b: number]>();
  for (let at = 0; at < pixels.length; at += depth) {
    const key = bucketOf(pixels, at);
    const bucket = buckets.get(key) ?? [0, 0, 0, 0];
    buckets.set(key, bucket);
    bucket[0] += 1;
    for (const channel of [0, 1, 2]) bucket[channel + 1]! += pixels[at + channel]!;
  }
  const chosen: Colour[] = [];
  for (const [n, r, g, b] of [...buckets.values()].toSorted((a, b) => b[0] - a[0])) {
    const colour: Colour = [Math.round(r / n), Math.round(g / n), Math.round(b / n)];
    if (chosen.length < COLOURS && chosen.every((one) => distance(one, colour) >= ALIKE)) chosen.push(colour);
  }
  return chosen;
}

function nearest(palette: readonly Colour[], colour: Colour): number {
  let [best, least] = [0, Infinity];
  for (const [at, one] of palette.entries()) {
    const off = distance(one, colour);
    if (off < least) [best, least] = [at, off];
  }
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The same picture as a PNG of at most 256 colours, without opacity. */
export function inPalette(file: Buffer): Buffer {
  const image = read(file);
  const { width, height, depth, pixels } = image;
  const palette = paletteOf(image);
  const known = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * depth;
      const key = (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
      let index = known.get(key);
      if (index === undefined) {
        index = nearest(palette, [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!]);
        known.set(key, index);
      }
      rows[y * (width + 1) + 1 + x] = index;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    file.subarray(0, SIGNATURE),
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
