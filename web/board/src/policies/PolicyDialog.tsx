/** One policy: its name and a slider for each weight; saving makes its next version. */
import { useSignal } from "@preact/signals";
import type { PolicyView } from "../../../../src/contracts/index.js";
import { inLanguage } from "../../../shared/i18n/index.js";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";
import { Button } from "../../../shared/ui/Button.js";
import { NamesInput } from "../data/inputs/Plain.js";
import { Dialog } from "../Dialog.js";
import { say, sayFailure } from "../day/state.js";
import { author } from "../session.js";
import { tdata } from "../words/data.js";
import { ta } from "../words/day.js";
import { tpart } from "../words/figures.js";
import { descriptionOf, type Part, PART_GROUPS, tgroups, tpolicy } from "../words/policies.js";
import { BALANCED, differing, stepsOf } from "./weights.js";
import { pointsWords, timesWords } from "./weightWords.js";
import { Alert } from "../Alert.js";

export interface PolicyDialogProps {
  /** Null: a new one. */
  readonly policy: PolicyView | null;
  readonly onClose: (changed: boolean) => void;
}

type Weights = Readonly<Record<Part, number>>;

function WeightSlider({
  part,
  weight,
  onWeight,
}: {
  readonly part: Part;
  readonly weight: number;
  readonly onWeight: (weight: number) => void;
}) {
  const steps = stepsOf(part, weight);
  const id = `weight-${part}`;
  return (
    <div class="weight">
      <label for={id}>{tpart(part)}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={steps.length - 1}
        step={1}
        value={steps.indexOf(weight)}
        aria-valuetext={`${timesWords(part, weight)}, ${pointsWords(part, weight)}`}
        onInput={({ currentTarget }) => onWeight(steps[Number(currentTarget.value)] ?? weight)}
      />
      <output for={id}>
        <b>{timesWords(part, weight)}</b>
        <small>{pointsWords(part, weight)}</small>
      </output>
    </div>
  );
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4));
  return `policy-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

export function PolicyDialog({ policy, onClose }: PolicyDialogProps) {
  const names = useSignal<Readonly<Record<string, string>>>(policy?.name ?? {});
  const description = useSignal(policy === null ? "" : descriptionOf(policy));
  const weights = useSignal<Weights>({ ...BALANCED, ...policy?.weights } as Weights);
  const fault = useSignal<string | null>(null);
  const save = async (): Promise<void> => {
    if (Object.values(names.value).every((name) => name.trim() === "")) {
      fault.value = tpolicy("name-needed");
      return;
    }
    try {
      const stored = await request<PolicyView>(`/policies/${encodeURIComponent(policy?.id ?? newId())}`, {
        method: "PUT",
        body: {
          name: names.value,
          description: description.value.trim() === "" ? null : description.value,
          weights: differing(weights.value),
          author: author.value,
        },
        ...(policy === null ? {} : { headers: { "if-match": `"${policy.version}"` } }),
      });
      say(tpolicy("saved", { n: stored.version }), "good");
      onClose(true);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      fault.value =
        error.details.status === 412 ? tpolicy("outdated") : `${error.details.detail}. ${error.details.todo}`;
    }
  };
  return (
    <Dialog
      title={policy === null ? tpolicy("new") : inLanguage(policy.name, policy.id)}
      wide
      onClose={() => onClose(false)}
      actions={
        <>
          <Button onClick={() => onClose(false)}>{ta("cancel")}</Button>
          <Button kind="primary" onClick={() => save().catch(sayFailure)}>
            {tdata("save")}
          </Button>
        </>
      }
    >
      <Alert words={fault.value} />
      <div class="field">
        <label for="policy-name">{tpolicy("name")}</label>
        <NamesInput
          id="policy-name"
          label={tpolicy("name")}
          value={names.value}
          invalid={fault.value !== null}
          describedBy={undefined}
          onChange={(value) => (names.value = (value ?? {}) as Readonly<Record<string, string>>)}
        />
      </div>
      <label class="field">
        <span>{tpolicy("description")}</span>
        <textarea
          class="input"
          rows={2}
          value={description.value}
          onInput={({ currentTarget }) => (description.value = currentTarget.value)}
        />
      </label>
      <div class="weights">
        {(Object.keys(PART_GROUPS) as (keyof typeof PART_GROUPS)[]).map((group) => (
          <fieldset key={group} class="form-section">
            <legend>{tgroups(group)}</legend>
            {PART_GROUPS[group].map((part) => (
              <WeightSlider
                key={part}
                part={part}
                weight={weights.value[part]}
                onWeight={(weight) => (weights.value = { ...weights.value, [part]: weight })}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </Dialog>
  );
}
