import type { App } from "../types.js";
import type { ApiDeps } from "../deps.js";
import type { LifeRoute, Route } from "../types.js";
import { VersionReader } from "../../planning/life/index.js";
import { dayOfPlan, dayOfProblem } from "./days/dayViews.js";
import { DAY_ROUTES } from "./days/index.js";
import { actualsRoutes } from "./actuals/index.js";
import { ChangeHub } from "../../planning/changes/index.js";
import { addAccessRoutes } from "./access/index.js";
import { addContactRoutes } from "./contact/index.js";
import { addMapRoutes } from "./maps/index.js";
import { getError } from "./errors/getError.js";
import { health } from "./health/health.js";
import { cancelJob } from "./jobs/cancelJob.js";
import { getEvents } from "./jobs/getEvents.js";
import { getJob } from "./jobs/getJob.js";
import { getResult } from "./jobs/getResult.js";
import { startJob } from "./jobs/startJob.js";
import { getVisits } from "./nurses/getVisits.js";
import { PHONE_ROUTES } from "./phone/index.js";
import { getPlan } from "./plans/getPlan.js";
import { getRoutes } from "./plans/getRoutes.js";
import { getDocument } from "./problems/getDocument.js";
import { getProblem } from "./problems/getProblem.js";
import { importProblem } from "./problems/importProblem.js";
import { COMPARISON_ROUTES, GENERATION_ROUTES } from "./generation/index.js";
import { STUDY_ROUTES } from "./study/index.js";
import { addStandingRoutes } from "./standing/index.js";
import { compareVersions } from "./versions/compareVersions.js";
import { editVersion } from "./versions/editVersion.js";
import { getFigures } from "./versions/getFigures.js";
import { getPlaces } from "./versions/getPlaces.js";
import { getVersion } from "./versions/getVersion.js";
import { replanVersion } from "./versions/replanVersion.js";
import { postAlarm } from "./alarms/postAlarm.js";
import { publishVersion } from "./versions/publishVersion.js";

const ROUTES: readonly Route[] = [
  health,
  getError,
  getProblem,
  getDocument,
  startJob,
  getJob,
  getEvents,
  cancelJob,
  getResult,
  getPlan,
  getRoutes,
  getVisits,
  ...PHONE_ROUTES,
];

const LIFE_ROUTES: readonly LifeRoute[] = [
  dayOfPlan,
  dayOfProblem,
  getVersion,
  compareVersions,
  getFigures,
  publishVersion,
  editVersion,
  getPlaces,
  replanVersion,
  postAlarm,
  actualsRoutes,
];

export async function addRoutes(app: App, deps: ApiDeps): Promise<void> {
  for (const route of ROUTES) route(app, deps);
  for (const route of DAY_ROUTES) route(app, deps);
  const reader = new VersionReader(deps.plans, deps.versions);
  for (const route of LIFE_ROUTES) route(app, deps, reader);
  for (const route of GENERATION_ROUTES) route(app, deps);
  for (const route of COMPARISON_ROUTES) route(app, deps, reader);
  for (const route of STUDY_ROUTES) route(app, deps, reader);
  const epoch = deps.now ?? Date.now;
  const now = (): Date => new Date(epoch());
  addAccessRoutes(app, { accounts: deps.signIn ?? null, now });
  addContactRoutes(app, {
    ...deps,
    stores: deps.contact,
    areas: deps.signIn?.areas,
    changes: deps.changes ?? new ChangeHub("none", now),
    heartbeat: deps.heartbeat ?? 15_000,
    now,
  });
  await addStandingRoutes(app, deps);
  await addMapRoutes(app, deps.maps);
  // Documents are taken as bytes; a scope of its own keeps that from the other routes.
  await app.register(async (scope) => importProblem(scope as App, deps));
}
