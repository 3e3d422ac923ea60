import { randomUUID } from "node:crypto";
import { problemSchema } from "../../../contracts/index.js";
import { withinAreas } from "../../../planning/access/index.js";
import { ApiError } from "../../apiError.js";
import { takeDocuments } from "../../plugins/bodies.js";
import { errors, postHeaders, problemSummary } from "../../schemas.js";
import type { Route } from "../../types.js";
import { viewProblem } from "../../views.js";

const MEGABYTE = 1024 * 1024;

export const importProblem: Route = (app, { problems, reader, problemBodyLimit }) => {
  takeDocuments(app, problemBodyLimit ?? 64 * MEGABYTE);
  app.post(
    "/problems",
    {
      bodyLimit: problemBodyLimit ?? 64 * MEGABYTE,
      // The schema is for the description only: a thread of its own judges the document.
      validatorCompiler: () => (value: unknown) => ({ value }),
      schema: {
        summary: "Import a problem, plain or gzipped; every fault is told at once",
        tags: ["problems"],
        consumes: ["application/json", "application/gzip"],
        headers: postHeaders,
        body: problemSchema,
        response: { 201: problemSummary, ...errors(400, 403, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const bytes = request.rawBody;
      if (bytes === null || bytes.byteLength === 0) throw new ApiError("body-not-json", "the body is empty");
      const read = await reader.readProblem(bytes);
      if (!read.ok) {
        const detail = `the document has ${read.count} fault${read.count === 1 ? "" : "s"}`;
        throw new ApiError("problem-invalid", detail, { faultsText: read.faults });
      }
      const { gzip, digest, size, facts, records } = read;
      // What somebody limited to areas could not read afterwards she does not bring in either.
      const other = records.clients.find(({ areaId }) => !withinAreas(request.identity, areaId));
      if (other !== undefined)
        throw new ApiError("access-refused", `client ${other.id} is of no area of the account`);
      const createdAt = new Date();
      const stored = await problems.add({ id: randomUUID(), gzip, digest, size, facts, records, createdAt });
      const view = viewProblem(stored);
      return reply.code(201).header("location", view.links.self).send(view);
    },
  );
};
