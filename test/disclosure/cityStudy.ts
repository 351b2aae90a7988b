import fc from 'fast-check';
import type { Study } from '#model/study.ts';
import {
  exampleGroup,
  exampleLevel,
  exampleStudy,
  exampleVariable,
  observations,
} from '../model/exampleStudy.ts';

export const cityAdditions = [{ parts: ['young', 'middle', 'old'], whole: 'residents' }];

/**
 * A city whose figures are published at two or three levels: residents by three ages that add up, and a group among
 * them. Counts may be tiny.
 */
export function cityStudy(
  cells: readonly (readonly number[])[],
  districts: number,
  isTwoStep: boolean,
): Study {
  const keys = cells.map((_, a) => `a${a}`);
  const upper = Array.from({ length: districts }, (_, d) => `d${d}`);
  const districtOf = keys.map((_, a) => upper[a % districts]!);
  const levels = [
    exampleLevel('area', keys, { parent: { level: 'district', keys: districtOf } }),
    exampleLevel(
      'district',
      upper,
      isTwoStep ? { parent: { level: 'city', keys: upper.map(() => 'c') } } : {},
    ),
    ...(isTwoStep ? [exampleLevel('city', ['c'])] : []),
  ];
  const ids = ['young', 'middle', 'old', 'residents', 'group'];
  const rows = cells.map(([young = 0, middle = 0, old = 0, group = 0]) => [
    young,
    middle,
    old,
    young + middle + old,
    Math.min(group, young + middle + old),
  ]);
  const summed = (members: (a: number) => boolean): readonly number[] =>
    ids.map((_, v) => rows.reduce((sum, row, a) => sum + (members(a) ? row[v]! : 0), 0));
  const table = (level: string, values: readonly (readonly number[])[]) =>
    observations(level, [2020], Object.fromEntries(ids.map((id, v) => [id, [values.map((row) => row[v]!)]])));
  return exampleStudy({
    families: levels.map(({ id }) => ({ id, name: { de: id, en: id }, plural: { de: id, en: id } })),
    levels,
    variables: ids.map((id) => exampleVariable(id)),
    groups: [exampleGroup('group')],
    observations: [
      table('area', rows),
      table(
        'district',
        upper.map((_, d) => summed((a) => a % districts === d)),
      ),
      ...(isTwoStep ? [table('city', [summed(() => true)])] : []),
    ],
  });
}

export const anyCity = fc
  .record({
    cells: fc.array(
      fc.tuple(
        ...([0, 1, 2, 3].map(() =>
          fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.integer({ min: 0, max: 30 })),
        ) as [fc.Arbitrary<number>, fc.Arbitrary<number>, fc.Arbitrary<number>, fc.Arbitrary<number>]),
      ),
      { minLength: 5, maxLength: 8 },
    ),
    districts: fc.integer({ min: 1, max: 3 }),
    isTwoStep: fc.boolean(),
  })
  .map(({ cells, districts, isTwoStep }) => cityStudy(cells, districts, isTwoStep));
