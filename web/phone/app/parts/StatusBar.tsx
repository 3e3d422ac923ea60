/** The head: date, how far the round is, and whether the list is up to date. */
import { formatDate } from "../../../shared/i18n/index.js";
import { doneCount, WRONG_CLOCK_MILLISECONDS } from "../../core/index.js";
import { clockOf } from "../format.js";
import { page } from "../route.js";
import { clock, contact, days, expired, owner, today, todaysItems, waiting } from "../state/signals.js";
import { t } from "../words.js";
import { Icon } from "./Icon.js";

function contactText(): string {
  if (contact.value === "syncing") return t("syncing");
  const fetchedAt = days.value.get(today.value)?.fetchedAt;
  if (contact.value === "offline")
    return fetchedAt === undefined ? t("offlineNever") : t("offline", { time: clockOf(fetchedAt) });
  return t("online", { time: clockOf(owner.value?.lastContact ?? Date.now()) });
}

export function StatusBar() {
  const { done, visits } = doneCount(todaysItems.value);
  const offset = clock.value.offset;
  const count = waiting.value.length;
  return (
    <header class="head">
      <div class="head-line">
        <h1>{page.value === "today" ? formatDate(today.value, "short") : t(page.value)}</h1>
        {visits > 0 && page.value === "today" && (
          <p class="progress">
            <progress max={visits} value={done} aria-hidden="true" />
            <span>{t("done", { done, visits })}</span>
          </p>
        )}
      </div>
      <p class={`contact ${contact.value}`} role="status">
        {contact.value === "offline" && <Icon name="cloud" />}
        <span>
          {contactText()} {count > 0 && <span class="waits">{t("waiting", { count })}</span>}
        </span>
      </p>
      {Math.abs(offset) >= WRONG_CLOCK_MILLISECONDS && (
        <p class="notice warn">{t("wrongClock", { minutes: Math.round(Math.abs(offset) / 60_000) })}</p>
      )}
      {expired.value && <p class="notice warn">{t("expired")}</p>}
    </header>
  );
}
