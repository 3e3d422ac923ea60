/** Messages and calendar links. */
import type {
  CalendarLink,
  CalendarLinkStore,
  ContactStores,
  Message,
  MessageStore,
} from "../../planning/contact/ports.js";
import type { CalendarLink as LinkRow, Message as Row, PrismaClient } from "../generated/client.js";

const toMessage = (row: Row): Message => ({ ...row, direction: row.direction as Message["direction"] });

const CONTENT = ["nurseId", "direction", "author", "visitId", "date", "text"] as const;

function messageStore(prisma: PrismaClient): MessageStore {
  return {
    add(message) {
      return prisma.$transaction(async (tx) => {
        const known = await tx.message.findUnique({ where: { id: message.id } });
        if (known === null) {
          await tx.message.create({ data: message });
          return "stored";
        }
        return CONTENT.every((key) => known[key] === message[key]) ? "duplicate" : "other-content";
      });
    },

    async list({ nurseId, after, unread, limit }) {
      const rows = await prisma.message.findMany({
        where: {
          ...(nurseId === undefined ? {} : { nurseId }),
          ...(after === undefined ? {} : { sentAt: { gt: after } }),
          ...(unread === true ? { readAt: null } : {}),
        },
        orderBy: [{ sentAt: "desc" }, { id: "desc" }],
        take: limit,
      });
      return rows.map(toMessage).toReversed();
    },

    async find(id) {
      const row = await prisma.message.findUnique({ where: { id } });
      return row === null ? null : toMessage(row);
    },

    async markRead(id, at) {
      await prisma.message.updateMany({ where: { id, readAt: null }, data: { readAt: at } });
    },
  };
}

function toLink(row: LinkRow): CalendarLink {
  return { id: row.id, nurseId: row.nurseId, createdAt: row.createdAt, revokedAt: row.revokedAt };
}

function calendarLinkStore(prisma: PrismaClient): CalendarLinkStore {
  return {
    async add(link, digest) {
      await prisma.calendarLink.create({ data: { ...link, digest } });
    },

    async list(nurseId) {
      const rows = await prisma.calendarLink.findMany({ where: { nurseId }, orderBy: { createdAt: "asc" } });
      return rows.map(toLink);
    },

    async findOpen(digest) {
      const row = await prisma.calendarLink.findUnique({ where: { digest } });
      return row === null || row.revokedAt !== null ? null : toLink(row);
    },

    async revoke(id, nurseId, at) {
      await prisma.calendarLink.updateMany({
        where: { id, nurseId, revokedAt: null },
        data: { revokedAt: at },
      });
      const row = await prisma.calendarLink.findFirst({ where: { id, nurseId } });
      return row === null ? null : toLink(row);
    },
  };
}

export function contactStores(prisma: PrismaClient): ContactStores {
  return { messages: messageStore(prisma), calendarLinks: calendarLinkStore(prisma) };
}
