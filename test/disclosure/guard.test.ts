import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardStudy } from '#disclosure/guard.ts';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import { asDelivered, disclosureProfiles, standard, strict } from '#disclosure/profiles.ts';
import { hiddenCells as hiddenInAll } from '#disclosure/report.ts';
import { areaValues, indicatorValues } from '#model/aggregate.ts';
import { signs } from '#model/sign.ts';
import type { Study } from '#model/study.ts';
import {
  exampleGroup,
  exampleIndicator,
  exampleLevel,
  exampleStudy,
  exampleVariable,
  observations,
} from '../model/exampleStudy.ts';
import { attack } from './attacker.ts';
import { anyCity, cityAdditions } from './cityStudy.ts';

const counts = (minimumCount: number, parts: Partial<DisclosureProfile> = {}): DisclosureProfile => ({
  ...asDelivered,
  id: 'own',
  minimumCount,
  secondary: true,
  ...parts,
});

/** `level variable cell` of all figures that the guard took away. */
function hiddenCells(raw: Study, guarded: Study): Set<string> {
  const hidden = new Set<string>();
  for (const { level, columns } of raw.observations) {
    const after = guarded.observations.find((one) => one.level === level);
    for (const [id, { values }] of Object.entries(columns)) {
      values.forEach((value, cell) => {
        if (!Number.isNaN(value) && Number.isNaN(after?.columns[id]?.values[cell] ?? NaN)) {
          hidden.add(`${level} ${id} ${cell}`);
        }
      });
    }
  }
  return hidden;
}

describe('nobody can compute what is hidden', () => {
  test.each([2, 3, 5])(
    'minimum %i: a hidden count may be as many things as counts are hidden by it',
    (minimum) => {
      let secrets = 0;
      fc.assert(
        fc.property(anyCity, (study) => {
          const { study: guarded } = guardStudy(study, counts(minimum));
          for (const [name, { width }] of attack(guarded, cityAdditions, 300)) {
            secrets++;
            expect(width, name).toBeGreaterThanOrEqual(minimum - 1);
          }
        }),
        { seed: 1, numRuns: 150 },
      );
      expect(secrets).toBeGreaterThan(1000);
    },
  );

  test('without company for the hidden cells the attack succeeds: it is one', () => {
    const found: number[] = [];
    fc.assert(
      fc.property(anyCity, (study) => {
        const { study: guarded } = guardStudy(study, counts(3, { secondary: false }));
        found.push(...[...attack(guarded, cityAdditions, 300).values()].map(({ width }) => width));
      }),
      { seed: 1, numRuns: 20 },
    );
    expect(found.filter((width) => width === 0).length).toBeGreaterThan(50);
  });

  test('a count that leaves one other is hidden like the one', () => {
    const { study, report } = guardStudy(twoGroups([49, 20], [50, 50]), counts(3));
    expect(cells(study, 'group')).toEqual(['secret', 20]);
    expect(cells(study, 'residents')).toEqual([50, 50]);
    expect(report.hidden).toMatchObject({ count: 0, complement: 1, secondary: 0 });
  });

  test('zeros stay, and are no company', () => {
    const raw = nested([0, 2, 9, 0], ['d', 'd', 'd', 'd']);
    const { study } = guardStudy(raw, counts(3));
    expect(cells(study, 'residents')).toEqual([0, 'secret', 'secret', 0]);
    expect(cells(study, 'residents', 'district')).toEqual([11]);
  });

  test('one and one in a known sum of two would both be known: a third goes with them', () => {
    const { study } = guardStudy(nested([1, 1, 9, 12], ['d', 'd', 'd', 'd']), counts(3));
    expect(cells(study, 'residents')).toEqual(['secret', 'secret', 'secret', 12]);
  });

  test('figures twice under two names are hidden twice', () => {
    const values = [10, 20, 30, 40, 50, 2, 60];
    const raw = exampleStudy({
      families: [family('area')],
      levels: [
        exampleLevel(
          'area',
          values.map((_, a) => `a${a}`),
        ),
      ],
      variables: [exampleVariable('one'), exampleVariable('other'), exampleVariable('third')],
      observations: [
        observations('area', [2020], { one: [values], other: [values], third: [values.map((v) => v + 1)] }),
      ],
    });
    const { study } = guardStudy(raw, counts(3));
    expect(cells(study, 'other')[5]).toBe('secret');
    expect(cells(study, 'third')[5]).toBe(3);
  });

  test('a published share with its base is the count it tells', () => {
    const people = [200, 300, 400, 500, 600, 150, 90];
    const cases = [20, 60, 100, 140, 180, 2, 30];
    const raw = exampleStudy({
      families: [family('area')],
      levels: [
        exampleLevel(
          'area',
          people.map((_, a) => `a${a}`),
        ),
      ],
      variables: [
        exampleVariable('people'),
        exampleVariable('cases'),
        exampleVariable('rate', { kind: 'value', unit: 'share', weight: 'people' }),
      ],
      observations: [
        observations('area', [2020], {
          people: [people],
          cases: [cases],
          rate: [people.map((all, a) => Math.round((1000 * cases[a]!) / all) / 1000)],
        }),
      ],
    });
    const { study } = guardStudy(raw, counts(3, { minimumDenominator: 100 }));
    expect(cells(study, 'rate').slice(5)).toEqual(['secret', 'too-small']);
    expect(cells(study, 'cases').slice(5)).toEqual(['secret', 'secret']);
    expect(cells(study, 'people')).toEqual(people);
  });

  test('the same ground in another vintage gives nothing away', () => {
    const raw = exampleStudy({
      families: [family('area')],
      levels: [
        exampleLevel('old', ['a', 'b'], { family: 'area', validTo: 2019 }),
        exampleLevel('new', ['x', 'y', 'z'], { family: 'area', validFrom: 2020 }),
      ],
      variables: [exampleVariable('people')],
      observations: [
        observations('old', [2020], { people: [[2, 30]] }),
        observations('new', [2020], { people: [[2, 10, 20]] }),
      ],
      crosswalks: [
        {
          from: 'old',
          to: 'new',
          fromKeys: ['a', 'b', 'b', 'a'],
          toKeys: ['x', 'y', 'z', 'y'],
          weights: Float64Array.of(0.999, 0.4, 0.6, 0.001),
          method: 'area',
        },
      ],
    });
    const hidden = guardStudy(raw, counts(3)).study;
    expect(cells(hidden, 'people', 'new')).toEqual(['secret', 10, 20]);
    // Divided in a way that keeps one part secret: the other goes with it, or the whole.
    const { study } = guardStudy(
      { ...raw, observations: [raw.observations[0]!, observations('new', [2020], { people: [[2, 1, 29]] })] },
      counts(3),
    );
    expect(cells(study, 'people', 'new')).toEqual(['secret', 'secret', 'secret']);
  });

  test('what groups that share nobody leave of all is looked after, too', () => {
    const raw = exampleStudy({
      families: [family('area')],
      levels: [exampleLevel('area', ['a', 'b'])],
      variables: ['residents', 'one', 'other'].map((id) => exampleVariable(id)),
      groups: [exampleGroup('one'), exampleGroup('other')],
      observations: [
        observations('area', [2020], { residents: [[100, 100]], one: [[40, 40]], other: [[59, 50]] }),
      ],
    });
    const { study } = guardStudy(raw, counts(3));
    expect(cells(study, 'one')).toEqual(['secret', 40]);
    expect(cells(study, 'other')).toEqual([59, 50]);
  });
});

describe('a guarded study', () => {
  test('is the study itself where nothing is asked for', () => {
    fc.assert(
      fc.property(anyCity, (study) => {
        expect(guardStudy(study, asDelivered).study).toBe(study);
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  test('loses nothing more when it is guarded again', () => {
    fc.assert(
      fc.property(anyCity, fc.constantFrom(2, 3, 5), (study, minimum) => {
        const once = guardStudy(study, counts(minimum, { minimumDenominator: 20, dominance: 0.85 })).study;
        const twice = guardStudy(once, counts(minimum, { minimumDenominator: 20, dominance: 0.85 })).study;
        expect(hiddenCells(once, twice)).toEqual(new Set());
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  test('hides at least what a lower minimum hides', () => {
    fc.assert(
      fc.property(
        anyCity,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        (study, low, more) => {
          const few = hiddenCells(study, guardStudy(study, counts(low)).study);
          const many = hiddenCells(study, guardStudy(study, counts(low + more)).study);
          for (const cell of few) expect(many).toContain(cell);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  test('hides at least what the next listed profile hides', () => {
    fc.assert(
      fc.property(anyCity, (study) => {
        const hidden = disclosureProfiles.map((profile) =>
          hiddenCells(study, guardStudy(study, profile).study),
        );
        for (const cell of hidden[1]!) expect(hidden[2]).toContain(cell);
        expect(hidden[0]!.size).toBe(0);
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  test('leaves the delivered one as it is, and shares what did not change', () => {
    const raw = twoGroups([2, 20], [500, 500]);
    const before = structuredClone(raw);
    const { study } = guardStudy(raw, standard);
    expect(raw).toEqual(before);
    expect(study.observations[0]!.columns.residents).toBe(raw.observations[0]!.columns.residents);
    expect(study.levels).toBe(raw.levels);
  });

  test('shows no count or share of fewer people than the minimum', () => {
    const { study, report } = guardStudy(twoGroups([30, 40, 0], [99, 100, 20]), standard);
    expect(cells(study, 'group')).toEqual(['too-small', 40, 'too-small']);
    const { values, signs: marks } = indicatorValues(study, 'area', 'share', 2020)!;
    expect([...values]).toEqual([NaN, 0.4, NaN]);
    expect(signs[marks[0]!]).toBe('too-small');
    expect(report.hidden.denominator).toBe(2);
  });

  test('does not say what nearly everybody is', () => {
    const { study } = guardStudy(twoGroups([84, 85, 170], [100, 100, 200]), counts(3, { dominance: 0.85 }));
    expect(cells(study, 'group')).toEqual([84, 'secret', 'secret']);
  });

  test('rounds each figure for itself, halfway to the even multiple', () => {
    const raw = nested([12, 13, 23, 15], ['d', 'd', 'd', 'd']);
    const { study, report } = guardStudy(raw, counts(0, { roundTo: 10 }));
    expect(cells(study, 'residents')).toEqual([10, 10, 20, 20]);
    expect(cells(study, 'residents', 'district')).toEqual([60]);
    expect(report.rounded).toBe(4);
    expect(hiddenInAll(report)).toBe(0);
    const { study: five } = guardStudy(raw, { ...strict, dominance: null });
    expect(cells(five, 'residents')).toEqual([10, 15, 25, 15]);
  });

  test('keeps the sums of coarser levels, though parts of them are hidden', () => {
    const raw = nested([2, 1, 300, 400], ['d', 'd', 'd', 'e']);
    const { study } = guardStudy(raw, counts(3));
    expect([...areaValues(study, 'district', 'residents', 2020)!.values]).toEqual([303, 400]);
  });

  test('tells the limits of its secrets only where they hold and narrow nothing down', () => {
    const secretOf = (study: Study) => study.variables.find(({ id }) => id === 'group')?.secret;
    const all = [500, 500, 500, 500, 500, 500];
    const apart = guardStudy(twoGroups([2, 20, 1, 2, 1, 1], all), counts(3)).study;
    expect(secretOf(apart)).toEqual({ from: 1, to: 2 });
    // One of the hidden is nearly everybody.
    expect(secretOf(guardStudy(twoGroups([2, 499, 1, 2, 1, 1], all), counts(3)).study)).toBeNull();
    // Of a few it would tell which.
    expect(secretOf(guardStudy(twoGroups([2, 20], [500, 500]), counts(3)).study)).toBeNull();
    expect(secretOf(guardStudy(twoGroups([30, 20], [500, 500]), counts(3)).study)).toBeUndefined();
  });

  test('reports the people concerned', () => {
    const { report } = guardStudy(twoGroups([2, 20, 1], [500, 600, 700]), counts(3));
    expect(report.areas).toEqual({
      level: 'area',
      year: 2020,
      areas: 2,
      of: 3,
      residents: 1200,
      ofResidents: 1800,
    });
    expect(report.columns).toEqual([{ variable: 'group', level: 'area', year: 2020, hidden: 2, of: 3 }]);
    expect(report.cells).toBe(6);
  });

  test('counts the people that shares refer to, not those who have a second home here as well', () => {
    const one = twoGroups([2, 20, 1], [500, 600, 700]);
    const raw: Study = {
      ...one,
      variables: [...one.variables, exampleVariable('registered')],
      observations: [
        observations('area', [2020], {
          residents: [[500, 600, 700]],
          group: [[2, 20, 1]],
          registered: [[900, 900, 900]],
        }),
      ],
    };
    expect(guardStudy(raw, counts(3)).report.areas).toMatchObject({ residents: 1200, ofResidents: 1800 });
  });
});

function family(id: string) {
  return { id, name: { de: id, en: id }, plural: { de: id, en: id } };
}

function twoGroups(group: readonly number[], residents: readonly number[]): Study {
  return exampleStudy({
    families: [family('area')],
    levels: [
      exampleLevel(
        'area',
        group.map((_, a) => `a${a}`),
      ),
    ],
    variables: [exampleVariable('residents'), exampleVariable('group')],
    groups: [exampleGroup('group')],
    indicators: [
      exampleIndicator('share', { kind: 'share', numerator: ['group'], denominator: ['residents'] }),
    ],
    observations: [observations('area', [2020], { residents: [residents], group: [group] })],
  });
}

/** Residents of areas in districts, which are only summed. */
function nested(residents: readonly number[], districts: readonly string[]): Study {
  const upper = [...new Set(districts)];
  return exampleStudy({
    families: [family('area'), family('district')],
    levels: [
      exampleLevel(
        'area',
        residents.map((_, a) => `a${a}`),
        { parent: { level: 'district', keys: districts } },
      ),
      exampleLevel('district', upper),
    ],
    variables: [exampleVariable('residents')],
    observations: [observations('area', [2020], { residents: [residents] })],
  });
}

/** A figure, or the sign in its place. */
function cells(study: Study, variable: string, level = 'area'): readonly (number | string)[] {
  const column = study.observations.find((one) => one.level === level)?.columns[variable];
  return [...(column?.values ?? [])].map((value, cell) =>
    Number.isNaN(value) ? signs[column?.signs?.[cell] ?? 0]! : value,
  );
}
