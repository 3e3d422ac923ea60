/** Today's round: what wants attention, the next visit large, then the whole round. */
import { nextVisit } from "../../core/index.js";
import { ChangeBanner } from "../parts/Changes.js";
import { Conflicts } from "../parts/Conflicts.js";
import { DayList } from "../parts/DayList.js";
import { NextVisit } from "../parts/NextVisit.js";
import { changesOn, days, today, todaysItems } from "../state/signals.js";
import { clockOf } from "../format.js";
import { t } from "../words.js";

function Nothing() {
  const kept = days.value.get(today.value);
  if (kept === undefined) return <p class="empty">{t("notFetched")}</p>;
  if (kept.day === null) return <p class="empty">{t("noPlan")}</p>;
  return <p class="empty">{t("nothingToday")}</p>;
}

export function TodayPage() {
  const date = today.value;
  const items = todaysItems.value;
  const next = nextVisit(items);
  const changes = changesOn(date);
  const day = days.value.get(date)?.day ?? null;
  const planId = day?.planId ?? null;
  const lastReturn = day?.rounds.at(-1)?.return;
  return (
    <>
      <Conflicts />
      <ChangeBanner changes={changes} date={date} />
      {items.length === 0 && <Nothing />}
      {next !== null && (
        <NextVisit
          key={next.visit.visitId}
          item={next}
          change={changes.visits.get(next.visit.visitId)}
          date={date}
          planId={planId}
        />
      )}
      {next === null && items.length > 0 && <p class="empty good">{t("allDone")}</p>}
      {items.length > 0 && (
        <section aria-labelledby="round-title">
          <h2 id="round-title" class="section-title">
            {t("wholeRound")}
          </h2>
          <DayList
            items={items.filter((item) => item !== next)}
            changes={changes}
            date={date}
            planId={planId}
            canAct={true}
          />
          {lastReturn !== undefined && (
            <p class="muted center">{t("shiftEnds", { time: clockOf(lastReturn) })}</p>
          )}
        </section>
      )}
    </>
  );
}
