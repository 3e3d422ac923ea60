import { createHash, randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { z } from "zod";
import { equityView, type Problem } from "../../../contracts/index.js";
import type { Identity } from "../../../planning/access/index.js";
import type { History } from "../../../planning/actuals/index.js";
import { type ClientEquity, equityOf, withEquity } from "../../../planning/ledger/index.js";
import { problemRecords } from "../../../planning/records.js";
import { noteSubjects } from "../../access/index.js";
import { ApiError } from "../../apiError.js";
import { date, errors, idParams, postHeaders } from "../../schemas.js";
import type { HistoryRoute } from "../actuals/deps.js";
import { daysWithin } from "../actuals/within.js";
import { firstOf } from "./spans.js";

const zip = promisify(gzip);
const unzip = promisify(gunzip);

const WEEKS = 6;
const weeks = z.coerce.number().int().min(1).max(52).default(WEEKS);

async function ledgerOf(
  history: History,
  identity: Identity,
  last: string,
  count: number,
): Promise<readonly ClientEquity[]> {
  const days = daysWithin(identity, await history.days(firstOf(last, 7 * count), last));
  const whole = [];
  for (const day of days) whole.push({ ...day, first: await history.firstSheet(day) });
  return equityOf(whole);
}

export const equity: HistoryRoute = (app, deps, history) => {
  app.get(
    "/equity",
    {
      schema: {
        summary: "Lateness, moved times and dropped visits by client over weeks, the worst off first",
        tags: ["ledger"],
        querystring: z.object({
          date: date.describe("Last day of the weeks"),
          weeks,
          most: z.coerce
            .number()
            .int()
            .min(1)
            .max(10_000)
            .default(10_000)
            .describe("So many of the worst off"),
        }),
        response: {
          200: equityView,
          ...errors(400),
        },
      },
    },
    async (request, reply) => {
      const { query, identity } = request;
      const ledger = await ledgerOf(history, identity, query.date, query.weeks);
      const clients = ledger.slice(0, query.most).map((one) => ({ ...one }));
      noteSubjects(
        request,
        "client",
        clients.map(({ clientId }) => clientId),
      );
      void reply.header("cache-control", "no-store");
      return { date: query.date, weeks: query.weeks, clients };
    },
  );
  app.post(
    "/problems/:id/equity",
    {
      schema: {
        summary: "A new problem in which visits of those who were worse off are dearer to leave out",
        tags: ["ledger"],
        params: idParams,
        headers: postHeaders,
        body: z.strictObject({
          date,
          weeks: z.int().min(1).max(52).default(WEEKS),
          mostPercent: z.int().min(1).max(1000).default(100).describe("Added for the worst off"),
        }),
        response: {
          201: z.object({
            id: z.string().describe("The new problem"),
            raised: z.array(z.object({ visitId: z.string(), clientId: z.string(), percent: z.int() })),
          }),
          ...errors(400, 404, 409, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { params, body, identity } = request;
      const document = await deps.problems.findDocument(params.id);
      if (document === null) throw new ApiError("problem-unknown", "no imported problem has this id");
      const problem = JSON.parse((await unzip(document)).toString("utf8")) as Problem;
      const ledger = await ledgerOf(history, identity, body.date, body.weeks);
      const { problem: raisedProblem, raised } = withEquity(problem, ledger, body.mostPercent);
      const bytes = Buffer.from(JSON.stringify(raisedProblem));
      const stored = await deps.problems.add({
        id: randomUUID(),
        gzip: await zip(bytes),
        digest: createHash("sha256").update(bytes).digest("hex"),
        size: bytes.byteLength,
        ...problemRecords(raisedProblem),
        createdAt: new Date(),
      });
      noteSubjects(request, "client", new Set(raised.map(({ clientId }) => clientId)));
      return reply
        .code(201)
        .header("location", `/problems/${stored.id}`)
        .send({ id: stored.id, raised: raised.map((one) => ({ ...one })) });
    },
  );
};
