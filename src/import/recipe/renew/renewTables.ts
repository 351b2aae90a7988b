import type { Level } from '#model/study.ts';
import { padKey } from '../../columns/padKey.ts';
import { yearInHeading } from '../../inspect/words.ts';
import { readYear } from '../../pack/keyCheck.ts';
import { ProblemList } from '../../pack/problemList.ts';
import { AreaLookup } from '../areaLookup.ts';
import type { Part, Table } from '../numberCells.ts';
import type { RecipeFiles } from '../recipeFiles.ts';
import { columnsOf, withColumns } from './columnMaps.ts';
import { compareTables } from './compareTables.ts';
import { withYear } from './fileNames.ts';
import { foldTables } from './foldTables.ts';
import { areasNamed, levelAreas } from './levelAreas.ts';
import { has } from './renamedColumns.ts';
import { differInForm, renewColumns } from './renewColumns.ts';
import { newYear, type Renewing, type Replacement, replacementsOf } from './renewing.ts';
import { renewNumbers } from './renewNumbers.ts';

/** A table of the recipe with the years of the new files; usually one, more where a new file needs another reading. */
export async function renewTable(renewing: Renewing, table: Table): Promise<readonly Table[]> {
  const fresh: Table[] = [];
  let kept: Part[] = table.parts.filter((part) => renewing.isThere(part.file));
  const files = new Set(table.parts.map((part) => part.file));
  for (const id of files) {
    const parts = table.parts.filter((part) => part.file === id);
    for (const replacement of replacementsOf(renewing, id)) {
      const made =
        parts.length > 1
          ? await yearsInColumns(renewing, table, parts, replacement)
          : await oneYear(renewing, table, parts[0] as Part, replacement);
      fresh.push(...made.tables);
      kept = kept.filter((part) => part.file !== id || !made.replaces(part));
    }
  }
  return foldTables(table, kept, fresh, (id) => renewing.isThere(id));
}

interface Made {
  readonly tables: readonly Table[];
  /** Does the new file hold what this part of the old one held? */
  readonly replaces: (part: Part) => boolean;
}

async function oneYear(
  renewing: Renewing,
  table: Table,
  part: Part,
  replacement: Replacement,
): Promise<Made> {
  const nothing: Made = { tables: [], replaces: () => false };
  const year = part.year === undefined ? undefined : newYear(renewing, replacement, part.year);
  if (year === null) return nothing;
  const made = await renewPart(renewing, table, part, replacement, year);
  if (!made) return nothing;
  const replaces = year === undefined ? await sharesYears(renewing, table, part, made) : year === part.year;
  return { tables: [made], replaces: () => replaces };
}

/** One file with columns for several years: those it still has, and those it has in addition. */
async function yearsInColumns(
  renewing: Renewing,
  table: Table,
  parts: readonly Part[],
  replacement: Replacement,
): Promise<Made> {
  const header = replacement.found.table?.header ?? [];
  const years = new Set(header.flatMap((name) => yearInHeading(name) ?? []));
  const newest = parts.reduce((a, b) => ((b.year ?? 0) > (a.year ?? 0) ? b : a));
  const wanted: Part[] = [];
  for (const part of parts) if (isComplete(table, part, header)) wanted.push(part);
  for (const year of [...years].sort()) {
    if (newest.year === undefined || parts.some((part) => part.year === year)) continue;
    const before = newest.year;
    const next = withColumns({ ...table, parts: [newest] }, (name) => withYear(name, before, year)).parts[0];
    if (next && isComplete(table, { ...next, year }, header)) wanted.push({ ...next, year });
  }
  const tables: Table[] = [];
  for (const part of wanted) {
    const made = await renewPart(renewing, table, part, replacement, part.year);
    if (made) tables.push(made);
  }
  return { tables, replaces: (part) => wanted.includes(part) };
}

function isComplete(table: Table, part: Part, header: readonly string[]): boolean {
  const own = columnsOf({ ...table, columns: {}, parts: [part] });
  return own.every((name) => name.includes('.') || has(header, name));
}

/** A table of one part, read from the new file; null when what it cannot do without is gone. */
async function renewPart(
  renewing: Renewing,
  table: Table,
  part: Part,
  replacement: Replacement,
  year: number | undefined,
): Promise<Table | null> {
  const { file, entry } = replacement;
  const joins = [...new Map([...table.joins, ...part.joins].map((join) => [join.as, join])).values()];
  const joined = new Map<string, Replacement>();
  for (const join of joins) {
    const candidates = replacementsOf(renewing, join.file);
    const ofYear = candidates.find((one) => isSameIssue(one, replacement)) ?? candidates.at(-1);
    if (ofYear) joined.set(join.as, ofYear);
  }
  const before: Table = { ...table, joins, parts: [{ ...part, joins: [] }] };
  differInForm(renewing, replacement);
  const columns = columnsOf({
    ...before,
    columns: { ...table.columns, ...withoutNull(part.columns) },
    parts: [{ ...part, joins: [], columns: {} }],
  });
  const { rename, gone } = await renewColumns(renewing, columns, joins, replacement, joined);
  const whole: Table = {
    ...before,
    columns: { ...table.columns, ...withoutNull(part.columns) },
    joins: joins.map((join) => ({ ...join, file: joined.get(join.as)?.entry.id ?? join.file })),
    parts: [
      {
        ...part,
        file: entry.id,
        joins: [],
        columns: Object.fromEntries(Object.entries(part.columns).filter(([, spec]) => spec === null)),
        ...(year === undefined ? {} : { year }),
      },
    ],
  };
  const without = withoutGone(whole, gone);
  const needed = columnsOf(without).filter((name) => gone.has(name));
  for (const column of needed) renewing.problems.add('renew-column-gone', { column }, { file: file.path });
  if (needed.length > 0) return null;
  const renamed = withColumns(without, rename);
  const level = await levelFor(renewing, before, renamed);
  const read = await renewNumbers(renewing, renamed, level, file.path);
  const old = renewing.isThere(part.file) ? before : null;
  await compareTables(renewing, level, old, read, file.path);
  return read;
}

/** Figures whose column is gone are left out of this year. */
function withoutGone(table: Table, gone: ReadonlySet<string>): Table {
  const columns = Object.entries(table.columns).filter(([, spec]) => {
    const names = [typeof spec === 'string' ? spec : spec.column].flat();
    return !names.some((name) => gone.has(name));
  });
  return { ...table, columns: Object.fromEntries(columns) };
}

function withoutNull(columns: Part['columns']): Table['columns'] {
  return Object.fromEntries(
    Object.entries(columns).filter((entry): entry is [string, Table['columns'][string]] => entry[1] !== null),
  );
}

/** Files of one publication carry the same digits. */
function isSameIssue(one: Replacement, other: Replacement): boolean {
  const digits = (path: string): string => path.replace(/^.*\//, '').replace(/\D+/g, ' ').trim();
  return digits(one.file.path) === digits(other.file.path);
}

async function levelFor(renewing: Renewing, before: Table, now: Table): Promise<Level> {
  const { recipe } = renewing;
  const known =
    (await levelAreas(recipe, now.level, renewing.old)) ??
    (await levelAreas(recipe, now.level, renewing.now));
  if (known && known.keys.length > 0) return known;
  const cells = [
    ...(renewing.isThere(before.parts[0]?.file ?? '') ? await cellsOf(before, renewing.old) : []),
    ...(await cellsOf(now, renewing.now)),
  ];
  return areasNamed(now.level, cells);
}

async function cellsOf(table: Table, files: RecipeFiles): Promise<readonly string[]> {
  const [part] = table.parts;
  const joined = part && (await files.joined(part.file, [...table.joins, ...part.joins]));
  const cell = joined && new AreaLookup(table.area, areasNamed(table.level, [])).cell(joined);
  const { pad } = table.area;
  return cell ? joined.rows.map((row) => cell(row)).map((key) => padKey(key, pad)) : [];
}

/** Long tables: does the new file repeat years of the old one? Then it takes its place. */
async function sharesYears(renewing: Renewing, table: Table, part: Part, made: Table): Promise<boolean> {
  if (!renewing.isThere(part.file)) return true;
  const before = await yearsOf({ ...table, parts: [part] }, renewing.old);
  const now = await yearsOf(made, renewing.now);
  return [...now].some((year) => before.has(year));
}

async function yearsOf(table: Table, files: RecipeFiles): Promise<ReadonlySet<number>> {
  const [part] = table.parts;
  const joined = part && (await files.joined(part.file, [...table.joins, ...part.joins]));
  const cell = joined && table.yearColumn !== undefined ? joined.column(table.yearColumn) : null;
  const silent = new ProblemList();
  const years = (joined?.rows ?? []).map((row) => (cell ? readYear(cell(row), { file: '' }, silent) : NaN));
  return new Set(years.filter((year) => !Number.isNaN(year)));
}
