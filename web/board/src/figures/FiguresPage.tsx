/** Key figures of a period for managers and purchasers: headlines, cost by visit type, what was done. */
import { today } from "../clock.js";
import { useEffect } from "preact/hooks";
import type { PeriodFiguresView } from "../../../../src/contracts/index.js";
import { formatNumber, formatPercent } from "../../../shared/i18n/index.js";
import { useAnswer } from "../admin/useList.js";
import { learn } from "../data/records.js";
import { titleOf } from "../data/titles.js";
import { Failure } from "../Failure.js";
import { Nav } from "../Nav.js";
import { address, go } from "../router.js";
import { tdata } from "../words/data.js";
import { tperiod } from "../words/period.js";
import { Headlines } from "./Headlines.js";
import { periodOf, PRESETS, type Period } from "./periods.js";
import { DateField } from "../data/inputs/DateInput.js";

const euros = (value: number | null): string =>
  value === null ? tperiod("no-price") : `${formatNumber(value, 0)}\u00a0€`;
const hours = (minutes: number): string => formatNumber(minutes / 60, 0);

type Types = PeriodFiguresView["detail"]["byType"];
const sumOf = (types: Types, key: "visits" | "served" | "bought" | "nurseMinutes"): number =>
  types.reduce((sum, type) => sum + type[key], 0);
/** Null: no type has a price. */
const eurosOf = (types: Types, key: "purchaserEuros" | "clientEuros"): number | null =>
  types.every((type) => type[key] === null) ? null : types.reduce((sum, type) => sum + (type[key] ?? 0), 0);

function ByType({ types }: { readonly types: Types }) {
  return (
    <section class="page-part">
      <h2 id="by-type">{tperiod("by-type")}</h2>
      <table class="table" aria-labelledby="by-type">
        <thead>
          <tr>
            <th>{tperiod("type")}</th>
            {(["visits", "served", "bought", "hours", "purchaser", "client"] as const).map((key) => (
              <th key={key} class="n">
                {tperiod(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {types.map((type) => (
            <tr key={type.typeId}>
              <th scope="row">{titleOf("visit-types", type.typeId)}</th>
              <td class="n">{formatNumber(type.visits)}</td>
              <td class="n">{formatNumber(type.served)}</td>
              <td class="n">{formatNumber(type.bought)}</td>
              <td class="n">{hours(type.nurseMinutes)}</td>
              <td class="n">{euros(type.purchaserEuros)}</td>
              <td class="n">{euros(type.clientEuros)}</td>
            </tr>
          ))}
          <tr class="sum">
            <th scope="row">{tperiod("sum")}</th>
            <td class="n">{formatNumber(sumOf(types, "visits"))}</td>
            <td class="n">{formatNumber(sumOf(types, "served"))}</td>
            <td class="n">{formatNumber(sumOf(types, "bought"))}</td>
            <td class="n">{hours(sumOf(types, "nurseMinutes"))}</td>
            <td class="n">{euros(eurosOf(types, "purchaserEuros"))}</td>
            <td class="n">{euros(eurosOf(types, "clientEuros"))}</td>
          </tr>
        </tbody>
      </table>
      <p class="muted">{tperiod("price-note")}</p>
    </section>
  );
}

function Done({ done }: { readonly done: PeriodFiguresView["done"] }) {
  if (done.recordedDays === 0) {
    return (
      <section class="page-part">
        <h2>{tperiod("done")}</h2>
        <p class="muted">{tperiod("done-none")}</p>
      </section>
    );
  }
  return (
    <section class="page-part">
      <h2>{tperiod("done")}</h2>
      <dl class="headlines small">
        <div>
          <dt>{tperiod("done-visits")}</dt>
          <dd>
            {formatNumber(done.doneVisits)}
            <small>{tperiod("of-planned", { n: done.plannedVisits })}</small>
          </dd>
        </div>
        <div>
          <dt>{tperiod("begun-on-time")}</dt>
          <dd>{formatPercent(done.begunOnTimePercent)}</dd>
        </div>
        <div>
          <dt>{tperiod("turned-away")}</dt>
          <dd>{formatNumber(done.cancelledAtDoor)}</dd>
        </div>
        <div>
          <dt>{tperiod("not-at-home")}</dt>
          <dd>{formatNumber(done.notAtHome)}</dd>
        </div>
        <div>
          <dt>{tperiod("done-hours")}</dt>
          <dd>
            {hours(done.doneMinutes)}
            <small>{tperiod("planned-hours", { n: hours(done.plannedMinutesOfThese) })}</small>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Choice({ period }: { readonly period: Period }) {
  const open = ({ from, to }: Period): void => go("figures", from, to);
  return (
    <div class="filters">
      {(["from", "to"] as const).map((end) => (
        <DateField
          key={end}
          label={tperiod(end)}
          value={period[end]}
          onDate={(date) => open({ ...period, [end]: date })}
        />
      ))}
      <div class="buttons">
        {PRESETS.map((preset) => {
          const wanted = periodOf(preset, today());
          const now = wanted.from === period.from && wanted.to === period.to;
          return (
            <button
              key={preset}
              type="button"
              class="button small"
              aria-pressed={now}
              onClick={() => open(wanted)}
            >
              {tperiod(preset)}
            </button>
          );
        })}
      </div>
    </div>
  );
}

export function FiguresPage() {
  const usual = periodOf("month-this", today());
  const [from = usual.from, to = usual.to] = address.value.parts;
  const query = `from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
  const { answer, failure } = useAnswer<PeriodFiguresView>(`/figures?${query}`);
  useEffect(() => {
    void learn(["visit-types"]);
  }, []);
  const figures = answer.value;
  return (
    <>
      <Nav page="figures" />
      <main class="page wide">
        <div class="page-head">
          <div>
            <h1>{tperiod("title")}</h1>
            {figures !== null && <p class="muted">{tperiod("about", { n: figures.days })}</p>}
          </div>
          <a class="button" href={`/figures?${query}&format=csv`} download={`kotikierros-${from}-${to}.csv`}>
            {tperiod("csv")}
          </a>
        </div>
        <Choice period={{ from, to }} />
        <Failure of={failure.value} />
        {figures === null && failure.value === null && <p role="status">{tdata("loading")}</p>}
        {figures?.days === 0 && <p class="empty-list">{tperiod("none")}</p>}
        {figures !== null && figures.days > 0 && (
          <>
            <Headlines figures={figures} />
            <ByType types={figures.detail.byType} />
            <Done done={figures.done} />
          </>
        )}
      </main>
    </>
  );
}
