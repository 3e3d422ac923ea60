/** The eight headline figures as cards. */
import type { FiguresView } from "../../../../src/contracts/index.js";
import { formatNumber } from "../../../shared/i18n/index.js";
import { tf } from "../words/figures.js";
import { headlineCards, type SumWords } from "./cards.js";

const SUMS: SumWords = {
  overtime: (minutes) => `${formatNumber(minutes / 60)}\u00a0h`,
  distance: (kilometres) => `${formatNumber(kilometres, 0)}\u00a0km`,
};

export function Headlines({ figures }: { readonly figures: FiguresView }) {
  return (
    <dl class="headlines" aria-label={tf("figures")}>
      {headlineCards(figures, SUMS).map(({ name, value, note, bad = false }) => (
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
