/** What a nurse must know of her visits beside times and places. */
import type { AskedVisit, VisitBackground } from "../../planning/phone/index.js";
import type { PrismaClient } from "../generated/client.js";

type Crew = VisitBackground["crew"];

interface CrewRow {
  readonly visitId: string;
  readonly nurseId: string;
  readonly name: string | null;
}

const marks = (values: readonly unknown[]): string => values.map(() => "?").join(", ");

async function readCrews(
  prisma: PrismaClient,
  nurseId: string,
  planIds: readonly string[],
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, Crew>> {
  const sql = `
    SELECT DISTINCT t."visitId", r."nurseId", n."name"
    FROM "plan_stops" t
    JOIN "plan_rounds" r ON r."planId" = t."planId" AND r."shiftId" = t."shiftId"
    LEFT JOIN "nurses" n ON n."id" = r."nurseId"
    WHERE t."planId" IN (${marks(planIds)}) AND t."visitId" IN (${marks(visitIds)}) AND r."nurseId" <> ?
    ORDER BY r."nurseId"`;
  const rows = await prisma.$queryRawUnsafe<CrewRow[]>(sql, ...planIds, ...visitIds, nurseId);
  const crews = new Map<string, { nurseId: string; name: string | null }[]>();
  for (const { visitId, nurseId: other, name } of rows) {
    const crew = crews.get(visitId) ?? [];
    crew.push({ nurseId: other, name });
    crews.set(visitId, crew);
  }
  return crews;
}

export async function readBackgrounds(
  prisma: PrismaClient,
  nurseId: string,
  planIds: readonly string[],
  visits: readonly AskedVisit[],
): Promise<ReadonlyMap<string, VisitBackground>> {
  if (visits.length === 0) return new Map();
  const [crews, clients, types] = await Promise.all([
    readCrews(
      prisma,
      nurseId,
      planIds,
      visits.map(({ visitId }) => visitId),
    ),
    prisma.client.findMany({
      where: { id: { in: visits.map(({ clientId }) => clientId) } },
      select: { id: true, languages: true },
    }),
    prisma.visitType.findMany({
      where: { id: { in: visits.map(({ typeId }) => typeId) } },
      select: { id: true, name: true },
    }),
  ]);
  const languages = new Map(clients.map(({ id, languages: list }) => [id, JSON.parse(list) as string[]]));
  const names = new Map(types.map(({ id, name }) => [id, name]));
  return new Map(
    visits.map(({ visitId, clientId, typeId }) => {
      const typeName = names.get(typeId) ?? null;
      return [
        visitId,
        {
          clientName: null,
          languages: languages.get(clientId) ?? [],
          typeName: typeName === null ? null : (JSON.parse(typeName) as Record<string, string>),
          tasks: [],
          crew: crews.get(visitId) ?? [],
          accessNotes: [],
        },
      ];
    }),
  );
}
