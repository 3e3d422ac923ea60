import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, missingBlocks } from "../../../src/travel/blocks.js";

const cells = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ sources, destinations }) =>
    sources.flatMap((a) => destinations.filter((b) => a !== b).map((b) => `${a}>${b}`)),
  );
const points = ({ sources, destinations }: Block): number => new Set([...sources, ...destinations]).size;

describe("missingBlocks", () => {
  it("asks once when all fits", () => {
    const blocks = missingBlocks(5, () => false, 5);
    expect(blocks).toEqual([{ sources: [0, 1, 2, 3, 4], destinations: [0, 1, 2, 3, 4] }]);
  });

  it("asks nothing when all is known, and nothing of a lone point", () => {
    expect(missingBlocks(5, () => true, 5)).toEqual([]);
    expect(missingBlocks(1, () => false, 100)).toEqual([]);
    expect(missingBlocks(0, () => false, 100)).toEqual([]);
  });

  it("asks new pairs only, each once, when a day brings two new points", () => {
    const blocks = missingBlocks(150, (a, b) => a < 148 && b < 148, 100);
    const asked = cells(blocks);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBe(150 * 149 - 148 * 147);
    expect(blocks.length).toBe(4); // 2 x 98 and 2 x 52 new to all, 98 x 2 and 50 x 2 old to new
  });

  it("covers a full table of 230 points under a limit of 60 with each pair asked once", () => {
    const blocks = missingBlocks(230, () => false, 60);
    const asked = cells(blocks);
    expect(asked.length).toBe(230 * 229);
    expect(new Set(asked).size).toBe(asked.length);
    expect(Math.max(...blocks.map(points))).toBeLessThanOrEqual(60);
  });

  it("has no limit below two", () => {
    expect(() => missingBlocks(3, () => false, 1)).toThrow(RangeError);
  });

  it("covers whatever is missing, within the limit, with little asked twice", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 24 }),
        fc.integer({ min: 2, max: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (size, limit, share, stream) => {
          const known = Array.from({ length: size }, () =>
            Array.from({ length: size }, () => Number(stream.next().value) < share),
          );
          const blocks = missingBlocks(size, (a, b) => known[a][b], limit);
          const asked = cells(blocks);
          const missing = known.flatMap((row, a) =>
            row.flatMap((yes, b) => (yes || a === b ? [] : [`${a}>${b}`])),
          );
          for (const block of blocks) {
            expect(points(block)).toBeGreaterThanOrEqual(2);
            expect(points(block)).toBeLessThanOrEqual(limit);
          }
          expect(new Set(asked).size).toBe(asked.length);
          expect(missing.filter((pair) => !new Set(asked).has(pair))).toEqual([]);
          expect(asked.length).toBeLessThanOrEqual(missing.length * 1.1);
        },
      ),
      { seed: 7, numRuns: 100 },
    );
  });
});
