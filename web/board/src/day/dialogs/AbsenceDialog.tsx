/** Somebody is absent: what falls open, what a budget of changes costs, the new draft, whom to tell. */
import { useSignal } from "@preact/signals";
import type { CurveView, ReplannedView } from "../../../../../src/contracts/index.js";
import { formatNumber, formatTime } from "../../../../shared/i18n/index.js";
import { request } from "../../../../shared/request.js";
import { Button } from "../../../../shared/ui/Button.js";
import { now } from "../../clock.js";
import { Dialog } from "../../Dialog.js";
import { author } from "../../session.js";
import { ta } from "../../words/day.js";
import { td } from "../../words/dialogs.js";
import { clientName, nurseName, visitName } from "../names.js";
import { model, planId, refreshVersions, say, sayFailure, show } from "../state.js";
import { Curve } from "./Curve.js";

const BUDGETS = [0, 1, 2, 4, 6, 10];
const WHAT = {
  new: "new",
  cancelled: "cancelled",
  unserved: "left-out",
  served: "served",
  "other-nurses": "other-nurses",
  "other-time": "other-time",
} as const;

/** Instants go out in UTC, whole seconds. */
const written = (at: number): string => new Date(at * 1000).toISOString().replace(/\.\d+Z$/, "Z");

/** A day that has not begun is planned from its first hour on. */
function momentOf(): string {
  const day = model.value;
  return written(day === null ? now.value : Math.max(day.start - 3600, Math.min(now.value, day.end)));
}

function Told({ answer }: { readonly answer: ReplannedView }) {
  const zone = model.value?.timeZone ?? "UTC";
  const { clients } = answer.tell;
  if (clients.length === 0) return <p>{td("tell-none")}</p>;
  return (
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
            <td>{clientName(one.clientId)}</td>
            <td>{one.what.map((what) => td(WHAT[what])).join(", ")}</td>
            <td>{one.start === null ? "–" : formatTime(one.start, zone)}</td>
            <td>{one.nurseIds.map(nurseName).join(", ") || td("nobody")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function AbsenceDialog({ onClose }: { readonly onClose: () => void }) {
  const shiftId = useSignal<string | null>(null);
  const budget = useSignal(BUDGETS.length - 1);
  const curve = useSignal<CurveView["points"]>([]);
  const answer = useSignal<ReplannedView | null>(null);
  const busy = useSignal(false);
  const day = model.value;
  const row = day?.rows.find((one) => one.shiftId === shiftId.value);

  const wish = (absent: string) => ({ now: momentOf(), events: [{ kind: "absence", shiftId: absent }] });
  const choose = (absent: string): void => {
    shiftId.value = absent === "" ? null : absent;
    curve.value = [];
    answer.value = null;
    if (absent === "") return;
    request<CurveView>(`/plans/${planId.value ?? ""}/replans/curve`, {
      method: "POST",
      body: { ...wish(absent), changedClients: BUDGETS, seconds: 0.4 },
    }).then(({ points }) => {
      if (shiftId.value === absent) curve.value = points;
    }, sayFailure);
  };
  const replan = async (): Promise<void> => {
    const absent = shiftId.value;
    if (absent === null || row === undefined) return;
    busy.value = true;
    try {
      answer.value = await request<ReplannedView>(`/plans/${planId.value ?? ""}/replans`, {
        method: "POST",
        body: {
          ...wish(absent),
          author: author.value,
          reason: td("absence-reason", { nurse: row.nurseId }),
          limits: { changedClients: BUDGETS[budget.value] ?? 0 },
          seconds: 2,
        },
      });
      await refreshVersions();
    } finally {
      busy.value = false;
    }
  };
  const made = answer.value;
  const k = BUDGETS[budget.value] ?? 0;
  return (
    <Dialog
      title={td("absence")}
      wide
      onClose={onClose}
      actions={
        made === null ? (
          <>
            <Button onClick={onClose}>{ta("cancel")}</Button>
            <Button
              kind="primary"
              disabled={row === undefined || busy.value}
              onClick={() => void replan().catch(sayFailure)}
            >
              {td(busy.value ? "replanning" : "replan")}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{ta("close")}</Button>
            <Button
              kind="primary"
              onClick={() => {
                show(made.id).then(() => say(td("optimise-done"), "good"), sayFailure);
                onClose();
              }}
            >
              {td("to-draft")}
            </Button>
          </>
        )
      }
    >
      <label class="field">
        <span>{td("who")}</span>
        <select
          class="select"
          value={shiftId.value ?? ""}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value="">–</option>
          {day?.rows
            .filter(({ departure }) => departure !== null)
            .map((one) => (
              <option key={one.shiftId} value={one.shiftId}>
                {one.name}, {formatTime(one.from, day.timeZone)}–{formatTime(one.to, day.timeZone)}
              </option>
            ))}
        </select>
      </label>
      {made === null && row !== undefined && day !== null && (
        <>
          <h3>
            {row.blocks.length === 0 ? td("absence-none") : td("absence-affected", { n: row.blocks.length })}
          </h3>
          <p class="muted">
            {row.blocks
              .map((block) => `${formatTime(block.start, day.timeZone)} ${visitName(block.visit)}`)
              .join(" · ")}
          </p>
          <label class="field">
            <span>
              {td("budget", { n: k })} ({td("budget-note")})
            </span>
            <input
              type="range"
              min={0}
              max={BUDGETS.length - 1}
              step={1}
              value={budget.value}
              aria-valuetext={td("budget", { n: k })}
              onInput={({ currentTarget }) => (budget.value = Number(currentTarget.value))}
            />
          </label>
          <h3>{td("curve-title")}</h3>
          {curve.value.length === 0 ? (
            <p class="muted" role="status">
              {ta("searching")}
            </p>
          ) : (
            <>
              <Curve
                step
                points={curve.value.map((point) => ({ x: point.changedClients, y: point.cost }))}
                label={td("curve-title")}
              />
              <ul class="points">
                {curve.value.map((point) => (
                  <li key={point.changedClients} class={point.changedClients === k ? "chosen" : ""}>
                    {td("curve-point", {
                      k: point.changedClients,
                      cost: formatNumber(point.cost, 0),
                      unserved: point.unserved,
                    })}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      {made !== null && (
        <>
          <p>
            {td("publish-diff", {
              moved: made.difference.counts.moved,
              shifted: made.difference.counts.shifted,
              clients: made.difference.counts.clientsWithOtherNurses,
            })}{" "}
            {made.unserved > 0 && td("publish-left", { n: made.unserved })}
          </p>
          <h3>{td("tell")}</h3>
          <Told answer={made} />
        </>
      )}
    </Dialog>
  );
}
