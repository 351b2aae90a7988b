import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concentrationProfile } from '#stats/curves/concentration-profile.ts';
import { randomStream } from '#stats/numeric/random.ts';

const tables = fc
  .array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 2, maxLength: 30 })
  .map((units) => [units.map(([x]) => x), units.map(([, y]) => y)] as const);

test('by hand: all live above 0 %, three quarters where their share is three quarters', () => {
  const profile = concentrationProfile([30, 10], [10, 30]);
  expect([...profile.threshold]).toEqual([0, 0.25, 0.25, 0.75, 0.75, 1]);
  expect([...profile.part]).toEqual([1, 1, 0.75, 0.75, 0, 0]);
  expect(profile.overall).toBe(0.5);
});

test('a unit of the group alone is the last corner', () => {
  const profile = concentrationProfile([30, 10], [0, 30]);
  expect([...profile.threshold]).toEqual([0, 0.25, 0.25, 1, 1]);
  expect([...profile.part]).toEqual([1, 1, 0.75, 0.75, 0]);
});

test('says at every threshold which part of the group lives above it', () => {
  let tried = 0;
  fc.assert(
    fc.property(tables, fc.double({ min: 0, max: 1, noNaN: true }), ([group, reference], any) => {
      const { threshold, part } = concentrationProfile(group, reference);
      if (threshold.length === 0) return;
      tried++;
      expect([threshold[0], part[0], threshold.at(-1), part.at(-1)]).toEqual([0, 1, 1, 0]);
      const all = group.reduce((a, b) => a + b, 0);
      for (const s of [any, ...threshold]) {
        const above = group.reduce((sum, x, i) => sum + (x > 0 && x / (x + reference[i]!) >= s ? x : 0), 0);
        const at = threshold.findIndex((corner) => corner >= s);
        expect(part[at]!).toBeCloseTo(above / all, 13);
      }
      for (let k = 1; k < threshold.length; k++) {
        expect(threshold[k]!).toBeGreaterThanOrEqual(threshold[k - 1]!);
        expect(part[k]!).toBeLessThanOrEqual(part[k - 1]!);
      }
    }),
    { seed: 1 },
  );
  expect(tried).toBeGreaterThan(50);
});

test('thinned, it keeps its ends and every long step, and reads the same within 4/k', () => {
  const random = randomStream(3);
  const size = 20_000;
  const group = Float64Array.from({ length: size }, () => Math.floor(random.uniform() ** 3 * 90));
  const reference = Float64Array.from({ length: size }, () => Math.floor(random.uniform() * 300));
  group[77] = 100_000;
  reference[77] = 300_000;
  const whole = concentrationProfile(group, reference);
  const most = 200;
  const { threshold, part } = concentrationProfile(group, reference, most);
  expect(threshold.length).toBeLessThanOrEqual(most);
  expect([threshold[0], part[0], threshold.at(-1), part.at(-1)]).toEqual([0, 1, 1, 0]);
  const step = threshold.findIndex((s, k) => s === 0.25 && part[k]! - part[k + 1]! > 0.1);
  expect(threshold[step + 1]).toBe(0.25);
  const read = (profile: ReturnType<typeof concentrationProfile>, s: number) =>
    profile.part[profile.threshold.findIndex((corner) => corner >= s)]!;
  for (let s = 0; s <= 1; s += 0.003) {
    expect(Math.abs(read({ threshold, part, overall: 0 }, s) - read(whole, s))).toBeLessThan(4 / most);
  }
});

test.each([
  ['an empty group', [0, 0], [4, 5]],
  ['an empty reference group', [4, 5], [0, 0]],
  ['one populated unit', [3, 0], [4, 0]],
  ['no unit', [], []],
])('has no points for %s', (_, group, reference) => {
  const profile = concentrationProfile(group, reference);
  expect(profile.threshold).toHaveLength(0);
  expect(profile.part).toHaveLength(0);
  expect(profile.overall).toBeNaN();
});

test('refuses fewer than three points', () => {
  expect(() => concentrationProfile([1, 2], [2, 1], NaN)).toThrow('invalid points: NaN');
});
