import { z } from "zod";
import { password } from "../../../contracts/index.js";
import { ApiError } from "../../apiError.js";
import { attemptsOf } from "../../access/attempts.js";
import { COOKIE } from "../../access/identify.js";
import { hashPassword, isPassword } from "../../access/passwords.js";
import { digestOf } from "../../access/secrets.js";
import { errors } from "../../schemas.js";
import type { AccessRoute, AccountRoute } from "./deps.js";
import { identityAnswer, viewIdentity } from "./views.js";

export const me: AccessRoute = (app, { accounts }) => {
  app.get(
    "/me",
    {
      schema: {
        summary: "Who asks, and what the role may do",
        tags: ["access"],
        response: { 200: identityAnswer, ...errors(401) },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      return viewIdentity(request.identity, accounts !== null);
    },
  );
};

export const changePassword: AccountRoute = (app, accounts) => {
  const limited = attemptsOf(app, "password", 10, ({ identity }) => identity.userId);
  app.post(
    "/me/password",
    {
      preHandler: [limited],
      schema: {
        summary: "Change one's own password; other sessions end",
        tags: ["access"],
        body: z.strictObject({ current: z.string().min(1).max(200), next: password }),
        response: { 204: z.null(), ...errors(400, 401, 403, 415, 429) },
      },
    },
    async (request, reply) => {
      const user = await accounts.users.find(request.identity.userId);
      if (user === null || !(await isPassword(user.passwordHash, request.body.current))) {
        throw new ApiError("sign-in-refused", "the current password is another");
      }
      const cookie = request.cookies[COOKIE];
      const kept = cookie === undefined ? null : digestOf(cookie);
      await accounts.users.setPassword(user.id, await hashPassword(request.body.next), kept);
      return reply.code(204).send(null);
    },
  );
};
