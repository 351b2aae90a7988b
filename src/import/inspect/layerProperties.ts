import { propertyOf, type RawFeature } from '../formats/feature.ts';

export interface KeyProperty {
  readonly property: string;
  readonly distinct: number;
  /** Of every key, as text; null where they differ. */
  readonly length: number | null;
}

/** Numbers that programs give to features: unique, but other ones next year. */
const technical =
  /^(object_?id|fid|ogc_?fid|gid|oid|rec_?id|gml_?id|osm_?id|uuid|guid|globalid|cartodb_id|index|id_0|lfd_?nr)$/i;
/** Sizes and figures: unique by chance. */
const measured =
  /^(shape|st)[_.]?(leng|area|length)|fl(ae|ä)ch|area|hektar|_ha$|^ha$|qm|umfang|perimeter|laenge|länge|length|rechtswert|hochwert|easting|northing|^(x|y|lon|lat|lng|long)$|longitude|latitude|koord|^ew[_0-9]|einw|bev|datum|date|stand$|zeit|url|mail|lizenz|quelle/i;
const keyWords =
  /schl|key|code|kennz|(^|_)(id|nr|kz|ags|ars|num)($|_)|^(ags|ars|plr|bzr|pgr|lor|esb|bez|stt|otl|ot|sbz|bezirk)_?(id|nr)?$|nummer|schulnr|bsn/i;
const nameWords =
  /name|bezeichn|titel|title|label|^gen$|^text$|stadtteil|ortsteil|stadtbezirk|quartier|planungsraum/i;

interface Column {
  readonly property: string;
  readonly position: number;
  readonly filled: number;
  readonly distinct: number;
  readonly length: number | null;
  readonly isText: boolean;
  readonly isWhole: boolean;
  readonly isDigits: boolean;
  /** Most cells are words: letters, not codes of one length without blanks. */
  readonly isWords: boolean;
}

/**
 * Which properties could be the key and which the name of an area, best first. Keys tell (nearly) every area apart, are
 * text or whole numbers, and best of one length; numbers of programs (OBJECTID) and measures come last or not at all.
 */
export function layerProperties(features: readonly RawFeature[]): {
  readonly keys: readonly KeyProperty[];
  readonly names: readonly string[];
} {
  const columns = columnsOf(features);
  const keys = columns
    .map((column) => ({ column, score: keyScore(column, features.length) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.column.position - b.column.position)
    .slice(0, 12)
    .map(({ column: { property, distinct, length } }) => ({ property, distinct, length }));
  // Parts of one area repeat its name: there are as many names as keys.
  const most = keys[0]?.distinct ?? features.length;
  const names = columns
    .map((column) => ({ column, score: nameScore(column, features.length, most) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.column.position - b.column.position)
    .map(({ column }) => column.property);
  return { keys, names };
}

function keyScore(column: Column, features: number): number {
  const { property, filled, distinct, length, isText, isWhole, isDigits, isWords } = column;
  if (features === 0 || filled < 0.9 * features || (!isText && !isWhole)) return 0;
  if (distinct < 2 && features > 1) return 0;
  if (measured.test(property) && !keyWords.test(property)) return 0;
  const unique = distinct / filled;
  let score = 10 * unique;
  if (unique < 0.5) score -= 5;
  if (keyWords.test(property)) score += 4;
  if (length !== null) score += 2;
  if (isText && isDigits) score += 2;
  if (isWords) score -= 5;
  if (!isText && length === null) score -= 2;
  // Better than nothing, if nothing else is there.
  if (technical.test(property)) score = unique === 1 ? 0.5 : 0;
  // `id` alone may be either: what stands beside it decides.
  else if (/^id$/i.test(property) && !isText && length === null) score -= 4;
  return Math.max(0, score);
}

function nameScore(
  { property, filled, distinct, isText, isWords }: Column,
  features: number,
  most: number,
): number {
  if (features === 0 || !isText || !isWords || filled < 0.5 * features) return 0;
  if (distinct < most / 2) return 0;
  if (measured.test(property) && !nameWords.test(property)) return 0;
  return 10 * Math.min(1, distinct / most) + (nameWords.test(property) ? 3 : 0);
}

function columnsOf(features: readonly RawFeature[]): readonly Column[] {
  const properties = new Map<string, number>();
  for (const feature of features)
    for (const name of Object.keys(feature.properties))
      if (!properties.has(name)) properties.set(name, properties.size);
  return [...properties].map(([property, position]): Column => {
    const distinct = new Set<string>();
    const lengths = new Set<number>();
    let filled = 0;
    let isText = true;
    let isWhole = true;
    let isDigits = true;
    let words = 0;
    for (const feature of features) {
      const value = propertyOf(feature, property);
      const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
      if (text === '') continue;
      filled++;
      distinct.add(text);
      lengths.add(text.length);
      if (typeof value !== 'string') isText = false;
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) isWhole = false;
      if (!/^\d+$/.test(text)) isDigits = false;
      if (/\p{Ll}{2}|\p{L} \p{L}/u.test(text)) words++;
    }
    const [length] = lengths;
    return {
      property,
      position,
      filled,
      distinct: distinct.size,
      length: lengths.size === 1 && length !== undefined ? length : null,
      isText: isText && filled > 0,
      isWhole: isWhole && filled > 0,
      isDigits: isDigits && filled > 0,
      isWords: words > 0.5 * filled,
    };
  });
}
