import { utils, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { LooseFile } from '#import/formats/containers/looseFile.ts';
import { describeService } from '#import/formats/services/describeService.ts';
import { loadLayer } from '#import/formats/services/loadLayer.ts';
import type { Fetch } from '#import/formats/services/requests.ts';
import { createWorkshop } from '#worker/workshop.ts';
import { geoPackageBytes, gpkgGeometry } from '../formats/geopackage/writeGeoPackage.ts';
import { handmadeWorkbook, row, textCell } from '../formats/xlsx/handmadeWorkbook.ts';
import { bounded, expectRefused, expectWorded } from './expectations.ts';
import { oddIds } from './jsonMutations.ts';
import { oddTexts } from './mutations.ts';
import { expectRead } from './reading.ts';

/** Deeper than any stack. */
const deep = 100_000;
const lists = `${'['.repeat(deep)}1${']'.repeat(deep)}`;
const records = `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`;
const elements = (name: string): string => `<${name}>`.repeat(deep) + `</${name}>`.repeat(deep);
const square = '[[[9,51],[9.1,51],[9.1,51.1],[9,51]]]';
const feature = (properties: string, geometry = `{"type":"Polygon","coordinates":${square}}`): string =>
  `{"type":"Feature","properties":${properties},"geometry":${geometry}}`;
const collection = (...features: readonly string[]): string =>
  `{"type":"FeatureCollection","features":[${features.join()}]}`;
const collections = `${'{"type":"GeometryCollection","geometries":['.repeat(deep)}${']}'.repeat(deep)}`;
const topology = (geometry: string, arcs = '[[[0,0],[1,0],[1,1],[0,0]]]', more = ''): string =>
  `{"type":"Topology",${more}"arcs":${arcs},"objects":{"a":{"type":"GeometryCollection","geometries":[${geometry}]}}}`;
const gml = (member: string): string =>
  `<?xml version="1.0"?><FeatureCollection xmlns="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2"><member><a>${member}</a></member></FeatureCollection>`;
const kml = (placemark: string): string =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemark}</Document></kml>`;
const entities = `<!DOCTYPE a [<!ENTITY a0 "aaaaaaaaaa">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};&a${i};">`).join('')}]>`;
const columns = Array.from({ length: 10_000 }, (_, i) => `Spalte ${i}`);
const oddNames = [...oddIds, ...oddTexts.filter((text) => text.length < 100)];
const cells = (sheet: string): Uint8Array => handmadeWorkbook([{ name: 'a', xml: sheet }]);
const xmlSafe = (text: string): string =>
  [...text]
    .filter((char) => char >= ' ' && !/^[\ud800-\udfff]$/.test(char))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');

/** A sound binary workbook with one more record before the last one of a part. */
function promising(part: string, record: readonly number[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['a'], [1]]), 'a');
  const parts = unzipSync(new Uint8Array(write(book, { type: 'array', bookType: 'xlsb' }) as ArrayBuffer));
  const content = parts[part] ?? new Uint8Array();
  // The last record (`BrtEndBook`, `BrtEndSheet`) has two bytes for its kind and one for its size.
  const end = content.length - 3;
  return zipSync({
    ...parts,
    [part]: Uint8Array.from([...content.subarray(0, end), ...record, ...content.subarray(end)]),
  });
}

const files: Readonly<Record<string, string | Uint8Array>> = {
  'columns.csv': `${columns.join(';')}\n${columns.map((_, i) => i).join(';')}\n`,
  'names.csv': `${oddNames.map((name) => `"${name.replaceAll('"', '""')}"`).join(';')}\n${oddNames.map(() => 1).join(';')}\n`,
  'rows.csv': `a\n${'1\n'.repeat(200_000)}`,
  'quotes.csv': `a;b\n${'"'.repeat(99_999)};1\n`,
  'deep.geojson': lists,
  'records.geojson': records,
  'property.geojson': collection(feature(`{"a":${records},"b":${lists}}`)),
  'coordinates.geojson': collection(feature('{}', `{"type":"Polygon","coordinates":${lists}}`)),
  'collections.geojson': collection(feature('{}', collections)),
  'names.geojson': collection(
    feature(`{${oddNames.map((name) => `${JSON.stringify(name)}:{"polluted":true}`).join()}}`),
  ),
  'columns.geojson': collection(
    feature(JSON.stringify(Object.fromEntries(columns.map((name) => [name, 1])))),
  ),
  'lines.geojsonl': `${feature('{}')}\n${feature(`{"a":${lists}}`)}\n`,
  'proto.geojson': `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},${collection(feature('{"__proto__":{"polluted":true}}')).slice(1)}`,
  'deep.topojson': topology(collections),
  'arcs.topojson': topology(`{"type":"Polygon","arcs":${lists}}`),
  'none.topojson': topology('{"type":"Polygon","arcs":[[999999999,-999999999,1e308,-1]]}'),
  'many.topojson': topology(
    `{"type":"MultiPolygon","arcs":[${Array.from({ length: 20_000 }, () => '[[0]]').join()}]}`,
  ),
  'cyclic.topojson': `{"type":"Topology","arcs":[],"objects":{"a":{"type":"GeometryCollection","geometries":["a",{"$ref":"#"}]},"__proto__":{"type":"Point","coordinates":[1,2]}}}`,
  'transform.topojson': topology(
    '{"type":"Polygon","arcs":[[0]]}',
    '[[[0,0],[1e308,1e308],[1e308,1e308]]]',
    '"transform":{"scale":[1e308,1e308],"translate":[1e308,-1e308]},',
  ),
  'deep.gml': gml(elements('a')),
  'surfaces.gml': gml(
    `<g>${'<gml:MultiSurface><gml:surfaceMember>'.repeat(deep)}${'</gml:surfaceMember></gml:MultiSurface>'.repeat(deep)}</g>`,
  ),
  'open.gml': gml('').replace('</member>', '<b>'.repeat(deep)),
  'entities.gml': gml('<b>&a30;</b>').replace('?>', `?>${entities}`),
  'columns.gml': gml(columns.map((_, i) => `<s${i}>1</s${i}>`).join('')),
  'deep.kml': kml(elements('Folder')),
  'geometries.kml': kml(`<Placemark>${elements('MultiGeometry')}</Placemark>`),
  'entities.kml': kml('<Placemark><name>&a30;</name></Placemark>').replace('?>', `?>${entities}`),
  'data.kml': kml(
    `<Placemark><ExtendedData>${oddNames.map((name) => `<Data name="${xmlSafe(name).replaceAll('"', '&quot;')}"><value>1</value></Data>`).join('')}</ExtendedData><Point><coordinates>9,51</coordinates></Point></Placemark>`,
  ),
  'columns.xlsx': cells(
    `<sheetData>${row(
      1,
      columns.map((name) => textCell('', name).replace(' r=""', '')),
    )}</sheetData>`,
  ),
  'references.xlsx': cells(
    `<sheetData>${['A0', 'ZZZZZZ9', 'A99999999999', 'XFD1048576', '', '__proto__', 'A-1', '1A'].map((ref, i) => row(i, [textCell(ref, 'x')])).join('')}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:A1"/><mergeCell ref="x"/></mergeCells>`,
  ),
  'names.xlsx': cells(
    `<sheetData>${oddNames.map((name, i) => row(i + 1, [`<c r="A${i + 1}"><f>${xmlSafe(name)}</f><v>${xmlSafe(name)}</v></c>`, `<c r="B${i + 1}" t="s"><v>999999</v></c>`, `<c r="C${i + 1}" s="99999" t="e"><v>-1</v></c>`])).join('')}</sheetData>`,
  ),
  'cols.xlsx': cells(
    `<cols><col min="1" max="999999999" width="9"/></cols><sheetData>${row(1, [textCell('A1', 'x')])}</sheetData>`,
  ),
  'links.xlsx': cells(
    `<sheetData>${row(1, [textCell('A1', 'x')])}</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="a"/></hyperlinks>`,
  ),
  'sheets.xlsb': promising(
    'xl/workbook.bin',
    [0xea, 0x02, 16, 4, 0, 0xf3, 0x84, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ),
  'cols.xlsb': promising(
    'xl/worksheets/sheet1.bin',
    [60, 18, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0x7f, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
  ),
  'deep.xlsx': cells(`<sheetData>${elements('row')}</sheetData>`),
  'deep.ods': zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      `<office:document-content><office:body><office:spreadsheet>${elements('table:table')}</office:spreadsheet></office:body></office:document-content>`,
    ),
  }),
  'repeated.ods': zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'META-INF/manifest.xml': strToU8('<manifest/>'),
    'content.xml': strToU8(
      '<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>',
    ),
  }),
  // A million noughts take a thousandth of their size, a zip of them a thousandth of that.
  'noughts.zip': zipSync({ 'a.csv': new Uint8Array(30_000_000) }),
  'nested.zip': zipSync({ 'a.zip': zipSync({ 'b.zip': zipSync({ 'a.csv': new Uint8Array(5_000_000) }) }) }),
  'paths.zip': zipSync(
    Object.fromEntries(
      [
        '../../a.csv',
        '/etc/b.csv',
        'C:\\c.csv',
        '__proto__.csv',
        'constructor/d.csv',
        `${'e/'.repeat(5_000)}f.csv`,
      ].map((path) => [path, strToU8('key;n\n1;2\n')]),
    ),
  ),
  'many.zip': zipSync(
    Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`${i}.csv`, strToU8('a;b\n1;2\n')])),
    { level: 0 },
  ),
};

describe('a file that goes to an extreme is read or refused in words', () => {
  test.each(Object.keys(files))('%s', async (path) => {
    const content = files[path] ?? '';
    await expectRead([{ path, bytes: typeof content === 'string' ? strToU8(content) : content }]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('a GeoPackage with odd names, endless views and triggers', async () => {
    const names = ['__proto__', 'constructor', "a'b", 'a"b', 'SELECT', 'ä'.repeat(500)];
    const bytes = await geoPackageBytes(
      names.map((name) => ({
        name,
        columns: { toString: 'TEXT', __proto__x: 'BLOB', 'x y': 'REAL' },
        rows: [['=1+1', '<img src=x onerror=alert(1)>', 1e308]],
        geometries: [gpkgGeometry({ type: 'Point', coordinates: [Infinity, NaN] })],
      })),
      (database) => {
        // A view that never ends where it is read without limit.
        database.run(
          `CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;
           INSERT INTO gpkg_contents VALUES ('endless', 'attributes', 'endless', 25832);
           INSERT INTO gpkg_contents VALUES ('no such table', 'features', NULL, NULL);
           INSERT INTO gpkg_contents VALUES ('sqlite_master', 'attributes', 'x', 25832);`,
        );
      },
    );
    await expectRead([{ path: 'a.gpkg', bytes }]);
  });
});

test('a service with a layer deeper than any stack', async () => {
  const answers: Readonly<Record<string, string>> = {
    '/a': '{"links":[]}',
    '/a/collections': '{"collections":[{"id":"x"}]}',
    '/a/collections/x/items': collection(feature(`{"a":${lists}}`)),
  };
  const fetcher: Fetch = async (address) => new Response(answers[new URL(address).pathname] ?? '');
  const described = await describeService('https://example.org/a', fetcher, bounded());
  if (!described.ok) throw new Error('not described');
  const loaded = await loadLayer(described.value, 'x', fetcher, bounded());
  if (!loaded.ok) expectRefused(loaded.problems);
  else await expectRead([loaded.value]);
});

describe('a description deeper than any stack', () => {
  test.each([
    lists,
    records,
    `{"recipe":1,"levels":${lists}}`,
    `{"project":1,"scenes":${lists},"recipe":${records}}`,
  ])('as project and as recipe %#', async (text) => {
    const workshop = createWorkshop();
    const content = zipSync({ 'project.json': strToU8(text) });
    const opened = await workshop.openProject({ name: 'p.quartierlupe', content, files: [] }, bounded());
    expect(opened.ok).toBe(false);
    if (!opened.ok) expectRefused(opened.problems);
    const given: readonly LooseFile[] = [{ path: 'x_recipe.json', bytes: strToU8(text) }];
    const read = await workshop.inspect(
      { import: null, files: given.map(({ path, bytes }) => ({ path, content: bytes })), plan: null },
      bounded(),
    );
    if (!read.ok) expectRefused(read.problems);
    else for (const file of read.value.inspection.files) expectWorded([...file.problems, ...file.notes]);
  });
});
