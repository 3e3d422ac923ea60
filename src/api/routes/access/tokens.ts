import { randomUUID } from "node:crypto";
import { z } from "zod";
import { role, tokenView } from "../../../contracts/index.js";
import type { StoredToken } from "../../../planning/access/index.js";
import { SCOPES } from "../../access/index.js";
import { digestOf, newSecret } from "../../access/secrets.js";
import { ApiError } from "../../apiError.js";
import { errors, idParams } from "../../schemas.js";
import type { AccountRoute } from "./deps.js";

const id = z.string().min(1).max(200);
const newToken = z.strictObject({
  name: z.string().trim().min(1).max(200).describe("What it is for"),
  role: role.exclude(["administrator", "nurse"]).describe("It may do at most what this role may"),
  scopes: z
    .array(z.enum(SCOPES as [string, ...string[]]))
    .min(1)
    .describe("What of that it may do"),
  areas: z.array(id).min(1).max(500).nullable().default(null),
  days: z.int().min(1).max(3650).nullable().default(365).describe("Days until it ends; null: never"),
});

function viewToken(token: StoredToken): z.infer<typeof tokenView> {
  return {
    id: token.id,
    name: token.name,
    role: token.role,
    areas: token.areas === null ? null : [...token.areas],
    scopes: [...token.scopes],
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
  };
}

export const tokens: AccountRoute = (app, accounts, now) => {
  app.get(
    "/tokens",
    {
      schema: {
        summary: "API tokens, without their secrets",
        tags: ["access"],
        response: { 200: z.object({ tokens: z.array(tokenView) }), ...errors(401, 403) },
      },
    },
    async (_request, reply) => {
      void reply.header("cache-control", "no-store");
      return { tokens: (await accounts.tokens.list()).map(viewToken) };
    },
  );

  app.post(
    "/tokens",
    {
      schema: {
        summary: "A new API token for another program; its secret is in this answer and nowhere else",
        tags: ["access"],
        body: newToken,
        response: {
          201: z.object({ token: tokenView, secret: z.string().describe("Authorization: Bearer SECRET") }),
          ...errors(400, 401, 403, 415),
        },
      },
    },
    async ({ body, identity }, reply) => {
      const { days, ...rest } = body;
      const createdAt = now();
      const token: StoredToken = {
        ...rest,
        id: randomUUID(),
        createdBy: identity.userId,
        createdAt,
        expiresAt: days === null ? null : new Date(createdAt.getTime() + days * 24 * 3600 * 1000),
        revokedAt: null,
      };
      const secret = `kk_${newSecret()}`;
      await accounts.tokens.add(token, digestOf(secret));
      return reply
        .code(201)
        .header("cache-control", "no-store")
        .send({ token: viewToken(token), secret });
    },
  );

  app.delete(
    "/tokens/:id",
    {
      schema: {
        summary: "End a token at once; it stays in the list",
        tags: ["access"],
        params: idParams,
        response: { 200: tokenView, ...errors(401, 403, 404) },
      },
    },
    async ({ params }) => {
      const token = await accounts.tokens.revoke(params.id, now());
      if (token === null) throw new ApiError("token-unknown", "no token has this id");
      return viewToken(token);
    },
  );
};
