import type { Sign } from '#model/sign.ts';
import type { ClassKind, Composition, Study } from '#model/study.ts';
import {
  type CellTable,
  isHiddenNow,
  reasonCode,
  reasonOfCode,
  secretBefore,
  shown,
  unknownBefore,
} from './cellTable.ts';
import { hiddenUnder } from './hiddenUnder.ts';
import type { DisclosureProfile } from './profile.ts';
import type { GuardReason, GuardReport } from './report.ts';
import { rounded } from './rounded.ts';
import type { PartSteps } from './steps.ts';
import { SumList, type Sums } from './sums.ts';

export interface GuardedInstitutions {
  readonly compositions: readonly Composition[];
  readonly report: GuardReport['institutions'];
  readonly rounded: number;
  /** Hidden figures that can be told nevertheless. */
  readonly beyondHelp: number;
}

const kinds: readonly ClassKind[] = ['regular', 'preparatory', 'all'];

/**
 * The children of institutions under a profile. The classes of an institution and year add up to all its classes, and
 * that row is made where a part of it must be hidden, so that the institution as a whole can still be shown.
 */
export function* guardInstitutions(study: Study, profile: DisclosureProfile): PartSteps<GuardedInstitutions> {
  const parts = complementaryKeys(study.compositions);
  const hidden: Record<GuardReason, number> = {
    count: 0,
    complement: 0,
    dominance: 0,
    denominator: 0,
    secondary: 0,
  };
  const touched = new Set<string>();
  const compositions: Composition[] = [];
  let cells = 0;
  let roundedCells = 0;
  let beyondHelp = 0;
  for (const rows of bundles(study.compositions)) {
    const bundle = withWhole(rows);
    const keys = [...new Set(bundle.flatMap(({ counts }) => Object.keys(counts)))];
    const table = yield* hiddenUnder(profile, (stage) => tableOf(bundle, keys, parts, stage));
    beyondHelp += table.beyondHelp.length;
    const isMade = (row: Composition): boolean => !rows.includes(row);
    const hidesPart = bundle.some(
      (row, r) => !isMade(row) && cellsOf(r, keys).some((cell) => isHiddenNow(table, cell)),
    );
    bundle.forEach((row, r) => {
      if (isMade(row) && !hidesPart) return;
      const own = cellsOf(r, keys);
      for (const cell of own) {
        if (isMade(row) || Number.isNaN(table.values[cell]!)) continue;
        cells++;
        const reason = isHiddenNow(table, cell) ? reasonOfCode(table.state[cell]!) : null;
        if (!reason) continue;
        hidden[reason]++;
        touched.add(row.institution);
      }
      const { row: written, rounded: shownRounded } = write(row, own, keys, table, profile);
      roundedCells += shownRounded;
      compositions.push(written);
    });
    yield;
  }
  const isSame =
    compositions.length === study.compositions.length &&
    compositions.every((row, i) => row === study.compositions[i]);
  return {
    compositions: isSame ? study.compositions : compositions,
    report: { cells, hidden, institutions: touched.size },
    rounded: roundedCells,
    beyondHelp,
  };
}

/** Rows of one institution and year, in the order of their first. */
function bundles(rows: readonly Composition[]): readonly (readonly Composition[])[] {
  const found = new Map<string, Composition[]>();
  for (const row of rows) {
    const name = JSON.stringify([row.institution, row.year]);
    const bundle = found.get(name);
    if (bundle) bundle.push(row);
    else found.set(name, [row]);
  }
  return [...found.values()];
}

function withWhole(rows: readonly Composition[]): readonly Composition[] {
  const [regular, preparatory] = (['regular', 'preparatory'] as const).map((kind) =>
    rows.find(({ classKind }) => classKind === kind),
  );
  if (!regular || !preparatory || rows.some(({ classKind }) => classKind === 'all')) return rows;
  const keys = Object.keys(regular.counts).filter((key) => Object.hasOwn(preparatory.counts, key));
  const counts = keys.map((key) => [key, regular.counts[key]! + preparatory.counts[key]!] as const);
  return [
    ...rows,
    {
      institution: regular.institution,
      year: regular.year,
      classKind: 'all',
      total: regular.total + preparatory.total,
      counts: Object.fromEntries(counts),
    },
  ];
}

/** The total of a row, then its counts. */
function cellsOf(row: number, keys: readonly string[]): readonly number[] {
  return Array.from({ length: keys.length + 1 }, (_, k) => row * (keys.length + 1) + k);
}

function tableOf(
  rows: readonly Composition[],
  keys: readonly string[],
  parts: readonly (readonly string[])[],
  profile: DisclosureProfile,
): CellTable {
  const values = Float64Array.from(
    rows.flatMap(({ total, counts }) => [total, ...keys.map((key) => counts[key] ?? NaN)]),
  );
  const isSecret = rows.flatMap(({ secret }) => ['total', ...keys].map((key) => secret?.[key] !== undefined));
  const state = Uint8Array.from(values, (value, cell) =>
    Number.isNaN(value) ? (isSecret[cell] ? secretBefore : unknownBefore) : shown,
  );
  const hide = (cell: number, reason: GuardReason): void => {
    if (state[cell] === shown) state[cell] = reasonCode(reason);
  };
  const isFew = (value: number, minimum: number): boolean => value > 0 && value < minimum - 1e-6;
  rows.forEach((_, r) => {
    const [total, ...counts] = cellsOf(r, keys);
    const all = values[total!]!;
    if (isFew(all, profile.minimumCount)) hide(total!, 'count');
    for (const cell of counts) {
      const some = values[cell]!;
      // Whoever says no more than that it is too small does not say whether its counts would be, too.
      if (isFew(all, profile.minimumInstitution)) hide(cell, 'denominator');
      else if (isFew(some, profile.minimumCount)) hide(cell, 'count');
      else if (some > 0 && isFew(all - some, profile.minimumCount)) hide(cell, 'complement');
      else if (profile.dominance !== null && all > 0 && some / all >= profile.dominance)
        hide(cell, 'dominance');
    }
  });
  const ceilings = rows.map(({ total }, r) => {
    const [whole, ...own] = cellsOf(r, keys);
    return { parts: own, wholes: [whole!], all: [total] };
  });
  return { values, state, ceilings, sums: sumsOf(rows, keys, parts) };
}

function sumsOf(
  rows: readonly Composition[],
  keys: readonly string[],
  parts: readonly (readonly string[])[],
): Sums {
  const [regular, preparatory, all] = kinds.map((kind) =>
    rows.findIndex(({ classKind }) => classKind === kind),
  );
  const width = keys.length + 1;
  const list = new SumList();
  if (regular! >= 0 && preparatory! >= 0 && all! >= 0) {
    for (let k = 0; k < width; k++) {
      list.add([regular! * width + k, preparatory! * width + k], [all! * width + k]);
    }
  }
  rows.forEach((_, r) => {
    for (const set of parts) {
      if (!set.every((key) => keys.includes(key))) continue;
      list.add(
        set.map((key) => r * width + 1 + keys.indexOf(key)),
        [r * width],
      );
    }
  });
  return list.over(rows.length * width);
}

/** Counts that add up to all children in every row: girls and boys, languages. Found in the figures, up to four of them. */
function complementaryKeys(rows: readonly Composition[]): readonly (readonly string[])[] {
  const keys = [...new Set(rows.flatMap(({ counts }) => Object.keys(counts)))].slice(0, 24);
  const found: string[][] = [];
  const holds = (set: readonly string[]): boolean => {
    let complete = 0;
    for (const { counts, total } of rows) {
      const sum = set.reduce((all, key) => all + (counts[key] ?? NaN), 0);
      if (Number.isNaN(sum) || Number.isNaN(total)) continue;
      if (Math.abs(sum - total) > 1e-6) return false;
      complete++;
    }
    return complete >= 5;
  };
  const grow = (set: readonly string[], from: number): void => {
    if (set.length > 0 && holds(set)) found.push([...set]);
    if (set.length === 4) return;
    for (let k = from; k < keys.length; k++) grow([...set, keys[k]!], k + 1);
  };
  grow([], 0);
  return found;
}

function write(
  row: Composition,
  cells: readonly number[],
  keys: readonly string[],
  table: CellTable,
  { roundTo }: DisclosureProfile,
): { readonly row: Composition; readonly rounded: number } {
  const secret: Record<string, Sign> = { ...row.secret };
  const counts: Record<string, number> = { ...row.counts };
  let total = row.total;
  let changes = 0;
  let shownRounded = 0;
  let isHidden = false;
  ['total', ...keys].forEach((key, k) => {
    const cell = cells[k]!;
    const value = table.values[cell]!;
    const set = (to: number): void => {
      if (k === 0) total = to;
      else counts[key] = to;
    };
    if (isHiddenNow(table, cell)) {
      secret[key] = reasonOfCode(table.state[cell]!) === 'denominator' ? 'too-small' : 'secret';
      set(NaN);
      isHidden = true;
    } else if (!Number.isNaN(value)) {
      const to = rounded(value, roundTo);
      if (roundTo > 1) shownRounded++;
      if (to === value) return;
      set(to);
      changes++;
    }
  });
  if (!isHidden && changes === 0) return { row, rounded: shownRounded };
  return {
    row: { ...row, total, counts, ...(isHidden || row.secret ? { secret } : {}) },
    rounded: shownRounded,
  };
}
