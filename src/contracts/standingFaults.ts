/** What a record of standing data, or a file of them, can have wrong beside the faults of documents. */
import type { FaultEntry } from "./faultEntry.js";

export const STANDING_FAULTS = {
  "date-shape": {
    means: "A text is no date of the calendar.",
    todo: "Write dates as 2026-11-23.",
  },
  "time-shape": {
    means: "A text is no local time of day.",
    todo: "Write times as 07:30; 24:00 is 00:00.",
  },
  "euros-decimals": {
    means: "An amount of euros has more than two decimals.",
    todo: "Round the amount to whole cents.",
  },
  "period-order": {
    means: "A period or validity ends before it begins.",
    todo: "Correct its dates or times; both ends are included, so the dates may be equal.",
  },
  "nurse-banned": {
    means: "A nurse whom the client has banned is the client's named nurse or wished for.",
    todo: "Take the nurse out of one of the two lists.",
  },
  "rhythm-rule": {
    means: "The rule of a rhythm is no recurrence rule of days.",
    todo: "Write it as RFC 5545 does: FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH. Times of day go into `windows`.",
  },
  "windows-count": {
    means: "`windows` or `preferred` of a requirement does not fit its times a day.",
    todo: "Give one entry that all times share, or one for each time of the day in order.",
  },
  "shift-buffers": {
    means: "The start and end buffers of a shift leave no time for visits.",
    todo: "Shorten the buffers or lengthen the shift.",
  },
  "text-length": {
    means: "A text is empty where it may not be, or too long.",
    todo: "Give it the number of characters named.",
  },
  "id-mismatch": {
    means: "The id of a record is another one than that of its address.",
    todo: "Send the record to the address of its own id; an id is never changed.",
  },
  "reference-missing": {
    means: "An id refers to no record of the kind named.",
    todo: "Correct the id, or store what it refers to first.",
  },
  "homes-overlap": {
    means: "A client would have two homes on a date.",
    todo: "End one home the day before the next begins.",
  },
  "shifts-overlap": {
    means: "A nurse would have two shifts at once.",
    todo: "Correct the times, or change or remove the other shift; touching is allowed.",
  },
  "vehicle-taken": {
    means: "More shifts use a pool vehicle at once than there are of it.",
    todo: "Use another vehicle, or move one of the shifts.",
  },
  "outside-decision": {
    means: "A requirement ends before its decision begins, or after it has ended.",
    todo: "Correct the date, leave it out, or prolong the decision first.",
  },
  "row-twice": {
    means: "Two rows of a file are the same record.",
    todo: "Take one of the rows out.",
  },
  "cell-value": {
    means: "A cell does not hold what its column is for.",
    todo: "Write the cell as docs/standing.md describes its column.",
  },
  "column-unknown": {
    means: "The first line of a file names a column that the kind does not have, or one column twice.",
    todo: "Correct the heading, or take the column out; docs/standing.md lists the columns.",
  },
  "column-missing": {
    means: "The first line of a file lacks a column by which rows are told apart.",
    todo: "Add the column named.",
  },
  "csv-syntax": {
    means:
      "A file cannot be read as CSV: a quotation mark is not closed, or a line has too many or too few cells.",
    todo: "Mend the line named, or save the file as CSV once more.",
  },
} as const satisfies Record<string, FaultEntry>;
