import { type Concept, conceptOf, otherResidents } from './concept.ts';

/** Where people, or their parents, come from: end of the id, words of a heading, "aus …" and "from …". */
export const origins: readonly {
  readonly id: string;
  readonly heading: RegExp;
  readonly de: string;
  readonly en: string;
}[] = [
  { id: 'bosnia', heading: /bosni/, de: 'Bosnien und Herzegowina', en: 'Bosnia and Herzegovina' },
  { id: 'serbia', heading: /serbien|serbia/, de: 'Serbien', en: 'Serbia' },
  {
    id: 'former-yugoslavia',
    heading: /jugoslawien|yugoslavia/,
    de: 'dem ehemaligen Jugoslawien',
    en: 'former Yugoslavia',
  },
  {
    id: 'former-soviet-union',
    heading: /sowjetunion|soviet/,
    de: 'der ehemaligen Sowjetunion',
    en: 'the former Soviet Union',
  },
  { id: 'russia', heading: /russ/, de: 'der Russischen Föderation', en: 'the Russian Federation' },
  { id: 'ukraine', heading: /ukraine/, de: 'der Ukraine', en: 'Ukraine' },
  { id: 'kazakhstan', heading: /kasachstan|kazakhstan/, de: 'Kasachstan', en: 'Kazakhstan' },
  { id: 'france', heading: /frankreich|france/, de: 'Frankreich', en: 'France' },
  { id: 'greece', heading: /griechenland|greece/, de: 'Griechenland', en: 'Greece' },
  { id: 'italy', heading: /italien|italy/, de: 'Italien', en: 'Italy' },
  { id: 'austria', heading: /oesterreich|austria/, de: 'Österreich', en: 'Austria' },
  { id: 'spain', heading: /spanien|spain/, de: 'Spanien', en: 'Spain' },
  { id: 'poland', heading: /polen|poland/, de: 'Polen', en: 'Poland' },
  { id: 'bulgaria', heading: /bulgari/, de: 'Bulgarien', en: 'Bulgaria' },
  { id: 'romania', heading: /rumaenien|rumania|romania/, de: 'Rumänien', en: 'Romania' },
  { id: 'croatia', heading: /kroatien|croatia/, de: 'Kroatien', en: 'Croatia' },
  {
    id: 'united-kingdom',
    heading: /vereinigtes koenigreich|grossbritannien|united kingdom/,
    de: 'dem Vereinigten Königreich',
    en: 'the United Kingdom',
  },
  { id: 'turkey', heading: /tuerkei|turkey/, de: 'der Türkei', en: 'Turkey' },
  { id: 'iran', heading: /\biran\b/, de: 'dem Iran', en: 'Iran' },
  { id: 'iraq', heading: /\birak\b|\biraq\b/, de: 'dem Irak', en: 'Iraq' },
  { id: 'afghanistan', heading: /afghanistan/, de: 'Afghanistan', en: 'Afghanistan' },
  { id: 'lebanon', heading: /libanon|lebanon/, de: 'dem Libanon', en: 'Lebanon' },
  {
    id: 'oic',
    heading: /islamische laender|\boic\b|islamic/,
    de: 'islamischen Ländern',
    en: 'Islamic countries',
  },
  { id: 'arab', heading: /arabische|arabic|\barab\b/, de: 'arabischen Ländern', en: 'Arab countries' },
  { id: 'syria', heading: /syrien|syria/, de: 'Syrien', en: 'Syria' },
  { id: 'vietnam', heading: /vietnam/, de: 'Vietnam', en: 'Vietnam' },
  {
    id: 'usa',
    heading: /vereinigte staaten|\busa\b|united states/,
    de: 'den Vereinigten Staaten',
    en: 'the United States',
  },
  {
    id: 'eu',
    heading: /europaeische union|european union|\beu\b/,
    de: 'der Europäischen Union',
    en: 'the European Union',
  },
];

/** People by where they or their parents come from. */
export function originConcept(id: string): Concept | null {
  const origin = id.startsWith('origin-') ? origins.find((it) => it.id === id.slice(7)) : undefined;
  if (!origin) return null;
  return conceptOf({
    id,
    theme: 'arrivals',
    de: `Menschen mit Herkunft aus ${origin.de}`,
    en: `People from ${origin.en}`,
    of: [`Menschen mit Herkunft aus ${origin.de}`, `people from ${origin.en}`],
    rest: otherResidents,
  });
}
