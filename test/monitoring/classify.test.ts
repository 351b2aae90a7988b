import { describe, expect, test } from 'vitest';
import { classify } from '#monitoring/classify.ts';
import { profileById } from '#monitoring/profiles/catalog.ts';

const mss = profileById('mss-2021')!;
const up = (value: number) => value + 1e-12;
const down = (value: number) => value - 1e-12;
const namesOf = (index: readonly number[], classing: Parameters<typeof classify>[1]) =>
  [...classify(Float64Array.from(index), classing)].map((position) => classing.classes[position] ?? null);

describe('classify', () => {
  test('hoch < −1 ≤ mittel ≤ 1 < niedrig ≤ 1,5 < sehr niedrig, unrounded', () => {
    expect(namesOf([down(-1), -1, 0, 1, up(1), 1.5, up(1.5)], mss.status)).toEqual([
      'hoch',
      'mittel',
      'mittel',
      'mittel',
      'niedrig',
      'niedrig',
      'sehr niedrig',
    ]);
  });

  test('positiv < −1 ≤ stabil ≤ 1 < negativ', () => {
    expect(namesOf([down(-1), -1, 1, up(1)], mss.dynamics!.classing)).toEqual([
      'positiv',
      'stabil',
      'stabil',
      'negativ',
    ]);
  });

  test('an index that is NaN has no class', () => {
    expect(namesOf([NaN, 0], mss.status)).toEqual([null, 'mittel']);
  });

  test('parts hold equally many areas, equal values stay together', () => {
    const thirds = { by: 'parts', classes: ['hoch', 'mittel', 'niedrig'] } as const;
    expect(namesOf([6, 1, 2, 5, 3, 4], { ...thirds, classes: [...thirds.classes] })).toEqual([
      'niedrig',
      'hoch',
      'hoch',
      'niedrig',
      'mittel',
      'mittel',
    ]);
    const tied = classify(Float64Array.of(1, 1, 1, 2, NaN), { ...thirds, classes: [...thirds.classes] });
    expect([...tied]).toEqual([0, 0, 0, 2, -1]);
  });

  test('other cuts than the profile’s, for sensitivity', () => {
    const cuts = [{ at: 0, equal: 'above' as const }];
    expect([...classify(Float64Array.of(-0.1, 0, 0.1), mss.status, cuts)]).toEqual([0, 1, 1]);
  });
});
