import { areaValues, yearsOfFamily } from '#model/aggregate.ts';
import type { Group, Study } from '#model/study.ts';
import { dissimilarityOf } from '#stats/indices/evenness/dissimilarity.ts';
import { isolationOf } from '#stats/indices/exposure/isolation.ts';
import { twoGroupTable } from '#stats/table.ts';
import type { InstitutionAnswer } from './answer.ts';

/**
 * Residents' side of an institution group [Wohnbevölkerung zum Vergleich].
 *
 * The same indices for the corresponding group of residents against all others, at the finest level that knows them, in
 * the newest year up to `year` (else the first there is). Areas without figures are left out.
 *
 * @returns null where the group has no twin, or no year of it is known.
 * NaN: D and xPx as `dissimilarity` and `isolation`.
 * Cost: linear in areas × years.
 */
export function residentTwin(study: Study, group: Group, year: number): InstitutionAnswer['residents'] {
  const twin = study.groups.find(
    (candidate) => candidate.id === group.residentTwin && candidate.scope === 'residents',
  );
  if (!twin) return null;
  for (const family of study.families) {
    const known = yearsOfFamily(study, family.id, [twin.count, twin.universe]);
    const newest = known.findLast((candidate) => candidate.year <= year) ?? known[0];
    if (!newest) continue;
    const x = areaValues(study, newest.level.id, twin.count, newest.year)?.values;
    const t = areaValues(study, newest.level.id, twin.universe, newest.year)?.values;
    if (!x || !t) continue;
    const counts: number[] = [];
    const others: number[] = [];
    for (let a = 0; a < x.length; a++) {
      // Separately rounded counts may exceed their total by a person or two.
      const rest = Math.max(0, t[a]! - x[a]!);
      if (Number.isNaN(rest)) continue;
      counts.push(x[a]!);
      others.push(rest);
    }
    const table = twoGroupTable(counts, others);
    return {
      group: twin.id,
      level: newest.level.id,
      year: newest.year,
      D: dissimilarityOf(table),
      xPx: isolationOf(table),
      share: table.groupSum / table.totalSum,
    };
  }
  return null;
}
