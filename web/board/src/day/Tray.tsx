/** Visits that stand outside the plan, with the reasons in words; those that are bought below. */
import { formatTime } from "../../../shared/i18n/index.js";
import { ta } from "../words/day.js";
import { reasonWords } from "../words/reasons.js";
import { pressed } from "./dragging.js";
import { beginByKeyboard, moveByKey } from "./keyboardMove.js";
import type { TrayItem } from "./model.js";
import { moving, target } from "./moving.js";
import { providerName, visitName } from "./names.js";
import { isSelected } from "./marks.js";
import { model, planId, selectedVisit } from "./state.js";
import { TypeChip } from "./TypeChip.js";

function Item({ item: { visit, reasons } }: { readonly item: TrayItem }) {
  const zone = model.value?.timeZone ?? "UTC";
  const [first] = visit.windows;
  const selected = isSelected(visit.id).value;
  return (
    <li>
      <button
        type="button"
        class={selected ? "tray-item selected" : "tray-item"}
        aria-pressed={selected}
        onPointerDown={(event) => pressed(event, visit.id, null)}
        onClick={() => (selectedVisit.value = visit.id)}
        onKeyDown={(event) => {
          const taken = moveByKey(event.key);
          const starts = event.key.toLowerCase() === "m" && !event.ctrlKey && planId.value !== null;
          if (starts) beginByKeyboard(visit.id);
          if (taken || starts) event.preventDefault();
        }}
      >
        <TypeChip typeId={visit.typeId} />
        <span class="what">
          <b>{visitName(visit)}</b> {visit.minutes} min
          {first !== undefined && ` · ${formatTime(first.from, zone)}–${formatTime(first.to, zone)}`}
          {(visit.crewSize ?? 1) > 1 && ` · ×${visit.crewSize}`}
        </span>
        {reasons.length > 0 && <span class="why">{reasonWords(reasons)}</span>}
      </button>
    </li>
  );
}

/** Most rows drawn: an unplanned day may have a thousand visits in the tray. */
const MOST = 200;

export function Tray() {
  const day = model.value;
  if (day === null) return null;
  const carried = moving.value !== null;
  return (
    <section
      class={`tray ${carried && target.value === "tray" ? "target" : ""}`}
      data-drop="tray"
      aria-labelledby="tray-title"
    >
      <h2 id="tray-title">
        {ta("tray")} <span class="count">{day.tray.length}</span>
      </h2>
      {carried && <p class="drop-note">{ta("drop-here")}</p>}
      {day.tray.length === 0 && <p class="muted pad">{ta("tray-empty")}</p>}
      {planId.value === null && day.tray.length > 0 && <p class="muted pad">{ta("tray-import")}</p>}
      <ul>
        {day.tray.slice(0, MOST).map((item) => (
          <Item key={item.visit.id} item={item} />
        ))}
      </ul>
      {day.bought.length > 0 && (
        <>
          <h3>
            {ta("bought")} <span class="count">{day.bought.length}</span>
          </h3>
          <ul>
            {day.bought.map(({ visit, providerId }) => (
              <Item key={visit.id} item={{ visit, reasons: [providerName(providerId)] }} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
