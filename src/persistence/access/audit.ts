/** The audit log: written and read, never changed (triggers in the migration hold that). */
import type { Role } from "../../contracts/index.js";
import type { AuditEntry, AuditQuery, AuditStore, SubjectKind } from "../../planning/access/ports.js";
import type { Prisma, PrismaClient } from "../generated/client.js";

/** Entries that name the client, or a problem, plan or job with a visit of hers. */
async function ofClient(prisma: PrismaClient, clientId: string): Promise<Prisma.AuditEntryWhereInput> {
  const visits = await prisma.visit.findMany({
    where: { clientId },
    distinct: ["problemId"],
    select: { problemId: true },
  });
  const problems = visits.map(({ problemId }) => problemId);
  const within = { where: { problemId: { in: problems } }, select: { id: true } };
  const plans = await prisma.planVersion.findMany(within);
  const jobs = await prisma.planningJob.findMany(within);
  const ids = (rows: readonly { readonly id: string }[]) => ({ in: rows.map(({ id }) => id) });
  return {
    subjects: {
      some: {
        OR: [
          { kind: "client", id: clientId },
          { kind: "problem", id: { in: problems } },
          { kind: "plan", id: ids(plans) },
          { kind: "job", id: ids(jobs) },
        ],
      },
    },
  };
}

async function filterOf(prisma: PrismaClient, query: AuditQuery): Promise<Prisma.AuditEntryWhereInput> {
  const { from, to, userId, clientId, after } = query;
  return {
    ...(from === undefined && to === undefined
      ? {}
      : { at: { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lt: to }) } }),
    ...(userId === undefined ? {} : { userId }),
    ...(after === undefined ? {} : { sequence: { gt: after } }),
    ...(clientId === undefined ? {} : await ofClient(prisma, clientId)),
  };
}

export function auditStore(prisma: PrismaClient): AuditStore {
  return {
    async add({ subjects, ...entry }) {
      const unique = new Map(subjects.map(({ kind, id }) => [`${kind} ${id}`, { kind, id }]));
      await prisma.auditEntry.create({
        data: { ...entry, subjects: { createMany: { data: [...unique.values()] } } },
      });
    },

    async list(query): Promise<readonly AuditEntry[]> {
      const rows = await prisma.auditEntry.findMany({
        where: await filterOf(prisma, query),
        include: { subjects: { orderBy: [{ kind: "asc" }, { id: "asc" }] } },
        orderBy: { sequence: "asc" },
        take: query.limit,
      });
      return rows.map(({ subjects, ...row }) => ({
        ...row,
        role: row.role as Role,
        action: row.action as AuditEntry["action"],
        subjects: subjects.map(({ kind, id }) => ({ kind: kind as SubjectKind, id })),
      }));
    },
  };
}
