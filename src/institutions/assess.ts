import type { Group, Institution, Study } from '#model/study.ts';
import { dissimilarityOf, expectedDissimilarityOf } from '#stats/indices/evenness/dissimilarity.ts';
import { beyondChance } from '#stats/indices/evenness/modified-dissimilarity.ts';
import { isolationOf } from '#stats/indices/exposure/isolation.ts';
import { twoGroupTable } from '#stats/table.ts';
import type { InstitutionAnswer, InstitutionRequest, InstitutionRow, Standing } from './answer.ts';
import {
  type CompositionIndex,
  figuresOf,
  type InstitutionFigures,
  indexCompositions,
  isWithheld,
} from './compositionOf.ts';
import { funnelLadder } from './funnelLimits.ts';
import { residentTwin } from './residentTwin.ts';
import { selectInstitutions } from './selectInstitutions.ts';
import { standingOf, yardstickOf } from './standing.ts';

interface Row extends InstitutionFigures {
  readonly institution: Institution;
}

/**
 * Assessment of institutions [Einrichtungen im Vergleich].
 *
 * How schools or kitas of one selection are composed, which of them stand out, and how strongly the children are
 * segregated between them.
 *
 * With x_i children of the group among t_i in institution i, P = X/T: share x_i/t_i, deviation x_i/t_i − P, standing
 * by `standingOf`, D and xPx with the other children as reference, expected D under the binomial, corrected
 * D* = (D − E)/(1 − E); majority = sum of x_i (of t_i − x_i) over institutions with x_i/t_i > 1/2, divided by X (by Y).
 * Children in preparatory classes are part of their institution; their share is told beside it.
 *
 * @param request its year: figures of the newest year up to it; where all figures are younger, of the first.
 * @returns rows in the order of the Study; `withoutFigures` also holds institutions without children, and all of them
 * where the study has no group of institutions.
 * NaN: `year` and `share` without any figures; D, expected and corrected D with fewer than two institutions or when a
 * group is absent; xPx and `majority.group` when the group is absent, `majority.rest` when everybody is in it.
 * Cost: linear in the compositions, plus one tail sum per distinct size for the funnel.
 * @throws `invalid group: …` for a group that is not one of institutions.
 * Source: Spiegelhalter 2005; Winship 1977; Carrington & Troske 1997; SVR 2013 (majority).
 * @example four schools of 100 with 10, 20, 80, 90: P = 0.5, D = 0.7, majority 0.85 against 0.15
 */
export function assessInstitutions(study: Study, request: InstitutionRequest): InstitutionAnswer {
  const hasGroups = study.groups.some(({ scope }) => scope === 'institutions');
  const group = hasGroups ? institutionGroup(study, request.group) : null;
  const selected = selectInstitutions(study, request);
  const index = indexCompositions(study);
  const years = yearsWithFigures(selected, index, group);
  const year = years.findLast((candidate) => candidate <= request.year) ?? years[0] ?? NaN;
  const { rows, withoutFigures } = figuresIn(selected, index, group, year);

  const table = tableOf(rows);
  const share = table.groupSum / table.totalSum;
  const yardstick = yardstickOf(rows);
  const standings: Record<Standing, number> = { above: 0, below: 0, within: 0 };
  const assessed = rows.map((row): InstitutionRow => {
    const standing = standingOf(row.total, row.count, request.threshold, yardstick);
    standings[standing] += 1;
    return {
      institution: row.institution.id,
      total: row.total,
      count: row.count,
      share: row.count / row.total,
      deviation: row.count / row.total - share,
      standing,
      preparatory: row.preparatory,
      preparatoryCount: row.preparatoryCount,
    };
  });
  const D = dissimilarityOf(table);
  const expectedD = expectedDissimilarityOf(table, 'binomial');
  return {
    request,
    year,
    years,
    rows: assessed,
    withoutFigures: withoutFigures.map((institution) => institution.id),
    withheld: withoutFigures
      .map((institution) => institution.id)
      .filter((id) => group && isWithheld(index.get(id)?.get(year), group)),
    withoutPosition: rows.filter((row) => !row.institution.position).map((row) => row.institution.id),
    children: table.totalSum,
    share,
    standings,
    preparatory: preparatoryOver(rows),
    majority: majorityOf(rows),
    indices: { D, expectedD, correctedD: beyondChance(D, expectedD), xPx: isolationOf(table) },
    residents: group && residentTwin(study, group, Number.isNaN(year) ? request.year : year),
    course: years.map((each) => {
      const of = tableOf(figuresIn(selected, index, group, each).rows);
      return { year: each, D: dissimilarityOf(of), xPx: isolationOf(of), share: of.groupSum / of.totalSum };
    }),
    funnel: funnelLadder(share, Math.max(0, ...rows.map((row) => row.total))),
  };
}

export function institutionGroup(study: Study, id: string): Group {
  const group = study.groups.find((candidate) => candidate.id === id && candidate.scope === 'institutions');
  if (!group) throw new Error(`invalid group: ${id}`);
  return group;
}

function yearsWithFigures(
  selected: readonly Institution[],
  index: CompositionIndex,
  group: Group | null,
): readonly number[] {
  const years = new Set<number>();
  if (!group) return [];
  for (const { id } of selected) {
    for (const [year, rows] of index.get(id) ?? []) if (figuresOf(rows, group)) years.add(year);
  }
  return [...years].sort((a, b) => a - b);
}

function figuresIn(
  selected: readonly Institution[],
  index: CompositionIndex,
  group: Group | null,
  year: number,
): { readonly rows: readonly Row[]; readonly withoutFigures: readonly Institution[] } {
  const rows: Row[] = [];
  const withoutFigures: Institution[] = [];
  for (const institution of selected) {
    const figures = group && figuresOf(index.get(institution.id)?.get(year), group);
    if (figures) rows.push({ institution, ...figures });
    else withoutFigures.push(institution);
  }
  return { rows, withoutFigures };
}

function tableOf(rows: readonly InstitutionFigures[]) {
  return twoGroupTable(
    rows.map((row) => row.count),
    rows.map((row) => row.total - row.count),
  );
}

function preparatoryOver(rows: readonly InstitutionFigures[]): InstitutionAnswer['preparatory'] {
  let institutions = 0;
  let children = 0;
  let of = 0;
  for (const { total, preparatory } of rows) {
    if (preparatory === null) continue;
    if (preparatory > 0) institutions++;
    children += preparatory;
    of += total;
  }
  return of > 0 ? { institutions, children, of } : null;
}

function majorityOf(rows: readonly InstitutionFigures[]): InstitutionAnswer['majority'] {
  let group = 0;
  let rest = 0;
  let groupSum = 0;
  let restSum = 0;
  for (const { total, count } of rows) {
    groupSum += count;
    restSum += total - count;
    if (2 * count <= total) continue;
    group += count;
    rest += total - count;
  }
  return { group: group / groupSum, rest: rest / restSum };
}
