import type { InspectedColumn, InspectedTable, NumberFinding } from '../inspect/inspection.ts';
import type { AreasOfPlan } from '../join/areaKeys.ts';
import { Ids, slugOf } from './ids.ts';
import type { ImportData } from './importData.ts';
import type { InstitutionPlan, LevelPlan } from './plan.ts';
import { bestFit, firstYear } from './proposeTable.ts';
import { proposeForm, proposeProvider } from './proposeWords.ts';
import { cellReader } from './tableColumns.ts';

/** An institution table nobody has said anything about yet. */
export function plainInstitutions(table: InspectedTable): InstitutionPlan {
  const { shape } = table;
  const kind = isKita(table) ? 'kita' : 'school';
  return {
    table: table.id,
    use: 'institutions',
    kind,
    head: { first: shape.headFirst, last: shape.headLast },
    where: [],
    id: '',
    name: '',
    form: null,
    formName: kind === 'kita' ? 'Kindertageseinrichtung' : 'Schule',
    provider: null,
    publicWords: [],
    position: { kind: 'none' },
    sameBy: [],
    capacity: null,
    address: null,
    year: null,
    total: null,
    counts: {},
    decimal: ',',
    thousands: '',
    marks: [],
  };
}

/** Is it a list of schools or kitas: something with a number or a place of its own, and a name? */
export function looksLikeInstitutions(table: InspectedTable): boolean {
  const roles = new Set(table.columns.map(({ guess }) => guess.role));
  if (roles.has('institution-key')) return true;
  const words = wordsOf(table);
  const isNamed = table.columns.some(({ name, guess }) => guess.role === 'name' || /^name$/i.test(name));
  return isNamed && roles.has('x') && roles.has('y') && /schul|kita|kinder|school/.test(words);
}

function wordsOf(table: InspectedTable): string {
  return slugOf(`${table.file} ${table.sheet} ${table.columns.map(({ name }) => name).join(' ')}`);
}

function isKita(table: InspectedTable): boolean {
  const file = slugOf(`${table.file} ${table.sheet}`);
  if (/schul|school/.test(file)) return false;
  return /kita|kindertag|kindergart|daycare/.test(file) || /kita|kindertag/.test(wordsOf(table));
}

/** What each column of a list of institutions means; of several lists of the same ones, which gives figures and which places. */
export function proposeInstitutions(
  tables: readonly InspectedTable[],
  levels: readonly LevelPlan[],
  areas: AreasOfPlan,
  data: ImportData,
  /** All tables, among them those that say what codes mean. */
  known: readonly InspectedTable[] = tables,
): readonly InstitutionPlan[] {
  const lists = tables.filter(looksLikeInstitutions);
  const read = lists.map((table) => ({ table, plan: draftOf(table, known, data) }));
  const drafts = read.map(({ table, plan }) => ({ table, plan: withProvider(table, plan, read, data) }));
  const hasAreas = levels.length > 0;
  const placed = drafts.map(({ table, plan: draft }) => {
    const plan: InstitutionPlan = hasAreas ? { ...draft, within: true } : draft;
    if (plan.position.kind !== 'none') return { table, plan };
    const register = registerFor(table, drafts, data);
    if (register) return { table, plan: { ...plan, position: register } };
    const fit = bestFit(table, levels, areas, data);
    const column = fit?.columns[0];
    if (!fit || column === undefined || fit.columns.length > 1 || fit.rows === 0) return { table, plan };
    return {
      table,
      plan: {
        ...plan,
        // Where most rows name an area, the others are misspelled rather than elsewhere.
        within: fit.rows < table.rows / 2,
        position: { kind: 'area' as const, level: fit.level, column, pad: null },
      },
    };
  });
  return placed.map(({ table, plan }) =>
    isRegisterOf(table, plan, placed, data) || isPartOfRegister(plan, placed)
      ? { ...plan, use: 'ignore' }
      : plan,
  );
}

/** A list without figures whose places stand in another one without figures is not a second lot of schools. */
function isPartOfRegister(
  { total, position }: InstitutionPlan,
  lists: readonly ListOfInstitutions[],
): boolean {
  if (total !== null || position.kind !== 'table') return false;
  return lists.some(({ plan }) => plan.table === position.table && plan.total === null);
}

function draftOf(table: InspectedTable, known: readonly InspectedTable[], data: ImportData): InstitutionPlan {
  const { columns } = table;
  const plain = plainInstitutions(table);
  const byRole = (role: InspectedColumn['guess']['role']): InspectedColumn | undefined =>
    columns.find(({ guess }) => guess.role === role);
  const numbers = columns.filter(({ guess }) => guess.role === 'institution-key');
  const number = numbers.find(({ guess }) => guess.concept === 'school-number') ?? numbers[0];
  const id = idColumn(table, number);
  const name =
    byRole('name') ??
    columns.find((column) => column.type === 'text' && /name|bezeichnung/i.test(column.name));
  const x = byRole('x');
  const y = byRole('y');
  const counts = columns.filter(({ number: finding, guess }) => finding !== null && guess.role === 'count');
  const total = counts.find(({ guess, name: text }) => guess.concept === 'pupils' || isTotal(text));
  const groups = counts.filter((column) => column !== total && isGroup(column));
  const ids = new Ids();
  const figures = Object.fromEntries(
    total ? groups.map((column) => [ids.take(groupId(column), 'gruppe'), column.name]) : [],
  );
  const written = total?.number ?? groups[0]?.number;
  const capacity = columns.find(
    ({ name: text, number: finding }) => finding && /pl[äa]e?tze|kapazit|places/i.test(text),
  );
  const address = columns.find(
    ({ name: text, type }) => type === 'text' && /adresse|anschrift|address/i.test(text),
  );
  const isRepeated = number !== undefined && number.key?.unique === false && number.name !== id;
  return {
    ...plain,
    id,
    name: name?.name ?? id,
    ...proposeForm(table, plain.kind, known, data),
    ...proposeProvider(table, known, data),
    position: x && y ? { kind: 'coordinates', x: x.name, y: y.name, crs: crsOf(x, y) } : plain.position,
    sameBy: isRepeated && total ? [number.name, total.name, ...groups.map((column) => column.name)] : [],
    capacity: capacity?.name ?? null,
    address: address?.name ?? null,
    year: total ? firstYear([table.sheet, table.file.slice(table.file.lastIndexOf('/') + 1)]) : null,
    total: total?.name ?? null,
    counts: figures,
    ...writingOf(x ?? y, written),
    marks: marksOf([total, ...groups, capacity, x, y]),
  };
}

/** In degrees the one sign is that of the decimals, also where there are three of them and it might part thousands. */
function degreeSign(place: InspectedColumn | undefined): string | null {
  const signs = new Set(
    place?.examples.map((text) => /^[+-]?\d{1,3}([.,])\d+$/.exec(text.trim())?.[1] ?? null),
  );
  const [sign = null] = signs;
  return signs.size === 1 ? sign : null;
}

/** One way of writing for all numbers of a list: coordinates have decimals, counts thousands. */
function writingOf(
  place: InspectedColumn | undefined,
  count: NumberFinding | null | undefined,
): Pick<InstitutionPlan, 'decimal' | 'thousands'> {
  const decimal = degreeSign(place) ?? place?.number?.decimal ?? count?.decimal ?? ',';
  const thousands = count?.thousands ?? '';
  return { decimal, thousands: thousands === decimal ? '' : thousands };
}

/** The number of the institution where every row has its own, else another column of which that is true. */
function idColumn(table: InspectedTable, number: InspectedColumn | undefined): string {
  const isOwn = (column: InspectedColumn): boolean =>
    column.key?.unique === true && column.filled >= table.rows;
  if (number && isOwn(number)) return number.name;
  const others = table.columns.filter(isOwn);
  return (
    (others.find(({ name }) => /\bid|nummer|number|nr\b/i.test(name)) ?? number ?? others[0])?.name ?? ''
  );
}

function isTotal(name: string): boolean {
  return (
    /sch[üu]e?ler(innen)?|kinder|insgesamt|gesamt|pupils|students/i.test(name) &&
    !/ndh|herkunft|anteil/i.test(name)
  );
}

function isGroup({ name, guess }: InspectedColumn): boolean {
  return (
    guess.concept === 'ndh' ||
    /ndh|herkunftssprache|migration|ausl[äa]e?nd|lernmittel|f[öo]e?rder/i.test(name)
  );
}

function groupId({ name, guess }: InspectedColumn): string {
  return guess.concept ?? (/ndh|herkunftssprache/i.test(name) ? 'ndh' : name);
}

function marksOf(columns: readonly (InspectedColumn | undefined)[]): InstitutionPlan['marks'] {
  const marks = new Map<string, InstitutionPlan['marks'][number]>();
  for (const column of columns) {
    for (const { value, label } of column?.number?.marks ?? []) marks.set(value, { value, label });
  }
  return [...marks.values()];
}

/** The system in which these numbers would lie in Germany; a single row out of place does not decide. */
export function crsOf(x: InspectedColumn, y: InspectedColumn): string {
  if (isDegrees(x, 5, 16) && isDegrees(y, 46, 56)) return 'EPSG:4326';
  return crsAt(x.number?.max ?? 0, y.number?.max ?? 0) || crsAt(x.number?.min ?? 0, y.number?.min ?? 0);
}

/** Degrees with three decimals might be thousands: that they lie in Germany as degrees decides. */
function isDegrees(column: InspectedColumn, from: number, to: number): boolean {
  const values = column.examples.map((text) => Number(text.trim().replace(',', '.')));
  return degreeSign(column) !== null && values.every((value) => value >= from && value <= to);
}

function crsAt(east: number, north: number): string {
  if (Math.abs(east) <= 180 && Math.abs(north) <= 90) return 'EPSG:4326';
  if (east > 4_000_000 && east < 4_800_000 && north > 2_500_000 && north < 3_700_000) return 'EPSG:3035';
  if (north > 5_900_000 && east > 550_000 && east < 1_800_000) return 'EPSG:3857';
  if (east > 2_000_000 && east < 6_000_000) return `EPSG:3146${4 + Math.floor(east / 1_000_000)}`;
  return east > 200_000 && east < 960_000 ? 'EPSG:25832' : '';
}

/** Who runs the institutions of a list may stand in another one that knows most of their numbers. */
function withProvider(
  table: InspectedTable,
  plan: InstitutionPlan,
  lists: readonly ListOfInstitutions[],
  data: ImportData,
): InstitutionPlan {
  if (plan.provider !== null) return plan;
  let best: Partial<InstitutionPlan> = {};
  let bestShare = 0.5;
  for (const other of lists) {
    const { provider, providerNames, publicWords } = other.plan;
    if (other.plan.kind !== plan.kind || provider === null || providerNames) continue;
    for (const on of table.columns.filter(isNumber)) {
      for (const key of other.table.columns.filter((column) => isNumber(column) && column.key?.unique)) {
        const share = sharedPart(table.id, on.name, other.table.id, key.name, data);
        if (share <= bestShare) continue;
        bestShare = share;
        const providerOf = { table: other.table.id, key: key.name, name: provider };
        best = { provider: on.name, providerNames: providerOf, publicWords };
      }
    }
  }
  return { ...plan, ...best };
}

type FromTable = Extract<InstitutionPlan['position'], { kind: 'table' }>;
interface ListOfInstitutions {
  readonly table: InspectedTable;
  readonly plan: InstitutionPlan;
}

/** Another list with coordinates in which most of the numbers of this one stand. */
function registerFor(
  table: InspectedTable,
  lists: readonly ListOfInstitutions[],
  data: ImportData,
): FromTable | null {
  let best: FromTable | null = null;
  let bestShare = 0.5;
  for (const other of lists) {
    const { position } = other.plan;
    if (other.table.id === table.id || position.kind !== 'coordinates') continue;
    for (const on of table.columns.filter(isNumber)) {
      for (const key of other.table.columns.filter((column) => isNumber(column) && column.key?.unique)) {
        const share = sharedPart(table.id, on.name, other.table.id, key.name, data);
        if (share <= bestShare) continue;
        bestShare = share;
        best = { ...position, kind: 'table', table: other.table.id, on: on.name, key: key.name };
      }
    }
  }
  return best;
}

function isNumber({ key, guess }: InspectedColumn): boolean {
  return guess.role === 'institution-key' || (key !== null && guess.role !== 'area-key');
}

function sharedPart(from: string, column: string, to: string, other: string, data: ImportData): number {
  const [rows, others] = [data.table(from), data.table(to)];
  const cell = rows && cellReader(rows, [column]);
  const otherCell = others && cellReader(others, [other]);
  if (!rows || !others || !cell || !otherCell || rows.rows.length === 0) return 0;
  const known = new Set(others.rows.map(otherCell));
  return rows.rows.filter((row) => cell(row) !== '' && known.has(cell(row))).length / rows.rows.length;
}

/** Does another list have the same institutions with figures? Then this one only tells where they are. */
function isRegisterOf(
  table: InspectedTable,
  plan: InstitutionPlan,
  lists: readonly ListOfInstitutions[],
  data: ImportData,
): boolean {
  if (plan.total !== null) return false;
  return lists.some((other) => {
    if (other.table.id === table.id || other.plan.kind !== plan.kind || other.plan.total === null)
      return false;
    const own = table.columns.filter(isNumber);
    return other.table.columns
      .filter(isNumber)
      .some(({ name }) =>
        own.some((column) => sharedPart(other.table.id, name, table.id, column.name, data) > 0.5),
      );
  });
}
