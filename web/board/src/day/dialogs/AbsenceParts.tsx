/** What the absence dialog shows: affected visits with who could take them, the budget, whom to tell. */
import type { CurveView, PlacesView, ReplannedView } from "../../../../../src/contracts/index.js";
import { formatNumber, formatSigned, formatTime } from "../../../../shared/i18n/index.js";
import { ta } from "../../words/day.js";
import { td } from "../../words/dialogs.js";
import { Barred } from "../Barred.js";
import type { Row, VisitBlock } from "../model.js";
import { bestByNurse } from "../moving.js";
import { nurseName, typeName, visitName } from "../names.js";
import { model } from "../state.js";
import { TypeChip } from "../TypeChip.js";
import { Concerned } from "./Concerned.js";
import { Curve } from "./Curve.js";

const zoneOf = (): string => model.value?.timeZone ?? "UTC";

/** By visit; null: nobody can be named. */
export type Found = ReadonlyMap<string, PlacesView | null>;

/** Nurses named for each visit. */
const NAMED = 3;

interface ReplacementsProps {
  /** Undefined: not asked yet. */
  readonly found: PlacesView | null | undefined;
  readonly absent: string;
}

function Replacements({ found, absent }: ReplacementsProps) {
  if (found === undefined) return <span class="muted">{ta("searching")}</span>;
  const places = bestByNurse(found?.places ?? []).filter(({ nurseId }) => nurseId !== absent);
  return (
    <>
      {places.length === 0 && <span class="none">{td("replace-none")}</span>}
      <ol class="replacements">
        {places.slice(0, NAMED).map((place) => (
          <li key={place.nurseId}>
            <b>{nurseName(place.nurseId)}</b> {formatTime(place.start, zoneOf())}{" "}
            <small>{ta("points-short", { n: formatSigned(place.extraCost, 0) })}</small>
          </li>
        ))}
      </ol>
      {found !== null && <Barred found={found} absent={absent} />}
    </>
  );
}

interface AffectedProps {
  readonly rows: readonly Row[];
  readonly found: Found;
  readonly absent: string;
}

/** Every visit of the absent nurse over her shifts of the day, by time. */
export function Affected({ rows, found, absent }: AffectedProps) {
  const blocks: readonly VisitBlock[] = rows
    .flatMap((row) => row.blocks)
    .toSorted((a, b) => a.start - b.start);
  return (
    <table class="table affected" aria-label={td("absence-affected", { n: blocks.length })}>
      <thead>
        <tr>
          <th>{ta("time")}</th>
          <th>{ta("client")}</th>
          <th>{ta("details")}</th>
          <th>{td("could-take")}</th>
        </tr>
      </thead>
      <tbody>
        {blocks.map((block) => (
          <tr key={`${block.visitId} ${block.start}`}>
            <td>{formatTime(block.start, zoneOf())}</td>
            <th scope="row">{visitName(block.visit)}</th>
            <td>
              <TypeChip typeId={block.visit.typeId} /> {typeName(block.visit.typeId)}, {block.visit.minutes}{" "}
              min
            </td>
            <td>
              <Replacements found={found.get(block.visitId)} absent={absent} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export interface BudgetProps {
  readonly budgets: readonly number[];
  readonly at: number;
  readonly curve: CurveView["points"];
  readonly onAt: (at: number) => void;
}

export function Budget({ budgets, at, curve, onAt }: BudgetProps) {
  const k = budgets[at] ?? 0;
  return (
    <section class="budget">
      <label class="field">
        <span>
          <b>{td("budget", { n: k })}</b> ({td("budget-note")})
        </span>
        <input
          type="range"
          min={0}
          max={budgets.length - 1}
          step={1}
          value={at}
          aria-valuetext={td("budget", { n: k })}
          onInput={({ currentTarget }) => onAt(Number(currentTarget.value))}
        />
      </label>
      <h3>{td("curve-title")}</h3>
      {curve.length === 0 ? (
        <p class="muted" role="status">
          {ta("searching")}
        </p>
      ) : (
        <>
          <Curve
            step
            points={curve.map((point) => ({ x: point.changedClients, y: point.cost }))}
            chosen={curve.findIndex((point) => point.changedClients === k)}
            label={td("curve-title")}
          />
          <ul class="points">
            {curve.map((point) => (
              <li key={point.changedClients} class={point.changedClients === k ? "chosen" : ""}>
                {td("curve-point", {
                  k: point.changedClients,
                  cost: formatNumber(point.cost, 0),
                  unserved: point.unserved,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The new draft against the version it came from, and everybody whom it concerns. */
export function Outcome({ answer }: { readonly answer: ReplannedView }) {
  const { counts } = answer.difference;
  return (
    <>
      <p class={`notice ${answer.unserved > 0 ? "warn" : "good"}`}>
        {td("publish-diff", {
          moved: counts.moved,
          shifted: counts.shifted,
          clients: counts.clientsWithOtherNurses,
        })}{" "}
        {answer.unserved > 0 && td("publish-left", { n: answer.unserved })} {td("draft-only")}
      </p>
      <Concerned tell={answer.tell} />
    </>
  );
}
