import { z } from "zod";
import { filtersOf, type StandingKind, STANDING_SCHEMAS } from "../../../contracts/standing/index.js";
import type { StandingFilter, StandingReader } from "../../../planning/standing/index.js";
import { ApiError } from "../../apiError.js";
import { date } from "../../schemas.js";
import type { App } from "../../types.js";
import type { ApiDeps } from "../../deps.js";
import { visible } from "./persons.js";
import { documented, TAGS, tagOf } from "./shared.js";

const MOST = 10_000;

/** Filters that lead over another kind: the requirements of a client are those of its decisions. */
const OVER: Partial<Record<StandingKind, { readonly key: string; readonly over: StandingKind }>> = {
  requirements: { key: "clientId", over: "decisions" },
};

function querySchema(kind: StandingKind) {
  const keys = [...Object.keys(filtersOf(kind)), ...(OVER[kind] === undefined ? [] : [OVER[kind].key])];
  const ids = Object.fromEntries(
    keys.map((key) => [key, z.string().min(1).optional().describe("Only those that refer to it")]),
  );
  return z.strictObject({
    date: date.optional().describe("Only what holds on this date"),
    from: date.optional().describe("Only what holds on this date or later"),
    to: date.optional().describe("Only what holds on this date or earlier"),
    limit: z.coerce.number().int().min(1).max(MOST).default(1000).describe("At most so many"),
    after: z.string().optional().describe("`next` of the page before"),
    ...ids,
  });
}

type Query = Record<string, string | number | undefined>;

function readCursor(text: string): NonNullable<StandingFilter["after"]> {
  try {
    const [id, version] = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as unknown[];
    if (typeof id === "string" && typeof version === "string") return { id, version };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
  throw new ApiError("request-invalid", "after is not the `next` of any page");
}

const cursor = ({ id, version }: { readonly id: string; readonly version: string }): string =>
  Buffer.from(JSON.stringify([id, version])).toString("base64url");

async function toFilter(store: StandingReader, kind: StandingKind, query: Query): Promise<StandingFilter> {
  const refersTo = Object.entries(filtersOf(kind)).flatMap(([key, to]) => {
    const id = query[key];
    return typeof id === "string" ? [{ kind: to, ids: [id] }] : [];
  });
  const over = OVER[kind];
  const owner = over === undefined ? undefined : query[over.key];
  if (over !== undefined && typeof owner === "string") {
    const to = filtersOf(over.over)[over.key]!;
    const between = await store.list(over.over, { refersTo: [{ kind: to, ids: [owner] }] });
    refersTo.push({ kind: over.over, ids: between.map(({ id }) => id) });
  }
  const { date: day, from = day, to = day, after } = query as Record<string, string | undefined>;
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(after === undefined ? {} : { after: readCursor(after) }),
    refersTo,
  };
}

export function listRecords(app: App, { standing: { store } }: ApiDeps, kind: StandingKind): void {
  app.get(
    `/${kind}`,
    {
      schema: {
        summary: `${kind}: all, or those of a date or of what they refer to, by id`,
        tags: TAGS,
        querystring: querySchema(kind),
        response: documented(
          200,
          z.object({
            items: z.array(STANDING_SCHEMAS[kind]),
            etags: z.array(z.string()).describe("The ETag of each item, for If-Match"),
            holdsTo: z.array(z.string().nullable()).describe("The last date on which each item holds"),
            next: z.string().nullable().describe("For `after`; null: this is the last page"),
          }),
          400,
        ),
      },
    },
    async (request, reply) => {
      const query = request.query as Query;
      const limit = Number(query["limit"]);
      const found = await store.list(kind, {
        ...(await toFilter(store, kind, query)),
        limit: limit + 1,
      });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const shown = await visible(
        request,
        store,
        kind,
        page.map(({ record }) => record),
      );
      const seen = page.filter((_, at) => shown[at]);
      const body = {
        items: seen.map(({ record }) => record),
        etags: seen.map(tagOf),
        holdsTo: seen.map(({ holdsTo }) => holdsTo),
        next: found.length > limit ? cursor(last!) : null,
      };
      return reply.serializer(JSON.stringify).send(body);
    },
  );
}
