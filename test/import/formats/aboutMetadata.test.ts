import { expect, test } from 'vitest';
import { aboutMetadata } from '#import/formats/aboutMetadata.ts';
import { statedSource } from '#import/inspect/statedSource.ts';

function statedIn(xml: string) {
  const about = aboutMetadata(xml);
  return about && statedSource({ sheets: [], about });
}

const iso = `<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco">
  <gmd:contact><gmd:CI_ResponsibleParty><gmd:organisationName><gco:CharacterString>Stadt Musterburg &amp; Umland</gco:CharacterString></gmd:organisationName></gmd:CI_ResponsibleParty></gmd:contact>
  <gmd:identificationInfo><gmd:MD_DataIdentification><gmd:citation><gmd:CI_Citation>
    <gmd:title><gco:CharacterString>Stadtteile</gco:CharacterString></gmd:title>
    <gmd:date><gmd:CI_Date><gmd:date><gco:Date>2023-12-31</gco:Date></gmd:date></gmd:CI_Date></gmd:date>
  </gmd:CI_Citation></gmd:citation>
  <gmd:resourceConstraints><gmd:MD_LegalConstraints>
    <gmd:otherConstraints><gco:CharacterString>Nutzungsbedingungen: siehe unten</gco:CharacterString></gmd:otherConstraints>
    <gmd:otherConstraints><gco:CharacterString>{"id":"dl-by-de/2.0","name":"Datenlizenz Deutschland Namensnennung 2.0"}</gco:CharacterString></gmd:otherConstraints>
  </gmd:MD_LegalConstraints></gmd:resourceConstraints></gmd:MD_DataIdentification></gmd:identificationInfo></gmd:MD_Metadata>`;
const esri = `<metadata xml:lang="de"><Esri><CreaDate>20200101</CreaDate></Esri><dataIdInfo><idCitation><resTitle>Stadtteile</resTitle>
  <date><pubDate>2023-12-31T00:00:00</pubDate></date></idCitation><idCredit>Stadt Musterburg &amp; Umland</idCredit>
  <resConst><Consts><useLimit>&lt;DIV&gt;&lt;P&gt;dl-de/by-2-0&lt;/P&gt;&lt;/DIV&gt;</useLimit></Consts></resConst></dataIdInfo></metadata>`;
const fgdc = `<metadata><idinfo><citation><citeinfo><origin>Stadt Musterburg &amp; Umland</origin><pubdate>20231231</pubdate><title>Stadtteile</title></citeinfo></citation>
  <useconst>dl-de/by-2-0</useconst></idinfo></metadata>`;

test.each([
  ['ISO 19139', iso],
  ['ArcGIS', esri],
  ['FGDC', fgdc],
])('title, publisher, day and licence are read from %s', (_, xml) => {
  expect(statedIn(xml)).toMatchObject({
    title: 'Stadtteile',
    publisher: 'Stadt Musterburg & Umland',
    date: '2023-12-31',
    licence: 'Datenlizenz Deutschland – Namensnennung – 2.0 (dl-de/by-2-0)',
  });
});

test('other XML, broken XML and none say nothing', () => {
  expect(['', '<a/>', '<metadata><title', '<title></title>'].map(statedIn)).toEqual([null, null, null, null]);
});
