/** What else may happen at a visit: late, not at home, cancelled, a note. */
import { useState } from "preact/hooks";
import { LONGEST_TEXT, type NewEntry, type VisitItem } from "../../core/index.js";
import { nameOf } from "../format.js";
import { about, record } from "../state/actions.js";
import { t } from "../words.js";
import { Icon, type IconName } from "./Icon.js";
import { Sheet } from "./Sheet.js";

export interface OtherSheetProps {
  readonly item: VisitItem;
  readonly date: string;
  readonly planId: string | null;
  readonly onClose: () => void;
}

const LATE_MINUTES = [5, 10, 15, 20, 30, 45];

type Step = "choose" | "late" | "note";

function Choice({
  icon,
  label,
  onClick,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" class="big choice" onClick={onClick}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

function NoteForm({ label, onSave }: { readonly label: string; readonly onSave: (text: string) => void }) {
  const [value, setValue] = useState("");
  return (
    <form
      class="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim() !== "") onSave(value.trim());
      }}
    >
      <label class="field">
        <span>{label}</span>
        <textarea
          class="input"
          rows={4}
          maxLength={LONGEST_TEXT}
          value={value}
          onInput={({ currentTarget }) => setValue(currentTarget.value)}
        />
      </label>
      <p class="muted small">{t("noteHint")}</p>
      <button type="submit" class="big primary" disabled={value.trim() === ""}>
        {t("save")}
      </button>
    </form>
  );
}

export function OtherSheet({ item, date, planId, onClose }: OtherSheetProps) {
  const [step, setStep] = useState<Step>("choose");
  const visit = about(item.visit, date, planId);
  const tell = (entry: Omit<NewEntry, "date">): void => {
    void record({ ...visit, ...entry });
    onClose();
  };
  const title = step === "late" ? t("howLate") : step === "note" ? t("note") : t("otherTitle");
  return (
    <Sheet title={title} onClose={onClose}>
      {step === "choose" && (
        <div class="choices">
          <Choice icon="clock" label={t("runningLate")} onClick={() => setStep("late")} />
          <Choice icon="home" label={t("notAtHome")} onClick={() => tell({ kind: "not-at-home" })} />
          <Choice
            icon="cross"
            label={t("cancelledAtDoor")}
            onClick={() => tell({ kind: "cancelled-at-door" })}
          />
          <Choice icon="pen" label={t("note")} onClick={() => setStep("note")} />
        </div>
      )}
      {step === "late" && (
        <div class="minutes-grid">
          {LATE_MINUTES.map((minutes) => (
            <button
              key={minutes}
              type="button"
              class="big choice"
              onClick={() => tell({ kind: "running-late", minutes })}
            >
              {t("minutes", { minutes })}
            </button>
          ))}
          <button
            type="button"
            class="big choice wide"
            onClick={() => tell({ kind: "running-late", minutes: 0 })}
          >
            {t("backInTime")}
          </button>
        </div>
      )}
      {step === "note" && (
        <NoteForm
          label={t("noteLabel", { name: nameOf(item.visit) })}
          onSave={(text) => tell({ kind: "note", text })}
        />
      )}
    </Sheet>
  );
}
