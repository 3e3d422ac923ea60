/** The list of days; on a first run the way to the demo office. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DayHead, ProblemView } from "../../../../src/contracts/index.js";
import { addDays } from "../../../shared/dates.js";
import { formatDate, formatNumber } from "../../../shared/i18n/index.js";
import { Button } from "../../../shared/ui/Button.js";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";
import { today } from "../clock.js";
import { GenerateDialog } from "../days/GenerateDialog.js";
import { Nav } from "../Nav.js";
import { go, linkTo } from "../router.js";
import { mayDo } from "../session.js";
import { loadClientNames } from "../standingNames.js";
import { tg } from "../words/generate.js";
import { tw } from "../words/frame.js";

/** Most faults told of a document. */
const MOST = 12;

function Faults({ failure }: { readonly failure: RequestFailed }) {
  const { detail, todo, faults = [] } = failure.details;
  return (
    <div class="notice bad" role="alert">
      <p>{faults.length > 0 ? tw("import-failed") : `${detail || tw("unreachable")} ${todo}`}</p>
      <ul class="sentences">
        {faults.slice(0, MOST).map((fault) => (
          <li key={`${fault.path} ${fault.code}`}>
            <code>{fault.path}</code> {fault.message}. {fault.todo}
          </li>
        ))}
      </ul>
      {faults.length > MOST && <p>{tw("faults-more", { n: faults.length - MOST })}</p>}
    </div>
  );
}

function ImportButtons({
  demo,
  onFailure,
}: {
  readonly demo: boolean;
  readonly onFailure: (f: RequestFailed | null) => void;
}) {
  const busy = useSignal(false);
  const take = async (asked: Promise<string>): Promise<void> => {
    busy.value = true;
    onFailure(null);
    try {
      go("day", await asked);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      onFailure(error);
    } finally {
      busy.value = false;
    }
  };
  const upload = async (file: File): Promise<string> => {
    const type = file.name.endsWith(".gz") ? "application/gzip" : "application/json";
    const body = new Blob([file], { type });
    return (await request<ProblemView>("/problems", { method: "POST", body })).firstDate;
  };
  const loadDemo = async (): Promise<string> => {
    const { date } = await request<{ date: string }>("/demo", { method: "POST", body: { plan: true } });
    await loadClientNames();
    return date;
  };
  return (
    <div class="buttons">
      {demo && (
        <Button kind="primary" disabled={busy.value} onClick={() => void take(loadDemo())}>
          {busy.value ? tw("loading-demo") : tw("load-demo")}
        </Button>
      )}
      <label class="button file" title={tw("import-help")}>
        {tw("import")}
        <input
          type="file"
          class="visually-hidden"
          accept=".json,.gz,application/json,application/gzip"
          disabled={busy.value}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            currentTarget.value = "";
            if (file !== undefined) void take(upload(file));
          }}
        />
      </label>
    </div>
  );
}

function stateOf(day: DayHead): "published" | "draft" | "unplanned" {
  return day.publishedPlanId !== null ? "published" : day.versions > 0 ? "draft" : "unplanned";
}

/** The next day that nobody has made: tomorrow, or the one after the last. */
function nextDay(days: readonly DayHead[]): string {
  const last =
    days
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? "";
  const tomorrow = addDays(today(), 1);
  return last < tomorrow ? tomorrow : addDays(last, 1);
}

function GenerateButton({ days, first }: { readonly days: readonly DayHead[]; readonly first: boolean }) {
  const open = useSignal(false);
  if (!mayDo("POST /days/generate")) return null;
  return (
    <>
      <Button kind={first ? "plain" : "primary"} onClick={() => (open.value = true)}>
        {tg("button")}
      </Button>
      {open.value && <GenerateDialog first={nextDay(days)} onClose={() => (open.value = false)} />}
    </>
  );
}

export function DaysPage() {
  const days = useSignal<readonly DayHead[] | null>(null);
  const failure = useSignal<RequestFailed | null>(null);
  useEffect(() => {
    request<{ days: DayHead[] }>("/days").then(
      ({ days: list }) => {
        days.value = list;
      },
      (error: unknown) => {
        if (!(error instanceof RequestFailed)) throw error;
        failure.value = error;
      },
    );
  }, []);
  const list = days.value;
  return (
    <>
      <Nav page="days" />
      <main class="page">
        {failure.value !== null && <Faults failure={failure.value} />}
        {list !== null && list.length === 0 && (
          <section class="welcome">
            <img src="./icon.svg" alt="" width="56" height="56" />
            <h1>{tw("welcome")}</h1>
            <p>{tw("welcome-text")}</p>
            <ImportButtons demo={mayDo("POST /demo")} onFailure={(f) => (failure.value = f)} />
            <GenerateButton days={list} first />
          </section>
        )}
        {list !== null && list.length > 0 && (
          <>
            <div class="page-head">
              <h1>{tw("days")}</h1>
              <div class="buttons">
                <GenerateButton days={list} first={false} />
                <ImportButtons demo={false} onFailure={(f) => (failure.value = f)} />
              </div>
            </div>
            <table class="table days">
              <thead>
                <tr>
                  <th>{tw("date")}</th>
                  <th>{tw("state")}</th>
                  <th class="n">{tw("versions")}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {list.toReversed().map((day) => (
                  <tr key={day.date}>
                    <td>
                      <a href={linkTo("day", day.date)}>{formatDate(day.date)}</a>
                    </td>
                    <td>
                      <span class={`tag ${stateOf(day)}`}>{tw(stateOf(day))}</span>
                    </td>
                    <td class="n">{formatNumber(day.versions)}</td>
                    <td class="n">
                      <a
                        class="button small"
                        href={linkTo("day", day.date)}
                        aria-label={`${tw("open")} ${formatDate(day.date)}`}
                      >
                        {tw("open")}
                      </a>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </main>
    </>
  );
}
