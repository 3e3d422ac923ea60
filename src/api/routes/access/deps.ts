import type { AccountStores } from "../../../planning/access/index.js";
import type { App } from "../../types.js";

export interface AccessRouteDeps {
  /** Null: there is no sign-in. */
  readonly accounts: AccountStores | null;
  readonly now: () => Date;
}

export type AccessRoute = (app: App, deps: AccessRouteDeps) => void;
export type AccountRoute = (app: App, accounts: AccountStores, now: () => Date) => void;
