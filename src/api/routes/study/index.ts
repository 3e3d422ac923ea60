/** Routes that study a finished plan; the work is done in threads of their own. */
import { boundRoutes } from "./bound.js";
import { getExplanation } from "./getExplanation.js";
import { getGeometry } from "./getGeometry.js";
import { getExplanations } from "./getExplanations.js";
import { getPromises } from "./getPromises.js";
import type { StudyRoute } from "./route.js";

export const STUDY_ROUTES: readonly StudyRoute[] = [
  getExplanations,
  getExplanation,
  boundRoutes,
  getGeometry,
  getPromises,
];
