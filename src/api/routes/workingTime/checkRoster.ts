import { roster } from "../../../contracts/index.js";
import { isTimeZone } from "../../../domain/localTime.js";
import { checkWorkingTime, DEFAULT_RULE_SET_ID, rosterOf } from "../../../planning/workingTime/index.js";
import { ApiError } from "../../apiError.js";
import { errors, postHeaders } from "../../schemas.js";
import type { HistoryRoute } from "../actuals/deps.js";
import { checkPeriod } from "../actuals/period.js";
import { ruleSetFor } from "./ruleSets.js";
import { verdictView, viewVerdict } from "./views.js";

const BODY_BYTES = 8 * 1024 * 1024;

export const checkRoster: HistoryRoute = (app, deps) => {
  app.post(
    "/rosters/check",
    {
      bodyLimit: BODY_BYTES,
      schema: {
        summary: "Judge a roster by a working-time rule set; nothing is stored",
        tags: ["working time"],
        headers: postHeaders,
        body: roster,
        response: { 200: verdictView, ...errors(400, 404, 409, 413, 415, 422) },
      },
    },
    async ({ body }) => {
      checkPeriod(body.from, body.to);
      if (!isTimeZone(body.timeZone)) {
        throw new ApiError("request-invalid", `timeZone ${body.timeZone.slice(0, 60)} is no IANA zone`);
      }
      const judged = rosterOf(body);
      const backwards = judged.duties.find(({ from, to }) => to <= from);
      if (backwards !== undefined) {
        throw new ApiError("request-invalid", `shift ${backwards.id} does not end after it starts`);
      }
      const set = await ruleSetFor(deps, body.ruleSet ?? DEFAULT_RULE_SET_ID, body.from);
      return viewVerdict(set, judged, checkWorkingTime(set.ruleSet, judged));
    },
  );
};
