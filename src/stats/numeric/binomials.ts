import { AliasTables } from './alias-tables.ts';
import { binomialChances, binomialDraw } from './binomial-draw.ts';
import type { Random } from './random.ts';

/** Up to this number of trials draws come from a table. Fixed, so that what was drawn before changes no figure. */
const tabulated = 1024;

/**
 * Binomial draws with one chance p and any number of trials, for loops over many units: up to 1,024 trials from alias
 * tables, made when first needed, above by rejection. Exact as `binomialDraw`.
 *
 * Cost: one random word per tabulated draw; at most some 2 MB of tables.
 * @throws `invalid chance: …`.
 * @example new Binomials(0.2).draw(randomStream(1), 50) // around 10
 */
export class Binomials {
  private readonly p: number;
  private readonly tables = new AliasTables();
  private readonly numbers = new Int32Array(tabulated + 1).fill(-1);

  constructor(p: number) {
    if (!(p >= 0 && p <= 1)) throw new Error(`invalid chance: ${p}`);
    this.p = p;
  }

  /** @param n trials, a whole number ≥ 0. */
  draw(random: Random, n: number): number {
    if (n === 0 || this.p === 0) return 0;
    if (this.p === 1) return n;
    if (!(n <= tabulated)) return binomialDraw(random, n, this.p);
    let id = this.numbers[n]!;
    if (id < 0) {
      const { first, chances } = binomialChances(n, this.p);
      id = this.tables.add(first, chances);
      this.numbers[n] = id;
    }
    return this.tables.draw(id, random);
  }
}
