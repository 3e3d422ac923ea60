/** Minutes of a local day to instants of the contract, across clock changes too. */
import { DateTime } from "luxon";

export type Clock = (minute: number) => string;

/**
 * Wall-clock minutes after midnight of the day to an instant with its offset. On the day of a
 * clock change a wall time that does not exist moves forward with the clock.
 */
export function dayClock(date: string, timeZone: string): Clock {
  const day = DateTime.fromISO(date, { zone: timeZone });
  if (!day.isValid) throw new RangeError(`no such day: ${date} in ${timeZone}`);
  return (minute) => {
    const days = Math.floor(minute / 1440);
    const rest = minute - days * 1440;
    const at = day.plus({ days }).set({ hour: Math.floor(rest / 60), minute: rest % 60 });
    const text = at.toISO({ suppressMilliseconds: true });
    if (text === null) throw new RangeError(`minute ${minute} of ${date} is no instant`);
    return text;
  };
}

/** Epoch seconds to an instant of the contract with the zone's offset. */
export function instantOf(seconds: number, timeZone: string): string {
  const text = DateTime.fromSeconds(seconds, { zone: timeZone }).toISO({ suppressMilliseconds: true });
  if (text === null) throw new RangeError(`${seconds} is no instant in ${timeZone}`);
  return text;
}
