import { expect, test } from 'vitest';
import { geoJsonDriver } from '#import/formats/geojson/geoJsonDriver.ts';
import { statedSource } from '#import/inspect/statedSource.ts';

const feature = { type: 'Feature', properties: { name: 'Mitte' }, geometry: null };

async function statedIn(members: object) {
  const text = JSON.stringify({ type: 'FeatureCollection', ...members, features: [feature] });
  const file = { path: 'a.geojson', bytes: new TextEncoder().encode(text), companions: new Map() };
  const read = await geoJsonDriver.read(file, {}, { pause: async () => undefined });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return statedSource(read.value);
}

test('members beside the features say where they come from', async () => {
  expect(
    await statedIn({
      name: 'stadtteile',
      attribution: '© Stadt Musterburg, Amt für Statistik',
      license: { id: 'x', url: 'https://www.govdata.de/dl-de/by-2-0' },
      metadata: { modified: '2024-06-30T00:00:00Z' },
    }),
  ).toMatchObject({
    title: 'stadtteile',
    publisher: 'Stadt Musterburg, Amt für Statistik',
    date: '2024-06-30',
  });
  expect(
    await statedIn({
      metadata: {
        title: 'Stadtteile 2024',
        publisher: { name: 'Statistikstelle Musterburg' },
        license: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
      },
    }),
  ).toMatchObject({
    title: 'Stadtteile 2024',
    publisher: 'Statistikstelle Musterburg',
    licence: 'Datenlizenz Deutschland – Zero – 2.0 (dl-de/zero-2-0)',
  });
});

test('the name of a layer alone says nothing, and members of other kinds do no harm', async () => {
  expect(await statedIn({ name: 'stadtteile' })).toBeNull();
  expect(await statedIn({ license: 5, metadata: [], publisher: { name: {} }, title: null })).toBeNull();
});
