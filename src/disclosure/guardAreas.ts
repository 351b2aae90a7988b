import { levelById } from '#model/lookup.ts';
import { signCode } from '#model/sign.ts';
import type { Column, Observations, Study, Variable } from '#model/study.ts';
import { isHiddenNow, type ProtectedTable, reasonOfCode, secretBefore } from './cellTable.ts';
import { derivedHiding, type IsHidden } from './derivedFigures.ts';
import { exampleOf, type GuardExample } from './example.ts';
import { hiddenUnder } from './hiddenUnder.ts';
import type { DisclosureProfile } from './profile.ts';
import { hidesNothing } from './profiles.ts';
import { type Relations, relationsOf } from './relations.ts';
import {
  type CellName,
  countDerived,
  type GuardReason,
  type GuardReport,
  guardReasons,
  type Told,
} from './report.ts';
import { rounded } from './rounded.ts';
import { type Steps, within } from './steps.ts';
import { touchedAreas } from './touchedAreas.ts';
import { withUpperSums } from './upperSums.ts';
import type { YearColumn } from './yearColumns.ts';
import { yearFigures } from './yearTable.ts';

export interface GuardedAreas {
  readonly observations: readonly Observations[];
  readonly variables: readonly Variable[];
  readonly report: Pick<
    GuardReport,
    'cells' | 'hidden' | 'rounded' | 'years' | 'columns' | 'areas' | 'beyondHelp'
  >;
  /** Of the newest year that has one. */
  readonly example: GuardExample | null;
}

const SECRET = signCode('secret');
const TOO_SMALL = signCode('too-small');
const mostNamed = 12;
/** Fewer hidden counts of a variable have no limits told. */
const leastTold = 5;

/** The figures of areas under a profile. Columns in which nothing is hidden or rounded are those of the study; counts
 * of coarser levels are written down beside them. */
export function* guardAreas(delivered: Study, profile: DisclosureProfile): Steps<GuardedAreas> {
  const { study, relations } = prepared(delivered, hidesNothing(profile));
  const isDelivered = ({ observations, variable }: YearColumn): boolean => {
    const { level } = study.observations[observations]!;
    return delivered.observations.some((one) => one.level === level && Object.hasOwn(one.columns, variable));
  };
  const years = [...new Set(study.observations.flatMap((one) => one.years))].sort((a, b) => a - b);
  const changed = study.observations.map(
    () => new Map<string, { values: Float64Array; signs: Uint8Array }>(),
  );
  const limits = secretLimits(study, profile);
  const hidden: Record<GuardReason, number> = {
    count: 0,
    complement: 0,
    dominance: 0,
    denominator: 0,
    secondary: 0,
  };
  const columns: Told<GuardReport['columns'][number]>[] = [];
  let cells = 0;
  let roundedCells = 0;
  let newest: GuardReport['areas'] = null;
  let example: GuardExample | null = null;
  let beyondHelp = 0;
  const named: CellName[] = [];
  const perYear: Told<GuardReport['years'][number]>[] = [];
  yield { done: 0, of: years.length };
  for (const [done, year] of years.entries()) {
    const { columns: yearColumns, under } = yearFigures(study, relations, year);
    const progress = { done, of: years.length };
    const hiding = yield* within(progress, hiddenUnder(profile, under));
    const table: YearTable = { ...hiding, columns: yearColumns };
    limits.look(table);
    const wholePersons = hiddenOf(table);
    const before = { cells, hidden: { ...hidden } };
    for (const column of table.columns) {
      const { observations, variable, base, offset, n } = column;
      const target = writable(study, changed, column);
      const people = peopleOf(table, relations, column);
      const isTold = isDelivered(column);
      let [known, away] = [0, 0];
      for (let a = 0; a < n; a++) {
        const cell = base + a;
        if (Number.isNaN(target.from.values[offset + a]!)) continue;
        known++;
        if (isHiddenNow(table, cell)) {
          const reason = reasonOfCode(table.state[cell]!)!;
          target.write(offset + a, NaN, reason === 'denominator' ? TOO_SMALL : SECRET);
          if (isTold) hidden[reason]++;
          away++;
        } else if (
          !isTold &&
          wholePersons.has(variable) &&
          !Number.isInteger(target.from.values[offset + a]!)
        ) {
          target.write(
            offset + a,
            rounded(Math.round(target.from.values[offset + a]!), profile.roundTo),
            null,
          );
        } else if (profile.roundTo > 1) {
          if (isTold && column.kind !== 'change') roundedCells++;
          const value = roundedCell(table, column, people, a, target.from, profile.roundTo);
          if (Math.abs(value - target.from.values[offset + a]!) < 1e-12) continue;
          target.write(offset + a, value, null);
        }
      }
      if (isTold) cells += known;
      if (isTold && away > 0) {
        const level = study.observations[observations]!.level;
        columns.push({ variable, level, year, hidden: away, of: known });
      }
    }
    newest = touchedAreas(study, table, year, profile.roundTo) ?? newest;
    example = exampleOf(study, table, year) ?? example;
    beyondHelp += table.beyondHelp.length;
    named.push(...namesOf(study, table, year));
    const secondary = hidden.secondary - before.hidden.secondary;
    const own = guardReasons.reduce((sum, reason) => sum + hidden[reason] - before.hidden[reason], 0);
    perYear.push({ year, cells: cells - before.cells, hidden: own - secondary, secondary });
    yield progress;
  }
  const isHidden: IsHidden = (observations, variable, position) => {
    const copy = changed[observations]!.get(variable);
    const before = study.observations[observations]!.columns[variable]!.values[position]!;
    return copy !== undefined && Number.isNaN(copy.values[position]!) && !Number.isNaN(before);
  };
  for (const { observations, variable, position, reason } of derivedHiding(study, profile, isHidden)) {
    const target = writable(study, changed, { observations, variable });
    target.write(position, NaN, reason === 'denominator' ? TOO_SMALL : SECRET);
    const { level, years: own } = study.observations[observations]!;
    const year = own[Math.floor(position / levelById(study, level).keys.length)]!;
    countDerived(columns, perYear, { variable, level, year, reason });
    hidden[reason]++;
    cells++;
  }
  return {
    observations: study.observations.map((one, position) => {
      const own = changed[position]!;
      return own.size === 0 ? one : { ...one, columns: { ...one.columns, ...Object.fromEntries(own) } };
    }),
    variables: limits.variables(),
    report: {
      cells,
      hidden,
      rounded: roundedCells,
      years: perYear,
      columns: columns.sort((a, b) => b.hidden - a.hidden),
      areas: newest,
      beyondHelp: { cells: beyondHelp, named: named.slice(0, mostNamed) },
    },
    example,
  };
}

/** Variables with a hidden figure: sums of them that are no whole number tell which parts of one they are made of. */
function hiddenOf(table: YearTable): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { variable, kind, base, n } of table.columns) {
    if (kind !== 'count') continue;
    for (let cell = base; cell < base + n; cell++) {
      if (isHiddenNow(table, cell)) found.add(variable);
    }
  }
  return found;
}

interface Prepared {
  readonly study: Study;
  readonly relations: Relations;
}

const known = new WeakMap<Study, Prepared>();

/** What is the same under every profile that hides anything: several are looked at before one is chosen. */
function prepared(delivered: Study, hidesNone: boolean): Prepared {
  const found = known.get(delivered);
  if (found && !hidesNone) return found;
  const study = hidesNone ? delivered : withUpperSums(delivered);
  const made = { study, relations: relationsOf(study) };
  if (!hidesNone) known.set(delivered, made);
  return made;
}

interface YearTable extends ProtectedTable {
  readonly columns: readonly YearColumn[];
}

interface Writable {
  readonly from: Column;
  /** `sign` null: stays as it is. */
  write(position: number, value: number, sign: number | null): void;
}

function writable(
  study: Study,
  changed: readonly Map<string, { values: Float64Array; signs: Uint8Array }>[],
  { observations, variable }: Pick<YearColumn, 'observations' | 'variable'>,
): Writable {
  const from = study.observations[observations]!.columns[variable]!;
  return {
    from,
    write(position, value, sign) {
      const known = changed[observations]!;
      let copy = known.get(variable);
      if (!copy) {
        const signs = from.signs ? from.signs.slice() : new Uint8Array(from.values.length);
        copy = { values: from.values.slice(), signs };
        known.set(variable, copy);
      }
      copy.values[position] = value;
      if (sign !== null) copy.signs[position] = sign;
    },
  };
}

/** The column of those a share rests on. */
function peopleOf(
  table: YearTable,
  relations: Relations,
  { kind, observations, variable }: YearColumn,
): YearColumn | null {
  if (kind !== 'share') return null;
  const { weight } = relations.levels[observations]!.shares.find(({ id }) => id === variable)!;
  const own = table.columns.find((one) => one.observations === observations && one.variable === weight);
  return own ?? null;
}

function roundedCell(
  table: YearTable,
  { kind, base, offset }: YearColumn,
  people: YearColumn | null,
  area: number,
  from: Column,
  roundTo: number,
): number {
  const value = from.values[offset + area]!;
  if (kind === 'count') return rounded(value, roundTo);
  if (kind === 'change') return value;
  const all = people ? rounded(table.values[people.base + area]!, roundTo) : NaN;
  // The share of the rounded cases, as exact as they are.
  return all > 0 ? Math.min(1, rounded(table.values[base + area]!, roundTo) / all) : value;
}

/** What others leave has no name: it is only counted. */
function namesOf(study: Study, { beyondHelp, columns }: YearTable, year: number): readonly CellName[] {
  return beyondHelp.flatMap((cell) => {
    const column = columns.find(({ base, n }) => cell >= base && cell < base + n);
    if (!column) return [];
    const { id, names, keys } = levelById(study, study.observations[column.observations]!.level);
    const a = cell - column.base;
    return [{ variable: column.variable, level: id, area: names[a] || keys[a]!, year }];
  });
}

/**
 * What may be told of secret counts: between 1 and the minimum less 1 – as long as all of a variable are, and none is
 * part of a sum, where that would narrow it down. Where the publisher keeps more secret already, between both. Of a few
 * nothing is told: that nothing is would say that one of them is nearly everybody, and which.
 */
function secretLimits(study: Study, { minimumCount }: DisclosureProfile) {
  const open = new Map<string, { hidden: number; isPlain: boolean; before: boolean }>();
  const plain: ReadonlySet<GuardReason | null> = new Set<GuardReason | null>(['count', 'denominator']);
  return {
    look(table: YearTable): void {
      const isBound = new Uint8Array(table.values.length);
      for (const cell of table.sums.cells) isBound[cell] = 1;
      for (const { variable, kind, base, n } of table.columns) {
        if (kind !== 'count') continue;
        const known = open.get(variable) ?? { hidden: 0, isPlain: true, before: false };
        open.set(variable, known);
        for (let cell = base; cell < base + n; cell++) {
          const code = table.state[cell]!;
          if (code === secretBefore) known.before = true;
          if (!isHiddenNow(table, cell)) continue;
          const reason = reasonOfCode(code);
          if (reason !== 'denominator') known.hidden++;
          if (!plain.has(reason) || (reason === 'count' && isBound[cell] === 1)) known.isPlain = false;
        }
      }
    },
    variables(): readonly Variable[] {
      return study.variables.map((variable) => {
        const found = open.get(variable.id);
        if (!found?.hidden) return variable;
        const earlier = variable.secret ?? null;
        const isTold = found.isPlain && found.hidden >= leastTold && (earlier !== null || !found.before);
        if (!isTold) return { ...variable, secret: null };
        const to = Math.max(minimumCount - 1, earlier?.to ?? 0);
        return { ...variable, secret: { from: Math.min(1, earlier?.from ?? 1), to } };
      });
    },
  };
}
