/** Different nurses by client, most first. */
import type { ContinuityView } from "../../../../src/contracts/index.js";
import { formatNumber, formatPercent } from "../../../shared/i18n/index.js";
import { clientName } from "../day/names.js";
import { tq } from "../words/quality.js";
import { type Bar, Bars } from "./Bars.js";
import { MoreRows, useRows } from "./rows.js";

/** From no nurse to the most: how many clients met so many. */
function histogram(clients: ContinuityView["clients"]): readonly Bar[] {
  const met = new Map<number, number>();
  for (const { short } of clients) met.set(short.nurses, (met.get(short.nurses) ?? 0) + 1);
  const [least, most] = [Math.min(...met.keys()), Math.max(...met.keys())];
  return Array.from({ length: most - least + 1 }, (_, i) => {
    const value = met.get(least + i) ?? 0;
    return { key: String(i), value, below: formatNumber(least + i), above: formatNumber(value) };
  });
}

export function Continuity({ view }: { readonly view: ContinuityView }) {
  const { clients, days, longDays } = view;
  const table = useRows(
    clients.toSorted((a, b) => b.short.nurses - a.short.nurses || b.long.nurses - a.long.nurses),
  );
  if (clients.length === 0) return <p class="notice">{tq("none")}</p>;
  const mean = clients.reduce((sum, { short }) => sum + short.nurses, 0) / clients.length;
  return (
    <>
      <p class="muted">{tq("continuity-about")}</p>
      <figure>
        <Bars bars={histogram(clients)} label={tq("continuity-plot", { days, mean })} />
        <figcaption class="muted">
          {tq("continuity-plot", { days, mean })} {tq("nurses-axis", { days })}
        </figcaption>
      </figure>
      <table class="table" aria-label={tq("continuity")}>
        <thead>
          <tr>
            <th scope="col">{tq("client")}</th>
            {[days, longDays].map((n) =>
              (["visits", "nurses", "familiar"] as const).map((key) => (
                <th key={`${key} ${n}`} scope="col" class="n">
                  {tq(key, { n })}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ clientId, short, long }) => (
            <tr key={clientId}>
              <th scope="row">{clientName(clientId)}</th>
              {([short, long] as const).map((span, i) => [
                <td key={`v${i}`} class="n">
                  {formatNumber(span.visits)}
                </td>,
                <td key={`n${i}`} class="n">
                  {formatNumber(span.nurses)}
                </td>,
                <td key={`f${i}`} class="n">
                  {formatPercent(span.mostFamiliarPercent)}
                </td>,
              ])}
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows of={table} />
    </>
  );
}
