import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { firstPaintFiles, type Manifest, mapViewFiles, wholeMapFiles } from '../../scripts/chunks.ts';

const dist = mkdtempSync(join(tmpdir(), 'dist-'));
mkdirSync(join(dist, 'assets'));
afterAll(() => rmSync(dist, { recursive: true, force: true }));
writeFileSync(join(dist, 'assets/host-1.js'), 'import"./numbers-1.js";()=>import(`./csv-1.js`);"./none.js"');
writeFileSync(join(dist, 'assets/numbers-1.js'), 'export{}');
writeFileSync(join(dist, 'assets/csv-1.js'), 'export{}');

const manifest: Manifest = {
  'index.html': {
    file: 'assets/index-1.js',
    isEntry: true,
    imports: ['_preact.js'],
    dynamicImports: ['src/map/map.ts', 'src/export/png.ts', 'src/i18n/en/index.ts'],
    css: ['assets/index-1.css'],
    assets: ['assets/host-1.js', 'assets/fira.woff2'],
  },
  '_preact.js': { file: 'assets/preact-1.js' },
  'src/map/map.ts': {
    file: 'assets/map-1.js',
    imports: ['index.html', '_shared.js'],
    dynamicImports: ['src/map/circleOverlay.ts'],
    css: ['assets/map-1.css'],
  },
  '_shared.js': { file: 'assets/shared-1.js' },
  'src/map/circleOverlay.ts': { file: 'assets/deck-1.js', dynamicImports: ['webgl.js'] },
  'webgl.js': { file: 'assets/webgl-1.js' },
  'src/worker/main.ts': {
    file: 'assets/main-1.js',
    isEntry: true,
    imports: ['_shared.js'],
    dynamicImports: ['src/worker/importing.ts', 'unzip.js'],
  },
  'src/worker/importing.ts': { file: 'assets/importing-1.js' },
  'src/worker/reader.ts': { file: 'assets/reader-1.js', isEntry: true },
  'unzip.js': { file: 'assets/unzip-1.js' },
  'src/export/png.ts': { file: 'assets/png-1.js' },
  'src/i18n/en/index.ts': { file: 'assets/en-1.js' },
};

describe('what the size check counts', () => {
  test('first paint: the page and its static imports, with their style sheets, without its worker', () => {
    expect(firstPaintFiles(manifest)).toEqual([
      'assets/index-1.css',
      'assets/index-1.js',
      'assets/preact-1.js',
    ]);
  });

  test('map view: also later chunks and every part of the workers, but no exporter, no import and no English', () => {
    expect(mapViewFiles(manifest, dist)).toEqual([
      'assets/csv-1.js',
      'assets/host-1.js',
      'assets/index-1.css',
      'assets/index-1.js',
      'assets/main-1.js',
      'assets/map-1.css',
      'assets/map-1.js',
      'assets/numbers-1.js',
      'assets/preact-1.js',
      'assets/shared-1.js',
      'assets/unzip-1.js',
    ]);
  });

  test('with institutions: deck.gl and what it loads come on top', () => {
    const before = new Set(mapViewFiles(manifest, dist));
    expect(wholeMapFiles(manifest, dist).filter((file) => !before.has(file))).toEqual([
      'assets/deck-1.js',
      'assets/webgl-1.js',
    ]);
  });

  test('a manifest it does not understand is an error, not a size of zero', () => {
    expect(() => firstPaintFiles({})).toThrow('no entry');
    expect(() =>
      firstPaintFiles({ 'a.html': { file: 'a.js', isEntry: true, imports: ['missing'] } }),
    ).toThrow('missing');
  });

  test('a worker that is no longer an entry is an error, too', () => {
    const { 'src/worker/main.ts': _gone, ...without } = manifest;
    expect(() => mapViewFiles(without, dist)).toThrow('no entry');
  });
});
