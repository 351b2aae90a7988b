import { describe, expect, it } from 'vitest';
import { measure } from '#measuring/measure.ts';
import { createMeasureCache, levelGeography } from '#measuring/measureCache.ts';
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
    expect(finish(beginUncertainty(study, { ...request, ...draws }, cache)).indices.moran!.p).toBe(0.001);
  });

  it('makes the neighbourhood of a level once, whatever is asked afterwards', () => {
    const level = levelFor(study, 'plr', 2024)!;
    const before = levelGeography(study, level, cache);
    measure(study, { ...request, reference: 'rest' }, cache);
    measure(study, { ...request, year: 2021 }, cache);
    expect(levelGeography(study, level, cache)).toBe(before);
  });
});
