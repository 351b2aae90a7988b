import type { ClassKind, Composition, Group, Study } from '#model/study.ts';

/** The children of one institution in one year. */
export interface InstitutionFigures {
  readonly total: number;
  readonly count: number;
  /** Children in preparatory classes, and of them in the group; null when not published. */
  readonly preparatory: number | null;
  readonly preparatoryCount: number | null;
}

type Rows = Partial<Record<ClassKind, Composition>>;
/** Compositions by institution and year. */
export type CompositionIndex = ReadonlyMap<string, ReadonlyMap<number, Rows>>;

export function indexCompositions(study: Study): CompositionIndex {
  const index = new Map<string, Map<number, Rows>>();
  for (const row of study.compositions) {
    const years = index.get(row.institution) ?? new Map<number, Rows>();
    index.set(row.institution, years);
    years.set(row.year, { ...years.get(row.year), [row.classKind]: row });
  }
  return index;
}

/**
 * All children of an institution in a year, whatever class they sit in: the published row for all classes where it has
 * the group, else the sum of the class kinds – provided each of them has it.
 * @returns null where the group is not published or there are no children.
 */
export function figuresOf(rows: Rows | undefined, group: Group): InstitutionFigures | null {
  if (!rows) return null;
  const parts = [rows.regular, rows.preparatory].filter((row) => row !== undefined);
  const whole = rows.all && isKnown(rows.all, group) ? [rows.all] : parts;
  if (whole.length === 0 || !whole.every((row) => isKnown(row, group))) return null;
  // The published total of all classes would not fit the sum of counts if one class kind is not published at all.
  const total = whole.reduce((sum, row) => sum + row.total, 0);
  const count = whole.reduce((sum, row) => sum + (row.counts[group.count] ?? NaN), 0);
  if (total <= 0) return null;
  return { total, count, ...preparatoryOf(rows, group) };
}

/** Is what is missing in the rows of an institution kept back, and not just unknown? */
export function isWithheld(rows: Rows | undefined, group: Group): boolean {
  return Object.values(rows ?? {}).some(({ secret }) => secret?.total ?? secret?.[group.count]);
}

/** The published row, else what the regular classes leave of all. */
function preparatoryOf(
  { all, regular, preparatory }: Rows,
  group: Group,
): Pick<InstitutionFigures, 'preparatory' | 'preparatoryCount'> {
  const of = (figure: (row: Composition) => number): number | null => {
    const value = preparatory ? figure(preparatory) : all && regular ? figure(all) - figure(regular) : NaN;
    return value >= 0 ? value : null;
  };
  return {
    preparatory: of((row) => row.total),
    preparatoryCount: of((row) => row.counts[group.count] ?? NaN),
  };
}

function isKnown(row: Composition, group: Group): boolean {
  const count = row.counts[group.count];
  return count !== undefined && !Number.isNaN(count) && !Number.isNaN(row.total);
}
