/** Rounds as lines on a map: by the road where one is known, straight and marked where not, asked once. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planGeometryView } from "../../src/contracts/study/index.js";
import { FakeOsrm } from "../unit/travel/fakeOsrm.js";
import { get, officeDay, planByJob } from "./support/life.js";
import { importProblem, type Service, startService, temporaryFolder } from "./support/service.js";

describe("the geometry of a plan", () => {
  const { folder, remove } = temporaryFolder();
  let service: Service;
  let roads: FakeOsrm;
  let planId: string;
  beforeAll(async () => {
    roads = await FakeOsrm.start();
    service = await startService({
      file: `${folder}/geometry.sqlite`,
      roads: { car: { url: roads.url, limits: { retries: 0, breakAfter: 1000 } } },
    });
    planId = await planByJob(service.app, await importProblem(service.app, officeDay()));
  });
  afterAll(async () => {
    await service.close();
    await roads.stop();
    remove();
  });
  const geometry = async () => planGeometryView.parse(await get(service.app, `/plans/${planId}/geometry`));

  it("has a straight line for every leg that the server knows no way for", async () => {
    roads.options = { ...roads.options, way: () => false };
    const { rounds } = await geometry();
    const legs = rounds.flatMap((round) => round.legs);
    expect(legs.length).toBeGreaterThan(6);
    expect(legs.every(({ kind, line }) => kind === "straight" && line.length === 2)).toBe(true);
  });

  it("follows the road leg by leg from the start to the end, and asks for each way once", async () => {
    roads.options = { ...roads.options, way: () => true };
    const first = await geometry();
    for (const { legs } of first.rounds) {
      expect(legs[0]!.fromPlaceId).toBe("office");
      expect(legs.at(-1)).toMatchObject({ toPlaceId: "office", visitId: null });
      for (const [i, leg] of legs.entries()) {
        expect(leg.kind).toBe("road");
        if (i > 0) expect(leg.fromPlaceId).toBe(legs[i - 1]!.toPlaceId);
        const [from, to] = [leg.fromPlaceId, leg.toPlaceId].map((place) =>
          officeDay().places.find(({ id }) => id === place)!,
        );
        // The fake's ways turn a corner, but where both places lie on one line; that line is kept simple.
        expect(leg.line).toHaveLength(from!.lon === to!.lon || from!.lat === to!.lat ? 2 : 3);
        expect(leg.line[0]).toEqual([from!.lon, Math.round(from!.lat * 1e5) / 1e5]);
      }
    }
    const asked = roads.requests;
    expect(await geometry()).toEqual(first);
    // One question for the map's name; the lines come from the database.
    expect(roads.requests).toBe(asked + 1);
  });

  it("is drawn with straight lines while the server is away, and with roads again afterwards", async () => {
    roads.options = { ...roads.options, version: "map-2" };
    roads.troubles.push({ status: 503 });
    const { rounds } = await geometry();
    expect(rounds.flatMap(({ legs }) => legs).every(({ kind }) => kind === "straight")).toBe(true);
    const after = await geometry();
    expect(after.rounds.flatMap(({ legs }) => legs).every(({ kind }) => kind === "road")).toBe(true);
  });
});
