/** The day by nurse. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { formatTime } from "../../../shared/i18n/index.js";
import { Button } from "../../../shared/ui/Button.js";
import { ta } from "../words/day.js";
import { type Focus, focused, focusOn, stepFocus } from "./focus.js";
import { pressed } from "./dragging.js";
import { beginByKeyboard, moveByKey } from "./keyboardMove.js";
import { moving, run, takeOff, target, togglePin } from "./moving.js";
import { drawAhead, drawnRows } from "./drawnRows.js";
import {
  boxHeight,
  boxTop,
  boxWidth,
  HEADER_HEIGHT,
  LABEL_WIDTH,
  rowHeight,
  stepZoom,
  view,
  zoom,
} from "./scale.js";
import { model, planId, selectedVisit } from "./state.js";
import { now } from "../clock.js";
import { TimelineRow } from "./TimelineRow.js";

const HOUR = 3600;
/** Pixels that an hour needs beside its neighbours. */
const HOUR_WORDS = 44;

function Axis() {
  const day = model.value;
  const { x, width, perMinute } = view.value;
  if (day === null) return null;
  const step = perMinute * 60 < HOUR_WORDS ? 2 : 1;
  const hours: number[] = [];
  for (let at = day.start; at <= day.end; at += step * HOUR) hours.push(at);
  return (
    <div class="axis" style={{ height: `${HEADER_HEIGHT}px`, width: `${LABEL_WIDTH + width}px` }}>
      <div class="corner">{ta("nurse")}</div>
      <div class="track" style={{ width: `${width}px` }}>
        {hours.slice(0, -1).map((at) => (
          <span key={at} class="hour" style={{ left: `${x(at)}px` }}>
            {formatTime(at, day.timeZone)}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Hour lines and the now-line, behind all rows. */
function Lines({ height }: { readonly height: number }) {
  const day = model.value;
  const { x, perMinute } = view.value;
  if (day === null) return null;
  const at = now.value;
  return (
    <div
      class="lines"
      style={{
        left: `${LABEL_WIDTH}px`,
        height: `${height}px`,
        width: `${view.value.width}px`,
        backgroundSize: `${perMinute * 60}px 100%`,
      }}
    >
      {at > day.start && at < day.end && (
        <span class="now" style={{ left: `${x(at)}px` }}>
          <em>{ta("now")}</em>
        </span>
      )}
    </div>
  );
}

/** The visit that an event is about, as its row draws it. */
function visitAt({ target: hit }: Event): Focus | null {
  const { visit: visitId, shift: shiftId } =
    (hit as Element | null)?.closest<HTMLElement>(".visit")?.dataset ?? {};
  return visitId === undefined || shiftId === undefined ? null : { visitId, shiftId };
}

function onKey(event: KeyboardEvent, box: HTMLElement): void {
  const at = focused.value;
  const taken = (() => {
    if (moveByKey(event.key)) return true;
    if (event.ctrlKey || event.metaKey || event.altKey || at === null) return false;
    if (stepFocus(event.key, box)) return true;
    const key = event.key.toLowerCase();
    if (planId.value === null) return false;
    if (key === "m") beginByKeyboard(at.visitId);
    else if (key === "t" || key === "delete") run(takeOff(at.visitId, at.shiftId));
    else if (key === "p") run(togglePin(at.visitId));
    else return false;
    return true;
  })();
  if (!taken) return;
  event.preventDefault();
  event.stopPropagation();
}

export function Timeline() {
  const box = useRef<HTMLDivElement>(null);
  const byKeys = useSignal(false);
  useEffect(drawAhead, []);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      boxWidth.value = element.clientWidth;
      boxHeight.value = element.clientHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const day = model.value;
  // A visit chosen elsewhere (tray, map, search) comes into sight.
  useEffect(
    () =>
      selectedVisit.subscribe((id) => {
        const row = id === null ? undefined : model.value?.rowsOf.get(id)?.[0];
        const element = box.current;
        if (id === null || row === undefined || element === null || focused.value?.visitId === id) return;
        if (document.activeElement?.closest("dialog") != null) return;
        const elsewhere = document.activeElement?.closest(".map, .tray") != null;
        focusOn({ visitId: id, shiftId: row.shiftId }, element, !elsewhere);
      }),
    [],
  );
  // While a visit is moved by keys the row that it would land on stays in sight.
  useEffect(
    () =>
      target.subscribe((where) => {
        const element = box.current;
        if (element === null || where === null || where === "tray" || moving.value?.by !== "keyboard") return;
        const index = model.value?.rows.findIndex(({ shiftId }) => shiftId === where.shiftId) ?? -1;
        const [y, room] = [index * rowHeight.value, element.clientHeight - HEADER_HEIGHT];
        if (y < element.scrollTop) element.scrollTop = y;
        else if (y + rowHeight.value > element.scrollTop + room)
          element.scrollTop = y + rowHeight.value - room;
      }),
    [],
  );
  if (day === null) return null;
  if (
    focused.value === null ||
    !day.rowsOf.get(focused.value.visitId)?.some((r) => r.shiftId === focused.value?.shiftId)
  ) {
    const first = day.rows.find(({ blocks }) => blocks.length > 0);
    const visit = first?.blocks[0];
    focused.value =
      first === undefined || visit === undefined ? null : { shiftId: first.shiftId, visitId: visit.visitId };
  }
  const { from, to } = drawnRows.value;
  const all = day.rows.length * rowHeight.value;
  return (
    // A label sticks to the edge only where there is something to scroll under it: it costs a layer a row.
    <section class={zoom.value > 1 ? "timeline zoomed" : "timeline"} aria-label={ta("timeline")}>
      <div
        class="box"
        ref={box}
        onScroll={({ currentTarget }) => {
          const next = currentTarget.scrollTop;
          if (Math.abs(next - boxTop.value) >= rowHeight.value || next === 0) boxTop.value = next;
        }}
        onPointerDown={(event) => {
          const at = visitAt(event);
          if (at !== null) pressed(event, at.visitId, at.shiftId);
        }}
        onClick={(event) => {
          const at = visitAt(event);
          if (at === null) return;
          selectedVisit.value = at.visitId;
          focused.value = at;
        }}
        onFocusCapture={(event) => {
          const at = visitAt(event);
          if (at !== null && (at.visitId !== focused.value?.visitId || at.shiftId !== focused.value.shiftId))
            focused.value = at;
          byKeys.value = at !== null && (event.target as Element).matches(":focus-visible");
        }}
        onBlurCapture={() => (byKeys.value = false)}
        onKeyDown={(event) => {
          if (box.current !== null) onKey(event, box.current);
        }}
        aria-describedby="timeline-help"
        role="group"
        aria-label={ta("timeline")}
      >
        <Axis />
        <div class="rows" style={{ height: `${all}px`, width: `${LABEL_WIDTH + view.value.width}px` }}>
          <Lines height={all} />
          {day.rows.slice(from, to).map((row, i) => (
            <TimelineRow key={row.shiftId} row={row} index={from + i} />
          ))}
        </div>
      </div>
      <p id="timeline-help" class={byKeys.value ? "help shown" : "help"}>
        {ta("timeline-help")}
      </p>
      <div class="zoom" role="group" aria-label="Zoom">
        <Button
          small
          kind="quiet"
          aria-label={ta("zoom-out")}
          title={ta("zoom-out")}
          onClick={() => stepZoom(-1)}
        >
          −
        </Button>
        <Button small kind="quiet" disabled={zoom.value === 1} onClick={() => (zoom.value = 1)}>
          {ta("zoom-fit")}
        </Button>
        <Button
          small
          kind="quiet"
          aria-label={ta("zoom-in")}
          title={ta("zoom-in")}
          onClick={() => stepZoom(1)}
        >
          +
        </Button>
      </div>
    </section>
  );
}
