/** Street maps as files of our own: listed with what they hold, read in parts, and nothing else from the folder. */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BasemapView } from "../../src/contracts/index.js";
import { get } from "./support/life.js";
import { type Service, startService, temporaryFolder } from "./support/service.js";

const DEMO = path.resolve("fixtures/maps/helsinki.pmtiles");

describe("street maps", () => {
  const { folder, remove } = temporaryFolder();
  let service: Service;
  beforeAll(async () => {
    copyFileSync(DEMO, path.join(folder, "town.pmtiles"));
    writeFileSync(path.join(folder, "broken.pmtiles"), "no map");
    writeFileSync(path.join(folder, "secret.txt"), "not a map");
    service = await startService({
      file: `${folder}/maps.sqlite`,
      fake: true,
      maps: [folder, path.join(folder, "missing")],
    });
  });
  afterAll(async () => {
    await service.close();
    remove();
  });
  const list = async (): Promise<BasemapView[]> =>
    (await get<{ maps: BasemapView[] }>(service.app, "/maps")).maps;

  it("are listed with their area and whom to name; what is no map is left out", async () => {
    const [map, ...more] = await list();
    expect(more).toEqual([]);
    expect(map).toMatchObject({ name: "helsinki", minZoom: 8, maxZoom: 14 });
    expect(map?.attribution).toContain("OpenStreetMap");
    const [west, south, east, north] = map?.bounds ?? [0, 0, 0, 0];
    expect(west < 24.94 && east > 24.94 && south < 60.17 && north > 60.17).toBe(true);
  });

  it("are read in parts", async () => {
    const [map] = await list();
    const part = await service.app.inject({ url: map?.url ?? "", headers: { range: "bytes=0-126" } });
    expect(part.statusCode).toBe(206);
    expect(part.headers["etag"]).toBeDefined();
    expect(part.rawPayload.equals(readFileSync(DEMO).subarray(0, 127))).toBe(true);
  });

  it("are all that the folder gives", async () => {
    for (const url of [
      "/maps/secret.txt",
      "/maps/maps.sqlite",
      "/maps/..%2fmaps.sqlite",
      "/maps/none.pmtiles",
    ]) {
      expect([url, (await service.app.inject({ url })).statusCode]).toEqual([url, 404]);
    }
  });
});
