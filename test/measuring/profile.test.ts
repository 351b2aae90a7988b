import { describe, expect, it } from 'vitest';
import type { ProfileRequest } from '#measuring/answer.ts';
import { measure } from '#measuring/measure.ts';
import { profileIndices, profileOf } from '#measuring/profile.ts';
import { hundreds, mixed, planRequest, planStudy, split } from './planStudy.ts';

const radii = [100, 500, 1000, 2000, 4000, 8000];
const ask = (parts: Partial<ProfileRequest> = {}): ProfileRequest => ({ ...planRequest, radii, ...parts });
const study = planStudy([
  { year: 2018, x: mixed, residents: hundreds },
  { year: 2020, x: split, residents: hundreds },
]);

describe('the profile over radii', () => {
  const answer = profileOf(study, ask());
  const falls = (values: readonly number[]) => values.every((v, k) => k === 0 || v <= values[k - 1]! + 1e-12);

  it('has a value of every spatial index at every radius, falling with it', () => {
    expect(profileIndices.length).toBeGreaterThan(0);
    for (const { id } of profileIndices) expect(answer.values[id], id).toHaveLength(radii.length);
    expect(falls(answer.values.spatial_H!)).toBe(true);
    expect(falls(answer.values.spatial_D!)).toBe(true);
  });

  it('begins at the value without space where no other area is near', () => {
    const { indices } = measure(study, ask());
    const H = indices.find(({ id }) => id === 'H')!.value;
    expect(answer.values.spatial_H![0]).toBeCloseTo(H, 12);
  });

  it('agrees with the measurement at its radius', () => {
    const { indices } = measure(study, ask({ radius: 2000 }));
    for (const { id } of profileIndices) {
      expect(answer.values[id]![3], id).toBeCloseTo(indices.find((one) => one.id === id)!.value, 12);
    }
  });

  it('sets the first year beside it, and none beside the first', () => {
    expect(answer.before?.year).toBe(2018);
    expect(profileOf(study, ask({ year: 2018 })).values).toEqual(answer.before!.values);
    expect(profileOf(study, ask({ year: 2018 })).before).toBeNull();
  });

  it('tells a city divided into halves from a chequered one', () => {
    const { macroMicro } = answer;
    expect(macroMicro.spatial_H).toBeCloseTo(answer.values.spatial_H![4]! / answer.values.spatial_H![1]!, 12);
    const chequered = planStudy([
      { year: 2020, x: hundreds.map((_, a) => ((a + Math.floor(a / 4)) % 2 ? 80 : 5)), residents: hundreds },
    ]);
    const profile = profileOf(chequered, ask());
    expect(profile.values.spatial_H![0]).toBeCloseTo(answer.values.spatial_H![0]!, 12);
    expect(profile.values.spatial_H![3]).toBeLessThan(answer.values.spatial_H![3]! / 2);
  });

  it('is refused without geometry, and as a measurement is', () => {
    expect(profileOf(study, ask({ family: 'district' }))).toMatchObject({
      refusal: 'no-geometry',
      values: {},
    });
    expect(profileOf(study, ask({ group: 'nobody' }))).toMatchObject({ refusal: 'unknown-group' });
  });
});
