/** The warnings of one generation: each told once, with ids only. */
import { GENERATION_WARNINGS, type GenerationCode } from "../../contracts/generationWarnings.js";
import type { GenerationWarning } from "../../contracts/generation.js";

export type NoteIds = Partial<
  Pick<GenerationWarning, "date" | "clientId" | "requirementId" | "decisionId" | "nurseId" | "shiftId">
>;

export class Notes {
  private readonly notes = new Map<string, GenerationWarning>();

  /** The same code about the same things is told once, with the words that came first. */
  add(code: GenerationCode, ids: NoteIds, message: string): void {
    const { date = null, clientId = null, requirementId = null } = ids;
    const { decisionId = null, nurseId = null, shiftId = null } = ids;
    const key = JSON.stringify([code, date, clientId, requirementId, decisionId, nurseId, shiftId]);
    if (this.notes.has(key)) return;
    const { severity, todo } = GENERATION_WARNINGS[code];
    this.notes.set(key, {
      code,
      severity,
      date,
      clientId,
      requirementId,
      decisionId,
      nurseId,
      shiftId,
      message,
      todo,
    });
  }

  /** Warnings before infos, else in the order they came. */
  all(): GenerationWarning[] {
    const list = [...this.notes.values()];
    return [
      ...list.filter((note) => note.severity === "warning"),
      ...list.filter((note) => note.severity === "info"),
    ];
  }
}
