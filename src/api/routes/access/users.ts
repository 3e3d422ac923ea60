import { randomUUID } from "node:crypto";
import { z } from "zod";
import { invitationView, newUser, userChange, userView } from "../../../contracts/index.js";
import type { StoredUser } from "../../../planning/access/index.js";
import { DEMO_PREFIX } from "../../access/demo.js";
import { invite } from "../../access/invite.js";
import { ApiError } from "../../apiError.js";
import { errors, idParams } from "../../schemas.js";
import type { AccountRoute } from "./deps.js";
import { viewUser } from "./views.js";

/** Areas limit whoever works for an office; a nurse has her own list and nobody else's. */
function judge(user: Pick<StoredUser, "role" | "nurseId">): void {
  if (user.role === "nurse" && user.nurseId === null) {
    throw new ApiError("user-invalid", "an account of the role nurse names its nurse in nurseId");
  }
  if (user.role !== "nurse" && user.nurseId !== null) {
    throw new ApiError("user-invalid", "only accounts of the role nurse have a nurseId");
  }
}

export const users: AccountRoute = (app, accounts, now) => {
  app.get(
    "/users",
    {
      schema: {
        summary: "All accounts by name",
        tags: ["access"],
        response: { 200: z.object({ users: z.array(userView) }), ...errors(401, 403) },
      },
    },
    async (_request, reply) => {
      void reply.header("cache-control", "no-store");
      return { users: (await accounts.users.list()).map(viewUser) };
    },
  );

  app.post(
    "/users",
    {
      schema: {
        summary: "A new account; its password is chosen with the one-time link of the answer",
        tags: ["access"],
        body: newUser,
        response: {
          201: z.object({ user: userView, invitation: invitationView }),
          ...errors(400, 401, 403, 409, 415, 422),
        },
      },
    },
    async ({ body }, reply) => {
      judge(body);
      if (body.userName.startsWith(DEMO_PREFIX)) {
        throw new ApiError("user-invalid", `names that begin with ${DEMO_PREFIX} are the demo's`);
      }
      const user = { ...body, id: randomUUID(), active: true, passwordHash: null, createdAt: now() };
      if (!(await accounts.users.add(user))) {
        throw new ApiError("user-name-taken", `the name ${body.userName} is taken`);
      }
      const invitation = await invite(accounts, user.id, now());
      return reply
        .code(201)
        .header("cache-control", "no-store")
        .send({ user: viewUser(user), invitation });
    },
  );

  app.patch(
    "/users/:id",
    {
      schema: {
        summary: "Change role, nurse, areas, or whether the account may sign in; its sessions end",
        tags: ["access"],
        params: idParams,
        body: userChange,
        response: { 200: userView, ...errors(400, 401, 403, 404, 409, 415, 422) },
      },
    },
    async ({ params: { id }, body }) => {
      const before = await accounts.users.find(id);
      if (before === null) throw new ApiError("user-unknown", "no account has this id");
      const { role, nurseId, areas, active } = body;
      judge({ role: role ?? before.role, nurseId: nurseId === undefined ? before.nurseId : nurseId });
      const changed = await accounts.users.change(id, {
        ...(role === undefined ? {} : { role }),
        ...(nurseId === undefined ? {} : { nurseId }),
        ...(areas === undefined ? {} : { areas }),
        ...(active === undefined ? {} : { active }),
      });
      if (changed === null) throw new ApiError("user-unknown", "no account has this id");
      if (changed === "last-administrator") {
        throw new ApiError("last-administrator", "no administrator could sign in any more");
      }
      return viewUser(changed);
    },
  );

  app.post(
    "/users/:id/invitation",
    {
      schema: {
        summary: "A new one-time link to choose a password; earlier links end",
        tags: ["access"],
        params: idParams,
        response: { 201: invitationView, ...errors(401, 403, 404) },
      },
    },
    async ({ params: { id } }, reply) => {
      if ((await accounts.users.find(id)) === null) {
        throw new ApiError("user-unknown", "no account has this id");
      }
      return reply
        .code(201)
        .header("cache-control", "no-store")
        .send(await invite(accounts, id, now()));
    },
  );
};
