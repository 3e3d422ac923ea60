/** Every registered route for every role: allowed, own or refused as the access table says. */
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { decide } from "../../src/api/access/rows.js";
import { findRow } from "../../src/api/access/accessTable.js";
import { ROLES, type Role } from "../../src/contracts/index.js";
import { type Person, personOf } from "./support/people.js";
import { type Service, startService, temporaryFolder } from "./support/service.js";

/** Hundreds of requests a test, on machines that may be busy with others. */
vi.setConfig({ testTimeout: 120_000 });

const temporary = temporaryFolder();
let service: Service;
const people = new Map<Role, Person>();
beforeAll(async () => {
  service = await startService({ file: `${temporary.folder}/access.sqlite`, fake: true, signIn: true });
  for (const role of ROLES) {
    const about = role === "nurse" ? { nurseId: "aino" } : {};
    people.set(role, await personOf(service.app, service.database.accounts, role, about));
  }
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

interface Registered {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
}

function registered(app: FastifyInstance): readonly Registered[] {
  return [...app.routeTable].flatMap(([path, methods]) =>
    [...methods]
      .filter((method) => method !== "HEAD" && method !== "OPTIONS")
      .map((method) => ({ method: method as Registered["method"], path })),
  );
}

/** An address of the route about things that are not there. */
const addressOf = (path: string): string => path.replace(/:\w+/g, "nobody").replace("*", "nothing");

async function statusOf(person: Person | null, { method, path }: Registered): Promise<number> {
  const body = method === "GET" || method === "DELETE" ? {} : { payload: {} };
  // A stream would never end by itself.
  const answer = await service.app.inject({
    method,
    url: addressOf(path),
    headers: person?.headers ?? {},
    payloadAsStream: true,
    ...body,
  });
  answer.stream().destroy();
  return answer.statusCode;
}

describe("the access table", () => {
  it("has a row for every route", () => {
    const lacking = registered(service.app).filter(({ method, path }) => findRow(method, path) === undefined);
    expect(
      lacking.map(
        ({ method, path }) =>
          `add row("${method} ${path}", { allowed: [...] }) to a file of src/api/access/table/; see docs/access.md`,
      ),
    ).toEqual([]);
  });

  it("lets in nobody who has not signed in, but to what is public", async () => {
    for (const route of registered(service.app)) {
      const status = await statusOf(null, route);
      const open = findRow(route.method, route.path)?.row.who === "public";
      expect([route.method, route.path, status === 401 && !route.path.endsWith("/sign-in")]).toEqual([
        route.method,
        route.path,
        !open,
      ]);
    }
  });

  it.each(ROLES)("allows and refuses the role %s route by route", async (role) => {
    // The last thing that a session does.
    const routes = registered(service.app).filter(({ path }) => path !== "/sign-out");
    for (const route of routes) {
      const found = findRow(route.method, route.path);
      if (found === undefined) continue;
      const status = await statusOf(people.get(role)!, route);
      const decision = decide(found.row, role);
      const told = [role, route.method, route.path, decision, status];
      if (decision === "refused") expect([...told, status]).toEqual([...told, 403]);
      else expect([...told, status === 403]).toEqual([...told, false]);
      // What is another's is not there.
      if (decision === "own" && found.row.ownBy !== "handler")
        expect([...told, status]).toEqual([...told, 404]);
    }
  });

  it("gives purchaser, operations and auditor no persons", () => {
    const shown = registered(service.app).filter(({ method, path }) => {
      const row = findRow(method, path)?.row;
      if (row?.personal !== true) return false;
      return (["purchaser", "operations", "auditor"] as const).some(
        (role) => decide(row, role) !== "refused",
      );
    });
    expect(shown).toEqual([]);
  });
});
