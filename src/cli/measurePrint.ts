import { numbersOf } from '#i18n/numbers.ts';
import type { UnitDecomposition } from '#measuring/decomposeUnits.ts';
import type { Obstacle, UnitValue } from '#measuring/measureUnits.ts';
import type { IndexSpec } from '#stats/spec.ts';
import type { Io } from './command.ts';
import { nameOf } from './measureList.ts';
import type { MeasureResults } from './measureResults.ts';
import type { MeasureSide } from './measureSide.ts';
import { reasonText } from './readMeasurePack.ts';

const numbers = numbersOf('de');
const places = 4;

/** Why indices are missing, in German. */
export const obstacleTexts: Readonly<Record<Obstacle, string>> = {
  'needs-two-groups': 'vergleicht genau zwei Gruppen',
  'no-geometry':
    'braucht die Lage: --geometry mit Flächen, oder --x und --y; in einem Datenpaket die Grenzen aller Gebiete',
  'no-contiguity': 'braucht Flächen (--geometry) oder --weights knn:ZAHL, band:METER oder kernel',
  'no-borders': 'braucht Grenzen: --geometry mit Flächen',
  'no-areas': 'braucht Landflächen: --geometry oder --area',
  'too-dear': 'würde bei so vielen Einheiten viele Minuten dauern; mit --index genannt, wird es berechnet',
};

/** The readable table. */
export function printResults(results: MeasureResults, io: Io): void {
  const { sides } = results;
  for (const notice of new Set(sides.flatMap(({ notices }) => notices))) io.out(notice);
  for (const side of sides) printHead(side, io);
  io.out('');
  printTable(sides.length < 2 ? valueTable(results) : comparisonTable(results), io);
  printReasons(results, io);
  const local = results.specs.filter((spec) => spec.scope === 'local' && results.values[0]?.has(spec));
  if (local.length > 0) {
    io.out('');
    io.out(`Je Einheit, Werte mit --json: ${local.map((spec) => `${spec.id} (${nameOf(spec)})`).join(', ')}`);
  }
  results.decompositions.forEach((decomposition, s) => {
    io.out('');
    printDecomposition(decomposition, sides.length < 2 ? '' : ` – ${sides[s]?.label}`, io);
  });
  if (results.differences) printChange(results, io);
}

function printHead({ title, names, columns, used, excluded }: MeasureSide, io: Io): void {
  const persons = columns.map((column) => column.reduce((sum, count) => sum + count, 0));
  io.out(title);
  io.out(names.map((name, g) => `${name}: ${numbers.integer(persons[g] ?? NaN)}`).join(' · '));
  io.out(`${used} Einheiten, ${excluded} ausgelassen (leer oder ohne Angabe)`);
}

type Rows = readonly (readonly string[])[];

function shownGlobals({ specs, values, options }: MeasureResults): readonly IndexSpec[] {
  return specs.filter(
    (spec) => spec.scope === 'global' && (options.indices !== null || values[0]?.has(spec)),
  );
}

function valueTable(results: MeasureResults): Rows {
  const { bootstraps, permutations } = results.options;
  const head = [
    'Index',
    'Bezeichnung',
    'Wert',
    ...(bootstraps > 0 ? ['von', 'bis'] : []),
    'Zufall',
    'bereinigt',
    ...(permutations > 0 ? ['p'] : []),
  ];
  const rows = shownGlobals(results).map((spec) => {
    const found = results.values[0]?.get(spec);
    return [
      spec.id,
      nameOf(spec),
      figure(found?.value),
      ...(bootstraps > 0 ? [figure(found?.low), figure(found?.high)] : []),
      figure(found?.expected),
      figure(found?.corrected),
      ...(permutations > 0 ? [figure(found?.p)] : []),
    ];
  });
  return [head, ...rows];
}

function comparisonTable(results: MeasureResults): Rows {
  const { sides, values, differences, options } = results;
  const { bootstraps, permutations } = options;
  const head = [
    'Index',
    'Bezeichnung',
    ...sides.map(({ label }) => label),
    'Unterschied',
    ...(bootstraps > 0 ? ['von', 'bis'] : []),
    ...(permutations > 0 ? ['p'] : []),
    'räumlich',
    'Mischung',
  ];
  const rows = shownGlobals(results).map((spec) => {
    const difference = differences?.get(spec);
    return [
      spec.id,
      nameOf(spec),
      ...values.map((side) => figure(side.get(spec)?.value)),
      figure(difference?.value),
      ...(bootstraps > 0 ? [figure(difference?.low), figure(difference?.high)] : []),
      ...(permutations > 0 ? [figure(difference?.p)] : []),
      figure(difference?.structure),
      figure(difference?.composition),
    ];
  });
  return [head, ...rows];
}

function figure(value: UnitValue['value'] | undefined): string {
  return numbers.decimal(typeof value === 'number' ? value : NaN, places);
}

/** Names to the left, figures to the right. */
function printTable(rows: Rows, io: Io): void {
  const widths = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((row) => (row[c] ?? '').length)));
  for (const row of rows) {
    const cells = row.map((cell, c) => (c < 2 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0)));
    io.out(cells.join('  ').trimEnd());
  }
}

/** Every reason once, with the indices it is about. */
function printReasons({ obstructed, options, values, sides, specs }: MeasureResults, io: Io): void {
  const idsOf = new Map<string, string[]>();
  const say = (sentence: string, id: string): void => {
    idsOf.set(sentence, [...(idsOf.get(sentence) ?? []), id]);
  };
  values.forEach((side, s) => {
    for (const spec of specs) {
      const reason = side.get(spec)?.reason;
      if (!reason) continue;
      say(reasonText(reason), sides.length < 2 ? spec.id : `${spec.id} (${sides[s]?.label})`);
    }
  });
  if (options.indices)
    for (const { spec, obstacle } of obstructed) say(`${obstacleTexts[obstacle]}.`, spec.id);
  if (idsOf.size > 0) io.out('');
  for (const [sentence, ids] of idsOf) io.out(`${ids.join(', ')}: ${sentence}`);
}

function printDecomposition({ M, H, steps, within }: UnitDecomposition, of: string, io: Io): void {
  io.out(`Zerlegung von M und H${of}`);
  const rows = steps.map((step, k) => [
    k === 0 ? `zwischen ${step.name}` : `darin zwischen ${step.name ?? 'Einheiten'}`,
    numbers.integer(step.units),
    figure(step.M),
    figure(step.H),
  ]);
  printFigures([['', 'Zahl', 'M', 'H'], ...rows, ['zusammen', '', figure(M), figure(H)]], io);
  if (within.length === 0) return;
  io.out('');
  const inside = within.map((one) => [
    one.label,
    figure(one.share),
    figure(one.M),
    figure(one.H),
    figure(one.part),
  ]);
  printFigures([[`innerhalb von ${steps[0]?.name ?? ''}`, 'Anteil', 'M', 'H', 'Teil von M'], ...inside], io);
}

function printFigures(rows: Rows, io: Io): void {
  const widths = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((row) => (row[c] ?? '').length)));
  for (const row of rows) {
    io.out(
      row
        .map((cell, c) => (c === 0 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0)))
        .join('  '),
    );
  }
}

function printChange({ change }: MeasureResults, io: Io): void {
  io.out('');
  if (!change) {
    io.out(`Zerlegung der Veränderung: ${reasonText('other-areas')}`);
    return;
  }
  const { matched, removed, added, M, H, moraRuizCastillo } = change;
  io.out(
    `Zerlegung der Veränderung: ${matched} Einheiten in beiden, ${removed.length} nur in der ersten, ${added.length} nur in der zweiten`,
  );
  const parts = [
    ['vorher', 'before'],
    ['nicht mehr vorhandene Einheiten', 'removals'],
    ['neue Einheiten', 'additions'],
    ['Größe der Gruppen', 'groupMarginal'],
    ['Größe der Einheiten', 'unitMarginal'],
    ['ungleiches Wohnen selbst', 'structural'],
    ['nachher', 'after'],
  ] as const;
  printFigures(
    [
      ['', 'M', 'H', 'M (Mora & Ruiz-Castillo)'],
      ...parts.map(([name, key]) => [name, figure(M[key]), figure(H[key]), figure(moraRuizCastillo[key])]),
    ],
    io,
  );
}
