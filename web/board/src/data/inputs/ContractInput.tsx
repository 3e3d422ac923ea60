/** How somebody works: own staff, substitute, or a provider with its price, types and areas. */
import { POINTS } from "../forms/common.js";
import { tdata } from "../../words/data.js";
import { RecordsInput } from "./Chosen.js";
import { NumberInput } from "./Plain.js";
import type { InputProps } from "./props.js";

const KINDS = ["own", "substitute", "provider"] as const;

type Contract = Readonly<Record<string, unknown>> & { readonly kind?: string };

function freshContract(kind: (typeof KINDS)[number]): Contract | undefined {
  if (kind === "own") return undefined;
  return kind === "substitute" ? { kind, activationCost: 20_000 } : { kind, cost: 15_000, typeIds: [] };
}

export function ContractInput({ id, value, onChange, invalid, describedBy }: InputProps) {
  const contract = (value ?? { kind: "own" }) as Contract;
  const set = (key: string, part: unknown, other?: unknown): void => {
    const { [key]: _before, ...rest } = contract;
    const next = part ?? other;
    onChange(next === undefined ? rest : { ...rest, [key]: next });
  };
  const shared = { invalid, describedBy: undefined };
  return (
    <div class="contract">
      <select
        id={id}
        class="select"
        value={contract.kind ?? "own"}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) => {
          const kind = KINDS.find((one) => one === currentTarget.value);
          if (kind !== undefined) onChange(freshContract(kind));
        }}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {tdata(`contract-${kind}`)}
          </option>
        ))}
      </select>
      {contract.kind === "substitute" && (
        <label class="field">
          <span>{tdata("contract-activation")}</span>
          <NumberInput
            {...shared}
            id={`${id}-activation`}
            value={contract["activationCost"]}
            onChange={(cost) => set("activationCost", cost)}
            unit={POINTS}
          />
        </label>
      )}
      {contract.kind === "provider" && (
        <>
          <label class="field">
            <span>{tdata("contract-cost")}</span>
            <NumberInput
              {...shared}
              id={`${id}-cost`}
              value={contract["cost"]}
              onChange={(cost) => set("cost", cost)}
              unit={POINTS}
            />
          </label>
          <label class="field">
            <span>{tdata("contract-most")}</span>
            <NumberInput
              {...shared}
              id={`${id}-most`}
              value={contract["maxVisits"]}
              onChange={(most) => set("maxVisits", most)}
            />
          </label>
          <div class="field">
            <label for={`${id}-types`}>{tdata("contract-types")}</label>
            <RecordsInput
              {...shared}
              kind="visit-types"
              id={`${id}-types`}
              value={contract["typeIds"]}
              onChange={(ids) => set("typeIds", ids, [])}
            />
          </div>
          <div class="field">
            <label for={`${id}-areas`}>{tdata("contract-areas")}</label>
            <RecordsInput
              {...shared}
              kind="areas"
              id={`${id}-areas`}
              value={contract["areaIds"]}
              onChange={(ids) => set("areaIds", ids)}
            />
          </div>
        </>
      )}
    </div>
  );
}
