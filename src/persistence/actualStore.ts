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
  readonly holds: number | bigint;
  readonly firstId: string;
}

/** Every publication of the dates; `firstId`: what was published first of those whose place it took. */
const PUBLISHED = `
  SELECT d."date", b."planId",
    EXISTS (SELECT 1 FROM "holding_publications" h
      WHERE h."date" = d."date" AND h."publication" = d."publication") AS "holds",
    coalesce((SELECT f."planId" FROM "publication_rivals" r JOIN "publications" f ON f."sequence" = r."earlier"
      WHERE r."date" = d."date" AND r."later" = d."publication" ORDER BY r."earlier" LIMIT 1),
      b."planId") AS "firstId"
  FROM "publication_dates" d JOIN "publications" b ON b."sequence" = d."publication"
  WHERE d."date" >= ? AND d."date" <= ? ORDER BY d."date", b."sequence"`;

export function publishedDays(prisma: PrismaClient): PublishedDays {
  return {
    async list(from, to) {
      const rows = await prisma.$queryRawUnsafe<PublishedRow[]>(PUBLISHED, from, to);
      return [...groupBy(rows, ({ date }) => date)].map(([date, all]) => ({
        date,
        held: all
          .filter(({ holds }) => Number(holds) === 1)
          .map(({ planId, firstId }) => ({ planId, firstId }))
          .toReversed(),
        planIds: [...new Set(all.map(({ planId }) => planId))],
      }));
    },
  };
}
