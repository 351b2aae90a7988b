import { levelById } from '#model/lookup.ts';
import type { Observations, Study, Variable } from '#model/study.ts';
import { countsPeople } from './counted.ts';
import { isFew } from './primary.ts';
import type { DisclosureProfile } from './profile.ts';

/** Published figures that are no counts, but tell one or rest on one. Positions in their columns. */
export interface DerivedHiding {
  readonly observations: number;
  readonly variable: string;
  readonly position: number;
  /** `denominator`: rests on too few; `secondary`: would tell a hidden figure. */
  readonly reason: 'denominator' | 'secondary';
}

/** Is the figure at this position of a column hidden by now? */
export type IsHidden = (observations: number, variable: string, position: number) => boolean;

const tolerance = 0.0006;
const leastCells = 5;
const longestLag = 5;

/**
 * Figures to be hidden once it is known which counts and shares are: none of them adds up to anything, so nothing
 * follows from hiding them.
 *
 * - A share that tells its own whole (`averagedBy`) goes with its count, and where that whole is too small.
 * - A change of a share goes with the share of either year: the other one would tell it.
 * - A mean goes with the people it is the mean of, and where they are fewer than the minimum count.
 */
export function derivedHiding(
  study: Study,
  { minimumCount, minimumDenominator }: DisclosureProfile,
  isHidden: IsHidden,
): readonly DerivedHiding[] {
  const people = new Set(study.variables.filter(countsPeople).map(({ id }) => id));
  const found: DerivedHiding[] = [];
  study.observations.forEach((own, observations) => {
    const hideWhere = (
      variable: string,
      reasonAt: (position: number) => DerivedHiding['reason'] | null,
    ): void => {
      own.columns[variable]!.values.forEach((value, position) => {
        if (Number.isNaN(value) || isHidden(observations, variable, position)) return;
        const reason = reasonAt(position);
        if (reason) found.push({ observations, variable, position, reason });
      });
    };
    for (const { id, kind, unit, weight, averagedBy } of study.variables) {
      if (kind !== 'value' || !own.columns[id]) continue;
      if (averagedBy && people.has(averagedBy) && own.columns[averagedBy]) {
        const shares = own.columns[id]!.values;
        const counts = own.columns[averagedBy]!.values;
        hideWhere(id, (at) =>
          isFew(counts[at]! / shares[at]!, minimumDenominator)
            ? 'denominator'
            : isHidden(observations, averagedBy, at)
              ? 'secondary'
              : null,
        );
      }
      if (!weight || !people.has(weight) || !own.columns[weight]) continue;
      if (unit === 'share-points') {
        const n = levelById(study, own.level).keys.length;
        for (const { share, lag } of changesOf(study, own, id, weight, n)) {
          hideWhere(id, (at) =>
            isHidden(observations, share, at) || isHidden(observations, share, at - lag) ? 'secondary' : null,
          );
        }
      } else if (unit !== 'share') {
        const weights = own.columns[weight]!.values;
        hideWhere(id, (at) => (isFew(weights[at]!, minimumCount) ? 'denominator' : null));
      }
    }
  });
  return found;
}

/** Shares of which a figure is the change: found in the figures, as nothing declares it. `lag` in positions. */
function changesOf(
  study: Study,
  { columns, years }: Observations,
  change: string,
  weight: string,
  n: number,
): readonly { readonly share: string; readonly lag: number }[] {
  const isShare = (one: Variable): boolean =>
    one.kind === 'value' && one.unit === 'share' && one.weight === weight && columns[one.id] !== undefined;
  return study.variables.filter(isShare).flatMap(({ id }) => {
    const lags = Array.from({ length: Math.min(longestLag, years.length - 1) }, (_, k) => (k + 1) * n);
    return lags
      .filter((lag) => isChange(columns[change]!.values, columns[id]!.values, lag))
      .map((lag) => ({ share: id, lag }));
  });
}

function isChange(changes: Float64Array, shares: Float64Array, lag: number): boolean {
  let known = 0;
  for (let at = lag; at < changes.length; at++) {
    const difference = shares[at]! - shares[at - lag]!;
    if (Number.isNaN(difference) || Number.isNaN(changes[at]!)) continue;
    if (Math.abs(difference - changes[at]!) > 2 * tolerance) return false;
    known++;
  }
  return known >= leastCells;
}
