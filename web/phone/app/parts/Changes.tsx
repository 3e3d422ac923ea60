/** What has changed since she last looked, and that she has seen it. */
import type { ChangeKind, DayChanges, VisitChange } from "../../core/index.js";
import { clockOf } from "../format.js";
import { acknowledgeChanges } from "../state/sync.js";
import { t } from "../words.js";
import { Icon } from "./Icon.js";

const WORDS = {
  new: "changedNew",
  moved: "changedMoved",
  longer: "changedLonger",
  shorter: "changedShorter",
  place: "changedPlace",
  crew: "changedCrew",
} as const satisfies Record<ChangeKind, string>;

export function ChangeMarks({ change }: { readonly change: VisitChange | undefined }) {
  if (change === undefined) return null;
  return (
    <p class="marks">
      {change.kinds.map((kind) => (
        <span key={kind} class="mark">
          {t(WORDS[kind], { time: change.start === null ? "" : clockOf(change.start) })}
        </span>
      ))}
    </p>
  );
}

export function ChangeBanner({ changes, date }: { readonly changes: DayChanges; readonly date: string }) {
  const count = changes.visits.size + changes.gone.length;
  if (count === 0) return null;
  return (
    <section class="notice warn changes" aria-live="polite">
      <p class="strong">{t("changes", { count })}</p>
      {changes.gone.length > 0 && (
        <ul>
          {changes.gone.map(({ visitId, start, label }) => (
            <li key={visitId}>{t("gone", { time: clockOf(start), name: label })}</li>
          ))}
        </ul>
      )}
      <button type="button" class="big" onClick={() => void acknowledgeChanges(date)}>
        <Icon name="check" />
        {t("seen")}
      </button>
    </section>
  );
}
