import { arrivals } from './arrivals.ts';
import { benefits } from './benefits.ts';
import { type Concept, type ConceptRule, conceptOf, type ThemeConcepts } from './concept.ts';
import { education } from './education.ts';
import { households } from './households.ts';
import { housing } from './housing.ts';
import { monitoring } from './monitoring.ts';
import { population } from './population.ts';

/** Special themes before general ones: "Einwohner" stands in the headings of many. */
const themes: readonly ThemeConcepts[] = [
  monitoring,
  education,
  benefits,
  households,
  housing,
  arrivals,
  population,
];

const entries = themes.flatMap(({ concepts }) => concepts);

/** All concepts with a fixed id. */
export const concepts: readonly Concept[] = entries.map((entry) =>
  conceptOf(entry, entries.find(({ share }) => share === entry.id)?.id ?? null),
);

/**
 * By which words of a heading a concept is recognised. The headings are those of German statistical offices and of the
 * English column names that open data portals make of them.
 */
export const conceptRules: readonly ConceptRule[] = themes.flatMap(({ rules }) => rules);
