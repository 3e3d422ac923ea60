/** How sure a plan is, in ids and sentences (docs/robustness.md). */
import { checkPlan, type Language } from "../../checker/index.js";
import { type Robustness, SHARED_TRAVEL, TRAVEL_SPREAD, VISIT_SPREAD } from "../../../solver/index.js";
import type { StudyDay } from "./ports.js";
import type { LearnedSpreads } from "./learnedSpreads.js";
import { replayed, type Replayed, type SpreadPoints, type Spreads } from "./replays.js";
import { planSafely, type Safety } from "./safety.js";
import type { StudyTools } from "./tools.js";
import type { Facts } from "../explain/sentence.js";
import { type StudyCode, studySaid, type StudySaid } from "./words.js";

export interface RobustnessAsk {
  readonly language: Language;
  readonly seed: number;
  readonly samples: number;
  readonly spreads: Spreads;
  /** Of visits for which `spreads` names none; null: nothing was learned. */
  readonly learned: LearnedSpreads | null;
  /** Plan again so that times up to this share of cases fit; null: do not. */
  readonly quantile: number | null;
  /** For planning again. */
  readonly seconds: number;
}

export interface RobustnessView {
  readonly samples: number;
  readonly seed: number;
  /** Those used, the assumed ones included. */
  readonly spreads: {
    readonly visits: SpreadPoints;
    readonly visitTypes: Readonly<Record<string, SpreadPoints>>;
    readonly travel: SpreadPoints;
    readonly shared: number;
    /** Where those by type come from, if from visits on record. */
    readonly learned: Omit<LearnedSpreads, "visitTypes"> | null;
    readonly said: StudySaid;
  };
  readonly meanLate: number;
  readonly noneLate: number;
  readonly visits: readonly (Omit<Robustness["visits"][number], "visit"> & {
    readonly visitId: string;
    readonly said: StudySaid;
  })[];
  readonly nurses: readonly {
    readonly nurseId: string;
    readonly shiftIds: readonly string[];
    /** That one of her shifts runs over, and past its allowed overtime. */
    readonly overtime: number;
    readonly pastLimit: number;
    /** Seconds, over her shifts. */
    readonly meanOvertime: number;
    readonly overtime90: number;
    readonly lateBreak: number;
    readonly said: StudySaid;
  }[];
  readonly cascades: readonly (Omit<Robustness["cascades"][number], "visit"> & {
    readonly visitId: string;
    readonly said: StudySaid;
  })[];
  readonly safety: (Safety & { readonly said: StudySaid }) | null;
  readonly said: StudySaid;
}

/** A chance in per cent, to one decimal. */
function percent(chance: number): number {
  return Math.round(1000 * chance) / 10;
}

/** Cascades told. */
const SHOWN = 10;

export function studyRobustness(
  { problem, plan }: StudyDay,
  asked: RobustnessAsk,
  tools: Pick<StudyTools, "clock" | "cancelled" | "progress">,
): RobustnessView {
  const ask = { ...asked, ...drawnFrom(asked) };
  const steps = ask.samples * (ask.quantile === null ? 1 : 2);
  const { found, data } = replayed(problem, plan, ask, {
    cancelled: tools.cancelled,
    onProgress: (done) => tools.progress({ done, total: steps }),
  });
  const say = (code: StudyCode, values: Facts): StudySaid => studySaid(code, values, ask.language);
  const visitId = (v: number): string => data.visits[v]!.id;
  const { visits, travel, visitTypes, shared } = ask.spreads;
  return {
    samples: found.samples,
    seed: ask.seed,
    spreads: {
      visits: visits ?? VISIT_SPREAD,
      visitTypes: visitTypes ?? {},
      travel: travel ?? TRAVEL_SPREAD,
      shared: shared ?? SHARED_TRAVEL,
      learned: ask.learned,
      said: say(`spread-${ask.basis}`, { visits: ask.learned?.visits ?? 0 }),
    },
    meanLate: found.meanLate,
    noneLate: found.noneLate,
    visits: found.visits.map(({ visit, ...risk }) => ({
      visitId: visitId(visit),
      ...risk,
      said: say("risk-late", { visitId: visitId(visit), latePercent: percent(risk.late) }),
    })),
    nurses: byNurse(found, data).map((nurse) => ({
      ...nurse,
      said: say("risk-overtime", { nurseId: nurse.nurseId, overtimePercent: percent(nurse.overtime) }),
    })),
    cascades: found.cascades.slice(0, SHOWN).map(({ visit, by, ...harm }) => ({
      visitId: visitId(visit),
      by,
      ...harm,
      said: say(by === "way" ? "cascade-way" : "cascade-visit", {
        visitId: visitId(visit),
        lateVisits: Math.round(100 * harm.lateVisits) / 100,
      }),
    })),
    safety:
      ask.quantile === null || checkPlan(problem, plan).valid === false
        ? null
        : safetySaid(planSafely(problem, plan, { ...ask, quantile: ask.quantile }, tools), say),
    said: say("risk-day", {
      lateVisits: Math.round(10 * found.meanLate) / 10,
      nonePercent: percent(found.noneLate),
    }),
  };
}

/** What lengths are drawn from: spreads of one's own, else what was learned, else what is assumed. */
function drawnFrom({ spreads, learned }: RobustnessAsk): {
  readonly spreads: Spreads;
  readonly learned: RobustnessView["spreads"]["learned"];
  readonly basis: "given" | "learned" | "assumed";
} {
  if (spreads.visits !== undefined || spreads.visitTypes !== undefined) {
    return { spreads, learned: null, basis: "given" };
  }
  if (learned === null) return { spreads, learned: null, basis: "assumed" };
  const { visitTypes, ...record } = learned;
  return { spreads: { ...spreads, visitTypes }, learned: record, basis: "learned" };
}

function safetySaid(
  safety: Safety,
  say: (code: StudyCode, values: Facts) => StudySaid,
): Safety & { readonly said: StudySaid } {
  const casesPercent = percent(safety.quantile);
  const { before, after, price } = safety;
  if (after === null || price === null) return { ...safety, said: say("safety-none", { casesPercent }) };
  const tenth = (visits: number): number => Math.round(10 * visits) / 10;
  const values = { casesPercent, net: price, late: tenth(before.meanLate), lateAfter: tenth(after.meanLate) };
  return { ...safety, said: say("safety-price", values) };
}

function byNurse(
  found: Robustness,
  data: Replayed["data"],
): Omit<RobustnessView["nurses"][number], "said">[] {
  const out = new Map<string, Omit<RobustnessView["nurses"][number], "said">>();
  for (const { shift, ...risk } of found.shifts) {
    const { id, nurse } = data.shifts[shift]!;
    const nurseId = data.nurses[nurse]!.id;
    const known = out.get(nurseId);
    // Of a nurse with several shifts the likeliest is told: together they may run over more often.
    out.set(nurseId, {
      nurseId,
      shiftIds: [...(known?.shiftIds ?? []), id],
      overtime: Math.max(known?.overtime ?? 0, risk.overtime),
      pastLimit: Math.max(known?.pastLimit ?? 0, risk.pastLimit),
      meanOvertime: (known?.meanOvertime ?? 0) + risk.meanOvertime,
      overtime90: Math.max(known?.overtime90 ?? 0, risk.overtime90),
      lateBreak: Math.max(known?.lateBreak ?? 0, risk.lateBreak),
    });
  }
  return [...out.values()];
}
