/** A small bar plot; its label tells the same in words. */
export interface Bar {
  readonly key: string;
  readonly value: number;
  /** Below and above the bar; empty: nothing. */
  readonly below: string;
  readonly above: string;
}

const [WIDTH, HEIGHT, PAD, FOOT, HEAD] = [520, 110, 6, 16, 14];
/** Bars grow no wider, so that few do not look like a wall. */
const WIDEST = 48;

export function Bars({ bars, label }: { readonly bars: readonly Bar[]; readonly label: string }) {
  const top = Math.max(...bars.map(({ value }) => value), 1e-9);
  const step = Math.min(WIDEST, (WIDTH - 2 * PAD) / Math.max(1, bars.length));
  const ground = HEIGHT - FOOT;
  return (
    <svg class="curve bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {bars.map(({ key, value, below, above }, i) => {
        const height = ((ground - HEAD) * value) / top;
        const middle = PAD + (i + 0.5) * step;
        return (
          <g key={key}>
            <rect x={PAD + i * step + 1} width={Math.max(1, step - 2)} y={ground - height} height={height} />
            <text x={middle} y={HEIGHT - 4}>
              {below}
            </text>
            <text x={middle} y={ground - height - 3}>
              {above}
            </text>
          </g>
        );
      })}
      <path d={`M${PAD},${ground}H${WIDTH - PAD}`} class="base" />
    </svg>
  );
}
