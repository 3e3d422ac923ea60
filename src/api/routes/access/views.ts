import { identityView, type IdentityView, type UserView } from "../../../contracts/index.js";
import type { Identity, StoredUser } from "../../../planning/access/index.js";
import { routesOf } from "../../access/index.js";

export const identityAnswer = identityView;

export function viewIdentity(identity: Identity, signIn: boolean): IdentityView {
  return {
    userId: identity.userId,
    userName: identity.userName,
    role: identity.role,
    nurseId: identity.nurseId ?? null,
    areas: identity.areas === undefined ? null : [...identity.areas],
    signIn,
    mayDo: [...routesOf(identity.role, identity.scopes)],
  };
}

export function viewUser(user: StoredUser): UserView {
  return {
    id: user.id,
    userName: user.userName,
    role: user.role,
    nurseId: user.nurseId,
    areas: user.areas === null ? null : [...user.areas],
    active: user.active,
    hasPassword: user.passwordHash !== null,
    createdAt: user.createdAt.toISOString(),
  };
}
