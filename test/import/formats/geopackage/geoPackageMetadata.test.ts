import { expect, test } from 'vitest';
import { aboutMetadata } from '#import/formats/aboutMetadata.ts';
import { geoPackageDriver } from '#import/formats/geopackage/geoPackageDriver.ts';
import { contentsOf, formatFile } from '../reading.ts';
import { geoPackageBytes } from './writeGeoPackage.ts';

const metadata = `<gmd:MD_Metadata><gmd:contact><gmd:organisationName>
  <gco:CharacterString>Vermessungs- &amp; Katasteramt</gco:CharacterString></gmd:organisationName></gmd:contact>
  <gmd:CI_Citation><gmd:title><gco:CharacterString>Stadtteile</gco:CharacterString></gmd:title></gmd:CI_Citation>
  <gmd:otherConstraints><gmx:Anchor xlink:href="x">CC BY 4.0</gmx:Anchor></gmd:otherConstraints></gmd:MD_Metadata>`;

test('organisation, title and conditions of the metadata', () => {
  expect(aboutMetadata(metadata, ['Umringe'])).toEqual({
    title: 'Stadtteile',
    publisher: 'Vermessungs- & Katasteramt',
    texts: ['Umringe', 'CC BY 4.0'],
  });
});

test.each(['<a', '<gmd:organisationName>', '<organisationName>offen', ''])(
  'nothing of broken metadata: %s',
  (xml) => {
    expect(aboutMetadata(xml)).toBeNull();
  },
);

test('is read from the file, which need not have any', async () => {
  const table = { name: 'zahlen', columns: { KEY: 'TEXT' }, rows: [['01']] };
  const bytes = await geoPackageBytes([table], (database) => {
    database.run('CREATE TABLE gpkg_metadata (id INTEGER, metadata TEXT)');
    database.run('INSERT INTO gpkg_metadata VALUES (1, ?)', [metadata]);
  });
  const read = await contentsOf(geoPackageDriver, formatFile('a.gpkg', bytes));
  expect(read.about?.publisher).toBe('Vermessungs- & Katasteramt');
  const plain = await contentsOf(geoPackageDriver, formatFile('a.gpkg', await geoPackageBytes([table])));
  expect(plain.about).toBeUndefined();
});
