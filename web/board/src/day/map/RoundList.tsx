/** The stops of the rounds looked at, in order: the map's twin for the keyboard and for screen readers. */
import { formatDuration, formatTime } from "../../../../shared/i18n/index.js";
import { ta } from "../../words/day.js";
import { tm } from "../../words/map.js";
import type { Row } from "../model.js";
import { visitName } from "../names.js";
import { chosenRows, nurseColour } from "../round.js";
import { model, selectedVisit } from "../state.js";
import { TypeChip } from "../TypeChip.js";

function Stops({ row }: { readonly row: Row }) {
  const zone = model.value?.timeZone ?? "UTC";
  return (
    <>
      <h3>
        <i class="nurse-colour" style={{ background: nurseColour(row.nurseId) }} />
        {row.name}
      </h3>
      <ol>
        {row.blocks.map((block) => {
          const selected = selectedVisit.value === block.visitId;
          return (
            <li key={block.visitId}>
              <button
                type="button"
                class={selected ? "stop selected" : "stop"}
                aria-pressed={selected}
                onClick={() => (selectedVisit.value = block.visitId)}
              >
                <b class="number" style={{ background: nurseColour(row.nurseId) }}>
                  {block.position + 1}
                </b>
                <TypeChip typeId={block.visit.typeId} />
                <span class="what">
                  {formatTime(block.start, zone)}–{formatTime(block.end, zone)} {visitName(block.visit)}
                </span>
                <small>
                  {block.visit.remote === true
                    ? ta("remote")
                    : block.travel > 0 && tm("way", { t: formatDuration(block.travel) })}
                </small>
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}

export function RoundList() {
  const rows = chosenRows.value;
  return (
    <section class="round-list" aria-label={tm("list-title")}>
      {rows.length === 0 && <p class="muted">{tm("list-none")}</p>}
      {rows.map((row) => (
        <Stops key={row.shiftId} row={row} />
      ))}
    </section>
  );
}
