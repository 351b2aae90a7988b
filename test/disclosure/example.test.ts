import { describe, expect, test } from 'vitest';
import { guardStudy } from '#disclosure/guard.ts';
import { asDelivered, standard } from '#disclosure/profiles.ts';
import { areaValues } from '#model/aggregate.ts';
import { cityStudy } from './cityStudy.ts';

const plain = { ...standard, id: 'own', minimumDenominator: 0 };
/** Young, middle, old, group in four areas of one district. */
const study = cityStudy(
  [
    [2, 40, 30, 10],
    [20, 41, 31, 11],
    [30, 42, 32, 12],
    [25, 43, 33, 13],
    [26, 44, 34, 14],
  ],
  1,
  false,
);

describe('the example of a hidden figure', () => {
  const { example, report, study: guarded } = guardStudy(study, plain);

  test('is one that was hidden for itself, with the one that goes with it', () => {
    expect(example).toMatchObject({ year: 2020, reason: 'count', hidden: { area: 'Gebiet a0', value: 2 } });
    expect(example?.hidden.variable.de).toBe('young');
    const { cell, whole } = example!.company!;
    const level = study.levels.find(({ names }) => names.includes(cell.area))!.id;
    const position = study.levels.find(({ id }) => id === level)!.names.indexOf(cell.area);
    expect(areaValues(study, level, cell.variable.de, 2020)!.values[position]).toBe(cell.value);
    expect(areaValues(guarded, level, cell.variable.de, 2020)!.values[position]).toBeNaN();
    expect(whole.value).toBeGreaterThan(cell.value);
  });

  test('is none where nothing is hidden', () => {
    expect(guardStudy(study, asDelivered).example).toBeNull();
    expect(guardStudy(study, { ...plain, minimumCount: 2 }).example).toBeNull();
  });

  test('years add up to the whole report', () => {
    const sum = (pick: (year: (typeof report.years)[number]) => number) =>
      report.years.reduce((all, year) => all + pick(year), 0);
    const { secondary, ...own } = report.hidden;
    expect(sum(({ cells }) => cells)).toBe(report.cells);
    expect(sum((year) => year.secondary)).toBe(secondary);
    expect(sum(({ hidden }) => hidden)).toBe(Object.values(own).reduce((a, b) => a + b, 0));
    expect(secondary).toBeGreaterThan(0);
  });
});
