/** Values of standing records as the lists show them. */
import type { StandingItemView } from "../../../../src/contracts/index.js";
import type { Rhythm } from "../../../../src/contracts/standing/index.js";
import { formatDate, formatNumber, inLanguage } from "../../../shared/i18n/index.js";
import { tdata } from "../words/data.js";
import { clock, type WindowValue, windowWords } from "./clockWords.js";
import type { Field, Input } from "./forms/index.js";
import { wordName } from "./inputs/Chosen.js";
import { listOr, textOr } from "./inputs/props.js";
import { rhythmWords } from "./rhythm/words.js";
import { titleOf } from "./titles.js";

interface BreakValue {
  readonly minutes?: number;
  readonly earliestAfterMinutes?: number;
  readonly latestAfterMinutes?: number;
}

function breakWords({ minutes = 0, earliestAfterMinutes = 0, latestAfterMinutes = 0 }: BreakValue): string {
  const hours = (n: number): string => formatNumber(n / 60, 1);
  return tdata("break-words", {
    n: minutes,
    from: hours(earliestAfterMinutes),
    to: hours(latestAfterMinutes),
  });
}

function contractWords(value: unknown): string {
  const { kind = "own" } = (value ?? {}) as { readonly kind?: "own" | "substitute" | "provider" };
  return tdata(`contract-${kind}`);
}

/** A record named in a cell, with the reasons of every kind of input in one place. */
function words(shape: Input, value: unknown): string {
  switch (shape.input) {
    case "names":
      return inLanguage(value as Readonly<Record<string, string>>, "");
    case "date":
      return /^\d{4}-\d\d-\d\d$/.test(textOr(value)) ? formatDate(textOr(value), "plain") : textOr(value);
    case "time":
      return clock(textOr(value));
    case "number": {
      const shown = typeof value === "number" ? formatNumber(value, 6) : textOr(value);
      const unit = shape.unit === undefined ? "" : `\u00a0${inLanguage(shape.unit, "")}`;
      return `${shown}${unit}`;
    }
    case "choice":
      return inLanguage(shape.options.find(([one]) => one === value)?.[1], textOr(value));
    case "yes-no":
      return tdata(value === true ? "yes" : "no");
    case "record":
      return titleOf(shape.kind, textOr(value));
    case "records":
      return listOr(value)
        .map((id) => titleOf(shape.kind, id))
        .join(", ");
    case "word":
      return wordName(shape.of, textOr(value));
    case "words":
      return listOr(value)
        .map((id) => wordName(shape.of, id))
        .join(", ");
    case "window":
      return windowWords(value as WindowValue);
    case "windows":
      return (value as readonly WindowValue[]).map(windowWords).join(", ");
    case "rhythm":
      return rhythmWords(value as Rhythm);
    case "breaks":
      return (value as readonly BreakValue[]).map(breakWords).join("; ");
    case "contract":
      return contractWords(value);
    default:
      return typeof value === "string" ? value : listOr(value).join(", ");
  }
}

/** Empty where the record says nothing, but for what is taken for granted. */
export function cellOf(field: Field, record: StandingItemView): string {
  const value = record[field.key] ?? (field.in.input === "yes-no" ? field.in.usual : undefined);
  if (value === undefined || value === null) return field.in.input === "contract" ? contractWords(null) : "";
  return words(field.in, value);
}

export const isNumeric = ({ in: shape }: Field): boolean => shape.input === "number";
