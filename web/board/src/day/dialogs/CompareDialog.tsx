/** Up to four versions side by side: key figures, cost by part, and the visits that differ between two of them. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { DifferenceView, VersionView } from "../../../../../src/contracts/index.js";
import { request } from "../../../../shared/request.js";
import { Button } from "../../../../shared/ui/Button.js";
import { Dialog } from "../../Dialog.js";
import { ta } from "../../words/day.js";
import { td } from "../../words/dialogs.js";
import { planId, sayFailure, versions } from "../state.js";
import { versionWords } from "../versionWords.js";
import { columnsOf, MOST } from "./columns.js";
import { ComparedFigures } from "./ComparedFigures.js";
import { MovedVisits, type Pair } from "./MovedVisits.js";

const keyOf = ([from, to]: Pair): string => `${from}/differences/${to}`;

/** What differs between two versions, once it is known; each pair is asked for once. */
function useDifferences(pairs: readonly Pair[]): (pair: Pair) => DifferenceView | undefined {
  const found = useSignal<ReadonlyMap<string, DifferenceView>>(new Map());
  const asked = useRef(new Set<string>());
  const keys = pairs.map(keyOf);
  useEffect(() => {
    for (const key of keys.filter((one) => !asked.current.has(one))) {
      asked.current.add(key);
      request<DifferenceView>(`/plans/${key}`).then((one) => {
        found.value = new Map(found.value).set(key, one);
      }, sayFailure);
    }
  }, [keys.join(" ")]);
  return (pair) => found.value.get(keyOf(pair));
}

/** One of the versions to set beside the open one; none of those that stand there already. */
function Choice({
  label,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly VersionView[];
  readonly onChoose: (id: string) => void;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <select class="select" value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {value === "" && <option value="">{td("compare-more")}</option>}
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {versionWords(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function CompareDialog({ onClose }: { readonly onClose: () => void }) {
  const open = planId.value ?? "";
  const others = versions.value.filter(({ id }) => id !== open).toReversed();
  /** The versions beside the open one, the first of them the one that changes are told against. */
  const chosen = useSignal<readonly string[]>(
    others
      .toSorted((a, b) => Number(b.state === "published") - Number(a.state === "published"))
      .slice(0, 1)
      .map(({ id }) => id),
  );
  const wanted = useSignal<Pair | null>(null);
  const [base = "", ...more] = chosen.value;
  const columns = columnsOf([base, open, ...more], open, versions.value);
  const pair: Pair =
    wanted.value?.every((id) => columns.some((column) => column.id === id)) === true
      ? wanted.value
      : [base, open];
  const against = columns.slice(1).map(({ id }): Pair => [base, id]);
  const differenceOf = useDifferences(base === "" ? [] : [...against, pair]);
  const choose = (at: number, id: string): void => {
    chosen.value = [...chosen.value.slice(0, at), id, ...chosen.value.slice(at + 1)];
  };
  const free = (at: number): readonly VersionView[] =>
    others.filter(({ id }) => id === chosen.value[at] || !chosen.value.includes(id));
  const places = Math.min(MOST - 1, others.length, chosen.value.length + 1);
  return (
    <Dialog
      title={td("compare")}
      wide="most"
      onClose={onClose}
      actions={<Button onClick={onClose}>{ta("close")}</Button>}
    >
      {base === "" ? (
        <p>{td("compare-none")}</p>
      ) : (
        <>
          <div class="choices-row">
            {Array.from({ length: places }, (_, at) => (
              <Choice
                key={at}
                label={td(at === 0 ? "compare-with" : "compare-and")}
                value={chosen.value[at] ?? ""}
                options={free(at)}
                onChoose={(id) => choose(at, id)}
              />
            ))}
            {more.length > 0 && (
              <Button small onClick={() => (chosen.value = chosen.value.slice(0, -1))}>
                {td("compare-less")}
              </Button>
            )}
          </div>
          <div class="columns compared">
            <ComparedFigures columns={columns} found={against.map(differenceOf)} />
            <MovedVisits
              columns={columns}
              pair={pair}
              onPair={(next) => (wanted.value = next)}
              difference={differenceOf(pair)}
            />
          </div>
        </>
      )}
    </Dialog>
  );
}
