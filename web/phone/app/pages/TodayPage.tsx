/** Today's round: what wants attention, the next visit large, then the whole round. */
import { nextVisit, splitDay } from "../../core/index.js";
import { ChangeBanner } from "../parts/Changes.js";
import { Conflicts } from "../parts/Conflicts.js";
import { DayList } from "../parts/DayList.js";
import { Icon } from "../parts/Icon.js";
import { NextVisit } from "../parts/NextVisit.js";
import { VisitButtons } from "../parts/VisitButtons.js";
import { changesOn, days, now, today, todaysItems } from "../state/signals.js";
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
  const { ahead, behind } = splitDay(items, now.value);
  const list = { changes, date, planId, canAct: true } as const;
  const lastReturn = day?.rounds.at(-1)?.return;
  return (
    <>
      <Conflicts />
      <ChangeBanner changes={changes} date={date} />
      {items.length === 0 && <Nothing />}
      {next !== null && (
        <>
          <NextVisit
            key={next.visit.visitId}
            item={next}
            change={changes.visits.get(next.visit.visitId)}
            date={date}
            planId={planId}
          />
          <div class="dock">
            <VisitButtons key={next.visit.visitId} item={next} date={date} planId={planId} named />
          </div>
        </>
      )}
      {next === null && items.length > 0 && <p class="empty good">{t("allDone")}</p>}
      {items.length > 0 && (
        <section aria-labelledby="round-title">
          <h2 id="round-title" class="section-title">
            {t("wholeRound")}
          </h2>
          <DayList items={ahead.filter((item) => item !== next)} {...list} />
          {behind.length > 0 && (
            <details class="behind" open={next === null}>
              <summary class="big">
                <Icon name="check" />
                {t("behind", { count: behind.length })}
              </summary>
              <DayList items={behind} {...list} />
            </details>
          )}
          {lastReturn !== undefined && (
            <p class="muted center">{t("shiftEnds", { time: clockOf(lastReturn) })}</p>
          )}
        </section>
      )}
    </>
  );
}
