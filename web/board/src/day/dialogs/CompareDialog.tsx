/** Two versions side by side: key figures, cost by part, visits that differ. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DifferenceView, FiguresView, VersionView } from "../../../../../src/contracts/index.js";
import { formatNumber, formatPercent, formatSigned, formatTime } from "../../../../shared/i18n/index.js";
import { request } from "../../../../shared/request.js";
import { Button } from "../../../../shared/ui/Button.js";
import { Dialog } from "../../Dialog.js";
import { ta } from "../../words/day.js";
import { td } from "../../words/dialogs.js";
import { isPart, tf, tpart } from "../../words/figures.js";
import { clientName, nurseName } from "../names.js";
import { model, planId, sayFailure, versions } from "../state.js";
import { versionWords } from "../versionWords.js";

const FIGURES: readonly [Parameters<typeof tf>[0], (figures: FiguresView) => number | null, string][] = [
  ["unserved", (f) => f.unserved.visits, ""],
  ["onTime", (f) => f.onTimePercent, "%"],
  ["directWork", (f) => f.directWorkPercent, "%"],
  ["travel", (f) => f.travelPercent, "%"],
  ["continuity", (f) => f.continuityPercent, "%"],
  ["load", (f) => f.load.overtimeMinutes, "min"],
];

const written = (value: number | null, unit: string): string =>
  unit === "%" ? formatPercent(value) : value === null ? "–" : `${formatNumber(value)} ${unit}`.trim();

function FigureRows({ difference }: { readonly difference: DifferenceView }) {
  const { from, to } = difference.figures;
  return (
    <>
      {FIGURES.map(([name, read, unit]) => {
        const [a, b] = [read(from), read(to)];
        return (
          <tr key={name}>
            <th scope="row">{tf(name)}</th>
            <td class="n">{written(a, unit)}</td>
            <td class="n">{written(b, unit)}</td>
            <td class="n">{a === null || b === null ? "–" : formatSigned(b - a)}</td>
          </tr>
        );
      })}
    </>
  );
}

function CostRows({ cost }: Pick<DifferenceView, "cost">) {
  const parts = Object.entries(cost.parts).filter(([, { from, to }]) => from !== 0 || to !== 0);
  return (
    <>
      <tr class="sum">
        <th scope="row">{tf("cost")}</th>
        <td class="n">{formatNumber(cost.from, 0)}</td>
        <td class="n">{formatNumber(cost.to, 0)}</td>
        <td class="n">{formatSigned(cost.difference, 0)}</td>
      </tr>
      {parts.map(([part, { from, to, difference }]) => (
        <tr key={part}>
          <th scope="row" class="sub">
            {isPart(part) ? tpart(part) : part}
          </th>
          <td class="n">{formatNumber(from, 0)}</td>
          <td class="n">{formatNumber(to, 0)}</td>
          <td class="n">{formatSigned(difference, 0)}</td>
        </tr>
      ))}
    </>
  );
}

type Stand = DifferenceView["visits"][number]["from"];

function standWords(stand: Stand): string {
  if (stand === null || stand.start === null) return td("nobody");
  return `${formatTime(stand.start, model.value?.timeZone ?? "UTC")} ${stand.nurseIds.map(nurseName).join(", ")}`;
}

export function CompareDialog({ onClose }: { readonly onClose: () => void }) {
  const id = planId.value ?? "";
  const others: readonly VersionView[] = versions.value.filter((one) => one.id !== id).toReversed();
  const published = others.find(({ state }) => state === "published");
  const other = useSignal(published?.id ?? others[0]?.id ?? "");
  const difference = useSignal<DifferenceView | null>(null);
  useEffect(() => {
    if (other.value === "") return;
    difference.value = null;
    request<DifferenceView>(`/plans/${other.value}/differences/${id}`).then((found) => {
      difference.value = found;
    }, sayFailure);
  }, [other.value, id]);
  const found = difference.value;
  // A shift of seconds reads the same on both sides.
  const moved = (found?.visits ?? []).filter((one) => standWords(one.from) !== standWords(one.to));
  return (
    <Dialog
      title={td("compare")}
      wide
      onClose={onClose}
      actions={<Button onClick={onClose}>{ta("close")}</Button>}
    >
      {others.length === 0 ? (
        <p>{td("compare-none")}</p>
      ) : (
        <label class="field">
          <span>{td("compare-with")}</span>
          <select
            class="select"
            value={other.value}
            onChange={({ currentTarget }) => (other.value = currentTarget.value)}
          >
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {versionWords(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {found !== null && (
        <div class="columns">
          <table class="table">
            <thead>
              <tr>
                <th>{td("figure")}</th>
                <th class="n">{td("other")}</th>
                <th class="n">{td("this")}</th>
                <th class="n">{td("change")}</th>
              </tr>
            </thead>
            <tbody>
              <FigureRows difference={found} />
              <CostRows cost={found.cost} />
            </tbody>
          </table>
          <div>
            <h3>
              {td("moved-visits")} <span class="count">{moved.length}</span>
            </h3>
            <table class="table">
              <thead>
                <tr>
                  <th>{ta("client")}</th>
                  <th>{td("from")}</th>
                  <th>{td("to")}</th>
                </tr>
              </thead>
              <tbody>
                {moved.slice(0, 200).map((one) => (
                  <tr key={one.visitId}>
                    <td class="who">{clientName(one.clientId)}</td>
                    <td>{standWords(one.from)}</td>
                    <td>{standWords(one.to)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </Dialog>
  );
}
