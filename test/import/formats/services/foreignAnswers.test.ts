import { expect, test } from 'vitest';
import { loadWords } from '#i18n/i18n.ts';
import { describeProblem } from '#i18n/problemText.ts';
import { codesOf, describeAt } from './loading.ts';
import { json, pretendedHost, type Reply } from './pretendedHost.ts';

const wms =
  '<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms"><Service/></WMS_Capabilities>';
const html = '<!DOCTYPE html><html><body>Geoportal</body></html>';
const xml = (body: string): Reply => ({ body: `<?xml version="1.0"?>${body}`, type: 'text/xml' });
const record = `<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd"><gmd:URL>https://geo.example/wms?a=1</gmd:URL>
  <gmd:URL>https://geo.example/wfs_lor?SERVICE=WFS&amp;REQUEST=GetCapabilities</gmd:URL></gmd:MD_Metadata>`;

test.each<readonly [string, string, Reply | null, readonly string[]]>([
  ['a service of pictures', 'https://geo.example/wms', xml(wms), ['service-picture-beside']],
  [
    'a service of pictures under a name of its own',
    'https://geo.example/ows?service=WMS',
    xml(wms),
    ['service-picture'],
  ],
  [
    'one that refuses to be asked for features',
    'https://geo.example/wms',
    xml(
      '<ServiceExceptionReport><ServiceException>msWFSDispatch(): WFS request not enabled</ServiceException></ServiceExceptionReport>',
    ),
    ['service-picture-beside'],
  ],
  [
    'tiles',
    'https://geo.example/wmts',
    xml('<Capabilities xmlns="http://www.opengis.net/wmts/1.0"/>'),
    ['service-other'],
  ],
  [
    'a list of downloads',
    'https://geo.example/inspire.xml',
    xml('<feed xmlns="http://www.w3.org/2005/Atom"/>'),
    ['service-download-feed'],
  ],
  ['a description of data', 'https://md.example/srv/record', xml(record), ['service-metadata']],
  [
    'an entry of a catalogue',
    'https://md.example/api/3/action/package_show?id=x',
    json({ success: true, result: { resources: [{ url: 'https://geo.example/wfs_lor' }] } }),
    ['service-metadata'],
  ],
  [
    'a file',
    'https://geo.example/stadtteile.geojson',
    json({ type: 'FeatureCollection', features: [] }),
    ['service-file'],
  ],
  ['a page', 'https://geo.example/portal', { body: html, type: 'text/html' }, ['service-page']],
  [
    'a page of a catalogue',
    'https://www.govdata.de/daten/-/details/x',
    { body: html, type: 'text/html' },
    ['service-catalogue'],
  ],
  [
    'a refusal',
    'https://geo.example/wfs',
    xml(
      '<ows:ExceptionReport xmlns:ows="o"><ows:Exception><ows:ExceptionText><![CDATA[Karte fehlt]]></ows:ExceptionText></ows:Exception></ows:ExceptionReport>',
    ),
    ['service-refused'],
  ],
  ['nothing', 'https://geo.example/wfs', null, ['service-missing']],
  ['a refusal of people', 'https://geo.example/wfs', { body: '', status: 401 }, ['service-login']],
  [
    'too much to do',
    'https://geo.example/wfs',
    { body: html, status: 503, type: 'text/html' },
    ['service-busy'],
  ],
  [
    'too much to do for a while',
    'https://geo.example/wfs',
    { body: '', status: 429, headers: { 'Retry-After': '30' } },
    ['service-busy-until'],
  ],
  [
    'a defect',
    'https://geo.example/wfs',
    { body: 'java.lang.NullPointerException', status: 500 },
    ['service-status'],
  ],
])('%s is called what it is', async (_, address, reply, codes) => {
  const host = pretendedHost(() => reply);
  const described = await describeAt(host, address);
  expect(described.ok ? [] : codesOf(described.problems)).toEqual(codes);
});

test('where features could be instead of pictures is said', async () => {
  const host = pretendedHost(() => xml(wms));
  const otherOf = async (address: string): Promise<unknown> => {
    const described = await describeAt(host, address);
    return described.ok ? null : described.problems[0]?.params.other;
  };
  expect(await otherOf('https://geo.example/wss/service/wms_plr/guest?SERVICE=WMS')).toBe(
    'https://geo.example/wss/service/wfs_plr/guest',
  );
  expect(await otherOf('https://gis.example/arcgis/services/A/B/MapServer/WMSServer')).toBe(
    'https://gis.example/arcgis/rest/services/A/B/MapServer',
  );
});

test('the services a description names are said whole', async () => {
  const described = await describeAt(
    pretendedHost(() => xml(record)),
    'https://md.example/record',
  );
  const words = await loadWords('en');
  const text = described.ok
    ? ''
    : describeProblem(words, described.problems[0] ?? { code: '', params: {}, where: null });
  expect(text).toContain('https://geo.example/wfs_lor?SERVICE=WFS&REQUEST=GetCapabilities');
});
