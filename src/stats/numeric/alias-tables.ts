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
  private count = 0;
  /** Of every table: where its columns begin, b, and its smallest value. */
  private starts = new Int32Array(64);
  private widths = new Int32Array(64);
  private firsts = new Float64Array(64);

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
    this.starts[this.count] = this.end;
    this.widths[this.count] = bits;
    this.firsts[this.count] = first;
    this.write(chances, size / sum, bits);
    this.end += size;
    return this.count++;
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

  /**
   * A value for each of many cells.
   * @param ids table of cell `from`, `from + 1` … `to − 1`; negative: no table, the cell becomes 0.
   * @param words one random word per cell, the first for `from`. @param random for the rare further words.
   * @returns the sum of the values.
   */
  drawMany(
    ids: Int32Array,
    from: number,
    to: number,
    words: Uint32Array,
    random: Random,
    into: Float64Array,
  ): number {
    const { entries, remainders, starts, widths, firsts } = this;
    let sum = 0;
    for (let i = from; i < to; i++) {
      const id = ids[i]!;
      if (id < 0) {
        into[i] = 0;
        continue;
      }
      const word = words[i - from]!;
      const bits = widths[id]!;
      const mask = (1 << bits) - 1;
      const column = word & mask;
      const at = starts[id]! + column;
      const entry = entries[at]!;
      const fraction = word >>> bits;
      const threshold = entry >>> bits;
      const isOwn = fraction < threshold || (fraction === threshold && random.uint32() < remainders[at]!);
      const value = firsts[id]! + (isOwn ? column : entry & mask);
      into[i] = value;
      sum += value;
    }
    return sum;
  }

  private reserve(size: number): void {
    if (this.count === this.starts.length) {
      this.starts = doubled(this.starts, new Int32Array(2 * this.count));
      this.widths = doubled(this.widths, new Int32Array(2 * this.count));
      this.firsts = doubled(this.firsts, new Float64Array(2 * this.count));
    }
    let length = this.entries.length;
    while (length < this.end + size) length *= 2;
    if (length === this.entries.length) return;
    this.entries = doubled(this.entries, new Uint32Array(length));
    this.remainders = doubled(this.remainders, new Uint32Array(length));
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

function doubled<T extends Int32Array | Uint32Array | Float64Array>(values: T, into: T): T {
  into.set(values);
  return into;
}
