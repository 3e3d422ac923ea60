/** Entries that the server flagged or refused, in words, until she has seen them. */
import { type Entry, type EntryKind, visitsOf } from "../../core/index.js";
import { clockOf, nameOf } from "../format.js";
import { acknowledgeConflict } from "../state/actions.js";
import { conflicts, days } from "../state/signals.js";
import { t } from "../words.js";
import { Icon } from "./Icon.js";

const KINDS = {
  "check-in": "kind_checkIn",
  "check-out": "kind_checkOut",
  "not-at-home": "kind_notAtHome",
  "cancelled-at-door": "kind_cancelled",
  "running-late": "kind_late",
  note: "kind_note",
  message: "kind_message",
  "notes-read": "kind_read",
} as const satisfies Record<EntryKind, string>;

export const kindText = (kind: EntryKind): string => t(KINDS[kind]);

function whyText(code: string): string {
  switch (code) {
    case "not-on-a-round":
    case "visit-unknown":
      return t("why_notOnRound");
    case "other-nurse":
      return t("why_otherNurse");
    case "clock-wrong":
      return t("why_clock");
    case "far-from-plan":
      return t("why_far");
    default:
      return t("why_other", { code });
  }
}

/** The visit's name as any stored day knows it. */
export function visitName(visitId: string | null): string {
  for (const { day } of days.value.values()) {
    if (day === null) continue;
    const found = visitsOf(day).find((visit) => visit.visitId === visitId);
    if (found !== undefined) return nameOf(found);
  }
  return t("unknownVisit");
}

function Conflict({ entry }: { readonly entry: Entry }) {
  const { state, kind, visitId, at, answer, id } = entry;
  const values = {
    what: kindText(kind),
    name: visitName(visitId),
    time: clockOf(at),
    why: whyText(answer?.code ?? ""),
  };
  return (
    <li class={`notice ${state === "refused" ? "bad" : "warn"}`}>
      <p>{state === "refused" ? t("conflictRefused", values) : t("conflictFlagged", values)}</p>
      <button type="button" class="big" onClick={() => void acknowledgeConflict(id)}>
        <Icon name="check" />
        {t("seen")}
      </button>
    </li>
  );
}

export function Conflicts() {
  if (conflicts.value.length === 0) return null;
  return (
    <section aria-label={t("conflictsTitle")}>
      <ul class="conflicts" aria-live="polite">
        {conflicts.value.map((entry) => (
          <Conflict key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}
