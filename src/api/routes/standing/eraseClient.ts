import { z } from "zod";
import { noteChange } from "../../access/index.js";
import { ApiError } from "../../apiError.js";
import type { ApiDeps } from "../../deps.js";
import { errors, idParams, postHeaders } from "../../schemas.js";
import type { App } from "../../types.js";
import { changeFacts, TAGS } from "./shared.js";

export function eraseClient(app: App, { standing: { store } }: ApiDeps): void {
  app.post(
    "/clients/:id/erasure",
    {
      schema: {
        summary: "Erase a client's personal data; figures, plans and the audit log keep the id",
        tags: TAGS,
        params: idParams,
        headers: postHeaders,
        body: z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
        response: {
          200: z
            .object({
              records: z.int().describe("Records of standing data that are gone, their history with them"),
              notes: z.int().describe("Texts of nurses' notes that are gone"),
            })
            .meta({ id: "ErasedClient" }),
          ...errors(400, 404, 409, 415),
        },
      },
    },
    async (request) => {
      const { id } = request.params;
      const erased = await store.eraseClient(id, changeFacts(request));
      if (erased === null) throw new ApiError("record-unknown", "no record of clients has this id");
      noteChange(request, { about: { kind: "clients" } });
      return { ...erased };
    },
  );
}
