/** The next visit, or the one under way: everything at once, without scrolling where it can be. */
import { formatDuration } from "../../../shared/i18n/index.js";
import { minutesLate, millis, type VisitChange, type VisitItem } from "../../core/index.js";
import { addressOf, clockOf, nameOf } from "../format.js";
import { now } from "../state/signals.js";
import { t } from "../words.js";
import { ChangeMarks } from "./Changes.js";
import { Icon } from "./Icon.js";
import { VisitDetails } from "./VisitDetails.js";

export interface NextVisitProps {
  readonly item: VisitItem;
  readonly change: VisitChange | undefined;
  readonly date: string;
  readonly planId: string | null;
}

function Label({ item }: { readonly item: VisitItem }) {
  const late = minutesLate(item, now.value);
  const left = Math.ceil((millis(item.visit.start) - now.value) / 60_000);
  return (
    <p class="next-label">
      <span>
        {item.state === "begun" && item.begunAt !== null
          ? t("underWay", { time: clockOf(item.begunAt) })
          : t("next")}
      </span>
      {late > 0 ? (
        <span class="late">
          <Icon name="warn" />
          {t("late", { minutes: late })}
        </span>
      ) : (
        item.state === "planned" &&
        left > 0 &&
        left < 180 && <span>{t("inTime", { time: formatDuration(left * 60) })}</span>
      )}
    </p>
  );
}

export function NextVisit({ item, change, date, planId }: NextVisitProps) {
  const { visit } = item;
  const address = addressOf(visit);
  return (
    <article class={`next ${item.state}`} aria-label={t("next")}>
      <Label item={item} />
      <p class="next-time">
        <time dateTime={visit.start}>{clockOf(visit.start)}</time>–
        <time dateTime={visit.end}>{clockOf(visit.end)}</time>
      </p>
      <ChangeMarks change={change} />
      <h2 class="next-name">{nameOf(visit)}</h2>
      {address !== null && <p class="next-address">{address}</p>}
      <VisitDetails item={item} date={date} planId={planId} />
    </article>
  );
}
