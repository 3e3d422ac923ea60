import type { HistoryRoute } from "../actuals/deps.js";
import { checkRoster } from "./checkRoster.js";
import { getWorkingTime } from "./getWorkingTime.js";
import { ruleSets } from "./ruleSets.js";

export const WORKING_TIME_ROUTES: readonly HistoryRoute[] = [checkRoster, getWorkingTime, ruleSets];
