/** Rounds of pricing: which classes are asked, at which prices, and which of their routes join the master. */
import {
  type ClassAnswer,
  type ClassPricing,
  type PricingKind,
  type PricingTeam,
  WORTH,
} from "./classPricing.js";
import type { ColumnStore } from "./columnStore.js";
import { cutsPaid } from "./cuts.js";
import type { PricedRoute } from "./labelling.js";
import type { PricePoint } from "./pricePoint.js";

/** What one pricing of several classes has come to. */
export interface Pass {
  /** By class: no route costs less. */
  readonly least: readonly number[];
  /** Routes that joined the master. */
  readonly added: number;
  readonly labels: number;
  /** A few of the cheapest routes of each class. */
  readonly cheapest: readonly PricedRoute[];
  readonly complete: boolean;
}

/** Of each class so many of the cheapest routes show where neighbourhoods must grow. */
const CHEAPEST = 5;
/** Classes that one quick pricing looks at. */
const CLASSES_AT_ONCE = 5;
/** Where there are many classes, so many turns: each solution of the master takes long then. */
const MOST_TURNS = 4;

export class PricingRounds {
  /** Rounds so far. */
  round = 0;
  /** Quick rounds in which every class has its turn once. */
  readonly turns: number;
  private readonly all: readonly number[];

  constructor(
    private readonly pricing: ClassPricing,
    private readonly team: PricingTeam,
    private readonly store: ColumnStore,
    private readonly routesPerClass: number,
  ) {
    this.all = [...pricing.classes.keys()];
    this.turns = Math.min(MOST_TURNS, Math.max(1, Math.ceil(this.all.length / CLASSES_AT_ONCE)));
  }

  /** Every class, without a route for the master. */
  ask(kind: PricingKind, at: PricePoint, circling: boolean, halted: () => boolean): readonly ClassAnswer[] {
    return this.team.run(this.all, kind, asked(at, circling, 0), halted);
  }

  /** Prices every class exactly at `at`; adds routes that are cheap at the master's own prices. */
  exact(at: PricePoint, own: PricePoint, circling: boolean, halted: () => boolean, slack: number): Pass {
    return this.price(this.all, "exact", at, own, circling, halted, slack);
  }

  /** One quick pricing; if it finds nothing, the other classes have their turn. */
  quick(kind: PricingKind, at: PricePoint, own: PricePoint, circling: boolean, halted: () => boolean): Pass {
    let pass = this.turn(kind, at, own, circling, halted);
    for (let turn = 1; turn < this.turns && pass.added === 0 && !halted(); turn++) {
      this.round++;
      pass = this.turn(kind, at, own, circling, halted);
    }
    return pass;
  }

  /** Quick pricing takes classes in turn: fresh prices are worth more than more routes. */
  private turn(
    kind: PricingKind,
    at: PricePoint,
    own: PricePoint,
    circling: boolean,
    halted: () => boolean,
  ): Pass {
    const classes = this.all.filter((c) => c % this.turns === this.round % this.turns);
    return this.price(classes, kind, at, own, circling, halted, 0);
  }

  private price(
    classes: readonly number[],
    kind: PricingKind,
    at: PricePoint,
    own: PricePoint,
    circling: boolean,
    halted: () => boolean,
    slack: number,
  ): Pass {
    const answers = this.team.run(classes, kind, asked(at, circling, slack), halted);
    let added = 0;
    let labels = 0;
    for (const answer of answers) {
      labels += answer.labels;
      added += this.addRoutes(answer.shiftClass, answer.routes, at, own);
    }
    const least = answers.map((answer) => answer.least);
    const cheapest = answers.flatMap(({ routes }) => routes.slice(0, CHEAPEST));
    return { least, added, labels, cheapest, complete: answers.every((answer) => answer.complete) };
  }

  private addRoutes(c: number, routes: readonly PricedRoute[], at: PricePoint, own: PricePoint): number {
    let added = 0;
    const { cuts, startCuts, scale } = this.pricing;
    for (const { visits, starts, reduced } of routes) {
      if (added >= this.routesPerClass) break;
      const route = { shiftClass: c, visits, starts };
      let cost = reduced - cutsPaid(cuts, at.cuts, visits) - startCuts.paid(route, at.startCuts);
      let real =
        cutsPaid(cuts, own.cuts, visits) + startCuts.paid(route, own.startCuts) - (own.classes[c] as number);
      for (const v of visits) {
        cost += at.prices.visit[v] as number;
        real -= own.prices.visit[v] as number;
      }
      if (real + cost > -WORTH * scale) continue;
      if (this.store.add({ ...route, cost })) added++;
    }
    return added;
  }
}

function asked(at: PricePoint, circling: boolean, slack: number): Parameters<PricingTeam["run"]>[2] {
  return { ...at, visit: at.prices.visit, base: at.classes, slack, circling };
}
