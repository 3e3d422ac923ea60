/** Writes the audit log: every reading and changing of personal data, before the answer leaves. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { AccountStores, AuditSubject, SubjectKind } from "../../planning/access/index.js";
import { subjectOf } from "./subjects.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Persons and documents in the answer beside the one that the path names. */
    auditSubjects: AuditSubject[] | null;
  }
}

/** For routes: says whose data the answer has, where the path does not. */
export function noteSubjects(request: FastifyRequest, kind: SubjectKind, ids: Iterable<string>): void {
  request.auditSubjects ??= [];
  for (const id of ids) request.auditSubjects.push({ kind, id });
}

/** `x-reason`, or the reason in the body. */
function reasonOf(request: FastifyRequest): string | null {
  const header = request.headers["x-reason"];
  if (typeof header === "string" && header.trim() !== "") return header.trim().slice(0, 2000);
  const body = request.body as { reason?: unknown } | null | undefined;
  return typeof body?.reason === "string" ? body.reason.slice(0, 2000) : null;
}

/** @param accounts null: there is no sign-in, nobody to name and nothing recorded */
export function recordAccess(app: FastifyInstance, accounts: AccountStores | null, now: () => Date): void {
  app.decorateRequest("auditSubjects", null);
  if (accounts === null) return;
  app.addHook("onSend", async (request, reply, payload) => {
    const found = request.accessRow;
    // Who has not signed in has been shown nothing.
    if (found?.row.personal !== true || reply.statusCode === 401 || reply.statusCode >= 500) return payload;
    const named = subjectOf(request);
    await accounts.audit.add({
      at: now(),
      userId: request.identity.userId,
      role: request.identity.role,
      action: request.method === "GET" || request.method === "HEAD" ? "read" : "change",
      route: found.row.route,
      status: reply.statusCode,
      requestId: request.id,
      reason: reasonOf(request),
      subjects: [...(named === null ? [] : [named]), ...(request.auditSubjects ?? [])],
    });
    return payload;
  });
}
