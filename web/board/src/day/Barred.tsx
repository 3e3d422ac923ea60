/** Nurses who cannot take a visit, by reason; folded until somebody asks. */
import type { BarredView, PlacesView } from "../../../../src/contracts/index.js";
import { barWords } from "../words/bars.js";
import { ta } from "../words/day.js";
import { nurseName } from "./names.js";

/** One reason for each nurse without any place: of two shifts, what keeps her away while she is at work. */
function byReason({ places, barred }: PlacesView, absent: string | undefined): [string, string[]][] {
  const able = new Set(places.map(({ nurseId }) => nurseId));
  const reasons = new Map<string, BarredView>();
  for (const one of barred) {
    const known = reasons.get(one.nurseId);
    if (able.has(one.nurseId) || one.nurseId === absent) continue;
    if (known === undefined || known.rule === "hours") reasons.set(one.nurseId, one);
  }
  const nurses = new Map<string, string[]>();
  for (const [nurseId, one] of reasons) {
    const words = barWords(one);
    nurses.set(words, [...(nurses.get(words) ?? []), nurseName(nurseId)]);
  }
  return [...nurses].toSorted(([, a], [, b]) => b.length - a.length);
}

/** @param absent a nurse who is not asked about */
export function Barred({ found, absent }: { readonly found: PlacesView; readonly absent?: string }) {
  const groups = byReason(found, absent);
  const count = groups.reduce((sum, [, nurses]) => sum + nurses.length, 0);
  if (count === 0) return null;
  return (
    <details class="barred">
      <summary>{ta("cannot", { n: count })}</summary>
      <dl>
        {groups.map(([words, nurses]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{nurses.join(", ")}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
