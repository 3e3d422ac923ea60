/** The generator of home-care days; its distributions are stated in docs/performance.md. */
export { generateDay } from "./day.js";
export { absenceDay } from "./absence.js";
export { FEATURES, type FeatureName } from "./features/index.js";
export {
  USUAL_FEATURES,
  type GenerateOptions,
  type Layout,
  type ModeId,
  type TravelKind,
} from "./options.js";
