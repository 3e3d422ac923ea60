/** Calendar dates, YYYY-MM-DD, without any time zone. */

/** The date so many days later; negative: earlier. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
