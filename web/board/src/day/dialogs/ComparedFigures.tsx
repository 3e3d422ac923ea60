/** Key figures and cost of several versions in columns; each but the first with its change against the first. */
import type { DifferenceView, FiguresView } from "../../../../../src/contracts/index.js";
import { formatNumber, formatPercent, formatSigned } from "../../../../shared/i18n/index.js";
import { td } from "../../words/dialogs.js";
import { isPart, tf, tpart } from "../../words/figures.js";
import type { Column } from "./columns.js";

const FIGURES: readonly [Parameters<typeof tf>[0], (figures: FiguresView) => number | null, string][] = [
  ["unserved", (f) => f.unserved.visits, ""],
  ["onTime", (f) => f.onTimePercent, "%"],
  ["directWork", (f) => f.directWorkPercent, "%"],
  ["travel", (f) => f.travelPercent, "%"],
  ["continuity", (f) => f.continuityPercent, "%"],
  ["load", (f) => f.load.overtimeMinutes, "min"],
];

interface Line {
  readonly key: string;
  readonly name: string;
  readonly kind: "figure" | "sum" | "part";
  /** Of the first column, then of the others; undefined: not known yet. */
  readonly values: readonly (number | null | undefined)[];
  readonly unit: string;
  readonly digits: number;
}

const written = (value: number | null, { unit, digits }: Line): string =>
  value === null
    ? "–"
    : unit === "%"
      ? formatPercent(value)
      : `${formatNumber(value, digits)} ${unit}`.trim();

/** @param found what differs from the first version to each other one */
function linesOf(found: readonly (DifferenceView | undefined)[]): readonly Line[] {
  const any = found.find((one) => one !== undefined);
  if (any === undefined) return [];
  const parts = Object.keys(any.cost.parts).filter((part) =>
    found.some((one) => {
      const points = one?.cost.parts[part];
      return points !== undefined && (points.from !== 0 || points.to !== 0);
    }),
  );
  const points = { unit: "", digits: 0 };
  return [
    ...FIGURES.map(([key, read, unit]): Line => ({
      key,
      name: tf(key),
      kind: "figure",
      values: [read(any.figures.from), ...found.map((one) => one && read(one.figures.to))],
      unit,
      digits: 1,
    })),
    {
      key: "cost",
      name: tf("cost"),
      kind: "sum",
      values: [any.cost.from, ...found.map((one) => one?.cost.to)],
      ...points,
    },
    ...parts.map((part): Line => ({
      key: `part ${part}`,
      name: isPart(part) ? tpart(part) : part,
      kind: "part",
      values: [any.cost.parts[part]?.from, ...found.map((one) => one?.cost.parts[part]?.to)],
      ...points,
    })),
  ];
}

function Cell({ value, base, line }: { value: Line["values"][number]; base: number | null; line: Line }) {
  if (value === undefined) return <td class="n">…</td>;
  const change = value === null || base === null ? null : value - base;
  return (
    <td class="n">
      {written(value, line)}
      {change !== null && <small>{formatSigned(change, line.digits)}</small>}
    </td>
  );
}

export function ComparedFigures({
  columns,
  found,
}: {
  readonly columns: readonly Column[];
  readonly found: readonly (DifferenceView | undefined)[];
}) {
  return (
    <table class="table comparison" aria-label={td("compare")}>
      <thead>
        <tr>
          <th scope="col">{td("figure")}</th>
          {columns.map(({ letter, words }, at) => (
            <th key={letter} scope="col" class="n">
              {letter}
              <small>{words}</small>
              {at > 0 && <small>{td("against", { letter: columns[0]?.letter ?? "" })}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {linesOf(found).map((line) => {
          const [first, ...others] = line.values;
          return (
            <tr key={line.key} class={line.kind === "sum" ? "sum" : ""}>
              <th scope="row" class={line.kind === "part" ? "sub" : ""}>
                {line.name}
              </th>
              <Cell value={first} base={null} line={line} />
              {others.map((value, at) => (
                <Cell key={columns[at + 1]?.letter} value={value} base={first ?? null} line={line} />
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
