import { signCode } from '#model/sign.ts';
import type { Level } from '#model/study.ts';
import type { ReadContext } from '../formats/driver.ts';
import type { TextRow } from '../formats/table.ts';
import { readYear } from '../pack/keyCheck.ts';
import type { ProblemList } from '../pack/problemList.ts';
import { AreaLookup } from './areaLookup.ts';
import { CellGrid } from './cellGrid.ts';
import { testOf } from './conditions.ts';
import { DroppedRows } from './droppedRows.ts';
import { type Figure, figureReader, type Part, type Table } from './numberCells.ts';
import type { Recipe } from './recipe.ts';
import type { JoinedTable, RecipeFiles } from './recipeFiles.ts';

/** One table of areas and years, put together from all files that hold a part of it; shares are not counts yet. */
export async function readTable(
  table: Table,
  level: Level,
  variables: ReadonlyMap<string, Recipe['variables'][number]>,
  files: RecipeFiles,
  problems: ProblemList,
  notes: ProblemList,
): Promise<CellGrid> {
  const cells = new CellGrid(level);
  const areas = new AreaLookup(table.area, level);
  for (const part of table.parts) {
    const joined = await files.joined(part.file, [...table.joins, ...part.joins]);
    const figures = joined && figureReader(table, part, joined, variables);
    if (!joined || !figures) continue;
    await readPart({ table, part, joined, figures, areas, cells, problems, notes }, files.context);
  }
  areas.finish(table.unmatched === 'drop' ? notes : problems);
  if (table.missingAreas === 'refuse') refuseMissing(table, cells, problems);
  return cells;
}

interface Reading {
  readonly table: Table;
  readonly part: Part;
  readonly joined: JoinedTable;
  readonly figures: (row: TextRow) => readonly Figure[];
  readonly areas: AreaLookup;
  readonly cells: CellGrid;
  readonly problems: ProblemList;
  readonly notes: ProblemList;
}

/** Rows between two looks at whether it was cancelled. */
const portion = 2_000;

async function readPart(
  { table, part, joined, figures, areas, cells, problems, notes }: Reading,
  context: ReadContext,
): Promise<void> {
  const area = areas.cell(joined);
  const yearCell = table.yearColumn === undefined ? null : joined.column(table.yearColumn);
  const keep = testOf([...table.where, ...part.where], joined);
  const overrides = table.signs.map((rule) => ({
    test: testOf(rule.where, joined),
    sign: signCode(rule.sign),
    except: new Set(rule.except),
  }));
  if (!area || !keep || (table.yearColumn !== undefined && !yearCell)) return;
  if (overrides.some((rule) => !rule.test)) return;
  const { file } = joined;
  const mayDrop = table.unmatched === 'drop';
  const dropped = new DroppedRows();
  for (const [i, row] of joined.rows.entries()) {
    if (i % portion === 0) await context.pause(i, joined.rows.length);
    if (!keep(row)) continue;
    const cell = area(row);
    const found = areas.find(cell, { file, row: row.row, column: areas.column }, problems, mayDrop);
    const where = { file, row: row.row, column: table.yearColumn };
    if (found.position < 0 && mayDrop) {
      dropped.drop(cell, yearCell ? Number(yearCell(row)) : (part.year ?? NaN), figures(row));
      continue;
    }
    const year = yearCell ? readYear(yearCell(row), where, problems) : part.year;
    if (year === undefined) {
      problems.add('year-unknown', { value: '' }, { file });
      return;
    }
    if (found.position < 0 || Number.isNaN(year)) continue;
    dropped.keep();
    const override = overrides.find((rule) => rule.test?.(row));
    for (const { variable, column, cell: read, text, of } of figures(row)) {
      const place = { file, row: row.row, column };
      if (!read) {
        problems.add('number-invalid', { value: text.slice(0, 40) }, place);
        continue;
      }
      const kept = override && !override.except.has(variable) ? { value: NaN, sign: override.sign } : read;
      const first = cells.put(found.position, year, variable, { ...kept, row: row.row, of });
      if (first !== null)
        problems.add('row-duplicate', { key: found.text, year: String(year), first }, place);
    }
  }
  dropped.report(file, table.level, problems, notes);
}

function refuseMissing(table: Table, cells: CellGrid, problems: ProblemList): void {
  const { keys, names } = cells.level;
  for (const year of cells.years()) {
    const missing = names.filter((_, area) => !cells.row(area, year));
    if (missing.length === 0) continue;
    problems.add(
      'areas-without-row',
      {
        n: missing.length,
        total: keys.length,
        year: String(year),
        level: table.level,
        areas: missing.slice(0, 5).join(', '),
      },
      { file: `tables.${table.id}` },
    );
  }
}
