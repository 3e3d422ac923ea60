import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { summariseFaults } from "../../../contracts/index.js";
import { isStandingKind, STANDING_KINDS } from "../../../contracts/standing/index.js";
import {
  type JsonFile,
  type ReadFile,
  readCsv,
  readJsonList,
  readJsonOfAll,
} from "../../../exchange/index.js";
import { type ImportFault, importRows } from "../../../planning/standing/index.js";
import { ApiError } from "../../apiError.js";
import type { ApiDeps } from "../../deps.js";
import { fault, postHeaders } from "../../schemas.js";
import type { App } from "../../types.js";
import { holdFilesToAll, noteChanged } from "./persons.js";
import { changeFacts, documented, TAGS } from "./shared.js";

const LIMIT = 64 * 1024 * 1024;
/** Changes told in a preview or an answer; all of them are counted. */
const CHANGES_TOLD = 1000;
const ALL = "all";

const yes = z.enum(["true", "false"]).default("false");
const params = z.object({ kind: z.enum([...STANDING_KINDS, ALL]) });
const querystring = z.strictObject({
  partial: yes.describe("Store the rows without faults although others have some"),
  preview: yes.describe("Store nothing; tell what would be stored, and every fault"),
});

const report = z
  .object({
    kind: z.string(),
    rows: z.int(),
    created: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    refused: z.int().describe("Rows with faults"),
    stored: z.boolean(),
    faults: z.array(fault).describe("At most 100, of every code some"),
    faultCount: z.int(),
    changes: z
      .array(
        z.object({
          kind: z.string(),
          id: z.string(),
          version: z.string(),
          change: z.enum(["created", "changed"]),
          line: z.int().nullable(),
          keys: z.array(z.string()).describe("Fields that differ from what was stored"),
        }),
      )
      .describe("At most 1,000"),
  })
  .meta({ id: "ImportReport" });

/** Takes files as bytes, whatever they are named; the text is told apart by its media type. */
export function takeFiles(app: App): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ["text/csv", "application/json"],
    { parseAs: "buffer", bodyLimit: LIMIT },
    (request: FastifyRequest, bytes: Buffer, done) => {
      request.rawBody = bytes;
      done(null, bytes);
    },
  );
}

function readJson(bytes: Uint8Array): JsonFile {
  const text = new TextDecoder().decode(bytes);
  try {
    return { text, json: JSON.parse(text) };
  } catch {
    throw new ApiError("body-not-json", "the file is not JSON");
  }
}

function readFile(kind: string, bytes: Uint8Array, isCsv: boolean): ReadFile {
  if (!isStandingKind(kind)) {
    if (isCsv)
      throw new ApiError("request-invalid", "a CSV file has one kind; name it, or send JSON for all");
    return readJsonOfAll(readJson(bytes));
  }
  return isCsv ? readCsv(kind, bytes) : readJsonList(kind, readJson(bytes));
}

function refuse(kind: string, faults: readonly ImportFault[], rows: string): never {
  const { faults: shown, total } = summariseFaults(faults);
  const count = `${total} fault${total === 1 ? "" : "s"}`;
  throw new ApiError("import-refused", `the file of ${kind} has ${count}${rows}`, { faults: shown });
}

export function importFile(app: App, { standing: { store } }: ApiDeps): void {
  app.post(
    "/imports/:kind",
    {
      validatorCompiler: ({ httpPart }) => {
        if (httpPart === "body" || httpPart === "headers") return (value: unknown) => ({ value });
        const schema: z.ZodType = httpPart === "params" ? params : querystring;
        return (value: unknown) => {
          const result = schema.safeParse(value);
          return result.success ? { value: result.data } : { error: result.error };
        };
      },
      schema: {
        summary: "Import a file of one kind (CSV or JSON), or of all kinds (JSON)",
        description:
          "The same file twice changes nothing. Nothing is stored if any row has a fault, unless partial=true.",
        tags: TAGS,
        consumes: ["text/csv", "application/json"],
        params,
        querystring,
        headers: postHeaders,
        response: documented(200, report, 400, 409, 413, 415, 422),
      },
    },
    async (request, reply) => {
      holdFilesToAll(request);
      const { kind } = request.params;
      const { partial, preview } = request.query;
      const bytes = request.rawBody;
      if (bytes === null || bytes.byteLength === 0) throw new ApiError("body-not-json", "the file is empty");
      const isCsv = request.headers["content-type"]?.startsWith("text/csv") === true;
      const read = readFile(kind, bytes, isCsv);
      if (!read.ok) return refuse(kind, read.faults, "");
      const options = { partial: partial === "true", preview: preview === "true" };
      const { changes, faults, ...counts } = await importRows(
        store,
        read.rows,
        options,
        changeFacts(request),
      );
      if (!counts.stored && !options.preview)
        refuse(kind, faults, ` in ${counts.refused} of ${counts.rows} rows`);
      if (counts.stored) await noteChanged(request, store, changes);
      const { faults: shown, total } = summariseFaults(faults);
      const told = changes.slice(0, CHANGES_TOLD);
      const body = { kind, ...counts, faults: shown, faultCount: total, changes: told };
      return reply.serializer(JSON.stringify).send(body);
    },
  );
}
