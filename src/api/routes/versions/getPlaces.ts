import { z } from "zod";
import { visit as visitSchema } from "../../../contracts/index.js";
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

const answer = z
  .object({
    found: z.int().describe("How many valid places there are"),
    places: z.array(
      z.object({
        shiftId: z.string(),
        nurseId: z.string(),
        position: z.int().describe("0: first of the round"),
        start: z.string(),
        extraCost: z.number().describe("Points"),
        parts: z.record(z.string(), z.number()).describe("Points by part of the cost"),
        disturbed: z.array(z.object({ visitId: z.string(), shiftedSeconds: z.int() })),
      }),
    ),
  })
  .meta({ id: "Places" });

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
        const { found, places } = findPlaces(base, visit, limit, {
          eachShift,
          ...(fromShiftId === undefined ? {} : { fromShiftId }),
        });
        return {
          found,
          places: places.map((place) => ({
            ...place,
            parts: { ...place.parts },
            disturbed: [...place.disturbed],
          })),
        };
      } catch (error) {
        if (!(error instanceof NoPlaces)) throw error;
        throw new ApiError("places-refused", error.message);
      }
    },
  );
};
