export function median(values: readonly number[]): number {
  if (values.length === 0) return NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How far `cost` lies above `reference`, in per cent, two decimals; negative: below. */
export function gapPercent(cost: number, reference: number): number {
  return Math.round(((cost - reference) / reference) * 10_000) / 100;
}
