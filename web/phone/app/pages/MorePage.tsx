/** Language, what is on the phone, what was recorded, calendar links, signing out. */
import { useState } from "preact/hooks";
import {
  formatMoment,
  LANGUAGE_NAMES,
  language,
  LANGUAGES,
  chooseLanguage,
} from "../../../shared/i18n/index.js";
import type { Entry, EntryState } from "../../core/index.js";
import { clockOf } from "../format.js";
import { installer } from "../install.js";
import { CalendarLinks } from "../parts/CalendarLinks.js";
import { kindText } from "../parts/Conflicts.js";
import { Sheet } from "../parts/Sheet.js";
import { signOut } from "../state/session.js";
import { contact, entries, owner, timeZone, waiting } from "../state/signals.js";
import { sync } from "../state/sync.js";
import { t } from "../words.js";

function Languages() {
  return (
    <fieldset class="languages">
      <legend>{t("language")}</legend>
      <div class="language-buttons">
        {LANGUAGES.map((one) => (
          <label key={one} class="big language-choice" lang={one}>
            <input
              type="radio"
              name="language"
              checked={language.value === one}
              onChange={() => chooseLanguage(one)}
            />
            {LANGUAGE_NAMES[one]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const STATES = {
  waiting: "stateWaiting",
  sent: "stateSent",
  flagged: "stateFlagged",
  refused: "stateRefused",
} as const satisfies Record<EntryState, string>;

function QueueRow({ entry }: { readonly entry: Entry }) {
  return (
    <li class="queue-row">
      <span>{clockOf(entry.at)}</span>
      <span>
        {kindText(entry.kind)}
        {entry.label !== null && <span class="muted"> {entry.label}</span>}
      </span>
      <span class={`queue-state ${entry.state}`}>{t(STATES[entry.state])}</span>
    </li>
  );
}

const SHOWN_ENTRIES = 12;

function Queue() {
  const latest = entries.value.toReversed().slice(0, SHOWN_ENTRIES);
  return (
    <section aria-labelledby="queue-title">
      <h2 id="queue-title" class="section-title">
        {t("queue")}
      </h2>
      {latest.length === 0 ? (
        <p class="muted">{t("queueEmpty")}</p>
      ) : (
        <ul class="queue">
          {latest.map((entry) => (
            <QueueRow key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </section>
  );
}

function SignOut() {
  const [asking, setAsking] = useState(false);
  const count = waiting.value.length;
  return (
    <>
      <button type="button" class="big danger" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {t("signOut")}
      </button>
      {asking && (
        <Sheet title={t("signOutTitle")} onClose={() => setAsking(false)}>
          <p>{t("signOutWhat")}</p>
          {count > 0 && <p class="notice bad">{t("signOutUnsent", { count })}</p>}
          <button type="button" class="big danger filled" onClick={() => void signOut()}>
            {count > 0 ? t("signOutAnyway") : t("signOut")}
          </button>
        </Sheet>
      )}
    </>
  );
}

export function MorePage() {
  const mine = owner.value;
  const install = installer.value;
  return (
    <div class="more">
      <Languages />
      <section aria-labelledby="phone-title">
        <h2 id="phone-title" class="section-title">
          {t("onPhone")}
        </h2>
        <p>
          {t("onPhoneWhat", {
            time: mine === null ? "" : formatMoment(mine.lastContact / 1000, timeZone.value),
          })}
        </p>
        <button
          type="button"
          class="big"
          aria-disabled={contact.value === "syncing"}
          onClick={() => void sync()}
        >
          {t("updateNow")}
        </button>
        {install !== null && (
          <button type="button" class="big" onClick={() => void install()}>
            {t("install")}
          </button>
        )}
      </section>
      <Queue />
      <CalendarLinks />
      <section>
        {mine !== null && <p>{t("signedInAs", { name: mine.name ?? mine.nurseId })}</p>}
        <SignOut />
      </section>
    </div>
  );
}
