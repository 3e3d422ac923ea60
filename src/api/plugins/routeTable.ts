/** Which methods a path takes, for 405 answers. */
import type { FastifyInstance } from "fastify";

/** Path patterns (`/jobs/:id`) with their methods. */
export type RouteTable = Map<string, Set<string>>;

/** Notes every route that is added from here on. */
export function watchRoutes(app: FastifyInstance): RouteTable {
  const table: RouteTable = new Map();
  app.addHook("onRoute", ({ url, method }) => {
    const methods = table.get(url) ?? new Set();
    for (const one of Array.isArray(method) ? method : [method]) methods.add(one);
    table.set(url, methods);
  });
  return table;
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split("/");
  const given = path.split("/");
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => (part.startsWith(":") ? given[index] !== "" : part === given[index]))
  );
}

/** Sorted; empty: no such path. */
export function allowedMethods(table: RouteTable, path: string): readonly string[] {
  const found = new Set<string>();
  for (const [pattern, methods] of table) {
    if (matches(pattern, path)) for (const method of methods) found.add(method);
  }
  return [...found].sort();
}
