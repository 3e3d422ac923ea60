/** Routes that tell what happened, or look back on it. */
import { History } from "../../../planning/actuals/index.js";
import { findVersion } from "../../../planning/life/index.js";
import type { ApiDeps } from "../../deps.js";
import type { LifeRoute } from "../../types.js";
import type { HistoryRoute } from "./deps.js";
import { generate } from "../generation/generate.js";
import { getActuals } from "./getActuals.js";
import { getDone } from "./getDone.js";
import { getLive } from "./getLive.js";
import { robustnessRoutes } from "../study/robustness.js";
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
  // How long visits took says how sure a plan is.
  robustnessRoutes,
];

/** In the thread that works on documents: a generation may look back on a hundred of them. */
async function readSheets({ plans, versions, reader }: ApiDeps, planId: string) {
  const found = await findVersion(plans, versions, planId);
  if (found === null) return null;
  const { version, stored, judged } = found;
  const gzip = await versions.findDocument(judged.digest);
  if (gzip === null) throw new Error(`the problem document ${judged.digest} is not stored`);
  const { id, dates } = version;
  return reader.readSheets({ version: { id, dates }, gzip, plan: stored.document });
}

export const actualsRoutes: LifeRoute = (app, deps) => {
  const read = (planId: string) => readSheets(deps, planId);
  const history = new History(read, deps.actuals.published, deps.actuals.events);
  for (const route of ROUTES) route(app, deps, history);
};
