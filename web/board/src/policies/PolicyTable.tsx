/** All policies side by side: a column each, a row for each weight; what differs from balanced stands out. */
import type { PolicyView } from "../../../../src/contracts/index.js";
import { inLanguage } from "../../../shared/i18n/index.js";
import { Button } from "../../../shared/ui/Button.js";
import { mayDo } from "../session.js";
import { tdata } from "../words/data.js";
import { tpart } from "../words/figures.js";
import { descriptionOf, type Part, PART_GROUPS, tgroups, tpolicy } from "../words/policies.js";
import { BALANCED } from "./weights.js";
import { pointsWords, timesWords } from "./weightWords.js";

export interface PolicyTableProps {
  readonly policies: readonly PolicyView[];
  readonly onEdit: (policy: PolicyView) => void;
}

const weightOf = (policy: PolicyView, part: Part): number => policy.weights[part] ?? BALANCED[part];

export function PolicyTable({ policies, onEdit }: PolicyTableProps) {
  const writes = mayDo("PUT /policies/:id");
  return (
    <div class="table-box" tabIndex={0} role="region" aria-label={tpolicy("table")}>
      <table class="table policies">
        <thead>
          <tr>
            <th>{tpolicy("part")}</th>
            {policies.map((policy) => (
              <th key={policy.id} scope="col">
                <span class="policy-name">{inLanguage(policy.name, policy.id)}</span>
                <small>{descriptionOf(policy)}</small>
                <small>
                  {policy.version === 0 ? tpolicy("own") : tpolicy("version", { n: policy.version })}
                </small>
                {writes && (
                  <Button
                    small
                    aria-label={`${tdata("edit")} ${inLanguage(policy.name, policy.id)}`}
                    onClick={() => onEdit(policy)}
                  >
                    {tdata("edit")}
                  </Button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {(Object.keys(PART_GROUPS) as (keyof typeof PART_GROUPS)[]).map((group) => (
          <tbody key={group}>
            <tr class="group">
              <th colSpan={policies.length + 1} scope="rowgroup">
                {tgroups(group)}
              </th>
            </tr>
            {PART_GROUPS[group].map((part) => (
              <tr key={part}>
                <th scope="row">{tpart(part)}</th>
                {policies.map((policy) => {
                  const weight = weightOf(policy, part);
                  return (
                    <td
                      key={policy.id}
                      class={weight === BALANCED[part] ? "usual" : "differs"}
                      title={pointsWords(part, weight)}
                    >
                      {timesWords(part, weight)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
