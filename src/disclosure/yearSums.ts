import type { Study } from '#model/study.ts';
import type { Relations } from './relations.ts';
import type { SumList } from './sums.ts';
import { columnsFound, type FindColumn, type YearColumn } from './yearColumns.ts';

/** Which figures of a year add up to which: areas, variables, and the same ground in two vintages. */
export function sumYear(
  list: SumList,
  study: Study,
  relations: Relations,
  columns: readonly YearColumn[],
  find: FindColumn,
): void {
  relations.levels.forEach((_, position) => {
    sumAreas(list, columns, relations, position, find);
    sumVariables(list, relations, position, find);
  });
  sumVintages(list, study, relations, find);
}

/** Areas add up to those of the nearest level above that knows the variable in the year. */
function sumAreas(
  list: SumList,
  columns: readonly YearColumn[],
  relations: Relations,
  observations: number,
  find: FindColumn,
): void {
  for (const { observations: own, kind, variable, base, n } of columns) {
    if (own !== observations || kind === 'change') continue;
    for (const { observations: upper, positions } of relations.levels[observations]!.above) {
      const whole = find(upper, variable);
      if (!whole) continue;
      const parts: number[][] = Array.from({ length: whole.n }, () => []);
      for (let a = 0; a < n; a++) if (positions[a]! >= 0) parts[positions[a]!]!.push(base + a);
      parts.forEach((cells, a) => {
        if (cells.length > 0) list.add(cells, [whole.base + a]);
      });
      break;
    }
  }
}

function sumVariables(list: SumList, relations: Relations, observations: number, find: FindColumn): void {
  const perArea = (parts: readonly string[], whole: string): void => {
    const columns = columnsFound(find, observations, parts);
    const total = find(observations, whole);
    if (!columns || !total) return;
    for (let a = 0; a < total.n; a++) {
      list.add(
        columns.map(({ base }) => base + a),
        [total.base + a],
      );
    }
  };
  for (const { parts, whole } of relations.additions) perArea(parts, whole);
  for (const { share, count, weight, of } of relations.twins) {
    if (of === 'group') perArea([share], count);
    else perArea([share, count], weight);
  }
}

/** The same ground in two vintages holds the same people. */
function sumVintages(list: SumList, study: Study, relations: Relations, find: FindColumn): void {
  for (const { crosswalk, same } of relations.grounds) {
    const from = study.observations.findIndex(({ level }) => level === crosswalk.from);
    const to = study.observations.findIndex(({ level }) => level === crosswalk.to);
    if (from < 0 || to < 0) continue;
    for (const variable of relations.levels[from]!.counts) {
      const [before, after] = [find(from, variable), find(to, variable)];
      if (!before || !after) continue;
      for (const ground of same) {
        list.add(
          ground.from.map((a) => before.base + a),
          ground.to.map((a) => after.base + a),
        );
      }
    }
  }
}

export interface Rest {
  readonly cell: number;
  readonly value: number;
  readonly universe: number;
  /** The groups and the rest itself. */
  readonly parts: readonly number[];
}

/** What groups that share nobody leave of their universe: it has no cell in the study, but can be computed. */
export function partitionRests(
  study: Study,
  relations: Relations,
  year: number,
  find: FindColumn,
  size: number,
): readonly Rest[] {
  const rests: Rest[] = [];
  study.observations.forEach(({ columns: known, years }, observations) => {
    if (!years.includes(year)) return;
    for (const { groups, universe } of relations.partitions) {
      const columns = columnsFound(find, observations, groups);
      const whole = find(observations, universe);
      if (!columns || !whole) continue;
      const all = Array.from({ length: whole.n }, (_, a) =>
        groups.reduce(
          (rest, group) => rest - known[group]!.values[whole.offset + a]!,
          known[universe]!.values[whole.offset + a]!,
        ),
      );
      // Together they are more than there are: they do share people.
      if (all.some((rest) => rest < -1e-6)) continue;
      all.forEach((value, a) => {
        if (!(value > 0)) return;
        const cell = size + rests.length;
        const parts = [...columns.map(({ base }) => base + a), cell];
        rests.push({ cell, value, universe: whole.base + a, parts });
      });
    }
  });
  return rests;
}
