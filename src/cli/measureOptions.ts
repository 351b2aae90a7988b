import { parseArgs } from 'node:util';
import { defaultSettings } from '#measuring/indexContext.ts';
import type { NeighbourChoice } from '#measuring/unitSpace.ts';
import { catalog } from '#stats/catalog.ts';
import type { IndexSpec } from '#stats/spec.ts';
import { type Kernel, kernels } from '#stats/weights/kernel.ts';
import { UsageError } from './command.ts';
import { type Decimal, decimals } from './numberFormatOf.ts';
import type { GroupColumns, OtherColumns } from './readMeasureTable.ts';

export interface MeasureOptions {
  readonly source: PackSource | TableSource | null;
  /** Null = all that can be computed. */
  readonly indices: readonly IndexSpec[] | null;
  readonly bootstraps: number;
  readonly permutations: number;
  readonly seed: number;
  readonly level: number;
  readonly space: SpaceOptions;
  readonly json: boolean;
  readonly list: boolean;
}

export interface SpaceOptions {
  readonly neighbours: NeighbourChoice;
  readonly order: number;
  readonly isBinary: boolean;
  readonly radius: number;
  readonly kernel: Kernel;
  readonly beta: number;
  readonly atkinson: number;
  readonly centre: 'population-weighted' | 'mean' | readonly [number, number];
  /** Null = as the source has it. */
  readonly empty: 'zero' | 'drop' | null;
}

export interface PackSource {
  readonly kind: 'pack';
  readonly directory: string;
  readonly level: string;
  /** One or two; null = the newest. */
  readonly years: readonly (number | null)[];
  readonly groups: readonly string[];
  /** Levels or families above, coarsest first. */
  readonly decompose: readonly string[];
}

export interface TableSource {
  readonly kind: 'table';
  /** One or two. */
  readonly files: readonly string[];
  readonly unit: string;
  readonly groups: GroupColumns;
  readonly decimal: Decimal | null;
  readonly other: OtherColumns;
  readonly geometry: { readonly file: string; readonly key: string } | null;
  readonly crs: string | null;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

/** Options that belong to packs, and to tables, alone. */
const packOnly = ['level', 'year', 'compare-year'];
const tableOnly = [
  'unit',
  'minority',
  'total',
  'decimal',
  'geometry',
  'key',
  'crs',
  'x',
  'y',
  'area',
  'compare',
];

/** The words of a call. @throws UsageError. */
export function measureOptions(args: readonly string[]): MeasureOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pack: text,
      level: text,
      year: text,
      'compare-year': text,
      table: { type: 'string', multiple: true },
      compare: text,
      unit: text,
      groups: text,
      minority: text,
      total: text,
      decimal: text,
      geometry: text,
      key: text,
      crs: text,
      x: text,
      y: text,
      area: text,
      empty: text,
      index: text,
      decompose: text,
      radius: text,
      kernel: text,
      bandwidth: text,
      weights: text,
      order: text,
      binary: flag,
      centre: text,
      beta: text,
      atkinson: text,
      bootstrap: text,
      permutations: text,
      seed: text,
      'level-of-interval': text,
      json: flag,
      list: flag,
    },
  });
  const { table = [], json, list, binary, ...others } = values;
  const words: Words = others;
  const bootstraps = wholeNumber('--bootstrap', words.bootstrap, 9_999_999) ?? 0;
  // A standard error takes two replicates.
  if (bootstraps === 1) throw new UsageError('--bootstrap braucht 0 oder mindestens 2 Wiederholungen.');
  return {
    source: list ? null : sourceOf(words, table),
    indices: indicesOf(words.index ?? 'all'),
    bootstraps,
    permutations: wholeNumber('--permutations', words.permutations, 9_999_999) ?? 0,
    seed: wholeNumber('--seed', words.seed, Number.MAX_SAFE_INTEGER) ?? 1,
    level: between('--level-of-interval', words['level-of-interval'], 0, 1) ?? 0.95,
    space: spaceOf(words, binary),
    json,
    list,
  };
}

type Words = Readonly<Record<string, string | undefined>>;

function spaceOf(words: Words, isBinary: boolean): SpaceOptions {
  const { empty } = words;
  if (empty !== undefined && empty !== 'zero' && empty !== 'drop') {
    throw new UsageError(`--empty ist zero oder drop, nicht „${empty}“.`);
  }
  const radius = between('--radius', words.radius, 0, Infinity) ?? defaultSettings.radius;
  const kernel = kernels.find((candidate) => candidate === (words.kernel ?? defaultSettings.kernel));
  if (!kernel) throw new UsageError(`--kernel ist ${kernels.join(', ')}, nicht „${words.kernel}“.`);
  const neighbours = neighboursOf(words, radius);
  const order = wholeNumber('--order', words.order, 1000) ?? 1;
  if (order < 1) throw new UsageError('--order beginnt bei 1.');
  if (order > 1 && neighbours.kind !== 'queen' && neighbours.kind !== 'rook') {
    throw new UsageError('--order gehört zu --weights queen oder rook.');
  }
  return {
    neighbours,
    order,
    isBinary,
    radius,
    kernel,
    beta: between('--beta', words.beta, 0, Infinity) ?? 1,
    atkinson: between('--atkinson', words.atkinson, 0, 1) ?? 0.5,
    centre: centreOption(words.centre),
    empty: empty ?? null,
  };
}

function neighboursOf(words: Words, radius: number): NeighbourChoice {
  const { weights = 'queen', bandwidth } = words;
  if (bandwidth !== undefined && weights !== 'kernel') {
    throw new UsageError(
      '--bandwidth gehört zu --weights kernel; die Reichweite der Umgebungen ist --radius.',
    );
  }
  if (weights === 'queen' || weights === 'rook') return { kind: weights };
  const [kind, size, ...rest] = weights.split(':');
  if (kind === 'knn' && rest.length === 0) return { kind: 'nearest', count: countOf('--weights knn:', size) };
  if (kind === 'band' && size && rest.length === 0) {
    return { kind: 'band', metres: between('--weights band:', size, 0, Infinity) ?? radius };
  }
  if (weights !== 'kernel') {
    throw new UsageError(`--weights ist queen, rook, knn:ZAHL, band:METER oder kernel, nicht „${weights}“.`);
  }
  return {
    kind: 'kernel',
    bandwidth: bandwidth?.startsWith('knn:')
      ? { neighbours: countOf('--bandwidth knn:', bandwidth.slice(4)) }
      : (between('--bandwidth', bandwidth, 0, Infinity) ?? radius),
  };
}

function countOf(option: string, word: string | undefined): number {
  const count = wholeNumber(option, word ?? '', 1_000_000) ?? 0;
  if (count < 1) throw new UsageError(`${option} braucht eine ganze Zahl ab 1.`);
  return count;
}

function centreOption(word: string | undefined): SpaceOptions['centre'] {
  if (word === undefined || word === 'weighted') return 'population-weighted';
  if (word === 'mean') return 'mean';
  const [x, y, ...rest] = word.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (rest.length > 0 || !Number.isFinite(x) || !Number.isFinite(y)) {
    throw new UsageError(`--centre ist X,Y, LÄNGE,BREITE, mean oder weighted, nicht „${word}“.`);
  }
  return [x ?? NaN, y ?? NaN];
}

function sourceOf(words: Words, tables: readonly string[]): PackSource | TableSource {
  const given = (name: string): string | null => words[name] || null;
  const needed = (name: string, what: string): string => {
    const value = given(name);
    if (value === null) throw new UsageError(`Es fehlt --${name} ${what}.`);
    return value;
  };
  const pack = given('pack');
  if ((pack === null) === (tables.length === 0))
    throw new UsageError('Nötig ist entweder --pack oder --table.');
  const stray = (pack === null ? packOnly : tableOnly).filter((name) => given(name) !== null);
  if (stray.length > 0) {
    throw new UsageError(`--${stray.join(', --')} gehört nicht zu ${pack === null ? '--table' : '--pack'}.`);
  }
  const decompose = given('decompose') === null ? [] : namesOf('--decompose', needed('decompose', ''));
  if (pack !== null) {
    return {
      kind: 'pack',
      directory: pack,
      level: needed('level', 'EBENE'),
      years: yearsOf(given('year'), given('compare-year')),
      groups: groupsOf(needed('groups', 'A,B')),
      decompose,
    };
  }
  const files = [...tables, ...(given('compare') === null ? [] : [needed('compare', '')])];
  if (files.length > 2) throw new UsageError('Verglichen werden höchstens zwei Tabellen.');
  if (files.includes('')) throw new UsageError('Es fehlt --table DATEI.csv.');
  const hasGroups = given('groups') !== null;
  if (hasGroups === (given('minority') !== null || given('total') !== null)) {
    throw new UsageError('Nötig ist entweder --groups oder --minority mit --total.');
  }
  const { point, geometry, crs } = placesOf(given, needed);
  const unit = needed('unit', 'SPALTE');
  const groups: GroupColumns = hasGroups
    ? { kind: 'groups', names: groupsOf(needed('groups', 'A,B')) }
    : { kind: 'minority', minority: needed('minority', 'SPALTE'), total: needed('total', 'SPALTE') };
  const columns = [
    unit,
    ...(groups.kind === 'groups' ? groups.names : [groups.minority, groups.total]),
    ...(point ? [point.x, point.y, point.area ?? []].flat() : []),
    ...decompose,
  ];
  const twice = columns.find((name, i) => columns.indexOf(name) !== i);
  if (twice !== undefined) throw new UsageError(`Die Spalte „${twice}“ kann nicht zweierlei zugleich sein.`);
  return {
    kind: 'table',
    files,
    unit,
    groups,
    decimal: decimalOf(given('decimal')),
    other: { point, labels: decompose },
    geometry,
    crs,
  };
}

/** Areas of a file, or points of the table. */
function placesOf(
  given: (name: string) => string | null,
  needed: (name: string, what: string) => string,
): Pick<TableSource, 'geometry' | 'crs'> & Pick<OtherColumns, 'point'> {
  const file = given('geometry');
  const hasPoint = given('x') !== null || given('y') !== null;
  if (file !== null && hasPoint) {
    throw new UsageError('Die Lage kommt entweder aus --geometry oder aus --x und --y.');
  }
  if (given('area') !== null && !hasPoint) throw new UsageError('--area gehört zu --x und --y.');
  if (file === null && given('key') !== null) throw new UsageError('--key und --crs gehören zu --geometry.');
  if (file === null && !hasPoint && given('crs') !== null) {
    throw new UsageError('--key und --crs gehören zu --geometry.');
  }
  const crs = () => crsOf(needed('crs', 'EPSG:… oder planar'));
  if (hasPoint) {
    const point = { x: needed('x', 'SPALTE'), y: needed('y', 'SPALTE'), area: given('area') };
    return { point, geometry: null, crs: crs() };
  }
  if (file === null) return { point: null, geometry: null, crs: null };
  return { point: null, geometry: { file, key: needed('key', 'EIGENSCHAFT') }, crs: crs() };
}

function yearsOf(year: string | null, other: string | null): PackSource['years'] {
  const years = (year ?? '').split(',');
  if (other !== null && year === null)
    throw new UsageError('--compare-year braucht --year für das erste Jahr.');
  if (years.length + (other === null ? 0 : 1) > 2) {
    throw new UsageError('Verglichen werden höchstens zwei Jahre.');
  }
  if (year === null) return [null];
  return [
    ...years.map((word) => wholeNumber('--year', word.trim(), 2100)),
    ...(other === null ? [] : [wholeNumber('--compare-year', other, 2100)]),
  ];
}

function namesOf(option: string, word: string): readonly string[] {
  const names = word.split(',').map((name) => name.trim());
  if (names.includes('')) throw new UsageError(`${option} braucht Namen, durch Kommas getrennt.`);
  return names;
}

function groupsOf(word: string): readonly string[] {
  const groups = word.split(',').map((name) => name.trim());
  if (groups.length < 2 || groups.includes('')) {
    throw new UsageError(`--groups braucht mindestens zwei Namen, durch Kommas getrennt, nicht „${word}“.`);
  }
  const twice = groups.find((name, i) => groups.indexOf(name) !== i);
  if (twice) throw new UsageError(`--groups nennt „${twice}“ zweimal.`);
  return groups;
}

function decimalOf(word: string | null): Decimal | null {
  if (word === null) return null;
  const known = decimals.find((candidate) => candidate === word);
  if (!known) throw new UsageError(`--decimal ist comma oder point, nicht „${word}“.`);
  return known;
}

function crsOf(word: string): string {
  const crs = word.toUpperCase();
  if (crs === 'PLANAR') return 'planar';
  if (!/^EPSG:\d{4,5}$/.test(crs)) throw new UsageError(`--crs ist EPSG:… oder planar, nicht „${word}“.`);
  return crs;
}

function wholeNumber(option: string, word: string | undefined, most: number): number | null {
  if (word === undefined) return null;
  const value = /^\d{1,16}$/.test(word) ? Number(word) : NaN;
  if (!(value <= most)) throw new UsageError(`${option} braucht eine ganze Zahl, nicht „${word}“.`);
  return value;
}

/** A number above `least` and below `most`. */
function between(option: string, word: string | undefined, least: number, most: number): number | null {
  if (word === undefined) return null;
  const value = /^\d+(\.\d+)?(e\d+)?$/i.test(word) ? Number(word) : NaN;
  if (!(value > least && value < most)) {
    const limits = most === Infinity ? `größer als ${least}` : `zwischen ${least} und ${most}`;
    throw new UsageError(`${option} braucht eine Zahl ${limits} (mit Dezimalpunkt), nicht „${word}“.`);
  }
  return value;
}

function indicesOf(word: string): readonly IndexSpec[] | null {
  if (word === 'all') return null;
  const specs = word.split(',').map((id) => {
    const spec = catalog.find((candidate) => candidate.id === id.trim());
    if (spec) return spec;
    const ids = catalog.map((candidate) => candidate.id).join(', ');
    throw new UsageError(`Den Index „${id.trim()}“ gibt es nicht. Vorhanden: ${ids}.`);
  });
  return [...new Set(specs)];
}
