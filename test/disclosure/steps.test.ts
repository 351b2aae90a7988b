import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardSteps, guardStudy } from '#disclosure/guard.ts';
import { asDelivered, standard, strict } from '#disclosure/profiles.ts';
import { SumList } from '#disclosure/sums.ts';
import { musterstadtStudy } from '../panels/musterstadt.ts';
import { anyCity } from './cityStudy.ts';

describe('the guard in steps', () => {
  test('comes to the same as in one piece, also while another profile is looked at', () => {
    fc.assert(
      fc.property(anyCity, (study) => {
        const [one, other] = [guardSteps(study, strict), guardSteps(study, standard)];
        for (;;) {
          other.next();
          const next = one.next();
          if (!next.done) continue;
          expect(next.value).toEqual(guardStudy(structuredClone(study), strict));
          return;
        }
      }),
      { seed: 12, numRuns: 30 },
    );
  });

  test('says how far it is, never going back', async () => {
    const steps = guardSteps(await musterstadtStudy(), strict);
    const shares: number[] = [];
    for (let next = steps.next(); !next.done; next = steps.next()) {
      shares.push(next.value.done / next.value.of);
    }
    expect(new Set(shares).size).toBeGreaterThan(5);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
  });

  test('left half-way, nothing is changed', async () => {
    const study = await musterstadtStudy();
    const before = structuredClone(study);
    const steps = guardSteps(study, strict);
    for (let i = 0; i < 20; i++) steps.next();
    expect(study).toEqual(before);
    expect(guardStudy(study, asDelivered).study).toBe(study);
  });
});

test('sums are found by their cells, also those added after others', () => {
  const first = new SumList();
  first.add([0, 1], [2]);
  const before = first.over(4);
  const more = new SumList();
  more.add([2], [3]);
  const all = more.over(4, before);
  expect(all.size).toBe(2);
  expect([...all.starts]).toEqual([0, 3, 5]);
  expect([...all.signs]).toEqual([1, 1, -1, 1, -1]);
  const sumsOf = (cell: number) => [...all.sumsOf.subarray(all.sumStarts[cell], all.sumStarts[cell + 1])];
  expect([0, 1, 2, 3].map(sumsOf)).toEqual([[0], [0], [0, 1], [1]]);
  expect(before.size).toBe(1);
});
