import { z } from "zod";
import type { PlanHead, StoredPlan } from "../../../planning/ports.js";
import { ApiError } from "../../apiError.js";
import { answerNotModified } from "../../etag.js";
import { errors, idParams } from "../../schemas.js";
import type { Route } from "../../types.js";

function isWhole(plan: PlanHead | StoredPlan): plan is StoredPlan {
  return "document" in plan;
}

const document = (description: string) => ({
  description,
  content: { "application/json": { schema: z.unknown() } },
});

export const getPlan: Route = (app, { plans }) => {
  app.get(
    "/plans/:id",
    {
      schema: {
        summary: "A plan, as the contract has it",
        tags: ["plans"],
        params: idParams,
        response: {
          200: document("kotikierros/plan@1; a stored plan never changes"),
          304: document("Not modified"),
          ...errors(400, 404),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      // Without a tag to compare there is nothing to save by looking at the head first.
      const asked = request.headers["if-none-match"] !== undefined;
      const head = await (asked ? plans.findHead(id) : plans.find(id));
      if (head === null) throw new ApiError("plan-unknown", "no plan has this id");
      void reply.header("link", `</problems/${head.problemId}>; rel="describedby"`);
      if (answerNotModified(request, reply, `"${head.digest}"`)) return reply.send();
      const plan = isWhole(head) ? head : await plans.find(id);
      if (plan === null) throw new ApiError("plan-unknown", "no plan has this id");
      return reply
        .type("application/json; charset=utf-8")
        .serializer((text: string) => text)
        .send(plan.document);
    },
  );
  app.get(
    "/plans/:id/verdict",
    {
      schema: {
        summary: "What the checker says of a plan",
        tags: ["plans"],
        params: idParams,
        response: { 200: document("valid, violations, cost, facts"), ...errors(400, 404) },
      },
    },
    async ({ params: { id } }, reply) => {
      const plan = await plans.find(id);
      if (plan === null) throw new ApiError("plan-unknown", "no plan has this id");
      return reply
        .type("application/json; charset=utf-8")
        .serializer((text: string) => text)
        .send(plan.verdict);
    },
  );
};
