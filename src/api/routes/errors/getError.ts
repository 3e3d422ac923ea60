import { z } from "zod";
import { ApiError } from "../../apiError.js";
import { API_ERRORS, type ApiErrorCode } from "../../errorCatalogue.js";
import { errors } from "../../schemas.js";
import type { Route } from "../../types.js";

function isCode(code: string): code is ApiErrorCode {
  return Object.hasOwn(API_ERRORS, code);
}

export const getError: Route = (app) => {
  app.get(
    "/errors/:code",
    {
      schema: {
        summary: "What an error code means and what to do",
        tags: ["service"],
        params: z.object({ code: z.string() }),
        response: {
          200: z.object({
            code: z.string(),
            status: z.int(),
            title: z.string(),
            means: z.string(),
            todo: z.string(),
          }),
          ...errors(404),
        },
      },
    },
    async ({ params: { code } }) => {
      if (!isCode(code)) throw new ApiError("error-unknown", "the API has no error with this code");
      return { code, ...API_ERRORS[code] };
    },
  );
};
