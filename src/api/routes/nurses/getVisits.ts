import { createHash } from "node:crypto";
import { z } from "zod";
import { nurseDaySchema } from "../../../contracts/nurseDay.js";
import { addDays } from "../../../domain/dates.js";
import { isShownToNurse } from "../../../planning/access/index.js";
import type { VersionStore } from "../../../planning/life/index.js";
import type { NurseDay } from "../../../planning/ports.js";
import { askedVisits, toldByVisit, viewNurseDay } from "../../../planning/phone/index.js";
import { noteSubjects } from "../../access/index.js";
import { ApiError } from "../../apiError.js";
import { answerNotModified } from "../../etag.js";
import { date, errors, idParams } from "../../schemas.js";
import type { Route } from "../../types.js";

async function isPublished(versions: VersionStore, { planIds }: NurseDay): Promise<boolean> {
  const found = await Promise.all(planIds.map((id) => versions.find(id)));
  return found.some((version) => version?.state === "published");
}

export const getVisits: Route = (app, { plans, nurses, phone, actuals, versions, now = Date.now }) => {
  app.get(
    "/nurses/:id/visits",
    {
      schema: {
        summary: "A nurse's visits and breaks of a date, from the version that is published",
        description:
          "On a date that was never published, from the latest plan of a job. A stop belongs to the date on which it starts, by the problem's time zone. A nurse without work on a planned date has no rounds. Names, tasks and languages are those on record now. The role nurse: her own, published, from the day before until the day after; on other dates no rounds.",
        tags: ["nurses"],
        params: idParams,
        querystring: z.object({ date }),
        response: {
          200: nurseDaySchema,
          304: { description: "Not modified", content: { "application/json": { schema: z.unknown() } } },
          ...errors(400, 404),
        },
      },
    },
    async (request, reply) => {
      const nurseId = request.params.id;
      const { date: day } = request.query;
      if (!(await nurses.exists(nurseId))) throw new ApiError("nurse-unknown", "no nurse has this id");
      const found = await plans.findNurseDay(nurseId, day);
      const forNurse = request.identity.role === "nurse";
      // A nurse never sees what may still become another's.
      if (found === null || (forNurse && !(await isPublished(versions, found)))) {
        throw new ApiError("day-unplanned", `no stored plan covers ${day}`);
      }
      const shown = !forNurse || isShownToNurse(day, new Date(now()), found.timeZone);
      // Events of a night round count to the date on which its shift starts.
      const events = await actuals.events.list({ from: addDays(day, -1), to: day, nurseId });
      const visible = shown ? found : { ...found, rounds: [] };
      const view = await viewNurseDay(phone, nurseId, day, visible, toldByVisit(events));
      noteSubjects(
        request,
        "client",
        askedVisits(visible.rounds).map(({ clientId }) => clientId),
      );
      const digest = createHash("sha256").update(JSON.stringify(view)).digest("base64url").slice(0, 22);
      if (answerNotModified(request, reply, `W/"${digest}"`)) return reply.send();
      return view;
    },
  );
};
