/** Several policies plan the same day; what each leads to stands side by side, the best of each row marked. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type {
  ComparisonView,
  DayHead,
  FiguresView,
  PolicyView,
  ProblemView,
} from "../../../../src/contracts/index.js";
import { formatDate, formatNumber, formatPercent, inLanguage } from "../../../shared/i18n/index.js";
import { request } from "../../../shared/request.js";
import { Button } from "../../../shared/ui/Button.js";
import { sayFailure } from "../day/state.js";
import { linkTo } from "../router.js";
import { tf } from "../words/figures.js";
import { tpolicy } from "../words/policies.js";

/** Milliseconds between two looks at the runs. */
const EVERY = 1500;

type Result = ComparisonView["rows"][number];
interface Line {
  readonly name: string;
  readonly value: (figures: FiguresView, row: Result) => number | null;
  readonly write: (value: number) => string;
  readonly best: "most" | "least";
}

const kilometres = ({ distance }: FiguresView): number | null => {
  const known = Object.values(distance.kilometres).filter((one) => one !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
};
const percent = (value: number): string => formatPercent(value);
const count = (value: number): string => formatNumber(value, 0);

const linesOf = (): readonly Line[] => [
  { name: tf("unserved"), value: (f) => f.unserved.visits, write: count, best: "least" },
  { name: tf("onTime"), value: (f) => f.onTimePercent, write: percent, best: "most" },
  { name: tf("directWork"), value: (f) => f.directWorkPercent, write: percent, best: "most" },
  { name: tf("travel"), value: (f) => f.travelPercent, write: percent, best: "least" },
  { name: tf("continuity"), value: (f) => f.continuityPercent, write: percent, best: "most" },
  {
    name: tf("load"),
    value: (f) => f.load.overtimeMinutes,
    write: (value) => `${count(value)}\u00a0min`,
    best: "least",
  },
  { name: tf("distance"), value: kilometres, write: (value) => `${count(value)}\u00a0km`, best: "least" },
  { name: tpolicy("common"), value: (_, row) => row.cost?.common ?? null, write: count, best: "least" },
];

function Table({
  view,
  date,
  nameOf,
}: {
  readonly view: ComparisonView;
  readonly date: string;
  readonly nameOf: (id: string) => string;
}) {
  const values = linesOf().map((line) => {
    const all = view.rows.map((row) =>
      row.figures === null || row.figures === undefined ? null : line.value(row.figures as FiguresView, row),
    );
    const known = all.filter((value) => value !== null);
    const best = known.length < 2 ? null : line.best === "most" ? Math.max(...known) : Math.min(...known);
    const same = known.every((value) => value === best);
    return { line, all, best: same ? null : best };
  });
  return (
    <table class="table comparison" aria-label={tpolicy("table")}>
      <thead>
        <tr>
          <th />
          {view.rows.map((row) => (
            <th key={row.policy} scope="col" class="n">
              {nameOf(row.policy)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {values.map(({ line, all, best }) => (
          <tr key={line.name}>
            <th scope="row">{line.name}</th>
            {all.map((value, at) => (
              <td key={view.rows[at]?.policy} class={`n ${value !== null && value === best ? "best" : ""}`}>
                {value === null ? "–" : line.write(value)}
                {value !== null && value === best && <small>{tpolicy("best")}</small>}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row" />
          {view.rows.map((row) => (
            <td key={row.policy} class="n">
              {row.planId !== null && (
                <a
                  class="button small"
                  href={linkTo("day", date, row.planId)}
                  aria-label={`${tpolicy("open-plan")}: ${nameOf(row.policy)}`}
                >
                  {tpolicy("open-plan")}
                </a>
              )}
              {row.planId === null &&
                (row.state === "failed" || row.state === "cancelled") &&
                tpolicy("failed")}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

export function CompareOnDay({ policies }: { readonly policies: readonly PolicyView[] }) {
  const days = useSignal<readonly DayHead[] | null>(null);
  const date = useSignal("");
  const chosen = useSignal<readonly string[]>(policies.slice(0, 3).map(({ id }) => id));
  const seconds = useSignal("10");
  const view = useSignal<ComparisonView | null>(null);
  const busy = useSignal(false);
  useEffect(() => {
    request<{ days: DayHead[] }>("/days").then(({ days: list }) => {
      days.value = list;
      date.value = list.at(-1)?.date ?? "";
    }, sayFailure);
  }, []);
  useEffect(() => {
    const running = view.value;
    if (running === null || running.ended) return undefined;
    const timer = setTimeout(() => {
      request<ComparisonView>(`/policy-comparisons/${running.id}`).then((next) => {
        view.value = next;
      }, sayFailure);
    }, EVERY);
    return () => clearTimeout(timer);
  }, [view.value]);
  const start = async (): Promise<void> => {
    busy.value = true;
    try {
      const { problems } = await request<{ problems: ProblemView[] }>(`/days/${date.value}/problems`);
      const problem = problems.at(-1);
      if (problem === undefined) return;
      view.value = await request<ComparisonView>(`/problems/${problem.id}/policy-comparisons`, {
        method: "POST",
        body: { policies: chosen.value, seconds: Number(seconds.value), estimate: problem.lacksTravel },
      });
    } finally {
      busy.value = false;
    }
  };
  const nameOf = (id: string): string => inLanguage(policies.find((policy) => policy.id === id)?.name, id);
  const toggle = (id: string, on: boolean): void => {
    chosen.value = on ? [...chosen.value, id] : chosen.value.filter((one) => one !== id);
  };
  const limit = Number(seconds.value);
  const good = chosen.value.length >= 2 && chosen.value.length <= 8 && limit >= 1 && limit <= 600;
  const shown = view.value;
  return (
    <section class="page-part compare-day">
      <div>
        <h2>{tpolicy("compare")}</h2>
        <p class="muted">{tpolicy("compare-about")}</p>
      </div>
      {days.value?.length === 0 && <p class="empty-list">{tpolicy("no-days")}</p>}
      {days.value !== null && days.value.length > 0 && (
        <div class="filters">
          <label class="field">
            <span>{tpolicy("day")}</span>
            <select
              class="select"
              value={date.value}
              onChange={({ currentTarget }) => (date.value = currentTarget.value)}
            >
              {days.value.toReversed().map((day) => (
                <option key={day.date} value={day.date}>
                  {formatDate(day.date, "medium")}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>{tpolicy("seconds")}</span>
            <input
              class="input short"
              inputMode="numeric"
              value={seconds.value}
              onInput={({ currentTarget }) => (seconds.value = currentTarget.value)}
            />
          </label>
          <fieldset class="choices">
            <legend>{tpolicy("choose")}</legend>
            {policies.map((policy) => (
              <label key={policy.id} class="check">
                <input
                  type="checkbox"
                  checked={chosen.value.includes(policy.id)}
                  onChange={({ currentTarget }) => toggle(policy.id, currentTarget.checked)}
                />
                {nameOf(policy.id)}
              </label>
            ))}
          </fieldset>
          <Button kind="primary" disabled={!good || busy.value} onClick={() => start().catch(sayFailure)}>
            {tpolicy("start")}
          </Button>
        </div>
      )}
      {shown !== null && !shown.ended && (
        <p role="status">
          {tpolicy("running", {
            n: shown.rows.filter(({ planId }) => planId !== null).length,
            all: shown.rows.length,
          })}
        </p>
      )}
      {shown !== null && <Table view={shown} date={date.value} nameOf={nameOf} />}
    </section>
  );
}
