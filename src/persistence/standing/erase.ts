/** A client's personal data taken out of everything but the documents of past days, in one transaction. */
import type { ChangeFacts, ErasedClient, RecordChange } from "../../planning/standing/ports.js";
import { isStandingKind } from "../../contracts/standing/index.js";
import type { Executor } from "../rows.js";
import { writeRecords } from "./write.js";

/** Records and past changes that are the client's, by the client's id; `document` and `kind` of the row. */
const OF_CLIENT = `(("kind" = 'clients' AND "id" = ?1) OR json_extract("document", '$.clientId') = ?1
  OR ("kind" = 'requirements' AND json_extract("document", '$.decisionId') IN (
    SELECT c."id" FROM "standing_changes" c
    WHERE c."kind" = 'decisions' AND json_extract(c."document", '$.clientId') = ?1)))`;

/** Places where the client lives or lived. */
const HOMES = `SELECT json_extract(c."document", '$.placeId') FROM "standing_changes" c
  WHERE c."kind" = 'homes' AND json_extract(c."document", '$.clientId') = ?1`;

interface Row {
  readonly kind: string;
  readonly id: string;
  readonly version: string;
  readonly revision: number | bigint;
}

async function remove(
  executor: Executor,
  filter: string,
  clientId: string,
  facts: ChangeFacts,
): Promise<number> {
  const rows = await executor.$queryRawUnsafe<Row[]>(
    `SELECT "kind", "id", "version", "revision" FROM "standing_records" WHERE ${filter}`,
    clientId,
  );
  const changes = rows.map(({ kind, id, version, revision }): RecordChange => {
    if (!isStandingKind(kind)) throw new Error(`stored under an unknown kind: ${kind}`);
    return { kind, id, version, record: null, revision: Number(revision) + 1 };
  });
  if (changes.length > 0) await writeRecords(executor, changes, facts);
  return changes.length;
}

/** Null: nobody of this id was ever known. */
export async function eraseClient(
  executor: Executor,
  clientId: string,
  facts: ChangeFacts,
): Promise<ErasedClient | null> {
  const [known] = await executor.$queryRawUnsafe<{ known: number | bigint }[]>(
    `SELECT EXISTS (SELECT 1 FROM "standing_changes" WHERE "kind" = 'clients' AND "id" = ?1)
      OR EXISTS (SELECT 1 FROM "clients" WHERE "id" = ?1) AS "known"`,
    clientId,
  );
  if (Number(known?.known ?? 0) === 0) return null;
  const own = await remove(executor, OF_CLIENT, clientId, facts);
  // A place that somebody else uses too says nothing of the client any more.
  const places = `"kind" = 'places' AND "id" IN (${HOMES}) AND NOT EXISTS (
    SELECT 1 FROM "standing_references" f WHERE f."toKind" = 'places' AND f."toId" = "standing_records"."id")`;
  const homes = await remove(executor, places, clientId, facts);
  const orphans = `"kind" = 'places' AND "id" IN (${HOMES}) AND NOT EXISTS (
    SELECT 1 FROM "standing_records" r WHERE r."kind" = 'places' AND r."id" = "standing_changes"."id")`;
  // Places first: where the client lived stands in the history of the homes.
  for (const filter of [orphans, OF_CLIENT]) {
    await executor.$executeRawUnsafe(
      `UPDATE "standing_changes" SET "document" = NULL WHERE "document" IS NOT NULL AND "sequence" IN (
        SELECT "sequence" FROM "standing_changes" WHERE ${filter})`,
      clientId,
    );
  }
  const notes = await executor.$executeRawUnsafe(
    `DELETE FROM "actual_notes" WHERE "eventId" IN (SELECT "id" FROM "actual_events" WHERE "clientId" = ?1)`,
    clientId,
  );
  await executor.$executeRawUnsafe(`UPDATE "visits" SET "placeName" = NULL WHERE "clientId" = ?1`, clientId);
  await executor.$executeRawUnsafe(
    `UPDATE "clients" SET "languages" = '[]', "familiarNurseIds" = '[]', "refusedNurseIds" = '[]' WHERE "id" = ?1`,
    clientId,
  );
  return { records: own + homes, notes };
}
