import type { FileAbout } from '../driver.ts';
import { isRecord } from '../feature.ts';

const longest = 400;

/**
 * What stands beside the features of a GeoJSON about where they come from. No standard names such members; portals write
 * them as DCAT, as services do, or in a member of their own.
 */
export function aboutCollection(collection: unknown): FileAbout | null {
  if (!isRecord(collection)) return null;
  const { metadata } = collection;
  const places = [collection, ...(isRecord(metadata) ? [metadata] : [])];
  const first = (...names: readonly string[]): string => {
    for (const place of places) {
      for (const name of names) {
        const text = textIn(Object.hasOwn(place, name) ? place[name] : undefined);
        if (text !== '') return text;
      }
    }
    return '';
  };
  const publisher = first(
    'publisher',
    'provider',
    'organisation',
    'organization',
    'herausgeber',
    'datenhalter',
  );
  const credit = first('attribution', 'copyright', 'quelle', 'source', 'credits');
  const licence = first('license', 'licence', 'lizenz', 'rights');
  const date = first('date', 'modified', 'issued', 'stand', 'stichtag');
  const texts = [
    credit === '' ? '' : /^(©|\(c\))/i.test(credit) ? credit : `Quelle: ${credit}`,
    licence,
    date === '' ? '' : `Stand: ${date.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1')}`,
    first('description', 'beschreibung'),
  ].filter((text) => text !== '');
  // A name alone is that of a layer.
  const title = first('title', 'titel') || (publisher !== '' || texts.length > 0 ? first('name') : '');
  if (publisher === '' && title === '' && texts.length === 0) return null;
  return {
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    ...(licence ? { licence } : {}),
    texts,
  };
}

/** A text, or the name of what is more than a text. */
function textIn(value: unknown): string {
  const named: unknown = isRecord(value) ? (value.name ?? value.title ?? value.id ?? value.url) : value;
  const text = typeof named === 'string' ? named.replace(/\s+/g, ' ').trim() : '';
  return text.length <= longest ? text : '';
}
