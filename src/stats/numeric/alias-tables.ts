import type { Random } from './random.ts';

/** Most values of one table: from 2^24 on a word would leave too few bits to decide between a value and its alias. */
const mostValues = 1 << 24;

/**
 * Alias tables [Aliastabellen]: draws from any number of distributions on few values, each draw in constant time.
 *
 * A table has 2^b columns. The low b bits of a random word choose the column, the other bits decide between the
 * column's own value and its alias; where they are equal to the threshold, a second word decides. So a chance is
 * met to 2^−64, not to 2^−32, and almost every draw takes one word and one look into memory.
 *
 * Cost: 8 bytes per column; adding is linear in the columns.
 * Source: Walker 1977, ACM TOMS 3, 253–256; Vose 1991 for the construction.
 * @example const tables = new AliasTables(); const coin = tables.add(0, [0.3, 0.7]); tables.draw(coin, random) // 0 or 1
 */
export class AliasTables {
  /** Threshold in the upper, alias in the lower bits; the next 32 bits of the threshold. */
  private entries = new Uint32Array(1024);
  private remainders = new Uint32Array(1024);
  private end = 0;
  private readonly starts: number[] = [];
  private readonly widths: number[] = [];
  private readonly firsts: number[] = [];

  /**
   * Adds a distribution.
   * @param first the smallest value. @param chances of first, first + 1, …, up to a common factor.
   * @returns the number of the table.
   * @throws `invalid chances: …` without any, with too many, or where their sum is not positive.
   */
  add(first: number, chances: ArrayLike<number>): number {
    const n = chances.length;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += chances[i]!;
    if (!(n > 0 && n <= mostValues)) throw new Error(`invalid chances: ${n} values`);
    if (!(sum > 0 && sum < Infinity)) throw new Error(`invalid chances: ${sum} in total`);
    let bits = 0;
    while (1 << bits < n) bits++;
    const size = 1 << bits;
    this.reserve(size);
    this.starts.push(this.end);
    this.widths.push(bits);
    this.firsts.push(first);
    this.write(chances, size / sum, bits);
    this.end += size;
    return this.starts.length - 1;
  }

  /** A value of table `id`. */
  draw(id: number, random: Random): number {
    return this.drawWith(id, random.uint32(), random);
  }

  /** As `draw`, with the first word given: loops fetch their words in one go. */
  drawWith(id: number, word: number, random: Random): number {
    const bits = this.widths[id]!;
    const column = word & ((1 << bits) - 1);
    const at = this.starts[id]! + column;
    const entry = this.entries[at]!;
    const fraction = word >>> bits;
    const threshold = entry >>> bits;
    if (fraction < threshold) return this.firsts[id]! + column;
    if (fraction === threshold && random.uint32() < this.remainders[at]!) return this.firsts[id]! + column;
    return this.firsts[id]! + (entry & ((1 << bits) - 1));
  }

  private reserve(size: number): void {
    let length = this.entries.length;
    while (length < this.end + size) length *= 2;
    if (length === this.entries.length) return;
    const entries = new Uint32Array(length);
    entries.set(this.entries);
    this.entries = entries;
    const remainders = new Uint32Array(length);
    remainders.set(this.remainders);
    this.remainders = remainders;
  }

  private write(chances: ArrayLike<number>, scale: number, bits: number): void {
    const size = 1 << bits;
    const height = new Float64Array(size);
    const small = new Int32Array(size);
    const large = new Int32Array(size);
    let smalls = 0;
    let larges = 0;
    for (let i = 0; i < size; i++) {
      height[i] = i < chances.length ? chances[i]! * scale : 0;
      if (height[i]! < 1) small[smalls++] = i;
      else large[larges++] = i;
    }
    while (smalls > 0 && larges > 0) {
      const low = small[--smalls]!;
      const high = large[larges - 1]!;
      this.set(low, height[low]!, high, bits);
      height[high] = height[high]! + height[low]! - 1;
      if (height[high]! < 1) {
        larges--;
        small[smalls++] = high;
      }
    }
    // only rounding separates what is left from full columns
    while (larges > 0) this.set(large[--larges]!, 1, large[larges]!, bits);
    while (smalls > 0) {
      const left = small[--smalls]!;
      this.set(left, 1, left, bits);
    }
  }

  private set(column: number, share: number, alias: number, bits: number): void {
    const most = 2 ** (32 - bits) - 1;
    const exact = Math.min(share, 1) * (most + 1);
    const threshold = Math.min(most, Math.floor(exact));
    this.entries[this.end + column] = threshold * 2 ** bits + alias;
    this.remainders[this.end + column] = Math.min(4294967295, Math.floor((exact - threshold) * 4294967296));
  }
}
