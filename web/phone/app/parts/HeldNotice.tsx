/** What she has just pressed, and a large button to take it back. */
import type { Entry } from "../../core/index.js";
import { clockOf } from "../format.js";
import { held, undo } from "../state/actions.js";
import { t } from "../words.js";
import { Icon } from "./Icon.js";

function told({ kind, at, minutes }: Entry): string {
  const time = clockOf(at);
  if (kind === "check-in") return t("did_checkIn", { time });
  if (kind === "check-out") return t("did_checkOut", { time });
  if (kind === "not-at-home") return t("did_notAtHome");
  if (kind === "cancelled-at-door") return t("did_cancelled");
  return minutes === 0 ? t("did_onTime") : t("did_late", { minutes: minutes ?? 0 });
}

export function HeldNotice() {
  const entry = held.value;
  return (
    <div class="held-place" role="status">
      {entry !== null && (
        <div class="held">
          <span>{told(entry)}</span>
          <button type="button" class="big light" onClick={() => void undo()}>
            <Icon name="undo" />
            {t("undo")}
          </button>
        </div>
      )}
    </div>
  );
}
