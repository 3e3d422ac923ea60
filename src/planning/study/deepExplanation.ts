/** One visit told in full: its smallest conflict, and what it would take, each change proved. */
import type { Language } from "../../checker/index.js";
import { whatItWouldTake, type ProvedChange } from "../explain/changes.js";
import { explainPlan } from "../explain/explainPlan.js";
import type { VisitView } from "../explain/visitView.js";
import { sayIn } from "../explain/words.js";
import type { StudyDay } from "./ports.js";
import type { StudyTools } from "./tools.js";

export interface DeepExplanation extends VisitView {
  readonly valid: boolean;
  /** Cheapest first; null: not asked. */
  readonly changes: readonly Omit<ProvedChange, "plan">[] | null;
  /** False: time ran out before every change had been tried. */
  readonly changesComplete: boolean;
}

export function explainDeeply(
  { problem, plan }: StudyDay,
  ask: { visitId: string; language: Language; seconds: number; iterations: number },
  tools: Pick<StudyTools, "clock" | "cancelled" | "progress">,
): DeepExplanation {
  const { visitId, language } = ask;
  const found = explainPlan(problem, plan, { language, visitId });
  const [visit] = found.visits;
  if (visit === undefined) throw new Error(`visit ${visitId} was not explained`);
  const told = { ...visit, valid: found.valid };
  if (ask.seconds === 0) return { ...told, changes: null, changesComplete: true };
  let cut = false;
  const changes = whatItWouldTake(problem, plan, visitId, sayIn(language), {
    iterations: ask.iterations,
    cancelled: () => (cut ||= tools.cancelled() || tools.clock() >= ask.seconds),
    onProgress: (done, total) => tools.progress({ done, total }),
  });
  return {
    ...told,
    changes: changes.map(({ minutes, said, cost, costBefore, costAfter }) => ({
      minutes,
      said,
      cost,
      costBefore,
      costAfter,
    })),
    changesComplete: !cut,
  };
}
