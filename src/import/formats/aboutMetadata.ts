import type { FileAbout } from './driver.ts';
import { elementTexts } from './xml/elementTexts.ts';

/**
 * What a description of data in XML says about their source: ISO 19139 as catalogues and GeoPackages keep it, that of ArcGIS
 * (`dataIdInfo`), the older one of the American FGDC (`idinfo`), and QGIS's own.
 *
 * @param descriptions - what else is known in words
 */
export function aboutMetadata(xml: string, descriptions: readonly string[] = []): FileAbout | null {
  const all = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => elementTexts(xml, name));
  // The first citation is that of the data; those of keywords and of conformity come after it.
  const citation = /<(?:[\w-]+:)?(?:CI_Citation|idCitation|citeinfo)\b[\s\S]*/.exec(xml)?.[0] ?? xml;
  const isQgis = /<qgis\b/.test(xml);
  const [title = ''] = ['title', 'resTitle'].flatMap((name) => elementTexts(citation, name));
  const [publisher = ''] = all([
    'organisationName',
    'rpOrgName',
    'publish',
    'idCredit',
    'origin',
    'cntorg',
    ...(isQgis ? ['organization'] : []),
  ]);
  const dates = citation.match(
    /<(?:[\w-]+:)?(?:Date|DateTime|pubDate|reviseDate|pubdate)\b[^>]*>\s*(\d{4}-?\d{2}-?\d{2})/,
  );
  const day = dates?.[1]?.replace(/^(\d{4})-?(\d{2})-?(\d{2})$/, '$1-$2-$3');
  const conditions = all([
    'otherConstraints',
    'useLimitation',
    'othConsts',
    'useLimit',
    'useconst',
    ...(isQgis ? ['license', 'rights'] : []),
  ]);
  const texts = [...descriptions, ...conditions, ...(day ? [`Stand: ${day}`] : [])].filter(
    (text) => text !== '',
  );
  if (publisher === '' && title === '' && texts.length === 0) return null;
  return { ...(title ? { title } : {}), ...(publisher ? { publisher } : {}), texts };
}
