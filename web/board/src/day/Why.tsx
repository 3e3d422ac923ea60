/** Why a visit is left out, and what it would take: reasons, the smallest conflict, changes with their price. */
import { useSignal } from "@preact/signals";
import type { Visit } from "../../../../src/contracts/index.js";
import type { DeepExplanationView } from "../../../../src/contracts/study/index.js";
import { formatSigned, language } from "../../../shared/i18n/index.js";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";
import { Button } from "../../../shared/ui/Button.js";
import { ta } from "../words/day.js";
import { inNames } from "./saidNames.js";
import { planId, sayFailure } from "./state.js";

/** Seconds that the search for what it would take may have. */
const DEEP = 15;

type Said = DeepExplanationView["said"][number];

function Sentences({ title, list }: { readonly title: string; readonly list: readonly Said[] }) {
  if (list.length === 0) return null;
  const lines = [...new Set(list.map(inNames))];
  return (
    <section>
      <h3>{title}</h3>
      <ul class="sentences">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ answer }: { readonly answer: DeepExplanationView }) {
  const { changes, changesComplete } = answer;
  if (changes === null) return null;
  return (
    <section>
      <h3>{ta("what-takes")}</h3>
      {changes.length === 0 && <p>{ta("takes-none")}</p>}
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

export function Why({ visit }: { readonly visit: Visit }) {
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
  return (
    <div class="why-box">
      <div class="buttons">
        <Button disabled={asking.value} onClick={() => ask(0)}>
          {ta("why-unserved")}
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
        <div class="why-told" role="region" aria-label={ta("why-unserved")}>
          <Sentences title={ta("why-title")} list={found.said} />
          <Sentences title={ta("barred-title")} list={found.barred.map(({ said }) => said)} />
          <Sentences title={ta("conflict-title")} list={found.conflict?.facts ?? []} />
          <Sentences title={ta("instead-title")} list={found.inPlaceOf.map(({ said }) => said)} />
          <Changes answer={found} />
        </div>
      )}
    </div>
  );
}
