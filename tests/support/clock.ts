/** Instants in tests: seconds since the epoch and the contract's text. */

/** Seconds of an instant with its offset. Tests' own, so that they do not lean on what they test. */
export function toSeconds(instant: string): number {
  return Date.parse(instant) / 1000;
}

/** An instant with an offset in minutes (120 is `+02:00`, 0 is `Z`). */
export function toInstant(seconds: number, offsetMinutes = 0): string {
  const local = new Date((seconds + offsetMinutes * 60) * 1000).toISOString().slice(0, 19);
  if (offsetMinutes === 0) return `${local}Z`;
  const hours = String(Math.floor(Math.abs(offsetMinutes) / 60)).padStart(2, "0");
  const minutes = String(Math.abs(offsetMinutes) % 60).padStart(2, "0");
  return `${local}${offsetMinutes < 0 ? "-" : "+"}${hours}:${minutes}`;
}
