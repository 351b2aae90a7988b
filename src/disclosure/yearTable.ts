import { levelById } from '#model/lookup.ts';
import { signCode } from '#model/sign.ts';
import type { Study } from '#model/study.ts';
import { type CellTable, reasonCode, type Sum, secretBefore, shown, unknownBefore } from './cellTable.ts';
import type { Quotient } from './counted.ts';
import type { DisclosureProfile } from './profile.ts';
import type { Relations } from './relations.ts';
import type { GuardReason } from './report.ts';

/** Where the cells of one variable at one level lie in the table. */
export interface YearColumn {
  readonly observations: number;
  readonly variable: string;
  readonly kind: 'count' | 'share' | 'change';
  /** First cell in the table and in the column of the study; number of areas. */
  readonly base: number;
  readonly offset: number;
  readonly n: number;
}

const SECRET = signCode('secret');
const TOO_SMALL = signCode('too-small');

/** The figures of a year, and what a profile hides of them by itself. */
export interface YearFigures {
  readonly columns: readonly YearColumn[];
  under(profile: DisclosureProfile): CellTable;
}

/**
 * All figures about people of one year. Under a profile it is hidden what must not be shown by itself: counts below the
 * minimum, counts that leave fewer than the minimum for everyone else, those of nearly everybody, and shares of too few
 * people. A published share counts as its cases, share times base.
 */
export function yearFigures(study: Study, relations: Relations, year: number): YearFigures {
  const columns = columnsOf(study, relations, year);
  const size = columns.reduce((sum, { n }) => sum + n, 0);
  const find = finderOf(columns);
  const rests = partitionRests(study, relations, year, find, size);
  const values = new Float64Array(size + rests.length);
  const before = new Uint8Array(size + rests.length);
  for (const column of columns) fill(study, relations, column, { columns, values, state: before });
  rests.forEach(({ value }, i) => {
    values[size + i] = value;
    before[size + i] = unknownBefore;
  });
  const sums = [
    ...relations.levels.flatMap((_, position) => [
      ...sumsOfAreas(columns, relations, position, find),
      ...sumsOfVariables(relations, position, find),
    ]),
    ...sumsOfVintages(study, relations, find),
  ];
  return {
    columns,
    under(profile) {
      const state = before.slice();
      const most = new Float64Array(values.length).fill(Infinity);
      const few = rests.filter(({ value }) => isFew(value, profile.minimumCount));
      for (const { cell, universe } of few) {
        state[cell] = reasonCode('complement');
        most[cell] = values[universe]!;
      }
      hideByThemselves({ columns, values, state, most }, relations, profile, find);
      return { values, state, most, sums: few.length === 0 ? sums : [...sums, ...few.map(({ sum }) => sum)] };
    },
  };
}

type Find = (observations: number, variable: string) => YearColumn | null;
interface Cells {
  readonly columns: readonly YearColumn[];
  readonly values: Float64Array;
  readonly state: Uint8Array;
  readonly most: Float64Array;
}

function columnsOf(study: Study, relations: Relations, year: number): readonly YearColumn[] {
  const columns: YearColumn[] = [];
  let base = 0;
  study.observations.forEach(({ level, years, columns: known }, observations) => {
    const y = years.indexOf(year);
    const n = levelById(study, level).keys.length;
    const { counts, shares, changes } = relations.levels[observations]!;
    if (y < 0) return;
    const add = (variable: string, kind: YearColumn['kind']): void => {
      const { values, signs } = known[variable]!;
      const isEmpty = values.subarray(y * n, (y + 1) * n).every((value) => Number.isNaN(value));
      if (isEmpty && !signs?.subarray(y * n, (y + 1) * n).some((sign) => sign === SECRET)) return;
      columns.push({ observations, variable, kind, base, offset: y * n, n });
      base += n;
    };
    for (const id of counts) add(id, 'count');
    for (const { id } of shares) add(id, 'share');
    for (const { id } of changes) add(id, 'change');
  });
  return columns;
}

function finderOf(columns: readonly YearColumn[]): Find {
  const index = new Map(columns.map((column) => [`${column.observations} ${column.variable}`, column]));
  return (observations, variable) => index.get(`${observations} ${variable}`) ?? null;
}

function fill(
  study: Study,
  relations: Relations,
  column: YearColumn,
  { values, state }: Pick<Cells, 'columns' | 'values' | 'state'>,
): void {
  const { observations, variable, kind, base, offset, n } = column;
  const { columns } = study.observations[observations]!;
  const source = columns[variable]!;
  const { shares, changes } = relations.levels[observations]!;
  const weight = [...shares, ...changes].find(({ id }) => id === variable)?.weight;
  const people = weight === undefined ? null : columns[weight]!.values;
  for (let a = 0; a < n; a++) {
    const value = source.values[offset + a]!;
    const cell = base + a;
    // A change has no number of cases of its own: that of its people stands for it.
    values[cell] =
      kind === 'count' ? value : kind === 'share' ? value * people![offset + a]! : people![offset + a]!;
    const sign = source.signs?.[offset + a] ?? 0;
    state[cell] = !Number.isNaN(value)
      ? shown
      : sign === SECRET || sign === TOO_SMALL
        ? secretBefore
        : unknownBefore;
    if (Number.isNaN(value)) values[cell] = NaN;
  }
}

/** Counts lie a little beside whole numbers where they were estimated. */
function isFew(value: number, minimum: number): boolean {
  return value > 0 && value < minimum - 1e-6;
}

function hideByThemselves(table: Cells, relations: Relations, profile: DisclosureProfile, find: Find): void {
  const { values, most } = table;
  const hide = (cell: number, reason: GuardReason): void => {
    if (table.state[cell] === shown) table.state[cell] = reasonCode(reason);
  };
  for (const { kind, base, n } of table.columns) {
    if (kind === 'change') continue;
    for (let cell = base; cell < base + n; cell++) {
      if (isFew(values[cell]!, profile.minimumCount)) hide(cell, 'count');
    }
  }
  relations.levels.forEach(({ shares, changes }, observations) => {
    for (const { numerator, denominator } of relations.quotients) {
      const above = columnsFound(find, observations, numerator);
      const below = columnsFound(find, observations, denominator);
      if (!above || !below) continue;
      const isInside = isPartOf({ numerator, denominator });
      for (let a = 0; a < above[0]!.n; a++) {
        const cells = above.map(({ base }) => base + a);
        const some = cells.reduce((sum, cell) => sum + values[cell]!, 0);
        const all = below.reduce((sum, { base }) => sum + values[base + a]!, 0);
        const reason = reasonOf(some, all, profile, !isInside);
        if (reason)
          for (const cell of cells) if (reason !== 'complement' || values[cell] !== 0) hide(cell, reason);
        if (below.every(({ base }) => table.state[base + a] === shown)) {
          for (const cell of cells) most[cell] = Math.min(most[cell]!, all);
        }
      }
    }
    for (const { id, weight } of [...shares, ...changes]) {
      const column = find(observations, id);
      const people = find(observations, weight);
      if (!column || !people) continue;
      for (let a = 0; a < column.n; a++) {
        const all = values[people.base + a]!;
        const cell = column.base + a;
        const isHidden = table.state[people.base + a] !== shown;
        const reason =
          column.kind === 'share'
            ? reasonOf(values[cell]!, all, profile, true)
            : isFew(all, profile.minimumDenominator)
              ? 'denominator'
              : null;
        if (reason) hide(cell, reason);
        else if (isHidden && isFew(all, profile.minimumCount)) hide(cell, 'count');
        if (!isHidden && column.kind === 'share') most[cell] = Math.min(most[cell]!, all);
      }
    }
  });
}

function reasonOf(
  some: number,
  all: number,
  { minimumCount, minimumDenominator, dominance }: DisclosureProfile,
  canLeaveFew: boolean,
): GuardReason | null {
  if (canLeaveFew && isFew(all - some, minimumCount)) return 'complement';
  if (dominance !== null && all > 0 && some / all >= dominance) return 'dominance';
  return isFew(all, minimumDenominator) ? 'denominator' : null;
}

/** Where the whole is the sum of the parts and others, the others are figures of their own. */
function isPartOf({ numerator, denominator }: Quotient): boolean {
  return denominator.length > 1 && numerator.every((id) => denominator.includes(id));
}

function columnsFound(
  find: Find,
  observations: number,
  variables: readonly string[],
): readonly YearColumn[] | null {
  const columns = variables.map((variable) => find(observations, variable));
  return columns.length > 0 && columns.every((column) => column !== null) ? columns : null;
}

/** Areas add up to those of the nearest level above that knows the variable in the year. */
function sumsOfAreas(
  columns: readonly YearColumn[],
  relations: Relations,
  observations: number,
  find: Find,
): readonly Sum[] {
  return columns
    .filter((column) => column.observations === observations && column.kind !== 'change')
    .flatMap(({ variable, base, n }) => {
      for (const { observations: upper, positions } of relations.levels[observations]!.above) {
        const whole = find(upper, variable);
        if (!whole) continue;
        const parts: number[][] = Array.from({ length: whole.n }, () => []);
        for (let a = 0; a < n; a++) if (positions[a]! >= 0) parts[positions[a]!]!.push(base + a);
        return parts.flatMap((cells, a) => (cells.length > 0 ? [sumOf(cells, whole.base + a)] : []));
      }
      return [];
    });
}

function sumsOfVariables(relations: Relations, observations: number, find: Find): readonly Sum[] {
  const { additions, twins } = relations;
  const perArea = (parts: readonly string[], whole: string): readonly Sum[] => {
    const columns = columnsFound(find, observations, parts);
    const total = find(observations, whole);
    if (!columns || !total) return [];
    return Array.from({ length: total.n }, (_, a) =>
      sumOf(
        columns.map(({ base }) => base + a),
        total.base + a,
      ),
    );
  };
  return [
    ...additions.flatMap(({ parts, whole }) => perArea(parts, whole)),
    ...twins.flatMap(({ share, count, weight, of }) =>
      of === 'group' ? perArea([share], count) : perArea([share, count], weight),
    ),
  ];
}

/** The same ground in two vintages holds the same people. */
function sumsOfVintages(study: Study, relations: Relations, find: Find): readonly Sum[] {
  return relations.grounds.flatMap(({ crosswalk, same }) => {
    const from = study.observations.findIndex(({ level }) => level === crosswalk.from);
    const to = study.observations.findIndex(({ level }) => level === crosswalk.to);
    if (from < 0 || to < 0) return [];
    return relations.levels[from]!.counts.flatMap((variable) => {
      const [before, after] = [find(from, variable), find(to, variable)];
      if (!before || !after) return [];
      return same.map(
        (ground): Sum => ({
          cells: [...ground.from.map((a) => before.base + a), ...ground.to.map((a) => after.base + a)],
          signs: [...ground.from.map(() => 1 as const), ...ground.to.map(() => -1 as const)],
        }),
      );
    });
  });
}

interface Rest {
  readonly cell: number;
  readonly value: number;
  readonly universe: number;
  readonly sum: Sum;
}

/** What groups that share nobody leave of their universe: it has no cell in the study, but can be computed. */
function partitionRests(
  study: Study,
  relations: Relations,
  year: number,
  find: Find,
  size: number,
): readonly Rest[] {
  const rests: Rest[] = [];
  study.observations.forEach(({ columns: known, years }, observations) => {
    if (!years.includes(year)) return;
    for (const { groups, universe } of relations.partitions) {
      const columns = columnsFound(find, observations, groups);
      const whole = find(observations, universe);
      if (!columns || !whole) continue;
      const all = Array.from({ length: whole.n }, (_, a) =>
        groups.reduce(
          (rest, group) => rest - known[group]!.values[whole.offset + a]!,
          known[universe]!.values[whole.offset + a]!,
        ),
      );
      // Together they are more than there are: they do share people.
      if (all.some((rest) => rest < -1e-6)) continue;
      all.forEach((value, a) => {
        if (!(value > 0)) return;
        const cell = size + rests.length;
        const parts = [...columns.map(({ base }) => base + a), cell];
        rests.push({ cell, value, universe: whole.base + a, sum: sumOf(parts, whole.base + a) });
      });
    }
  });
  return rests;
}

function sumOf(parts: readonly number[], whole: number): Sum {
  return { cells: [...parts, whole], signs: signsOf(parts.length) };
}

const signsByLength = new Map<number, Sum['signs']>();

/** One list for all sums of as many parts: of a large city there are hundreds of thousands. */
function signsOf(parts: number): Sum['signs'] {
  const known = signsByLength.get(parts) ?? [...new Array<1>(parts).fill(1), -1 as const];
  signsByLength.set(parts, known);
  return known;
}
