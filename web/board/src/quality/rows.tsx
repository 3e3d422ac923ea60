/** The first rows of a long list, and a button for the others. */
import { type Signal, useSignal } from "@preact/signals";
import { Button } from "../../../shared/ui/Button.js";
import { tq } from "../words/quality.js";

/** Rows that are there at first. */
const FIRST = 15;

export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly hidden: number;
  readonly all: Signal<boolean>;
}

/** A hook: called in a component's every drawing. */
export function useRows<Row>(list: readonly Row[]): Rows<Row> {
  const all = useSignal(false);
  const rows = all.value ? list : list.slice(0, FIRST);
  return { rows, hidden: list.length - rows.length, all };
}

export function MoreRows({ of: { hidden, all } }: { readonly of: Rows<unknown> }) {
  if (hidden === 0) return null;
  return (
    <div>
      <Button small onClick={() => (all.value = true)}>
        {tq("more", { n: hidden })}
      </Button>
    </div>
  );
}
