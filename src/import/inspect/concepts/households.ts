import type { ConceptEntry, ThemeConcepts } from './concept.ts';

/** Households, their size and who lives in them. */
export const households: ThemeConcepts = {
  concepts: [
    { id: 'households', unit: 'households', de: 'Haushalte', en: 'Households', universe: null },
    {
      id: 'single-person-households',
      unit: 'households',
      de: 'Einpersonenhaushalte',
      en: 'Single-person households',
      universe: 'households',
    },
    ...(
      [
        ['2', 'Zweipersonenhaushalte', 'Two-person households'],
        ['3', 'Dreipersonenhaushalte', 'Three-person households'],
        ['4', 'Vierpersonenhaushalte', 'Four-person households'],
        ['5-plus', 'Haushalte mit fünf und mehr Personen', 'Households of five and more'],
      ] as const
    ).map(
      ([size, de, en]): ConceptEntry => ({
        id: `households-${size}`,
        unit: 'households',
        de,
        en,
        universe: 'households',
      }),
    ),
    {
      id: 'households-with-children',
      unit: 'households',
      de: 'Haushalte mit Kindern',
      en: 'Households with children',
      universe: 'households',
    },
    {
      id: 'single-parents',
      unit: 'households',
      direction: 'need',
      de: 'Haushalte von Alleinerziehenden',
      en: 'Single-parent households',
      universe: 'households',
    },
    {
      id: 'household-size',
      kind: 'value',
      unit: 'number',
      de: 'Personen je Haushalt',
      en: 'Persons per household',
      universe: 'households',
      neverZero: true,
    },
  ],
  rules: [
    {
      concept: 'single-person-households',
      heading:
        /einpersonen ?haushalt|(?:1|ein) ?person(?:en)? ?haushalt|haushalte? mit (?:1|einer) person|hhsize 1$|single households?/,
    },
    {
      concept: 'households-5-plus',
      heading:
        /\bhhsize 5 ?p|(?:5|fuenf) ?(?:und|u) ?mehr ?personen|haushalte? mit (?:5|fuenf) (?:und|oder) mehr|(?:5|fuenf) ?personen ?(?:und mehr|haushalt)/,
      except: /einwohner|bedarfsgemeinschaft/,
    },
    {
      concept: 'households-2',
      heading: /\bhhsize 2$|(?:2|zwei) ?personen ?haushalt|haushalte? mit (?:2|zwei) person/,
    },
    {
      concept: 'households-3',
      heading: /\bhhsize 3$|(?:3|drei) ?personen ?haushalt|haushalte? mit (?:3|drei) person/,
    },
    {
      concept: 'households-4',
      heading: /\bhhsize 4$|(?:4|vier) ?personen ?haushalt|haushalte? mit (?:4|vier) person/,
    },
    {
      concept: 'household-size',
      heading: /person(?:en)? (?:je|pro) haushalt|haushaltsgroesse|hhsize mittel|household size/,
    },
    { concept: 'households-with-children', heading: /haushalte? mit kind|households with child/ },
    { concept: 'single-parents', heading: /alleinerziehend|single parent/ },
    {
      concept: 'households',
      heading: /\b(?:privat)?haushalte?\b|\bhouseholds?\b/,
      except: /\bmit\b|\bje\b|netto/,
    },
  ],
};
