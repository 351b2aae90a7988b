import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CellTable, openSums, secretBefore, shown } from '#disclosure/cellTable.ts';
import { determinedCells } from '#disclosure/determined.ts';
import { SumList } from '#disclosure/sums.ts';

type Signed = readonly (readonly [number, 1 | -1])[];

const cellCount = 9;

function tableOf(sums: readonly Signed[], hidden: readonly boolean[]): CellTable {
  const list = new SumList();
  for (const sum of sums) {
    list.add(
      sum.filter(([, sign]) => sign === 1).map(([cell]) => cell),
      sum.filter(([, sign]) => sign === -1).map(([cell]) => cell),
    );
  }
  return {
    values: new Float64Array(cellCount).fill(7),
    state: Uint8Array.from(hidden, (isHidden) => (isHidden ? secretBefore : shown)),
    ceilings: [],
    sums: list.over(cellCount),
  };
}

/** Rank of a dense matrix, by elimination without any thrift. */
function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < cellCount; column++) {
    const pivot = rows.findIndex((row, r) => r >= found && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    const [row] = rows.splice(pivot, 1);
    rows.splice(found, 0, row!);
    for (let r = found + 1; r < rows.length; r++) {
      const factor = rows[r]![column]! / row![column]!;
      for (let c = 0; c < cellCount; c++) rows[r]![c]! -= factor * row![c]!;
    }
    found++;
  }
  return found;
}

/** A cell follows from the sums when its own unit row adds nothing to what they tell. */
function naively(sums: readonly Signed[], hidden: readonly boolean[]): readonly number[] {
  const rows = sums.map((sum) => {
    const row = new Array<number>(cellCount).fill(0);
    for (const [cell, sign] of sum) if (hidden[cell]) row[cell]! += sign;
    return row;
  });
  const known = rank(rows);
  return hidden.flatMap((isHidden, cell) => {
    const unit = new Array<number>(cellCount).fill(0);
    unit[cell] = 1;
    return isHidden && rank([...rows, unit]) === known ? [cell] : [];
  });
}

const anySum = fc.uniqueArray(
  fc.tuple(fc.integer({ min: 0, max: cellCount - 1 }), fc.constantFrom<1 | -1>(1, -1)),
  { selector: ([cell]) => cell, minLength: 2, maxLength: 4 },
);

test('finds just the cells that follow from what is shown', () => {
  let [some, none] = [0, 0];
  fc.assert(
    fc.property(
      fc.array(anySum, { maxLength: 8 }),
      fc.array(fc.boolean(), { minLength: cellCount, maxLength: cellCount }),
      (sums, hidden) => {
        const table = tableOf(sums, hidden);
        const expected = naively(sums, hidden);
        expect([...determinedCells(table, openSums(table))].sort((a, b) => a - b)).toEqual(expected);
        if (expected.length > 0) some++;
        else none++;
      },
    ),
    { seed: 11, numRuns: 1_000 },
  );
  expect(Math.min(some, none)).toBeGreaterThan(100);
});

test('a cell twice in a sum counts twice, and not at all where it is taken away again', () => {
  const list = new SumList();
  list.add([0, 0], [1]);
  list.add([2, 3], [2]);
  const table: CellTable = {
    ...tableOf([], [true, false, true, true].concat(new Array(cellCount - 4).fill(false))),
    sums: list.over(cellCount),
  };
  expect([...determinedCells(table, openSums(table))].sort()).toEqual([0, 3]);
});
