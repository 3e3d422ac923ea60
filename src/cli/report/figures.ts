/**
 * Key figures of one day's plan.
 *
 * Paid time of a round: its shift from start to end, plus overtime past the end, less the
 * breaks that were taken (a meal break is not working time). Only used shifts count; the
 * number of unused ones stands beside. Direct client work is the time of visits, once for
 * each nurse who is there, remote visits included.
 */
import { type Day, must, secondsBetween } from "./day.js";
import { type Round, sharesLanguage } from "./round.js";

/** So many of so many. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

export interface ModeUse {
  readonly mode: string;
  readonly rounds: number;
  readonly seconds: number;
  /** Null where the problem has no distances. */
  readonly metres: number | null;
}

export interface Figures {
  /** Visits. */
  readonly served: Share;
  readonly bought: number;
  /** Seconds of visits, of paid time. */
  readonly directWork: Share;
  /** Seconds on the way, of paid time. */
  readonly travel: Share;
  /** Seconds of idle time, of paid time: waiting on the round, and what the shift has beyond it. */
  readonly idle: Share;
  /** Visits with a preferred time that start within it, to the second. */
  readonly onTime: Share;
  /** Nurse's visits to clients with familiar nurses that one of those makes. */
  readonly familiar: Share;
  /** Nurse's visits with a language in common, where both name some; by client's first language. */
  readonly language: Share;
  readonly languages: readonly { readonly language: string; readonly share: Share }[];
  readonly modes: readonly ModeUse[];
  readonly overtimeSeconds: number;
  readonly unusedShifts: number;
}

export function figuresOf(day: Day, rounds: readonly Round[]): Figures {
  const paid = sum(rounds, (r) => paidSeconds(r));
  const work = sum(rounds, (r) => r.visitSeconds);
  const travel = sum(rounds, (r) => r.travelSeconds);
  const bought = day.plan.bought?.length ?? 0;
  const { familiar, language, languages } = people(day, rounds);
  return {
    served: { part: day.crews.size + bought, whole: day.problem.visits.length },
    bought,
    directWork: { part: work, whole: paid },
    travel: { part: travel, whole: paid },
    idle: { part: paid - work - travel, whole: paid },
    onTime: onTime(day, rounds),
    familiar,
    language,
    languages,
    modes: modeUses(rounds),
    overtimeSeconds: sum(rounds, (r) => overtime(r)),
    unusedShifts: day.problem.shifts.length - rounds.length,
  };
}

function overtime(round: Round): number {
  return Math.max(0, secondsBetween(round.shift.to, round.return));
}

function paidSeconds(round: Round): number {
  return secondsBetween(round.shift.from, round.shift.to) + overtime(round) - round.breakSeconds;
}

function onTime(day: Day, rounds: readonly Round[]): Share {
  const starts = new Map<string, string>();
  for (const round of rounds) {
    for (const line of round.lines) if (line.kind === "visit") starts.set(line.visitId, line.from);
  }
  let part = 0;
  let whole = 0;
  for (const [visitId, start] of starts) {
    const preferred = must(day.visits, visitId).preferred;
    if (preferred === undefined) continue;
    whole += 1;
    if (secondsBetween(preferred.from, start) >= 0 && secondsBetween(start, preferred.to) >= 0) part += 1;
  }
  return { part, whole };
}

function people(day: Day, rounds: readonly Round[]): Pick<Figures, "familiar" | "language" | "languages"> {
  const familiar = { part: 0, whole: 0 };
  const language = { part: 0, whole: 0 };
  const byLanguage = new Map<string, { part: number; whole: number }>();
  for (const round of rounds) {
    const nurse = must(day.nurses, round.shift.nurseId);
    for (const line of round.lines) {
      if (line.kind !== "visit") continue;
      const client = must(day.clients, must(day.visits, line.visitId).clientId);
      const known = client.familiarNurseIds ?? [];
      if (known.length > 0) count(familiar, known.includes(nurse.id));
      const shared = sharesLanguage(client.languages, nurse.languages);
      if (shared === undefined) continue;
      count(language, shared);
      const first = client.languages?.[0] ?? "";
      const own = byLanguage.get(first) ?? { part: 0, whole: 0 };
      byLanguage.set(first, own);
      count(own, shared);
    }
  }
  const languages = [...byLanguage].map(([name, share]) => ({ language: name, share }));
  languages.sort((a, b) => b.share.whole - a.share.whole || (a.language < b.language ? -1 : 1));
  return { familiar, language, languages };
}

function count(share: { part: number; whole: number }, yes: boolean): void {
  share.whole += 1;
  if (yes) share.part += 1;
}

function modeUses(rounds: readonly Round[]): ModeUse[] {
  const names = [...new Set(rounds.map((round) => round.shift.mode))].sort();
  return names.map((mode) => {
    const own = rounds.filter((round) => round.shift.mode === mode);
    const metres = own.some((r) => r.metres === null) ? null : sum(own, (r) => r.metres ?? 0);
    return { mode, rounds: own.length, seconds: sum(own, (r) => r.travelSeconds), metres };
  });
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
