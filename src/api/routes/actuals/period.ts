import { daysBetween } from "../../../domain/dates.js";
import { ApiError } from "../../apiError.js";

/** Longest period of one question. */
export const MOST_DAYS = 400;

/** @throws ApiError `request-invalid` for a period that ends before it starts or is too long */
export function checkPeriod(from: string, to: string): void {
  const days = daysBetween(from, to) + 1;
  if (days < 1) throw new ApiError("request-invalid", `the period ends (${to}) before it starts (${from})`);
  if (days > MOST_DAYS) {
    throw new ApiError("request-invalid", `the period has ${days} days; at most ${MOST_DAYS} are answered`);
  }
}
