import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { signInWish } from "../../../contracts/index.js";
import { ApiError } from "../../apiError.js";
import {
  COOKIE,
  identityOf,
  IDLE_MILLISECONDS,
  SESSION_MILLISECONDS,
  setSessionCookie,
} from "../../access/identify.js";
import { attemptsOf } from "../../access/attempts.js";
import { isPassword } from "../../access/passwords.js";
import { digestOf, newSecret } from "../../access/secrets.js";
import { errors } from "../../schemas.js";
import { identityAnswer, viewIdentity } from "./views.js";
import type { AccountRoute } from "./deps.js";

/** Attempts in five minutes for one name, and from one address. */
const FOR_NAME = 10;
const FROM_ADDRESS = 60;

const nameIn = (request: FastifyRequest): string => {
  const { userName } = (request.body ?? {}) as { userName?: unknown };
  return typeof userName === "string" ? userName.trim().toLowerCase().slice(0, 200) : "";
};

export const signIn: AccountRoute = (app, accounts, now) => {
  const fromAddress = attemptsOf(app, "address", FROM_ADDRESS, ({ ip }) => ip);
  const forName = attemptsOf(app, "name", FOR_NAME, nameIn);

  app.post(
    "/sign-in",
    {
      preHandler: [fromAddress, forName],
      schema: {
        summary: "Sign in; the session comes as a cookie",
        tags: ["access"],
        body: signInWish,
        response: { 200: identityAnswer, ...errors(400, 401, 403, 415, 429) },
      },
    },
    async (request, reply) => {
      const user = await accounts.users.findByName(nameIn(request));
      const right = await isPassword(user?.passwordHash ?? null, request.body.password);
      if (user === null || !right || !user.active) {
        throw new ApiError("sign-in-refused", "no account has this name and password");
      }
      const at = now();
      const secret = newSecret();
      await accounts.sessions.purge(
        new Date(at.getTime() - SESSION_MILLISECONDS),
        new Date(at.getTime() - IDLE_MILLISECONDS),
      );
      await accounts.sessions.add(digestOf(secret), user.id, at);
      setSessionCookie(request, reply, secret);
      void reply.header("cache-control", "no-store");
      return viewIdentity(identityOf(user), true);
    },
  );

  app.post(
    "/sign-out",
    {
      schema: {
        summary: "End the session",
        tags: ["access"],
        response: { 204: z.null(), ...errors(401, 403) },
      },
    },
    async (request, reply) => {
      const cookie = request.cookies[COOKIE];
      if (cookie !== undefined) await accounts.sessions.remove(digestOf(cookie));
      return reply.clearCookie(COOKIE, { path: "/" }).code(204).send(null);
    },
  );
};
