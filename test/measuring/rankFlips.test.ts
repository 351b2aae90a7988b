import { describe, expect, it } from 'vitest';
import { measure } from '#measuring/measure.ts';
import { hundreds, planRequest, planStudy } from './planStudy.ts';

/** Uneven from block to block, but every district alike. */
const chequered = hundreds.map((_, a) => ((a + Math.floor(a / 4)) % 2 ? 40 : 0));
/** Every block of a district alike, the halves of the city a little different. */
const sided = hundreds.map((_, a) => (a < 8 ? 14 : 6));
/** As `chequered`, but weaker. */
const faint = chequered.map((x) => (x ? 36 : 4));

describe('ranks that turn round between levels', () => {
  it('of two groups', () => {
    const study = planStudy([{ year: 2020, x: chequered, y: sided, residents: hundreds }]);
    const { flips, scale } = measure(study, planRequest);
    const flip = flips.find((one) => one.index === 'D' && one.coarser.family === 'district')!;
    expect(flip).toMatchObject({ kind: 'groups', first: 'x', second: 'y' });
    expect(flip.finer.family).toBe('block');
    expect(flip.finer.first).toBeGreaterThan(flip.finer.second);
    expect(flip.coarser.first).toBeLessThan(flip.coarser.second);
    expect(flip.finer.first).toBe(scale[0]!.values.D);
    expect(flip.coarser.first).toBeCloseTo(0, 14);
    // The clearest first.
    const sizes = flips.map(({ finer, coarser }) =>
      Math.min(finer.first - finer.second, coarser.second - coarser.first),
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes.every((size) => size >= 0.001)).toBe(true);
  });

  it('of two years', () => {
    const study = planStudy([
      { year: 2018, x: sided.map((x) => 2 * x), residents: hundreds },
      { year: 2020, x: chequered, residents: hundreds },
    ]);
    const { flips } = measure(study, planRequest);
    expect(flips.find((one) => one.index === 'D' && one.kind === 'years')).toMatchObject({
      first: '2020',
      second: '2018',
      finer: { family: 'block' },
      coarser: { family: 'district' },
    });
  });

  it('are none where one side is ahead everywhere', () => {
    const study = planStudy([{ year: 2020, x: chequered, y: faint, residents: hundreds }]);
    expect(measure(study, planRequest).flips.filter(({ index }) => index === 'D')).toEqual([]);
  });

  it('tell only of the group measured', () => {
    const study = planStudy([{ year: 2020, x: chequered, y: sided, z: faint, residents: hundreds }]);
    const flips = measure(study, { ...planRequest, group: 'z' }).flips.filter(({ index }) => index === 'D');
    expect(flips.length).toBeGreaterThan(0);
    for (const { first, second } of flips) expect([first, second]).toContain('z');
  });
});
