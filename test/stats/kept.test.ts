import { describe, expect, test } from 'vitest';
import { keptForColumns, keptForTable } from '#stats/kept.ts';

describe('keptForTable', () => {
  test('one table is asked about once per owner, another one anew', () => {
    let asked = 0;
    const kept = keptForTable((table: { readonly n: number }, owner: { readonly factor: number }) => {
      asked++;
      return table.n * owner.factor;
    });
    const [table, other] = [{ n: 2 }, { n: 5 }];
    const [twice, thrice] = [{ factor: 2 }, { factor: 3 }];
    expect([kept(table, twice), kept(table, thrice), kept(table, twice), asked]).toEqual([4, 6, 4, 2]);
    expect([kept(other, twice), kept(table, twice), asked]).toEqual([10, 4, 4]);
  });
});

describe('keptForColumns', () => {
  test('columns are told apart by what they hold, also when the caller changes his', () => {
    let asked = 0;
    const kept = keptForColumns((a, b) => {
      asked++;
      return a![0]! + b!.length;
    });
    const column = Float64Array.of(1, 2);
    expect(kept(column, Float64Array.of(7))).toBe(2);
    expect(kept(Float64Array.of(1, 2), Float64Array.of(7))).toBe(2);
    expect(asked).toBe(1);
    column[0] = 4;
    expect(kept(column, Float64Array.of(7))).toBe(5);
    expect(kept(column, Float64Array.of(8))).toBe(5);
    expect(kept(column, Float64Array.of(8, 9))).toBe(6);
    expect(asked).toBe(4);
  });
});
