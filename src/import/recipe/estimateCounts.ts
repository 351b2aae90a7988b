import { signCode } from '#model/sign.ts';
import type { Estimated } from '#model/study.ts';
import type { ProblemList } from '../pack/problemList.ts';
import type { CellGrid, GridCell } from './cellGrid.ts';
import type { Table } from './numberCells.ts';
import type { Recipe, Rounding } from './recipe.ts';

const MISSING = signCode('missing');

export interface ReadTable {
  readonly table: Table;
  readonly cells: CellGrid;
}

/** Shares become counts: nearest whole of share × base. The base may stand in another table of the same level. */
export function estimateCounts(tables: readonly ReadTable[], problems: ProblemList): void {
  for (const { table, cells } of tables) {
    const others = tables.filter((other) => other.cells.level.id === cells.level.id);
    const withBase = new Map<string, boolean>();
    for (const year of cells.years()) {
      for (let area = 0; area < cells.level.keys.length; area++) {
        for (const [variable, cell] of cells.row(area, year) ?? []) {
          if (cell.of === null) continue;
          const base = baseOf(cell.of, area, year, others);
          withBase.set(cell.of, (withBase.get(cell.of) ?? false) || base !== null);
          cells.replace(area, year, variable, countOf(cell, base));
        }
      }
    }
    for (const [base, found] of withBase) {
      if (!found)
        problems.add(
          'estimate-base-missing',
          { base, level: cells.level.id },
          { file: `tables.${table.id}` },
        );
    }
  }
}

function baseOf(variable: string, area: number, year: number, tables: readonly ReadTable[]): GridCell | null {
  let empty: GridCell | null = null;
  for (const { cells } of tables) {
    const cell = cells.row(area, year)?.get(variable);
    if (cell && !Number.isNaN(cell.value)) return cell;
    if (cell) empty = cell;
  }
  return empty;
}

/** A sign says why there is no value, or that it is uncertain; that of the share goes first. */
function countOf(share: GridCell, base: GridCell | null): GridCell {
  const value = share.value * (base?.value ?? NaN);
  const sign = Number.isNaN(share.value) ? share.sign : base ? base.sign || share.sign : MISSING;
  return { value: Math.round(value), sign, row: share.row, of: null };
}

/** What is estimated, from which base and how precisely: for the variables of the pack. */
export function estimatedVariables(recipe: Recipe, problems: ProblemList): ReadonlyMap<string, Estimated> {
  const estimated = new Map<string, Estimated>();
  const variables = new Map(recipe.variables.map((variable) => [variable.id, variable]));
  for (const table of recipe.tables) {
    const where = { file: 'recipe.json', column: `tables.${table.id}` };
    const specs = [table, ...table.parts]
      .flatMap(({ columns }) => Object.entries(columns))
      .concat(Object.entries(table.pivot?.variables ?? {}) as never);
    for (const [variable, spec] of specs) {
      if (spec === null || typeof spec === 'string' || Array.isArray(spec)) continue;
      const { of, rounding } = spec;
      if (of === undefined || rounding === undefined) continue;
      const before = estimated.get(variable);
      if (!variables.has(of))
        problems.add('reference-unknown', { id: of, kind: 'variable', path: `tables.${table.id}` }, where);
      if (variables.get(variable)?.kind !== 'count') problems.add('estimate-not-count', { variable }, where);
      if (before && before.of !== of)
        problems.add('estimate-two-bases', { variable, first: before.of, second: of }, where);
      estimated.set(variable, { from: 'share', of, rounding: widest(before?.rounding, rounding) });
    }
  }
  for (const [variable, { of }] of estimated) {
    if (estimated.has(of))
      problems.add('estimate-of-estimate', { variable, base: of }, { file: 'recipe.json' });
  }
  return estimated;
}

function widest(before: Estimated['rounding'] | undefined, rounding: Rounding): Estimated['rounding'] {
  const both = typeof rounding === 'number' ? { below: rounding, above: rounding } : rounding;
  return {
    below: Math.max(before?.below ?? 0, both.below),
    above: Math.max(before?.above ?? 0, both.above),
  };
}
