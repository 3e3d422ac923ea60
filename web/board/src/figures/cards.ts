/** The eight headline figures of a plan or a period, by name and in words. */
import type { FiguresView } from "../../../../src/contracts/index.js";
import { formatNumber, formatPercent } from "../../../shared/i18n/index.js";
import { tf } from "../words/figures.js";

export interface Card {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
  readonly bad?: boolean;
}

/** How sums are written: a day's are smaller than a month's. */
export interface SumWords {
  readonly overtime: (minutes: number) => string;
  readonly distance: (kilometres: number) => string;
}

export function headlineCards(figures: FiguresView, sums: SumWords): readonly Card[] {
  const known = Object.values(figures.distance.kilometres).filter((one) => one !== null);
  const languages = Object.values(figures.languagePercent);
  const { spreadPercent, overtimeMinutes } = figures.load;
  return [
    {
      name: tf("unserved"),
      value: formatNumber(figures.unserved.visits),
      bad: figures.unserved.visits > 0,
    },
    { name: tf("onTime"), value: formatPercent(figures.onTimePercent) },
    { name: tf("directWork"), value: formatPercent(figures.directWorkPercent) },
    { name: tf("travel"), value: formatPercent(figures.travelPercent) },
    { name: tf("continuity"), value: formatPercent(figures.continuityPercent) },
    { name: tf("language"), value: formatPercent(languages.length === 0 ? null : Math.min(...languages)) },
    {
      name: tf("load"),
      value: sums.overtime(overtimeMinutes),
      ...(spreadPercent === null ? {} : { note: tf("spread", { n: Math.round(spreadPercent) }) }),
    },
    {
      name: tf("distance"),
      value: known.length === 0 ? "–" : sums.distance(known.reduce((a, b) => a + b, 0)),
      note: tf("co2", { n: figures.distance.co2Kilograms }),
    },
  ];
}
