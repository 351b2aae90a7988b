import { describe, expect, test } from 'vitest';
import { serviceAddress } from '#import/formats/services/serviceAddress.ts';

const wfs = 'https://geo.example.de/wfs_gebiete';

describe('an address is found in what was pasted', () => {
  test.each([
    ['as it stands', wfs],
    ['with blanks around it', `  ${wfs}\t`],
    ['with a question mark', `${wfs}?`],
    ['with an ampersand', `${wfs}?SERVICE=WFS&`],
    ['without a scheme', 'geo.example.de/wfs_gebiete'],
    ['with a place in the page', `${wfs}#anker`],
    ['of GetCapabilities', `${wfs}?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetCapabilities&AcceptVersions=2.0.0`],
    [
      'of GetFeature',
      `${wfs}?service=wfs&request=GetFeature&typeNames=a:b&outputFormat=json&srsName=EPSG:4326&bbox=1,2,3,4&count=5`,
    ],
    ['out of an XML file', `${wfs}?SERVICE=WFS&amp;REQUEST=GetCapabilities`],
    ['in a mail', `<${wfs}>`],
    ['in a sentence', `WFS-Adresse: ${wfs}.`],
    ['in quotation marks', `„${wfs}“`],
    ['broken into lines', `https://geo.example.de/\n  wfs_gebiete`],
    ['with what cannot be seen', `\u200b${wfs}\u00ad`],
  ])('%s', (_, text) => {
    expect(serviceAddress(text)).toMatchObject({ url: wfs, looksLike: 'wfs' });
  });

  test.each([
    [
      'https://geo.example.de:8443/ows?map=/srv/a.map&service=WFS',
      'https://geo.example.de:8443/ows?map=%2Fsrv%2Fa.map',
    ],
    ['geo.example.de:8080/wfs', 'https://geo.example.de:8080/wfs'],
    ['http://geoserver/wfs?authkey=x', 'http://geoserver/wfs?authkey=x'],
  ])('%s keeps what the server needs', (text, url) => {
    expect(serviceAddress(text)?.url).toBe(url);
  });

  test.each([
    ['https://a.de/geoserver/wms?service=WMS&request=GetMap&layers=x:plr,x:bzr', 'wms', 'x:plr'],
    ['https://a.de/geoserver/ows?service=WFS&typeName=(x:plr)', 'wfs', 'x:plr'],
    ['https://a.de/arcgis/services/G/MapServer/WMSServer', 'wms', null],
    ['https://a.de/arcgis/services/G/MapServer/WFSServer?request=GetCapabilities', 'wfs', null],
    ['https://a.de/arcgis/rest/services/G/FeatureServer/3/query?where=1=1', 'arcgis', '3'],
    ['https://a.de/datasets/v1/plr/collections/pl%C3%A4ne/items', 'ogc-api', 'pläne'],
    ['https://daten.berlin.de/datensaetze/lor-planungsraeume-wfs-1', 'wfs', null],
    ['https://www.govdata.de/daten/-/details/stadtteile', 'catalogue', null],
    ['https://opendata.example.de/dataset/stadtteile', 'catalogue', null],
    ['https://a.de/etwas', null, null],
  ])('%s looks like %s and names %s', (text, looksLike, layer) => {
    expect(serviceAddress(text)).toMatchObject({ looksLike, layer });
  });
});

test.each([
  '',
  ' ',
  'wfs',
  'Stadtteile Hamburg',
  'ftp://a.de/x',
  'javascript:alert(1)',
  'data:,x',
  'https://',
  'https://name:word@a.de/wfs',
  'mailto:a@b.de',
])('"%s" is none', (text) => {
  expect(serviceAddress(text)).toBeNull();
});
