import { z } from "zod";
import {
  checkWorkingTime,
  contextOf,
  DEFAULT_RULE_SET_ID,
  type KnownDay,
  rosterOfDays,
  withDraft,
} from "../../../planning/workingTime/index.js";
import { ApiError } from "../../apiError.js";
import type { ApiDeps } from "../../deps.js";
import { errors, idParams } from "../../schemas.js";
import type { HistoryRoute } from "../actuals/deps.js";
import { checkPeriod } from "../actuals/period.js";
import { period } from "../actuals/schemas.js";
import { ruleSetFor } from "./ruleSets.js";
import { verdictView, viewVerdict } from "./views.js";

const ruleSetId = z.string().min(1).max(200).default(DEFAULT_RULE_SET_ID);

async function judge(
  deps: ApiDeps,
  days: readonly KnownDay[],
  span: { readonly from: string; readonly to: string },
  id: string,
  nurseId?: string,
): Promise<z.infer<typeof verdictView>> {
  const set = await ruleSetFor(deps, id, span.from);
  const roster = rosterOfDays(days, span, days[0]?.sheet.timeZone ?? "UTC");
  const verdict = checkWorkingTime(set.ruleSet, roster);
  const hers = (ids: readonly string[]): boolean => nurseId === undefined || ids.includes(nurseId);
  return viewVerdict(set, roster, {
    findings: verdict.findings.filter(({ nurseIds }) => hers(nurseIds)),
    hours: verdict.hours.filter((one) => hers([one.nurseId])),
  });
}

export const getWorkingTime: HistoryRoute = (app, deps, history) => {
  app.get(
    "/plans/:id/working-time",
    {
      schema: {
        summary: "Judge a version by a working-time rule set, with what is published and done around it",
        tags: ["working time"],
        params: idParams,
        querystring: z.object({ ruleSet: ruleSetId }),
        response: { 200: verdictView, ...errors(400, 404, 422) },
      },
    },
    async ({ params: { id }, query }, reply) => {
      const draft = await history.sheets(id);
      const dates = [...draft.keys()].toSorted();
      const [from, to] = [dates[0], dates.at(-1)];
      if (from === undefined || to === undefined) {
        if ((await deps.versions.find(id)) === null) {
          throw new ApiError("plan-unknown", "no plan has this id");
        }
        throw new ApiError("version-without-dates", "no shift of the version's problem has a date");
      }
      const around = contextOf(from, to);
      const days = withDraft(await history.days(around.from, around.to), draft);
      void reply.header("cache-control", "no-store");
      return judge(deps, days, { from, to }, query.ruleSet);
    },
  );
  app.get(
    "/working-time",
    {
      schema: {
        summary: "Judge what was published and done in a period by a working-time rule set",
        tags: ["working time"],
        querystring: period.extend({ ruleSet: ruleSetId, nurseId: z.string().min(1).max(500).optional() }),
        response: { 200: verdictView, ...errors(400, 404) },
      },
    },
    async ({ query: { from, to, ruleSet, nurseId } }, reply) => {
      checkPeriod(from, to);
      const around = contextOf(from, to);
      void reply.header("cache-control", "no-store");
      return judge(deps, await history.days(around.from, around.to), { from, to }, ruleSet, nurseId);
    },
  );
};
