import type { Line, LineStore } from "../../planning/geometry/ports.js";
import type { PrismaClient } from "../generated/client.js";
import { insertRows } from "../rows.js";

export function lineStore(prisma: PrismaClient): LineStore {
  return {
    async get({ mode, mapVersion }, ends) {
      const wanted = new Set(ends.map(({ from, to }) => `${from} ${to}`));
      const rows = await prisma.travelLine.findMany({
        where: { mode, mapVersion, from: { in: [...new Set(ends.map(({ from }) => from))] } },
        select: { from: true, to: true, line: true },
      });
      return rows
        .filter(({ from, to }) => wanted.has(`${from} ${to}`))
        .map(({ from, to, line }) => ({ from, to, line: JSON.parse(line) as Line }));
    },

    async put({ mode, mapVersion }, lines) {
      await insertRows(
        prisma,
        "travel_lines",
        lines.map(({ from, to, line }) => ({ mode, mapVersion, from, to, line: JSON.stringify(line) })),
        ["mode", "mapVersion", "from", "to"],
      );
    },
  };
}
