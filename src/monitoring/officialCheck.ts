import { areaValues } from '#model/aggregate.ts';
import type { Study } from '#model/study.ts';
import type { NeedAnswer } from './answer.ts';
import type { EditionEvaluation } from './evaluateEdition.ts';

/**
 * How many officially published classes the computation meets [Nachrechnung].
 *
 * Compares class positions (1 = lowest index) area by area, for the profile the edition was published with; null for
 * any other, and when nothing is published. `areas` counts areas with a published status class.
 */
export function officialCheck(study: Study, evaluation: EditionEvaluation): NeedAnswer['official'] {
  const { edition, profile } = evaluation;
  if (!edition.official || edition.profile !== profile.id) return null;
  const status = areaValues(study, edition.level, edition.official.status, edition.dataYear);
  const dynamics = areaValues(study, edition.level, edition.official.dynamics, edition.dataYear);
  if (!status || !dynamics) return null;
  return {
    status: matches(status.values, evaluation.statusClass),
    dynamics: matches(dynamics.values, evaluation.dynamics?.classes ?? null),
    areas: status.values.filter((value) => !Number.isNaN(value)).length,
  };
}

function matches(published: Float64Array, classes: Int8Array | null): number {
  let count = 0;
  for (let a = 0; a < published.length; a++) {
    if (classes && classes[a]! >= 0 && published[a] === classes[a]! + 1) count++;
  }
  return count;
}
