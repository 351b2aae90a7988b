import { levelById } from '#model/lookup.ts';
import { signCode } from '#model/sign.ts';
import type { Study } from '#model/study.ts';
import type { Relations } from './relations.ts';

const SECRET = signCode('secret');

/** Where the cells of one variable at one level lie in the table. */
export interface YearColumn {
  readonly observations: number;
  readonly variable: string;
  readonly kind: 'count' | 'share' | 'change';
  /** First cell in the table and in the column of the study; number of areas. */
  readonly base: number;
  readonly offset: number;
  readonly n: number;
}

/** The column of a variable at a level; null where it has no figure in the year. */
export type FindColumn = (observations: number, variable: string) => YearColumn | null;

/** Every column of figures about people that has any in the year, one after the other. */
export function yearColumns(study: Study, relations: Relations, year: number): readonly YearColumn[] {
  const columns: YearColumn[] = [];
  let base = 0;
  study.observations.forEach(({ level, years, columns: known }, observations) => {
    const y = years.indexOf(year);
    const n = levelById(study, level).keys.length;
    const { counts, shares, changes } = relations.levels[observations]!;
    if (y < 0) return;
    const add = (variable: string, kind: YearColumn['kind']): void => {
      const { values, signs } = known[variable]!;
      const isEmpty = values.subarray(y * n, (y + 1) * n).every((value) => Number.isNaN(value));
      if (isEmpty && !signs?.subarray(y * n, (y + 1) * n).some((sign) => sign === SECRET)) return;
      columns.push({ observations, variable, kind, base, offset: y * n, n });
      base += n;
    };
    for (const id of counts) add(id, 'count');
    for (const { id } of shares) add(id, 'share');
    for (const { id } of changes) add(id, 'change');
  });
  return columns;
}

export function finderOf(columns: readonly YearColumn[]): FindColumn {
  const index = new Map(columns.map((column) => [`${column.observations} ${column.variable}`, column]));
  return (observations, variable) => index.get(`${observations} ${variable}`) ?? null;
}

export function columnsFound(
  find: FindColumn,
  observations: number,
  variables: readonly string[],
): readonly YearColumn[] | null {
  const columns = variables.map((variable) => find(observations, variable));
  return columns.length > 0 && columns.every((column) => column !== null) ? columns : null;
}
