/** Reads the values of options. Each reader throws BadInput with the code `option`. */
import { OsrmOptionError, parseOsrmOption } from "../travel/osrmOption.js";
import type { OsrmModeConfig } from "../travel/provider.js";
import { badInput } from "./faults.js";

/** Seconds of search when neither a time nor a number of iterations is given. */
export const DEFAULT_SECONDS = 20;

export const DEFAULT_SEED = 1;

function wrong(option: string, value: string, wanted: string): Error {
  return badInput("option", `${option} ${value}: wanted ${wanted}`, "Run the command with --help.");
}

/** A whole number from `least` to `most`. */
export function wholeNumber(option: string, least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^-?\d+$/.test(value) || number < least || number > most) {
      throw wrong(option, value, `a whole number from ${least} to ${most}`);
    }
    return number;
  };
}

/** Seconds, with decimals, above zero. */
export function secondsValue(option: string): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+(\.\d+)?$/.test(value) || number <= 0 || number > 86_400) {
      throw wrong(option, value, "seconds above 0 and at most 86400");
    }
    return number;
  };
}

/** `car=URL,walk=URL`: a road server for each mode, by the mode's name in the problem. */
export function roadServers(value: string): Readonly<Record<string, OsrmModeConfig>> {
  try {
    return parseOsrmOption(value);
  } catch (error) {
    if (!(error instanceof OsrmOptionError)) throw error;
    throw badInput("option", `--osrm: ${error.message}`, "Write --osrm car=URL,walk=URL.");
  }
}
