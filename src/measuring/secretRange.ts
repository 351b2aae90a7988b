import { areaValues, homeLevel } from '#model/aggregate.ts';
import { ancestorPositions, variableById } from '#model/lookup.ts';
import { signCode } from '#model/sign.ts';
import type { Level, Study } from '#model/study.ts';
import { type SuppressedCounts, suppressedRange } from '#stats/inference/suppressed-range.ts';
import type { SecretRange } from './answer.ts';
import type { GroupSelection } from './groupSelection.ts';
import { measuredIndices } from './measureIndex.ts';

/** Indices of counts alone, quick enough to be tried out thousands of times. */
export const rangedIndices: readonly string[] = ['D', 'H', 'xPx', 'xPy'];

/** Tables tried one by one, per index: ten secret counts at both their limits. More would be felt on the way through the years. */
const mostTables = 1024;

const SECRET = signCode('secret');
/** Kept back because a share would rest on too few people: any of them. */
const TOO_SMALL = signCode('too-small');

/**
 * Range of a measurement under secret counts [Spannweite bei geheimen Zahlen].
 *
 * A measurement leaves out areas whose count is secret. Here they are taken in: between which values an index must lie,
 * whatever the secret counts are.
 *
 * A secret count lies between 0 and what its area has room for – all of the universe, less the other group if that is
 * known – or between the limits that its publisher names (`Variable.secret`). A count kept back because its area has too
 * few people is secret, too, but has no limits.
 *
 * @param selection group and reference, of which one may be everyone else.
 * @param level whose areas are measured; secret counts of smaller areas are summed as ranges.
 * @returns null where no count is secret, and where both groups are in the same area, so that their ranges depend on each
 * other. Areas whose total is unknown, too, stay out. Ends as in `suppressedRange`: `exact`, `bound` or `reached`.
 * Cost: at most some three thousand values of four indices; nothing where no count is secret.
 * Source: see `suppressedRange`.
 */
export function secretRange(
  study: Study,
  level: Level,
  selection: GroupSelection,
  year: number,
): SecretRange | null {
  const found = openCounts(study, level, selection, year);
  if (!found) return null;
  const { counts, cells, used } = found;
  return {
    cells,
    used,
    ends: Object.fromEntries(
      measuredIndices
        .filter(({ id }) => rangedIndices.includes(id))
        .map((spec) => {
          const { low, high } = suppressedRange(counts, spec, { limit: mostTables });
          return [
            spec.id,
            { low: low.value, high: high.value, lowKind: low.kind, highKind: high.kind },
          ] as const;
        }),
    ),
  };
}

/** What a secret count may be where `room` persons are left. */
function limitsOf(study: Study, variable: string, sign: number, room: number): { from: number; to: number } {
  const named = sign === SECRET ? variableById(study, variable).secret : null;
  const published = named ?? { from: 0, to: room };
  const to = Math.min(room, published.to);
  return { from: Math.min(published.from, to), to };
}

interface OpenCounts {
  readonly counts: SuppressedCounts;
  /** Secret counts in it. */
  readonly cells: number;
  /** Areas with persons, or room for some. */
  readonly used: number;
}

/** The counts of a measurement as `groupCounts` has them, secret ones between their limits. */
function openCounts(
  study: Study,
  level: Level,
  { groups, universe, variables }: GroupSelection,
  year: number,
): OpenCounts | null {
  const home = homeLevel(study, level, variables, year);
  const up = home && ancestorPositions(study, home, level);
  const totals = home && areaValues(study, home.id, universe, year)?.values;
  if (!home || !up || !totals) return null;
  const own = groups.map((group) => group && areaValues(study, home.id, group.count, year));
  const rest = groups.indexOf(null);
  const n = level.keys.length;
  const column = () => groups.map(() => new Float64Array(n));
  const [low, high] = [column(), column()];
  const all = new Float64Array(n);
  let cells = 0;
  for (let a = 0; a < up.length; a++) {
    const to = up[a]!;
    const total = totals[a]!;
    if (to < 0 || Number.isNaN(total)) continue;
    const values = own.map((one) => (one ? one.values[a]! : 0));
    const isSecret = own.map((one) => one?.signs[a] === SECRET || one?.signs[a] === TOO_SMALL);
    if (values.some((value, g) => Number.isNaN(value) && !isSecret[g])) continue;
    const secrets = isSecret.filter(Boolean).length;
    if (secrets > 1) return null;
    cells += secrets;
    const named = values.reduce((sum, value, g) => sum + (isSecret[g] ? 0 : value), 0);
    const left = Math.max(0, total - named);
    const limits = isSecret.flatMap((is, g) =>
      is ? [limitsOf(study, groups[g]!.count, own[g]!.signs[a]!, left)] : [],
    )[0];
    groups.forEach((_, g) => {
      const known = g === rest ? left : values[g]!;
      const [least, most] = !limits
        ? [known, known]
        : isSecret[g]
          ? [limits.from, limits.to]
          : g === rest
            ? [left - limits.to, left - limits.from]
            : [known, known];
      low[g]![to]! += least;
      high[g]![to]! += most;
    });
    // With everyone else on the other side every person of the area is in one of both.
    all[to]! += rest >= 0 ? named + left : secrets > 0 ? NaN : named;
  }
  if (cells === 0) return null;
  return {
    counts: { low, high, totals: all },
    cells,
    used: high[0]!.reduce((sum, value, a) => sum + (value > 0 || high[1]![a]! > 0 ? 1 : 0), 0),
  };
}
