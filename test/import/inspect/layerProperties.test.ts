import { describe, expect, test } from 'vitest';
import { layerProperties } from '#import/inspect/layerProperties.ts';

/** A layer of twelve features, each property given by its place. */
function layer(properties: Record<string, (i: number) => unknown>) {
  return Array.from({ length: 12 }, (_, i) => ({
    geometry: null,
    properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value(i)])),
  }));
}
const districts = [
  'Mitte',
  'Nord',
  'Süd',
  'West',
  'Ost',
  'Altstadt',
  'Neustadt',
  'Hafen',
  'Anger',
  'Linden',
  'Au',
  'Berg',
];
const name = (i: number) => districts[i];
const keysOf = (properties: Record<string, (i: number) => unknown>) =>
  layerProperties(layer(properties)).keys.map(({ property }) => property);

describe('what could be the key', () => {
  test('text of one length that tells every area apart comes first', () => {
    expect(
      layerProperties(
        layer({
          OBJECTID: (i) => i + 1,
          Shape_Area: (i) => 1.5 * i,
          NAME: name,
          STT_NR: (i) => String(i + 10),
        }),
      ),
    ).toEqual({
      keys: [
        { property: 'STT_NR', distinct: 12, length: 2 },
        { property: 'NAME', distinct: 12, length: null },
        { property: 'OBJECTID', distinct: 12, length: null },
      ],
      names: ['NAME'],
    });
  });

  test.each<[string, Record<string, (i: number) => unknown>]>([
    ['PLR_ID', { fid: (i) => i, PLR_ID: (i) => `0110010${i.toString(16)}`, PLR_NAME: name }],
    ['key', { key: (i) => String(i + 10), title: name }],
    ['code_bez', { code_stadtteil: (i) => String(i % 3), code_bez: (i) => String(i + 10), name_bez: name }],
    ['AGS', { gid: (i) => i, GEN: name, BEVOELKERUNG: (i) => 1000 + i * 7, AGS: (i) => `0${5111000 + i}` }],
    ['bezirk_nr', { bezirk_nr: (i) => i + 1, einwohner: (i) => 4711 * i + 1, flaeche: (i) => 7 + i, name }],
    ['id', { id: (i) => `a${i + 10}`, area: (i) => i * 3.3, name }],
    [
      'gemeinde',
      { gemeinde: (i) => 411_000 + i, ew_2023: (i) => 9 ** (i % 7) + i, shape_leng: (i) => i + 0.5 },
    ],
  ])('%s', (expected, properties) => {
    expect(keysOf(properties)[0]).toBe(expected);
  });

  test('measures, dates and addresses are none', () => {
    expect(
      keysOf({
        SHAPE_Length: (i) => i + 0.5,
        flaeche_ha: (i) => i + 10,
        X: (i) => i + 10,
        Rechtswert: (i) => 300_000 + i,
        stand: (i) => `2023-01-${10 + i}`,
        url: (i) => `https://example.org/${i + 10}`,
        wert: (i) => i / 7,
        leer: () => null,
        gleich: () => 'x',
        teils: (i) => (i < 6 ? `k${i}` : ''),
      }),
    ).toEqual([]);
  });

  test('a coarser key comes after the one that tells all apart', () => {
    expect(keysOf({ bezirk: (i) => `0${i % 2}`, plr: (i) => `00${i + 10}` })).toEqual(['plr', 'bezirk']);
  });

  test('what comes with numbers in different lengths counts less', () => {
    expect(keysOf({ id: (i) => i + 1, schluessel: (i) => String(100 + i) })).toEqual(['schluessel', 'id']);
  });

  test('without features, and with names of JavaScript members', () => {
    expect(layerProperties([])).toEqual({ keys: [], names: [] });
    const odd = layer({ constructor: ((i: number) => `c${i + 10}`) as never, toString: name as never });
    expect(layerProperties(odd).keys[0]?.property).toBe('constructor');
  });
});

test('names: words, as many as areas, those called so first', () => {
  const { names } = layerProperties(
    layer({
      kuerzel: (i) => `K${i}`,
      bezirk: (i) => (i % 2 ? 'Hansestadt' : 'Umland'),
      bemerkung: (i) => `liegt bei ${districts[(i + 1) % 12]}`,
      stadtteil: name,
      nr: (i) => String(i + 10),
    }),
  );
  expect(names).toEqual(['stadtteil', 'bemerkung']);
});
