/** A rhythm as the editor has it, out of the record's form and back. Pure. */
import type { Rhythm, Weekday } from "../../../../../src/contracts/standing/index.js";

export const DAYS: readonly Weekday[] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

export type Pattern = "daily" | "weekdays" | "any-days" | "month-day" | "month-weekday" | "rule";
export const PATTERNS: readonly Pattern[] = [
  "daily",
  "weekdays",
  "any-days",
  "month-day",
  "month-weekday",
  "rule",
];

/** What the editor shows; each pattern uses some of it and keeps the rest. */
export interface Wish {
  readonly pattern: Pattern;
  /** Every how many days, weeks or months. */
  readonly every: number;
  readonly days: readonly Weekday[];
  readonly daysAWeek: number;
  /** Day of the month, 1 to 31. */
  readonly monthDay: number;
  /** Which one of the month: 1 to 4, -1 the last. */
  readonly nth: number;
  readonly rule: string;
  readonly timesADay: number;
  readonly holidays: "as-usual" | "skip" | "only";
  readonly anchor: string;
}

export const FRESH: Wish = {
  pattern: "daily",
  every: 1,
  days: [],
  daysAWeek: 2,
  monthDay: 1,
  nth: 1,
  rule: "",
  timesADay: 1,
  holidays: "as-usual",
  anchor: "",
};

const isWeekday = (text: string): text is Weekday => (DAYS as readonly string[]).includes(text);
const inOrder = (days: readonly Weekday[]): Weekday[] => DAYS.filter((day) => days.includes(day));

/** What of a rule the editor has words for; null: only as a rule. */
function fromRule(rrule: string): Partial<Wish> | null {
  const parts = new Map(
    rrule.split(";").map((part) => {
      const [name = "", value = ""] = part.split("=");
      return [name, value] as const;
    }),
  );
  const every = Number(parts.get("INTERVAL") ?? "1");
  const rest = [...parts.keys()].filter((name) => name !== "FREQ" && name !== "INTERVAL");
  const frequency = parts.get("FREQ");
  const [only] = rest;
  if (rest.length === 0 && frequency === "DAILY") return { pattern: "daily", every };
  if (rest.length !== 1) return null;
  if (frequency === "WEEKLY" && only === "BYDAY") {
    const days = (parts.get("BYDAY") ?? "").split(",");
    return days.every(isWeekday) ? { pattern: "weekdays", every, days: inOrder(days) } : null;
  }
  if (frequency !== "MONTHLY") return null;
  if (only === "BYMONTHDAY" && /^([1-9]|[12]\d|3[01])$/.test(parts.get("BYMONTHDAY") ?? ""))
    return { pattern: "month-day", every, monthDay: Number(parts.get("BYMONTHDAY")) };
  const found = /^(-1|[1-4])([A-Z]{2})$/.exec(only === "BYDAY" ? (parts.get("BYDAY") ?? "") : "");
  const day = found?.[2] ?? "";
  return found !== null && isWeekday(day)
    ? { pattern: "month-weekday", every, nth: Number(found[1]), days: [day] }
    : null;
}

export function wishOf(rhythm: Partial<Rhythm> | undefined): Wish {
  if (rhythm === undefined) return FRESH;
  const { timesADay = 1, holidays = "as-usual", anchor = "" } = rhythm;
  const common = { ...FRESH, timesADay, holidays, anchor };
  if (rhythm.kind === "any-days") {
    const { daysAWeek = 1, weekdays = [], everyWeeks = 1 } = rhythm;
    return { ...common, pattern: "any-days", daysAWeek, days: inOrder(weekdays), every: everyWeeks };
  }
  const { rrule = "" } = rhythm as { readonly rrule?: string };
  return { ...common, rule: rrule, pattern: "rule", ...fromRule(rrule) };
}

function ruleOf({ pattern, every, days, monthDay, nth, rule }: Wish): string {
  const interval = every > 1 ? `;INTERVAL=${every}` : "";
  switch (pattern) {
    case "daily":
      return `FREQ=DAILY${interval}`;
    case "weekdays":
      return `FREQ=WEEKLY${interval};BYDAY=${days.join(",")}`;
    case "month-day":
      return `FREQ=MONTHLY${interval};BYMONTHDAY=${monthDay}`;
    case "month-weekday":
      return `FREQ=MONTHLY${interval};BYDAY=${nth}${days[0] ?? ""}`;
    default:
      return rule;
  }
}

/** Values that the contract takes for granted are left out. */
export function rhythmOf(wish: Wish): Rhythm {
  const common = {
    ...(wish.timesADay === 1 ? {} : { timesADay: wish.timesADay }),
    ...(wish.holidays === "as-usual" ? {} : { holidays: wish.holidays }),
    ...(wish.anchor === "" ? {} : { anchor: wish.anchor }),
  };
  if (wish.pattern !== "any-days") return { kind: "rule", rrule: ruleOf(wish), ...common };
  return {
    kind: "any-days",
    daysAWeek: wish.daysAWeek,
    ...(wish.days.length === 0 ? {} : { weekdays: [...wish.days] }),
    ...(wish.every === 1 ? {} : { everyWeeks: wish.every }),
    ...common,
  };
}
