/** Publishing: whom it affects, which broken rules are taken along and why, and what to do if another was first. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type {
  ComparedView,
  DifferenceView,
  PublicationView,
  ViolationView,
} from "../../../../../src/contracts/index.js";
import { RequestFailed } from "../../../../shared/problem.js";
import { request } from "../../../../shared/request.js";
import { Button } from "../../../../shared/ui/Button.js";
import { Dialog } from "../../Dialog.js";
import { author } from "../../session.js";
import { ta } from "../../words/day.js";
import { td } from "../../words/dialogs.js";
import { violationWords } from "../../words/violations.js";
import { Concerned } from "./Concerned.js";
import { names, visitNameOf } from "../names.js";
import { model, planId, publishedId, refreshVersions, say, sayFailure, show, shown } from "../state.js";

/** @param holds the version that is published; null: none is */
function Difference({
  holds,
  difference,
}: {
  readonly holds: string | null;
  readonly difference: ComparedView | null;
}) {
  if (holds === null) {
    const used = new Set(model.value?.rows.filter((r) => r.departure !== null).map(({ nurseId }) => nurseId));
    return <p>{td("publish-first", { n: used.size })}</p>;
  }
  if (holds === planId.value) return <p>{td("publish-same")}</p>;
  if (difference === null) return <p class="muted">{ta("loading")}</p>;
  const { moved, shifted, clientsWithOtherNurses: clients } = difference.counts;
  if (moved + shifted + difference.counts.added + difference.counts.gone === 0)
    return <p>{td("publish-same")}</p>;
  return (
    <>
      <p>{td("publish-diff", { moved, shifted, clients })}</p>
      <Concerned tell={difference.tell} />
    </>
  );
}

function subject(violation: ViolationView): string {
  return violation.visitId === undefined ? "" : `${visitNameOf(violation.visitId)}: `;
}

export function PublishDialog({ onClose }: { readonly onClose: () => void }) {
  const id = planId.value ?? "";
  const reason = useSignal(td("reason-default"));
  const reasons = useSignal<Readonly<Record<string, string>>>({});
  const difference = useSignal<ComparedView | null>(null);
  const outdated = useSignal<DifferenceView | null>(null);
  const holding = useSignal<readonly string[]>([]);
  const busy = useSignal(false);
  const holds = publishedId.value;
  useEffect(() => {
    if (holds === null || holds === id) return undefined;
    let ended = false;
    difference.value = null;
    request<ComparedView>(`/plans/${holds}/differences/${id}`).then((found) => {
      if (!ended) difference.value = found;
    }, sayFailure);
    return () => {
      ended = true;
    };
  }, [holds, id]);
  const violations = shown.value?.version.violations ?? [];
  const never = violations.filter(({ acknowledgeable }) => !acknowledgeable);
  const open = violations.filter(({ acknowledgeable }) => acknowledgeable);
  const ready =
    never.length === 0 &&
    reason.value.trim() !== "" &&
    open.every(({ key }) => (reasons.value[key] ?? "").trim() !== "");

  const publish = async (replaces?: readonly string[]): Promise<void> => {
    busy.value = true;
    try {
      await request<PublicationView>(`/plans/${id}/publish`, {
        method: "POST",
        body: {
          author: author.value,
          reason: reason.value.trim(),
          acknowledged: open.map(({ key }) => ({ violation: key, reason: reasons.value[key]?.trim() })),
          ...(replaces === undefined ? {} : { replaces }),
        },
      });
      await refreshVersions();
      await show(id);
      say(td("publish-done"), "good");
      onClose();
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.code !== "version-outdated") throw error;
      outdated.value = error.details.difference as DifferenceView | null;
      holding.value = error.details.holding ?? [];
      await refreshVersions();
    } finally {
      busy.value = false;
    }
  };
  const act = (task: Promise<void>): void => {
    task.catch(sayFailure);
  };
  const lost = outdated.value;
  const left = model.value?.tray.length ?? 0;
  return (
    <Dialog
      title={td("publish")}
      wide={difference.value !== null}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ta("cancel")}</Button>
          {lost === null ? (
            <Button kind="primary" disabled={!ready || busy.value} onClick={() => act(publish())}>
              {busy.value ? td("publishing") : ta("publish")}
            </Button>
          ) : (
            <>
              <Button
                onClick={() => {
                  act(show(lost.from));
                  onClose();
                }}
              >
                {td("show-other")}
              </Button>
              <Button
                kind="danger"
                disabled={!ready || busy.value}
                onClick={() => act(publish(holding.value))}
              >
                {td("publish-anyway")}
              </Button>
            </>
          )}
        </>
      }
    >
      {lost === null ? (
        <Difference holds={holds} difference={difference.value} />
      ) : (
        <p class="notice warn" role="alert">
          {td("outdated", { moved: lost.visits.length })}
        </p>
      )}
      {left > 0 && <p class="notice warn">{td("publish-left", { n: left })}</p>}
      {never.length > 0 && (
        <div class="notice bad">
          <p>{td("never")}</p>
          <ul class="sentences">
            {never.map((violation) => (
              <li key={violation.key}>
                {subject(violation)}
                {violationWords(violation, names)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {open.length > 0 && <p>{td("acknowledge")}</p>}
      {open.map((violation) => (
        <label key={violation.key} class="field">
          <span>
            {subject(violation)}
            {violationWords(violation, names)}
          </span>
          <input
            class="input"
            value={reasons.value[violation.key] ?? ""}
            onInput={({ currentTarget: { value } }) => {
              reasons.value = { ...reasons.value, [violation.key]: value };
            }}
          />
        </label>
      ))}
      <label class="field">
        <span>{td("reason")}</span>
        <input
          class="input"
          value={reason.value}
          aria-invalid={reason.value.trim() === ""}
          onInput={({ currentTarget }) => (reason.value = currentTarget.value)}
        />
        {reason.value.trim() === "" && <span class="field-error">{td("reason-needed")}</span>}
      </label>
    </Dialog>
  );
}
