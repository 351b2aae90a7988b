import { codedLabels } from '#stats/decomposition/labels.ts';
import { nestedDecomposition } from '#stats/decomposition/nested.ts';

/** To which district, form of school … every unit belongs. */
export interface UnitLevel {
  readonly name: string;
  /** One per unit. */
  readonly labels: readonly string[];
}

export interface UnitDecomposition {
  readonly M: number;
  readonly H: number;
  /** One per level and one for the units (`name` null): what lies between them within those before. Add up to M and H. */
  readonly steps: readonly {
    readonly name: string | null;
    readonly units: number;
    readonly M: number;
    readonly H: number;
  }[];
  /** Within each label of the first level: its own M and H, its share of the persons, and its part of the total M. */
  readonly within: readonly {
    readonly label: string;
    readonly share: number;
    readonly M: number;
    readonly H: number;
    readonly part: number;
  }[];
}

/**
 * M and H of units taken apart by level [verschachtelte Zerlegung].
 *
 * @param columns one per group. @param levels coarsest first, at least one.
 * @returns steps that add up to the total; the parts `within` and the first step add up to M.
 * NaN as `nestedDecomposition`. @throws as there.
 * Cost: linear. Source: as `nestedDecomposition`.
 */
export function decomposeUnits(
  columns: readonly Float64Array[],
  levels: readonly UnitLevel[],
): UnitDecomposition {
  const coded = levels.map(({ labels }) => codedLabels(labels));
  const codes = coded.map((level) => level.codes);
  const { M, H, steps } = nestedDecomposition(columns, codes);
  const inside = nestedDecomposition(columns, codes.slice(0, 1)).steps[1]?.within;
  return {
    M,
    H,
    steps: steps.map((step, k) => ({
      name: levels[k]?.name ?? null,
      units: coded[k]?.labels.length ?? columns[0]?.length ?? 0,
      M: step.M,
      H: step.H,
    })),
    within: Array.from(inside?.labels ?? [], (code, w) => {
      const [share, ownM, ownH] = [inside!.p[w]!, inside!.M[w]!, inside!.H[w]!];
      return { label: coded[0]!.labels[code]!, share, M: ownM, H: ownH, part: share > 0 ? share * ownM : 0 };
    }),
  };
}
