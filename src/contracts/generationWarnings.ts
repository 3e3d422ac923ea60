/** What generating tells, by code: the page of errors and the answers take their words from here. */
import type { FaultEntry } from "./faultEntry.js";

interface WarningEntry extends FaultEntry {
  /** `warning`: somebody must look at it; `info`: it is so on purpose. */
  readonly severity: "warning" | "info";
}

export const GENERATION_WARNINGS = {
  "decision-missing": {
    severity: "warning",
    means: "A requirement names a decision that is not there; no visits.",
    todo: "Enter the decision, or name the right one in the requirement.",
  },
  "decision-not-begun": {
    severity: "warning",
    means: "The decision begins after the date; no visits.",
    todo: "Nothing, if the service is to begin with the decision; else correct its dates.",
  },
  "decision-expired": {
    severity: "warning",
    means: "The decision ended before the date; no visits.",
    todo: "Make a new decision, or end the requirement.",
  },
  "decision-overdue": {
    severity: "warning",
    means: "The decision was to be reviewed before the date; no visits unless asked for.",
    todo: "Review the decision; or generate again naming it in `acceptOverdue`, which tells it as a warning all the same.",
  },
  "client-missing": {
    severity: "warning",
    means: "A decision is of a client who is not there; no visits.",
    todo: "Enter the client, or correct the decision.",
  },
  "client-away": {
    severity: "info",
    means: "The client is away at the time of the visit; it is not made.",
    todo: "Nothing; visits come back when the client does.",
  },
  "home-missing": {
    severity: "warning",
    means: "The client has no home on the date; no visits.",
    todo: "Enter where the client lives on this date.",
  },
  "type-missing": {
    severity: "warning",
    means: "A requirement is of a visit type that is not there; no visits.",
    todo: "Enter the visit type, or correct the requirement.",
  },
  "minutes-missing": {
    severity: "warning",
    means: "Neither the requirement nor its visit type says how long the visit takes; no visits.",
    todo: "Give the requirement minutes, or its visit type default minutes.",
  },
  "rhythm-refused": {
    severity: "warning",
    means: "The requirement's rule cannot be read; no visits.",
    todo: "Correct the requirement's rule.",
  },
  "weekly-hours-exceeded": {
    severity: "warning",
    means: "A nurse's shifts of a week come to more than the hours of her contract; what is more costs.",
    todo: "Take a shift away, give her less in another week, or correct the hours of her contract.",
  },
  "weekly-hours-full": {
    severity: "warning",
    means:
      "A shift would bring a nurse beyond the most hours that she may work in a week; it does not count.",
    todo: "Give the shift to another nurse, or take another one of hers away.",
  },
  "shift-elsewhere": {
    severity: "info",
    means: "A nurse of the pool has a published round of other areas on the shift; it does not count.",
    todo: "Nothing; or plan the areas together.",
  },
  "hours-exceeded": {
    severity: "warning",
    means: "Requirements come to more hours in the week or month than their decision grants.",
    todo: "Raise the granted hours by a decision, or change the requirements.",
  },
  "skill-without-nurse": {
    severity: "warning",
    means: "No nurse with a shift has the skills that a requirement needs.",
    todo: "Add a shift of a nurse who has them, or the visit stays unserved.",
  },
  "nurse-missing": {
    severity: "warning",
    means: "A shift is of a nurse who is not there; it does not count.",
    todo: "Enter the nurse, or correct the shift.",
  },
  "nurse-absent": {
    severity: "info",
    means: "The nurse is absent in the shift, or in a part of it, which does not count.",
    todo: "Call in a substitute where hours are short.",
  },
  "unit-closed": {
    severity: "info",
    means: "The unit is closed in the shift, or in a part of it, which does not count.",
    todo: "Nothing; shifts of a closed unit do not count.",
  },
  "place-missing": {
    severity: "warning",
    means: "A home or shift names a place that is not there; it does not count.",
    todo: "Enter the place, or correct the record that names it.",
  },
  "vehicle-short": {
    severity: "warning",
    means: "All pool vehicles are in use when the shift starts; it travels another way.",
    todo: "Move a shift, add a vehicle, or let the nurse travel as told.",
  },
  "break-dropped": {
    severity: "info",
    means: "What is left of a shift has no room for its break, which is not planned.",
    todo: "Nothing, if the part of the shift that is left needs no break.",
  },
  "qualification-ends": {
    severity: "warning",
    means: "A qualification is valid on some of the dates planned together; it counts on none.",
    todo: "Renew the qualification, or generate the dates one by one.",
  },
  "no-shifts": {
    severity: "warning",
    means: "No shift that counts starts on the date.",
    todo: "Enter shifts of the date.",
  },
} as const satisfies Record<string, WarningEntry>;

export type GenerationCode = keyof typeof GENERATION_WARNINGS;

export const GENERATION_CODES = Object.keys(GENERATION_WARNINGS) as [GenerationCode, ...GenerationCode[]];
