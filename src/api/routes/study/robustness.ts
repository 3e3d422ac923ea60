import { z } from "zod";
import { robustnessView, spreads } from "../../../contracts/study/index.js";
import type { Problem } from "../../../contracts/index.js";
import { addDays } from "../../../domain/dates.js";
import { epochSeconds } from "../../../domain/instant.js";
import { localDays } from "../../../domain/localDays.js";
import type { Identity } from "../../../planning/access/index.js";
import type { History } from "../../../planning/actuals/index.js";
import { lastedOf } from "../../../planning/ledger/index.js";
import { VersionReader } from "../../../planning/life/index.js";
import { type LearnedSpreads, learnedSpreads } from "../../../planning/study/index.js";
import { type AnswerLanguage, languageOf, languageQuery } from "../../language.js";
import type { HistoryRoute } from "../actuals/deps.js";
import { daysWithin } from "../actuals/within.js";
import { errors, idParams, postHeaders } from "../../schemas.js";
import { loadVersion } from "../versions/load.js";
import { runStudy } from "./runStudy.js";

const samples = z.int().min(1).max(20_000).default(1_000).describe("Days replayed");
const seed = z.int().min(0).max(4_294_967_295).default(1);

const learnDays = z
  .int()
  .min(0)
  .max(400)
  .default(90)
  .describe(
    "Days before the plan's whose visits on record say how lengths vary; 0, too few of them, or spreads of visits given: none",
  );

const body = z.strictObject({
  samples,
  seed,
  spreads: spreads.default({}),
  quantile: z
    .number()
    .gt(0.5)
    .lt(1)
    .nullable()
    .default(null)
    .describe("Also plan again so that times up to this share of cases fit, and tell what that costs"),
  seconds: z.number().positive().max(600).default(10).describe("For planning again"),
  learnDays,
});

/** What the days before a plan teach, of the visits that the caller may see. */
async function learnedFor(
  history: History,
  identity: Identity,
  problem: Problem,
  learnDays: number,
): Promise<LearnedSpreads | null> {
  const [first] = problem.shifts.map((shift) => epochSeconds(shift.from)).toSorted((a, b) => a - b);
  if (learnDays === 0 || first === undefined) return null;
  const to = addDays(localDays(problem.timeZone).dateOf(first), -1);
  const from = addDays(to, 1 - learnDays);
  return learnedSpreads(lastedOf(daysWithin(identity, await history.days(from, to))), { from, to });
}

export const robustnessRoutes: HistoryRoute = (app, deps, history) => {
  const shared = { tags: ["studies"], params: idParams };
  const reader = new VersionReader(deps.plans, deps.versions);
  const study = async (
    planId: string,
    identity: Identity,
    { learnDays: days, ...asked }: z.infer<typeof body>,
    language: AnswerLanguage,
  ) => {
    const day = await loadVersion(reader, planId);
    const learned = await learnedFor(history, identity, day.problem, days);
    return {
      kind: "robustness" as const,
      day,
      ask: { ...asked, learned, language },
      tell: (found: z.infer<typeof robustnessView>) => found,
    };
  };
  app.get(
    "/plans/:id/robustness",
    {
      schema: {
        ...shared,
        summary: "How sure is the plan? Replayed with times drawn: late visits, overtime, what starts delays",
        querystring: z.object({
          language: languageQuery,
          samples: z.coerce.number().pipe(samples.unwrap()).default(1_000),
          seed: z.coerce.number().pipe(seed.unwrap()).default(1),
          learnDays: z.coerce.number().pipe(learnDays.unwrap()).default(90),
        }),
        response: { 200: robustnessView, ...errors(400, 404, 422) },
      },
    },
    async (request, reply) => {
      const { params, query, headers, identity } = request;
      const { language: wished, ...numbers } = query;
      const language = languageOf(wished, headers["accept-language"]);
      const asked = await study(params.id, identity, body.parse(numbers), language);
      return (await runStudy(deps, request, reply, asked)) ?? reply;
    },
  );
  app.post(
    "/plans/:id/robustness",
    {
      schema: {
        ...shared,
        summary: "The same with spreads of one's own, or with a plan for a chosen quantile and its price",
        querystring: z.object({ language: languageQuery }),
        headers: postHeaders,
        body,
        response: { 200: robustnessView, ...errors(400, 404, 409, 415, 422) },
      },
    },
    async (request, reply) => {
      const { params, query, headers, identity } = request;
      const language = languageOf(query.language, headers["accept-language"]);
      const asked = await study(params.id, identity, request.body, language);
      return (await runStudy(deps, request, reply, asked)) ?? reply;
    },
  );
};
