/** Ways of the demo as lines: what a real OSRM said, kept in a file, so that its map shows streets without one. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { pointKey } from "./cache.js";

type Point = readonly [number, number];
type Line = readonly Point[];

const schema = z.strictObject({
  format: z.literal("kotikierros/line-recording@1"),
  recorded: z.string(),
  attribution: z.string(),
  /** Keys of the ends (millionths of a degree). */
  points: z.array(z.string()),
  /** By mode: line from point i to point j, encoded; empty: none. */
  modes: z.record(z.string(), z.array(z.array(z.string()))),
});
export type LineRecording = z.infer<typeof schema>;

/** Places of a degree that are kept: about a metre. */
const SCALE = 1e5;

/** Differences as printable characters, five bits each (Google's "encoded polyline"). */
export function encodeLine(line: Line): string {
  let [text, x, y] = ["", 0, 0];
  const put = (difference: number): void => {
    let rest = difference < 0 ? ~(difference << 1) : difference << 1;
    for (; rest >= 32; rest >>= 5) text += String.fromCharCode((32 | (rest & 31)) + 63);
    text += String.fromCharCode(rest + 63);
  };
  for (const [lon, lat] of line) {
    const [nextX, nextY] = [Math.round(lon * SCALE), Math.round(lat * SCALE)];
    put(nextY - y);
    put(nextX - x);
    [x, y] = [nextX, nextY];
  }
  return text;
}

export function decodeLine(text: string): Line {
  const line: Point[] = [];
  let [at, x, y] = [0, 0, 0];
  const take = (): number => {
    let [value, shift, five] = [0, 0, 32];
    while (five >= 32) {
      five = text.charCodeAt(at) - 63;
      at += 1;
      value |= (five & 31) << shift;
      shift += 5;
    }
    return value & 1 ? ~(value >> 1) : value >> 1;
  };
  while (at < text.length) {
    y += take();
    x += take();
    line.push([x / SCALE, y / SCALE]);
  }
  return line;
}

/** The same door as src/planning/geometry/ports.ts; read when first asked. */
export class RecordedLines {
  private recording: LineRecording | undefined;
  private readonly indexes = new Map<string, number>();

  constructor(private readonly file: string) {}

  private read(): LineRecording {
    if (this.recording === undefined) {
      this.recording = schema.parse(JSON.parse(gunzipSync(readFileSync(this.file)).toString("utf8")));
      this.recording.points.forEach((point, i) => this.indexes.set(point, i));
    }
    return this.recording;
  }

  /** In the order asked; null where no line was recorded. */
  async lines(
    mode: string,
    ways: readonly { readonly from: Point; readonly to: Point }[],
  ): Promise<(Line | null)[]> {
    const known = this.read().modes[mode];
    const indexOf = ([lon, lat]: Point): number => this.indexes.get(pointKey(lat, lon)) ?? -1;
    return ways.map(({ from, to }) => {
      const text = known?.[indexOf(from)]?.[indexOf(to)];
      return text === undefined || text === "" ? null : decodeLine(text);
    });
  }
}
