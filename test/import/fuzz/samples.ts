import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BookType, utils, write } from '@e965/xlsx';
import { strToU8 } from 'fflate';
import { topology } from 'topojson-server';
import { drivers } from '#import/formats/catalog.ts';
import type { FormatId } from '#import/formats/driver.ts';
import { baseOf, extensionOf } from '#import/formats/extension.ts';
import { geoPackageBytes, gpkgGeometry } from '../formats/geopackage/writeGeoPackage.ts';
import { handmadeWorkbook, numberCell, row, textCell } from '../formats/xlsx/handmadeWorkbook.ts';

/** A sound file of a format, with what belongs to it. */
export interface Sample {
  readonly format: FormatId;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly companions: Readonly<Record<string, Uint8Array>>;
  /** An archive whose parts are worth changing, each by itself. */
  readonly isArchive: boolean;
}

const folder = fileURLToPath(new URL('../formats/fixtures/', import.meta.url));
const ring = (x: number, y: number): number[][] => [
  [x, y],
  [x + 0.01, y],
  [x + 0.01, y + 0.01],
  [x, y + 0.01],
  [x, y],
];
const areas = {
  type: 'FeatureCollection',
  features: [
    ...['01', '02'].map((nr, i) => ({
      type: 'Feature',
      properties: { nr, name: 'Süd', einwohner: 1200 + i, quote: 12.5, alt: null, ja: true },
      geometry: { type: 'Polygon', coordinates: [ring(9 + i / 100, 51), ring(9.001 + i / 100, 51.001)] },
    })),
    {
      type: 'Feature',
      properties: { nr: '03', name: 'Nord' },
      geometry: { type: 'MultiPolygon', coordinates: [[ring(9.1, 51)], [ring(9.2, 51)]] },
    },
    { type: 'Feature', properties: { nr: '04' }, geometry: { type: 'Point', coordinates: [9, 51] } },
    { type: 'Feature', properties: null, geometry: null },
  ],
};
const table = [
  ['Statistischer Bericht 2023'],
  [],
  ['Schlüssel', 'Gebiet', 'Einwohner', 'Anteil'],
  ['007', 'Müllrose', 1234.5, 0.25],
  ['008', '=1+1', -3, null],
];

function workbook(bookType: BookType): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(table);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }];
  utils.book_append_sheet(book, sheet, 'Daten');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['a'], [1]]), 'Zwei');
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

function sample(
  format: FormatId,
  path: string,
  content: Uint8Array | string | object,
  isArchive = false,
): Sample {
  const bytes =
    content instanceof Uint8Array
      ? content
      : strToU8(typeof content === 'string' ? content : JSON.stringify(content));
  return { format, path, bytes, companions: {}, isArchive };
}

/** Those that other programs wrote, as they lie in the folder of fixtures. */
function written(): readonly Sample[] {
  const found: Sample[] = [];
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const path of paths) {
    const extension = extensionOf(path);
    const driver = drivers.find(({ extensions }) => extensions.includes(extension));
    if (!driver || extension === 'dbf') continue;
    const companions = paths.filter(
      (other) =>
        other !== path && baseOf(other) === baseOf(path) && driver.companions.includes(extensionOf(other)),
    );
    found.push({
      format: driver.id,
      path: basename(path),
      bytes: new Uint8Array(readFileSync(folder + path)),
      companions: Object.fromEntries(
        companions.map((other) => [extensionOf(other), new Uint8Array(readFileSync(folder + other))]),
      ),
      isArchive: false,
    });
  }
  return found;
}

async function smallGeoPackage(): Promise<Uint8Array> {
  const geometry = gpkgGeometry({ type: 'Polygon', coordinates: [ring(9, 51)] }, { box: 1 });
  return geoPackageBytes([
    {
      name: 'gebiete',
      columns: { nr: 'TEXT', ew: 'INTEGER', quote: 'REAL' },
      rows: [
        ['01', 1200, 0.5],
        ['02', null, null],
      ],
      geometries: [geometry, gpkgGeometry(null)],
    },
    { name: 'zahlen', columns: { nr: 'TEXT', ew: 'INTEGER' }, rows: [['01', 3]] },
  ]);
}

/** Sound files of every format. */
export async function soundSamples(): Promise<readonly Sample[]> {
  return [
    ...written(),
    sample('csv', 'a.csv', 'sep=;\nkey;"na;me";wert\n01;"x ""y""";1,5\n02;Köln;-\n'),
    sample(
      'csv',
      'b.txt',
      `Bericht\n\nNr.\tName\t2022\t2023\n${'001\tSüd\t1.234\t(5)\n'.repeat(12)}\nQuelle: Amt`,
    ),
    sample(
      'csv',
      'ffcsv.csv',
      'Statistik_Code;Zeit_Code;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;1_Auspraegung_Label;BEVSTD__Bevoelkerungsstand__Anzahl\n' +
        '12411;STAG;31.12.2022;KREISE;Kreise;05111;Düsseldorf;629047\n12411;STAG;31.12.2022;KREISE;Kreise;05112;Duisburg;-\n',
    ),
    sample(
      'xlsx',
      'hand.xlsx',
      handmadeWorkbook([
        {
          name: 'Daten',
          xml: `<sheetData>${row(1, [textCell('A1', 'key'), textCell('B1', 'wert')])}${row(2, [textCell('A2', '007'), numberCell('B2', '1.5')])}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`,
        },
      ]),
      true,
    ),
    sample('xlsx', 'a.xlsx', workbook('xlsx'), true),
    sample('xlsx', 'a.xlsb', workbook('xlsb'), true),
    sample('xlsx', 'a.xls', workbook('biff8')),
    sample('xlsx', 'b.xls', workbook('xlml')),
    sample('ods', 'a.ods', workbook('ods'), true),
    sample('geojson', 'a.geojson', areas),
    sample('geojson', 'b.json', {
      ...areas,
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } },
    }),
    sample('topojson', 'a.topojson', topology({ areas } as unknown as Parameters<typeof topology>[0], 1e4)),
    sample(
      'topojson',
      'b.json',
      topology({ areas, more: areas } as unknown as Parameters<typeof topology>[0]),
    ),
    sample('geopackage', 'klein.gpkg', await smallGeoPackage()),
  ];
}
