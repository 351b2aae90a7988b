import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { packFiles, packIndex } from '../../scripts/packs.ts';

const folder = mkdtempSync(join(tmpdir(), 'pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a pack is its descriptor, tables and geometries; without descriptor it is none', () => {
  mkdirSync(join(folder, 'generator'));
  mkdirSync(join(folder, 'tables'));
  for (const path of [
    'generator/names.json',
    'generator/main.ts',
    'README.md',
    'tables/counts.csv',
    'areas.topojson',
  ]) {
    writeFileSync(join(folder, path), '');
  }
  expect(packFiles(folder)).toEqual([]);
  writeFileSync(join(folder, 'datapackage.json'), '{}');
  expect(packFiles(folder)).toEqual(['areas.topojson', 'datapackage.json', 'tables/counts.csv']);
  expect(packFiles(join(folder, 'none'))).toEqual([]);
});

test('the list of packs has the form that the app reads', () => {
  expect(JSON.parse(packIndex([{ id: 'a', path: 'packs/a/' }]))).toEqual({
    packs: [{ id: 'a', path: 'packs/a/' }],
  });
});
