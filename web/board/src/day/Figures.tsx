/** At most eight key figures of the version shown, and how good it is proved to be. */
import { formatNumber } from "../../../shared/i18n/index.js";
import { CardText } from "../figures/CardText.js";
import { headlineCards, type SumWords } from "../figures/cards.js";
import { tf } from "../words/figures.js";
import { bound, shown } from "./state.js";

const SUMS: SumWords = {
  overtime: (minutes) => `${formatNumber(minutes, 0)} min`,
  distance: (kilometres) => `${formatNumber(kilometres)} km`,
};

export function Figures() {
  const version = shown.value;
  if (version === null) return null;
  return (
    <div class="figures">
      <dl aria-label={tf("figures")}>
        {headlineCards(version.figures, SUMS).map((card) => (
          <div key={card.name} class={`figure ${card.bad === true ? "bad" : ""}`}>
            <CardText {...card} />
          </div>
        ))}
      </dl>
      {bound.value !== null && <p class="proven">{bound.value.said.text}</p>}
    </div>
  );
}
