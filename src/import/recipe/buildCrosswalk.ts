import type { Level } from '#model/study.ts';
import { parseNumber } from '../columns/parseNumber.ts';
import { writeCsv } from '../formats/csv/writeCsv.ts';
import { type KeyedArea, overlapCrosswalk, type ResidentsCell } from '../geometry/overlapCrosswalk.ts';
import { toWgs84 } from '../geometry/project.ts';
import type { DescriptorInput } from '../pack/descriptor.ts';
import { KeyCheck } from '../pack/keyCheck.ts';
import type { ProblemList } from '../pack/problemList.ts';
import type { PackFile } from '../pack/sources/fromFiles.ts';
import type { BuiltLevels } from './buildLevels.ts';
import type { Recipe } from './recipe.ts';
import type { RecipeFiles } from './recipeFiles.ts';

export interface BuiltCrosswalk {
  readonly file: PackFile;
  readonly resource: DescriptorInput['resources'][number];
  readonly crosswalk: NonNullable<DescriptorInput['quartierlupe']['crosswalks']>[number];
}

/** Weights from one vintage to another: out of a table, or from the outlines of both. */
export async function buildCrosswalk(
  declared: Recipe['crosswalks'][number],
  name: string,
  levels: BuiltLevels,
  files: RecipeFiles,
  problems: ProblemList,
  notes: ProblemList,
): Promise<BuiltCrosswalk | null> {
  const rows =
    'overlap' in declared
      ? await rowsByOverlap(declared, levels, files, problems, notes)
      : await rowsOfTable(declared, levels.levels, files, problems);
  return rows && written(declared, name, rows);
}

type Declared = Recipe['crosswalks'][number];
type Row = readonly [from: string, to: string, weight: number];

async function rowsOfTable(
  declared: Extract<Declared, { file: string }>,
  levels: readonly Level[],
  files: RecipeFiles,
  problems: ProblemList,
): Promise<readonly Row[] | null> {
  const table = await files.joined(declared.file, []);
  const from = table?.column(declared.fromColumn);
  const to = table?.column(declared.toColumn);
  const weight = table?.column(declared.weightColumn);
  const fromLevel = levels.find((level) => level.id === declared.from);
  const toLevel = levels.find((level) => level.id === declared.to);
  if (!table || !from || !to || !weight || !fromLevel || !toLevel) return null;
  const { file } = table;
  const format = table.numberFormat(declared.weightColumn);
  const fromCheck = new KeyCheck(fromLevel);
  const toCheck = new KeyCheck(toLevel);
  const rows: Row[] = [];
  for (const row of table.rows) {
    const place = { file, row: row.row };
    const found =
      fromCheck.find(from(row), { ...place, column: declared.fromColumn }, problems) >= 0 &&
      toCheck.find(to(row), { ...place, column: declared.toColumn }, problems) >= 0;
    const read = parseNumber(weight(row), format);
    if (!read)
      problems.add('number-invalid', { value: weight(row) }, { ...place, column: declared.weightColumn });
    if (found && read && read.value > 0) rows.push([from(row), to(row), read.value]);
  }
  fromCheck.finish(problems);
  toCheck.finish(problems);
  return rows;
}

async function rowsByOverlap(
  { from, to, grid }: Extract<Declared, { overlap: true }>,
  levels: BuiltLevels,
  files: RecipeFiles,
  problems: ProblemList,
  notes: ProblemList,
): Promise<readonly Row[] | null> {
  const old = await areasOfLevel(from, levels, problems);
  const next = await areasOfLevel(to, levels, problems);
  const cells = grid && (await residentsIn(grid, files, problems));
  if (!old || !next || (grid && !cells)) return null;
  const made = await overlapCrosswalk(old, next, cells, files.context);
  const where = { file: `crosswalks.${from}-${to}` };
  if (made.byArea.length > 0)
    notes.add('crosswalk-without-residents', { n: made.byArea.length, total: old.length, from }, where);
  return made.weights.map((weight, i) => [
    made.fromKeys[i] ?? '',
    made.toKeys[i] ?? '',
    Number(weight.toFixed(9)),
  ]);
}

async function areasOfLevel(
  id: string,
  levels: BuiltLevels,
  problems: ProblemList,
): Promise<readonly KeyedArea[] | null> {
  const level = levels.levels.find((candidate) => candidate.id === id);
  if (!level) {
    problems.add('reference-unknown', { id, kind: 'level', path: 'crosswalks' }, { file: 'recipe.json' });
    return null;
  }
  const outlines = await levels.geometriesOf(id);
  return level.keys.flatMap((key, area) => {
    const geometry = outlines[area];
    return geometry ? [{ key, geometry }] : [];
  });
}

/** Cells without a figure are left out: nobody, or too few to be told. */
async function residentsIn(
  grid: NonNullable<Extract<Declared, { overlap: true }>['grid']>,
  files: RecipeFiles,
  problems: ProblemList,
): Promise<readonly ResidentsCell[] | null> {
  const table = await files.joined(grid.file, []);
  const project = await toWgs84(grid.crs);
  if (table && !project) problems.add('crs-unknown', { crs: grid.crs }, { file: table.file });
  if (!table || !project) return null;
  const columns = [grid.x, grid.y, grid.residents].map((column) => {
    const cell = table.column(column);
    return cell && { column, cell, format: table.numberFormat(column) };
  });
  const cells: ResidentsCell[] = [];
  for (const row of table.rows) {
    const [x = NaN, y = NaN, residents = NaN] = columns.map((one) => {
      if (!one) return NaN;
      const text = one.cell(row);
      const read = parseNumber(text, one.format);
      const where = { file: table.file, row: row.row, column: one.column };
      if (!read) problems.add('number-invalid', { value: text.slice(0, 40) }, where);
      return read?.value ?? NaN;
    });
    if (Number.isNaN(x + y) || !(residents > 0)) continue;
    const [lon, lat] = project(x, y);
    cells.push({ lon, lat, residents });
  }
  return columns.includes(null) ? null : cells;
}

function written(declared: Declared, name: string, rows: readonly Row[]): BuiltCrosswalk {
  const path = `tables/${name}.csv`;
  return {
    file: { path, bytes: writeCsv([['from', 'to', 'weight'], ...rows]) },
    resource: {
      name,
      path,
      format: 'csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',' },
      schema: {
        fields: [
          { name: 'from', type: 'string' },
          { name: 'to', type: 'string' },
          { name: 'weight', type: 'number' },
        ],
        primaryKey: ['from', 'to'],
      },
    },
    crosswalk: { from: declared.from, to: declared.to, resource: name, method: declared.method },
  };
}
