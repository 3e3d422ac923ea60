/** A street map made of OpenStreetMap data: the sea from coastlines, lines joined, a file that others can read. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateSync, gunzipSync } from "node:zlib";
import { PbfWriter } from "pbf";
import { PMTiles } from "pmtiles";
import { afterAll, describe, expect, it } from "vitest";
import { makeBasemap, MapFileBroken, MapWithoutBounds } from "../../src/cli/basemap/index.js";
import { kindOfWay } from "../../src/cli/basemap/kinds.js";
import { joinLines, type Line, polygonsOf, signedArea, within } from "../../src/cli/basemap/lines.js";
import { seaWithin } from "../../src/cli/basemap/sea.js";

const BOX = [0, 0, 10, 10] as const;
const inSea = (point: readonly [number, number], lines: readonly Line[]): boolean => {
  const { water, islands } = seaWithin(lines, BOX);
  return water.some((ring) => within(point, ring)) && !islands.some((ring) => within(point, ring));
};

describe("the sea", () => {
  // Land lies on the left of a coastline.
  const eastward: Line = [
    [-1, 5],
    [4, 5],
    [11, 5],
  ];

  it("is on the right of the coast", () => {
    expect(inSea([5, 2], [eastward])).toBe(true);
    expect(inSea([5, 8], [eastward])).toBe(false);
    expect(inSea([5, 8], [eastward.toReversed()])).toBe(true);
  });

  it("is found where the coast comes in pieces, and comes and goes more than once", () => {
    const pieces: Line[] = [
      [
        [4, 5],
        [11, 5],
      ],
      [
        [-1, 5],
        [4, 5],
      ],
    ];
    expect(inSea([5, 2], pieces)).toBe(true);
    // A sound between two coasts: water between y 3 and y 6.
    const sound: Line[] = [
      [
        [-1, 6],
        [11, 6],
      ],
      [
        [11, 3],
        [-1, 3],
      ],
    ];
    expect([1, 4.5, 8].map((y) => inSea([5, y], sound))).toEqual([false, true, false]);
  });

  it("surrounds islands, and is everywhere where there are islands only", () => {
    const island: Line = [
      [4, 4],
      [6, 4],
      [6, 6],
      [4, 6],
      [4, 4],
    ];
    expect(signedArea(island)).toBeGreaterThan(0);
    expect(inSea([5, 5], [island])).toBe(false);
    expect(inSea([1, 1], [island])).toBe(true);
    expect(seaWithin([], BOX)).toEqual({ water: [], islands: [], broken: 0 });
  });

  it("tells of coasts that end within the box", () => {
    expect(
      seaWithin(
        [
          [
            [-1, 5],
            [4, 5],
          ],
        ],
        BOX,
      ).broken,
    ).toBe(1);
  });
});

describe("lines", () => {
  it("join end to end, turned round where that is allowed", () => {
    const parts: Line[] = [
      [
        [0, 0],
        [1, 0],
      ],
      [
        [2, 0],
        [1, 0],
      ],
      [
        [2, 0],
        [3, 0],
      ],
      [
        [9, 9],
        [8, 8],
      ],
    ];
    expect(
      joinLines(parts, true)
        .map(({ length }) => length)
        .toSorted(),
    ).toEqual([2, 4]);
    expect(joinLines(parts, false)).toHaveLength(4);
  });

  it("become polygons with their holes", () => {
    const outer: Line[] = [
      [
        [0, 0],
        [9, 0],
        [9, 9],
      ],
      [
        [0, 0],
        [0, 9],
        [9, 9],
      ],
    ];
    const hole: Line = [
      [2, 2],
      [3, 2],
      [3, 3],
      [2, 2],
    ];
    expect(polygonsOf(outer, [hole])).toEqual([[expect.anything(), hole]]);
  });
});

it("draws streets and leaves out what runs below them", () => {
  expect(kindOfWay({ highway: "residential" }, false)?.kind).toBe("street");
  expect(kindOfWay({ highway: "primary_link" }, false)?.kind).toBe("main");
  expect(kindOfWay({ highway: "service", tunnel: "yes" }, false)).toBeNull();
  expect(kindOfWay({ leisure: "park" }, true)).toMatchObject({ layer: "green", shape: "area" });
  expect(kindOfWay({ leisure: "park" }, false)).toBeNull();
  expect(kindOfWay({ power: "line" }, false)).toBeNull();
});

/** A small .osm.pbf: nodes at tenths of a degree of their ids, two streets that meet, a park. */
function tinyMap({ bounds = true } = {}): Buffer {
  const strings = ["", "highway", "residential", "name", "Katu", "leisure", "park", "name:sv", "Gatan"];
  const nodes = [
    [1, 24.9, 60.16],
    [2, 24.91, 60.16],
    [3, 24.92, 60.165],
    [4, 24.91, 60.17],
  ] as const;
  const deltas = (values: readonly number[]): number[] =>
    values.map((value, i) => value - (values[i - 1] ?? 0));
  const ways = [
    { id: 1, keys: [1, 3, 7], values: [2, 4, 8], refs: [1, 2] },
    { id: 2, keys: [1, 3, 7], values: [2, 4, 8], refs: [2, 3] },
    { id: 3, keys: [5], values: [6], refs: [2, 3, 4, 2] },
  ];
  const block = new PbfWriter();
  block.writeMessage(1, (_, pbf) => strings.forEach((text) => pbf.writeStringField(1, text)), null);
  block.writeMessage(
    2,
    (_, group) =>
      group.writeMessage(
        2,
        (__, dense) => {
          dense.writePackedSVarint(1, deltas(nodes.map(([id]) => id)));
          dense.writePackedSVarint(8, deltas(nodes.map(([, , lat]) => Math.round(lat * 1e7))));
          dense.writePackedSVarint(9, deltas(nodes.map(([, lon]) => Math.round(lon * 1e7))));
        },
        null,
      ),
    null,
  );
  block.writeMessage(
    2,
    (_, group) => {
      for (const { id, keys, values, refs } of ways)
        group.writeMessage(
          3,
          (__, way) => {
            way.writeVarintField(1, id);
            way.writePackedVarint(2, keys);
            way.writePackedVarint(3, values);
            way.writePackedSVarint(8, deltas(refs));
          },
          null,
        );
    },
    null,
  );
  const header = new PbfWriter();
  const box = [24.89, 24.93, 60.18, 60.15].map((side) => Math.round(side * 1e9));
  if (bounds)
    header.writeMessage(1, (_, pbf) => box.forEach((side, i) => pbf.writeSVarintField(i + 1, side)), null);
  const blob = (kind: string, data: Uint8Array): Buffer => {
    const packed = new PbfWriter();
    packed.writeBytesField(3, deflateSync(data));
    const body = packed.finish();
    const head = new PbfWriter();
    head.writeStringField(1, kind);
    head.writeVarintField(3, body.length);
    const start = head.finish();
    const size = Buffer.alloc(4);
    size.writeUInt32BE(start.length);
    return Buffer.concat([size, start, body]);
  };
  return Buffer.concat([blob("OSMHeader", header.finish()), blob("OSMData", block.finish())]);
}

describe("a street map", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "kotikierros-basemap-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, bytes: Buffer): string => {
    const at = path.join(folder, name);
    writeFileSync(at, bytes);
    return at;
  };
  const reader = (bytes: Uint8Array): PMTiles =>
    new PMTiles({
      getKey: () => "memory",
      getBytes: async (offset, length) => ({
        data: new Uint8Array(bytes.slice(offset, offset + length)).buffer,
      }),
    });

  it("is read by the format's own library, with streets joined under one name", async () => {
    const { bytes, box } = makeBasemap(file("town.osm.pbf", tinyMap()), { name: "Town" });
    expect(box.map((side) => Math.round(side * 100) / 100)).toEqual([24.89, 60.15, 24.93, 60.18]);
    const map = reader(bytes);
    const header = await map.getHeader();
    expect(header).toMatchObject({ minZoom: 8, maxZoom: 14, tileType: 1 });
    expect(await map.getMetadata()).toMatchObject({
      name: "Town",
      attribution: expect.stringContaining("ODbL"),
    });
    const [x, y] = [Math.floor(((24.905 + 180) / 360) * 2 ** 12), 1185];
    const tiles = await Promise.all([y - 1, y, y + 1].map(async (row) => map.getZxy(12, x, row)));
    const tile = tiles.find((one) => one !== undefined);
    expect(tile).toBeDefined();
    const text = Buffer.from(tile!.data).toString("latin1");
    for (const word of ["Katu", "Gatan", "street", "green"]) expect(text).toContain(word);
    expect(text.match(/Katu/g)).toHaveLength(1);
  });

  it("needs an area and a whole file", () => {
    const nameless = file("nowhere.osm.pbf", tinyMap({ bounds: false }));
    expect(() => makeBasemap(nameless, { name: "x" })).toThrow(MapWithoutBounds);
    expect(makeBasemap(nameless, { name: "x", box: [24.89, 60.15, 24.93, 60.18] }).shapes).toBe(2);
    expect(() => makeBasemap(file("cut.osm.pbf", tinyMap().subarray(0, -9)), { name: "x" })).toThrow(
      MapFileBroken,
    );
    expect(() => makeBasemap(file("text.osm.pbf", Buffer.from("this is no map")), { name: "x" })).toThrow(
      MapFileBroken,
    );
  });

  it("packs equal tiles once", () => {
    const { bytes } = makeBasemap(file("again.osm.pbf", tinyMap()), { name: "x" });
    const head = Buffer.from(bytes);
    expect(Number(head.readBigUInt64LE(88))).toBeLessThanOrEqual(Number(head.readBigUInt64LE(72)));
    expect(
      gunzipSync(
        head.subarray(
          Number(head.readBigUInt64LE(24)),
          Number(head.readBigUInt64LE(24) + head.readBigUInt64LE(32)),
        ),
      ).toString(),
    ).toContain("attribution");
  });
});
