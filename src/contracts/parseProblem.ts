/** A problem document read with every fault at once. */
import { isTimeZone } from "../domain/localTime.js";
import type { z } from "zod";
import { show, type Fault, type Path } from "./fault.js";
import { without } from "./loose.js";
import { readPieces, type Entries } from "./pieces.js";
import * as schemas from "./problemSchema.js";
import type { Problem } from "./problemSchema.js";
import { gather, entries, type Context, type LooseProblem } from "./checks/context.js";
import { checkHorizon } from "./checks/horizon.js";
import { checkBreakIds, tablesOf } from "./checks/ids.js";
import { checkPins } from "./checks/pins.js";
import { checkReferences } from "./checks/references.js";
import { checkShifts } from "./checks/shifts.js";
import { checkTravel } from "./checks/travel.js";
import { checkLinks, checkVisits } from "./checks/visits.js";

export type Parsed<K extends string, T> =
  | ({ readonly ok: true } & Readonly<Record<K, T>>)
  | { readonly ok: false; readonly faults: Fault[] };

const list = (key: string, entry: z.ZodType): Entries => ({ path: [key], kind: "list", entry });

const PARTS: readonly Entries[] = [
  list("places", schemas.place),
  list("visitTypes", schemas.visitType),
  list("clients", schemas.client),
  list("visits", schemas.visit),
  list("links", schemas.link),
  list("nurses", schemas.nurse),
  list("shifts", schemas.shift),
  list("providers", schemas.provider),
  { path: ["previous", "visits"], kind: "table", entry: schemas.previousVisit },
];

/** Tables by free names, in which JavaScript's own key must not stand: libraries step over it. */
function checkKeys({ problem, add }: Context): void {
  const tables: [Path, object | undefined][] = [
    [["travel", "modes"], problem.travel?.modes],
    [["previous", "visits"], problem.previous?.visits],
    ...[...entries(problem.visitTypes)].map(({ at, item }): [Path, object | undefined] => [
      ["visitTypes", at, "name"],
      item.name,
    ]),
  ];
  for (const [path, table] of tables) {
    if (table !== undefined && Object.hasOwn(table, "__proto__")) {
      add("unknown-key", [...path, "__proto__"], 'unknown key "__proto__"');
    }
  }
}

function crossCheck(context: Context): void {
  const { problem, add } = context;
  if (problem.timeZone !== undefined && !isTimeZone(problem.timeZone)) {
    add("unknown-time-zone", ["timeZone"], `there is no time zone ${show(problem.timeZone)}`);
  }
  checkKeys(context);
  checkBreakIds(context);
  checkReferences(context);
  checkTravel(context);
  checkVisits(context);
  checkLinks(context);
  checkShifts(context);
  checkPins(context);
  checkHorizon(context);
}

/**
 * Reads a problem document. All faults are found at once: those of single values by the
 * schemas, then those between values on whatever is sound. A problem without faults is the
 * very document given, which is neither copied nor changed.
 *
 * @param json what JSON.parse gave
 */
export function parseProblem(json: unknown): Parsed<"problem", Problem> {
  const pieces = readPieces(schemas.problemSchema, PARTS, json);
  const { faults } = pieces;
  const sound = without(pieces.document, pieces.faultyPaths) as LooseProblem | null | undefined;
  if (sound !== undefined && sound !== null) {
    const { add, finish } = gather(faults);
    crossCheck({ problem: sound, tables: tablesOf(add, sound, pieces.cut), add });
    finish();
  }
  return faults.length === 0 ? { ok: true, problem: json as Problem } : { ok: false, faults };
}
