/** At most eight key figures of the version shown, and how good it is proved to be. */
import { formatNumber, formatPercent } from "../../../shared/i18n/index.js";
import { tf } from "../words/figures.js";
import { bound, shown } from "./state.js";

function Figure({
  name,
  value,
  note,
  bad = false,
}: {
  name: string;
  value: string;
  note?: string;
  bad?: boolean;
}) {
  return (
    <div class={`figure ${bad ? "bad" : ""}`}>
      <dt>{name}</dt>
      <dd>
        {value}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </div>
  );
}

export function Figures() {
  const version = shown.value;
  if (version === null) return null;
  const { figures } = version;
  const kilometres = Object.values(figures.distance.kilometres);
  const known = kilometres.filter((one) => one !== null);
  const languages = Object.values(figures.languagePercent);
  const worst = languages.length === 0 ? null : Math.min(...languages);
  const { spreadPercent, overtimeMinutes } = figures.load;
  return (
    <dl class="figures" aria-label={tf("figures")}>
      <Figure
        name={tf("unserved")}
        value={formatNumber(figures.unserved.visits)}
        bad={figures.unserved.visits > 0}
      />
      <Figure name={tf("onTime")} value={formatPercent(figures.onTimePercent)} />
      <Figure name={tf("directWork")} value={formatPercent(figures.directWorkPercent)} />
      <Figure name={tf("travel")} value={formatPercent(figures.travelPercent)} />
      <Figure name={tf("continuity")} value={formatPercent(figures.continuityPercent)} />
      <Figure name={tf("language")} value={formatPercent(worst)} />
      <Figure
        name={tf("load")}
        value={`${formatNumber(overtimeMinutes, 0)} min`}
        {...(spreadPercent === null ? {} : { note: tf("spread", { n: Math.round(spreadPercent) }) })}
      />
      <Figure
        name={tf("distance")}
        value={known.length === 0 ? "–" : `${formatNumber(known.reduce((a, b) => a + b, 0))} km`}
        note={tf("co2", { n: figures.distance.co2Kilograms })}
      />
      {bound.value !== null && <p class="proven">{bound.value.said.text}</p>}
    </dl>
  );
}
