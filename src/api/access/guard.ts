/** Asks before every route whether the caller may call it, by the access table. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type AccountStores, type Identity, LOCAL_ADMINISTRATOR } from "../../planning/access/index.js";
import { ApiError } from "../apiError.js";
import { type FoundRow, findRow, withinScopes } from "./accessTable.js";
import { holdToAreas } from "./areas.js";
import { type Identified, identify, NOBODY } from "./identify.js";
import { decide } from "./rows.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks. On public routes without sign-in: somebody who may do nothing. */
    identity: Identity;
    /** The route's row; null: the table lacks the route, or there is no such route. */
    accessRow: FoundRow | null;
  }
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
/** A page of another site cannot send this header without asking first, and is refused then. */
export const CSRF_HEADER = "x-requested-by";

function isOwnOrigin(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

function refuseForeignPages(request: FastifyRequest, by: Identified["by"]): void {
  if (SAFE.has(request.method) || by === "token") return;
  if (!isOwnOrigin(request)) throw new ApiError("foreign-page", "Origin names another site than Host");
  if (by === "session" && request.headers[CSRF_HEADER] === undefined) {
    throw new ApiError("foreign-page", `the header ${CSRF_HEADER} is missing`);
  }
}

/** What is not one's own is answered as if it were not there. */
function holdToOwn(request: FastifyRequest, { row }: FoundRow): void {
  const how = row.ownBy ?? "nurse-in-path";
  if (how === "handler") return;
  const own = request.identity.nurseId;
  const named =
    how === "nurse-in-query"
      ? (request.query as { nurseId?: unknown }).nurseId
      : Object.values(request.params as Record<string, string>)[0];
  if (own === undefined || named !== own) throw new ApiError("nurse-unknown", "no nurse has this id");
}

function admit(request: FastifyRequest, by: Identified["by"]): void {
  const found = request.accessRow;
  if (found?.row.who === "public") return;
  if (by === "nothing") {
    throw new ApiError("sign-in-needed", "the request has no valid session and no valid token", {
      headers: { "www-authenticate": "Bearer" },
    });
  }
  const { identity } = request;
  if (found === null) {
    // A route that nobody has thought about yet.
    if (identity.role === "administrator") return;
    throw new ApiError("access-refused", "the access table has no row for this route");
  }
  const decision = decide(found.row, identity.role);
  const scoped = identity.scopes === undefined || withinScopes(found, identity.scopes);
  if (decision === "refused" || !scoped) {
    throw new ApiError("access-refused", `${found.row.route} is not for the role ${identity.role}`);
  }
  if (decision === "own") holdToOwn(request, found);
}

/**
 * @param accounts null: there is no sign-in, everybody is the local administrator
 * @param now the clock
 */
export function guardRoutes(app: FastifyInstance, accounts: AccountStores | null, now: () => Date): void {
  app.decorateRequest("identity", null as unknown as Identity);
  app.decorateRequest("accessRow", null);
  app.addHook("onRequest", async (request) => {
    const { url } = request.routeOptions;
    request.accessRow = url === undefined ? null : (findRow(request.method, url) ?? null);
    if (accounts === null) {
      request.identity = LOCAL_ADMINISTRATOR;
      return;
    }
    request.identity = NOBODY;
    if (request.is404) return;
    const { identity, by } = await identify(accounts, request, now());
    request.identity = identity;
    refuseForeignPages(request, by);
    admit(request, by);
    if (request.accessRow?.row.who === "roles") await holdToAreas(request, accounts.areas);
  });
}
