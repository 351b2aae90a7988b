import type { LocalText } from '#model/text.ts';
import { slugOf } from './ids.ts';

/** A kind of areas, with the words by which files and their columns give it away. */
export interface FamilyWord {
  readonly id: string;
  readonly name: LocalText;
  readonly plural: LocalText;
  readonly words: RegExp;
}

function family(
  id: string,
  german: readonly [string, string],
  english: readonly [string, string],
  words: RegExp,
): FamilyWord {
  return { id, name: { de: german[0], en: english[0] }, plural: { de: german[1], en: english[1] }, words };
}

/** More special words first: a Stadtbezirk is no Bezirk. */
export const familyWords: readonly FamilyWord[] = [
  family(
    'planungsraum',
    ['Planungsraum', 'Planungsräume'],
    ['Planning area', 'Planning areas'],
    /\bplr\b|planungsra?e?u/,
  ),
  family(
    'bezirksregion',
    ['Bezirksregion', 'Bezirksregionen'],
    ['District region', 'District regions'],
    /\bbzr\b|bezirksregion/,
  ),
  family(
    'prognoseraum',
    ['Prognoseraum', 'Prognoseräume'],
    ['Forecast area', 'Forecast areas'],
    /\bpgr\b|prognosera?e?u/,
  ),
  family(
    'statistischer-bezirk',
    ['Statistischer Bezirk', 'Statistische Bezirke'],
    ['Statistical district', 'Statistical districts'],
    /statisti\w* (stadt)?bezirk|\bstat\w* ?bez\b/,
  ),
  family(
    'statistisches-gebiet',
    ['Statistisches Gebiet', 'Statistische Gebiete'],
    ['Statistical area', 'Statistical areas'],
    /statisti\w* gebiet|\bstatgeb/,
  ),
  family(
    'einschulungsbereich',
    ['Einschulungsbereich', 'Einschulungsbereiche'],
    ['School catchment', 'School catchments'],
    /einschulungsbereich|schulbezirk|schuleinzug|\besb\b/,
  ),
  family('stadtbezirk', ['Stadtbezirk', 'Stadtbezirke'], ['Borough', 'Boroughs'], /stadtbezirk|\bstbez\w*\b/),
  family('ortsteil', ['Ortsteil', 'Ortsteile'], ['District', 'Districts'], /ortsteil|\bot\b/),
  family('stadtteil', ['Stadtteil', 'Stadtteile'], ['City district', 'City districts'], /stadtteil|\bstt\b/),
  family(
    'stadtviertel',
    ['Stadtviertel', 'Stadtviertel'],
    ['Neighbourhood', 'Neighbourhoods'],
    /stadtviertel|viertel\b/,
  ),
  family('quartier', ['Quartier', 'Quartiere'], ['Neighbourhood', 'Neighbourhoods'], /quartier|\bkiez/),
  family(
    'sozialraum',
    ['Sozialraum', 'Sozialräume'],
    ['Social area', 'Social areas'],
    /sozialra?e?um|sozialbezirk/,
  ),
  family('distrikt', ['Distrikt', 'Distrikte'], ['Sub-district', 'Sub-districts'], /distrikt|\bdistricts?\b/),
  family(
    'wahlbezirk',
    ['Wahlbezirk', 'Wahlbezirke'],
    ['Polling district', 'Polling districts'],
    /(wahl|stimm)bezirk/,
  ),
  family('baublock', ['Baublock', 'Baublöcke'], ['Block', 'Blocks'], /baubloe?ck|\bblock|bloecke/),
  family(
    'gemeinde',
    ['Gemeinde', 'Gemeinden'],
    ['Municipality', 'Municipalities'],
    /gemeinde|\bags\b|\bvg250 gem\b/,
  ),
  family('kreis', ['Kreis', 'Kreise'], ['County', 'Counties'], /\b(land)?kreise?\b|\bkrs\b/),
  family('bezirk', ['Bezirk', 'Bezirke'], ['District', 'Districts'], /bezirk|\bbez\b/),
];

export const plainFamily: FamilyWord = {
  id: 'gebiet',
  name: { de: 'Gebiet', en: 'Area' },
  plural: { de: 'Gebiete', en: 'Areas' },
  words: /(?!)/,
};

/** The kind of areas that these names (of properties, layers, files; most telling first) speak of. */
export function familyIn(names: readonly string[]): FamilyWord {
  for (const name of names) {
    const text = slugOf(name).replaceAll('-', ' ');
    const found = familyWords.find(({ words }) => words.test(text));
    if (found) return found;
  }
  return plainFamily;
}

/** In both languages where the German word is one of ours, else the one name given for both. */
export function familyText(name: string, which: 'name' | 'plural'): LocalText {
  const known = [...familyWords, plainFamily].find((one) => one[which].de === name);
  return known ? known[which] : { de: name, en: name };
}

/** As a plan keeps a name that somebody typed: the German word where it is one of ours and can be no other. */
export function plannedFamily(said: string, which: 'name' | 'plural', language: keyof LocalText): string {
  const known = [...familyWords, plainFamily].filter((one) => one[which][language] === said);
  return known.length === 1 && known[0] ? known[0][which].de : said;
}
