import { z } from "zod";
import { ruleSet } from "../../../contracts/index.js";
import { findRuleSet, listRuleSets, type StoredRuleSet } from "../../../planning/workingTime/index.js";
import { authorOf } from "../../access/index.js";
import { ApiError } from "../../apiError.js";
import type { ApiDeps } from "../../deps.js";
import { errors, idParams } from "../../schemas.js";
import type { HistoryRoute } from "../actuals/deps.js";
import { ruleSetView, viewRuleSet } from "./views.js";

/** @throws ApiError `rule-set-unknown` */
export async function ruleSetFor(deps: ApiDeps, id: string, date: string): Promise<StoredRuleSet> {
  const found = await findRuleSet(deps.actuals.ruleSets, id, date);
  if (found === null) throw new ApiError("rule-set-unknown", `no rule set ${id} holds on ${date}`);
  return found;
}

export const ruleSets: HistoryRoute = (app, deps) => {
  app.get(
    "/working-time/rule-sets",
    {
      schema: {
        summary: "Every rule set with its dates, figures and sources",
        tags: ["working time"],
        response: { 200: z.object({ ruleSets: z.array(ruleSetView) }), ...errors(400) },
      },
    },
    async () => ({ ruleSets: (await listRuleSets(deps.actuals.ruleSets)).map(viewRuleSet) }),
  );
  app.put(
    "/working-time/rule-sets/:id",
    {
      schema: {
        summary: "A rule set from a date on; the sets before it stay",
        tags: ["working time"],
        params: idParams,
        body: ruleSet,
        response: { 200: ruleSetView, ...errors(400, 415) },
      },
    },
    async (request) => {
      const { params, body } = request;
      const set = {
        id: params.id,
        ruleSet: body,
        author: authorOf(request, undefined),
        createdAt: new Date(deps.now?.() ?? Date.now()),
      };
      await deps.actuals.ruleSets.add(set);
      return viewRuleSet(set);
    },
  );
};
