import { ageConcept } from './ages.ts';
import { concepts } from './catalog.ts';
import type { Concept } from './concept.ts';
import { originConcept } from './origins.ts';

const table: ReadonlyMap<string, Concept> = new Map(concepts.map((concept) => [concept.id, concept]));

/** The concept of this id: a fixed one, an age group (`age-6-14`, `mh-age-65-plus`), an origin or a published share of a count. */
export function conceptById(id: string): Concept | null {
  const known = table.get(id) ?? ageConcept(id) ?? originConcept(id);
  if (known) return known;
  if (!id.endsWith(publishedEnd)) return null;
  const count = conceptById(id.slice(0, -publishedEnd.length));
  return count?.kind === 'count' ? published(count) : null;
}

const publishedEnd = '-published';

/** The id under which a published share of a count is kept. */
export function shareConcept(count: Concept): string {
  return count.share ?? `${count.id}${publishedEnd}`;
}

function published(count: Concept): Concept {
  return {
    ...count,
    id: `${count.id}${publishedEnd}`,
    kind: 'share',
    unit: 'share',
    name: { de: `Anteil: ${count.name.de} (veröffentlicht)`, en: `Share: ${count.name.en} (published)` },
    share: null,
    shareOf: count.id,
    group: null,
  };
}
