/** The store of standing data. */
import { isStandingKind } from "../../contracts/standing/index.js";
import type {
  PastChange,
  RecordKey,
  StandingStore,
  StandingTransaction,
} from "../../planning/standing/ports.js";
import type { Prisma, PrismaClient } from "../generated/client.js";
import { eraseClient } from "./erase.js";
import { listRecords } from "./list.js";
import { writeRecords } from "./write.js";

function toKey({ kind, id }: { readonly kind: string; readonly id: string }): RecordKey {
  if (!isStandingKind(kind)) throw new Error(`stored under an unknown kind: ${kind}`);
  return { kind, id };
}

function transaction(tx: Prisma.TransactionClient): StandingTransaction {
  return {
    list: (kind, filter) => listRecords(tx, kind, filter),

    async missing(keys) {
      if (keys.length === 0) return [];
      const rows = await tx.$queryRawUnsafe<{ kind: string; id: string }[]>(
        `SELECT DISTINCT json_extract(value, '$[0]') AS "kind", json_extract(value, '$[1]') AS "id" FROM json_each(?)
         WHERE NOT EXISTS (SELECT 1 FROM "standing_records" r
           WHERE r."kind" = json_extract(value, '$[0]') AND r."id" = json_extract(value, '$[1]'))`,
        JSON.stringify(keys.map(({ kind, id }) => [kind, id])),
      );
      return rows.map(toKey);
    },

    async referring({ kind, id }, most) {
      const rows = await tx.standingReference.findMany({
        where: { toKind: kind, toId: id },
        distinct: ["kind", "id"],
        orderBy: [{ kind: "asc" }, { id: "asc" }],
        take: most,
        select: { kind: true, id: true },
      });
      return rows.map(toKey);
    },

    write: (changes, facts) => writeRecords(tx, changes, facts),
  };
}

export function standingStore(prisma: PrismaClient): StandingStore {
  return {
    list: (kind, filter) => listRecords(prisma, kind, filter),

    transact: (work) => prisma.$transaction((tx) => work(transaction(tx))),

    eraseClient: (clientId, facts) => prisma.$transaction((tx) => eraseClient(tx, clientId, facts)),

    async history({ kind, id }): Promise<PastChange[]> {
      const rows = await prisma.standingChange.findMany({
        where: { kind, id },
        orderBy: { sequence: "asc" },
      });
      return rows.map(({ revision, version, document, removed, author, changedAt }) => ({
        revision,
        version,
        removed,
        record: document === null ? null : (JSON.parse(document) as unknown),
        author,
        changedAt,
      }));
    },
  };
}
