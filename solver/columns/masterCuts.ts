/** Cuts of both kinds that join the master program and pricing together. */
import type { ClassPricing } from "./classPricing.js";
import type { ColumnStore, UsedRoute } from "./columnStore.js";
import { brokenCrews, splitCrews } from "./crewCuts.js";
import { brokenCuts, type Cut, MOST_PRICED, needOne } from "./cuts.js";
import { brokenGaps, type Order } from "./gapCuts.js";
import type { GenerationSettings } from "./settings.js";

export class MasterCuts {
  private readonly known = new Map<string, Cut>();
  private readonly single: Uint8Array;

  constructor(
    private readonly store: ColumnStore,
    private readonly pricing: ClassPricing,
    private readonly settings: Pick<GenerationSettings, "cuts" | "cutsAtOnce">,
    private readonly orders: readonly Order[],
    private readonly crew: ArrayLike<number>,
  ) {
    this.single = needOne(crew);
  }

  /** Adds cuts of three visits that the solution breaks while labels can carry them all; tells how many. */
  addTriples(used: readonly UsedRoute[], prices: Float64Array): number {
    const { cutsAtOnce, cuts: room } = this.settings;
    const priced = prices.reduce((count, price) => count + (price > 0 ? 1 : 0), 0);
    const most = Math.min(cutsAtOnce, room - this.pricing.cuts.length, MOST_PRICED - priced);
    if (most <= 0) return 0;
    const cuts = brokenCuts(used, this.single, this.known, most);
    for (const cut of cuts) {
      this.known.set(cut.visits.join(), cut);
      this.pricing.cuts.push(cut);
      this.store.addCut(cut);
    }
    return cuts.length;
  }

  /** Adds cuts on starts that the solution breaks, and `whole` also splits crews that start apart; tells how many. */
  addStarts(used: readonly UsedRoute[], whole = false): number {
    const { classes, startCuts } = this.pricing;
    const starts = startCuts.startsOf(used);
    const known = startCuts.list.length;
    const cuts = [
      ...brokenGaps(starts, this.orders, this.crew, startCuts),
      ...brokenCrews(starts, classes, this.crew, startCuts),
      ...(whole ? splitCrews(starts, this.crew, startCuts) : []),
    ];
    this.pricing.addStartCuts(cuts);
    cuts.forEach((_, k) => this.store.addCut(known + k));
    return cuts.length;
  }
}
