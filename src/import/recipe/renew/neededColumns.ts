import type { Recipe } from '../recipe.ts';
import { columnsOf, institutionColumnsOf, ownColumns } from './columnMaps.ts';

/** Columns or properties that a recipe takes from one of its files; empty when it does not use the file. */
export function neededOf(recipe: Recipe, id: string): readonly string[] {
  const needed = new Set<string>();
  const add = (names: readonly string[]): void => {
    for (const name of names) needed.add(name);
  };
  for (const table of recipe.tables) {
    for (const part of table.parts) {
      const joins = [...new Map([...table.joins, ...part.joins].map((join) => [join.as, join])).values()];
      const columns = columnsOf({ ...table, joins, parts: [{ ...part, joins: [] }] });
      if (part.file === id) add(ownColumns(columns, joins, null));
      for (const join of joins) if (join.file === id) add(ownColumns(columns, joins, join.as));
    }
  }
  for (const table of recipe.institutions?.tables ?? []) {
    const columns = institutionColumnsOf(table);
    if (table.file === id) add(ownColumns(columns, table.joins, null));
    for (const join of table.joins) if (join.file === id) add(ownColumns(columns, table.joins, join.as));
  }
  for (const { geometry } of recipe.levels) {
    if ('file' in geometry && geometry.file === id) add([geometry.key, geometry.name]);
    const names = 'dissolve' in geometry ? geometry.names : undefined;
    if (names && 'file' in names && names.file === id) add([names.key, names.name]);
  }
  for (const catchment of recipe.catchments) if (catchment.file === id) add([catchment.key]);
  for (const crosswalk of recipe.crosswalks) {
    if ('overlap' in crosswalk) {
      const { grid } = crosswalk;
      if (grid?.file === id) add([grid.x, grid.y, grid.residents]);
    } else if (crosswalk.file === id) {
      add([crosswalk.fromColumn, crosswalk.toColumn, crosswalk.weightColumn]);
    }
  }
  return [...needed];
}
