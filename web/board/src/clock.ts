/** The time by this device, epoch seconds, new every half minute. */
import { signal } from "@preact/signals";

const seconds = (): number => Math.floor(Date.now() / 1000);
export const now = signal(seconds());

setInterval(() => {
  now.value = seconds();
}, 30_000);

/** The calendar day by this device, YYYY-MM-DD. */
export const today = (): string => new Date().toLocaleDateString("sv-SE");
