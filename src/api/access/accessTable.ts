/** Finds the row of a route. */
import type { Role } from "../../contracts/index.js";
import { type AccessRow, decide } from "./rows.js";
import { GROUPS } from "./table/index.js";

export interface FoundRow {
  readonly group: string;
  readonly row: AccessRow;
}

const EXACT = new Map<string, FoundRow>();
const BELOW: { readonly prefix: string; readonly found: FoundRow }[] = [];
for (const [group, rows] of Object.entries(GROUPS)) {
  for (const row of rows) {
    if (EXACT.has(row.route)) throw new Error(`the access table has ${row.route} twice`);
    EXACT.set(row.route, { group, row });
    if (row.route.endsWith("/*")) BELOW.push({ prefix: row.route.slice(0, -1), found: { group, row } });
  }
}

/** @param path as registered, `/plans/:id`. Undefined: the table lacks the route. */
export function findRow(method: string, path: string): FoundRow | undefined {
  const route = `${method === "HEAD" ? "GET" : method} ${path.length > 1 ? path.replace(/\/$/, "") : path}`;
  return EXACT.get(route) ?? BELOW.find(({ prefix }) => route.startsWith(prefix))?.found;
}

/** Every row's route, in the table's order. */
export function listRoutes(): readonly string[] {
  return [...EXACT.keys()];
}

/** Whether an API token's scopes take in the route. */
export function withinScopes({ group, row }: FoundRow, scopes: readonly string[]): boolean {
  return scopes.includes(`${group}:${row.route.startsWith("GET ") ? "read" : "write"}`);
}

/** What tokens may be limited to. */
export const SCOPES: readonly string[] = Object.keys(GROUPS)
  .filter((group) => group !== "public" && group !== "access")
  .flatMap((group) => [`${group}:read`, `${group}:write`]);

/** Routes that a role may call, for all or for its own. */
export function routesOf(role: Role, scopes?: readonly string[]): readonly string[] {
  return [...EXACT.values()]
    .filter(({ row }) => row.who !== "public" && decide(row, role) !== "refused")
    .filter((found) => scopes === undefined || withinScopes(found, scopes))
    .map(({ row }) => row.route);
}
