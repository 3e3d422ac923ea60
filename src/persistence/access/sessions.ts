/** Sessions and the one-time links that begin an account. */
import type { InvitationStore, SessionStore } from "../../planning/access/ports.js";
import type { PrismaClient } from "../generated/client.js";
import { toUser } from "./users.js";

export function sessionStore(prisma: PrismaClient): SessionStore {
  return {
    async add(digest, userId, now) {
      await prisma.session.create({ data: { digest, userId, createdAt: now, seenAt: now } });
    },

    async find(digest) {
      const row = await prisma.session.findUnique({ where: { digest }, include: { user: true } });
      if (row === null) return null;
      return { user: toUser(row.user), createdAt: row.createdAt, seenAt: row.seenAt };
    },

    async seen(digest, now) {
      // It may have ended meanwhile.
      await prisma.session.updateMany({ where: { digest }, data: { seenAt: now } });
    },

    async remove(digest) {
      await prisma.session.deleteMany({ where: { digest } });
    },

    async purge(begunBefore, seenBefore) {
      await prisma.session.deleteMany({
        where: { OR: [{ createdAt: { lt: begunBefore } }, { seenAt: { lt: seenBefore } }] },
      });
    },
  };
}

export function invitationStore(prisma: PrismaClient): InvitationStore {
  const open = (digest: string, now: Date) => ({ digest, usedAt: null, expiresAt: { gt: now } });
  return {
    async add(digest, userId, expiresAt) {
      await prisma.$transaction([
        prisma.invitation.deleteMany({ where: { userId, usedAt: null } }),
        prisma.invitation.create({ data: { digest, userId, expiresAt } }),
      ]);
    },

    accept(digest, passwordHash, now) {
      return prisma.$transaction(async (tx) => {
        const { count } = await tx.invitation.updateMany({ where: open(digest, now), data: { usedAt: now } });
        if (count === 0) return null;
        const { userId } = await tx.invitation.findUniqueOrThrow({ where: { digest } });
        const row = await tx.user.update({ where: { id: userId }, data: { passwordHash } });
        await tx.session.deleteMany({ where: { userId } });
        return toUser(row);
      });
    },

    async isOpen(digest, now) {
      return (await prisma.invitation.count({ where: open(digest, now) })) > 0;
    },
  };
}
