/** Policies: side by side, changed as new versions, tried against each other on a day. */
import { useSignal } from "@preact/signals";
import type { PolicyView } from "../../../../src/contracts/index.js";
import { Button } from "../../../shared/ui/Button.js";
import { useAnswer } from "../admin/useList.js";
import { Failure } from "../Failure.js";
import { Nav } from "../Nav.js";
import { mayDo } from "../session.js";
import { tdata } from "../words/data.js";
import { tpolicy } from "../words/policies.js";
import { CompareOnDay } from "./CompareOnDay.js";
import { PolicyDialog } from "./PolicyDialog.js";
import { PolicyTable } from "./PolicyTable.js";

export function PoliciesPage() {
  const { answer, failure, load } = useAnswer<{ readonly policies: readonly PolicyView[] }>("/policies");
  /** Undefined: no dialog; null: a new one. */
  const open = useSignal<PolicyView | null | undefined>(undefined);
  const policies = answer.value?.policies;
  return (
    <>
      <Nav page="policies" />
      <main class="page wide">
        <div class="page-head">
          <div>
            <h1>{tpolicy("title")}</h1>
            <p class="muted">{tpolicy("about")}</p>
          </div>
          {mayDo("PUT /policies/:id") && (
            <Button kind="primary" onClick={() => (open.value = null)}>
              {tpolicy("new")}
            </Button>
          )}
        </div>
        <Failure of={failure.value} />
        {policies === undefined && failure.value === null && <p role="status">{tdata("loading")}</p>}
        {policies !== undefined && (
          <>
            <PolicyTable policies={policies} onEdit={(policy) => (open.value = policy)} />
            {mayDo("POST /problems/:id/policy-comparisons") && <CompareOnDay policies={policies} />}
          </>
        )}
        {open.value !== undefined && (
          <PolicyDialog
            policy={open.value}
            onClose={(changed) => {
              open.value = undefined;
              if (changed) load();
            }}
          />
        )}
      </main>
    </>
  );
}
