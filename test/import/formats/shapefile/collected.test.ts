import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { collectFiles } from '#import/formats/containers/collectFiles.ts';
import { readFile } from '#import/formats/readFile.ts';
import { quiet } from '../reading.ts';
import { dbfBytes, shpBytes, utf8, utm32 } from './writeShapefile.ts';

const shp = shpBytes([{ type: 'Point', coordinates: [1, 2] }]);
const dbf = dbfBytes([{ name: 'NAME', type: 'C', length: 9 }], [{ cells: ['Süd'] }]);

test('the files of a shapefile are put together, in an archive as well as loose, whatever their case', async () => {
  const parts = { 'A.shp': shp, 'a.DBF': dbf, 'a.prj': utf8(utm32), 'A.shp.xml': utf8('<x/>'), 'b.dbf': dbf };
  const zip = zipSync({ geo: parts });
  for (const loose of [
    Object.entries(parts).map(([path, bytes]) => ({ path, bytes })),
    [{ path: 'a.zip', bytes: zip }],
  ]) {
    const { files, problems } = await collectFiles(loose);
    expect(problems).toEqual([]);
    expect(files.map(({ path }) => path.split('/').at(-1))).toEqual(['A.shp', 'b.dbf']);
    const [layer, sheet] = await Promise.all(files.map((file) => readFile(file, {}, quiet)));
    expect(layer).toMatchObject({
      ok: true,
      value: {
        format: 'shapefile',
        contents: { layers: [{ crs: 'EPSG:25832', features: [{ properties: { NAME: 'Süd' } }] }] },
      },
    });
    expect(sheet).toMatchObject({
      ok: true,
      value: { contents: { sheets: [{ rows: [['NAME'], ['Süd']] }] } },
    });
  }
});

test('files that belong to a shapefile which is not there are named', async () => {
  const { files, problems } = await collectFiles([
    { path: 'a.prj', bytes: utf8(utm32) },
    { path: 'a.dbf', bytes: dbf },
    { path: 'c.shx', bytes: shp },
  ]);
  expect(files.map(({ path, companions }) => [path, [...companions.keys()]])).toEqual([['a.dbf', ['prj']]]);
  expect(problems.map(({ code, where }) => [code, where?.file])).toEqual([['companion-alone', 'c.shx']]);
});
