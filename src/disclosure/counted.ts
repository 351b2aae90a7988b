import type { Study, Unit, Variable } from '#model/study.ts';

/** Counts of places, square metres or years say nothing about single people; everything else might. */
const harmless: ReadonlySet<Unit> = new Set([
  'places',
  'sqm',
  'years',
  'share',
  'share-points',
  'euro-per-sqm',
]);

/** Does the variable count people, households or cases? */
export function countsPeople({ kind, unit }: Variable): boolean {
  return kind === 'count' && !harmless.has(unit);
}

/** A group or share: some among all. */
export interface Quotient {
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
}

/** All shares that a study shows of counts of people: those of its groups and of its indicators, each once. */
export function quotientsOf(study: Study): readonly Quotient[] {
  const counted = new Set(study.variables.filter(countsPeople).map(({ id }) => id));
  const all: Quotient[] = [
    ...study.groups
      .filter(({ scope }) => scope === 'residents')
      .map(({ count, universe }) => ({ numerator: [count], denominator: [universe] })),
    ...study.indicators.flatMap(({ measure }) =>
      measure.kind === 'share' ? [{ numerator: measure.numerator, denominator: measure.denominator }] : [],
    ),
  ];
  const seen = new Set<string>();
  return all.filter(({ numerator, denominator }) => {
    const name = `${[...numerator].sort().join(' ')} / ${[...denominator].sort().join(' ')}`;
    if (seen.has(name) || ![...numerator, ...denominator].every((id) => counted.has(id))) return false;
    seen.add(name);
    return true;
  });
}
