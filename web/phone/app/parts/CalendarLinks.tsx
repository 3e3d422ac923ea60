/** Links for her own calendar program: made, shown once, removed. */
import { useEffect, useState } from "preact/hooks";
import { formatMoment, language } from "../../../shared/i18n/index.js";
import {
  type CalendarLink,
  type CalendarLinks as Links,
  listLinks,
  makeLink,
  revokeLink,
} from "../state/calendar.js";
import { owner, timeZone } from "../state/signals.js";
import { t } from "../words.js";

/** The address of a link that was just made; nobody can show it again. */
function NewLink({ path }: { readonly path: string }) {
  const [copied, setCopied] = useState(false);
  const address = `${location.origin}${path}?lang=${language.value}`;
  return (
    <div class="notice good">
      <p>{t("calendarOnce")}</p>
      <label class="field">
        <span>{t("calendar")}</span>
        <input
          class="input"
          readOnly
          value={address}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </label>
      <button
        type="button"
        class="big"
        onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}
      >
        {copied ? t("calendarCopied") : t("calendarCopy")}
      </button>
    </div>
  );
}

function LinkRow({ link, onRevoke }: { readonly link: CalendarLink; readonly onRevoke: () => void }) {
  const date = formatMoment(link.createdAt, timeZone.value);
  return (
    <li class="link-row">
      <span>{t("calendarMade", { date })}</span>
      <button
        type="button"
        class="big danger"
        aria-label={`${t("calendarRevoke")}: ${date}`}
        onClick={onRevoke}
      >
        {t("calendarRevoke")}
      </button>
    </li>
  );
}

export function CalendarLinks() {
  const nurseId = owner.value?.nurseId ?? "";
  const [links, setLinks] = useState<Links>({ kind: "unasked" });
  const [path, setPath] = useState<string | null>(null);
  const refresh = async (): Promise<void> => setLinks(await listLinks(nurseId));
  useEffect(() => void refresh(), [nurseId]);
  if (links.kind === "none" || links.kind === "unasked") return null;
  return (
    <section aria-labelledby="calendar-title">
      <h2 id="calendar-title" class="section-title">
        {t("calendar")}
      </h2>
      <p>{t("calendarWhat")}</p>
      {links.kind === "offline" ? (
        <p class="notice">{t("calendarOffline")}</p>
      ) : (
        <>
          {path !== null && <NewLink path={path} />}
          <ul>
            {links.links.map((link) => (
              <LinkRow
                key={link.id}
                link={link}
                onRevoke={() => {
                  setPath(null);
                  void revokeLink(nurseId, link.id).then(refresh);
                }}
              />
            ))}
          </ul>
          <button
            type="button"
            class="big"
            onClick={() => void makeLink(nurseId).then(setPath).then(refresh)}
          >
            {t("calendarMake")}
          </button>
        </>
      )}
    </section>
  );
}
