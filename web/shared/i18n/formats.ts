/** Times, dates and numbers as the chosen language writes them. Instants are epoch seconds or texts. */
import { language, LOCALES } from "./language.js";

const kept = new Map<string, Intl.DateTimeFormat>();

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = LOCALES[language.value];
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  kept.set(key, made);
  return made;
}

const toDate = (instant: number | string): Date =>
  new Date(typeof instant === "number" ? instant * 1000 : instant);

/** Hours and minutes: `7.05`, `07:05`. */
export function formatTime(instant: number | string, timeZone: string): string {
  return dateFormat({ hour: "2-digit", minute: "2-digit", hour12: false, timeZone }).format(toDate(instant));
}

/** `23.11. klo 7.05`: day and time. */
export function formatMoment(instant: number | string, timeZone?: string): string {
  return dateFormat({
    day: "numeric",
    month: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(toDate(instant));
}

/** `maanantai 23. marraskuuta 2026` from `2026-11-23`; plain: `23.11.2026`. */
export function formatDate(date: string, style: "full" | "medium" | "short" | "plain" = "full"): string {
  const options: Intl.DateTimeFormatOptions =
    style === "full"
      ? { dateStyle: "full" }
      : style === "plain"
        ? { day: "numeric", month: "numeric", year: "numeric" }
        : style === "medium"
          ? { weekday: "short", day: "numeric", month: "numeric", year: "numeric" }
          : { weekday: "short", day: "numeric", month: "numeric" };
  return dateFormat({ ...options, timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}

const numbers = new Map<string, Intl.NumberFormat>();

function numberFormat(digits: number, signDisplay: "auto" | "exceptZero"): Intl.NumberFormat {
  const key = `${language.value} ${digits} ${signDisplay}`;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(LOCALES[language.value], { maximumFractionDigits: digits, signDisplay });
  numbers.set(key, made);
  return made;
}

export const formatNumber = (value: number, digits = 1): string => numberFormat(digits, "auto").format(value);

/** `+1,5`, `−3`, `0`. */
export const formatSigned = (value: number, digits = 1): string =>
  numberFormat(digits, "exceptZero").format(value);

/** `62,5 %`; a dash where there is nothing to count. */
export function formatPercent(value: number | null): string {
  return value === null ? "–" : `${formatNumber(value)}\u00a0%`;
}

/** `3 h 25 min`, `12 min`, `40 s`; the sign is left out. */
export function formatDuration(seconds: number): string {
  const all = Math.abs(Math.round(seconds));
  if (all > 0 && all < 60) return `${all}\u00a0s`;
  const total = Math.round(all / 60);
  const [hours, minutes] = [Math.floor(total / 60), total % 60];
  if (hours === 0) return `${minutes}\u00a0min`;
  return minutes === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h ${minutes}\u00a0min`;
}
