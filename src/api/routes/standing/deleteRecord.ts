import { z } from "zod";
import { type StandingKind, VERSIONED_KINDS } from "../../../contracts/standing/index.js";
import { removeRecord } from "../../../planning/standing/index.js";
import { ApiError } from "../../apiError.js";
import type { ApiDeps } from "../../deps.js";
import { date, errors, idParams } from "../../schemas.js";
import type { App } from "../../types.js";
import { holdToAreas } from "./persons.js";
import { changeFacts, expectedBy, matchHeaders, TAGS } from "./shared.js";

export function deleteRecord(app: App, { standing: { store } }: ApiDeps, kind: StandingKind): void {
  const versioned = VERSIONED_KINDS.includes(kind);
  app.delete(
    `/${kind}/:id`,
    {
      schema: {
        summary: versioned ? `${kind}: remove one version` : `${kind}: remove a record`,
        description: "Plans that were made with it stay as they are, and so does its history.",
        tags: TAGS,
        params: idParams,
        headers: matchHeaders,
        querystring: z.strictObject(versioned ? { validFrom: date.describe("The version that goes") } : {}),
        response: { 204: z.null().describe("Removed"), ...errors(400, 404, 409, 412, 428) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { validFrom: version = "" } = request.query as { readonly validFrom?: string };
      const before = await store.list(kind, { ids: [id] });
      await holdToAreas(
        request,
        store,
        kind,
        before.map(({ record }) => record),
      );
      const outcome = await removeRecord(
        store,
        { kind, id },
        version,
        expectedBy(request),
        changeFacts(request),
      );
      switch (outcome.kind) {
        case "removed":
          return reply.code(204).send(null);
        case "unknown":
          throw new ApiError("record-unknown", `no record of ${kind} has this id`);
        case "match-needed":
          throw new ApiError("match-needed", `${kind} ${id} is stored; If-Match must name its revision`);
        case "outdated":
          throw new ApiError("record-changed", `${kind} ${id} is at revision ${outcome.revision}`);
        case "referred": {
          const by = outcome.by.map((key) => `${key.kind} ${key.id}`).join(", ");
          throw new ApiError("record-referred", `${kind} ${id} is named by ${by}`);
        }
      }
    },
  );
}
