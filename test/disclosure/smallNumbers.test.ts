import { describe, expect, test } from 'vitest';
import { proposedProfile, smallNumbers } from '#disclosure/smallNumbers.ts';
import { signCode } from '#model/sign.ts';
import type { Study, Variable } from '#model/study.ts';
import { exampleLevel, exampleStudy, exampleVariable, observations } from '../model/exampleStudy.ts';

function city(values: readonly number[], variable: Partial<Variable> = {}): Study {
  return exampleStudy({
    levels: [
      exampleLevel(
        'area',
        values.map((_, a) => `a${a}`),
      ),
    ],
    variables: [exampleVariable('group', { unit: 'persons', ...variable })],
    observations: [observations('area', [2020], { group: [values] })],
  });
}

const tens = Array.from({ length: 40 }, (_, i) => 10 * i);

describe('what counts say about their protection', () => {
  test('counts of 1 and 2 are found, zeros and threes are none', () => {
    const found = smallNumbers(city([0, 1, 2, 3, 40]));
    expect(found).toMatchObject({ counts: 5, small: 2, secret: 0, multipleOf: null, most: { small: 2 } });
    expect(proposedProfile(found).id).toBe('standard');
  });

  test.each<[string, Partial<Variable>]>([
    ['dwellings', { unit: 'dwellings' }],
    ['published values', { kind: 'value', unit: 'share' }],
    ['places', { unit: 'places' }],
  ])('%s are not about people', (_, variable) => {
    const found = smallNumbers(city([1, 2, 2, 1], variable));
    expect(found).toMatchObject({ counts: 0, small: 0, most: null });
    expect(proposedProfile(found).id).toBe('as-delivered');
  });

  test.each([
    [10, tens],
    [5, tens.map((value) => value / 2)],
    [3, tens.map((value) => (value / 10) * 3)],
  ])('multiples of %i were rounded before', (base, values) => {
    const found = smallNumbers(city(values));
    expect(found).toMatchObject({ small: 0, multipleOf: base });
    expect(proposedProfile(found).id).toBe('as-delivered');
    expect(smallNumbers(city([...values, 101])).multipleOf).toBeNull();
  });

  test('few counts are multiples by chance', () => {
    expect(smallNumbers(city([10, 20, 30])).multipleOf).toBeNull();
  });

  test('secret marks are counted; small ones beside them still ask for protection', () => {
    const marked = (values: readonly number[]): Study => {
      const study = city(values);
      const [own] = study.observations;
      const column = own!.columns.group!;
      const signs = Uint8Array.from(column.values, (value) => (Number.isNaN(value) ? signCode('secret') : 0));
      return { ...study, observations: [{ ...own!, columns: { group: { ...column, signs } } }] };
    };
    const kept = smallNumbers(marked([NaN, NaN, 7, 40]));
    expect(kept).toMatchObject({ counts: 2, small: 0, secret: 2 });
    expect(proposedProfile(kept).id).toBe('as-delivered');
    expect(proposedProfile(smallNumbers(marked([NaN, 2, 7, 40]))).id).toBe('standard');
  });

  test('children of institutions are people', () => {
    const study = { ...city([50, 60]), compositions: [] };
    const row = { institution: 's', year: 2020, classKind: 'all', total: 20, counts: { ndh: 2 } } as const;
    expect(smallNumbers({ ...study, compositions: [row] })).toMatchObject({ counts: 4, small: 1 });
  });
});
