/**
 * Pins that cannot all hold: the smallest sets of them, and what besides the pins is part of it.
 * Single visits first, then pairs, then deletion filtering (Chinneck and Dravnieks, ORSA J.
 * Computing 3, 1991) among those that could touch each other. What is said is proved: without
 * time for a proof nothing is said.
 */
import type { Fact } from "../../explain/facts.js";
import type { Model } from "../../model/model.js";
import { factsBeside } from "./facts.js";
import { PinHolder, type HeldPlan } from "./hold.js";

export interface PinConflict {
  /** Visits whose pins cannot all hold; without any one of these pins the others can. */
  readonly visits: readonly number[];
  /** These facts alone, with the pins, make the conflict. */
  readonly facts: readonly Fact[];
  /** More visits are pinned to this provider than it takes. */
  readonly provider: number | null;
  /** False: another pin or fact could perhaps be spared; the time allowed did not tell. */
  readonly smallest: boolean;
}

export type PinVerdict =
  | { readonly kind: "conflict"; readonly conflicts: readonly PinConflict[] }
  /** All pins hold in this plan of pinned visits alone. */
  | { readonly kind: "held"; readonly plan: HeldPlan }
  | { readonly kind: "unknown" };

/** Pairs looked at in one group. */
const MOST_PAIRS = 3000;

export function judgePins(model: Model): PinVerdict {
  return new Judge(model).run();
}

class Judge {
  private readonly holder: PinHolder;
  private readonly conflicts: PinConflict[] = [];
  private readonly sequences: (readonly number[])[];
  private readonly starts = new Map<number, number>();
  private unknown = false;

  constructor(private readonly model: Model) {
    this.holder = new PinHolder(model);
    this.sequences = model.shifts.map(() => []);
  }

  run(): PinVerdict {
    const { data } = this.model;
    this.providers();
    const visits = data.visits.flatMap(({ pin }, v) => (pin && pin.provider === undefined ? [v] : []));
    for (const group of this.groups(visits)) this.group(group);
    if (this.conflicts.length > 0) return { kind: "conflict", conflicts: this.conflicts };
    if (this.unknown) return { kind: "unknown" };
    return { kind: "held", plan: { sequences: this.sequences, starts: this.starts } };
  }

  private providers(): void {
    const { model } = this;
    const used = new Map<number, number[]>();
    model.data.visits.forEach(({ pin }, v) => {
      if (pin?.provider === undefined) return;
      if (model.providersOf[v].includes(pin.provider))
        used.set(pin.provider, [...(used.get(pin.provider) ?? []), v]);
      else this.conflicts.push({ visits: [v], facts: [], provider: pin.provider, smallest: true });
    });
    for (const [provider, list] of used) {
      const most = model.providerMax[provider];
      if (list.length > most)
        this.conflicts.push({ visits: list.slice(0, most + 1), facts: [], provider, smallest: true });
    }
  }

  /** One group: conflicts that share no visit, or its rounds. */
  private group(all: readonly number[]): void {
    let rest = [...all];
    for (;;) {
      const held = this.holder.holds(rest);
      if (held.kind === "held") {
        held.plan.sequences.forEach((list, s) => {
          if (list.length > 0) this.sequences[s] = list;
        });
        for (const [v, start] of held.plan.starts) this.starts.set(v, start);
        return;
      }
      const found = this.small(rest) ?? this.filtered(held.kind === "never" ? rest : this.grown(rest));
      if (!found) {
        this.unknown = true;
        return;
      }
      this.conflicts.push(this.told(found));
      rest = rest.filter((v) => !found.includes(v));
    }
  }

  /** One visit, or two, that cannot hold. */
  private small(visits: readonly number[]): readonly number[] | null {
    const alone = visits.find((v) => this.never([v]));
    if (alone !== undefined) return [alone];
    let pairs = 0;
    for (const [i, v] of visits.entries())
      for (const u of visits.slice(0, i)) {
        if (!this.touch(u, v)) continue;
        if (++pairs > MOST_PAIRS) return null;
        if (this.never([u, v])) return [u, v];
      }
    return null;
  }

  /** Visits put together one by one until they are proved not to hold; null: that was not proved. */
  private grown(visits: readonly number[]): readonly number[] | null {
    let held: number[] = [];
    for (const v of visits) {
      const next = [...held, v];
      const { kind } = this.holder.holds(next);
      if (kind === "never") return next;
      if (kind === "held") held = next;
    }
    return null;
  }

  private filtered(visits: readonly number[] | null): readonly number[] | null {
    if (visits === null) return null;
    let kept = [...visits];
    const spare = (list: readonly number[]): void => {
      const without = kept.filter((v) => !list.includes(v));
      if (this.never(without)) {
        kept = without;
        return;
      }
      if (list.length === 1) return;
      spare(list.slice(0, list.length >> 1));
      spare(list.slice(list.length >> 1));
    };
    spare(kept);
    return kept;
  }

  /** What besides the pins it takes. */
  private told(visits: readonly number[]): PinConflict {
    const { letGo } = this.holder;
    const all = factsBeside(this.model, visits);
    const kept: Fact[] = [];
    const spare = (list: readonly Fact[]): void => {
      if (list.length === 0) return;
      for (const fact of list) letGo.set(fact, 1);
      if (this.never(visits)) return;
      for (const fact of list) letGo.set(fact, 0);
      if (list.length === 1) {
        kept.push(list[0]);
        return;
      }
      spare(list.slice(0, list.length >> 1));
      spare(list.slice(list.length >> 1));
    };
    spare(all);
    for (const fact of all) letGo.set(fact, 0);
    const smallest = visits.every(
      (v) => visits.length === 1 || this.holder.holds(visits.filter((u) => u !== v)).kind === "held",
    );
    return { visits, facts: kept, provider: null, smallest };
  }

  private never(visits: readonly number[]): boolean {
    return this.holder.holds(visits).kind === "never";
  }

  /** Visits in groups that cannot touch each other: no nurse in common, no link. */
  private groups(visits: readonly number[]): number[][] {
    const { model } = this;
    const parent = new Map<string, string>();
    const root = (key: string): string => {
      const up = parent.get(key) ?? key;
      if (up === key) return key;
      const top = root(up);
      parent.set(key, top);
      return top;
    };
    const join = (a: string, b: string): void => void parent.set(root(a), root(b));
    for (const v of visits) {
      for (const nurse of this.nursesOf(v)) join(`v${v}`, `n${nurse}`);
    }
    const pinned = new Set(visits);
    for (const link of model.data.links) {
      const [a, b] = link.kind === "gap" ? [link.first, link.second] : [link.a, link.b];
      if (pinned.has(a) && pinned.has(b)) join(`v${a}`, `v${b}`);
    }
    const out = new Map<string, number[]>();
    for (const v of visits) out.set(root(`v${v}`), [...(out.get(root(`v${v}`)) ?? []), v]);
    return [...out.values()];
  }

  /** Nurses who could be in the crew. */
  private nursesOf(v: number): Set<number> {
    const { model } = this;
    const shifts = model.data.visits[v].pin?.shifts ?? [];
    const whole = shifts.length >= model.crew[v];
    return new Set((whole ? shifts : [...model.shifts.keys()]).map((s) => model.shifts[s].nurse));
  }

  private touch(u: number, v: number): boolean {
    const others = this.nursesOf(v);
    if ([...this.nursesOf(u)].some((nurse) => others.has(nurse))) return true;
    return this.model.data.links.some((link) => {
      const ends = link.kind === "gap" ? [link.first, link.second] : [link.a, link.b];
      return ends.includes(u) && ends.includes(v);
    });
  }
}
