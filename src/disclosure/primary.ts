import { type Ceiling, type CellTable, reasonCode, shown } from './cellTable.ts';
import type { Quotient } from './counted.ts';
import type { DisclosureProfile } from './profile.ts';
import type { Relations } from './relations.ts';
import type { GuardReason } from './report.ts';
import { columnsFound, type FindColumn, type YearColumn } from './yearColumns.ts';

/** Figures of a year of which some are to be hidden. */
type Cells = Pick<CellTable, 'values' | 'state'>;

export interface PrimarySuppression {
  readonly ceilings: readonly Ceiling[];
  /** Hides what a profile does not show by itself. */
  hide(table: Cells, profile: DisclosureProfile): void;
}

/** Counts lie a little beside whole numbers where they were estimated. */
export function isFew(value: number, minimum: number): boolean {
  return value > 0 && value < minimum - 1e-6;
}

/**
 * Primary suppression [primäre Geheimhaltung]: hides what must not be shown by itself. What does not depend on the
 * profile is worked out once, as a profile is built up from several.
 */
export function primarySuppression(
  columns: readonly YearColumn[],
  values: Float64Array,
  relations: Relations,
  find: FindColumn,
): PrimarySuppression {
  const levels = relations.levels.map(({ shares, changes }, observations) => ({
    quotients: relations.quotients.flatMap((quotient) => foundShare(quotient, observations, values, find)),
    published: [...shares, ...changes].flatMap(({ id, weight }) => {
      const column = find(observations, id);
      const people = find(observations, weight);
      return column && people ? [{ column, people }] : [];
    }),
  }));
  return {
    ceilings: levels.flatMap(({ quotients, published }) => [
      ...quotients.map(({ above, below, all }) => ({ parts: above, wholes: below, all })),
      ...published.flatMap(({ column, people }) =>
        column.kind === 'share'
          ? [
              {
                parts: [column.base],
                wholes: [people.base],
                all: values.subarray(people.base, people.base + people.n),
              },
            ]
          : [],
      ),
    ]),
    hide(table, profile) {
      // First: who says no more than that it is too small does not say whether its counts would be, too.
      for (const { quotients, published } of levels) {
        for (const share of quotients) hideSmall(table, share, profile);
        for (const { column, people } of published) hideSmallPublished(table, column, people, profile);
      }
      for (const { kind, base, n } of columns) {
        if (kind === 'change') continue;
        for (let cell = base; cell < base + n; cell++) {
          if (isFew(values[cell]!, profile.minimumCount)) hide(table, cell, 'count');
        }
      }
      for (const { quotients, published } of levels) {
        for (const share of quotients) hideShares(table, share, profile);
        for (const { column, people } of published) hidePublished(table, column, people, profile);
      }
    },
  };
}

function hide({ state }: Cells, cell: number, reason: GuardReason): void {
  if (state[cell] === shown) state[cell] = reasonCode(reason);
}

/** A share that everybody can work out: where its cases and its people begin in the table, and both sums per area. */
interface FoundShare {
  readonly above: readonly number[];
  readonly below: readonly number[];
  readonly some: Float64Array;
  readonly all: Float64Array;
  readonly canLeaveFew: boolean;
}

function foundShare(
  { numerator, denominator }: Quotient,
  observations: number,
  values: Float64Array,
  find: FindColumn,
): readonly FoundShare[] {
  const above = columnsFound(find, observations, numerator);
  const below = columnsFound(find, observations, denominator);
  if (!above || !below) return [];
  const { n } = above[0]!;
  // Where the whole is the sum of the parts and others, the others are figures of their own.
  const isInside = denominator.length > 1 && numerator.every((id) => denominator.includes(id));
  return [
    {
      above: above.map(({ base }) => base),
      below: below.map(({ base }) => base),
      some: summed(above, n, values),
      all: summed(below, n, values),
      canLeaveFew: !isInside,
    },
  ];
}

function summed(columns: readonly YearColumn[], n: number, values: Float64Array): Float64Array {
  const sums = new Float64Array(n);
  for (const { base } of columns) for (let a = 0; a < n; a++) sums[a]! += values[base + a]!;
  return sums;
}

function hideShares(
  table: Cells,
  { above, some, all, canLeaveFew }: FoundShare,
  profile: DisclosureProfile,
): void {
  for (let a = 0; a < all.length; a++) {
    const reason = reasonOf(some[a]!, all[a]!, profile, canLeaveFew);
    if (!reason) continue;
    for (const base of above) {
      if (reason !== 'complement' || table.values[base + a] !== 0) hide(table, base + a, reason);
    }
  }
}

function hideSmall(
  table: Cells,
  { above, all }: FoundShare,
  { minimumDenominator }: DisclosureProfile,
): void {
  for (let a = 0; a < all.length; a++) {
    if (!isFew(all[a]!, minimumDenominator)) continue;
    for (const base of above) hide(table, base + a, 'denominator');
  }
}

function hideSmallPublished(
  table: Cells,
  { base, n }: YearColumn,
  people: YearColumn,
  { minimumDenominator }: DisclosureProfile,
): void {
  for (let a = 0; a < n; a++) {
    if (isFew(table.values[people.base + a]!, minimumDenominator)) hide(table, base + a, 'denominator');
  }
}

function hidePublished(
  table: Cells,
  column: YearColumn,
  people: YearColumn,
  profile: DisclosureProfile,
): void {
  const { values, state } = table;
  const isShare = column.kind === 'share';
  for (let a = 0; a < column.n; a++) {
    const all = values[people.base + a]!;
    const cell = column.base + a;
    const isHidden = state[people.base + a] !== shown;
    const reason = isShare ? reasonOf(values[cell]!, all, profile, true) : null;
    if (reason) hide(table, cell, reason);
    else if (isHidden && isFew(all, profile.minimumCount)) hide(table, cell, 'count');
  }
}

function reasonOf(
  some: number,
  all: number,
  { minimumCount, dominance }: DisclosureProfile,
  canLeaveFew: boolean,
): GuardReason | null {
  if (canLeaveFew && isFew(all - some, minimumCount)) return 'complement';
  return dominance !== null && all > 0 && some / all >= dominance ? 'dominance' : null;
}
