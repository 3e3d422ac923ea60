/** Puts sign-in, the access table, the audit log and the change stream around all routes. */
import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import type { AccountStores } from "../../planning/access/index.js";
import type { ChangeHub } from "../../planning/changes/index.js";
import { announceChanges } from "./announce.js";
import { guardRoutes } from "./guard.js";
import { recordAccess } from "./record.js";

/** Call it before any route is added. */
export async function installAccess(
  app: FastifyInstance,
  accounts: AccountStores | null,
  hub: ChangeHub,
  now: () => Date,
): Promise<void> {
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  guardRoutes(app, accounts, now);
  recordAccess(app, accounts, now);
  announceChanges(app, hub);
}
