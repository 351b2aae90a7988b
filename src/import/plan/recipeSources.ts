import type { RecipeInput } from '../recipe/recipe.ts';
import { allSources } from './fileSources.ts';
import type { ImportPlan } from './plan.ts';

/** Where a figure comes from: the source to name first, and the others. */
export interface Origins {
  readonly source: string;
  readonly otherSources?: string[];
}

/** The sources a recipe names, and which of them each figure rests on. */
export class RecipeSources {
  readonly #byFigure: ReadonlyMap<string, readonly string[]>;
  readonly #used: readonly RecipeInput['sources'][number][];

  constructor(
    plan: ImportPlan,
    files: readonly RecipeInput['files'][number][],
    tables: RecipeInput['tables'],
  ) {
    const named = new Set(files.map(({ source }) => source));
    const all = allSources(plan);
    const used = all.filter(({ id }) => named.has(id));
    this.#used = (used.length > 0 ? used : all.slice(0, 1)).map((source) => ({ ...source }));
    this.#byFigure = sourcesOfFigures(files, tables);
  }

  /** Those that files come from; there is always one. */
  list(): RecipeInput['sources'] {
    return [...this.#used];
  }

  /** Of figures that are shown together, those of the first one first. */
  of(...figures: readonly string[]): Origins {
    const found = [...new Set(figures.flatMap((figure) => this.#byFigure.get(figure) ?? []))];
    const [source = this.#used[0]?.id ?? '', ...others] = found;
    return others.length > 0 ? { source, otherSources: others } : { source };
  }
}

/** Sources of each figure, that of its newest year first; of estimated ones those of their base too. */
function sourcesOfFigures(
  files: readonly RecipeInput['files'][number][],
  tables: RecipeInput['tables'],
): ReadonlyMap<string, readonly string[]> {
  const sourceOf = new Map(files.map(({ id, source }) => [id, source]));
  const readings = tables.flatMap(({ columns = {}, pivot, parts }) =>
    parts.flatMap((part) => {
      const specs = Object.entries({ ...columns, ...pivot?.variables, ...part.columns });
      return specs.map(([figure, spec]) => ({
        figure,
        source: sourceOf.get(part.file),
        year: part.year ?? Number.NEGATIVE_INFINITY,
        base: typeof spec === 'object' && spec !== null && 'of' in spec ? spec.of : undefined,
      }));
    }),
  );
  readings.sort((a, b) => (a.year === b.year ? 0 : b.year - a.year));
  const own = new Map<string, Set<string>>();
  const bases = new Map<string, Set<string>>();
  const add = (to: Map<string, Set<string>>, figure: string, id: string | undefined): void => {
    if (id !== undefined) to.set(figure, (to.get(figure) ?? new Set()).add(id));
  };
  for (const { figure, source, base } of readings) {
    add(own, figure, source);
    add(bases, figure, base);
  }
  return new Map(
    [...own].map(([figure, ids]) => {
      const below = [...(bases.get(figure) ?? [])].flatMap((base) => [...(own.get(base) ?? [])]);
      return [figure, [...new Set([...ids, ...below])]];
    }),
  );
}
