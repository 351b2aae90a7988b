import {
  type CellTable,
  hidesAny,
  isHiddenNow,
  type ProtectedTable,
  reasonCode,
  shown,
} from './cellTable.ts';
import type { DisclosureProfile } from './profile.ts';
import { disclosureProfiles } from './profiles.ts';
import { protect } from './secondary.ts';
import type { PartSteps } from './steps.ts';

const SECONDARY = reasonCode('secondary');

/**
 * The figures with everything hidden that a profile asks for.
 *
 * Built up from smaller minimums, and from every listed profile that asks for less: whatever those hide stays hidden. So
 * a higher minimum, and a stricter listed profile, never show what a lower one did not.
 *
 * @param under what a profile hides by itself; a new table each time, over the same cells.
 */
export function hiddenUnder(profile: DisclosureProfile, under: Under): PartSteps<ProtectedTable> {
  return built(profile, under, new Map());
}

type Under = (profile: DisclosureProfile) => CellTable;

function* built(
  profile: DisclosureProfile,
  under: Under,
  done: Map<DisclosureProfile, CellTable>,
): PartSteps<ProtectedTable> {
  const last = under(profile);
  if (!profile.secondary || !hidesAny(last)) return { ...last, beyondHelp: [] };
  let carried: CellTable | null = null;
  let beyondHelp: readonly number[] = [];
  for (let minimum = Math.min(2, profile.minimumCount); minimum <= profile.minimumCount; minimum++) {
    const stage = { ...profile, minimumCount: minimum };
    const table = minimum === profile.minimumCount ? last : under(stage);
    if (carried) take(table, carried);
    for (const listed of disclosureProfiles) {
      if (!asksForLess(listed, stage)) continue;
      const less: CellTable = done.get(listed) ?? (yield* built(listed, under, done));
      done.set(listed, less);
      take(table, less);
    }
    beyondHelp = yield* protect(table, widthOf(stage));
    carried = table;
  }
  return { ...last, beyondHelp };
}

/** Between the least and the most that a hidden count may be: as far apart as the counts below the minimum, and one. */
export function widthOf({ minimumCount }: DisclosureProfile): number {
  return Math.max(1, minimumCount - 1);
}

/** Hides in `table` what is hidden in `other`. */
function take(table: CellTable, other: CellTable): void {
  for (let cell = 0; cell < table.state.length; cell++) {
    if (table.state[cell] === shown && isHiddenNow(other, cell)) table.state[cell] = SECONDARY;
  }
}

function asksForLess(one: DisclosureProfile, other: DisclosureProfile): boolean {
  const rules = ['minimumCount', 'minimumDenominator', 'minimumInstitution'] as const;
  const dominance = (profile: DisclosureProfile): number => profile.dominance ?? Infinity;
  return (
    (other.secondary || !one.secondary) &&
    rules.every((rule) => one[rule] <= other[rule]) &&
    dominance(one) >= dominance(other) &&
    (rules.some((rule) => one[rule] < other[rule]) || dominance(one) > dominance(other))
  );
}
