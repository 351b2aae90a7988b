import { describe, expect, test } from 'vitest';
import type { StatusClass } from '#monitoring/classes.ts';
import { persistenceOf } from '#monitoring/persistence.ts';

const course = (...classes: readonly (StatusClass | null)[]) =>
  persistenceOf(classes.map((statusClass, i) => ({ edition: 2013 + 2 * i, statusClass })));

describe('persistenceOf', () => {
  test('low, mittel, low, very low: three of four, spell two, one exit and one entry', () => {
    expect(course('niedrig', 'mittel', 'niedrig', 'sehr niedrig')).toEqual({
      editions: 4,
      low: 3,
      share: 0.75,
      spell: 2,
      entries: [2017],
      exits: [2015],
    });
  });

  test('always low: an unbroken spell without entry or exit', () => {
    expect(course('niedrig', 'niedrig', 'sehr niedrig')).toMatchObject({
      share: 1,
      spell: 3,
      entries: [],
      exits: [],
    });
  });

  test('not low now: no spell, however long it was before', () => {
    expect(course('niedrig', 'niedrig', 'mittel')).toMatchObject({ spell: 0, exits: [2017] });
  });

  test('an edition without a class does not count, and ends the spell', () => {
    expect(course('niedrig', null, 'niedrig')).toMatchObject({
      editions: 2,
      low: 2,
      share: 1,
      spell: 1,
      entries: [],
    });
  });

  test('never rated: no share', () => {
    expect(course(null, null)).toMatchObject({ editions: 0, low: 0, share: NaN, spell: 0 });
  });
});
