import { describe, expect, test } from 'vitest';
import { severalForms } from '#import/plan/severalForms.ts';

describe('schools of several forms in one cell', () => {
  test('are called by those for everybody’s children', () => {
    expect(
      severalForms([
        'Grundschule',
        'Grundschule|vorschulische Sprachförderung|Vorschulklasse',
        'Grundschule | Stadtteilschule | Vorschulklasse',
        'Doppeltqualifizierender Bildungsgang; Stadtteilschule',
      ]),
    ).toEqual({
      'Grundschule|vorschulische Sprachförderung|Vorschulklasse': 'Grundschule',
      'Grundschule | Stadtteilschule | Vorschulklasse': 'Grundschule und Stadtteilschule',
      'Doppeltqualifizierender Bildungsgang; Stadtteilschule': 'Stadtteilschule',
    });
  });

  test('without such a form are what their cell begins with', () => {
    expect(severalForms(['Sonderschule|Vorschulklasse', 'Berufsfachschule|Berufsschule'])).toEqual({
      'Sonderschule|Vorschulklasse': 'Sonderschule',
      'Berufsfachschule|Berufsschule': 'Berufsfachschule',
    });
  });

  test('names with commas, slashes and words between stay as they are', () => {
    expect(
      severalForms(['Haupt- und Realschule', 'Schule/Förderzentrum', 'Grundschule, Ganztag', '|', '']),
    ).toEqual({});
  });
});
