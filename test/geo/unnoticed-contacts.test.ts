import { describe, expect, test } from 'vitest';
import { queenContiguity } from '#geo/contiguity.ts';
import type { AreaGeometry } from '#geo/polygon.ts';
import { unnoticedContacts } from '#geo/unnoticed-contacts.ts';
import { rectangle, ringOf } from './squares.ts';

const contacts = (geometries: readonly (AreaGeometry | null)[], tolerance?: number) =>
  unnoticedContacts(geometries, queenContiguity(geometries), tolerance).map(
    ({ first, second, kind }) => `${first} ${second} ${kind}`,
  );

describe('outlines that fit together have no unnoticed contacts', () => {
  test('neighbours by edge and corner, an area far off, one without geometry', () => {
    expect(contacts([rectangle(0, 0), rectangle(1, 0), rectangle(1, 1), rectangle(9, 9), null])).toEqual([]);
  });

  test('an area inside the hole of another', () => {
    const around: AreaGeometry = { type: 'Polygon', coordinates: [ringOf(0, 0, 3), ringOf(1, 1)] };
    expect(contacts([around, rectangle(1, 1)])).toEqual([]);
  });

  test('an area whose bounds lie within those of another', () => {
    const corner: AreaGeometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [4, 0],
          [4, 1],
          [1, 1],
          [1, 4],
          [0, 4],
          [0, 0],
        ],
      ],
    };
    expect(contacts([corner, rectangle(2, 2)])).toEqual([]);
  });
});

describe('outlines that do not', () => {
  test('meet in the middle of an edge, exactly or within the tolerance', () => {
    expect(contacts([rectangle(0, 0), rectangle(1, 0.5)])).toEqual(['0 1 touch']);
    expect(contacts([rectangle(0, 0), rectangle(1.01, 0.5)])).toEqual([]);
    expect(contacts([rectangle(0, 0), rectangle(1.01, 0.5)], 0.02)).toEqual(['0 1 touch']);
  });

  test('lie on each other, whether or not they have corners in common', () => {
    expect(contacts([rectangle(0, 0), rectangle(0, 0)])).toEqual(['0 1 overlap']);
    expect(contacts([rectangle(0, 0, 4), rectangle(1, 1)])).toEqual(['0 1 overlap']);
    expect(contacts([rectangle(0, 0, 4), rectangle(3, 3, 4)])).toEqual(['0 1 overlap']);
  });

  test('come in the order of the areas', () => {
    const squares = [rectangle(5, 0), rectangle(0, 0), rectangle(5, 0), rectangle(0, 0)];
    expect(contacts(squares)).toEqual(['0 2 overlap', '1 3 overlap']);
  });
});
