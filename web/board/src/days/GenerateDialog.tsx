/** Days made from the standing data: which, for which areas, by whose weights. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { GenerateAnswer, GenerateRequest, PolicyView } from "../../../../src/contracts/index.js";
import { addDays } from "../../../shared/dates.js";
import { inLanguage } from "../../../shared/i18n/index.js";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";
import { Button } from "../../../shared/ui/Button.js";
import { Alert } from "../Alert.js";
import { DateField } from "../data/inputs/DateInput.js";
import { learn, recordsOf } from "../data/records.js";
import { titleOfRecord } from "../data/titles.js";
import { FRESH, sayFailure } from "../day/state.js";
import { Dialog } from "../Dialog.js";
import { go } from "../router.js";
import { loadClientNames } from "../standingNames.js";
import { tc } from "../words/capacity.js";
import { ta } from "../words/day.js";
import { tg } from "../words/generate.js";
import { Made } from "./Made.js";

/** As the API allows. */
const MOST_DAYS = 31;

/** @param first the day that is proposed, YYYY-MM-DD */
export function GenerateDialog({ first, onClose }: { readonly first: string; readonly onClose: () => void }) {
  const from = useSignal(first);
  const to = useSignal(first);
  const areas = useSignal<readonly string[]>([]);
  const policy = useSignal("");
  const policies = useSignal<readonly PolicyView[]>([]);
  const busy = useSignal(false);
  const refused = useSignal<string | null>(null);
  const answer = useSignal<GenerateAnswer | null>(null);
  useEffect(() => {
    void learn(["areas", "nurses", "clients", "decisions", "requirements", "visit-types"]);
    request<{ policies: PolicyView[] }>("/policies").then(({ policies: list }) => {
      policies.value = list;
    }, sayFailure);
  }, []);
  const good = from.value <= to.value && to.value < addDays(from.value, MOST_DAYS);
  const make = async (): Promise<void> => {
    busy.value = true;
    refused.value = null;
    const body: Partial<GenerateRequest> = {
      from: from.value,
      to: to.value,
      ...(areas.value.length === 0 ? {} : { areas: [...areas.value] }),
      ...(policy.value === "" ? {} : { policy: policy.value }),
    };
    try {
      answer.value = await request<GenerateAnswer>("/days/generate", { method: "POST", body });
      await loadClientNames();
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      refused.value =
        error.details.detail === "" ? ta("no-answer") : `${error.details.detail}. ${error.details.todo}`;
    } finally {
      busy.value = false;
    }
  };
  const made = answer.value;
  if (made !== null) {
    const day = made.problems.find(({ problemId }) => problemId !== null);
    return (
      <Dialog
        title={tg("title")}
        wide
        onClose={onClose}
        actions={
          <>
            <Button onClick={onClose}>{ta("close")}</Button>
            {day !== undefined && (
              <Button kind="primary" onClick={() => go("day", day.date, FRESH)}>
                {tg("open")}
              </Button>
            )}
          </>
        }
      >
        <Made answer={made} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={tg("title")}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ta("cancel")}</Button>
          <Button kind="primary" disabled={!good || busy.value} onClick={() => void make()}>
            {tg("make")}
          </Button>
        </>
      }
    >
      <p class="muted">{tg("about")}</p>
      <Alert words={refused.value} />
      <div class="filters">
        <DateField
          label={tg("from")}
          value={from.value}
          onDate={(date) => {
            if (to.value < date || to.value === from.value) to.value = date;
            from.value = date;
          }}
        />
        <DateField label={tg("to")} value={to.value} onDate={(date) => (to.value = date)} />
        <label class="field">
          <span>{tc("policy")}</span>
          <select
            class="select"
            value={policy.value}
            onChange={({ currentTarget }) => (policy.value = currentTarget.value)}
          >
            <option value="">{tg("weights-default")}</option>
            {policies.value.map(({ id, name }) => (
              <option key={id} value={id}>
                {inLanguage(name, id)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {!good && <p class="field-error">{tg("order-bad")}</p>}
      {recordsOf("areas").length > 0 && (
        <fieldset class="choices">
          <legend>{tg("areas")}</legend>
          {recordsOf("areas").map((area) => (
            <label key={area.id} class="check">
              <input
                type="checkbox"
                checked={areas.value.includes(area.id)}
                onChange={({ currentTarget }) => {
                  areas.value = currentTarget.checked
                    ? [...areas.value, area.id]
                    : areas.value.filter((id) => id !== area.id);
                }}
              />
              {titleOfRecord("areas", area)}
            </label>
          ))}
        </fieldset>
      )}
      {busy.value && <p role="status">{tg("making")}</p>}
    </Dialog>
  );
}
