/** What the routes that look back on days work with. */
import type { ActualStore, History, PublishedDays } from "../../../planning/actuals/index.js";
import type { RuleSetStore } from "../../../planning/workingTime/index.js";
import type { ApiDeps } from "../../deps.js";
import type { App } from "../../types.js";

export interface ActualsDeps {
  readonly events: ActualStore;
  readonly published: PublishedDays;
  readonly ruleSets: RuleSetStore;
}

/** A route that looks back: all of them share one history, which keeps days in memory. */
export type HistoryRoute = (app: App, deps: ApiDeps, history: History) => void;
