import { parseNumber } from '../columns/parseNumber.ts';
import { writeCsv } from '../formats/csv/writeCsv.ts';
import type { TextRow } from '../formats/table.ts';
import type { DescriptorInput } from '../pack/descriptor.ts';
import type { ProblemList } from '../pack/problemList.ts';
import type { PackFile } from '../pack/sources/fromFiles.ts';
import { templateOf, testOf, wordOf } from './conditions.ts';
import type { Recipe } from './recipe.ts';
import type { CellReader, JoinedTable, RecipeFiles } from './recipeFiles.ts';

type Institutions = NonNullable<Recipe['institutions']>;
type InstitutionTable = Institutions['tables'][number];

export interface PlacedInstitution {
  readonly id: string;
  readonly form: string;
  readonly provider: string;
  readonly position: readonly [number, number] | null;
}

export interface BuiltInstitutions {
  readonly institutions: readonly PlacedInstitution[];
  readonly files: readonly PackFile[];
  readonly resources: DescriptorInput['resources'];
  readonly hasCompositions: boolean;
}

interface Composed {
  readonly institution: string;
  readonly year: number;
  readonly classKind: string;
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** Institutions and their composition, out of one or more registers. */
export async function buildInstitutions(
  declared: Institutions,
  groups: Recipe['groups'],
  files: RecipeFiles,
  problems: ProblemList,
  notes: ProblemList,
): Promise<BuiltInstitutions> {
  const rows: (string | number)[][] = [];
  const institutions: PlacedInstitution[] = [];
  const composed: Composed[] = [];
  const taken = new Set<string>();
  for (const table of declared.tables) {
    const joined = await files.joined(table.file, table.joins);
    const reader = joined && rowReader(table, joined);
    if (!joined || !reader) continue;
    const readings = joined.rows.filter(reader.keep).map((row) => ({ row, form: reader.form(row) }));
    const order = new Map(declared.forms.map((form, i) => [form.id, i]));
    readings.sort((a, b) => (order.get(a.form) ?? 99) - (order.get(b.form) ?? 99));
    const seen = new Set<string>();
    let repeated = 0;
    for (const { row, form } of readings) {
      const place = { file: joined.file, row: row.row };
      const same = reader.sameness(row);
      if (same !== null) {
        if (seen.has(same)) {
          repeated++;
          continue;
        }
        seen.add(same);
      }
      const id = reader.ids.map((fill) => fill(row)).find((text) => text !== null && !taken.has(text));
      if (!id) {
        problems.add('institution-without-id', {}, place);
        continue;
      }
      taken.add(id);
      if (form === '') problems.add('form-unknown', { value: reader.formText(row) }, place);
      const provider = reader.provider(row);
      if (provider === '') problems.add('provider-unknown', { value: reader.providerText(row) }, place);
      const number = (cell: CellReader | null, column: string | undefined): number => {
        const text = cell?.(row) ?? '';
        const read = parseNumber(text, joined.numberFormat(column ?? ''));
        if (!read) problems.add('number-invalid', { value: text.slice(0, 40) }, { ...place, column });
        return read?.value ?? NaN;
      };
      const lon = number(reader.lon, table.lon);
      const lat = number(reader.lat, table.lat);
      const capacity = number(reader.capacity, table.capacity);
      const position = Number.isNaN(lon + lat) ? null : ([lon, lat] as const);
      institutions.push({ id, form, provider, position });
      rows.push([
        id,
        reader.name(row) ?? id,
        form,
        provider,
        position ? written(lon) : '',
        position ? written(lat) : '',
        Number.isNaN(capacity) ? '' : capacity,
        reader.address(row) ?? '',
        reader.flags
          .filter(({ test }) => test(row))
          .map(({ flag }) => flag)
          .join(' '),
      ]);
      for (const source of reader.compositions) {
        const total = number(source.total, source.spec.total);
        if (Number.isNaN(total)) continue;
        const counts: Record<string, number> = {};
        for (const { key, cell } of source.counts) {
          const count = number(cell, source.spec.counts[key]);
          if (!Number.isNaN(count)) counts[key] = count;
        }
        composed.push({
          institution: id,
          year: source.spec.year,
          classKind: source.spec.classKind,
          total,
          counts,
        });
      }
    }
    if (repeated > 0) notes.add('institutions-repeated', { n: repeated }, { file: joined.file });
  }
  const keys = groups.filter((group) => group.scope === 'institutions').map((group) => group.count);
  return {
    institutions,
    hasCompositions: composed.length > 0,
    files: [
      {
        path: 'tables/institutions.csv',
        bytes: writeCsv([
          ['id', 'name', 'form', 'provider', 'lon', 'lat', 'capacity', 'address', 'flags'],
          ...rows,
        ]),
      },
      {
        path: 'tables/compositions.csv',
        bytes: writeCsv([
          ['institution', 'year', 'class_kind', 'total', ...keys],
          ...composed.map((row) => [
            row.institution,
            row.year,
            row.classKind,
            row.total,
            ...keys.map((key) => row.counts[key] ?? ''),
          ]),
        ]),
      },
    ],
    resources: [
      csvResource('institutions', [
        'id',
        'name',
        'form',
        'provider',
        'lon',
        'lat',
        'capacity',
        'address',
        'flags',
      ]),
      csvResource('compositions', ['institution', 'year', 'class_kind', 'total', ...keys]),
    ],
  };
}

const numeric = new Set(['lon', 'lat', 'capacity', 'total']);

function csvResource(name: string, columns: readonly string[]): DescriptorInput['resources'][number] {
  return {
    name,
    path: `tables/${name}.csv`,
    format: 'csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',' },
    schema: {
      fields: columns.map((column) => ({
        name: column,
        type: numeric.has(column)
          ? ('number' as const)
          : column === 'year'
            ? ('year' as const)
            : ('string' as const),
      })),
    },
  };
}

function written(degrees: number): number {
  return Number(degrees.toFixed(6));
}

interface RowReader {
  readonly keep: (row: TextRow) => boolean;
  readonly ids: readonly ((row: TextRow) => string | null)[];
  readonly name: (row: TextRow) => string | null;
  readonly address: (row: TextRow) => string | null;
  readonly form: CellReader;
  readonly formText: CellReader;
  readonly provider: CellReader;
  readonly providerText: CellReader;
  readonly lon: CellReader | null;
  readonly lat: CellReader | null;
  readonly capacity: CellReader | null;
  readonly flags: readonly { readonly flag: string; readonly test: (row: TextRow) => boolean }[];
  /** What repeated rows have in common; null for a row that cannot be a repetition. */
  readonly sameness: (row: TextRow) => string | null;
  readonly compositions: readonly {
    readonly spec: InstitutionTable['compositions'][number];
    readonly total: CellReader;
    readonly counts: readonly { readonly key: string; readonly cell: CellReader }[];
  }[];
}

/** All columns of the table looked up at once; null when one is unknown (the table has reported it). */
function rowReader(table: InstitutionTable, joined: JoinedTable): RowReader | null {
  const missing: string[] = [];
  const must = <T>(found: T | null, what: string): T | null => {
    if (found === null) missing.push(what);
    return found;
  };
  const optional = (name: string | undefined): CellReader | null =>
    name === undefined ? null : must(joined.column(name), name);
  const keep = must(testOf(table.where, joined), 'where');
  const ids = table.id.map((text) => must(templateOf(text, joined), text));
  const name = must(templateOf(table.name, joined), 'name');
  const address =
    table.address === undefined ? () => null : must(templateOf(table.address, joined), 'address');
  const form = must(wordOf(table.form, joined), 'form');
  const provider = must(wordOf(table.provider, joined), 'provider');
  const flags = table.flags.map(({ flag, where }) => ({ flag, test: must(testOf(where, joined), flag) }));
  const same = (table.dedupe ?? []).map((column) => must(joined.column(column), column));
  const compositions = table.compositions.map((spec) => ({
    spec,
    total: must(joined.column(spec.total), spec.total),
    counts: Object.entries(spec.counts).map(([key, column]) => ({
      key,
      cell: must(joined.column(column), column),
    })),
  }));
  const lon = optional(table.lon);
  const lat = optional(table.lat);
  const capacity = optional(table.capacity);
  const formText = optional(table.form.column) ?? (() => '');
  const providerText = optional(table.provider.column) ?? (() => '');
  if (missing.length > 0 || !keep || !name || !address || !form || !provider) return null;
  return {
    keep,
    ids: ids.filter((fill) => fill !== null),
    name,
    address,
    form,
    formText,
    provider,
    providerText,
    lon,
    lat,
    capacity,
    flags: flags.flatMap(({ flag, test }) => (test ? [{ flag, test }] : [])),
    sameness: (row) => {
      const cells = same.map((cell) => cell?.(row) ?? '');
      // Without its first column (the key of the institution) nothing says that two rows are the same.
      return cells.length > 0 && cells[0] !== '' ? JSON.stringify(cells) : null;
    },
    compositions: compositions.flatMap(({ spec, total, counts }) =>
      total
        ? [{ spec, total, counts: counts.flatMap(({ key, cell }) => (cell ? [{ key, cell }] : [])) }]
        : [],
    ),
  };
}
