/** Entries that the server flagged or refused, in words, until she has seen them. */
import type { Entry, EntryKind } from "../../core/index.js";
import { clockOf } from "../format.js";
import { acknowledgeConflicts } from "../state/actions.js";
import { conflicts } from "../state/signals.js";
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

/** What does not agree with one visit is told once. */
function groups(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.state} ${entry.visitId ?? entry.id}`;
    found.set(key, [...(found.get(key) ?? []), entry]);
  }
  return [...found.values()];
}

function Conflict({ entries }: { readonly entries: readonly Entry[] }) {
  const { state, label, at } = entries[0]!;
  const codes = entries.map(({ answer }) => answer?.code ?? "");
  // Who has the visit now says more than that it is gone.
  const code = codes.find((one) => one === "other-nurse") ?? codes[0]!;
  const values = {
    what: [...new Set(entries.map(({ kind }) => kindText(kind)))].join(", "),
    name: label ?? t("unknownVisit"),
    time: clockOf(at),
    why: whyText(code),
  };
  return (
    <li class={`notice ${state === "refused" ? "bad" : "warn"}`}>
      <p>{state === "refused" ? t("conflictRefused", values) : t("conflictFlagged", values)}</p>
      <button
        type="button"
        class="big"
        onClick={() => void acknowledgeConflicts(entries.map(({ id }) => id))}
      >
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
        {groups(conflicts.value).map((entries) => (
          <Conflict key={entries[0]!.id} entries={entries} />
        ))}
      </ul>
    </section>
  );
}
