/** When something happened, as far as the clock that says so can be believed. Epoch seconds. */
import type { ActualFlag } from "./ports.js";

/** A phone's clock may be off by so much without a word. */
export const CLOCK_TOLERANCE = 120;
/** What arrives later than this after it happened is marked as late. */
export const LATE_ARRIVAL = 900;

export interface JudgedTime {
  readonly usedAt: number;
  readonly flags: readonly ActualFlag[];
}

/**
 * The clock's fault is what it differs from the server's when it sends, and is taken off. A phone
 * whose clock was put right between event and sending cannot be told from one that was always right.
 */
export function judgeTime(at: number, sentAt: number | null, receivedAt: number): JudgedTime {
  const flags: ActualFlag[] = [];
  const offset = sentAt === null ? 0 : receivedAt - sentAt;
  const wrong = Math.abs(offset) > CLOCK_TOLERANCE;
  if (wrong) flags.push("clock-wrong");
  let usedAt = wrong ? at + offset : at;
  if (usedAt > receivedAt + CLOCK_TOLERANCE) {
    flags.push("ahead-of-time");
    usedAt = receivedAt;
  }
  if (receivedAt - usedAt > LATE_ARRIVAL) flags.push("arrived-late");
  return { usedAt, flags };
}
