/** Standing data written: the record, what it refers to, and the history, in one transaction. */
import { datesOf, referencesOf, type StandingKind } from "../../contracts/standing/index.js";
import type { ChangeFacts, RecordChange } from "../../planning/standing/ports.js";
import { type Executor, insertRows, instantText } from "../rows.js";

/** Door codes are kept once and not in the history. */
const WITHOUT_HISTORY: readonly StandingKind[] = ["access-notes"];

const KEY = ["kind", "id", "version"] as const;

/** Changed records come anew with all their references, so both go first; references go with their record. */
async function removeRows(executor: Executor, changes: readonly RecordChange[]): Promise<void> {
  const keys = changes.map(({ kind, id, version }) => [kind, id, version]);
  await executor.$executeRawUnsafe(
    `DELETE FROM "standing_records" WHERE ("kind", "id", "version") IN
      (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(?))`,
    JSON.stringify(keys),
  );
}

export async function writeRecords(
  executor: Executor,
  changes: readonly RecordChange[],
  { author, changedAt }: ChangeFacts,
): Promise<void> {
  const at = instantText(changedAt);
  await removeRows(executor, changes);
  const records = [];
  const references = [];
  const history = [];
  for (const { kind, id, version, record, revision } of changes) {
    const key = { kind, id, version };
    const document = record === null ? null : JSON.stringify(record);
    history.push({
      ...key,
      revision,
      document: WITHOUT_HISTORY.includes(kind) ? null : document,
      removed: record === null,
      author,
      changedAt: at,
    });
    if (record === null) continue;
    const { from, to } = datesOf(kind, record);
    records.push({ ...key, revision, document, firstDate: from, lastDate: to, changedAt: at });
    for (const { path, kind: toKind, id: toId } of referencesOf(kind, record))
      references.push({ ...key, key: path.join("."), toKind, toId });
  }
  await insertRows(executor, "standing_records", records, KEY);
  await insertRows(executor, "standing_references", references, [...KEY, "key"]);
  await insertRows(executor, "standing_changes", history);
}
