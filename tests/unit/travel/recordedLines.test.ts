/** Ways of the demo as lines: packed and unpacked, as long as the recorded distances say, for every pair of doors. */
import { describe, expect, it } from "vitest";
import { readDemoDay, RecordedLines } from "../../../src/travel/index.js";
import { decodeLine, encodeLine } from "../../../src/travel/recordedLines.js";
import { simplifyLine } from "../../../src/travel/simplify.js";

const METRES = 111_195;
const NARROW = Math.cos((60.165 * Math.PI) / 180);

function lengthOf(line: readonly (readonly [number, number])[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1]!, line[i]!];
    sum += Math.hypot((b[0] - a[0]) * NARROW, b[1] - a[1]) * METRES;
  }
  return sum;
}

describe("packed lines", () => {
  it("come back as they were, to a metre", () => {
    const line = [
      [24.93086, 60.16746],
      [24.9, 60.2],
      [-0.00001, -12.34567],
    ] as const;
    expect(decodeLine(encodeLine(line))).toEqual(line);
    expect(
      encodeLine([
        [-120.2, 38.5],
        [-120.95, 40.7],
        [-126.453, 43.252],
      ]),
    ).toBe("_p~iF~ps|U_ulLnnqC_mqNvxq`@");
  });

  it("lose points that do not show, and no others", () => {
    const corner = [
      [24.9, 60.16],
      [24.905, 60.16],
      [24.91, 60.16],
      [24.91, 60.17],
    ] as const;
    expect(simplifyLine(corner, 2)).toEqual([corner[0], corner[2], corner[3]]);
    expect(simplifyLine(corner, 0)).toContain(corner[3]);
    expect(simplifyLine([corner[0]], 2)).toEqual([corner[0]]);
  });
});

describe("the demo's recorded ways", () => {
  const day = readDemoDay("fixtures");
  const lines = new RecordedLines("fixtures/osrm/helsinki-day-lines.json.gz");
  const points = day.places.map(({ lon, lat }) => [lon, lat] as const);

  it.each(["bike", "car", "walk"])("are as long as the recorded distances: %s", async (mode) => {
    const distances = day.travel.modes[mode]?.distances ?? [];
    let [pairs, others] = [0, 0];
    for (const [i, from] of points.entries()) {
      const found = await lines.lines(
        mode,
        points.map((to) => ({ from, to })),
      );
      for (const [j, line] of found.entries()) {
        const metres = distances[i]?.[j] ?? 0;
        if (i === j || line === null || metres < 200) continue;
        pairs += 1;
        // Rounded to a metre and without points that do not show.
        if (Math.abs(lengthOf(line) - metres) > Math.max(40, 0.05 * metres)) others += 1;
      }
    }
    expect(pairs).toBeGreaterThan(3_500);
    // Of two ways that take as long the table and the route may know different ones.
    expect(others / pairs).toBeLessThan(0.01);
  });

  it("say nothing of places and modes that were not recorded", async () => {
    const way = { from: points[0]!, to: [24.5, 60.5] as const };
    expect(await lines.lines("car", [way])).toEqual([null]);
    expect(await lines.lines("boat", [{ from: points[0]!, to: points[1]! }])).toEqual([null]);
  });
});
