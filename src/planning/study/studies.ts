/** Every study by its kind. */
import { explainPlan } from "../explain/explainPlan.js";
import { findBound } from "./bound.js";
import { explainDeeply } from "./deepExplanation.js";
import type { Studies, StudyDay, StudyKind } from "./ports.js";
import { studyPromises } from "./promises/index.js";
import { studyRobustness } from "./robustness.js";
import type { StudyTools } from "./tools.js";

type Study<K extends StudyKind> = (
  day: StudyDay,
  ask: Studies[K]["ask"],
  tools: StudyTools,
) => Studies[K]["answer"];

export const STUDIES: { readonly [K in StudyKind]: Study<K> } = {
  explanations: ({ problem, plan }, { language, deepSeconds }, { clock, cancelled, progress }) =>
    explainPlan(problem, plan, {
      language,
      clock,
      deepSeconds,
      cancelled,
      onProgress: (done, total) => progress({ done, total }),
    }),
  explanation: explainDeeply,
  robustness: studyRobustness,
  promises: studyPromises,
  bound: ({ problem, plan }, { seconds }, { clock, cancelled, master, progress }) =>
    findBound(problem, plan, seconds, {
      clock,
      cancelled,
      master,
      onBound: (bound) => progress({ done: Math.min(seconds, clock()), total: seconds, bound }),
    }),
};
