/** Accounts of each role with random passwords, for a demo: they work in a demo's server only. */
import { randomBytes, randomUUID } from "node:crypto";
import { ROLES, type Role } from "../../contracts/index.js";
import type { AccountStores } from "../../planning/access/index.js";
import { hashPassword } from "./passwords.js";

/** What the names of demo accounts begin with; no other account has such a name. */
export const DEMO_PREFIX = "demo-";

export interface DemoSignIn {
  readonly role: Role;
  readonly userName: string;
  readonly password: string;
}

async function enable(accounts: AccountStores, role: Role, nurseId: string | null, now: Date) {
  const userName = `${DEMO_PREFIX}${role}`;
  const password = randomBytes(12).toString("base64url");
  const known = await accounts.users.findByName(userName);
  const id = known?.id ?? randomUUID();
  if (known === null) {
    const user = {
      id,
      userName,
      role,
      nurseId,
      areas: null,
      active: true,
      passwordHash: null,
      createdAt: now,
    };
    await accounts.users.add(user);
  } else await accounts.users.change(id, { active: true, nurseId });
  await accounts.users.setPassword(id, await hashPassword(password), null);
  return { role, userName, password };
}

/**
 * Makes or renews an account of each role; of the role nurse only where some nurse is known. For
 * printing, once: the passwords are kept nowhere.
 */
export async function demoSignIns(accounts: AccountStores, now: Date): Promise<readonly DemoSignIn[]> {
  const nurseId = await accounts.areas.anyNurse();
  const wanted = ROLES.filter((role) => role !== "nurse" || nurseId !== null);
  const made: DemoSignIn[] = [];
  for (const role of wanted) made.push(await enable(accounts, role, role === "nurse" ? nurseId : null, now));
  return made;
}

/** Outside a demo its accounts may not sign in, whoever still has their passwords. */
export async function endDemoSignIns(accounts: AccountStores): Promise<void> {
  for (const user of await accounts.users.list()) {
    if (user.userName.startsWith(DEMO_PREFIX)) await accounts.users.disableDemo(user.id);
  }
}
