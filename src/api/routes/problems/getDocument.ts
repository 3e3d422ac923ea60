import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { z } from "zod";
import { ApiError } from "../../apiError.js";
import { answerNotModified } from "../../etag.js";
import { errors, idParams } from "../../schemas.js";
import type { Route } from "../../types.js";

const unzip = promisify(gunzip);

/** Whether the caller takes gzip as a content coding. */
function takesGzip(header: string | string[] | undefined): boolean {
  return /(^|,)\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[\d.]+)?\s*(,|$)/i.test(String(header ?? ""));
}

export const getDocument: Route = (app, { problems }) => {
  app.get(
    "/problems/:id/document",
    {
      schema: {
        summary: "The problem as it was imported",
        tags: ["problems"],
        params: idParams,
        response: {
          200: {
            description: "kotikierros/problem@1",
            content: { "application/json": { schema: z.unknown() } },
          },
          304: { description: "Not modified", content: { "application/json": { schema: z.unknown() } } },
          ...errors(404),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const problem = await problems.find(id);
      if (problem === null) throw new ApiError("problem-unknown", "no problem has this id");
      if (answerNotModified(request, reply, `"${problem.digest}"`)) return reply.send();
      const gzip = await problems.findDocument(id);
      if (gzip === null) throw new ApiError("problem-unknown", "no problem has this id");
      void reply.type("application/json; charset=utf-8").header("vary", "accept-encoding");
      if (takesGzip(request.headers["accept-encoding"])) {
        return reply.header("content-encoding", "gzip").send(Buffer.from(gzip));
      }
      return reply.send(await unzip(gzip));
    },
  );
};
