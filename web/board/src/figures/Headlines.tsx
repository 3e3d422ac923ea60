/** The eight headline figures as cards. */
import type { FiguresView } from "../../../../src/contracts/index.js";
import { formatNumber, formatPercent } from "../../../shared/i18n/index.js";
import { tf } from "../words/figures.js";

interface Card {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
  readonly bad?: boolean;
}

function cardsOf(figures: FiguresView): readonly Card[] {
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
      value: `${formatNumber(overtimeMinutes / 60)}\u00a0h`,
      ...(spreadPercent === null ? {} : { note: tf("spread", { n: Math.round(spreadPercent) }) }),
    },
    {
      name: tf("distance"),
      value:
        known.length === 0
          ? "–"
          : `${formatNumber(
              known.reduce((a, b) => a + b, 0),
              0,
            )}\u00a0km`,
      note: tf("co2", { n: figures.distance.co2Kilograms }),
    },
  ];
}

export function Headlines({ figures }: { readonly figures: FiguresView }) {
  return (
    <dl class="headlines" aria-label={tf("figures")}>
      {cardsOf(figures).map(({ name, value, note, bad = false }) => (
        <div key={name} class={bad ? "bad" : ""}>
          <dt>{name}</dt>
          <dd>
            {value}
            {note !== undefined && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
