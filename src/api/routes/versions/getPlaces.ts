import { z } from "zod";
import { placesView, visit as visitSchema } from "../../../contracts/index.js";
import { findPlaces, NoPlaces } from "../../../planning/life/index.js";
import { ApiError } from "../../apiError.js";
import { errors, idParams, postHeaders } from "../../schemas.js";
import type { LifeRoute } from "../../types.js";
import { loadVersion } from "./load.js";

const body = z.strictObject({
  visit: z
    .union([z.string().min(1), visitSchema])
    .describe("A visit's id, or a new visit of a client that the plan's problem knows"),
  fromShiftId: z.string().min(1).optional().describe("Of a crew: whose place is given up"),
  eachShift: z.boolean().default(false).describe("Only the cheapest place of each shift"),
  limit: z.int().min(1).max(1000).default(10),
});

const answer = placesView.meta({ id: "Places" });

export const getPlaces: LifeRoute = (app, _deps, reader) => {
  app.post(
    "/plans/:id/places",
    {
      schema: {
        summary: "Where does a visit fit? Nurse, position, start and extra cost, cheapest first",
        tags: ["versions"],
        params: idParams,
        headers: postHeaders,
        body,
        response: { 200: answer, ...errors(400, 404, 409, 415, 422) },
      },
    },
    async ({ params, body: { visit, limit, fromShiftId, eachShift } }) => {
      const base = await loadVersion(reader, params.id);
      try {
        return findPlaces(base, visit, limit, {
          eachShift,
          ...(fromShiftId === undefined ? {} : { fromShiftId }),
        });
      } catch (error) {
        if (!(error instanceof NoPlaces)) throw error;
        throw new ApiError("places-refused", error.message);
      }
    },
  );
};
