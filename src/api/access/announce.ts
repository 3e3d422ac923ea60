/** Tells the event stream what routes have changed, by the access table's `changes`. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ChangeHub, NewChange } from "../../planning/changes/index.js";

type Details = Pick<NewChange, "about" | "nurseIds" | "areaIds">;

declare module "fastify" {
  interface FastifyRequest {
    /** Told beside what the path names; null: nothing more. */
    changeDetails: Partial<Details> | null;
  }
}

/** For routes: says more of the change that the call makes. Ids and dates only. */
export function noteChange(request: FastifyRequest, details: Partial<Details>): void {
  const before = request.changeDetails;
  request.changeDetails = {
    ...before,
    ...details,
    about: { ...before?.about, ...details.about },
  };
}

const PLAN = /^\/plans\/([^/]+)$/;

export function announceChanges(app: FastifyInstance, hub: ChangeHub): void {
  app.decorateRequest("changeDetails", null);
  app.addHook("onResponse", async (request, reply) => {
    const kind = request.accessRow?.row.changes;
    const made = reply.statusCode >= 200 && reply.statusCode < 300;
    if (kind === undefined || !made || reply.getHeader("idempotency-replayed") !== undefined) return;
    const params = (request.params ?? {}) as Record<string, string>;
    const location = reply.getHeader("location");
    const planId = typeof location === "string" ? PLAN.exec(location)?.[1] : undefined;
    hub.publish({
      kind,
      userId: request.identity.userId,
      ...request.changeDetails,
      about: {
        route: request.accessRow!.row.route,
        ...params,
        ...(planId === undefined ? {} : { planId, parentId: params["id"] ?? "" }),
        ...request.changeDetails?.about,
      },
    });
  });
}
