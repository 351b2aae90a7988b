import { indexById } from '#stats/catalog.ts';
import { dissimilarity, expectedDissimilarity } from '#stats/indices/evenness/dissimilarity.ts';
import { gini } from '#stats/indices/evenness/gini.ts';
import { modifiedDissimilarity } from '#stats/indices/evenness/modified-dissimilarity.ts';
import { exposureTo } from '#stats/indices/exposure/exposure-to.ts';
import { interactionOf } from '#stats/indices/exposure/interaction.ts';
import { isolationOf } from '#stats/indices/exposure/isolation.ts';
import { locationQuotients } from '#stats/indices/local/location-quotient.ts';
import { entropy, normalizedEntropy } from '#stats/indices/multigroup/entropy.ts';
import type { TwoGroupTable } from '#stats/table.ts';
import { type Adapter, NotCovered } from '../adapter.ts';
import type { Entry } from '../case.ts';
import type { OracleInput } from '../input.ts';
import { inBase } from './labels.ts';

/** Indices of two groups that need nothing but the counts: code = id of the catalogue. */
const twoGroupCodes = ['D', 'G', 'H', 'A', 'eta2', 'GS', 'MinMax', 'xPx', 'xPy'] as const;
const manyGroupCodes = [
  'D_multi',
  'G_multi',
  'H_multi',
  'M',
  'P_multi',
  'R_multi',
  'C_multi',
  'simpson_interaction',
  'simpson_concentration',
] as const;

/** Exposure to the others, without the person itself. */
function exactExposure(index: string, table: TwoGroupTable): number {
  if (index === 'xPx') return isolationOf(table, { exact: true });
  if (index === 'xPy') return interactionOf(table, { exact: true });
  throw new NotCovered('variant without the person itself');
}

/** A group of its own, and not all others. */
const isNamed = (other: unknown): other is string => typeof other === 'string' && other !== 'rest';

/** Exposure to one of several other groups: among all persons, those of third groups included. */
function exposureToNamed(input: OracleInput, focal: Entry['focal'], other: string): number {
  return exposureTo(input.column(String(focal)), input.column(other), input.data.total);
}

/** Indices that need nothing but the counts. */
export const countAdapters: readonly Adapter[] = [
  ...twoGroupCodes.map(
    (index): Adapter => ({
      index,
      compute(input, { focal, params }) {
        if (params.exact === true) return exactExposure(index, input.two(focal, params));
        if (index === 'xPy' && isNamed(params.y)) return exposureToNamed(input, focal, params.y);
        const spec = indexById(index);
        if (spec.groups !== 'two') throw new Error(index);
        return spec.compute(input.two(focal, params), { atkinson: params.b as number | undefined });
      },
    }),
  ),
  ...manyGroupCodes.map(
    (index): Adapter => ({
      index,
      compute(input, { params }) {
        const spec = indexById(index);
        if (spec.groups !== 'many' || spec.scope !== 'global') throw new Error(index);
        const value = spec.compute(input.many(params));
        return index === 'M' ? inBase([value], params)[0] : value;
      },
    }),
  ),
  {
    index: 'E',
    compute(input, { params }) {
      const columns = input.columns(params);
      if (params.normalized === true) return normalizedEntropy(columns);
      return inBase([entropy(columns)], params)[0];
    },
  },
  {
    index: 'D_modified',
    compute(input, { focal, params }) {
      const { group, reference } = input.two(focal, params);
      return {
        D_expected_binomial: expectedDissimilarity(group, reference, 'binomial'),
        value: modifiedDissimilarity(group, reference),
      };
    },
  },
  {
    index: 'LQ',
    compute(input, { params }) {
      const { groups, total } = input.many(params);
      const quotients = groups.map((column) =>
        locationQuotients(
          column,
          total.map((all, i) => all - column[i]!),
        ),
      );
      return Array.from(total, (_, i) => quotients.map((values) => values[i]!));
    },
  },
  {
    index: 'D_pairwise',
    compute(input, { params }) {
      const columns = input.columns(params);
      return columns.map((a) => columns.map((b) => (a === b ? 0 : dissimilarity(a, b))));
    },
  },
  {
    index: 'G_pairwise',
    compute(input, { params }) {
      const columns = input.columns(params);
      return columns.map((a) => columns.map((b) => (a === b ? 0 : gini(a, b))));
    },
  },
  {
    index: 'xPy_matrix',
    compute(input, { params }) {
      const columns = input.columns(params);
      const { total } = input.many(params);
      return columns.map((a) => columns.map((b) => exposureTo(a, b, total)));
    },
  },
];
