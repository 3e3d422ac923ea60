import { z } from "zod";
import { nurseShiftsSchema } from "../../../contracts/nurseDay.js";
import { instantWriter } from "../../../domain/localTime.js";
import { ApiError } from "../../apiError.js";
import { date, errors, idParams } from "../../schemas.js";
import type { Route } from "../../types.js";

const MOST_DAYS = 31;

export const getShifts: Route = (app, { nurses, phone, now = Date.now }) => {
  app.get(
    "/nurses/:id/shifts",
    {
      schema: {
        summary: "A nurse's shifts of some dates, without clients",
        description: `From the plan of each date, as her visits are; by the rota where there is none. Both dates are included; at most ${MOST_DAYS} days.`,
        tags: ["nurses"],
        params: idParams,
        querystring: z
          .object({ from: date, to: date })
          .refine(({ from, to }) => from <= to, { path: ["to"], message: "must not be before `from`" })
          .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < MOST_DAYS * 86_400_000, {
            path: ["to"],
            message: `must be less than ${MOST_DAYS} days after \`from\``,
          }),
        response: { 200: nurseShiftsSchema, ...errors(400, 404) },
      },
    },
    async ({ params: { id }, query: { from, to } }) => {
      if (!(await nurses.exists(id))) throw new ApiError("nurse-unknown", "no nurse has this id");
      const { timeZone, shifts, unknown } = await phone.listShifts(id, from, to);
      const write = instantWriter(timeZone ?? "UTC");
      const at = (instant: Date): string => write(Math.floor(instant.getTime() / 1000));
      return {
        nurseId: id,
        timeZone,
        now: new Date(now()).toISOString(),
        shifts: shifts.map((shift) => ({ ...shift, from: at(shift.from), to: at(shift.to) })),
        unknown: [...unknown],
      };
    },
  );
};
