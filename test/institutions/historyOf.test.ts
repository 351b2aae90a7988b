import { describe, expect, it } from 'vitest';
import { historyOf } from '#institutions/historyOf.ts';
import { figures, fourSchools } from './exampleSchools.ts';

describe('history of an institution', () => {
  const study = fourSchools({
    compositions: [
      figures('A', 100, 30, 2019),
      figures('A', 100, 10, 2018),
      figures('A', 20, 15, 2019, 'preparatory'),
      figures('A', 100, null, 2020),
      figures('A', 0, 0, 2021),
      figures('B', 50, 5, 2019),
    ],
  });
  const group = study.groups.find(({ id }) => id === 'ndh');
  if (!group) throw new Error('invalid example');

  it('has its years with figures in order, with the children in preparatory classes', () => {
    expect(historyOf(study, 'A', group)).toEqual([
      { year: 2018, total: 100, count: 10, share: 0.1, preparatory: null, preparatoryCount: null },
      { year: 2019, total: 100, count: 30, share: 0.3, preparatory: 20, preparatoryCount: 15 },
    ]);
  });

  it('is empty for what is not known', () => {
    expect(historyOf(study, 'C', group)).toEqual([]);
    expect(historyOf(study, 'nowhere', group)).toEqual([]);
  });
});
