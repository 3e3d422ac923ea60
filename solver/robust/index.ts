/** How sure a finished plan is. */
export {
  type Cascade,
  robustness,
  type Robustness,
  type RobustnessOptions,
  type ShiftRisk,
  type VisitRisk,
} from "./robustness.js";
export { factorAt, SHARED_TRAVEL, type Spread, SpreadError, TRAVEL_SPREAD, VISIT_SPREAD } from "./spread.js";
