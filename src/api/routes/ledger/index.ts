import type { HistoryRoute } from "../actuals/deps.js";
import { equity } from "./equity.js";
import { getContinuity } from "./getContinuity.js";
import { getDurations } from "./getDurations.js";
import { getPeriodFigures } from "./getFigures.js";

export const LEDGER_ROUTES: readonly HistoryRoute[] = [getContinuity, equity, getDurations, getPeriodFigures];
