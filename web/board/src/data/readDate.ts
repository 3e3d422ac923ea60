/** Dates as people type them; day before month in all three languages. */

const ISO = /^\d{4}-\d\d-\d\d$/;

/** Whether a text is a date of the calendar, YYYY-MM-DD. */
export function isDate(text: string): boolean {
  if (!ISO.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** `23.11.2026`, `23/11/2026` and `2026-11-23` are `2026-11-23`; anything else stays as it was typed. */
export function readDate(typed: string): string {
  const text = typed.trim();
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  return year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
