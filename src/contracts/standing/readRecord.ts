/** A record of standing data read with every fault at once. */
import type { z } from "zod";
import type { Fault } from "../fault.js";
import { addSchemaFaults, type Findings } from "../schemaFaults.js";
import { STANDING_SCHEMAS, type StandingKind, type StandingRecords } from "./kinds.js";

export type ReadRecord<K extends StandingKind> =
  | { readonly ok: true; readonly record: StandingRecords[K] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads one record: its own shape. Whether the ids in it are known is the store's question.
 *
 * @param json what JSON.parse gave
 */
export function readRecord<K extends StandingKind>(kind: K, json: unknown): ReadRecord<K> {
  const schema: z.ZodType<StandingRecords[K]> = STANDING_SCHEMAS[kind];
  const result = schema.safeParse(json, { reportInput: true });
  if (result.success) return { ok: true, record: result.data };
  const findings: Findings = { faults: [], faultyPaths: [] };
  addSchemaFaults(findings, result.error.issues, [], json);
  return { ok: false, faults: findings.faults };
}
