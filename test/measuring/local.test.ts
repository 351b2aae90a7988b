import { describe, expect, it } from 'vitest';
import { clusters, type LocalRequest } from '#measuring/answer.ts';
import { beginLocal } from '#measuring/local.ts';
import { measure } from '#measuring/measure.ts';
import type { Study } from '#model/study.ts';
import { finish } from '#stats/inference/stepper.ts';
import { exampleIndicator, exampleVariable } from '../model/exampleStudy.ts';
import { hundreds, mixed, planRequest, planStudy, split, squareAt } from './planStudy.ts';

const ask = (parts: Partial<LocalRequest> = {}): LocalRequest => ({
  ...planRequest,
  second: null,
  permutations: 999,
  seed: 1,
  discovery: false,
  ...parts,
});
const divided = planStudy([{ year: 2020, x: split, residents: hundreds }]);
const local = (study: Study, parts: Partial<LocalRequest> = {}) => finish(beginLocal(study, ask(parts)));
const kinds = (codes: Uint8Array) => Array.from(codes, (code) => clusters[code]);

describe('local patterns', () => {
  it('of a divided city: high among high in the west, low among low in the east', () => {
    const answer = local(divided);
    // At the outer edge all five neighbours are of their kind.
    expect([4, 8].map((a) => kinds(answer.cluster)[a])).toEqual(['high-high', 'high-high']);
    expect([7, 11].map((a) => kinds(answer.cluster)[a])).toEqual(['low-low', 'low-low']);
    [1, 1, -1, -1].forEach((z, a) => {
      expect(answer.z[a]).toBeCloseTo(z, 12);
    });
    expect(answer.lag[0]).toBeCloseTo(1, 12);
    expect(answer.hotspot[0]).toBeGreaterThan(1.9);
    expect(answer.hotspot[3]).toBeLessThan(-1.9);
  });

  it('agree with the whole: Moran’s I is the mean of the local ones, and that of the measurement', () => {
    const study = planStudy([{ year: 2020, x: mixed, residents: hundreds }]);
    const { moran, global } = local(study);
    const I = measure(study, ask()).indices.find(({ id }) => id === 'moran')!;
    expect(global.value).toBeCloseTo(I.value, 12);
    expect(global.expected).toBeCloseTo(I.expected, 12);
    expect(moran.reduce((sum, one) => sum + one, 0) / 16).toBeCloseTo(I.value, 12);
  });

  it('has p of discovery never below the single ones', () => {
    const study = planStudy([{ year: 2020, x: mixed, residents: hundreds }]);
    const [single, joint] = [local(study), local(study, { discovery: true })];
    for (const a of single.p.keys()) expect(joint.p[a]).toBeGreaterThanOrEqual(single.p[a]!);
    expect(joint.hotspotP.some((p, a) => p > single.hotspotP[a]!)).toBe(true);
    const count = (codes: Uint8Array) => codes.filter((code) => code >= 1 && code <= 4).length;
    expect(count(joint.cluster)).toBeLessThanOrEqual(count(single.cluster));
  });

  it('names islands and what is excluded', () => {
    const [block, ...others] = divided.levels;
    const geometries = block!.geometries.map((geometry, a) => (a === 15 ? squareAt(30, 30) : geometry));
    const x = split.map((count, a) => (a === 2 ? ('secret' as const) : count));
    const gaps = {
      ...planStudy([{ year: 2020, x, residents: hundreds }]),
      levels: [{ ...block!, geometries }, ...others],
    };
    const answer = local(gaps);
    expect(kinds(answer.cluster)[15]).toBe('island');
    expect(kinds(answer.cluster)[2]).toBe('excluded');
    expect([answer.z[2], answer.moran[2], answer.p[15]]).toEqual([NaN, NaN, NaN]);
    expect(answer.z[15]).not.toBeNaN();
  });

  it('is the same in whatever portions', () => {
    const whole = local(divided, { permutations: 1500 });
    const stepper = beginLocal(divided, ask({ permutations: 1500 }));
    for (let size = 1; stepper.done < stepper.total; size += 97) stepper.step(size);
    expect(stepper.result()).toEqual(whole);
    expect(local(divided, { permutations: 1500, seed: 2 }).p).not.toEqual(whole.p);
  });

  describe('of two things', () => {
    const withRent = (rents: readonly number[]): Study => {
      const [block] = divided.observations;
      return {
        ...divided,
        variables: [...divided.variables, exampleVariable('rent', { kind: 'value', unit: 'euro-per-sqm' })],
        indicators: [exampleIndicator('rent', { kind: 'value', variable: 'rent' })],
        observations: [
          {
            ...block!,
            columns: { ...block!.columns, rent: { values: Float64Array.from(rents), signs: null } },
          },
        ],
      };
    };

    it('tells the share here from the indicator next door', () => {
      const rents = split.map((x) => (x > 50 ? 6 : 12));
      const answer = local(withRent(rents), { second: 'rent' });
      expect(answer.global.value).toBeLessThan(-0.3);
      // High share, low rents around.
      expect(kinds(answer.cluster)[4]).toBe('high-low');
      expect(kinds(answer.cluster)[7]).toBe('low-high');
      expect(answer.lag[0]).toBeCloseTo(-1, 12);
      expect(answer.z[0]).toBeCloseTo(1, 12);
    });

    it('leaves out areas without the indicator', () => {
      const rents = split.map((x, a) => (a === 5 ? NaN : x > 50 ? 6 : 12));
      const answer = local(withRent(rents), { second: 'rent' });
      expect(kinds(answer.cluster)[5]).toBe('excluded');
      expect(answer.z[5]).toBeNaN();
    });

    it('that nobody knows is refused', () => {
      expect(local(divided, { second: 'rent' }).refusal).toBe('no-figures');
    });
  });

  it('refuses what cannot be asked, and leaves undefined what does not vary', () => {
    expect(local(divided, { group: 'nobody' })).toMatchObject({ refusal: 'unknown-group', level: 'block' });
    expect(local(divided, { family: 'district' }).refusal).toBe('no-geometry');
    const even = local(planStudy([{ year: 2020, x: hundreds.map(() => 20), residents: hundreds }]));
    expect(even.refusal).toBeNull();
    expect(even.moran.every(Number.isNaN)).toBe(true);
    expect(even.global.value).toBeNaN();
  });
});
