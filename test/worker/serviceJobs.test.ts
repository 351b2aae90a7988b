import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '#model/result.ts';
import type { JobContext } from '#worker/host.ts';
import { createImportBench } from '#worker/importing.ts';
import { Shelf } from '#worker/shelf.ts';
import { type FixtureServer, startFixtureServer } from '../import/formats/services/fixtureServer.ts';

const unhurried: JobContext = { pause: async () => {}, offer() {} };
let server: FixtureServer;

beforeAll(async () => {
  server = await startFixtureServer();
});
afterAll(() => server.close());

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const bench = () => createImportBench(new Shelf());

test('a layer of a pasted address becomes a file of the import, and its origin stays known', async () => {
  const { describeService, loadLayer } = bench();
  const address = `${server.address}/wfs-gml`;
  const service = given(await describeService({ address }, unhurried));
  const input = { import: null, service, layer: 'fis:plr', plan: null };
  const { inspection, plan } = given(await loadLayer(input, unhurried));
  expect(inspection.files.map(({ path, format }) => [path, format])).toEqual([['plr.geojson', 'geojson']]);
  expect(inspection.layers[0]).toMatchObject({
    features: 4,
    geometry: 'polygon',
    crs: { crs: 'EPSG:25833', swapped: false, inGermany: true },
  });
  expect(inspection.layers[0]?.keys[0]?.property).toBe('plr_id');
  expect(plan.files['plr.geojson']?.from).toEqual({ service: 'wfs', address, layer: 'fis:plr' });
  expect(plan.sources).toHaveLength(1);
  expect(plan.sources?.[0]?.id).toBe(plan.files['plr.geojson']?.source);
  expect(plan.sources?.[0]).toMatchObject({
    title: 'Lebensweltlich orientierte Räume',
    publisher: 'Amt für Statistik',
    licence: 'Datenlizenz Deutschland – Zero – 2.0 (dl-de/zero-2-0)',
  });
});

const recipe = (address: string) => ({
  recipe: 1,
  name: 'probe',
  title: { de: 'Probe', en: 'Trial' },
  crs: 'EPSG:25833',
  sources: [{ id: 'default', title: 'a', publisher: 'b', date: 'c', licence: 'd' }],
  files: [
    {
      id: 'plr',
      path: 'geo/plr.geojson',
      format: 'geojson',
      from: { service: 'wfs', address, layer: 'fis:plr' },
      source: 'default',
    },
    { id: 'table', path: 'einwohner.csv', format: 'csv', source: 'default' },
  ],
  families: [{ id: 'plr', name: { de: 'a', en: 'a' }, plural: { de: 'b', en: 'b' } }],
  levels: [
    {
      id: 'plr',
      family: 'plr',
      vintage: '2021',
      geometry: { file: 'plr', key: 'plr_id', name: 'plr_name' },
    },
  ],
  variables: [],
  tables: [],
  indicators: [],
  groups: [],
});

test('a recipe loads the layers it names, under the names it knows them by', async () => {
  const { loadSources } = bench();
  const { inspection } = given(
    await loadSources({ import: null, recipe: recipe(`${server.address}/wfs-json`) }, unhurried),
  );
  expect(inspection.files.map(({ path }) => path)).toEqual(['geo/plr.geojson']);
});

test('a service that cannot be had is a problem with its host', async () => {
  const { loadSources } = bench();
  const result = await loadSources({ import: null, recipe: recipe('http://127.0.0.1:9/wfs') }, unhurried);
  expect(result.ok ? [] : result.problems.map(({ code, params }) => [code, params.host])).toEqual([
    ['service-unreachable', '127.0.0.1:9'],
  ]);
});
