/** Moving a visit by the keyboard: up and down choose the row (the tray last), left and right the place. */
import { formatSigned, formatTime } from "../../../shared/i18n/index.js";
import { ta } from "../words/day.js";
import { begin, cancel, drop, fitOf, moving, run, type Target, target } from "./moving.js";
import { model, say } from "./state.js";
import { visitNameOf } from "./names.js";
import { positionAt, type Row } from "./model.js";

const placesIn = (row: Row, visitId: string): number =>
  row.blocks.filter((block) => block.visitId !== visitId).length;

export function beginByKeyboard(visitId: string): void {
  const day = model.value;
  if (day === null) return;
  const row = day.rowsOf.get(visitId)?.[0];
  begin({ visitId, fromShiftId: row?.shiftId ?? null, by: "keyboard" });
  const position = day.blockOf.get(visitId)?.position ?? 0;
  const first = row ?? day.rows[0];
  target.value = first === undefined ? "tray" : { shiftId: first.shiftId, position };
  say(ta("moving", { visit: visitNameOf(visitId) }));
}

/** In words, for the foot of the page and for screen readers. */
function tell(where: Target): void {
  const day = model.value;
  if (day === null || where === null) return;
  if (where === "tray") {
    say(ta("moving-tray"));
    return;
  }
  const row = day.rows.find(({ shiftId }) => shiftId === where.shiftId);
  const known = fitOf(where.shiftId);
  const fit =
    known === null
      ? ta("searching")
      : known.ok
        ? `${ta("fits", { t: formatTime(known.start, day.timeZone) })}, ${ta("points", { n: formatSigned(known.change, 0) })}`
        : `${ta("fits-not")}: ${known.why}`;
  say(ta("moving-at", { nurse: row?.name ?? "", n: where.position + 1, fit }));
}

function stepRow(step: 1 | -1): void {
  const day = model.value;
  const what = moving.value;
  if (day === null || what === null) return;
  const { value } = target;
  const at =
    value === null || value === "tray"
      ? day.rows.length
      : day.rows.findIndex((r) => r.shiftId === value.shiftId);
  const next = Math.max(0, Math.min(day.rows.length, at + step));
  const row = day.rows[next];
  if (row === undefined) {
    target.value = "tray";
    return;
  }
  // The best place of the row where one is known, else the one at the visit's own time.
  const own = day.blockOf.get(what.visitId)?.start ?? row.from;
  const fit = fitOf(row.shiftId);
  const position = fit?.ok === true ? fit.position : positionAt(row, own, what.visitId);
  target.value = { shiftId: row.shiftId, position };
}

function stepPlace(step: 1 | -1): void {
  const day = model.value;
  const what = moving.value;
  const { value } = target;
  if (day === null || what === null || value === null || value === "tray") return;
  const row = day.rows.find(({ shiftId }) => shiftId === value.shiftId);
  if (row === undefined) return;
  const last = placesIn(row, what.visitId);
  target.value = { ...value, position: Math.max(0, Math.min(last, value.position + step)) };
}

const STEPS: Readonly<Record<string, () => void>> = {
  ArrowUp: () => stepRow(-1),
  ArrowDown: () => stepRow(1),
  ArrowLeft: () => stepPlace(-1),
  ArrowRight: () => stepPlace(1),
};

/** Whether the key was taken. */
export function moveByKey(key: string): boolean {
  if (moving.value?.by !== "keyboard") return false;
  if (key === "Escape") {
    cancel();
    say(ta("cancelled"));
    return true;
  }
  if (key === "Enter" || key === " ") {
    run(drop());
    return true;
  }
  const step = STEPS[key];
  if (step === undefined) return false;
  step();
  tell(target.value);
  return true;
}
