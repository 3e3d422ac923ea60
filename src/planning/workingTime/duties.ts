/** Work in time: duties, the stretches that they make, and the rests between. Epoch seconds. */

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Duty extends Span {
  readonly id: string;
  readonly nurseId: string;
  /** Null: not known, so that no rule of breaks is judged. */
  readonly breaks: readonly Span[] | null;
  readonly knownSince: number | null;
  readonly consent: boolean;
  /** Looked at, and judged only together with others. */
  readonly context: boolean;
}

export interface Person {
  readonly id: string;
  readonly form: "general" | "period";
  readonly shortenedRest: boolean;
  readonly skills: readonly string[];
}

/** Work without a pause: duties that touch or overlap are one. */
export interface Stretch extends Span {
  readonly duties: readonly Duty[];
}

export const HOUR = 3600;

/** In order; `duties` in any. */
export function stretchesOf(duties: readonly Duty[]): readonly Stretch[] {
  const out: { from: number; to: number; duties: Duty[] }[] = [];
  for (const duty of duties.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = out.at(-1);
    if (last !== undefined && duty.from <= last.to) {
      last.to = Math.max(last.to, duty.to);
      last.duties.push(duty);
    } else out.push({ from: duty.from, to: duty.to, duties: [duty] });
  }
  return out;
}

/** A rest between two stretches; before the first and after the last it has no end. */
export interface Rest extends Span {
  readonly before: Stretch | null;
  readonly after: Stretch | null;
}

/** One more than there are stretches. */
export function restsOf(stretches: readonly Stretch[]): readonly Rest[] {
  return Array.from({ length: stretches.length + 1 }, (_, index) => {
    const before = stretches[index - 1] ?? null;
    const after = stretches[index] ?? null;
    return { from: before?.to ?? -Infinity, to: after?.from ?? Infinity, before, after };
  });
}

/** Seconds of work: without breaks of `unpaidFromMinutes` or more; what overlaps counts once. */
export function workedSeconds(duties: readonly Duty[], unpaidFromMinutes: number): number {
  let sum = 0;
  for (const stretch of stretchesOf(duties)) {
    sum += stretch.to - stretch.from;
    for (const { breaks } of stretch.duties) {
      for (const { from, to } of breaks ?? []) if (to - from >= 60 * unpaidFromMinutes) sum -= to - from;
    }
  }
  return sum;
}
