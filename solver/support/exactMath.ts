/**
 * Logarithm and exponential from +, -, x and / alone. IEEE 754 fixes those to the last
 * bit; it does not fix `Math.log` and `Math.exp`, whose last digit differs between
 * engine versions and would let the same seed give another plan.
 */

const LN2 = 0.6931471805599453;

/** Natural logarithm of `x` > 0, about 12 digits. */
export function ln(x: number): number {
  let m = x;
  let k = 0;
  while (m > 1.4142135623730951) {
    m *= 0.5;
    k++;
  }
  while (m < 0.7071067811865476) {
    m *= 2;
    k--;
  }
  // ln m = 2 artanh((m-1)/(m+1)); |z| < 0.172, so 9 odd terms suffice.
  const z = (m - 1) / (m + 1);
  const z2 = z * z;
  let sum = 0;
  for (let i = 17; i >= 1; i -= 2) sum = sum * z2 + 1 / i;
  return 2 * z * sum + k * LN2;
}

/** e to the power `x`, |x| < 700, about 12 digits. */
export function exp(x: number): number {
  const k = Math.round(x / LN2);
  const r = x - k * LN2;
  let term = 1;
  let sum = 1;
  for (let i = 1; i <= 14; i++) {
    term *= r / i;
    sum += term;
  }
  let scale = 1;
  const step = k < 0 ? 0.5 : 2;
  for (let i = k < 0 ? -k : k; i > 0; i--) scale *= step;
  return sum * scale;
}
