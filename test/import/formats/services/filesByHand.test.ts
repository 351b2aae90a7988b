import { expect, test } from 'vitest';
import { filesByHand, openedByHand } from '#import/formats/services/filesByHand.ts';
import { describeAt } from './loading.ts';
import { type PretendedHost, pretendedHost } from './pretendedHost.ts';

const closed: PretendedHost = {
  ...pretendedHost(() => null),
  fetcher: async (_, options) => {
    if (options?.mode === 'no-cors') return new Response(null);
    throw new TypeError('Failed to fetch');
  },
};

test('a service that forbids reading leads to its list of layers and to the file of the one named', async () => {
  const described = await describeAt(
    closed,
    'https://geo.example/ows?map=/a.map&service=WFS&typeNames=vt:viertel',
  );
  const [found] = described.ok ? [] : described.problems.map(openedByHand);
  expect(found).toEqual({
    address: 'https://geo.example/ows?map=%2Fa.map&SERVICE=WFS&REQUEST=GetCapabilities',
    layer: 'vt:viertel',
  });
  expect(filesByHand(found?.address ?? '', found?.layer ?? '')).toEqual({
    list: 'https://geo.example/ows?map=%2Fa.map&SERVICE=WFS&REQUEST=GetCapabilities',
    files: [
      {
        format: 'geojson',
        address:
          'https://geo.example/ows?map=%2Fa.map&SERVICE=WFS&REQUEST=GetFeature&VERSION=2.0.0&TYPENAMES=vt%3Aviertel&OUTPUTFORMAT=application%2Fjson',
      },
      {
        format: 'gml',
        address:
          'https://geo.example/ows?map=%2Fa.map&SERVICE=WFS&REQUEST=GetFeature&VERSION=2.0.0&TYPENAMES=vt%3Aviertel',
      },
    ],
  });
});

test('without a name of a layer there is the list alone', () => {
  expect(filesByHand('https://geo.example/wfs?SERVICE=WFS&REQUEST=GetCapabilities', '').files).toEqual([]);
});

test.each([
  ['https://geo.example/wfs?SERVICE=WFS&REQUEST=GetFeature&TYPENAMES=a&OUTPUTFORMAT=GEOJSON', 'geojson'],
  ['https://geo.example/wfs?SERVICE=WFS&REQUEST=GetFeature&TYPENAMES=a&OUTPUTFORMAT=GML3', 'gml'],
  ['https://geo.example/collections/a/items?f=json', 'geojson'],
  ['https://gis.example/rest/services/A/FeatureServer/0/query?where=1%3D1&f=geojson', 'geojson'],
  ['https://geo.example/stadtteile.geojson', 'other'],
] as const)('%s is the file itself', (address, format) => {
  expect(filesByHand(address, '')).toEqual({ list: null, files: [{ format, address }] });
});

test.each([
  [
    'https://geo.example/api/collections?f=json',
    'a b',
    'https://geo.example/api/collections/a%20b/items?f=json&limit=10000',
  ],
  [
    'https://gis.example/rest/services/A/FeatureServer',
    '3',
    'https://gis.example/rest/services/A/FeatureServer/3/query?where=1%3D1&outFields=*&outSR=4326&f=geojson',
  ],
])('of %s the layer is at an address of its kind', (address, layer, file) => {
  expect(filesByHand(address, layer).files).toEqual([{ format: 'geojson', address: file }]);
});

test('a refusal is not mended by opening it', () => {
  const refused = { code: 'service-login', params: { address: 'https://geo.example/wfs' }, where: null };
  expect(openedByHand(refused)).toBeNull();
});
