import {
  readRecord,
  type StandingKind,
  STANDING_SCHEMAS,
  VERSIONED_KINDS,
} from "../../../contracts/standing/index.js";
import { fault } from "../../../contracts/index.js";
import { saveRecord } from "../../../planning/standing/index.js";
import { ApiError } from "../../apiError.js";
import type { ApiDeps } from "../../deps.js";
import { idParams } from "../../schemas.js";
import type { App } from "../../types.js";
import { holdToAreas } from "./persons.js";
import { changeFacts, documented, expectedBy, matchHeaders, recordInvalid, TAGS, tagOf } from "./shared.js";

export function putRecord(app: App, { standing: { store } }: ApiDeps, kind: StandingKind): void {
  const schema = STANDING_SCHEMAS[kind];
  app.put(
    `/${kind}/:id`,
    {
      // The record's own words for its faults; the schema here is for the description.
      validatorCompiler: ({ httpPart }) =>
        httpPart === "params"
          ? (value: unknown) => ({ value: idParams.parse(value) })
          : (value: unknown) => ({ value }),
      schema: {
        summary: `${kind}: store a new record, or a new revision of the one in If-Match`,
        description: VERSIONED_KINDS.includes(kind)
          ? "The version is told by `validFrom`; a further version is new and needs no If-Match."
          : "The same record again changes nothing and needs no If-Match.",
        tags: TAGS,
        params: idParams,
        headers: matchHeaders,
        body: schema,
        response: {
          ...documented(200, schema, 400, 412, 415, 422, 428),
          ...documented(201, schema),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const read = readRecord(kind, request.body);
      if (!read.ok) throw recordInvalid(kind, read.faults);
      if (read.record.id !== id) {
        const message = `id is ${read.record.id}, the address names another`;
        throw recordInvalid(kind, [fault("id-mismatch", ["id"], message)]);
      }
      const before = await store.list(kind, { ids: [id] });
      await holdToAreas(request, store, kind, [...before.map(({ record }) => record), read.record]);
      const outcome = await saveRecord(store, kind, read.record, expectedBy(request), changeFacts(request));
      switch (outcome.kind) {
        case "refused":
          throw recordInvalid(kind, outcome.faults);
        case "match-needed":
          throw new ApiError("match-needed", `${kind} ${id} is stored; If-Match must name its revision`);
        case "outdated": {
          const is = outcome.revision === null ? "not stored" : `at revision ${outcome.revision}`;
          throw new ApiError("record-changed", `${kind} ${id} is ${is}`);
        }
        default:
          return reply
            .code(outcome.kind === "created" ? 201 : 200)
            .header("etag", tagOf(outcome))
            .serializer(JSON.stringify)
            .send(read.record);
      }
    },
  );
}
