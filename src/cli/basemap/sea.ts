/**
 * The sea, from coastlines. OpenStreetMap has no polygon of the sea: only lines with land on their left and
 * water on their right. Inside a box they become polygons by going round its edge clockwise from where
 * one line leaves it to where the next one comes in.
 */
import { isRing, joinLines, type Line, type Point, signedArea } from "./lines.js";
import type { Box } from "./osmFile.js";

export interface Sea {
  readonly water: readonly Line[];
  /** Land within the water, to be drawn over it. */
  readonly islands: readonly Line[];
  /** Coastlines that end within the box; they were led straight to its edge. */
  readonly broken: number;
}

/** The part of a segment within the box, by Liang and Barsky (1984); null: none. */
function clip(a: Point, b: Point, [west, south, east, north]: Box): readonly [Point, Point] | null {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [-dx, a[0] - west],
    [dx, east - a[0]],
    [-dy, a[1] - south],
    [dy, north - a[1]],
  ] as const) {
    if (step === 0) {
      if (room < 0) return null;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  if (from > to) return null;
  const at = (t: number): Point => (t === 0 ? a : t === 1 ? b : [a[0] + t * dx, a[1] + t * dy]);
  return [at(from), at(to)];
}

/** The stretches of a line within the box. */
function stretches(line: Line, box: Box): Line[] {
  const found: Point[][] = [];
  let last: Point | null = null;
  for (let i = 1; i < line.length; i += 1) {
    const part = clip(line[i - 1]!, line[i]!, box);
    if (part === null) {
      last = null;
      continue;
    }
    const [from, to] = part;
    if (last === null || from !== line[i - 1]) found.push([from]);
    found.at(-1)?.push(to);
    last = to === line[i] ? to : null;
  }
  // A ring that begins inside the box and leaves it is one stretch across its beginning.
  if (found.length > 1 && isRing(line) && found[0]![0] === line[0] && last === line.at(-1)) {
    const tail = found.pop()!;
    found[0] = [...tail, ...found[0]!.slice(1)];
  }
  return found.filter((stretch) => stretch.length > 1);
}

/** How far along the box's edge a point stands, clockwise from the north-west corner, 0 to 4. */
function around([x, y]: Point, [west, south, east, north]: Box): number {
  const [u, v] = [(x - west) / (east - west), (north - y) / (north - south)];
  const sides = [v, 1 - u, 1 - v, u];
  const side = sides.indexOf(Math.min(...sides));
  return (side + [u, v, 1 - u, 1 - v][side]!) % 4;
}

function cornersBetween(from: number, to: number, [west, south, east, north]: Box): Point[] {
  const corners: readonly Point[] = [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  const end = to >= from ? to : to + 4;
  const found: Point[] = [];
  for (let corner = Math.floor(from) + 1; corner < end; corner += 1) found.push(corners[corner % 4]!);
  return found;
}

const onEdge = ([x, y]: Point, [west, south, east, north]: Box): boolean =>
  Math.min(x - west, east - x, y - south, north - y) < 1e-9;

function wholeBox([west, south, east, north]: Box): Line {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

/** @param coast ways of the coastline, each with land on its left */
export function seaWithin(coast: readonly Line[], box: Box): Sea {
  const rings: Line[] = [];
  const crossing: { line: Line; from: number; to: number }[] = [];
  let broken = 0;
  for (const line of joinLines(coast, false)) {
    for (const stretch of stretches(line, box)) {
      if (isRing(stretch)) rings.push(stretch);
      else {
        const [first, last] = [stretch[0]!, stretch.at(-1)!];
        broken += Number(!onEdge(first, box)) + Number(!onEdge(last, box));
        crossing.push({ line: stretch, from: around(first, box), to: around(last, box) });
      }
    }
  }
  const islands = rings.filter((ring) => signedArea(ring) > 0);
  const water = rings.filter((ring) => signedArea(ring) < 0);
  const left = new Set(crossing);
  for (const start of crossing) {
    if (!left.delete(start)) continue;
    const ring: Point[] = [...start.line];
    let here = start;
    for (;;) {
      const candidates = [start, ...left];
      const ahead = (one: { from: number }): number => (one.from - here.to + 4) % 4;
      const next = candidates.reduce((best, one) => (ahead(one) < ahead(best) ? one : best));
      ring.push(...cornersBetween(here.to, next.from, box));
      if (next === start) break;
      left.delete(next);
      ring.push(...next.line);
      here = next;
    }
    water.push([...ring, ring[0]!]);
  }
  if (crossing.length === 0 && islands.length > 0) water.push(wholeBox(box));
  return { water, islands, broken };
}
