/** One-time links with which an account gets its password. */
import { randomUUID } from "node:crypto";
import type { AccountStores } from "../../planning/access/index.js";
import { digestOf, newSecret } from "./secrets.js";

const VALID_MILLISECONDS = 3 * 24 * 3600 * 1000;
/** The account that the first start makes, for the one-time link that it prints. */
export const FIRST_ADMINISTRATOR = "administrator";

export interface Invitation {
  /** Path below the server; what follows # never reaches a server or its log. */
  readonly link: string;
  readonly token: string;
  readonly expiresAt: string;
}

/** Makes a link for an account; earlier ones of it end. */
export async function invite(accounts: AccountStores, userId: string, now: Date): Promise<Invitation> {
  const token = newSecret();
  const expiresAt = new Date(now.getTime() + VALID_MILLISECONDS);
  await accounts.invitations.add(digestOf(token), userId, expiresAt);
  return { link: `/welcome#${token}`, token, expiresAt: expiresAt.toISOString() };
}

/** A new link as long as no administrator can sign in; null: one can. */
export async function inviteFirstAdministrator(
  accounts: AccountStores,
  now: Date,
): Promise<Invitation | null> {
  if (await accounts.users.hasAdministrator()) return null;
  const known = await accounts.users.findByName(FIRST_ADMINISTRATOR);
  const id = known?.id ?? randomUUID();
  if (known === null) {
    await accounts.users.add({
      id,
      userName: FIRST_ADMINISTRATOR,
      role: "administrator",
      nurseId: null,
      areas: null,
      active: true,
      passwordHash: null,
      createdAt: now,
    });
  }
  return invite(accounts, id, now);
}
