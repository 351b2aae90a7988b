/** Figures that add up: in every sum the cells added minus the cells taken away are 0 (parts +1, their whole −1). */
export interface Sums {
  readonly size: number;
  /** Sum s has the cells from `cells[starts[s]]` to before `cells[starts[s + 1]]`, with their signs beside them. */
  readonly starts: Int32Array;
  readonly cells: Int32Array;
  readonly signs: Int8Array;
  /** Cell c is in the sums from `sumsOf[sumStarts[c]]` to before `sumsOf[sumStarts[c + 1]]`, ascending. */
  readonly sumStarts: Int32Array;
  readonly sumsOf: Int32Array;
}

/** Sums while they are found. Flat lists: of a large city there are hundreds of thousands. */
export class SumList {
  readonly #starts: number[] = [0];
  readonly #cells: number[] = [];
  readonly #signs: number[] = [];

  add(parts: Iterable<number>, wholes: Iterable<number>): void {
    for (const cell of parts) this.#push(cell, 1);
    for (const cell of wholes) this.#push(cell, -1);
    this.#starts.push(this.#cells.length);
  }

  /** All sums so far, over so many cells, after those of `before`. */
  over(cellCount: number, before: Sums | null = null): Sums {
    const shift = before?.cells.length ?? 0;
    const starts = joined(
      Int32Array,
      before?.starts,
      this.#starts.slice(before ? 1 : 0).map((start) => start + shift),
    );
    const cells = joined(Int32Array, before?.cells, this.#cells);
    const signs = joined(Int8Array, before?.signs, this.#signs);
    return { size: starts.length - 1, starts, cells, signs, ...byCell(starts, cells, cellCount) };
  }

  #push(cell: number, sign: 1 | -1): void {
    this.#cells.push(cell);
    this.#signs.push(sign);
  }
}

function joined<A extends Int32Array | Int8Array>(
  Kind: new (length: number) => A,
  before: A | undefined,
  after: readonly number[],
): A {
  const shift = before?.length ?? 0;
  const all = new Kind(shift + after.length);
  if (before) all.set(before);
  all.set(after, shift);
  return all;
}

function byCell(
  starts: Int32Array,
  cells: Int32Array,
  cellCount: number,
): Pick<Sums, 'sumStarts' | 'sumsOf'> {
  const sumStarts = new Int32Array(cellCount + 1);
  for (const cell of cells) sumStarts[cell + 1]!++;
  for (let cell = 0; cell < cellCount; cell++) sumStarts[cell + 1]! += sumStarts[cell]!;
  const next = sumStarts.slice(0, cellCount);
  const sumsOf = new Int32Array(cells.length);
  for (let sum = 0; sum + 1 < starts.length; sum++) {
    for (let k = starts[sum]!; k < starts[sum + 1]!; k++) sumsOf[next[cells[k]!]!++] = sum;
  }
  return { sumStarts, sumsOf };
}
