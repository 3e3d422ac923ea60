/** Why a visit is left out, bought or late, and what it would take: reasons, the smallest conflict, changes with their price. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Visit } from "../../../../src/contracts/index.js";
import type { DeepExplanationView } from "../../../../src/contracts/study/index.js";
import { formatSigned, language } from "../../../shared/i18n/index.js";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";
import { Button } from "../../../shared/ui/Button.js";
import { ta } from "../words/day.js";
import { inNames } from "./saidNames.js";
import { model, planId, sayFailure } from "./state.js";

/** Seconds that the search for what it would take may have. */
const DEEP = 15;

type Said = DeepExplanationView["said"][number];
type Standing = DeepExplanationView["standing"];

const QUESTIONS = { unserved: "why-unserved", bought: "why-bought", late: "why-late" } as const;

/** How a visit stands that there is something to ask about; null: as it should. */
export function standingOf(visitId: string): Standing | null {
  const day = model.value;
  if (day === null) return null;
  if (day.tray.some(({ visit }) => visit.id === visitId)) return "unserved";
  if (day.bought.some(({ visit }) => visit.id === visitId)) return "bought";
  return (day.blockOf.get(visitId)?.off ?? 0) > 0 ? "late" : null;
}

/** The told sentences; the one that sums a conflict up has skills in its text that only its facts have as values. */
function toldOf({ said, conflict }: DeepExplanationView): readonly Said[] {
  const skills = (conflict?.facts ?? []).flatMap(({ values }) =>
    typeof values["skills"] === "object" ? values["skills"] : [],
  );
  return said.map((one) => ({ ...one, values: { skills, ...one.values } }));
}

function Lines({ list }: { readonly list: readonly Said[] }) {
  return (
    <ul class="sentences">
      {[...new Set(list.map(inNames))].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Sentences({ title, list }: { readonly title: string; readonly list: readonly Said[] }) {
  if (list.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <Lines list={list} />
    </section>
  );
}

/** Every fact of a conflict; a sentence above tells them together. */
function Conflict({
  title,
  of: conflict,
}: {
  readonly title: string;
  readonly of: DeepExplanationView["conflict"];
}) {
  if (conflict === null || conflict.facts.length < 2) return null;
  return (
    <details>
      <summary>{title}</summary>
      <Lines list={conflict.facts} />
    </details>
  );
}

function Changes({ answer }: { readonly answer: DeepExplanationView }) {
  const { changes, changesComplete } = answer;
  if (changes === null) return null;
  return (
    <section>
      <h3>{ta("what-takes")}</h3>
      {changes.length === 0 && changesComplete && <p>{ta("takes-none")}</p>}
      <ol class="takes">
        {changes.map((change) => (
          <li key={inNames(change.said)}>
            <span>{inNames(change.said)}</span>
            <small title={inNames(change.cost)}>
              {ta("points", { n: formatSigned(change.costAfter - change.costBefore, 0) })}
            </small>
          </li>
        ))}
      </ol>
      {!changesComplete && <p class="muted">{ta("takes-more")}</p>}
    </section>
  );
}

export function Why({ visit, standing }: { readonly visit: Visit; readonly standing: Standing }) {
  const question = ta(QUESTIONS[standing]);
  const answer = useSignal<DeepExplanationView | null>(null);
  const asking = useSignal(false);
  const ask = (seconds: number): void => {
    asking.value = true;
    request<DeepExplanationView>(
      `/plans/${planId.value ?? ""}/visits/${encodeURIComponent(visit.id)}/explanation?seconds=${seconds}&language=${language.value}`,
    )
      .then(
        (found) => {
          answer.value = found;
        },
        (error: unknown) => {
          if (!(error instanceof RequestFailed)) throw error;
          sayFailure(error);
        },
      )
      .finally(() => {
        asking.value = false;
      });
  };
  const found = answer.value;
  const told = useRef<HTMLDivElement>(null);
  // On a low screen the answer would come below what is in sight.
  useEffect(() => told.current?.scrollIntoView({ block: "nearest" }), [found, asking.value]);
  return (
    <div class="why-box">
      <div class="buttons">
        <Button disabled={asking.value} onClick={() => ask(0)}>
          {question}
        </Button>
        <Button disabled={asking.value} onClick={() => ask(DEEP)}>
          {ta("what-takes")}
        </Button>
      </div>
      {asking.value && (
        <p class="muted" role="status">
          {ta("searching")}
        </p>
      )}
      {found !== null && !asking.value && (
        <div class="why-told" ref={told} role="region" aria-label={question}>
          <Sentences title={ta("why-title")} list={toldOf(found)} />
          <Sentences title={ta("barred-title")} list={found.barred.map(({ said }) => said)} />
          <Conflict
            title={ta("conflict-all", { n: found.conflict?.facts.length ?? 0 })}
            of={found.conflict}
          />
          <Conflict title={ta("held-all", { n: found.held?.facts.length ?? 0 })} of={found.held} />
          <Sentences title={ta("instead-title")} list={found.inPlaceOf.map(({ said }) => said)} />
          <Changes answer={found} />
        </div>
      )}
    </div>
  );
}
