/** What happened on the days, and which versions were published for them. */
import type {
  ActualEvent,
  ActualFlag,
  ActualStore,
  Kept,
  NewActual,
  PublishedDays,
} from "../planning/actuals/ports.js";
import { groupBy } from "../domain/groups.js";
import type { ActualKind } from "../contracts/index.js";
import type { ActualEvent as Row, Prisma, PrismaClient } from "./generated/client.js";

function toEvent(row: Row): ActualEvent {
  const { sequence: _, digest: __, kind, flags, ...rest } = row;
  return { ...rest, kind: kind as ActualKind, flags: JSON.parse(flags) as ActualFlag[] };
}

async function addOne(tx: Prisma.TransactionClient, { event, digest, text }: NewActual): Promise<Kept> {
  const known = await tx.actualEvent.findUnique({ where: { id: event.id } });
  if (known !== null) {
    return { outcome: known.digest === digest ? "duplicate" : "other-content", event: toEvent(known) };
  }
  const { flags, ...rest } = event;
  await tx.actualEvent.create({ data: { ...rest, digest, flags: JSON.stringify(flags) } });
  if (text !== null) await tx.actualNote.create({ data: { eventId: event.id, text } });
  return { outcome: "stored", event };
}

export function actualStore(prisma: PrismaClient): ActualStore {
  return {
    add: (actuals) =>
      prisma.$transaction(async (tx) => {
        const kept: Kept[] = [];
        for (const actual of actuals) kept.push(await addOne(tx, actual));
        return kept;
      }),

    async list({ from, to, visitId, clientId, nurseId }) {
      const rows = await prisma.actualEvent.findMany({
        where: {
          date: { gte: from, lte: to },
          ...(visitId === undefined ? {} : { visitId }),
          ...(clientId === undefined ? {} : { clientId }),
          ...(nurseId === undefined ? {} : { nurseId }),
        },
        orderBy: [{ usedAt: "asc" }, { sequence: "asc" }],
      });
      return rows.map(toEvent);
    },

    async notes(eventIds) {
      const texts = new Map<string, string>();
      // SQLite takes so many values in one question.
      for (let at = 0; at < eventIds.length; at += 500) {
        const rows = await prisma.actualNote.findMany({
          where: { eventId: { in: eventIds.slice(at, at + 500) } },
        });
        for (const { eventId, text } of rows) texts.set(eventId, text);
      }
      return texts;
    },

    async eraseNote(eventId) {
      return (await prisma.actualNote.deleteMany({ where: { eventId } })).count > 0;
    },
  };
}

interface PublishedRow {
  readonly date: string;
  readonly planId: string;
  readonly publishedAt: number;
}

export function publishedDays(prisma: PrismaClient): PublishedDays {
  return {
    async list(from, to) {
      const rows = await prisma.$queryRawUnsafe<PublishedRow[]>(
        `SELECT d."date", b."planId", unixepoch(b."publishedAt", 'subsec') * 1000 AS "publishedAt"
         FROM "publication_dates" d JOIN "publications" b ON b."sequence" = d."publication"
         WHERE d."date" >= ? AND d."date" <= ? ORDER BY d."date", b."sequence"`,
        from,
        to,
      );
      const byDate = groupBy(rows, ({ date }) => date);
      return [...byDate].map(([date, all]) => {
        const last = all.at(-1)!;
        return {
          date,
          planId: last.planId,
          publishedAt: new Date(Number(last.publishedAt)),
          planIds: [...new Set(all.map(({ planId }) => planId))],
        };
      });
    },
  };
}
