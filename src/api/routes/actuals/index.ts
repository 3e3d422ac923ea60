/** Routes that tell what happened, or look back on it. */
import { History } from "../../../planning/actuals/index.js";
import { VersionReader } from "../../../planning/life/index.js";
import type { LifeRoute } from "../../types.js";
import type { HistoryRoute } from "./deps.js";
import { generate } from "../generation/generate.js";
import { getActuals } from "./getActuals.js";
import { getDone } from "./getDone.js";
import { getLive } from "./getLive.js";
import { LEDGER_ROUTES } from "../ledger/index.js";
import { WORKING_TIME_ROUTES } from "../workingTime/index.js";
import { postActuals } from "./postActuals.js";

const ROUTES: readonly HistoryRoute[] = [
  postActuals,
  getActuals,
  getLive,
  getDone,
  ...WORKING_TIME_ROUTES,
  ...LEDGER_ROUTES,
  // Its clients know whom they have met.
  generate,
];

export const actualsRoutes: LifeRoute = (app, deps) => {
  // A reader of its own: weeks that are looked back on do not push the day in hand out of memory.
  const reader = new VersionReader(deps.plans, deps.versions);
  const history = new History(reader, deps.actuals.published, deps.actuals.events);
  for (const route of ROUTES) route(app, deps, history);
};
