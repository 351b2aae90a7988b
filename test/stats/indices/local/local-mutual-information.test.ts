import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  localMutualInformation,
  localMutualInformationOfGroups,
} from '#stats/indices/local/local-mutual-information.ts';
import { mutualInformation } from '#stats/indices/multigroup/mutual-information.ts';
import { manyGroups } from './manyGroups.ts';

test('by hand, empty units and groups without a value', () => {
  const groups = [
    [20, 0, 10],
    [0, 0, 10],
    [0, 0, 0],
  ];
  // the first unit holds two thirds of the city's persons who are 3/4 of group 0
  const { scores, shares } = localMutualInformation(groups);
  expect([...scores]).toEqual([
    expect.closeTo(Math.log(4 / 3), 14),
    NaN,
    expect.closeTo((Math.log(2 / 3) + Math.log(2)) / 2, 14),
  ]);
  expect([...shares]).toEqual([0.5, NaN, 0.5]);
  const ofGroups = localMutualInformationOfGroups(groups);
  expect([...ofGroups.scores]).toEqual([
    expect.closeTo((2 * Math.log(4 / 3) + Math.log(2 / 3)) / 3, 14),
    expect.closeTo(Math.log(2), 14),
    NaN,
  ]);
  expect([...ofGroups.shares]).toEqual([0.75, 0.25, 0]);
});

test('the mean over units and the mean over groups are M', () => {
  let tried = 0;
  fc.assert(
    fc.property(manyGroups, (groups) => {
      const M = mutualInformation(groups);
      if (Number.isNaN(M)) return;
      tried++;
      for (const { scores, shares } of [
        localMutualInformation(groups),
        localMutualInformationOfGroups(groups),
      ]) {
        let sum = 0;
        scores.forEach((score, i) => {
          if (shares[i]! > 0) sum += score * shares[i]!;
        });
        expect(Math.abs(sum - M)).toBeLessThan(1e-12);
      }
    }),
  );
  expect(tried).toBeGreaterThan(50);
});

test.each([
  ['one group', [[4, 5]]],
  [
    'one populated unit',
    [
      [4, 0],
      [5, 0],
    ],
  ],
])('%s: undefined throughout', (_, groups) => {
  const { scores, shares } = localMutualInformation(groups);
  for (const value of [...scores, ...shares]) expect(value).toBeNaN();
  for (const value of localMutualInformationOfGroups(groups).scores) expect(value).toBeNaN();
});

test('invalid counts are refused', () => {
  expect(() => localMutualInformation([[1, -1]])).toThrow('invalid count: -1 at 1');
  expect(() => localMutualInformationOfGroups([[1, 2], [1]])).toThrow('invalid length: 1 (expected 2)');
});
