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
    'holds', EXISTS (SELECT 1 FROM "holding_publications" h WHERE h."planId" = p."id")
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

/** Ids of what a publication takes the place of on a date, youngest first. */
async function rivalsOf(reader: Reader, sequence: number, date: string): Promise<string[]> {
  const rows = await reader.$queryRawUnsafe<{ planId: string }[]>(
    `SELECT b."planId" FROM "publication_rivals" r JOIN "publications" b ON b."sequence" = r."earlier"
     WHERE r."later" = ? AND r."date" = ? AND NOT EXISTS (
       SELECT 1 FROM "publication_rivals" x
       WHERE x."date" = r."date" AND x."earlier" = r."earlier" AND x."later" <> r."later")
     ORDER BY r."earlier" DESC`,
    sequence,
    date,
  );
  return rows.map(({ planId }) => planId);
}

/** Nurses whose rounds of the publication overlap with their rounds of others that hold on its dates. */
async function nursesElsewhere(reader: Reader, sequence: number, planId: string): Promise<string[]> {
  const rows = await reader.$queryRawUnsafe<{ nurseId: string }[]>(
    `SELECT DISTINCT one."nurseId" FROM "publication_dates" d
     JOIN "holding_publications" h ON h."date" = d."date" AND h."publication" <> d."publication"
     JOIN "plan_rounds" other ON other."planId" = h."planId"
     JOIN "plan_rounds" one ON one."planId" = ? AND one."nurseId" = other."nurseId"
       AND one."departure" < other."returnedAt" AND other."departure" < one."returnedAt"
     WHERE d."publication" = ? AND h."planId" <> one."planId" ORDER BY one."nurseId"`,
    planId,
    sequence,
  );
  return rows.map(({ nurseId }) => nurseId);
}

/** JSON of the areas of the version's clients; null: some client has none, or there are no clients. */
async function areasText(reader: Reader, problemId: string): Promise<string | null> {
  const rows = await reader.$queryRawUnsafe<{ areaId: string | null }[]>(
    `SELECT DISTINCT c."areaId" FROM "visits" v LEFT JOIN "clients" c ON c."id" = v."clientId"
     WHERE v."problemId" = ? ORDER BY 1`,
    problemId,
  );
  const areas = rows.map(({ areaId }) => areaId);
  return areas.length === 0 || areas.includes(null) ? null : JSON.stringify(areas);
}

async function ancestorsOf(reader: Reader, planId: string): Promise<Set<string>> {
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
    areas: row.areas === null ? null : (JSON.parse(row.areas) as string[]),
    publishedAt: row.publishedAt,
    dates: row.dates.map(({ date }) => date),
  };
}

/** Undoes what a transaction has written so far. */
class Refused extends Error {
  override readonly name = "Refused";

  constructor(readonly outcome: PublishOutcome) {
    super(outcome.kind);
  }
}

/** @throws Refused: nothing is to be kept */
async function publish(tx: Prisma.TransactionClient, wanted: NewPublication): Promise<PublishOutcome> {
  const [version] = await readVersions(tx, ONE, wanted.planId);
  if (version === undefined) throw new Error(`plan ${wanted.planId} is not stored`);
  const { planId, author, reason, acknowledged, publishedAt, replaces } = wanted;
  const known = replaces === undefined ? await ancestorsOf(tx, planId) : new Set(replaces);
  if (replaces === undefined) known.add(planId);
  const areas = await areasText(tx, version.problemId);
  const { sequence } = await tx.publication.create({
    data: { planId, author, reason, acknowledged: JSON.stringify(acknowledged), publishedAt, areas },
  });
  for (const date of version.dates) {
    await tx.publicationDate.create({ data: { date, publication: sequence } });
  }
  for (const date of version.dates) {
    const rivals = await rivalsOf(tx, sequence, date);
    const others = rivals.filter((rival) => !known.has(rival));
    const holding = [...others, ...rivals.filter((rival) => known.has(rival))];
    const gone = rivals.length === 0 && replaces !== undefined && replaces.length > 0;
    if (others.length > 0 || gone) throw new Refused({ kind: "conflict", date, holding });
  }
  const nurseIds = await nursesElsewhere(tx, sequence, planId);
  if (nurseIds.length > 0) throw new Refused({ kind: "nurses-elsewhere", nurseIds });
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
      return prisma.$transaction(async (tx) => {
        const rows = await tx.$queryRawUnsafe<{ publication: number | bigint }[]>(
          `SELECT "publication" FROM "holding_publications" WHERE "date" = ? ORDER BY "publication" DESC`,
          date,
        );
        const found: Publication[] = [];
        for (const { publication } of rows) found.push(await readPublication(tx, Number(publication)));
        return found;
      });
    },

    async publish(wanted) {
      try {
        return await prisma.$transaction((tx) => publish(tx, wanted));
      } catch (error) {
        if (error instanceof Refused) return error.outcome;
        throw error;
      }
    },
  };
}
