/** What a path is about: the first two parts of it name a client, a nurse, a plan and so on. */
import type { FastifyRequest } from "fastify";
import type { AuditSubject, SubjectKind } from "../../planning/access/index.js";

const KINDS: Readonly<Record<string, SubjectKind>> = {
  clients: "client",
  nurses: "nurse",
  plans: "plan",
  problems: "problem",
  jobs: "job",
  days: "date",
  users: "user",
};

/** Null: the path names none of them. */
export function subjectOf(request: FastifyRequest): AuditSubject | null {
  const pattern = (request.routeOptions.url ?? "").split("/");
  const kind = KINDS[pattern[1] ?? ""];
  const part = pattern[2];
  if (kind === undefined || part === undefined || !part.startsWith(":")) return null;
  const id = (request.params as Record<string, string | undefined>)[part.slice(1)];
  return id === undefined ? null : { kind, id };
}
