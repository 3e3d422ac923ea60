/** Ways as lines on a map: who knows them, and where they are kept. */

/** [longitude, latitude] in degrees (WGS 84), as GeoJSON has it. */
export type Point = readonly [number, number];
export type Line = readonly Point[];

/** A way by its two ends. */
export interface Way {
  readonly from: Point;
  readonly to: Point;
}

export interface WayFinder {
  /**
   * The lines of the ways asked for, in their order. Null: there is no server for the mode, it did
   * not answer in time, or it knows no way.
   */
  lines(mode: string, ways: readonly Way[]): Promise<readonly (Line | null)[]>;
}

/** What makes two lines comparable: the mode, and the map that they were asked of. */
interface Space {
  readonly mode: string;
  readonly mapVersion: string;
}

/** Ends are keys of coordinates, as travel times have them. */
export interface StoredLine {
  readonly from: string;
  readonly to: string;
  readonly line: Line;
}

export interface LineStore {
  get(
    space: Space,
    ends: readonly { readonly from: string; readonly to: string }[],
  ): Promise<readonly StoredLine[]>;
  put(space: Space, lines: readonly StoredLine[]): Promise<void>;
}
