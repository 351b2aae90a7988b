import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exposureTo } from '#stats/indices/exposure/exposure-to.ts';
import { exposures, isolations } from '#stats/indices/multigroup/exposures.ts';
import { manyGroups } from '../local/manyGroups.ts';

test('by hand, an empty unit and an empty group', () => {
  const groups = [
    [30, 10, 0],
    [10, 30, 0],
    [0, 0, 0],
  ];
  expect([...exposures(groups)]).toEqual([0.625, 0.375, 0, 0.375, 0.625, 0, NaN, NaN, NaN]);
  expect([...isolations(groups)]).toEqual([0.625, 0.625, NaN]);
});

test('pair by pair the exposure of one to the other; rows make 1; the diagonal is isolation', () => {
  fc.assert(
    fc.property(manyGroups, (groups) => {
      const k = groups.length;
      const total = groups[0]!.map((_, i) => groups.reduce((sum, column) => sum + column[i]!, 0));
      const all = exposures(groups);
      const own = isolations(groups);
      groups.forEach((group, a) => {
        if (group.every((x) => x === 0)) {
          expect(all[a * k]).toBeNaN();
          return;
        }
        const row = all.subarray(a * k, (a + 1) * k);
        expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
        expect(row[a]).toBeCloseTo(own[a]!, 12);
        groups.forEach((other, b) => {
          expect(row[b]).toBeCloseTo(exposureTo(group, other, total), 12);
        });
      });
    }),
  );
});

test('invalid counts are refused', () => {
  expect(() => exposures([[1, -1]])).toThrow('invalid count: -1 at 1');
  expect(() => isolations([])).toThrow('invalid groups: 0');
});
