/** Door code and keys: shut until she opens them, open only around the visit, every opening recorded. */
import { useEffect, useState } from "preact/hooks";
import { noteWindow, type VisitItem } from "../../core/index.js";
import { clockOf } from "../format.js";
import { about, record } from "../state/actions.js";
import { notes, now } from "../state/signals.js";
import { t } from "../words.js";
import { Icon } from "./Icon.js";

/** Shown so long, so that a phone left on a table does not show it to everybody. */
const SHOWN_MILLISECONDS = 60_000;

export interface AccessNotesProps {
  readonly item: VisitItem;
  readonly date: string;
  readonly planId: string | null;
}

export function AccessNotes({ item, date, planId }: AccessNotesProps) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!shown) return;
    const hide = (): void => setShown(false);
    const timer = setTimeout(hide, SHOWN_MILLISECONDS);
    const onHidden = (): void => {
      if (document.visibilityState === "hidden") hide();
    };
    document.addEventListener("visibilitychange", onHidden);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onHidden);
    };
  }, [shown]);
  if (!item.visit.hasNotes) return null;
  const window = noteWindow(item.visit, item.state, item.endedAt, now.value);
  if (window.state !== "open") {
    return (
      <p class="access closed">
        <Icon name="key" />
        {window.state === "before" ? t("accessBefore", { time: clockOf(window.opensAt) }) : t("accessClosed")}
      </p>
    );
  }
  const note = notes.value.get(item.visit.visitId);
  if (note === undefined) {
    return (
      <p class="access closed">
        <Icon name="key" />
        {t("accessMissing")}
      </p>
    );
  }
  return (
    <div class="access">
      {shown && (
        <div class="access-text" role="region" aria-label={t("access")}>
          {note.text.split("\n").map((line, at) => (
            <p key={at}>{line}</p>
          ))}
          <p class="muted small">{t("accessRecorded")}</p>
        </div>
      )}
      <button
        type="button"
        class="big access-button"
        aria-expanded={shown}
        onClick={() => {
          if (!shown) void record({ kind: "notes-read", ...about(item.visit, date, planId) });
          setShown(!shown);
        }}
      >
        <Icon name="key" />
        {shown ? t("accessHide") : t("accessShow")}
      </button>
    </div>
  );
}
