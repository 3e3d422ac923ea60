import { z } from "zod";
import {
  ORGANISATION_TIME_ZONE,
  type StandingKind,
  STANDING_SCHEMAS,
  VERSIONED_KINDS,
} from "../../../contracts/standing/index.js";
import { ApiError } from "../../apiError.js";
import { answerNotModified } from "../../etag.js";
import { date, idParams } from "../../schemas.js";
import type { App } from "../../types.js";
import type { ApiDeps } from "../../deps.js";
import { holdToAreas } from "./persons.js";
import { documented, TAGS, tagOf } from "./shared.js";

const change = z.object({
  revision: z.int(),
  version: z.string().describe("validFrom of a version, else empty"),
  removed: z.boolean(),
  author: z.string(),
  changedAt: z.string(),
  record: z.unknown().describe("As it was then; null: removed, or an access note"),
});

/** Today where the office is. */
function today(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: ORGANISATION_TIME_ZONE }).format(new Date());
}

export function getRecord(app: App, { standing: { store } }: ApiDeps, kind: StandingKind): void {
  const versioned = VERSIONED_KINDS.includes(kind);
  app.get(
    `/${kind}/:id`,
    {
      schema: {
        summary: versioned
          ? `${kind}: the version that holds on a date; on none, the next or else the last one`
          : `${kind}: one record`,
        tags: TAGS,
        params: idParams,
        querystring: z.strictObject(
          versioned
            ? { date: date.optional().describe("Default today; then another version may answer") }
            : {},
        ),
        response: {
          ...documented(200, STANDING_SCHEMAS[kind], 400, 404),
          304: { description: "Not modified", content: { "application/json": { schema: z.unknown() } } },
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { date: asked } = request.query as { readonly date?: string };
      const versions = await store.list(kind, { ids: [id] });
      const day = asked ?? today();
      const holds = versions.find(
        ({ version, holdsTo }) => version <= day && (holdsTo === null || holdsTo >= day),
      );
      const near = versions.find(({ version }) => version > day) ?? versions.at(-1);
      const found = !versioned ? versions[0] : (holds ?? (asked === undefined ? near : undefined));
      if (found === undefined) {
        const when = asked === undefined || versions.length === 0 ? "" : ` that holds on ${asked}`;
        throw new ApiError("record-unknown", `no record of ${kind} has this id${when}`);
      }
      await holdToAreas(request, store, kind, [found.record]);
      if (answerNotModified(request, reply, tagOf(found))) return reply.send();
      return reply.serializer(JSON.stringify).send(found.record);
    },
  );
}

export function getHistory(app: App, { standing: { store } }: ApiDeps, kind: StandingKind): void {
  app.get(
    `/${kind}/:id/history`,
    {
      schema: {
        summary: `${kind}: every change of a record, oldest first`,
        tags: TAGS,
        params: idParams,
        response: documented(200, z.object({ changes: z.array(change) }), 400, 404),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const stored = await store.list(kind, { ids: [id] });
      await holdToAreas(
        request,
        store,
        kind,
        stored.map(({ record }) => record),
      );
      // Of a record that is removed nobody can tell any more in which area it was.
      const hidden = stored.length === 0 && request.identity.areas !== undefined;
      const changes = hidden ? [] : await store.history({ kind, id });
      if (changes.length === 0) throw new ApiError("record-unknown", `no record of ${kind} had this id`);
      return reply.serializer(JSON.stringify).send({ changes });
    },
  );
}
