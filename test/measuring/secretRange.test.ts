import { describe, expect, it } from 'vitest';
import { measure } from '#measuring/measure.ts';
import type { Study } from '#model/study.ts';
import { dissimilarity } from '#stats/indices/evenness/dissimilarity.ts';
import { exampleVariable } from '../model/exampleStudy.ts';
import { hundreds, mixed, planRequest, planStudy } from './planStudy.ts';

const hidden = (...at: readonly number[]) =>
  mixed.map((count, a) => (at.includes(a) ? ('secret' as const) : count));
const rangeOf = (study: Study, parts: Partial<typeof planRequest> = {}) =>
  measure(study, { ...planRequest, ...parts }).range;
/** D over all areas with these counts in place of the secret ones. */
const withCounts = (counts: Readonly<Record<number, number>>): number => {
  const x = mixed.map((count, a) => counts[a] ?? count);
  return dissimilarity(
    x,
    x.map((count) => 100 - count),
  );
};
const all = (most: number) => Array.from({ length: most + 1 }, (_, count) => count);

describe('the range under secret counts', () => {
  it('is exact for one secret count: the least and the greatest of all it may be', () => {
    const range = rangeOf(planStudy([{ year: 2020, x: hidden(3), residents: hundreds }]))!;
    const values = all(100).map((count) => withCounts({ 3: count }));
    expect(range.cells).toBe(1);
    expect(range.used).toBe(16);
    expect(range.ends.D).toMatchObject({ lowKind: 'exact', highKind: 'exact' });
    expect(range.ends.D!.low).toBeCloseTo(Math.min(...values), 12);
    expect(range.ends.D!.high).toBeCloseTo(Math.max(...values), 12);
  });

  it('of two: the far end is exact, the near one a bound just below what whole persons reach', () => {
    const range = rangeOf(planStudy([{ year: 2020, x: hidden(3, 9), residents: hundreds }]))!;
    const values = all(100).flatMap((a) => all(100).map((b) => withCounts({ 3: a, 9: b })));
    expect(range.ends.D).toMatchObject({ lowKind: 'bound', highKind: 'exact' });
    expect(range.ends.D!.high).toBeCloseTo(Math.max(...values), 12);
    expect(range.ends.D!.low).toBeLessThanOrEqual(Math.min(...values) + 1e-12);
    expect(range.ends.D!.low).toBeGreaterThan(Math.min(...values) - 0.005);
  });

  it('keeps to the limits a publisher names', () => {
    const study = planStudy([{ year: 2020, x: hidden(3, 9), residents: hundreds }], {
      variables: ['x', 'y', 'z', 'residents'].map((id) =>
        exampleVariable(id, id === 'x' ? { secret: { from: 1, to: 2 } } : {}),
      ),
    });
    const values = [1, 2].flatMap((a) => [1, 2].map((b) => withCounts({ 3: a, 9: b })));
    const { D } = rangeOf(study)!.ends;
    expect(D).toMatchObject({ lowKind: 'exact', highKind: 'exact' });
    expect(D!.low).toBeCloseTo(Math.min(...values), 12);
    expect(D!.high).toBeCloseTo(Math.max(...values), 12);
  });

  it('takes in counts kept back because their area has too few people, which no limits hold for', () => {
    const x = mixed.map((count, a) => (a === 3 ? ('too-small' as const) : count));
    const study = planStudy([{ year: 2020, x, residents: hundreds }], {
      variables: ['x', 'y', 'z', 'residents'].map((id) =>
        exampleVariable(id, id === 'x' ? { secret: { from: 1, to: 2 } } : {}),
      ),
    });
    const values = all(100).map((count) => withCounts({ 3: count }));
    expect(rangeOf(study)!.ends.D!.low).toBeCloseTo(Math.min(...values), 12);
    expect(rangeOf(study)!.ends.D!.high).toBeCloseTo(Math.max(...values), 12);
  });

  it('at a coarser level has the whole of both areas: district totals stay', () => {
    const study = planStudy([{ year: 2020, x: hidden(3), residents: hundreds }]);
    const values = all(100).map((count) => {
      const x = mixed.map((known, a) => (a === 3 ? count : known));
      const sums = [0, 2, 8, 10].map((first) =>
        [0, 1, 4, 5].reduce((sum, step) => sum + x[first + step]!, 0),
      );
      return dissimilarity(
        sums,
        sums.map((sum) => 400 - sum),
      );
    });
    const { D } = rangeOf(study, { family: 'district' })!.ends;
    expect(D!.low).toBeCloseTo(Math.min(...values), 12);
    expect(D!.high).toBeCloseTo(Math.max(...values), 12);
  });

  it('against another group leaves that group its known persons', () => {
    const y = hundreds.map(() => 10);
    const study = planStudy([{ year: 2020, x: hidden(3), y, residents: hundreds }]);
    const values = all(90).map((count) =>
      dissimilarity(
        mixed.map((known, a) => (a === 3 ? count : known)),
        y,
      ),
    );
    const { D } = rangeOf(study, { reference: 'y' })!.ends;
    expect(D!.low).toBeCloseTo(Math.min(...values), 12);
    expect(D!.high).toBeCloseTo(Math.max(...values), 12);
  });

  it('is silent where nothing is secret, where it cannot tell, and about what is merely missing', () => {
    const known = planStudy([{ year: 2020, x: mixed, residents: hundreds }]);
    expect(rangeOf(known)).toBeNull();
    const both = planStudy([{ year: 2020, x: hidden(3), y: hidden(3), residents: hundreds }]);
    expect(rangeOf(both, { reference: 'y' })).toBeNull();
    const missing = mixed.map((count, a) => (a === 3 ? ('missing' as const) : count));
    expect(rangeOf(planStudy([{ year: 2020, x: missing, residents: hundreds }]))).toBeNull();
    const lost = hundreds.map((count, a) => (a === 3 ? ('missing' as const) : count));
    expect(rangeOf(planStudy([{ year: 2020, x: hidden(3, 4), residents: lost }]))).toMatchObject({
      cells: 1,
      used: 15,
    });
  });
});
