/** Somebody is absent: what falls open and who could take it, what a budget of changes costs, the new draft. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { CurveView, ReplannedView } from "../../../../../src/contracts/index.js";
import { formatTime } from "../../../../shared/i18n/index.js";
import { request } from "../../../../shared/request.js";
import { Button } from "../../../../shared/ui/Button.js";
import { now } from "../../clock.js";
import { Dialog } from "../../Dialog.js";
import { author } from "../../session.js";
import { ta } from "../../words/day.js";
import { td } from "../../words/dialogs.js";
import type { Row } from "../model.js";
import { nurseName } from "../names.js";
import { model, planId, refreshVersions, say, sayFailure, show } from "../state.js";
import { Affected, Budget, type Found, Outcome } from "./AbsenceParts.js";
import { rankReplacements } from "./replacements.js";

/** Given to each point of the curve: with less the search finds nothing that more changes would allow. */
const CURVE_SECONDS = 1.5;
const BUDGETS = [0, 1, 2, 4, 6, 10];

/** Instants go out in UTC, whole seconds. */
const written = (at: number): string => new Date(at * 1000).toISOString().replace(/\.\d+Z$/, "Z");

/** A day that has not begun is planned from its first hour on. */
function momentOf(): string {
  const day = model.value;
  return written(day === null ? now.value : Math.max(day.start - 3600, Math.min(now.value, day.end)));
}

/** Nurses who are out on a round, each with all her shifts of the day. */
function atWork(): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of model.value?.rows ?? []) {
    if (row.departure !== null) found.set(row.nurseId, [...(found.get(row.nurseId) ?? []), row]);
  }
  return found;
}

export function AbsenceDialog({ onClose }: { readonly onClose: () => void }) {
  const nurseId = useSignal<string | null>(null);
  const budget = useSignal(BUDGETS.length - 1);
  const curve = useSignal<CurveView["points"]>([]);
  const found = useSignal<Found>(new Map());
  const answer = useSignal<ReplannedView | null>(null);
  const busy = useSignal(false);
  /** Which choice answers belong to: what was asked before it no longer counts. */
  const asked = useRef(0);
  useEffect(
    () => () => {
      asked.current += 1;
    },
    [],
  );
  const day = model.value;
  const nurses = atWork();
  const rows = nurseId.value === null ? [] : (nurses.get(nurseId.value) ?? []);
  const visits = rows.reduce((sum, { blocks }) => sum + blocks.length, 0);

  const wish = (absent: readonly Row[]) => ({
    now: momentOf(),
    events: absent.map(({ shiftId }) => ({ kind: "absence", shiftId })),
  });
  const choose = (absent: string): void => {
    asked.current += 1;
    const mine = asked.current;
    const isOver = (): boolean => asked.current !== mine;
    nurseId.value = absent === "" ? null : absent;
    curve.value = [];
    found.value = new Map();
    answer.value = null;
    const shifts = nurses.get(absent);
    const plan = planId.value;
    if (shifts === undefined || plan === null) return;
    const open = shifts.flatMap(({ shiftId, blocks }) => blocks.map(({ visitId }) => ({ visitId, shiftId })));
    const tell = async (): Promise<void> => {
      await rankReplacements(
        open,
        (visitId, places) => {
          found.value = new Map([...found.value, [visitId, places]]);
        },
        isOver,
      );
      if (isOver()) return;
      const { points } = await request<CurveView>(`/plans/${plan}/replans/curve`, {
        method: "POST",
        body: { ...wish(shifts), changedClients: BUDGETS, seconds: CURVE_SECONDS },
      });
      if (!isOver()) curve.value = points;
    };
    tell().catch(sayFailure);
  };
  const replan = async (): Promise<void> => {
    if (rows.length === 0) return;
    busy.value = true;
    asked.current += 1;
    try {
      answer.value = await request<ReplannedView>(`/plans/${planId.value ?? ""}/replans`, {
        method: "POST",
        body: {
          ...wish(rows),
          author: author.value,
          reason: td("absence-reason", { nurse: nurseId.value ?? "" }),
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
              disabled={rows.length === 0 || busy.value}
              onClick={() => void replan().catch(sayFailure)}
            >
              {td(busy.value ? "replanning" : "replan")}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => (answer.value = null)}>{td("other-budget")}</Button>
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
      {made === null && (
        <label class="field">
          <span>{td("who")}</span>
          <select
            class="select"
            value={nurseId.value ?? ""}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            <option value="">–</option>
            {[...nurses].map(([id, shifts]) => (
              <option key={id} value={id}>
                {`${nurseName(id)}, ${shifts
                  .map(
                    ({ from, to }) =>
                      `${formatTime(from, day?.timeZone ?? "UTC")}–${formatTime(to, day?.timeZone ?? "UTC")}`,
                  )
                  .join(", ")}`}
              </option>
            ))}
          </select>
        </label>
      )}
      {made === null && rows.length > 0 && (
        <>
          <Budget
            budgets={BUDGETS}
            at={budget.value}
            curve={curve.value}
            onAt={(at) => (budget.value = at)}
          />
          <h3>{visits === 0 ? td("absence-none") : td("absence-affected", { n: visits })}</h3>
          {visits > 0 && <Affected rows={rows} found={found.value} absent={nurseId.value ?? ""} />}
        </>
      )}
      {made !== null && <Outcome answer={made} />}
    </Dialog>
  );
}
