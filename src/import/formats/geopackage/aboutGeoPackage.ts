import type { FileAbout } from '../driver.ts';

const longest = 200;

/**
 * What the metadata of a GeoPackage (ISO 19139) and the descriptions of its layers say about their source.
 *
 * @param descriptions - of the layers, as they stand
 * @param documents - metadata as XML
 */
export function aboutGeoPackage(
  descriptions: readonly string[],
  documents: readonly string[],
): FileAbout | null {
  const [xml = ''] = documents;
  const publisher = elementText(xml, 'organisationName');
  const title = elementText(/<(?:\w+:)?CI_Citation\b[\s\S]*/.exec(xml)?.[0] ?? '', 'title');
  const conditions = ['otherConstraints', 'useLimitation'].map((name) => elementText(xml, name));
  const texts = [...descriptions, ...conditions].filter((text) => text !== '');
  if (publisher === '' && title === '' && texts.length === 0) return null;
  return { ...(title ? { title } : {}), ...(publisher ? { publisher } : {}), texts };
}

/** Text of the first element of that name, whatever its prefix; what stands inside it loses its tags. */
function elementText(xml: string, name: string): string {
  const open = new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`).exec(xml);
  if (!open) return '';
  const from = open.index + open[0].length;
  const inside = xml.slice(from, from + 2_000);
  const end = new RegExp(`</(?:\\w+:)?${name}>`).exec(inside);
  if (!end) return '';
  const text = inside
    .slice(0, end.index)
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length <= longest ? text : '';
}
