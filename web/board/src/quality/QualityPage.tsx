/** Continuity and equity up to a day: what the published days add up to for each client. */
import { today } from "../clock.js";
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ContinuityView, DayHead, EquityView } from "../../../../src/contracts/index.js";
import { formatDate } from "../../../shared/i18n/index.js";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";
import { Nav } from "../Nav.js";
import { address, go, replace } from "../router.js";
import { tw } from "../words/frame.js";
import { tq } from "../words/quality.js";
import { Continuity } from "./Continuity.js";
import { Equity } from "./Equity.js";
import { DateField } from "../data/inputs/DateInput.js";

/** The youngest published day; today by this device where there is none. */
async function youngest(): Promise<string> {
  const { days } = await request<{ days: DayHead[] }>("/days");
  const dates = days.flatMap(({ date, publishedPlanId }) => (publishedPlanId === null ? [] : [date]));
  return dates.toSorted().at(-1) ?? today();
}

export function QualityPage() {
  const [date] = address.value.parts;
  const continuity = useSignal<ContinuityView | null>(null);
  const equity = useSignal<EquityView | null>(null);
  const failure = useSignal<RequestFailed | null>(null);
  useEffect(() => {
    let ended = false;
    continuity.value = null;
    equity.value = null;
    failure.value = null;
    const read = async (): Promise<void> => {
      if (date === undefined) {
        const day = await youngest();
        if (!ended) replace("quality", day);
        return;
      }
      const [pools, burdens] = await Promise.all([
        request<ContinuityView>(`/continuity?date=${encodeURIComponent(date)}`),
        request<EquityView>(`/equity?date=${encodeURIComponent(date)}`),
      ]);
      if (ended) return;
      continuity.value = pools;
      equity.value = burdens;
    };
    read().catch((error: unknown) => {
      if (!(error instanceof RequestFailed)) throw error;
      if (!ended) failure.value = error;
    });
    return () => {
      ended = true;
    };
  }, [date]);
  const failed = failure.value;
  return (
    <>
      <Nav page="quality" />
      <main class="page quality-page">
        <div class="page-head">
          <h1>{date === undefined ? tw("quality") : tq("title", { date: formatDate(date, "medium") })}</h1>
          <DateField label={tq("date")} value={date ?? ""} onDate={(day) => go("quality", day)} />
        </div>
        {failed !== null && (
          <p class="notice bad" role="alert">
            {failed.details.detail || tw("unreachable")} {failed.details.todo}
          </p>
        )}
        {failed === null && (continuity.value === null || equity.value === null) && (
          <p role="status">{tq("loading")}</p>
        )}
        {continuity.value !== null && (
          <section class="quality-part">
            <h2>{tq("continuity")}</h2>
            <Continuity view={continuity.value} />
          </section>
        )}
        {equity.value !== null && (
          <section class="quality-part">
            <h2>{tq("equity")}</h2>
            <Equity view={equity.value} />
          </section>
        )}
      </main>
    </>
  );
}
