/** Optimising with its progress: the cost falls, the unserved visits too; stopping keeps the best. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Fault, JobView, PolicyView } from "../../../../../src/contracts/index.js";
import { formatNumber, formatPercent, inLanguage } from "../../../../shared/i18n/index.js";
import { listen } from "../../../../shared/events.js";
import { request } from "../../../../shared/request.js";
import { Button } from "../../../../shared/ui/Button.js";
import { Alert } from "../../Alert.js";
import { Dialog } from "../../Dialog.js";
import { ta } from "../../words/day.js";
import { tc } from "../../words/capacity.js";
import { td } from "../../words/dialogs.js";
import { faultInNames } from "../saidNames.js";
import { problemId, problems, refreshVersions, say, sayFailure, show } from "../state.js";
import { Capacity } from "./Capacity.js";
import { Curve } from "./Curve.js";

const STATE_WORDS = {
  queued: "queued",
  running: "running",
  done: "ending",
  cancelled: "ending",
  failed: "ending",
} as const;

/** Seconds given to proving how good the plan is. */
const PROVING = 15;

/** Searching is over once something is proved of what was found. */
function wordsOf({ state, cancelRequested, progress }: JobView): "queued" | "running" | "proving" | "ending" {
  if (cancelRequested) return "ending";
  return state === "running" && progress?.bound !== undefined ? "proving" : STATE_WORDS[state];
}

export function OptimiseDialog({ onClose }: { readonly onClose: () => void }) {
  const seconds = useSignal("20");
  const estimate = useSignal(
    problems.value.some(({ id, lacksTravel }) => id === problemId.value && lacksTravel),
  );
  const prove = useSignal(true);
  /** Empty: by the weights that the problem itself carries. */
  const policy = useSignal("");
  const policies = useSignal<readonly PolicyView[]>([]);
  const job = useSignal<JobView | null>(null);
  const points = useSignal<readonly { x: number; y: number }[]>([]);
  /** What the job failed for, where it says so piece by piece. */
  const failed = useSignal<readonly Fault[]>([]);
  const close = useRef<() => void>(() => {});
  useEffect(() => {
    request<{ policies: PolicyView[] }>("/policies").then(({ policies: list }) => {
      policies.value = list;
    }, sayFailure);
    return () => close.current();
  }, []);

  const take = (view: JobView): void => {
    job.value = view;
    const { progress } = view;
    if (progress !== null) points.value = [...points.value, { x: progress.seconds, y: progress.bestCost }];
  };
  const end = async (view: JobView): Promise<void> => {
    close.current();
    await refreshVersions();
    const faults = view.error?.faults ?? [];
    if (faults.length > 0) {
      failed.value = faults;
      return;
    }
    if (view.planId === null) {
      say(view.error === null ? td("optimise-none") : `${view.error.message}. ${view.error.todo}`, "bad");
    } else {
      await show(view.planId);
      say(td("optimise-done"), "good");
    }
    onClose();
  };
  const start = async (): Promise<void> => {
    const view = await request<JobView>(`/problems/${problemId.value ?? ""}/jobs`, {
      method: "POST",
      body: {
        seconds: Number(seconds.value),
        threads: 2,
        estimate: estimate.value,
        bound: prove.value ? PROVING : false,
        ...(policy.value === "" ? {} : { policy: policy.value }),
      },
    });
    job.value = view;
    close.current = listen(`/jobs/${view.id}/events`, {
      on: {
        state: (data) => take(data as JobView),
        progress: (data) => take(data as JobView),
        result: (data) => {
          // The last figures stand there until the plan is shown.
          take(data as JobView);
          end(data as JobView).catch(sayFailure);
        },
      },
    });
  };
  const stop = (): void => {
    const id = job.value?.id;
    if (id === undefined) return;
    request<JobView>(`/jobs/${id}/cancel`, { method: "POST", body: {} }).then((view) => {
      job.value = view;
    }, sayFailure);
  };

  const limit = Number(seconds.value);
  const good = Number.isFinite(limit) && limit >= 1 && limit <= 3600;
  const running = job.value;
  const { progress } = running ?? { progress: null };
  const { bound } = progress ?? {};
  // What is left out weighs so much that the share of the whole would say nothing.
  const left = (progress?.unserved ?? 0) > 0;
  const share = (left ? bound?.restGap : bound?.gap) ?? null;
  if (failed.value.length > 0) {
    return (
      <Dialog
        title={td("optimise")}
        onClose={onClose}
        actions={<Button onClick={onClose}>{ta("close")}</Button>}
      >
        <Alert words={td("optimise-failed")} />
        <ul class="sentences">
          {failed.value.map((fault) => (
            <li key={`${fault.path} ${fault.code}`}>{faultInNames(fault)}</li>
          ))}
        </ul>
      </Dialog>
    );
  }
  const actions =
    running === null ? (
      <>
        <Button onClick={onClose}>{ta("cancel")}</Button>
        <Button kind="primary" disabled={!good} onClick={() => void start().catch(sayFailure)}>
          {td("start")}
        </Button>
      </>
    ) : (
      <Button kind="primary" disabled={running.cancelRequested} onClick={stop}>
        {td("stop")}
      </Button>
    );
  return (
    <Dialog title={td("optimise")} onClose={onClose} actions={actions}>
      {running === null ? (
        <>
          <Capacity problemId={problemId.value ?? ""} />
          <label class="field">
            <span>{tc("policy")}</span>
            <select
              class="select"
              value={policy.value}
              onChange={({ currentTarget }) => (policy.value = currentTarget.value)}
            >
              <option value="">{tc("policy-own")}</option>
              {policies.value.map(({ id, name }) => (
                <option key={id} value={id}>
                  {inLanguage(name, id)}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>{td("seconds")}</span>
            <input
              class="input short"
              inputMode="numeric"
              value={seconds.value}
              aria-invalid={!good}
              onInput={({ currentTarget }) => (seconds.value = currentTarget.value)}
            />
            {!good && <span class="field-error">{td("seconds-bad")}</span>}
          </label>
          <label class="check">
            <input
              type="checkbox"
              checked={prove.value}
              onChange={({ currentTarget }) => (prove.value = currentTarget.checked)}
            />
            {td("prove", { n: PROVING })}
          </label>
          <label class="check">
            <input
              type="checkbox"
              checked={estimate.value}
              onChange={({ currentTarget }) => (estimate.value = currentTarget.checked)}
            />
            {td("estimate")}
          </label>
        </>
      ) : (
        <>
          <p role="status">{td(wordsOf(running))}</p>
          <Curve
            points={points.value}
            step
            label={td("curve", { from: points.value[0]?.y ?? 0, to: points.value.at(-1)?.y ?? 0 })}
          />
          <dl class="live">
            <div>
              <dt>{td("cost")}</dt>
              <dd>{progress === null ? "–" : formatNumber(progress.bestCost, 0)}</dd>
            </div>
            <div>
              <dt>{td("unserved")}</dt>
              <dd>{progress === null ? "–" : formatNumber(progress.unserved)}</dd>
            </div>
            <div>
              <dt>{td("elapsed")}</dt>
              <dd>{progress === null ? "–" : `${formatNumber(progress.seconds)} s`}</dd>
            </div>
            <div>
              <dt>{td("gap")}</dt>
              <dd>
                {share === null ? "–" : formatPercent(Math.max(0, 100 * share))}
                {left && share !== null && <small>{td("gap-rest")}</small>}
              </dd>
            </div>
          </dl>
        </>
      )}
    </Dialog>
  );
}
