/** What a problem or a plan document can have wrong in itself. */
import type { FaultEntry } from "./faultEntry.js";

export const DOCUMENT_FAULTS = {
  "json-syntax": {
    means: "The text is not JSON.",
    todo: "Mend the text at the line and column named, or send the file that was meant.",
  },
  "unknown-format": {
    means: "`format` is not the one expected here.",
    todo: 'Set `format` to "kotikierros/problem@1" for a problem and "kotikierros/plan@1" for a plan.',
  },
  "unknown-key": {
    means: "The document has a key that the format does not know.",
    todo: "Take the key out or correct its spelling; the keys are listed in the JSON Schema of the document.",
  },
  "missing-key": {
    means: "A key that must be there is absent.",
    todo: "Add the key.",
  },
  "wrong-type": {
    means:
      "A value is of another kind than the format asks for (a text for a number, a fraction for a whole number, null).",
    todo: "Write the value as the kind named; leave an optional key out instead of writing null.",
  },
  "unknown-value": {
    means: "A value is none of the words that are allowed here.",
    todo: "Use one of the words named.",
  },
  "out-of-range": {
    means: "A number is smaller or greater than allowed.",
    todo: "Use a number within the limits named.",
  },
  "id-length": {
    means: "An id or a reference is an empty text or longer than 500 characters.",
    todo: "Give it an id of 1 to 500 characters.",
  },
  "wrong-length": {
    means: "A list has too few or too many entries.",
    todo: "Give the list the number of entries named.",
  },
  "list-too-long": {
    means: "An inner list or table has more entries than any real day; it was not read.",
    todo: "Check how the document was made; shorten the list.",
  },
  "too-many-faults": {
    means:
      "There are so many faults that the rest of a list was not read, or the rest of the faults is only counted.",
    todo: "Mend the faults named and send the document again; the rest will be told then.",
  },
  "instant-shape": {
    means: "A text is no instant.",
    todo: "Write instants as 2026-11-23T07:30:00+02:00 or 2026-11-23T05:30:00Z.",
  },
  "instant-fraction": {
    means: "An instant has a fraction of a second.",
    todo: "Round the instant to whole seconds.",
  },
  "instant-leap-second": {
    means: "An instant has the second 60.",
    todo: "Use second 59 or the next minute; leap seconds are not counted.",
  },
  "instant-calendar": {
    means: "An instant names a day that the calendar does not have.",
    todo: "Correct year, month or day.",
  },
  "instant-clock": {
    means: "An instant names a time of day beyond 23:59:59.",
    todo: "Correct the time; midnight is 00:00:00 of the next day.",
  },
  "instant-offset": {
    means: "The offset of an instant is beyond 23:59.",
    todo: "Correct the offset from UTC, such as +02:00.",
  },
  "unknown-time-zone": {
    means: "The time zone database does not know `timeZone`.",
    todo: "Use an IANA name such as Europe/Helsinki.",
  },
  "duplicate-id": {
    means: "Two entries of one list have the same id.",
    todo: "Give each entry an id of its own.",
  },
  "unknown-reference": {
    means: "An id refers to nothing in the document.",
    todo: "Correct the id, or add the entry it refers to.",
  },
  "matrix-shape": {
    means: "A matrix does not have one row, and in each row one cell, for each place.",
    todo: "Send square matrices in the order of `places`.",
  },
  "matrix-cell": {
    means: "A matrix has cells that are neither whole numbers within the limits nor null.",
    todo: "Write whole seconds and metres, and null where there is no way.",
  },
  "matrix-half": {
    means: "A mode has only one of `durations` and `distances`.",
    todo: "Send both, or neither, to have them filled in.",
  },
  "travel-missing": {
    means: "A mode that a shift uses has no matrices, and nothing filled them in before planning.",
    todo: "Send matrices, or name a road server or the estimate to fill them in.",
  },
  "interval-order": {
    means: "An interval ends before it starts.",
    todo: "Swap or correct `from` and `to`; both ends are included, so they may be equal.",
  },
  "no-windows": {
    means: "A visit that has not begun has no window to start in.",
    todo: "Add at least one window.",
  },
  "too-far-apart": {
    means: "An instant lies more than a year from the start of the first shift.",
    todo: "Correct the date, or plan the days apart.",
  },
  "shift-order": {
    means: "A shift ends before or when it starts.",
    todo: "Correct `from` and `to`; the end of a night shift has the next day's date.",
  },
  "break-out-of-reach": {
    means: "A break that may have to be taken can never be taken within its shift and overtime.",
    todo: "Move the break's window into the shift, shorten the break, or take it out.",
  },
  "break-delay-order": {
    means: "`earliestAfterMinutes` of a break is greater than its `latestAfterMinutes`.",
    todo: "Swap or correct the two.",
  },
  "link-self": {
    means: "A link joins a visit with itself.",
    todo: "Name two different visits.",
  },
  "gap-order": {
    means: "`minMinutes` of a gap is greater than its `maxMinutes`.",
    todo: "Swap or correct the two.",
  },
  "pin-conflict": {
    means: "A pin names a provider and something else beside it.",
    todo: "Keep either `providerId` alone, or the other keys.",
  },
  "pin-begun-start": {
    means: "A pin says `begun` without a `start`.",
    todo: "Add the start of the visit, or take `begun` out.",
  },
  "pin-crew": {
    means: "A pin names more shifts than the visit's crew has nurses.",
    todo: "Pin fewer shifts or raise `crewSize`.",
  },
  "pin-same-nurse": {
    means: "A pin names two shifts of one nurse, who can be in a crew only once.",
    todo: "Keep one of the two shifts.",
  },
  "pin-outside-windows": {
    means: "A pinned start lies in none of the visit's windows.",
    todo: "Move the start, widen a window, or set `begun` if the visit is under way.",
  },
  "pin-outside-shift": {
    means: "A pinned visit cannot be done within the pinned shift and its overtime.",
    todo: "Pin another shift or another start, or lengthen the shift.",
  },
  "pin-skill": {
    means: "The nurse of a pinned shift lacks a skill that the visit needs.",
    todo: "Pin another shift, or set `begun` if the visit is under way.",
  },
  "pin-refused": {
    means: "The client refuses the nurse of a pinned shift.",
    todo: "Pin another shift, or set `begun` if the visit is under way.",
  },
  "pin-provider": {
    means: "The pinned provider does not take the visit's type or its client's area.",
    todo: "Pin another provider, or add the type or area to it.",
  },
  "pin-provider-full": {
    means: "More visits are pinned to a provider than it takes.",
    todo: "Pin some of them elsewhere, or raise `maxVisits`.",
  },
} as const satisfies Record<string, FaultEntry>;
