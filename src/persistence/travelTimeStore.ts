import type { TravelTimeStore } from "../planning/ports.js";
import type { PrismaClient } from "./generated/client.js";
import { insertRows } from "./rows.js";

interface PairRow {
  readonly from: string;
  readonly to: string;
  readonly seconds: number | null;
  readonly metres: number | null;
}

export function travelTimeStore(prisma: PrismaClient): TravelTimeStore {
  return {
    async get(space, points) {
      const list = JSON.stringify(points);
      const { mode, mapVersion } = space;
      const pairs = await prisma.$queryRaw<PairRow[]>`
        SELECT "from", "to", "seconds", "metres" FROM "travel_pairs"
        WHERE "mode" = ${mode} AND "mapVersion" = ${mapVersion}
          AND "from" IN (SELECT value FROM json_each(${list}))
          AND "to" IN (SELECT value FROM json_each(${list}))`;
      const snaps = await prisma.$queryRaw<{ point: string; metres: number }[]>`
        SELECT "point", "metres" FROM "travel_snaps"
        WHERE "mode" = ${mode} AND "mapVersion" = ${mapVersion}
          AND "point" IN (SELECT value FROM json_each(${list}))`;
      return { pairs, snaps };
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
