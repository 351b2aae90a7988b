import { describe, expect, it } from 'vitest';
import { clusters } from '#measuring/answer.ts';
import { decompose } from '#measuring/decomposition.ts';
import { beginLocal } from '#measuring/local.ts';
import { measure } from '#measuring/measure.ts';
import { createMeasureCache, levelGeography } from '#measuring/measureCache.ts';
import { profileOf } from '#measuring/profile.ts';
import { beginUncertainty } from '#measuring/uncertainty.ts';
import { levelFor } from '#model/lookup.ts';
import { finish } from '#stats/inference/stepper.ts';
import { berlinMissing, berlinRegister } from './berlinRegister.ts';

if (berlinMissing) console.warn(berlinMissing);

describe.skipIf(berlinMissing)(`the Berlin register${berlinMissing ? ` – ${berlinMissing}` : ''}`, () => {
  const study = berlinMissing ? null! : berlinRegister();
  const cache = createMeasureCache();
  const request = {
    family: 'plr',
    year: 2024,
    group: 'foreigners',
    reference: 'germans',
    neighbourhood: 'contiguity',
    radius: 1000,
    kernel: 'biweight',
  } as const;
  const draws = { bootstraps: 0, permutations: 999, seed: 1 };
  const answer = berlinMissing ? null! : measure(study, request, cache);
  const index = (id: string) => answer.indices.find((candidate) => candidate.id === id)!;

  it('has the published totals of 31.12.2024', () => {
    expect(answer.groupTotal).toBe(971_878);
    expect(answer.groupTotal + answer.referenceTotal).toBe(3_897_145);
    // Two planning areas have no resident.
    expect([answer.used, answer.excluded]).toEqual([540, 2]);
  });

  it('gives the reference values (oracles, berlin_plr_2024)', () => {
    expect(index('D').value).toBeCloseTo(0.21082266931499116, 12);
    expect(index('G').value).toBeCloseTo(0.29779468791184266, 12);
    expect(index('H').value).toBeCloseTo(0.04881007539274503, 12);
    expect(index('xPx').value).toBeCloseTo(0.28941501015904825, 12);
    expect(index('D_modified').value).toBeCloseTo(0.2024029039654766, 10);
  });

  it('falls with every coarser level: 21.1, 18.8, 17.2, 12.5', () => {
    expect(answer.scale.map(({ level, used }) => [level, used])).toEqual([
      ['plr-2021', 540],
      ['bzr', 143],
      ['pgr', 58],
      ['bez', 12],
    ]);
    const D = answer.scale.map(({ values }) => values.D!);
    [0.210823, 0.187747, 0.171674, 0.124942].forEach((value, i) => {
      expect(D[i]).toBeCloseTo(value, 5);
    });
  });

  it('fell from 29.6 in 2015 over the change of areas in 2021', () => {
    expect(answer.course.map(({ year, level }) => `${year} ${level}`)).toEqual([
      '2015 plr-2020',
      '2017 plr-2020',
      '2019 plr-2020',
      '2020 plr-2020',
      '2021 plr-2021',
      '2022 plr-2021',
      '2023 plr-2021',
      '2024 plr-2021',
    ]);
    expect(answer.course[0]!.values.D).toBeCloseTo(0.296, 3);
    expect(answer.course.at(-1)!.values.D).toBe(index('D').value);
  });

  it('does not compare foreigners with people with migration background', () => {
    expect(measure(study, { ...request, reference: 'migration-background' }, cache).refusal).toBe(
      'overlapping-groups',
    );
    const undeclared = { ...study, groups: study.groups.map((group) => ({ ...group, overlaps: [] })) };
    expect(measure(undeclared, { ...request, reference: 'migration-background' }, cache).refusal).toBe(
      'overlapping-groups',
    );
  });

  it('shows a neighbourhood that is no chance', () => {
    expect(index('moran').value).toBeCloseTo(0.562, 3);
    const stepper = beginUncertainty(study, { ...request, ...draws }, cache);
    // All but the indices over pairs.
    stepper.step(stepper.marks[3]!);
    expect(stepper.result().indices.moran!.p).toBe(0.001);
    expect(stepper.result().indices.D!.p).toBe(0.001);
  });

  it('has the published intervals’ order of magnitude: Berlin is large, chance small', () => {
    const cheap = { ...request, ...draws, bootstraps: 99, permutations: 0 };
    const stepper = beginUncertainty(study, cheap, cache);
    stepper.step(stepper.marks[0]!);
    const { D } = stepper.result().indices;
    const value = index('D').value;
    expect(D!.low).toBeGreaterThan(value - 0.003);
    expect(D!.high).toBeLessThan(value + 0.003);
    expect(D!.low).toBeLessThan(value);
  });

  it('finds clusters of high share in the inner city, with and without discovery control', () => {
    const ask = { ...request, second: null, permutations: 9999, seed: 1 };
    const local = finish(beginLocal(study, { ...ask, discovery: true }, cache));
    const single = finish(beginLocal(study, { ...ask, discovery: false }, cache));
    expect(local.global.value).toBeCloseTo(index('moran').value, 12);
    const count = (name: (typeof clusters)[number]) =>
      local.cluster.filter((code) => clusters[code] === name).length;
    expect(count('high-high')).toBeGreaterThan(20);
    expect(count('low-low')).toBeGreaterThan(20);
    expect(count('excluded')).toBe(2);
    const isCluster = (code: number) => code >= 1 && code <= 4;
    expect(local.cluster.filter(isCluster).length).toBeLessThan(single.cluster.filter(isCluster).length);
  });

  it('lies mostly between small areas: the rest adds up', () => {
    const { nested, total, change } = decompose(study, { ...request, from: null }, cache);
    expect(nested.map(({ units }) => units)).toEqual([12, 58, 143, 540]);
    expect(nested.reduce((sum, { M }) => sum + M, 0)).toBeCloseTo(total.M, 12);
    expect(total.H).toBeCloseTo(index('H').value, 12);
    expect(change?.from).toBe(2021);
  });

  it('is no question of small surroundings alone', () => {
    const { values, macroMicro, before } = profileOf(study, { ...request, radii: [500, 1000, 4000] }, cache);
    const [near = NaN, middle = NaN, far = NaN] = values.spatial_H!;
    expect(near).toBeLessThan(index('H').value);
    expect(near).toBeGreaterThan(middle);
    expect(middle).toBeGreaterThan(far);
    expect(macroMicro.spatial_H).toBeCloseTo(far / near, 12);
    expect(before?.year).toBe(2015);
  });

  it('makes the neighbourhood of a level once, whatever is asked afterwards', () => {
    const level = levelFor(study, 'plr', 2024)!;
    const before = levelGeography(study, level, cache);
    measure(study, { ...request, reference: 'rest' }, cache);
    measure(study, { ...request, year: 2021 }, cache);
    expect(levelGeography(study, level, cache)).toBe(before);
  });
});
