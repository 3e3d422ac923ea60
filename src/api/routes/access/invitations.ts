import { z } from "zod";
import { password, ROLES } from "../../../contracts/index.js";
import { attemptsOf } from "../../access/attempts.js";
import { hashPassword } from "../../access/passwords.js";
import { digestOf } from "../../access/secrets.js";
import { ApiError } from "../../apiError.js";
import { errors } from "../../schemas.js";
import type { AccountRoute } from "./deps.js";
import { WELCOME_PAGE, WELCOME_SCRIPT, WELCOME_STYLE } from "./welcomePage.js";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

export const invitations: AccountRoute = (app, accounts, now) => {
  const limited = attemptsOf(app, "invitation", 20, ({ ip }) => ip);
  app.post(
    "/invitations/accept",
    {
      preHandler: [limited],
      schema: {
        summary: "Choose a password with a one-time link",
        tags: ["access"],
        body: z.strictObject({ token: z.string().min(1).max(200), password }),
        response: {
          200: z.object({ userName: z.string(), role: z.enum(ROLES) }),
          ...errors(400, 403, 410, 415, 429),
        },
      },
    },
    async ({ body }) => {
      const digest = digestOf(body.token);
      const user = (await accounts.invitations.isOpen(digest, now()))
        ? await accounts.invitations.accept(digest, await hashPassword(body.password), now())
        : null;
      if (user === null) throw new ApiError("invitation-over", "the link was used, replaced or is too old");
      return { userName: user.userName, role: user.role };
    },
  );

  const files = [
    ["/welcome", "text/html; charset=utf-8", WELCOME_PAGE],
    ["/welcome/page.js", "text/javascript; charset=utf-8", WELCOME_SCRIPT],
    ["/welcome/page.css", "text/css; charset=utf-8", WELCOME_STYLE],
  ] as const;
  for (const [path, type, text] of files) {
    app.get(path, { schema: { hide: true } }, async (_request, reply) =>
      reply
        .type(type)
        .header("content-security-policy", POLICY)
        .header("referrer-policy", "no-referrer")
        .serializer((body: string) => body)
        .send(text),
    );
  }
};
