/** Pricing shared with a second thread: what is told, and what the helper does with it. */
import type { ProblemData } from "../model/problem.js";
import {
  type ClassAnswer,
  ClassPricing,
  type PricingKind,
  type PricingPrices,
  type PricingSettings,
} from "./classPricing.js";
import { type ClassList, listShare, type ListTask } from "./classList.js";
import type { Cut } from "./cuts.js";
import type { StartCut } from "./startCuts.js";

/** One pricing of several classes. */
export interface PricingTask {
  readonly classes: readonly number[];
  readonly kind: PricingKind;
  readonly at: PricingPrices;
}

/** What is to be done, and what has changed since the time before. */
export interface PricingShare {
  readonly task: PricingTask | ListTask;
  /** Members that neighbourhoods have gained, in pairs: whose, which. */
  readonly grown: readonly number[];
  readonly cuts: readonly Cut[];
  readonly startCuts: readonly StartCut[];
}

/** Prices classes in turn; `next` gives positions in `classes`, each to one thread only. */
export function priceShare(
  pricing: ClassPricing,
  { classes, kind, at }: PricingTask,
  next: () => number,
  stopped: () => boolean,
): ClassAnswer[] {
  const answers: ClassAnswer[] = [];
  for (let i = next(); i < classes.length; i = next()) {
    answers.push(pricing.price(classes[i] as number, kind, at, stopped));
  }
  return answers;
}

/** A thread that helps: its own copy of everything, kept up to date by what it is told. */
export class PricingHelper {
  private readonly pricing: ClassPricing;

  constructor(data: ProblemData, settings: PricingSettings) {
    this.pricing = new ClassPricing(data, settings);
  }

  run(share: PricingShare, next: () => number, stopped: () => boolean): ClassAnswer[] | ClassList[] {
    const { grown, task } = share;
    for (let i = 0; i + 1 < grown.length; i += 2)
      this.pricing.ng.add(grown[i] as number, grown[i + 1] as number);
    this.pricing.cuts.push(...share.cuts);
    this.pricing.addStartCuts(share.startCuts);
    return "kind" in task
      ? priceShare(this.pricing, task, next, stopped)
      : listShare(this.pricing, task, next, stopped);
  }
}
