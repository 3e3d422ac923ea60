/** Visits that differ between two of the versions compared. */
import type { DifferenceView } from "../../../../../src/contracts/index.js";
import { formatTime } from "../../../../shared/i18n/index.js";
import { ta } from "../../words/day.js";
import { td } from "../../words/dialogs.js";
import { clientName, nurseName } from "../names.js";
import { timeZone } from "../state.js";
import type { Column } from "./columns.js";

/** Visits that are listed. */
const LISTED = 200;

export type Pair = readonly [from: string, to: string];

type Stand = DifferenceView["visits"][number]["from"];

function standWords(stand: Stand): string {
  if (stand === null || stand.start === null) return td("nobody");
  return `${formatTime(stand.start, timeZone.value)} ${stand.nurseIds.map(nurseName).join(", ")}`;
}

export function MovedVisits({
  columns,
  pair,
  onPair,
  difference,
}: {
  readonly columns: readonly Column[];
  readonly pair: Pair;
  readonly onPair: (pair: Pair) => void;
  readonly difference: DifferenceView | undefined;
}) {
  // A shift of seconds reads the same on both sides.
  const moved = (difference?.visits ?? []).filter((one) => standWords(one.from) !== standWords(one.to));
  const letterOf = (id: string): string => columns.find((one) => one.id === id)?.letter ?? "";
  const choice = (at: 0 | 1) => (
    <label class="field">
      <span>{td(at === 0 ? "from" : "to")}</span>
      <select
        class="select"
        value={pair[at]}
        onChange={({ currentTarget: { value } }) => onPair(at === 0 ? [value, pair[1]] : [pair[0], value])}
      >
        {columns
          .filter(({ id }) => id !== pair[1 - at])
          .map(({ id, letter, words }) => (
            <option key={id} value={id}>
              {letter} · {words}
            </option>
          ))}
      </select>
    </label>
  );
  return (
    <section>
      <h3>
        {td("moved-visits")} {difference !== undefined && <span class="count">{moved.length}</span>}
      </h3>
      {columns.length > 2 && (
        <div class="pair">
          {choice(0)}
          {choice(1)}
        </div>
      )}
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{ta("client")}</th>
            {pair.map((id, at) => (
              <th key={id} scope="col">
                {td(at === 0 ? "from" : "to")} {letterOf(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moved.slice(0, LISTED).map((one) => (
            <tr key={one.visitId}>
              <td class="who">{clientName(one.clientId)}</td>
              <td>{standWords(one.from)}</td>
              <td>{standWords(one.to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
