import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { drivers } from '#import/formats/catalog.ts';
import { formatIds } from '#import/formats/driver.ts';
import { read, refusalOf } from './wholeFile.ts';

async function formatOf(path: string, content: string | Uint8Array): Promise<string> {
  const result = await read(path, content);
  return result.ok ? result.value.format : result.problems.map(({ code }) => code).join(', ');
}

const square = '[[[13,52],[13.1,52],[13.1,52.1],[13,52]]]';
const collection = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"01"},"geometry":{"type":"Polygon","coordinates":${square}}}]}`;

describe('a file is read by what it is', () => {
  test.each([
    ['a.csv', 'a;b\n1;2', 'csv'],
    ['without ending', 'a;b\n1;2', 'csv'],
    ['zahlen.xyz', '<18 Jahre;b\n1;2', 'csv'],
    ['a.json', collection, 'geojson'],
    ['a.txt', `\n ${collection}`, 'geojson'],
    ['a.geojson', `\uFEFF${collection}`, 'geojson'],
    ['a.json', '{"type":"Topology","objects":{},"arcs":[]}', 'topojson-invalid'],
    ['a.json', '{"daten":[1,2]}', 'geojson-invalid'],
    ['a.geojson', collection.slice(0, 80), 'json-invalid'],
  ])('%s with %j: %s', async (path, content, format) => {
    expect(await formatOf(path, content)).toBe(format);
  });

  test('every format has one driver, which has its own endings', () => {
    const ids = drivers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, extensions, companions, recognises } of drivers) {
      expect(formatIds).toContain(id);
      expect(extensions.length).toBeGreaterThan(0);
      for (const one of [...extensions, ...companions]) expect(one).toMatch(/^[a-z0-9-]+$/);
      expect(typeof recognises).toBe('function');
    }
  });
});

describe('a file that is none of ours is told so', () => {
  test.each([
    ['bericht.pdf', '%PDF-1.7\n1 0 obj', 'format-unsupported'],
    ['karte.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'format-unsupported'],
    [
      'brief.docx',
      zipSync({ '[Content_Types].xml': strToU8('x'), 'word/document.xml': strToU8('x') }),
      'format-unsupported',
    ],
    ['tabelle.csv', '<!DOCTYPE html><html><body>Anmelden</body></html>', 'web-page'],
    ['daten.bin', Uint8Array.from({ length: 400 }, (_, i) => i % 7), 'format-unknown'],
    ['daten.csv', Uint8Array.from({ length: 400 }, (_, i) => i % 7), 'content-unexpected'],
    ['leer.gpkg', '', 'file-empty'],
  ])('%s', async (path, content, code) => {
    expect(await refusalOf(path, content)).toEqual([code]);
  });
});
