/** One visit on the time line. The time line itself listens to pointer and focus for all of them. */
import { formatDuration, formatTime } from "../../../shared/i18n/index.js";
import { ta } from "../words/day.js";
import type { Visit } from "../../../../src/contracts/index.js";
import { cutText } from "./cutText.js";
import type { Row, VisitBlock } from "./model.js";
import { lookOf, typeName, visitName } from "./names.js";
import { focusKey, hasFocus, isCarried, isSelected } from "./marks.js";
import { timeZone } from "./state.js";
import { view } from "./scale.js";

/** Pixels beside the letter that a cut name is worth showing in. */
const LEAST_NAME = 60;

/** The client's name as far as it has room beside the letter. */
const shownName = (visit: Visit, width: number): string =>
  cutText(visitName(visit), width - 24 - ((visit.crewSize ?? 1) > 1 ? 18 : 0), LEAST_NAME);

/** Everything that the block shows, in words. */
function labelOf(block: VisitBlock, row: Row): string {
  const zone = timeZone.value;
  const { visit } = block;
  return [
    // First what the block shows: a spoken name must hold the visible one.
    `${lookOf(visit.typeId).letter} ${visitName(visit)}`,
    `${formatTime(block.start, zone)}–${formatTime(block.end, zone)}`,
    typeName(visit.typeId),
    row.name,
    visit.pin === undefined ? "" : ta("pinned"),
    (visit.crewSize ?? 1) > 1 ? ta("crew", { n: visit.crewSize ?? 1 }) : "",
    block.off > 0 ? ta("late", { t: formatDuration(block.off) }) : "",
    block.violated ? ta("violations") : "",
  ]
    .filter(Boolean)
    .join(", ");
}

export function VisitBlockView({ block, row }: { readonly block: VisitBlock; readonly row: Row }) {
  const { visit } = block;
  const { x } = view.value;
  const width = Math.max(14, x(block.end) - x(block.start) - 1);
  const look = lookOf(visit.typeId);
  const selected = isSelected(visit.id).value;
  const label = labelOf(block, row);
  const name = shownName(visit, width);
  const names = [
    `visit type-${look.token}`,
    selected ? "selected" : "",
    block.violated ? "violated" : "",
    visit.remote === true ? "remote" : "",
    isCarried(visit.id).value ? "carried" : "",
  ];
  const isFocus = hasFocus(focusKey(visit.id, row.shiftId)).value;
  return (
    <button
      type="button"
      class={names.filter(Boolean).join(" ")}
      style={`left:${x(block.start)}px;width:${width}px`}
      data-visit={visit.id}
      data-shift={row.shiftId}
      tabIndex={isFocus ? 0 : -1}
      aria-label={label}
      aria-pressed={selected}
      title={label}
    >
      <b>{look.letter}</b> {name !== "" && <span class="name">{name}</span>}
      {(visit.crewSize ?? 1) > 1 && <span class="mark crew" data-mark={`×${visit.crewSize}`} />}
      {visit.pin !== undefined && <span class="mark pin" data-mark="●" />}
      {block.violated && <span class="mark bad" data-mark="!" />}
      {block.off > 0 && (
        <span class="late-edge" style={{ width: `${Math.min(width, 3 + block.off / 300)}px` }} />
      )}
    </button>
  );
}
