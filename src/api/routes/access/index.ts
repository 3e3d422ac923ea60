/** Sign-in, accounts, tokens, the audit log. Without sign-in only `GET /me` is there. */
import type { App } from "../../types.js";
import { audit } from "./audit.js";
import type { AccessRouteDeps, AccountRoute } from "./deps.js";
import { invitations } from "./invitations.js";
import { changePassword, me } from "./me.js";
import { signIn } from "./signIn.js";
import { tokens } from "./tokens.js";
import { users } from "./users.js";

const ROUTES: readonly AccountRoute[] = [signIn, changePassword, invitations, users, tokens, audit];

export function addAccessRoutes(app: App, deps: AccessRouteDeps): void {
  me(app, deps);
  if (deps.accounts === null) return;
  for (const route of ROUTES) route(app, deps.accounts, deps.now);
}
