import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardStudy } from '#disclosure/guard.ts';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import { asDelivered } from '#disclosure/profiles.ts';
import { hiddenCells } from '#disclosure/report.ts';
import type { Study } from '#model/study.ts';
import {
  exampleGroup,
  exampleLevel,
  exampleStudy,
  exampleVariable,
  observations,
} from '../model/exampleStudy.ts';
import { attack } from './attacker.ts';
import { anyCity, cityAdditions, cityStudy } from './cityStudy.ts';

const own = (minimumCount: number, parts: Partial<DisclosureProfile> = {}): DisclosureProfile => ({
  ...asDelivered,
  id: 'own',
  minimumCount,
  secondary: true,
  ...parts,
});

/** Two in an area of districts where, as published, there are none: no company makes them a secret. */
function contradicting(study: Study): Study {
  return {
    ...study,
    variables: [...study.variables, exampleVariable('odd')],
    observations: study.observations.map((one) => {
      const { values } = one.columns.residents!;
      const odd = values.map((_, a) => (one.level === 'area' && a === 0 ? 2 : 0));
      return { ...one, columns: { ...one.columns, odd: { values: odd, signs: null } } };
    }),
  };
}

function without(study: Study, variable: string): Study {
  return {
    ...study,
    observations: study.observations.map((one) => ({
      ...one,
      columns: Object.fromEntries(Object.entries(one.columns).filter(([id]) => id !== variable)),
    })),
  };
}

test('one figure beyond help is told, and all others are still looked at by all sums together', () => {
  let secrets = 0;
  fc.assert(
    fc.property(anyCity, fc.constantFrom(3, 5), (city, minimum) => {
      const { study, report } = guardStudy(contradicting(city), own(minimum));
      expect(report.beyondHelp.named).toContainEqual({
        variable: 'odd',
        level: 'area',
        area: 'Gebiet a0',
        year: 2020,
      });
      // By chance others add up with it, and contradict each other, too.
      fc.pre(report.beyondHelp.cells === 1);
      for (const [name, { width }] of attack(without(study, 'odd'), cityAdditions, 300)) {
        secrets++;
        expect(width, name).toBeGreaterThanOrEqual(minimum - 1);
      }
    }),
    { seed: 1, numRuns: 60 },
  );
  expect(secrets).toBeGreaterThan(300);
});

/** Found by search: without a look at all sums together the attack succeeds in these. */
test.each([
  {
    cells: [
      [5, 5, 0, 0],
      [3, 1, 5, 9],
      [5, 1, 6, 5],
      [0, 0, 2, 6],
      [4, 6, 0, 2],
    ],
    districts: 1,
  },
  {
    cells: [
      [0, 10, 1, 5],
      [1, 2, 1, 4],
      [0, 4, 3, 2],
      [8, 10, 0, 8],
      [3, 5, 4, 0],
      [1, 12, 10, 2],
      [5, 0, 3, 7],
    ],
    districts: 1,
  },
])('nor does it keep circles of sums from being looked at: %#', ({ cells, districts }) => {
  const city = contradicting(cityStudy(cells, districts, true));
  const { study, report } = guardStudy(city, own(5));
  expect(report.beyondHelp.cells).toBe(1);
  const secrets = [...attack(without(study, 'odd'), cityAdditions, 300)];
  expect(secrets.length).toBeGreaterThan(10);
  for (const [name, { width }] of secrets) expect(width, name).toBeGreaterThanOrEqual(4);
});

test('what others leave of a hidden whole does not drag the whole city along', () => {
  // Three of three in one area, and two groups that share nobody: the rest is three of an unknown number.
  const residents = [3, 4000, 5000, 6000, 7000, 8000];
  const study = exampleStudy({
    families: ['area', 'city'].map((id) => ({ id, name: { de: id, en: id }, plural: { de: id, en: id } })),
    levels: [
      exampleLevel(
        'area',
        residents.map((_, a) => `a${a}`),
        {
          parent: { level: 'city', keys: residents.map(() => 'c') },
        },
      ),
      exampleLevel('city', ['c']),
    ],
    variables: ['residents', 'one', 'other'].map((id) => exampleVariable(id)),
    groups: [exampleGroup('one'), exampleGroup('other')],
    observations: [
      observations('area', [2020], {
        residents: [residents],
        one: [[0, 300, 400, 500, 600, 700]],
        other: [[0, 310, 410, 510, 610, 710]],
      }),
    ],
  });
  const { report } = guardStudy(study, own(5));
  // The three, what the groups leave, and the smallest area for company.
  expect(hiddenCells(report)).toBe(2);
  expect(report.beyondHelp).toEqual({ cells: 0, named: [] });
});

test('a part that its small whole confines gets the whole for company, and nothing else', () => {
  const study = cityStudy(
    [
      [1, 0, 0, 1],
      [40, 50, 60, 90],
      [40, 50, 60, 80],
      [30, 20, 60, 70],
      [30, 20, 61, 70],
    ],
    1,
    false,
  );
  const { study: guarded, report } = guardStudy(study, own(0, { minimumDenominator: 20 }));
  expect(report.beyondHelp.cells).toBe(0);
  for (const [name, { width }] of attack(guarded, cityAdditions, 300)) {
    expect(width, name).toBeGreaterThanOrEqual(1);
  }
});
