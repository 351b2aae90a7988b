import { signCode } from '#model/sign.ts';
import type { Study } from '#model/study.ts';
import { type CellTable, reasonCode, secretBefore, shown, unknownBefore } from './cellTable.ts';
import { isFew, primarySuppression } from './primary.ts';
import type { DisclosureProfile } from './profile.ts';
import type { Relations } from './relations.ts';
import { SumList } from './sums.ts';
import { finderOf, type YearColumn, yearColumns } from './yearColumns.ts';
import { partitionRests, sumYear } from './yearSums.ts';

const SECRET = signCode('secret');
const TOO_SMALL = signCode('too-small');

/** The figures of a year, and what a profile hides of them by itself. */
export interface YearFigures {
  readonly columns: readonly YearColumn[];
  under(profile: DisclosureProfile): CellTable;
}

/**
 * All figures about people of one year. Under a profile it is hidden what must not be shown by itself: counts below the
 * minimum, counts that leave fewer than the minimum for everyone else, those of nearly everybody, and shares of too few
 * people. A published share counts as its cases, share times base.
 */
export function yearFigures(study: Study, relations: Relations, year: number): YearFigures {
  const columns = yearColumns(study, relations, year);
  const size = columns.reduce((sum, { n }) => sum + n, 0);
  const find = finderOf(columns);
  const rests = partitionRests(study, relations, year, find, size);
  const values = new Float64Array(size + rests.length);
  const before = new Uint8Array(size + rests.length);
  for (const column of columns) fill(study, relations, column, values, before);
  rests.forEach(({ value }, i) => {
    values[size + i] = value;
    before[size + i] = unknownBefore;
  });
  const list = new SumList();
  sumYear(list, study, relations, columns, find);
  const sums = list.over(values.length);
  const primary = primarySuppression(columns, values, relations, find);
  return {
    columns,
    under(profile) {
      const state = before.slice();
      const few = rests.filter(({ value }) => isFew(value, profile.minimumCount));
      const more = new SumList();
      for (const { cell, universe, parts } of few) {
        state[cell] = reasonCode('complement');
        more.add(parts, [universe]);
      }
      primary.hide({ values, state }, profile);
      const own = few.length > 0 ? more.over(values.length, sums) : sums;
      return { values, state, ceilings: primary.ceilings, sums: own };
    },
  };
}

function fill(
  study: Study,
  relations: Relations,
  column: YearColumn,
  values: Float64Array,
  state: Uint8Array,
): void {
  const { observations, variable, kind, base, offset, n } = column;
  const { columns } = study.observations[observations]!;
  const source = columns[variable]!;
  const { shares, changes } = relations.levels[observations]!;
  const weight = [...shares, ...changes].find(({ id }) => id === variable)?.weight;
  const people = weight === undefined ? null : columns[weight]!.values;
  for (let a = 0; a < n; a++) {
    const value = source.values[offset + a]!;
    const cell = base + a;
    // A change has no number of cases of its own: that of its people stands for it.
    values[cell] =
      kind === 'count' ? value : kind === 'share' ? value * people![offset + a]! : people![offset + a]!;
    const sign = source.signs?.[offset + a] ?? 0;
    // Of nobody there is nothing to keep secret.
    const isOfNobody = people?.[offset + a] === 0;
    state[cell] = !Number.isNaN(value)
      ? shown
      : !isOfNobody && (sign === SECRET || sign === TOO_SMALL)
        ? secretBefore
        : unknownBefore;
    if (Number.isNaN(value)) values[cell] = NaN;
  }
}
