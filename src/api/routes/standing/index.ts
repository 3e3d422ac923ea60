/** Standing data: the same routes for every kind, files, and a substitute's shift in one call. */
import { STANDING_KINDS } from "../../../contracts/standing/index.js";
import type { ApiDeps } from "../../deps.js";
import type { App } from "../../types.js";
import { deleteRecord } from "./deleteRecord.js";
import { eraseClient } from "./eraseClient.js";
import { exportFile } from "./exportFile.js";
import { getHistory, getRecord } from "./getRecord.js";
import { importFile, takeFiles } from "./importFile.js";
import { listRecords } from "./listRecords.js";
import { putRecord } from "./putRecord.js";
import { substituteShift } from "./substituteShift.js";

export async function addStandingRoutes(app: App, deps: ApiDeps): Promise<void> {
  for (const kind of STANDING_KINDS) {
    for (const route of [listRecords, getRecord, getHistory, putRecord, deleteRecord]) route(app, deps, kind);
  }
  substituteShift(app, deps);
  eraseClient(app, deps);
  exportFile(app, deps);
  // Files are taken as bytes; a scope of its own keeps that from the other routes.
  await app.register(async (scope) => {
    takeFiles(scope as App);
    importFile(scope as App, deps);
  });
}
