import type { Unit } from '#model/study.ts';
import { agesOf } from '../inspect/concepts/ages.ts';
import type { AgeRange } from '../inspect/concepts/concept.ts';
import { conceptById } from '../inspect/concepts/conceptById.ts';
import type { PartCheck } from './partCheck.ts';
import type { PlannedFigure } from './plannedFigures.ts';

/** What a figure is a part of: one count, or several that make it up together. */
export interface Whole {
  readonly figures: readonly PlannedFigure[];
  /** Residents of just the ages that come into question; null: all of something. */
  readonly ages: AgeRange | null;
}

type Counts = ReadonlyMap<string, PlannedFigure>;

/**
 * The best whole there is for a count: what was said of it, residents of the ages it can be of, what is known of its
 * kind, or all of its unit – where it can be a part of it. A narrower whole known for fewer years is no better one.
 */
export function wholeOf(figure: PlannedFigure, counts: Counts, parts: PartCheck): Whole | null {
  const whole = universeOf(figure, counts, parts);
  const ages = figure.base ? null : (conceptById(figure.variable)?.ages ?? null);
  const tiles = ages && agesTogether(ages, counts);
  if (!tiles || !ages) return whole && { figures: [whole], ages: null };
  const ids = tiles.map(({ variable }) => variable);
  const known = parts.places(figure.variable, ids).length;
  const before = whole ? parts.places(figure.variable, [whole.variable]).length : 1;
  if (known >= Math.max(1, before) && parts.fits(figure.variable, ids)) return { figures: tiles, ages };
  return whole && { figures: [whole], ages: null };
}

/** The one count whose part it is, of all ages: groups are measured within these. */
export function universeOf(
  { variable, unit, base }: PlannedFigure,
  counts: Counts,
  parts: PartCheck,
): PlannedFigure | null {
  if (base) return counts.get(base) ?? null;
  const concept = conceptById(variable);
  const id = concept ? concept.universe : wholesByUnit[unit];
  const whole = id && id !== variable ? counts.get(id) : undefined;
  return whole && parts.fits(variable, [whole.variable]) ? whole : null;
}

/** What a known count should be a part of, but is larger than somewhere: proposed, not chosen, so that it is seen. */
export function brokenWholeOf(
  { variable, base, role }: PlannedFigure,
  counts: Counts,
  parts: PartCheck,
): PlannedFigure | null {
  const id = role === 'count' && !base ? (conceptById(variable)?.universe ?? null) : null;
  const whole = id !== null && id !== variable ? counts.get(id) : undefined;
  return whole && !parts.fits(variable, [whole.variable]) ? whole : null;
}

const wholesByUnit: Partial<Record<Unit, string>> = {
  persons: 'residents',
  children: 'residents',
  households: 'households',
  dwellings: 'dwellings',
};

/** Counts of residents whose ages follow each other from the first to the last year of a range, as few as possible. */
export function agesTogether(range: AgeRange, counts: Counts): readonly PlannedFigure[] | null {
  const end = range.to ?? Infinity;
  const groups = [...counts.values()]
    .flatMap((figure) => {
      const ages = figure.role === 'count' ? agesOf(figure.variable) : null;
      return ages ? [{ figure, from: ages.from ?? 0, to: ages.to ?? Infinity }] : [];
    })
    .filter(({ to }) => to <= end)
    .sort((a, b) => b.to - a.to);
  const dead = new Set<number>();
  const from = (age: number): readonly PlannedFigure[] | null => {
    if (age > end) return [];
    if (dead.has(age)) return null;
    for (const group of groups) {
      const rest = group.from === age ? from(group.to + 1) : null;
      if (rest) return [group.figure, ...rest];
    }
    dead.add(age);
    return null;
  };
  return from(range.from ?? 0);
}
