/** Periods that people ask for, as dates of the calendar. Pure. */

export interface Period {
  readonly from: string;
  readonly to: string;
}

export const PRESETS = ["week-last", "week-this", "month-last", "month-this"] as const;
export type Preset = (typeof PRESETS)[number];

const at = (date: string): Date => new Date(`${date}T00:00:00Z`);
const dateOf = (instant: Date): string => instant.toISOString().slice(0, 10);

function plusDays(date: string, days: number): string {
  const instant = at(date);
  instant.setUTCDate(instant.getUTCDate() + days);
  return dateOf(instant);
}

/** First and last date; weeks begin on Monday. */
export function periodOf(preset: Preset, today: string): Period {
  const instant = at(today);
  if (preset.startsWith("week")) {
    const monday = plusDays(today, -((instant.getUTCDay() + 6) % 7) - (preset === "week-last" ? 7 : 0));
    return { from: monday, to: plusDays(monday, 6) };
  }
  const month = instant.getUTCMonth() - (preset === "month-last" ? 1 : 0);
  const year = instant.getUTCFullYear();
  return {
    from: dateOf(new Date(Date.UTC(year, month, 1))),
    to: dateOf(new Date(Date.UTC(year, month + 1, 0))),
  };
}
