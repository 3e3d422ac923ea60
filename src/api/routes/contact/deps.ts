import type { AreaReader } from "../../../planning/access/index.js";
import type { ChangeHub } from "../../../planning/changes/index.js";
import type { ContactStores } from "../../../planning/contact/index.js";
import type { ApiDeps } from "../../deps.js";
import type { App } from "../../types.js";

export interface ContactRouteDeps {
  readonly stores: ContactStores;
  readonly changes: ChangeHub;
  readonly nurses: ApiDeps["nurses"];
  readonly plans: ApiDeps["plans"];
  readonly versions: ApiDeps["versions"];
  readonly phone: ApiDeps["phone"];
  /** Absent: there is no sign-in. */
  readonly areas?: AreaReader | undefined;
  readonly heartbeat: number;
  readonly now: () => Date;
}

export type ContactRoute = (app: App, deps: ContactRouteDeps) => void;
