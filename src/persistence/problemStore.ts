import type { NewProblem, ProblemStore, StoredProblem } from "../planning/ports.js";
import type { ProblemRecords } from "../planning/records.js";
import type { Prisma, PrismaClient, Problem } from "./generated/client.js";
import { putDocument } from "./documents.js";
import { type Executor, insertRows, instantText, jsonOrNull, secondsText } from "./rows.js";

export function toStored(row: Problem & { readonly document: { readonly size: number } }): StoredProblem {
  return {
    id: row.id,
    digest: row.documentDigest,
    size: row.document.size,
    facts: {
      timeZone: row.timeZone,
      firstDate: row.firstDate,
      lastDate: row.lastDate,
      visits: row.visitCount,
      clients: row.clientCount,
      nurses: row.nurseCount,
      shifts: row.shiftCount,
      lacksTravel: row.lacksTravel,
    },
    createdAt: row.createdAt,
  };
}

/** Standing data: the last import wins. */
async function putStanding(executor: Executor, records: ProblemRecords, now: string): Promise<void> {
  await insertRows(
    executor,
    "clients",
    records.clients.map((client) => ({
      id: client.id,
      placeId: client.placeId,
      lat: client.lat,
      lon: client.lon,
      areaId: client.areaId,
      languages: JSON.stringify(client.languages),
      familiarNurseIds: JSON.stringify(client.familiarNurseIds),
      refusedNurseIds: JSON.stringify(client.refusedNurseIds),
      updatedAt: now,
    })),
    ["id"],
  );
  await insertRows(
    executor,
    "nurses",
    records.nurses.map((nurse) => ({
      id: nurse.id,
      name: nurse.name,
      skills: JSON.stringify(nurse.skills),
      languages: JSON.stringify(nurse.languages),
      areaIds: jsonOrNull(nurse.areaIds),
      updatedAt: now,
    })),
    ["id"],
  );
  await insertRows(
    executor,
    "visit_types",
    records.visitTypes.map((type) => ({
      id: type.id,
      name: jsonOrNull(type.name),
      requires: JSON.stringify(type.requires),
      requiresAnyOf: JSON.stringify(type.requiresAnyOf),
      updatedAt: now,
    })),
    ["id"],
  );
}

/** The day's own rows, which belong to this problem alone. */
async function putDay(executor: Executor, problemId: string, records: ProblemRecords): Promise<void> {
  await insertRows(
    executor,
    "shifts",
    records.shifts.map((shift) => ({
      problemId,
      id: shift.id,
      nurseId: shift.nurseId,
      startsAt: secondsText(shift.from),
      endsAt: secondsText(shift.to),
      firstDate: shift.firstDate,
      lastDate: shift.lastDate,
      mode: shift.mode,
      startPlaceId: shift.startPlaceId,
      endPlaceId: shift.endPlaceId,
    })),
  );
  await insertRows(
    executor,
    "visits",
    records.visits.map((visit) => ({ problemId, ...visit })),
  );
}

/** A problem with its standing data and the day's rows, inside a transaction. */
export async function insertProblem(tx: Prisma.TransactionClient, problem: NewProblem) {
  await putDocument(tx, problem);
  const { facts } = problem;
  const created = await tx.problem.create({
    data: {
      id: problem.id,
      documentDigest: problem.digest,
      timeZone: facts.timeZone,
      firstDate: facts.firstDate,
      lastDate: facts.lastDate,
      visitCount: facts.visits,
      clientCount: facts.clients,
      nurseCount: facts.nurses,
      shiftCount: facts.shifts,
      lacksTravel: facts.lacksTravel,
      createdAt: problem.createdAt,
    },
    include: { document: { select: { size: true } } },
  });
  await putStanding(tx, problem.records, instantText(problem.createdAt));
  await putDay(tx, problem.id, problem.records);
  return created;
}

export function problemStore(prisma: PrismaClient): ProblemStore {
  return {
    async add(problem: NewProblem): Promise<StoredProblem> {
      const row = await prisma.$transaction((tx) => insertProblem(tx, problem));
      return toStored(row);
    },

    async find(id) {
      const row = await prisma.problem.findUnique({
        where: { id },
        include: { document: { select: { size: true } } },
      });
      return row === null ? null : toStored(row);
    },

    async findDocument(id) {
      const row = await prisma.problem.findUnique({
        where: { id },
        select: { document: { select: { gzip: true } } },
      });
      return row?.document.gzip ?? null;
    },
  };
}
