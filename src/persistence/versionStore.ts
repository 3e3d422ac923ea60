/** Versions of a day's plan and their publications. */
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type {
  JudgedBy,
  NewPublication,
  PinChanges,
  PlanVersion,
  Publication,
  PublishOutcome,
  VersionKind,
  VersionStore,
} from "../planning/life/ports.js";
import type { Prisma, PrismaClient } from "./generated/client.js";
import { insertPlan } from "./planRows.js";
import { insertProblem } from "./problemStore.js";

const unzip = promisify(gunzip);

type Reader = Pick<Prisma.TransactionClient, "$queryRawUnsafe">;

interface VersionRow {
  readonly id: string;
  readonly problemId: string;
  readonly jobId: string | null;
  readonly parentId: string | null;
  readonly digest: string;
  readonly createdAt: number;
  readonly valid: 0 | 1;
  readonly cost: number;
  readonly unserved: number;
  readonly kind: string | null;
  readonly author: string | null;
  readonly reason: string | null;
  readonly changes: unknown;
  readonly policy: string | null;
  readonly seed: number | null;
  readonly engineVersion: string | null;
  readonly travelSource: unknown;
  readonly dates: readonly string[];
  readonly publishedAt: number | null;
  readonly holds: 0 | 1;
}

const DATES = `(SELECT json_group_array("firstDate") FROM
  (SELECT DISTINCT s."firstDate" FROM "shifts" s WHERE s."problemId" = p."problemId" ORDER BY 1))`;

/** One JSON text by version; facts that a job's plan has in its document are read from there. */
const versions = (filter: string): string => `
  SELECT json_object(
    'id', p."id", 'problemId', p."problemId", 'jobId', p."jobId", 'parentId', p."parentId",
    'digest', p."digest", 'createdAt', unixepoch(p."createdAt", 'subsec') * 1000,
    'valid', v."valid", 'cost', v."cost", 'unserved', v."unserved",
    'kind', f."kind", 'author', f."author", 'reason', f."reason", 'changes', json(f."changes"),
    'policy', coalesce(f."policy",
      (SELECT json_extract(o."options", '$.policy.id') FROM "planning_jobs" o WHERE o."id" = p."jobId"),
      (SELECT json_extract(g."policy", '$.id') FROM "generations" g WHERE g."problemId" = p."problemId")),
    'seed', coalesce(f."seed", json_extract(p."document", '$.solver.seed')),
    'engineVersion', coalesce(f."engineVersion", json_extract(p."document", '$.solver.engineVersion')),
    'travelSource', json(json_extract(p."document", '$.travelSource')),
    'dates', json(${DATES}),
    'publishedAt', (SELECT max(unixepoch(b."publishedAt", 'subsec') * 1000)
      FROM "publications" b WHERE b."planId" = p."id"),
    'holds', EXISTS (SELECT 1 FROM "publications" b JOIN "publication_dates" d ON d."publication" = b."sequence"
      WHERE b."planId" = p."id" AND NOT EXISTS (
        SELECT 1 FROM "publication_dates" x WHERE x."date" = d."date" AND x."publication" > d."publication"))
  ) AS "row"
  FROM "plan_versions" p
  JOIN "verdicts" v ON v."planId" = p."id"
  LEFT JOIN "version_facts" f ON f."planId" = p."id"
  WHERE ${filter}
  ORDER BY p."sequence"`;

const ONE = versions(`p."id" = ?`);
const OF_DATE = versions(`p."problemId" IN (SELECT s."problemId" FROM "shifts" s WHERE s."firstDate" = ?)`);

function toVersion(row: VersionRow): PlanVersion {
  const { holds, valid, createdAt, publishedAt, kind, ...rest } = row;
  return {
    ...rest,
    kind: (kind ?? "optimised") as VersionKind,
    valid: valid === 1,
    createdAt: new Date(createdAt),
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
    state: holds === 1 ? "published" : publishedAt === null ? "draft" : "replaced",
  };
}

async function readVersions(reader: Reader, sql: string, value: string): Promise<PlanVersion[]> {
  const rows = await reader.$queryRawUnsafe<{ row: string }[]>(sql, value);
  return rows.map(({ row }) => toVersion(JSON.parse(row) as VersionRow));
}

interface PublicationRow {
  readonly sequence: number | bigint;
  readonly planId: string;
}

async function currentOf(reader: Reader, date: string): Promise<PublicationRow | null> {
  const rows = await reader.$queryRawUnsafe<PublicationRow[]>(
    `SELECT b."sequence", b."planId" FROM "publications" b
     JOIN "publication_dates" d ON d."publication" = b."sequence"
     WHERE d."date" = ? ORDER BY b."sequence" DESC LIMIT 1`,
    date,
  );
  return rows[0] ?? null;
}

async function ancestorsOf(reader: Reader, planId: string): Promise<ReadonlySet<string>> {
  const rows = await reader.$queryRawUnsafe<{ id: string }[]>(
    `WITH RECURSIVE line("id") AS (
       SELECT "parentId" FROM "plan_versions" WHERE "id" = ?
       UNION SELECT p."parentId" FROM "plan_versions" p JOIN line ON p."id" = line."id")
     SELECT "id" FROM line WHERE "id" IS NOT NULL`,
    planId,
  );
  return new Set(rows.map(({ id }) => id));
}

async function readPublication(tx: Prisma.TransactionClient, sequence: number): Promise<Publication> {
  const row = await tx.publication.findUniqueOrThrow({
    where: { sequence },
    include: { dates: { orderBy: { date: "asc" } } },
  });
  return {
    planId: row.planId,
    author: row.author,
    reason: row.reason,
    acknowledged: JSON.parse(row.acknowledged) as Publication["acknowledged"],
    publishedAt: row.publishedAt,
    dates: row.dates.map(({ date }) => date),
  };
}

async function publish(tx: Prisma.TransactionClient, wanted: NewPublication): Promise<PublishOutcome> {
  const [version] = await readVersions(tx, ONE, wanted.planId);
  if (version === undefined) throw new Error(`plan ${wanted.planId} is not stored`);
  const ancestors = await ancestorsOf(tx, wanted.planId);
  for (const date of version.dates) {
    const current = (await currentOf(tx, date))?.planId ?? null;
    const expected =
      wanted.replaces === undefined
        ? current === null || current === wanted.planId || ancestors.has(current)
        : current === wanted.replaces;
    if (!expected) return { kind: "conflict", date, current };
  }
  const { sequence } = await tx.publication.create({
    data: {
      planId: wanted.planId,
      author: wanted.author,
      reason: wanted.reason,
      acknowledged: JSON.stringify(wanted.acknowledged),
      publishedAt: wanted.publishedAt,
    },
  });
  for (const date of version.dates) {
    await tx.publicationDate.create({ data: { date, publication: sequence } });
  }
  return { kind: "published", publication: await readPublication(tx, sequence) };
}

export function versionStore(prisma: PrismaClient): VersionStore {
  const findDocument = async (digest: string): Promise<Uint8Array | null> => {
    const row = await prisma.problemDocument.findUnique({ where: { digest }, select: { gzip: true } });
    return row?.gzip ?? null;
  };
  return {
    async add(plan, facts, problem) {
      await prisma.$transaction(async (tx) => {
        if (problem !== undefined) await insertProblem(tx, problem);
        await insertPlan(tx, plan, null);
        await tx.versionFacts.create({
          data: {
            ...facts,
            planId: plan.id,
            changes: JSON.stringify(facts.changes),
            pins: JSON.stringify(facts.pins),
            weights: JSON.stringify(facts.weights),
          },
        });
      });
    },

    async find(id) {
      return (await readVersions(prisma, ONE, id))[0] ?? null;
    },

    list: (date) => readVersions(prisma, OF_DATE, date),

    async findJudgedBy(id): Promise<JudgedBy | null> {
      const row = await prisma.planVersion.findUnique({
        where: { id },
        select: { documentDigest: true, facts: { select: { pins: true } } },
      });
      if (row === null) return null;
      return {
        digest: row.documentDigest,
        pins: JSON.parse(row.facts?.pins ?? "{}") as PinChanges,
      };
    },

    async readDocument(digest) {
      const packed = await findDocument(digest);
      return packed === null ? null : (await unzip(packed)).toString("utf8");
    },

    findDocument,

    async findPublished(date) {
      const current = await currentOf(prisma, date);
      return current === null
        ? null
        : await prisma.$transaction((tx) => readPublication(tx, Number(current.sequence)));
    },

    publish: (wanted) => prisma.$transaction((tx) => publish(tx, wanted)),
  };
}
