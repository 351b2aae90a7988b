import { describe, expect, test } from 'vitest';
import { guardStudy } from '#disclosure/guard.ts';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import { rulesOf, standard } from '#disclosure/profiles.ts';
import { toldReport } from '#disclosure/report.ts';
import { toldNotes } from '#disclosure/toldNotes.ts';
import { problem } from '#model/result.ts';
import { signs } from '#model/sign.ts';
import type { Study, Variable } from '#model/study.ts';
import { exampleLevel, exampleStudy, exampleVariable, observations } from '../model/exampleStudy.ts';

const three: DisclosureProfile = { ...rulesOf(standard), minimumDenominator: 0, minimumInstitution: 0 };
const residents = [200, 300, 400, 500, 600, 700];

function study(
  years: readonly number[],
  variables: readonly Partial<Variable>[],
  columns: Readonly<Record<string, readonly (readonly number[])[]>>,
  parts: Partial<Study> = {},
): Study {
  return exampleStudy({
    families: ['area', 'half'].map((id) => ({ id, name: { de: id, en: id }, plural: { de: id, en: id } })),
    levels: [
      exampleLevel(
        'area',
        residents.map((_, a) => `a${a}`),
      ),
    ],
    variables: [exampleVariable('residents'), ...variables.map((one) => exampleVariable(one.id!, one))],
    observations: [observations('area', years, { residents: years.map(() => residents), ...columns })],
    ...parts,
  });
}

/** A figure, or the sign in its place. */
function cells({ observations: all }: Study, variable: string, level = 'area'): readonly (number | string)[] {
  const column = all.find((one) => one.level === level)!.columns[variable]!;
  return [...column.values].map((value, at) =>
    Number.isNaN(value) ? signs[column.signs?.[at] ?? 0]! : value,
  );
}

describe('figures that tell hidden ones', () => {
  test('a share goes with the count it tells its whole by, and where that whole is too small', () => {
    const raw = study(
      [2020],
      [{ id: 'cases' }, { id: 'part', kind: 'value', unit: 'share', averagedBy: 'cases' }],
      { cases: [[20, 2, 40, 30, 60, 70]], part: [[0.1, 0.01, 0.2, 0.6, 0.3, 0.35]] },
    );
    const { study: shown, report } = guardStudy(raw, { ...three, minimumDenominator: 100 });
    expect(cells(shown, 'cases')).toEqual([20, 'secret', 40, 30, 60, 70]);
    expect(cells(shown, 'part')).toEqual([0.1, 'secret', 0.2, 'too-small', 0.3, 0.35]);
    expect(report.hidden).toMatchObject({ count: 1, secondary: 1, denominator: 1 });
    expect(report.columns).toContainEqual({ variable: 'part', level: 'area', year: 2020, hidden: 2, of: 2 });
    expect(toldReport(report)).toMatchObject({ hidden: 3, years: [{ year: 2020, hidden: 3 }] });
  });

  test('a change goes with the share of either year', () => {
    const before = [0.1, 0.2, 0.005, 0.2, 0.1, 0.3];
    const now = [0.005, 0.22, 0.1, 0.2, 0.15, 0.31];
    const change = now.map((share, a) => share - before[a]!);
    const raw = study(
      [2018, 2020],
      [
        { id: 'rate', kind: 'value', unit: 'share', weight: 'residents' },
        { id: 'change', kind: 'value', unit: 'share-points', weight: 'residents' },
      ],
      { rate: [before, now], change: [change.map(() => NaN), change] },
    );
    const { study: shown } = guardStudy(raw, three);
    expect(cells(shown, 'rate').filter((cell) => typeof cell === 'string')).toEqual(['secret', 'secret']);
    expect(cells(shown, 'change').slice(6)).toEqual(['secret', change[1], 'secret', ...change.slice(3)]);
  });

  test('a mean goes with those it is the mean of, where they are too few', () => {
    const raw = study(
      [2020],
      [{ id: 'moved' }, { id: 'stay', kind: 'value', unit: 'years', weight: 'moved' }],
      { moved: [[10, 2, 0, 3, 40, 50]], stay: [[5, 6, 7, 8, 9, 10]] },
    );
    expect(cells(guardStudy(raw, three).study, 'stay')).toEqual([5, 'too-small', 7, 8, 9, 10]);
  });

  test('sums of estimated counts with hidden parts are whole numbers: their decimals would tell the parts', () => {
    const keys = residents.map((_, a) => `a${a}`);
    const estimated = { from: 'share', of: 'residents', rounding: { below: 0.0005, above: 0.0005 } } as const;
    const shares = [0.007, 0.1, 0.2, 0.011, 0.1, 0.2];
    const counts = shares.map((share, a) => share * (residents[a]! + 1.5));
    const levels = [
      exampleLevel('area', keys, { parent: { level: 'half', keys: ['x', 'x', 'x', 'y', 'y', 'y'] } }),
      exampleLevel('half', ['x', 'y']),
    ];
    const raw = study([2020], [{ id: 'some', estimated }], { some: [counts] }, { levels });
    const { study: shown } = guardStudy(raw, three);
    expect(cells(shown, 'some').filter((cell) => cell === 'secret')).toHaveLength(2);
    const halves = cells(shown, 'some', 'half');
    expect(halves).toEqual(
      [counts[0]! + counts[1]! + counts[2]!, counts[3]! + counts[4]! + counts[5]!].map(Math.round),
    );
    // Nothing hidden, nothing blurred.
    const open = guardStudy(raw, { ...three, minimumCount: 0, minimumInstitution: 5 }).study;
    expect(cells(open, 'some')).toEqual(counts);
  });
});

describe('what is told of the making of a study', () => {
  const note = problem(
    'rows-without-area-residents',
    { n: 1, level: 'area', areas: 'x', people: 2, year: '2020' },
    { file: 'a.csv' },
  );

  test('bears no numbers of people under a profile, who are in no table that it could protect', () => {
    expect(toldNotes([note], standard)).toEqual([
      problem('rows-without-area', { n: 1, level: 'area', areas: 'x' }, { file: 'a.csv' }),
    ]);
    expect(toldNotes([note], null)).toEqual([note]);
  });
});
