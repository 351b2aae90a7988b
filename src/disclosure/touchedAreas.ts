import { levelById } from '#model/lookup.ts';
import type { Study } from '#model/study.ts';
import { type CellTable, isHiddenNow, isShown } from './cellTable.ts';
import { quotientsOf } from './counted.ts';
import type { DisclosureProfile } from './profile.ts';
import type { GuardReport } from './report.ts';
import { rounded } from './rounded.ts';
import type { YearColumn } from './yearColumns.ts';

/**
 * Which areas have lost a figure, and how many people live there. Summed of figures as they are shown: a sum of hidden or
 * unrounded ones would give away what is left when the others are taken off.
 */
export function touchedAreas(
  study: Study,
  table: CellTable & { readonly columns: readonly YearColumn[] },
  year: number,
  roundTo: DisclosureProfile['roundTo'],
): GuardReport['areas'] {
  const levels = study.families.map(({ id }) => id);
  const finest = table.columns
    .map(({ observations }) => observations)
    .sort((a, b) => {
      const family = (at: number) => levels.indexOf(levelById(study, study.observations[at]!.level).family);
      return family(a) - family(b);
    })[0];
  if (finest === undefined) return null;
  const own = table.columns.filter(({ observations }) => observations === finest);
  const n = own[0]!.n;
  const touched = Array.from({ length: n }, (_, a) => own.some(({ base }) => isHiddenNow(table, base + a)));
  const sum = ({ base }: YearColumn, test: (a: number) => boolean): number => {
    let total = 0;
    for (let a = 0; a < n; a++) {
      if (test(a) && isShown(table, base + a)) total += rounded(table.values[base + a]!, roundTo);
    }
    return total;
  };
  // People with a second home are in the larger count, but not among the residents that shares refer to.
  const wholes = new Set(quotientsOf(study).flatMap(({ denominator }) => denominator));
  const residents = own
    .filter(({ kind, variable }) => kind === 'count' && unitOf(study, variable) === 'persons')
    .map((column) => ({ column, total: sum(column, () => true), isWhole: wholes.has(column.variable) }))
    .sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.total - a.total)[0];
  return {
    level: study.observations[finest]!.level,
    year,
    areas: touched.filter(Boolean).length,
    of: n,
    residents: residents ? sum(residents.column, (a) => touched[a]!) : NaN,
    ofResidents: residents?.total ?? NaN,
  };
}

function unitOf(study: Study, variable: string): string | undefined {
  return study.variables.find(({ id }) => id === variable)?.unit;
}
