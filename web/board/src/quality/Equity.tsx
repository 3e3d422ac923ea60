/** Who had late, moved and dropped visits, the worst off first. */
import type { EquityView } from "../../../../src/contracts/index.js";
import { formatNumber } from "../../../shared/i18n/index.js";
import { clientName } from "../day/names.js";
import { tq } from "../words/quality.js";
import { Bars } from "./Bars.js";
import { MoreRows, useRows } from "./rows.js";

/** Bars of the plot. */
const MOST_BARS = 40;

const COLUMNS = [
  ["visits-all", "visits"],
  ["late", "lateVisits"],
  ["late-minutes", "lateMinutes"],
  ["moved", "movedVisits"],
  ["dropped", "droppedVisits"],
  ["score", "score"],
] as const;

export function Equity({ view }: { readonly view: EquityView }) {
  const burdened = view.clients.filter(({ score }) => score > 0);
  const table = useRows(burdened);
  if (view.clients.length === 0) return <p class="notice">{tq("none")}</p>;
  const [worst] = burdened;
  if (worst === undefined) return <p class="notice good">{tq("equity-none")}</p>;
  const drawn = burdened.slice(0, MOST_BARS);
  const label = tq("equity-plot", {
    n: drawn.length,
    most: worst.score,
    least: drawn.at(-1)?.score ?? worst.score,
  });
  return (
    <>
      <p class="muted">{tq("equity-about", { weeks: view.weeks })}</p>
      <figure>
        <Bars
          bars={drawn.map(({ clientId, score }) => ({ key: clientId, value: score, below: "", above: "" }))}
          label={label}
        />
        <figcaption class="muted">{label}</figcaption>
      </figure>
      <table class="table" aria-label={tq("equity")}>
        <thead>
          <tr>
            <th scope="col">{tq("client")}</th>
            {COLUMNS.map(([word]) => (
              <th key={word} scope="col" class="n">
                {tq(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((client) => (
            <tr key={client.clientId}>
              <th scope="row">{clientName(client.clientId)}</th>
              {COLUMNS.map(([word, key]) => (
                <td key={word} class="n">
                  {formatNumber(client[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows of={table} />
    </>
  );
}
