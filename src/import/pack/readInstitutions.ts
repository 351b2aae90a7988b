import { type Composition, classKinds, type Institution } from '#model/study.ts';
import { parseNumber } from '../columns/parseNumber.ts';
import { positionProblem } from '../geometry/checkGeometry.ts';
import type { Descriptor } from './descriptor.ts';
import { readYear } from './keyCheck.ts';
import type { ProblemList } from './problemList.ts';
import { columnsOf, type PackReader } from './readPackFile.ts';

type Own = Descriptor['quartierlupe'];

export async function readInstitutions(
  declared: NonNullable<Own['institutions']>,
  reader: PackReader,
  problems: ProblemList,
  notes: ProblemList,
): Promise<readonly Institution[]> {
  const table = await reader.table(declared.resource);
  const at =
    table &&
    columnsOf(
      table,
      {
        id: 'id',
        name: 'name',
        form: 'form',
        provider: 'provider',
        lon: 'lon',
        lat: 'lat',
        capacity: 'capacity',
        address: 'address',
        flags: 'flags',
      },
      problems,
    );
  if (!table || !at) return [];
  const { file } = table;
  const forms = new Set(declared.forms.map((form) => form.id));
  const providers = new Set(declared.providers.map((provider) => provider.id));
  const rowOf = new Map<string, number>();
  const institutions: Institution[] = [];
  for (const { row, cells } of table.rows) {
    const cell = (name: keyof typeof at): string => (cells[at[name]] ?? '').trim();
    const number = (name: 'lon' | 'lat' | 'capacity'): number => {
      const read = parseNumber(cell(name), reader.numberFormat(declared.resource, name));
      if (!read) problems.add('number-invalid', { value: cell(name) }, { file, row, column: name });
      return read?.value ?? NaN;
    };
    const id = cell('id');
    const first = rowOf.get(id);
    if (id === '') problems.add('key-missing', {}, { file, row, column: 'id' });
    else if (first !== undefined)
      problems.add('institution-duplicate', { id, first }, { file, row, column: 'id' });
    rowOf.set(id, row);
    if (!forms.has(cell('form')))
      problems.add('form-unknown', { value: cell('form') }, { file, row, column: 'form' });
    if (!providers.has(cell('provider')))
      problems.add('provider-unknown', { value: cell('provider') }, { file, row, column: 'provider' });
    const capacity = number('capacity');
    if (capacity < 0)
      problems.add('count-negative', { value: cell('capacity') }, { file, row, column: 'capacity' });
    const lon = number('lon');
    const lat = number('lat');
    const unknown = cell('lon') === '' && cell('lat') === '';
    const wrong = unknown || Number.isNaN(lon + lat) ? null : positionProblem([lon, lat]);
    if (wrong)
      problems.add(wrong, { area: id, x: cell('lon'), y: cell('lat') }, { file, row, column: 'lon' });
    else if (!unknown && (cell('lon') === '' || cell('lat') === ''))
      problems.add('coordinates-invalid', { area: id, x: cell('lon'), y: cell('lat') }, { file, row });
    institutions.push({
      id,
      name: cell('name') || id,
      form: cell('form'),
      provider: cell('provider'),
      position: Number.isNaN(lon + lat) ? null : [lon, lat],
      capacity: Number.isNaN(capacity) ? null : capacity,
      address: cell('address') || null,
      flags: wordsIn(cell('flags')),
    });
  }
  const without = institutions.filter((institution) => !institution.position).length;
  if (without > 0)
    notes.add('institutions-without-position', { n: without, total: institutions.length }, { file });
  return institutions;
}

export async function readCompositions(
  declared: NonNullable<Own['compositions']>,
  groups: Own['groups'],
  institutions: readonly Institution[],
  reader: PackReader,
  problems: ProblemList,
  notes: ProblemList,
): Promise<readonly Composition[]> {
  const table = await reader.table(declared.resource);
  const at =
    table &&
    columnsOf(
      table,
      { institution: 'institution', year: 'year', kind: 'class_kind', total: 'total' },
      problems,
    );
  if (!table || !at) return [];
  const { file } = table;
  const keys = new Set(groups.filter((group) => group.scope === 'institutions').map((group) => group.count));
  const standard = new Set<number>(Object.values(at));
  const counted = table.header.flatMap((name, position) =>
    keys.has(name) && !standard.has(position) ? [{ name, position }] : [],
  );
  for (const name of keys) {
    if (!counted.some((column) => column.name === name))
      problems.add(
        'column-unknown',
        { column: name, available: table.header.join(', ') },
        { file, row: 1, column: name },
      );
  }
  const ignored = table.header.filter((name, position) => !standard.has(position) && !keys.has(name));
  if (ignored.length > 0)
    notes.add('columns-ignored', { n: ignored.length, columns: ignored.join(', ') }, { file });

  const known = new Set(institutions.map((institution) => institution.id));
  const rowOf = new Map<string, number>();
  const compositions: Composition[] = [];
  let withoutTotal = 0;
  for (const { row, cells } of table.rows) {
    const cell = (position: number): string => (cells[position] ?? '').trim();
    const institution = cell(at.institution);
    if (!known.has(institution))
      problems.add('institution-unknown', { id: institution }, { file, row, column: 'institution' });
    const year = readYear(cell(at.year), { file, row, column: 'year' }, problems);
    const classKind = classKinds.find((kind) => kind === cell(at.kind));
    if (!classKind)
      problems.add('class-kind-unknown', { value: cell(at.kind) }, { file, row, column: 'class_kind' });
    const id = JSON.stringify([institution, year, classKind]);
    const first = rowOf.get(id);
    if (first !== undefined)
      problems.add(
        'composition-duplicate',
        { id: institution, year: String(year), first },
        { file, row, column: 'institution' },
      );
    rowOf.set(id, row);
    const number = (position: number, name: string): number => {
      const read = parseNumber(cell(position), reader.numberFormat(declared.resource, name));
      if (!read) problems.add('number-invalid', { value: cell(position) }, { file, row, column: name });
      else if (read.value < 0)
        problems.add('count-negative', { value: cell(position) }, { file, row, column: name });
      return read?.value ?? NaN;
    };
    const total = number(at.total, 'total');
    const counts: Record<string, number> = {};
    for (const { name, position } of counted) {
      const count = number(position, name);
      if (count > total)
        problems.add(
          'count-over-total',
          { part: name, whole: 'total', count, total, key: institution, year: String(year) },
          { file, row, column: name },
        );
      if (!Number.isNaN(count)) counts[name] = count;
    }
    if (Number.isNaN(total)) withoutTotal++;
    else if (classKind && !Number.isNaN(year))
      compositions.push({ institution, year, classKind, total, counts });
  }
  if (withoutTotal > 0) notes.add('compositions-without-total', { n: withoutTotal }, { file });
  const present = new Set(compositions.map((composition) => composition.institution));
  for (const form of new Set(institutions.map((institution) => institution.form))) {
    const all = institutions.filter((institution) => institution.form === form);
    const without = all.filter((institution) => !present.has(institution.id)).length;
    // A form of which nothing at all is published (kitas, as a rule) lacks nothing here.
    if (without > 0 && without < all.length)
      notes.add('institutions-without-composition', { form, n: without, total: all.length }, { file });
  }
  return compositions;
}

export function wordsIn(cell: string): readonly string[] {
  return cell.split(/\s+/).filter((word) => word !== '');
}
