import { writeCsv } from '../formats/csv/writeCsv.ts';
import type { DescriptorInput } from '../pack/descriptor.ts';
import type { ProblemList } from '../pack/problemList.ts';
import type { PackFile } from '../pack/sources/fromFiles.ts';
import type { BuiltLevels } from './buildLevels.ts';
import { flagFromArea, InstitutionPlaces, institutionNumber } from './institutionPlaces.ts';
import { type Institutions, rowReader } from './institutionReader.ts';
import { LeftOut, outsideOf } from './institutionsWithin.ts';
import type { Recipe } from './recipe.ts';
import type { CellReader, RecipeFiles } from './recipeFiles.ts';

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

/** Rows between two looks at whether it was cancelled. */
const portion = 2_000;

/** Institutions and their composition, out of one or more registers. */
export async function buildInstitutions(
  declared: Institutions,
  groups: Recipe['groups'],
  levels: BuiltLevels,
  files: RecipeFiles,
  problems: ProblemList,
  notes: ProblemList,
): Promise<BuiltInstitutions> {
  const rows: (string | number)[][] = [];
  const institutions: PlacedInstitution[] = [];
  const composed: Composed[] = [];
  const taken = new Set<string>();
  const order = new Map(declared.forms.map((form, i) => [form.id, i]));
  for (const table of declared.tables) {
    const joined = await files.joined(table.file, table.joins);
    const reader = joined && rowReader(table, joined);
    const places = joined && (await InstitutionPlaces.of(table, joined, levels, problems));
    const isOutside = joined && (await outsideOf(table, levels, problems));
    if (!joined || !reader || !places || !isOutside) continue;
    const readings = joined.rows.filter(reader.keep).map((row) => ({ row, form: reader.form(row) }));
    readings.sort((a, b) => (order.get(a.form) ?? 99) - (order.get(b.form) ?? 99));
    const seen = new Set<string>();
    const leftOut = new LeftOut();
    let repeated = 0;
    let unplaced = 0;
    for (const [i, { row, form }] of readings.entries()) {
      if (i % portion === 0) await files.context.pause(i, readings.length);
      const place = { file: joined.file, row: row.row };
      const same = reader.sameness(row);
      const found = places.of(row);
      // Before repetitions are put together: of an institution with several places the one in the city counts.
      if (isOutside(found)) {
        leftOut.add(same);
        continue;
      }
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
      const number = (cell: CellReader | null, column = ''): number =>
        institutionNumber(table, joined, column, cell?.(row) ?? '', row, problems);
      const capacity = number(reader.capacity, table.capacity);
      const { position, isFromArea } = found;
      places.count(found);
      if (!position) unplaced++;
      institutions.push({ id, form, provider, position });
      const flags = reader.flags.filter(({ test }) => test(row)).map(({ flag }) => flag);
      rows.push([
        id,
        reader.name(row) ?? id,
        form,
        provider,
        position ? written(position[0]) : '',
        position ? written(position[1]) : '',
        Number.isNaN(capacity) ? '' : capacity,
        reader.address(row) ?? '',
        (isFromArea ? [...flags, flagFromArea] : flags).join(' '),
      ]);
      for (const source of reader.compositions) {
        const total = number(source.total, source.spec.total);
        if (Number.isNaN(total)) continue;
        const counts: Record<string, number> = {};
        for (const { key, cell } of source.counts) {
          const count = number(cell, source.spec.counts[key]);
          if (!Number.isNaN(count)) counts[key] = count;
        }
        const { year, classKind } = source.spec;
        composed.push({ institution: id, year, classKind, total, counts });
      }
    }
    if (repeated > 0) notes.add('institutions-repeated', { n: repeated }, { file: joined.file });
    places.report(notes);
    leftOut.report(table.within ?? '', unplaced, joined.file, notes);
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
