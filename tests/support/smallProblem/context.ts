/** What the builders of a small problem share: choices, features, the clock. */
import type { Problem } from "../../../src/contracts/index.js";
import { toInstant, toSeconds } from "../clock.js";
import { type Source, chance } from "../source.js";
import { type Feature, type SmallProblemOptions, chooseFeatures } from "./features.js";

export type Visit = Problem["visits"][number];
export type Client = Problem["clients"][number];
export type Nurse = Problem["nurses"][number];
export type Shift = Problem["shifts"][number];
export type Break = NonNullable<Shift["breaks"]>[number];
export type Link = NonNullable<Problem["links"]>[number];

/** Seconds of the day that a small problem fills. */
export const DAY_SECONDS = 8 * 3600;

export const SKILLS = ["practical-nurse", "registered-nurse", "rehabilitation"] as const;
export const AREAS = ["east", "west"] as const;
export const LANGUAGES = ["fi", "sv"] as const;
export const OFFICE = "office";

export interface Context {
  readonly source: Source;
  readonly options: SmallProblemOptions;
  has(feature: Feature): boolean;
  /** An instant of the day as the contract writes it; seconds count from the day's start. */
  instant(seconds: number): string;
  /** A time of the day: whole minutes, or any second with `oddInstants`. Both ends included. */
  time(min: number, max: number): number;
  /** Seconds from the day's start. */
  seconds(instant: string): number;
}

export function contextOf(source: Source, options: SmallProblemOptions): Context {
  const features = chooseFeatures(source, options);
  const dayStart = toSeconds(options.dayStart ?? "2026-11-23T05:00:00Z");
  const usual = options.offsetMinutes ?? 120;
  const odd = features.has("oddInstants");
  return {
    source,
    options,
    has: (feature) => features.has(feature),
    instant: (seconds) => {
      const other = odd && chance(source, 20);
      return toInstant(dayStart + seconds, other ? source.int(-3, 11) * 60 : usual);
    },
    time: (min, max) => {
      if (odd && chance(source, 50)) return source.int(min, max);
      const first = Math.ceil(min / 60);
      const last = Math.floor(max / 60);
      return first > last ? source.int(min, max) : source.int(first, last) * 60;
    },
    seconds: (instant) => toSeconds(instant) - dayStart,
  };
}
