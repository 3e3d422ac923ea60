import type { IdempotencyStore } from "../planning/ports.js";
import type { PrismaClient } from "./generated/client.js";

export function idempotencyStore(prisma: PrismaClient): IdempotencyStore {
  return {
    claim(key, bodyDigest, now) {
      return prisma.$transaction(async (tx) => {
        const row = await tx.idempotencyRecord.findUnique({ where: { key } });
        if (row === null) {
          await tx.idempotencyRecord.create({ data: { key, bodyDigest, createdAt: now } });
          return { kind: "new" } as const;
        }
        if (row.bodyDigest !== bodyDigest) return { kind: "other-body" } as const;
        if (row.status === null) return { kind: "pending" } as const;
        const headers = JSON.parse(row.headers ?? "{}") as Record<string, string>;
        return {
          kind: "answered",
          answer: { status: row.status, headers, body: row.body ?? "" },
        } as const;
      });
    },

    async keep(key, answer) {
      await prisma.idempotencyRecord.update({
        where: { key },
        data: { status: answer.status, headers: JSON.stringify(answer.headers), body: answer.body },
      });
    },

    async release(key) {
      await prisma.idempotencyRecord.deleteMany({ where: { key } });
    },

    async purge(olderThan, dropPending) {
      await prisma.idempotencyRecord.deleteMany({ where: { createdAt: { lt: olderThan } } });
      if (dropPending) await prisma.idempotencyRecord.deleteMany({ where: { status: null } });
    },
  };
}
