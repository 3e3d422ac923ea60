import type { TravelTimeStore } from "../planning/ports.js";
import type { PrismaClient } from "./generated/client.js";
import { insertRows } from "./rows.js";

/** One row with one JSON text: a hundred thousand rows would take seconds on their way through Prisma. */
type AsJson = readonly [{ readonly list: string }];

type PairTuple = [from: string, to: string, seconds: number | null, metres: number | null];

export function travelTimeStore(prisma: PrismaClient): TravelTimeStore {
  return {
    async get(space, points) {
      const list = JSON.stringify(points);
      const { mode, mapVersion } = space;
      const [pairs] = await prisma.$queryRaw<AsJson>`
        SELECT json_group_array(json_array("from", "to", "seconds", "metres")) AS "list" FROM "travel_pairs"
        WHERE "mode" = ${mode} AND "mapVersion" = ${mapVersion}
          AND "from" IN (SELECT value FROM json_each(${list}))
          AND "to" IN (SELECT value FROM json_each(${list}))`;
      const [snaps] = await prisma.$queryRaw<AsJson>`
        SELECT json_group_array(json_object('point', "point", 'metres', "metres")) AS "list"
        FROM "travel_snaps"
        WHERE "mode" = ${mode} AND "mapVersion" = ${mapVersion}
          AND "point" IN (SELECT value FROM json_each(${list}))`;
      return {
        pairs: (JSON.parse(pairs.list) as PairTuple[]).map(([from, to, seconds, metres]) => ({
          from,
          to,
          seconds,
          metres,
        })),
        snaps: JSON.parse(snaps.list) as { point: string; metres: number }[],
      };
    },

    async put(space, travel) {
      const { mode, mapVersion } = space;
      await prisma.$transaction(async (tx) => {
        await insertRows(
          tx,
          "travel_pairs",
          travel.pairs
            .filter((pair) => pair.from !== pair.to)
            .map(({ from, to, seconds, metres }) => ({ mode, mapVersion, from, to, seconds, metres })),
          ["mode", "mapVersion", "from", "to"],
        );
        await insertRows(
          tx,
          "travel_snaps",
          travel.snaps.map(({ point, metres }) => ({ mode, mapVersion, point, metres })),
          ["mode", "mapVersion", "point"],
        );
      });
    },
  };
}
