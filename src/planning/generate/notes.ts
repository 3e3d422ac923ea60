/** The warnings of one generation: each told once, with ids only. */
import type { GenerationCode, GenerationWarning } from "../../contracts/generation.js";

interface Kind {
  readonly severity: GenerationWarning["severity"];
  readonly todo: string;
}

const KINDS: Readonly<Record<GenerationCode, Kind>> = {
  "decision-missing": {
    severity: "warning",
    todo: "Enter the decision, or name the right one in the requirement.",
  },
  "decision-not-begun": {
    severity: "warning",
    todo: "Nothing, if the service is to begin with the decision; else correct its dates.",
  },
  "decision-expired": { severity: "warning", todo: "Make a new decision, or end the requirement." },
  "decision-overdue": {
    severity: "warning",
    todo: "Review the decision; or generate again naming it in `acceptOverdue`, which tells it as a warning all the same.",
  },
  "client-missing": { severity: "warning", todo: "Enter the client, or correct the decision." },
  "client-away": { severity: "info", todo: "Nothing; visits come back when the client does." },
  "home-missing": { severity: "warning", todo: "Enter where the client lives on this date." },
  "type-missing": { severity: "warning", todo: "Enter the visit type, or correct the requirement." },
  "minutes-missing": {
    severity: "warning",
    todo: "Give the requirement minutes, or its visit type default minutes.",
  },
  "rhythm-refused": { severity: "warning", todo: "Correct the requirement's rule." },
  "window-empty": { severity: "info", todo: "Nothing, if the client is away at that time." },
  "hours-exceeded": {
    severity: "warning",
    todo: "Raise the granted hours by a decision, or change the requirements.",
  },
  "skill-without-nurse": {
    severity: "warning",
    todo: "Add a shift of a nurse who has it, or the visit stays unserved.",
  },
  "nurse-missing": { severity: "warning", todo: "Enter the nurse, or correct the shift." },
  "nurse-absent": { severity: "info", todo: "Call in a substitute where hours are short." },
  "unit-closed": { severity: "info", todo: "Nothing; shifts of a closed unit do not count." },
  "place-missing": { severity: "warning", todo: "Enter the place, or correct the record that names it." },
  "vehicle-short": {
    severity: "warning",
    todo: "Move a shift, add a vehicle, or let the nurse travel as told.",
  },
  "break-dropped": {
    severity: "info",
    todo: "Nothing, if the part of the shift that is left needs no break.",
  },
  "qualification-ends": {
    severity: "warning",
    todo: "Renew the qualification; it counts on none of the dates planned together.",
  },
  "no-shifts": { severity: "warning", todo: "Enter shifts of the date." },
};

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
    const { severity, todo } = KINDS[code];
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
