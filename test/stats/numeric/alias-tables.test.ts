import { describe, expect, test } from 'vitest';
import { AliasTables } from '#stats/numeric/alias-tables.ts';
import { type Random, randomStream } from '#stats/numeric/random.ts';
import { misfit } from './goodness.ts';

describe('alias tables', () => {
  test('draw every value as often as its chance says, several tables beside each other', () => {
    const tables = new AliasTables();
    const chances = [
      [0.3, 0.7],
      [5, 0, 1, 4],
      [1],
      [1, 1, 1, 1, 1, 1, 1],
      [1e-3, 1, 1e-3, 20, 0, 0, 3, 2, 1],
    ];
    const ids = chances.map((one, k) => tables.add(10 * k, one));
    const random = randomStream(1);
    ids.forEach((id, k) => {
      const sum = chances[k]!.reduce((a, b) => a + b, 0);
      const draws = Array.from({ length: 40_000 }, () => tables.draw(id, random));
      expect(Math.abs(misfit(draws, (value) => (chances[k]![value - 10 * k] ?? 0) / sum))).toBeLessThan(3.5);
    });
  });

  test('never draw a value without a chance', () => {
    const tables = new AliasTables();
    const id = tables.add(0, [0, 1, 0, 2, 0]);
    const random = randomStream(2);
    const seen = new Set(Array.from({ length: 20_000 }, () => tables.draw(id, random)));
    expect([...seen].sort()).toEqual([1, 3]);
  });

  test('give a chance below 2^-32 its due: where the first word ties, a second decides', () => {
    const tables = new AliasTables();
    const rare = 2 ** -40;
    const id = tables.add(0, [rare, 1 - rare]);
    const scripted = (second: number): Random => ({ ...randomStream(0), uint32: () => second });
    // column 0, the smallest fraction; its threshold is 2^-40 · 2 · 2^31 = 2^-8 of a step
    expect(tables.drawWith(id, 0, scripted(2 ** 24 - 1))).toBe(0);
    expect(tables.drawWith(id, 0, scripted(2 ** 24))).toBe(1);
    expect(tables.drawWith(id, 2, scripted(0))).toBe(1);
  });

  test('refuse what is no distribution', () => {
    expect(() => new AliasTables().add(0, [])).toThrow('invalid chances: 0 values');
    expect(() => new AliasTables().add(0, [0, 0])).toThrow('invalid chances: 0 in total');
    expect(() => new AliasTables().add(0, [NaN])).toThrow('invalid chances: NaN in total');
  });
});
