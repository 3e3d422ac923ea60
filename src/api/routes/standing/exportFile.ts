import { z } from "zod";
import { isStandingKind, STANDING_KINDS, type StandingKind } from "../../../contracts/standing/index.js";
import { EXCEL, PLAIN, writeCsv } from "../../../exchange/index.js";
import { ApiError } from "../../apiError.js";
import type { ApiDeps } from "../../deps.js";
import { errors } from "../../schemas.js";
import type { App } from "../../types.js";
import { holdFilesToAll, visible } from "./persons.js";
import { TAGS } from "./shared.js";

const ALL = "all";

export function exportFile(app: App, { standing: { store } }: ApiDeps): void {
  app.get(
    "/exports/:kind",
    {
      schema: {
        summary:
          "Export all records of a kind as CSV or JSON, or of all kinds as JSON, as the import takes them",
        tags: TAGS,
        params: z.object({ kind: z.enum([...STANDING_KINDS, ALL]) }),
        querystring: z.strictObject({
          format: z.enum(["csv", "json"]).default("json"),
          dialect: z
            .enum(["excel", "plain"])
            .default("excel")
            .describe("excel: semicolons, decimal commas, a mark for UTF-8; plain: commas and points"),
        }),
        response: {
          200: {
            description: "The file",
            content: { "text/csv": { schema: z.string() }, "application/json": { schema: z.unknown() } },
          },
          ...errors(400),
        },
      },
    },
    async (request, reply) => {
      holdFilesToAll(request);
      const { kind } = request.params;
      const { format, dialect } = request.query;
      const records = async (one: StandingKind) => {
        const all = (await store.list(one)).map(({ record }) => record);
        await visible(request, store, one, all);
        return all;
      };
      const answer = reply
        .header("cache-control", "no-store")
        .header("content-disposition", `attachment; filename="${kind}.${format}"`);
      if (!isStandingKind(kind)) {
        if (format === "csv") throw new ApiError("request-invalid", "a CSV file has one kind; name it");
        const lists = await Promise.all(STANDING_KINDS.map(async (one) => [one, await records(one)]));
        return answer.serializer(JSON.stringify).send(Object.fromEntries(lists));
      }
      if (format === "json") return answer.serializer(JSON.stringify).send(await records(kind));
      const text = writeCsv(kind, await records(kind), dialect === "excel" ? EXCEL : PLAIN);
      return answer
        .type("text/csv; charset=utf-8")
        .serializer((body: string) => body)
        .send(text);
    },
  );
}
