/** The eight headline figures as cards. */
import type { FiguresView } from "../../../../src/contracts/index.js";
import { formatNumber } from "../../../shared/i18n/index.js";
import { tf } from "../words/figures.js";
import { CardText } from "./CardText.js";
import { headlineCards, type SumWords } from "./cards.js";

const SUMS: SumWords = {
  overtime: (minutes) => `${formatNumber(minutes / 60)}\u00a0h`,
  distance: (kilometres) => `${formatNumber(kilometres, 0)}\u00a0km`,
};

export function Headlines({ figures }: { readonly figures: FiguresView }) {
  return (
    <dl class="headlines" aria-label={tf("figures")}>
      {headlineCards(figures, SUMS).map((card) => (
        <div key={card.name} class={card.bad === true ? "bad" : ""}>
          <CardText {...card} />
        </div>
      ))}
    </dl>
  );
}
