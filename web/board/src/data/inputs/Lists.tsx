/** Lists of small things: windows of time, tasks, price components, breaks. */
import type { ComponentChildren } from "preact";
import { Button } from "../../../../shared/ui/Button.js";
import { tdata } from "../../words/data.js";
import type { WindowValue } from "../clockWords.js";
import { NumberInput, TimeInput } from "./Plain.js";
import { type InputProps, textOr } from "./props.js";
import { MINUTES, EUROS } from "../forms/common.js";

interface RowsProps<Row> {
  readonly rows: readonly Row[];
  readonly fresh: Row;
  readonly onRows: (rows: readonly Row[]) => void;
  readonly label: string;
  readonly children: (row: Row, set: (row: Row) => void, at: number) => ComponentChildren;
}

/** A row each, with a button that takes it out, and one below that adds another. */
function Rows<Row>({ rows, fresh, onRows, label, children }: RowsProps<Row>) {
  return (
    <div class="rows" role="group" aria-label={label}>
      {rows.map((row, at) => (
        // Rows have no names of their own; their place is all there is.
        <div class="rows-row" key={`${at} ${rows.length}`}>
          {children(row, (next) => onRows(rows.with(at, next)), at)}
          <button
            type="button"
            class="button quiet small"
            aria-label={tdata("take-out", { name: `${label} ${at + 1}` })}
            onClick={() => onRows(rows.toSpliced(at, 1))}
          >
            ✕
          </button>
        </div>
      ))}
      <div>
        <Button small onClick={() => onRows([...rows, fresh])}>
          + {tdata("add")}
        </Button>
      </div>
    </div>
  );
}

const some = <Row,>(rows: readonly Row[]): readonly Row[] | undefined =>
  rows.length === 0 ? undefined : rows;

export type ListProps = InputProps & { readonly label: string };

function WindowFields({
  id,
  label,
  value,
  onChange,
  invalid,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: WindowValue;
  readonly onChange: (value: WindowValue) => void;
  readonly invalid: boolean;
}) {
  const field = (end: "from" | "to") => (
    <TimeInput
      id={end === "from" ? id : `${id}-to`}
      label={`${label}: ${tdata(end)}`}
      invalid={invalid}
      describedBy={undefined}
      value={value[end]}
      onChange={(time) => onChange({ ...value, [end]: textOr(time) })}
    />
  );
  return (
    <span class="window">
      {field("from")}–{field("to")}
    </span>
  );
}

export function WindowInput({ id, value, onChange, invalid, label }: ListProps) {
  const now = (value ?? {}) as WindowValue;
  return (
    <WindowFields
      id={id}
      label={label}
      value={now}
      invalid={invalid}
      onChange={(next) => onChange((next.from ?? "") + (next.to ?? "") === "" ? undefined : next)}
    />
  );
}

export function WindowsInput({ id, value, onChange, invalid, label }: ListProps) {
  const rows = (value ?? []) as readonly WindowValue[];
  return (
    <Rows rows={rows} fresh={{ from: "", to: "" }} label={label} onRows={(next) => onChange(some(next))}>
      {(row, set, at) => (
        <WindowFields
          id={at === 0 ? id : `${id}-${at}`}
          label={`${label} ${at + 1}`}
          value={row}
          invalid={invalid}
          onChange={set}
        />
      )}
    </Rows>
  );
}

export function TasksInput({ id, value, onChange, invalid, label }: ListProps) {
  const rows = (value ?? []) as readonly string[];
  return (
    <Rows rows={rows} fresh="" label={label} onRows={(next) => onChange(some(next))}>
      {(row, set, at) => (
        <input
          id={at === 0 ? id : `${id}-${at}`}
          class="input"
          aria-label={`${label} ${at + 1}`}
          aria-invalid={invalid}
          value={row}
          onInput={({ currentTarget }) => set(currentTarget.value)}
        />
      )}
    </Rows>
  );
}

interface Price {
  readonly name: string;
  readonly euros: unknown;
}

export function PricesInput({ id, value, onChange, invalid, label }: ListProps) {
  const rows = (value ?? []) as readonly Price[];
  return (
    <Rows rows={rows} fresh={{ name: "", euros: 0 }} label={label} onRows={(next) => onChange(some(next))}>
      {(row, set, at) => (
        <>
          <input
            id={at === 0 ? id : `${id}-${at}`}
            class="input"
            aria-label={`${label} ${at + 1}`}
            aria-invalid={invalid}
            value={textOr(row.name)}
            onInput={({ currentTarget }) => set({ ...row, name: currentTarget.value })}
          />
          <label class="visually-hidden" for={`${id}-euros-${at}`}>
            {`${label} ${at + 1}, €`}
          </label>
          <NumberInput
            id={`${id}-euros-${at}`}
            value={row.euros}
            onChange={(euros) => set({ ...row, euros })}
            invalid={invalid}
            describedBy={undefined}
            unit={EUROS}
            decimals
          />
        </>
      )}
    </Rows>
  );
}

interface Break {
  readonly minutes?: unknown;
  readonly earliestAfterMinutes?: unknown;
  readonly latestAfterMinutes?: unknown;
  readonly afterMinutes?: unknown;
  readonly inside?: unknown;
}

const BREAK_PARTS = [
  ["minutes", "break-minutes"],
  ["earliestAfterMinutes", "break-earliest"],
  ["latestAfterMinutes", "break-latest"],
  ["afterMinutes", "break-after"],
] as const;

/** A part that is emptied goes. */
function withPart(row: Break, key: keyof Break, part: unknown): Break {
  const { [key]: _before, ...rest } = row;
  return part === undefined ? rest : { ...rest, [key]: part };
}

export function BreaksInput({ id, value, onChange, invalid, label }: ListProps) {
  const rows = (value ?? []) as readonly Break[];
  const fresh: Break = { minutes: 30, earliestAfterMinutes: 180, latestAfterMinutes: 300, inside: true };
  return (
    <Rows rows={rows} fresh={fresh} label={label} onRows={(next) => onChange(some(next))}>
      {(row, set, at) => (
        <div class="break-parts">
          {BREAK_PARTS.map(([key, words]) => (
            <label key={key} class="field">
              <span>{tdata(words)}</span>
              <NumberInput
                id={key === "minutes" && at === 0 ? id : `${id}-${at}-${key}`}
                value={row[key]}
                onChange={(part) => set(withPart(row, key, part))}
                invalid={invalid}
                describedBy={undefined}
                unit={MINUTES}
              />
            </label>
          ))}
          <label class="check">
            <input
              type="checkbox"
              checked={row.inside === true}
              onChange={({ currentTarget }) =>
                set(withPart(row, "inside", currentTarget.checked ? true : undefined))
              }
            />
            {tdata("break-inside")}
          </label>
        </div>
      )}
    </Rows>
  );
}
