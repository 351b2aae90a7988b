import { signCode } from '#model/sign.ts';
import type { Study, Unit, Variable } from '#model/study.ts';
import type { LocalText } from '#model/text.ts';
import type { ListedDisclosureProfile } from './profile.ts';
import { asDelivered, standard } from './profiles.ts';

/** What the counts of people say about whether their publisher has protected them. */
export interface SmallNumbers {
  /** Counts of people, and how many of them are 1 or 2. */
  readonly counts: number;
  readonly small: number;
  /** Figures that their publisher kept secret. */
  readonly secret: number;
  /** All counts are multiples of it; null: they are not, or too few to tell. */
  readonly multipleOf: 10 | 5 | 3 | null;
  /** The variable with most counts of 1 and 2. */
  readonly most: { readonly variable: LocalText; readonly small: number } | null;
}

/** Whom the counts of these units are about could be somebody known by name. */
const personal: ReadonlySet<Unit> = new Set(['persons', 'children', 'households', 'cases']);
/** Fewer counts are multiples by chance. */
const leastCounts = 30;
const SECRET = signCode('secret');

/** Looks for counts of 1 and 2, for secret figures and for rounding. Dwellings and published shares are not looked at. */
export function smallNumbers(study: Study): SmallNumbers {
  const variables = study.variables.filter(isPersonal);
  const perVariable = new Map<Variable, number>();
  const [tens, fives, threes] = [tally(10), tally(5), tally(3)];
  let [counts, small, secret] = [0, 0, 0];
  const look = (value: number, isSecret: boolean): boolean => {
    if (isSecret) secret++;
    if (Number.isNaN(value)) return false;
    counts++;
    for (const multiple of [tens, fives, threes]) multiple.look(value);
    const isSmall = value > 0 && value < 3 - 1e-6;
    if (isSmall) small++;
    return isSmall;
  };
  for (const { columns } of study.observations) {
    for (const variable of variables) {
      const column = columns[variable.id];
      let own = 0;
      column?.values.forEach((value, cell) => {
        if (look(value, column.signs?.[cell] === SECRET)) own++;
      });
      perVariable.set(variable, (perVariable.get(variable) ?? 0) + own);
    }
  }
  for (const { total, counts: parts, secret: kept } of study.compositions) {
    look(total, kept?.total === 'secret');
    for (const [key, value] of Object.entries(parts)) look(value, kept?.[key] === 'secret');
  }
  const [first] = [...perVariable].sort(([, a], [, b]) => b - a);
  const multiple = [tens, fives, threes].find(({ holds }) => holds());
  return {
    counts,
    small,
    secret,
    multipleOf: multiple?.base ?? null,
    most: first && first[1] > 0 ? { variable: first[0].name, small: first[1] } : null,
  };
}

/** The profile to begin with: whoever has small counts before them should not have to know that they are a risk. */
export function proposedProfile({ small }: SmallNumbers): ListedDisclosureProfile {
  return small > 0 ? standard : asDelivered;
}

function isPersonal({ kind, unit, estimated }: Variable): boolean {
  return kind === 'count' && personal.has(unit) && !estimated;
}

function tally<B extends 3 | 5 | 10>(base: B) {
  let [multiples, others] = [0, 0];
  return {
    base,
    look(value: number): void {
      if (value === 0) return;
      if (value % base === 0) multiples++;
      else others++;
    },
    holds: (): boolean => others === 0 && multiples >= leastCounts,
  };
}
