import fc from 'fast-check';
import { expect, test } from 'vitest';
import { information } from '#stats/indices/evenness/information.ts';
import {
  informationContributions,
  multigroupInformationContributions,
} from '#stats/indices/local/information-contributions.ts';
import { multigroupInformation } from '#stats/indices/multigroup/multigroup-information.ts';
import { manyGroups, sumOf } from './manyGroups.ts';

test('by hand: an unmixed unit adds its share, one mixed as the city nothing, a more mixed one takes away', () => {
  const [unmixed, empty, alike, mixed] = informationContributions([0, 0, 10, 20], [40, 0, 30, 20]);
  // 30 of 120 are of the group
  const city = 0.25 * Math.log(4) + 0.75 * Math.log(4 / 3);
  expect(unmixed).toBeCloseTo(40 / 120, 14);
  expect(empty).toBeNaN();
  expect(alike).toBeCloseTo(0, 14);
  expect(mixed).toBeCloseTo(((40 / 120) * (city - Math.LN2)) / city, 14);
});

test('add up to H, for two groups and for many', () => {
  let tried = 0;
  fc.assert(
    fc.property(manyGroups, (groups) => {
      const H = multigroupInformation(groups);
      if (Number.isNaN(H)) return;
      tried++;
      expect(Math.abs(sumOf(multigroupInformationContributions(groups)) - H)).toBeLessThan(1e-12);
      const [x, y] = [groups[0]!, groups[1]!];
      const two = information(x, y);
      if (Number.isNaN(two)) return;
      expect(Math.abs(sumOf(informationContributions(x, y)) - two)).toBeLessThan(1e-12);
      expect(informationContributions(x, y)).toEqual(multigroupInformationContributions([x, y]));
    }),
  );
  expect(tried).toBeGreaterThan(50);
});

test.each([
  ['an empty group', [0, 0], [1, 2]],
  ['one populated unit', [1, 0], [2, 0]],
  ['nobody', [0, 0], [0, 0]],
])('%s: undefined throughout', (_, group, reference) => {
  expect([...informationContributions(group, reference)]).toEqual([NaN, NaN]);
  expect([...multigroupInformationContributions([group, reference])]).toEqual([NaN, NaN]);
});

test('invalid counts are refused', () => {
  expect(() => informationContributions([1, -2], [1, 1])).toThrow('invalid count: -2 at 1');
  expect(() => multigroupInformationContributions([[1], [1, 1]])).toThrow('invalid length: 2 (expected 1)');
});
