/** A small line plot with its figures told in words. */
export interface CurveProps {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly label: string;
  readonly step?: boolean;
  /** Which point is marked; default the last. */
  readonly chosen?: number;
}

const [WIDTH, HEIGHT, PAD] = [520, 120, 8];

export function Curve({ points, label, step = false, chosen = -1 }: CurveProps) {
  if (points.length === 0) return <div class="curve empty" />;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const px = (x: number): number => PAD + ((WIDTH - 2 * PAD) * (x - x0)) / Math.max(1e-9, x1 - x0);
  const py = (y: number): number => HEIGHT - PAD - ((HEIGHT - 2 * PAD) * (y - y0)) / Math.max(1e-9, y1 - y0);
  const path = points
    .map(({ x, y }, i) =>
      i === 0 ? `M${px(x)},${py(y)}` : step ? `H${px(x)}V${py(y)}` : `L${px(x)},${py(y)}`,
    )
    .join("");
  const last = points.at(chosen);
  return (
    <svg class="curve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path d={`M${PAD},${HEIGHT - PAD}H${WIDTH - PAD}`} class="base" />
      <path d={path} class="line" />
      {last !== undefined && <circle cx={px(last.x)} cy={py(last.y)} r="4" />}
    </svg>
  );
}
