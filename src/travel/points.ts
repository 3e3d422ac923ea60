/** The different coordinates among a problem's places: two flats of one house are asked once. */
import type { Place } from "../contracts/problemSchema.js";
import type { Coordinate } from "./earth.js";
import { type PointKey, pointKey } from "./cache.js";

export interface Points {
  /** Of each different point, in the order of first appearance. */
  readonly keys: readonly PointKey[];
  readonly coordinates: readonly Coordinate[];
  /** The point's index of each place, in the order of places. */
  readonly ofPlace: readonly number[];
  readonly indexOf: ReadonlyMap<PointKey, number>;
}

export function pointsOf(places: readonly Place[]): Points {
  const indexOf = new Map<PointKey, number>();
  const coordinates: Coordinate[] = [];
  const ofPlace = places.map(({ lat, lon }) => {
    const key = pointKey(lat, lon);
    const known = indexOf.get(key);
    if (known !== undefined) return known;
    indexOf.set(key, coordinates.length);
    coordinates.push({ lat, lon });
    return coordinates.length - 1;
  });
  return { keys: [...indexOf.keys()], coordinates, ofPlace, indexOf };
}
