/**
 * Seeded random numbers (sfc32, public domain design by C. Doty-Humphrey): whole-number
 * arithmetic only, hence the same on every machine and Node version.
 */
export class Rng {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: number) {
    this.a = 0x9e3779b9;
    this.b = 0x243f6a88;
    this.c = (seed | 0) ^ 0xb7e15162;
    this.d = 1;
    for (let i = 0; i < 15; i++) this.next32();
  }

  /** A whole number in [0, 2^32). */
  next32(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return t >>> 0;
  }

  /** A number in [0, 1). */
  float(): number {
    return this.next32() / 4294967296;
  }

  /** A whole number in [0, n). `n` at least 1. */
  below(n: number): number {
    return Math.floor((this.next32() / 4294967296) * n);
  }

  /** Shuffles the first `n` items in place. */
  shuffle(items: Int32Array, n: number): void {
    for (let i = n - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const x = items[i]!;
      items[i] = items[j]!;
      items[j] = x;
    }
  }
}
