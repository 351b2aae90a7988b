import { parseArgs } from 'node:util';
import { wordsOf } from '#i18n/i18n.ts';
import { numbersOf } from '#i18n/numbers.ts';
import { measureUnits, obstacleTo, type Units, type UnitValue } from '#measuring/measureUnits.ts';
import { catalog } from '#stats/catalog.ts';
import type { IndexSpec } from '#stats/spec.ts';
import { islandsOf } from '#stats/weights/sparse.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { Findings } from './findings.ts';
import { type Decimal, decimals } from './numberFormatOf.ts';
import { readMeasureGeometry } from './readMeasureGeometry.ts';
import { readMeasurePack, reasonText } from './readMeasurePack.ts';
import { type GroupColumns, readMeasureTable } from './readMeasureTable.ts';

const words = wordsOf('de');
const numbers = numbersOf('de');

export const measureCommand: Command = {
  name: 'measure',
  summary: 'Segregationsindizes einer Tabelle oder eines Datenpakets',
  help: `Aufruf: npm run -s quartierlupe -- measure --pack ORDNER --level EBENE --groups A,B[,C…] [--year JAHR]
        npm run -s quartierlupe -- measure --table DATEI.csv --unit SPALTE --groups A,B[,C…]
        npm run -s quartierlupe -- measure --table DATEI.csv --unit SPALTE --minority SPALTE --total SPALTE

Berechnet, wie ungleich sich Gruppen auf Gebiete oder Einrichtungen verteilen.

Aus einem Datenpaket:
  --pack ORDNER        Ordner mit datapackage.json
  --level EBENE        Kennung einer Gebietsebene, oder einer Familie: dann gilt der Gebietsstand des Jahres
  --year JAHR          ohne Angabe das neueste Jahr mit Zahlen
  --groups A,B[,C…]    Gruppen des Pakets; rest steht für alle Übrigen

Aus einer Tabelle (Trennzeichen und Dezimalkomma werden erkannt):
  --table DATEI.csv    eine Zeile je Einheit, mit Kopfzeile
  --unit SPALTE        Schlüssel der Einheiten
  --groups A,B[,C…]    Spalten mit den Personen je Gruppe, die sich nicht überschneiden
  --minority SPALTE    statt --groups: Spalte der Gruppe, dazu …
  --total SPALTE       … die Spalte aller Personen; verglichen wird mit den Übrigen
  --decimal comma|point  welches Zeichen Dezimalstellen trennt; das andere trennt dann Tausender. Ohne Angabe wird
                       es erkannt, und gesagt, wo 1.234 beides heißen könnte.
  --geometry DATEI     GeoJSON der Flächen, für räumliche Indizes
  --key EIGENSCHAFT    Eigenschaft der Flächen, in der der Schlüssel steht
  --crs EPSG:…|planar  Bezugssystem der Koordinaten; planar = Ebene in Metern
  --empty zero|drop    Einheiten ohne Personen in räumlichen Indizes: als Anteil 0 wie in PySAL, esda und spdep
                       (Voreinstellung) oder gar nicht. Datenpakete rechnen wie die Anwendung mit drop.

Immer:
  --index all|ID,ID    welche Indizes (Voreinstellung all); --list nennt alle
  --permutations ZAHL  Zufallsanordnungen für p (Voreinstellung 0 = ohne)
  --seed ZAHL          Startwert des Zufalls (Voreinstellung 1)
  --json               volle Genauigkeit statt der lesbaren Tabelle
  --list               nennt alle Indizes

Bei zwei Gruppen ist die erste die Gruppe, die zweite die Vergleichsgruppe; dazu kommen die Indizes für mehrere
Gruppen. Bei drei und mehr gibt es nur diese.

Mit --json ein Objekt je Index: {"D": {"value": …, "expected": …, "n": …, "excluded": …}, …}
  value      Wert; bei Indizes je Einheit eine Liste in der Reihenfolge von units
  expected   zu erwarten, wenn allein der Zufall verteilte; fehlt, wo er nicht bekannt ist
  p          mit --permutations: Pseudo-p-Wert, einseitig
  n          Einheiten mit Personen;  excluded  ausgelassen, weil leer oder ohne Angabe
  reason     warum value null ist
In Tabellen bedeuten „-“ null und „.“, „/“, „x“, „…“ oder nichts: keine Angabe. Solche Zeilen bleiben außer Betracht.

Endet mit 1, wenn die Daten es nicht zulassen (Meldungen mit Datei, Zeile und Spalte auf stderr), mit 2 bei falschem
Aufruf.

Beispiel: npm run -s quartierlupe -- measure --table bezirke.csv --unit code --minority auslaender --total gesamt`,
  run: async (args, io) => {
    const options = optionsOf(args);
    if (options.list) {
      io.out(listOfIndices());
      return 0;
    }
    const findings = new Findings();
    const input = await readInput(options, findings);
    for (const line of findings.notes()) io.err(`Hinweis: ${line}`);
    if (!input || findings.found) {
      for (const line of findings.problems()) io.err(line);
      return 1;
    }
    const specs = applicable(options, input.units);
    const islands = specs.some((spec) => spec.needs.includes('weights')) ? islandNote(input) : null;
    if (islands) io.err(islands);
    const results = new Map(
      specs.map((spec) => [
        spec,
        measureUnits(spec, input.units, { ...options, emptyUnits: options.empty ?? input.emptyUnits }),
      ]),
    );
    if (options.json) io.out(JSON.stringify(plainResults(results, input)));
    else print(results, input, io);
    return 0;
  },
};

interface Options {
  readonly source: PackSource | TableSource | null;
  /** Null = all that can be computed. */
  readonly indices: readonly IndexSpec[] | null;
  readonly permutations: number;
  readonly seed: number;
  readonly empty: 'zero' | 'drop' | null;
  readonly json: boolean;
  readonly list: boolean;
}

interface PackSource {
  readonly kind: 'pack';
  readonly directory: string;
  readonly level: string;
  readonly year: number | null;
  readonly groups: readonly string[];
}

interface TableSource {
  readonly kind: 'table';
  readonly file: string;
  readonly unit: string;
  readonly groups: GroupColumns;
  readonly decimal: Decimal | null;
  readonly geometry: { readonly file: string; readonly key: string; readonly crs: string } | null;
}

function optionsOf(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      pack: text,
      level: text,
      year: text,
      table: text,
      unit: text,
      groups: text,
      minority: text,
      total: text,
      decimal: text,
      geometry: text,
      key: text,
      crs: text,
      empty: text,
      index: text,
      permutations: text,
      seed: text,
      json: flag,
      list: flag,
    },
  });
  const { empty } = values;
  if (empty !== undefined && empty !== 'zero' && empty !== 'drop') {
    throw new UsageError(`--empty ist zero oder drop, nicht „${empty}“.`);
  }
  return {
    source: values.list ? null : sourceOf(values),
    indices: indicesOf(values.index ?? 'all'),
    permutations: wholeNumber('--permutations', values.permutations, 9_999_999) ?? 0,
    seed: wholeNumber('--seed', values.seed, Number.MAX_SAFE_INTEGER) ?? 1,
    empty: empty ?? null,
    json: values.json,
    list: values.list,
  };
}

type Texts = Readonly<Record<string, string | boolean | undefined>>;

function sourceOf(values: Texts): PackSource | TableSource {
  const given = (name: string): string | null => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const needed = (name: string, what: string): string => {
    const value = given(name);
    if (value === null) throw new UsageError(`Es fehlt --${name} ${what}.`);
    return value;
  };
  const pack = given('pack');
  const table = given('table');
  if ((pack === null) === (table === null)) throw new UsageError('Nötig ist entweder --pack oder --table.');
  const stray = (pack === null ? packOnly : tableOnly).filter((name) => given(name) !== null);
  if (stray.length > 0) {
    throw new UsageError(`--${stray.join(', --')} gehört nicht zu ${pack === null ? '--table' : '--pack'}.`);
  }
  if (pack !== null) {
    return {
      kind: 'pack',
      directory: pack,
      level: needed('level', 'EBENE'),
      year: wholeNumber('--year', given('year') ?? undefined, 2100),
      groups: groupsOf(needed('groups', 'A,B')),
    };
  }
  const hasGroups = given('groups') !== null;
  if (hasGroups === (given('minority') !== null || given('total') !== null)) {
    throw new UsageError('Nötig ist entweder --groups oder --minority mit --total.');
  }
  const geometry = given('geometry');
  if (geometry === null && (given('key') !== null || given('crs') !== null)) {
    throw new UsageError('--key und --crs gehören zu --geometry.');
  }
  const unit = needed('unit', 'SPALTE');
  const groups: GroupColumns = hasGroups
    ? { kind: 'groups', names: groupsOf(needed('groups', 'A,B')) }
    : { kind: 'minority', minority: needed('minority', 'SPALTE'), total: needed('total', 'SPALTE') };
  const columns = [unit, ...(groups.kind === 'groups' ? groups.names : [groups.minority, groups.total])];
  const twice = columns.find((name, i) => columns.indexOf(name) !== i);
  if (twice !== undefined) throw new UsageError(`Die Spalte „${twice}“ kann nicht zweierlei zugleich sein.`);
  return {
    kind: 'table',
    file: table ?? '',
    unit,
    groups,
    decimal: decimalOf(given('decimal')),
    geometry:
      geometry === null
        ? null
        : {
            file: geometry,
            key: needed('key', 'EIGENSCHAFT'),
            crs: crsOf(needed('crs', 'EPSG:… oder planar')),
          },
  };
}

const packOnly = ['level', 'year'];
const tableOnly = ['unit', 'minority', 'total', 'decimal', 'geometry', 'key', 'crs'];

function groupsOf(text: string): readonly string[] {
  const groups = text.split(',').map((name) => name.trim());
  if (groups.length < 2 || groups.includes('')) {
    throw new UsageError(`--groups braucht mindestens zwei Namen, durch Kommas getrennt, nicht „${text}“.`);
  }
  const twice = groups.find((name, i) => groups.indexOf(name) !== i);
  if (twice) throw new UsageError(`--groups nennt „${twice}“ zweimal.`);
  return groups;
}

function decimalOf(text: string | null): Decimal | null {
  if (text === null) return null;
  const known = decimals.find((candidate) => candidate === text);
  if (!known) throw new UsageError(`--decimal ist comma oder point, nicht „${text}“.`);
  return known;
}

function crsOf(text: string): string {
  const crs = text.toUpperCase();
  if (crs === 'PLANAR') return 'planar';
  if (!/^EPSG:\d{4,5}$/.test(crs)) throw new UsageError(`--crs ist EPSG:… oder planar, nicht „${text}“.`);
  return crs;
}

function wholeNumber(option: string, text: string | undefined, most: number): number | null {
  if (text === undefined) return null;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (!(value <= most)) throw new UsageError(`${option} braucht eine ganze Zahl, nicht „${text}“.`);
  return value;
}

function indicesOf(text: string): readonly IndexSpec[] | null {
  if (text === 'all') return null;
  return text.split(',').map((id) => {
    const spec = catalog.find((candidate) => candidate.id === id.trim());
    if (spec) return spec;
    const ids = catalog.map((candidate) => candidate.id).join(', ');
    throw new UsageError(`Den Index „${id.trim()}“ gibt es nicht. Vorhanden: ${ids}.`);
  });
}

interface Input {
  readonly units: Units;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly title: string;
  readonly notices: readonly string[];
  /** Units with persons, and those left out. */
  readonly used: number;
  readonly excluded: number;
  readonly emptyUnits: 'zero' | 'drop';
}

async function readInput({ source }: Options, findings: Findings): Promise<Input | null> {
  if (!source) return null;
  return source.kind === 'pack' ? packInput(source, findings) : tableInput(source, findings);
}

async function packInput(source: PackSource, findings: Findings): Promise<Input | null> {
  const pack = await readMeasurePack(source.directory, source.level, source.year, source.groups, findings);
  if (!pack) return null;
  const { study, level, year } = pack;
  const family = study.families.find((candidate) => candidate.id === level.family);
  return {
    units: { columns: pack.columns, weights: pack.weights, space: pack.space },
    ids: pack.ids,
    names: pack.names,
    title: `${study.title.de} · ${family?.plural.de ?? level.id} (${level.vintage}) · ${year}`,
    notices: study.notice ? [study.notice.de] : [],
    used: pack.ids.length,
    excluded: pack.excluded,
    emptyUnits: 'drop',
  };
}

async function tableInput(source: TableSource, findings: Findings): Promise<Input | null> {
  const table = await readMeasureTable(source.file, source.unit, source.groups, source.decimal, findings);
  if (!table) return null;
  const { geometry } = source;
  const weights =
    geometry && (await readMeasureGeometry(geometry.file, geometry.key, geometry.crs, table, findings));
  const used = table.ids.filter((_, i) => table.columns.some((column) => column[i]! > 0)).length;
  if (table.missing.length > 0) {
    findings.note(
      `${table.missing.length === 1 ? 'Eine Zeile' : `${table.missing.length} Zeilen`} ohne vollständige Angaben: ${table.missing.slice(0, 5).join(', ')}${table.missing.length > 5 ? ' …' : ''}.`,
      { file: source.file },
    );
  }
  return {
    units: { columns: table.columns, weights },
    ids: table.ids,
    names: table.names,
    title: source.file,
    notices: [],
    used,
    excluded: table.ids.length - used + table.missing.length,
    emptyUnits: 'zero',
  };
}

/** Units without neighbours count in n and in the mean of spatial indices, but nobody is compared with them. */
function islandNote({ units, ids }: Input): string | null {
  const islands = units.weights ? Array.from(islandsOf(units.weights), (at) => ids[at]!) : [];
  if (islands.length === 0) return null;
  const more = islands.length > 5 ? ` und ${islands.length - 5} weitere` : '';
  return `Hinweis: Ohne Nachbarn: ${islands.slice(0, 5).join(', ')}${more}.`;
}

/** The indices asked for; with `all` those that these units allow. */
function applicable({ indices, source }: Options, units: Units): readonly IndexSpec[] {
  if (!indices) return catalog.filter((spec) => obstacleTo(spec, units) === null);
  for (const spec of indices) {
    const obstacle = obstacleTo(spec, units);
    if (obstacle === 'two-groups') {
      throw new UsageError(
        `Der Index ${spec.id} vergleicht zwei Gruppen, angegeben sind ${units.columns.length}.`,
      );
    }
    if (obstacle) {
      throw new UsageError(
        source?.kind === 'table'
          ? `Der Index ${spec.id} braucht Flächen: --geometry, --key und --crs.`
          : `Der Index ${spec.id} braucht die Grenzen aller Gebiete; auf dieser Ebene fehlen welche.`,
      );
    }
  }
  return indices;
}

type Results = ReadonlyMap<IndexSpec, UnitValue>;

/** JSON has no NaN: an undefined value is null and has a reason, an unknown one is left out. */
function plainResults(results: Results, input: Input): Readonly<Record<string, unknown>> {
  const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return Object.fromEntries(
    Array.from(results, ([spec, { value, expected, p, reason }]) => [
      spec.id,
      {
        value: typeof value === 'number' ? known(value) : Array.from(value, known),
        ...(Number.isFinite(expected) ? { expected } : {}),
        ...(p === null ? {} : { p }),
        n: input.used,
        excluded: input.excluded,
        ...(reason ? { reason } : {}),
        ...(typeof value === 'number' ? {} : { units: input.ids }),
      },
    ]),
  );
}

function print(results: Results, input: Input, io: Io): void {
  const { columns } = input.units;
  const persons = columns.map((column) => column.reduce((sum, count) => sum + count, 0));
  for (const notice of input.notices) io.out(notice);
  io.out(input.title);
  io.out(input.names.map((name, g) => `${name}: ${numbers.integer(persons[g] ?? NaN)}`).join(' · '));
  io.out(`${input.used} Einheiten, ${input.excluded} ausgelassen (leer oder ohne Angabe)`);
  io.out('');
  const global = [...results].filter(([spec]) => spec.scope === 'global');
  const rows = global.map(([spec, result]) => rowOf(spec, result));
  const table = [['Index', 'Bezeichnung', 'Wert', 'Zufall', 'p'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((c) => Math.max(...table.map((row) => (row[c] ?? '').length)));
  for (const row of table) {
    const cells = row.map((cell, c) => (c < 2 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0)));
    io.out(cells.join('  ').trimEnd());
  }
  const undefinedRows = global.filter(([, { reason }]) => reason);
  if (undefinedRows.length > 0) io.out('');
  for (const [spec, { reason }] of undefinedRows) io.out(`${spec.id}: ${reasonText(reason ?? '')}`);
  const local = [...results.keys()].filter((spec) => spec.scope === 'local');
  if (local.length === 0) return;
  io.out('');
  io.out(`Je Einheit, Werte mit --json: ${local.map((spec) => `${spec.id} (${nameOf(spec)})`).join(', ')}`);
}

function rowOf(spec: IndexSpec, { value, expected, p }: UnitValue): readonly string[] {
  return [
    spec.id,
    nameOf(spec),
    typeof value === 'number' ? numbers.decimal(value, 4) : '',
    numbers.decimal(expected, 4),
    p === null ? '' : numbers.decimal(p, 4),
  ];
}

function nameOf(spec: IndexSpec): string {
  return words.find('indices', `${spec.id}.name`) ?? spec.id;
}

function listOfIndices(): string {
  const width = Math.max(...catalog.map((spec) => spec.id.length));
  return catalog
    .map((spec) => {
      const needs = spec.needs.length > 0 ? ', braucht Flächen' : '';
      const groups = spec.groups === 'two' ? 'zwei Gruppen' : 'beliebig viele Gruppen';
      const scope = spec.scope === 'local' ? ', je Einheit' : '';
      return `${spec.id.padEnd(width)}  ${nameOf(spec)} (${groups}${scope}${needs})`;
    })
    .join('\n');
}
