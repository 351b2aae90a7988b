import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { id } from '#import/pack/descriptor.ts';
import { Ids, slugOf } from '#import/plan/ids.ts';

describe('ids of names', () => {
  test.each([
    ['Ausländer (insg.)', 'auslaender-insg'],
    ['Straße & Öl', 'strasse-oel'],
    ['  Café 2023 ', 'cafe-2023'],
    ['%', ''],
    ['Łódź', 'odz'],
  ])('%s', (name, slug) => expect(slugOf(name)).toBe(slug));

  test('are numbered when they are taken, columns of packs included', () => {
    const ids = new Ids(['einwohner']);
    expect(ids.take('Einwohner', 'x')).toBe('einwohner-2');
    expect(ids.take('Einwohner', 'x')).toBe('einwohner-3');
    expect(ids.take('Year', 'x')).toBe('year-2');
    expect(ids.take('???', 'wert')).toBe('wert');
  });

  test('never is a member of JavaScript objects', () => {
    const ids = new Ids();
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf']) {
      const made = ids.take(name, 'x');
      expect(made in {}).toBe(false);
      expect(v.safeParse(id, made).success).toBe(true);
    }
  });

  test('whatever the name, what comes out is an id of recipes and comes once', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 90 }), { maxLength: 20 }), (names) => {
        const ids = new Ids();
        const made = names.map((name) => ids.take(name, 'x'));
        expect(new Set(made).size).toBe(made.length);
        for (const one of made) expect(v.safeParse(id, one).success).toBe(true);
      }),
      { seed: 1 },
    );
  });
});
