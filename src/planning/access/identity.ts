/** Who asks. */
import type { Role } from "../../contracts/index.js";

export interface Identity {
  readonly userId: string;
  readonly userName: string | null;
  readonly role: Role;
  /** Who a nurse is in the plans. */
  readonly nurseId?: string;
  /** Absent: every area. */
  readonly areas?: readonly string[];
  /** Of an API token, `GROUP:read` or `GROUP:write`; absent: all that the role may. */
  readonly scopes?: readonly string[];
}

/** Everybody, where the server has no sign-in. */
export const LOCAL_ADMINISTRATOR: Identity = {
  userId: "local",
  userName: null,
  role: "administrator",
};

/** Whether somebody limited to areas may see what belongs to this one; null: it belongs to none. */
export function withinAreas(identity: Identity, areaId: string | null): boolean {
  return identity.areas === undefined || (areaId !== null && identity.areas.includes(areaId));
}
