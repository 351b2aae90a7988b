import type { ConceptEntry, ThemeConcepts } from './concept.ts';

const status = [/^s1$/, /^s3$/, /^s4$/];
const dynamics = [/^d1$/, /^d3$/, /^d4$/];
const context = [/^ki? ?01$/, /^ki? ?03$/, /^ki? ?09$/];

/** What the Monitoring Soziale Stadtentwicklung of Berlin publishes: classes, changes, columns with codes for names. */
export const monitoring: ThemeConcepts = {
  concepts: [
    ...(
      [
        ['unemployment-sgb2', 'Arbeitslosigkeit (SGB II)', 'Unemployment (SGB II)'],
        ['long-term-unemployment', 'Langzeitarbeitslosigkeit', 'Long-term unemployment'],
        ['transfer', 'Transferbezug der Nicht-Arbeitslosen', 'Transfer benefits of people not unemployed'],
        ['child-poverty', 'Kinderarmut', 'Child poverty'],
      ] as const
    ).map(
      ([id, de, en]): ConceptEntry => ({
        id: `${id}-change`,
        kind: 'value',
        unit: 'share-points',
        theme: 'sgb2',
        direction: 'need',
        de: `${de}: Veränderung`,
        en: `${en}: change`,
        signed: true,
      }),
    ),
    {
      id: 'mss-status',
      kind: 'value',
      unit: 'number',
      theme: 'sgb2',
      direction: 'need',
      de: 'Veröffentlichte Statusklasse',
      en: 'Published status class',
      universe: null,
    },
    {
      id: 'mss-dynamics',
      kind: 'value',
      unit: 'number',
      theme: 'sgb2',
      direction: 'need',
      de: 'Veröffentlichte Dynamikklasse',
      en: 'Published dynamics class',
      universe: null,
    },
  ],
  rules: [
    { concept: 'unemployment-sgb2', heading: /^s1$/, beside: status },
    { concept: 'long-term-unemployment', heading: /^s2$/, beside: status },
    { concept: 'transfer', heading: /^s3$/, beside: status },
    { concept: 'child-poverty', heading: /^s4$/, beside: status },
    { concept: 'unemployment-sgb2-change', heading: /^d1$/, beside: dynamics },
    { concept: 'long-term-unemployment-change', heading: /^d2$/, beside: dynamics },
    { concept: 'transfer-change', heading: /^d3$/, beside: dynamics },
    { concept: 'child-poverty-change', heading: /^d4$/, beside: dynamics },
    { concept: 'youth-unemployment', heading: /^ki? ?01$/, beside: context },
    { concept: 'old-age-poverty', heading: /^ki? ?03$/, beside: context },
    { concept: 'simple-location', heading: /^ki? ?09$/, beside: context },
    { concept: 'municipal-housing', heading: /^ki? ?08$/, beside: context },
    { concept: 'residence-5-years', heading: /^ki? ?10$/, beside: context },
    { concept: 'turnover', heading: /^ki? ?11$/, beside: context },
    { concept: 'net-migration', heading: /^ki? ?12$/, beside: context },
    { concept: 'rooms-per-resident', heading: /^ki? ?14$/, beside: context },
    { concept: 'floor-space', heading: /^ki? ?15$/, beside: context },
    { concept: 'mss-status', heading: /^(?:status ?index|si n)$/ },
    { concept: 'mss-dynamics', heading: /^(?:dyn[a-z]* ?index|di n)$/ },
  ],
};
