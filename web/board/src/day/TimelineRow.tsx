/** One shift's line: its hours, ways, visits and breaks; its name with the load, or whether it fits. */
import { computed } from "@preact/signals";
import { formatDuration, formatSigned, formatTime } from "../../../shared/i18n/index.js";
import { ta } from "../words/day.js";
import type { Row } from "./model.js";
import { isChosenRow, isNear, isTarget } from "./marks.js";
import { fitOf, moving, target } from "./moving.js";
import { nurseColour, pickRound } from "./round.js";
import { timeZone } from "./state.js";
import { rowHeight, view } from "./scale.js";
import { VisitBlockView } from "./VisitBlockView.js";

/** While a visit is moved: what this row says to it. */
function FitWords({ row }: { readonly row: Row }) {
  const fit = fitOf(row.shiftId);
  if (fit === null) return <span class="fit muted">…</span>;
  const what = moving.value;
  const words = !fit.ok
    ? fit.why
    : fit.change === 0 && what?.fromShiftId === row.shiftId
      ? ta("fits-now")
      : ta("points-short", { n: formatSigned(fit.change, 0) });
  return (
    <span class={fit.ok ? "fit yes" : "fit no"} title={words}>
      <span aria-hidden="true">{fit.ok ? "✓ " : "✕ "}</span>
      {words}
    </span>
  );
}

const carrying = computed(() => moving.value !== null);

/** How much of the paid time is work and ways. */
function Load({ row }: { readonly row: Row }) {
  const paid = row.to - row.from;
  const share = (seconds: number): string => `${Math.min(100, (100 * seconds) / paid)}%`;
  return (
    <span
      class="load"
      title={ta("load", {
        work: formatDuration(row.workSeconds),
        travel: formatDuration(row.travelSeconds),
      })}
    >
      <i style={{ width: share(row.workSeconds) }} />
      <i class="way" style={{ width: share(row.travelSeconds) }} />
    </span>
  );
}

function Label({ row }: { readonly row: Row }) {
  const zone = timeZone.value;
  return (
    <div class="label" onClick={() => pickRound(row.shiftId)}>
      <i class="nurse-colour" style={{ background: nurseColour(row.nurseId) }} />
      <span class="who">
        {row.violated && (
          <span class="alarm" title={ta("violations")}>
            !
          </span>
        )}
        {row.name}
      </span>
      {carrying.value && isNear(row.shiftId).value ? (
        <FitWords row={row} />
      ) : (
        <>
          <span class="hours">
            {formatTime(row.from, zone)}–{formatTime(row.to, zone)}
          </span>
          <Load row={row} />
        </>
      )}
    </div>
  );
}

/** Where the moved visit would come in, as a line between its neighbours. */
function Insertion({ row }: { readonly row: Row }) {
  const { value } = target;
  const visitId = moving.value?.visitId;
  if (value === null || value === "tray" || value.shiftId !== row.shiftId || visitId === undefined)
    return null;
  const others = row.blocks.filter((block) => block.visitId !== visitId);
  const [before, after] = [others[value.position - 1], others[value.position]];
  const at = before !== undefined ? before.end : after !== undefined ? after.start : row.from;
  const to = after !== undefined ? after.start : before !== undefined ? before.end : row.from;
  return <span class="insertion" style={{ left: `${view.value.x((at + to) / 2) - 2}px` }} />;
}

/** What the row draws: untouched while the row itself only moves, is aimed at or comes into sight. */
function Content({ row }: { readonly row: Row }) {
  const { x, width } = view.value;
  // As one text: rows come and go while somebody scrolls.
  const span = (from: number, to: number): string =>
    `left:${x(from)}px;width:${Math.max(1, x(to) - x(from))}px`;
  return (
    <>
      <Label row={row} />
      <div class="track" style={`width:${width}px`}>
        <span class="hours-band" style={span(row.from, row.to)} />
        {row.legs.length > 0 && (
          // One line of many dashes: an element a leg would be a third of the page.
          <svg class="legs" width={width} height="4" aria-hidden="true">
            <path
              d={row.legs.map(({ from, to }) => `M${x(from)} 2H${Math.max(x(from) + 1, x(to))}`).join("")}
            />
          </svg>
        )}
        {row.breaks.map((pause) => (
          <span key={pause.breakId} class="break" style={span(pause.start, pause.end)} title={ta("break")}>
            <span class="visually-hidden">
              {ta("break")} {formatTime(pause.start, timeZone.value)}
            </span>
          </span>
        ))}
        {row.blocks.map((block) => (
          <VisitBlockView key={block.visitId} block={block} row={row} />
        ))}
        {isTarget(row.shiftId).value && <Insertion row={row} />}
      </div>
    </>
  );
}

export function TimelineRow({ row, index }: { readonly row: Row; readonly index: number }) {
  const names = [
    "row",
    isTarget(row.shiftId).value ? "target" : "",
    isChosenRow(row.shiftId).value ? "holds" : "",
    row.departure === null ? "unused" : "",
  ];
  return (
    <div
      class={names.filter(Boolean).join(" ")}
      style={`top:${index * rowHeight.value}px;height:${rowHeight.value}px`}
      data-drop={`shift:${row.shiftId}`}
      role="group"
      aria-label={row.name}
    >
      <Content row={row} />
    </div>
  );
}
