/**
 * What a nurse must know of her visits beside times and places. Standing data come first; where
 * the organisation has none, what imported problems said of clients, nurses and types.
 */
import type { AskedVisit, VisitBackground } from "../../planning/phone/index.js";
import type { StandingReader } from "../../planning/standing/ports.js";
import type { PrismaClient } from "../generated/client.js";
import { namesOfNurses, readCrewIds } from "./crews.js";
import { readTasks } from "./tasks.js";

interface ClientFacts {
  readonly name: string | null;
  readonly languages: readonly string[];
}

async function readClients(
  prisma: PrismaClient,
  standing: StandingReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ClientFacts>> {
  const [imported, kept] = await Promise.all([
    prisma.client.findMany({ where: { id: { in: [...ids] } }, select: { id: true, languages: true } }),
    standing.list("clients", { ids }),
  ]);
  return new Map<string, ClientFacts>([
    ...imported.map(({ id, languages }): [string, ClientFacts] => [
      id,
      { name: null, languages: JSON.parse(languages) as string[] },
    ]),
    ...kept.map(({ id, record: { name = null, languages = [] } }): [string, ClientFacts] => [
      id,
      { name, languages },
    ]),
  ]);
}

type Names = Readonly<Record<string, string>>;

async function readTypes(
  prisma: PrismaClient,
  standing: StandingReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Names>> {
  const [imported, kept] = await Promise.all([
    prisma.visitType.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } }),
    standing.list("visit-types", { ids }),
  ]);
  return new Map<string, Names>([
    ...imported.flatMap(({ id, name }): [string, Names][] =>
      name === null ? [] : [[id, JSON.parse(name) as Names]],
    ),
    ...kept.flatMap(({ id, record: { name } }): [string, Names][] =>
      name === undefined ? [] : [[id, name]],
    ),
  ]);
}

/** Texts for a visit's place, those for wherever the client lives among them. */
async function readNotes(
  standing: StandingReader,
  clientIds: readonly string[],
): Promise<(visit: AskedVisit) => readonly string[]> {
  const notes = await standing.list("access-notes", {
    refersTo: [{ kind: "clients", ids: clientIds }],
  });
  return ({ clientId, placeId }) =>
    notes
      .filter(({ record }) => record.clientId === clientId)
      .filter(({ record }) => record.placeId === undefined || record.placeId === placeId)
      .map(({ record }) => record.text);
}

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

/** Whose visits, and which. */
interface Asked {
  readonly nurseId: string;
  readonly date: string;
  readonly planIds: readonly string[];
}

export async function readBackgrounds(
  { prisma, standing }: { readonly prisma: PrismaClient; readonly standing: StandingReader },
  { nurseId, date, planIds }: Asked,
  visits: readonly AskedVisit[],
): Promise<ReadonlyMap<string, VisitBackground>> {
  if (visits.length === 0) return new Map();
  const visitIds = visits.map(({ visitId }) => visitId);
  const clientIds = distinct(visits.map(({ clientId }) => clientId));
  const typeIds = distinct(visits.map(({ typeId }) => typeId));
  const [crews, clients, types, tasks, notesFor] = await Promise.all([
    readCrewIds(prisma, nurseId, planIds, visitIds),
    readClients(prisma, standing, clientIds),
    readTypes(prisma, standing, typeIds),
    readTasks(prisma, date, visitIds),
    readNotes(standing, clientIds),
  ]);
  const names = await namesOfNurses(prisma, standing, distinct([...crews.values()].flat()));
  return new Map(
    visits.map((visit) => {
      const client = clients.get(visit.clientId);
      return [
        visit.visitId,
        {
          clientName: client?.name ?? null,
          languages: client?.languages ?? [],
          typeName: types.get(visit.typeId) ?? null,
          tasks: tasks.get(visit.visitId) ?? [],
          crew: (crews.get(visit.visitId) ?? []).map((id) => ({ nurseId: id, name: names.get(id) ?? null })),
          accessNotes: notesFor(visit),
        },
      ];
    }),
  );
}
