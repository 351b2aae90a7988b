import type { Group, Study } from '#model/study.ts';
import { figuresOf, type InstitutionFigures, indexCompositions } from './compositionOf.ts';

export interface InstitutionYear extends InstitutionFigures {
  readonly year: number;
  /** count/total. */
  readonly share: number;
}

/**
 * History of one institution [Verlauf einer Einrichtung].
 *
 * How many children it had in each year, how many of them in the group, and how many in preparatory classes.
 *
 * share = x/t, x children of the group among t, counted as by `figuresOf`.
 *
 * @param id institution; an unknown one has no history. @param group of institutions.
 * @returns the years with figures, ascending; years without children or without the group are left out.
 * Cost: linear in the compositions of the Study.
 * @example two rows of A, 2018: 10 of 100, 2019: 20 of 100 → shares 0.1 and 0.2
 */
export function historyOf(study: Study, id: string, group: Group): readonly InstitutionYear[] {
  const own = study.compositions.filter((row) => row.institution === id);
  const years = indexCompositions({ ...study, compositions: own }).get(id);
  return [...(years ?? [])]
    .flatMap(([year, rows]) => {
      const figures = figuresOf(rows, group);
      return figures ? [{ year, share: figures.count / figures.total, ...figures }] : [];
    })
    .sort((a, b) => a.year - b.year);
}
