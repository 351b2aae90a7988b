import { type Problem, problem } from '#model/result.ts';
import { joinedTexts } from '#model/text.ts';
import { figureName } from './figureName.ts';
import type { ImportPlan } from './plan.ts';
import type { PlanText } from './planText.ts';
import type { LevelFigure } from './reviewPlan.ts';

interface Pair {
  readonly name: PlanText;
  readonly part: readonly string[];
  readonly whole: readonly string[];
  readonly included: boolean;
}

/**
 * Shares and groups that are larger than what they are a part of, in some area: a problem where they are to be taken
 * over, else a note that says in which cell the reason stands.
 */
export function reviewParts(
  plan: ImportPlan,
  figures: readonly LevelFigure[],
): { readonly problems: readonly Problem[]; readonly notes: readonly Problem[] } {
  const problems: Problem[] = [];
  const notes: Problem[] = [];
  const known = new Map<string, LevelFigure>();
  for (const figure of figures) known.set(`${figure.level} ${figure.year} ${figure.variable}`, figure);
  const places = new Set(figures.map(({ level, year }) => `${level} ${year}`));
  const seen = new Set<string>();
  for (const { name, part, whole, included } of pairsOf(plan)) {
    const pair = JSON.stringify([part, whole]);
    if (seen.has(pair)) continue;
    seen.add(pair);
    for (const place of places) {
      const at = (id: string): LevelFigure | undefined => known.get(`${place} ${id}`);
      const larger = largerAreas(part.map(at), whole.map(at));
      const [key] = larger;
      if (key === undefined) continue;
      const params = { name, n: larger.length, key };
      const where = at(part[0] ?? '')?.at(key);
      if (included) problems.push(problem('plan-part-over-whole', params, where));
      else {
        const all = joinedTexts(
          whole.map((id) => figureName(plan, id)),
          ' + ',
        );
        notes.push(problem('plan-part-left-out', { ...params, whole: all }, where));
      }
      break;
    }
  }
  return { problems, notes };
}

/** Those to be taken over first: what is a problem of theirs is no note of another. */
function pairsOf({ indicators, groups }: ImportPlan): readonly Pair[] {
  const pairs = [
    ...indicators.flatMap(({ name, measure, included }): Pair[] =>
      measure.kind === 'share'
        ? [{ name, part: measure.numerator, whole: measure.denominator, included }]
        : [],
    ),
    ...groups.flatMap(({ name, scope, count, universe, included }): Pair[] =>
      scope === 'residents' ? [{ name, part: [count], whole: [universe], included }] : [],
    ),
  ];
  return pairs.sort((a, b) => Number(b.included) - Number(a.included));
}

function largerAreas(
  above: readonly (LevelFigure | undefined)[],
  below: readonly (LevelFigure | undefined)[],
): readonly string[] {
  const sumAt = (all: typeof above, key: string): number =>
    all.reduce((sum, one) => sum + (one?.values.get(key) ?? NaN), 0);
  return [...(above[0]?.values.keys() ?? [])].filter((key) => {
    const total = sumAt(below, key);
    return sumAt(above, key) > total + 1e-9 * Math.abs(total);
  });
}
