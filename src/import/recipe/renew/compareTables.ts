import type { Level } from '#model/study.ts';
import { ProblemList } from '../../pack/problemList.ts';
import { AreaLookup } from '../areaLookup.ts';
import type { CellGrid } from '../cellGrid.ts';
import { testOf } from '../conditions.ts';
import type { Table } from '../numberCells.ts';
import { readTable } from '../readTable.ts';
import type { RecipeFiles } from '../recipeFiles.ts';
import { differ, type Renewing } from './renewing.ts';

const mostNamed = 5;

/** The same table as it was and as it is now, each with one part; `before` null: its file is not there any more. */
export async function compareTables(
  renewing: Renewing,
  level: Level,
  before: Table | null,
  now: Table,
  file: string,
): Promise<void> {
  const old = before && (await contentsOf(renewing, before, level, renewing.old));
  const fresh = await contentsOf(renewing, now, level, renewing.now);
  if (!fresh) return;
  compareAreas(renewing, level, old, fresh, file);
  if (!old) return;
  if (old.rows !== fresh.rows) differ(renewing, 'rows', file, { before: old.rows, now: fresh.rows });
  compareCity(renewing, old.cells, fresh.cells, file);
}

interface TableContents {
  readonly cells: CellGrid;
  readonly rows: number;
  /** Cells that name an area the level does not have. */
  readonly unknown: ReadonlySet<string>;
}

async function contentsOf(
  { recipe }: Renewing,
  table: Table,
  level: Level,
  files: RecipeFiles,
): Promise<TableContents | null> {
  const silent = new ProblemList();
  const [part] = table.parts;
  const joined = part && (await files.joined(part.file, [...table.joins, ...part.joins]));
  const areas = new AreaLookup(table.area, level);
  const area = joined && areas.cell(joined);
  const keep = joined && testOf([...table.where, ...(part?.where ?? [])], joined);
  if (!joined || !area || !keep) return null;
  const unknown = new Set<string>();
  let rows = 0;
  for (const row of joined.rows) {
    if (!keep(row)) continue;
    rows++;
    const cell = area(row);
    const where = { file: joined.file, row: row.row };
    if (areas.find(cell, where, silent, true).position < 0 && cell !== '') unknown.add(cell);
  }
  const variables = new Map(recipe.variables.map((variable) => [variable.id, variable]));
  const cells = await readTable(
    { ...table, unmatched: 'drop', missingAreas: 'note' },
    level,
    variables,
    files,
    silent,
    silent,
  );
  return { cells, rows, unknown };
}

/** Without the old file: all areas of the level are expected. */
function compareAreas(
  renewing: Renewing,
  level: Level,
  old: TableContents | null,
  now: TableContents,
  file: string,
): void {
  const there = areasIn(now.cells);
  const before = old ? areasIn(old.cells) : new Set(level.keys.map((_, area) => area));
  const gone = [...before].filter((area) => !there.has(area)).map((area) => nameOf(level, area));
  const added = [...there].filter((area) => !before.has(area)).map((area) => nameOf(level, area));
  for (const cell of now.unknown) if (!old?.unknown.has(cell)) added.push(cell);
  if (gone.length > 0) differ(renewing, 'areas-gone', file, { n: gone.length, areas: named(gone) });
  if (added.length > 0) differ(renewing, 'areas-new', file, { n: added.length, areas: named(added) });
}

function areasIn(cells: CellGrid): Set<number> {
  const found = new Set<number>();
  for (const year of cells.years()) {
    for (let area = 0; area < cells.level.keys.length; area++) if (cells.row(area, year)) found.add(area);
  }
  return found;
}

function compareCity(renewing: Renewing, old: CellGrid, now: CellGrid, file: string): void {
  const year = { before: old.years().at(-1), now: now.years().at(-1) };
  if (year.before === undefined || year.now === undefined) return;
  for (const { id, kind } of renewing.recipe.variables) {
    const before = cityValue(old, year.before, id, kind === 'count');
    const after = cityValue(now, year.now, id, kind === 'count');
    if (before === null || after === null || before === 0) continue;
    const change = after / before - 1;
    if (Math.abs(change) <= renewing.tolerance) continue;
    const params = { variable: id, before, now: after, percent: Math.round(change * 100) };
    differ(renewing, 'city-value', file, params);
  }
}

/** Sum of counts, plain mean of everything else (shares that become counts among them). */
function cityValue(cells: CellGrid, year: number, variable: string, isCount: boolean): number | null {
  let sum = 0;
  let n = 0;
  let isShare = false;
  for (let area = 0; area < cells.level.keys.length; area++) {
    const cell = cells.row(area, year)?.get(variable);
    if (!cell || Number.isNaN(cell.value)) continue;
    if (cell.of !== null) isShare = true;
    sum += cell.value;
    n++;
  }
  if (n === 0) return null;
  return Number((isCount && !isShare ? sum : sum / n).toPrecision(6));
}

function nameOf(level: Level, area: number): string {
  return level.names[area] ?? level.keys[area] ?? '';
}

export function named(names: readonly string[]): string {
  return names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ', …' : '');
}
