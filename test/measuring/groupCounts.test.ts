import { describe, expect, it } from 'vitest';
import { groupCounts } from '#measuring/groupCounts.ts';
import { groupSelection } from '#measuring/groupSelection.ts';
import {
  exampleGroup,
  exampleLevel,
  exampleStudy,
  exampleVariable,
  observations,
} from '../model/exampleStudy.ts';

const study = exampleStudy({
  levels: [
    exampleLevel('fine', ['a', 'b', 'c', 'd'], { parent: { level: 'coarse', keys: ['1', '1', '2', null] } }),
    exampleLevel('coarse', ['1', '2', '3']),
  ],
  variables: ['x', 'y', 'residents'].map((id) => exampleVariable(id)),
  groups: [exampleGroup('x'), exampleGroup('y')],
  observations: [
    observations('fine', [2020], {
      x: [[1, 2, 0, 4]],
      y: [[3, 'secret', 0, 5]],
      residents: [[10, 10, 0, 20]],
    }),
  ],
});

function counts(level: string, ...ids: readonly string[]) {
  const selection = groupSelection(study, ids);
  if ('refusal' in selection) throw new Error(selection.refusal);
  const found = groupCounts(study, level, selection, 2020);
  if ('refusal' in found) throw new Error(found.refusal);
  return found;
}

describe('counts of several groups', () => {
  it('stand in the order asked for, with everybody else where `rest` is', () => {
    const { columns, positions } = counts('fine', 'rest', 'y', 'x');
    expect(columns.map((column) => [...column])).toEqual([
      [6, NaN, 0, 11],
      [3, NaN, 0, 5],
      [1, NaN, 0, 4],
    ]);
    expect([...positions]).toEqual([0, 3]);
  });

  it('without `rest` leave everybody else out', () => {
    expect(counts('fine', 'x', 'y').columns).toHaveLength(2);
    expect([...counts('fine', 'x', 'y').columns[0]!]).toEqual([1, NaN, 0, 4]);
  });

  it('are summed upwards from the places that know all of them', () => {
    const { columns, positions } = counts('coarse', 'x', 'y');
    // b is secret for y, so its x does not count either; d has no parent; nothing lies in 3.
    expect(columns.map((column) => [...column])).toEqual([
      [1, 0, NaN],
      [3, 0, NaN],
    ]);
    expect([...positions]).toEqual([0]);
  });

  it('count a place for the group alone where only its figures are needed', () => {
    expect([...counts('coarse', 'x', 'rest').columns[0]!]).toEqual([3, 0, NaN]);
  });
});
