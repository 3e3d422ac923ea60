/** A plan document read with every fault at once. */
import type { Parsed } from "./parseProblem.js";
import { readPieces, type Entries } from "./pieces.js";
import { boughtVisit, planRoute, planSchema, unservedVisit, type Plan } from "./planSchema.js";

const PARTS: readonly Entries[] = [
  { path: ["routes"], kind: "list", entry: planRoute },
  { path: ["bought"], kind: "list", entry: boughtVisit },
  { path: ["unserved"], kind: "list", entry: unservedVisit },
];

/**
 * Reads a plan document: its shape only. Whether it fits a problem (known ids, rules) is
 * the checker's question. A plan without faults is the very document given.
 *
 * @param json what JSON.parse gave
 */
export function parsePlan(json: unknown): Parsed<"plan", Plan> {
  const { faults } = readPieces(planSchema, PARTS, json);
  return faults.length === 0 ? { ok: true, plan: json as Plan } : { ok: false, faults };
}
