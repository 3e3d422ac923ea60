/** Tomorrow's visits, and the shifts of this week and the next, without clients. */
import { addDays } from "../../../shared/dates.js";
import { formatDate } from "../../../shared/i18n/index.js";
import type { NurseShifts } from "../../../../src/contracts/nurseDay.js";
import { weekOf } from "../../core/index.js";
import { ChangeBanner } from "../parts/Changes.js";
import { DayList } from "../parts/DayList.js";
import { clockOf } from "../format.js";
import { changesOn, days, itemsOn, shifts, today, tomorrow } from "../state/signals.js";
import { t } from "../words.js";

type Shift = NurseShifts["shifts"][number];

function DateRow({ date, own }: { readonly date: string; readonly own: readonly Shift[] }) {
  return (
    <tr class={date === today.value ? "is-today" : ""}>
      <th scope="row">{formatDate(date, "short")}</th>
      <td class={own.length === 0 ? "muted" : "strong"}>
        {own.length === 0
          ? shifts.value?.unknown.includes(date) === false
            ? t("free")
            : t("notKnown")
          : own.map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`).join(", ")}
      </td>
    </tr>
  );
}

function Week({ title, dates }: { readonly title: string; readonly dates: readonly string[] }) {
  const all = shifts.value?.shifts ?? [];
  return (
    <table class="week">
      <caption>{title}</caption>
      <tbody>
        {dates.map((date) => (
          <DateRow key={date} date={date} own={all.filter((shift) => shift.date === date)} />
        ))}
      </tbody>
    </table>
  );
}

export function ComingPage() {
  const date = tomorrow.value;
  const items = itemsOn(date);
  const day = days.value.get(date)?.day ?? null;
  const changes = changesOn(date);
  return (
    <>
      <section aria-labelledby="tomorrow-title">
        <h2 id="tomorrow-title" class="section-title">
          {t("tomorrow")} <span class="muted">{formatDate(date, "short")}</span>
        </h2>
        <ChangeBanner changes={changes} date={date} />
        {items.length === 0 ? (
          <p class="empty">{day === null ? t("noPlan") : t("nothing")}</p>
        ) : (
          <DayList items={items} changes={changes} date={date} planId={day?.planId ?? null} canAct={false} />
        )}
      </section>
      <section aria-labelledby="week-title" class="weeks">
        <h2 id="week-title" class="section-title">
          {t("weekShifts")}
        </h2>
        <Week title={t("thisWeek")} dates={weekOf(today.value)} />
        <Week title={t("nextWeek")} dates={weekOf(addDays(today.value, 7))} />
      </section>
    </>
  );
}
