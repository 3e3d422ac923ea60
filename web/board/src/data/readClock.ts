/** Times of day as people type them. */

/** `7`, `730`, `7.30` and `07:30` are all `07:30` or `07:00`; anything else stays as it was typed. */
export function readClock(typed: string): string {
  const found = /^(\d{1,2})(?:[.: ]?(\d\d))?$/.exec(typed.trim());
  if (found === null) return typed.trim();
  const [, hours = "", minutes = "00"] = found;
  return `${hours.padStart(2, "0")}:${minutes}`;
}
