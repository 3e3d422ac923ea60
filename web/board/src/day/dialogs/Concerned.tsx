/** Whom a new version concerns: clients and nurses who are to be told. */
import type { TellView } from "../../../../../src/contracts/index.js";
import { formatTime } from "../../../../shared/i18n/index.js";
import { ta } from "../../words/day.js";
import { td } from "../../words/dialogs.js";
import { clientName, nurseName, visitNameOf } from "../names.js";
import { timeZone } from "../state.js";

const WHAT = {
  new: "new",
  cancelled: "cancelled",
  unserved: "left-out",
  served: "served",
  "other-nurses": "other-nurses",
  "other-time": "other-time",
} as const;

function NurseNews({ nurse }: { readonly nurse: TellView["nurses"][number] }) {
  const part = (words: "gets" | "loses" | "other-times", ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [`${td(words)} ${ids.map(visitNameOf).join(", ")}`];
  return (
    <li>
      <b>{nurseName(nurse.nurseId)}</b>{" "}
      {[
        ...part("gets", nurse.gets),
        ...part("loses", nurse.loses),
        ...part("other-times", nurse.otherTimes),
      ].join("; ")}
    </li>
  );
}

export function Concerned({ tell: { clients, nurses } }: { readonly tell: TellView }) {
  return (
    <>
      <h3>{td("tell-clients")}</h3>
      {clients.length === 0 ? (
        <p>{td("tell-none")}</p>
      ) : (
        <table class="table">
          <thead>
            <tr>
              <th>{ta("client")}</th>
              <th>{td("change")}</th>
              <th>{ta("time")}</th>
              <th>{ta("nurse")}</th>
            </tr>
          </thead>
          <tbody>
            {clients.map((one) => (
              <tr key={one.visitId}>
                <th scope="row">{clientName(one.clientId)}</th>
                <td>{one.what.map((what) => td(WHAT[what])).join(", ")}</td>
                <td>{one.start === null ? "–" : formatTime(one.start, timeZone.value)}</td>
                <td>{one.nurseIds.map(nurseName).join(", ") || td("nobody")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {nurses.length > 0 && (
        <>
          <h3>{td("tell-nurses")}</h3>
          <ul class="sentences">
            {nurses.map((nurse) => (
              <NurseNews key={nurse.nurseId} nurse={nurse} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
