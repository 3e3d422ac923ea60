/** Local times of day as the language writes them: `07:30` is 7.30 in Finnish. */
import { formatTime, text, speak } from "../../../shared/i18n/index.js";

/** Any instant at that time of day in UTC does. */
export const clock = (time: string): string =>
  /^\d\d:\d\d$/.test(time) ? formatTime(`1970-01-01T${time}:00Z`, "UTC") : time;

export interface WindowValue {
  readonly from?: string;
  readonly to?: string;
}

const tn = speak({ next: text("next day", "seur. päivä", "nästa dag") });

/** `7.30–9.00`; a window that ends before it begins reaches into the next day. */
export function windowWords({ from = "", to = "" }: WindowValue): string {
  const over = from !== "" && to !== "" && to < from ? ` (${tn("next")})` : "";
  return `${clock(from)}–${clock(to)}${over}`;
}
