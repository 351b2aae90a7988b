import { describe, expect, test } from 'vitest';
import { aspatialManyGroupSpecs, indexById } from '#stats/catalog.ts';
import { geary } from '#stats/indices/clustering/geary.ts';
import { expectedMoran, moran, sharesOf } from '#stats/indices/clustering/moran.ts';
import { dissimilarity, expectedDissimilarity } from '#stats/indices/evenness/dissimilarity.ts';
import { gini } from '#stats/indices/evenness/gini.ts';
import { modifiedDissimilarity } from '#stats/indices/evenness/modified-dissimilarity.ts';
import { exposureTo } from '#stats/indices/exposure/exposure-to.ts';
import { locationQuotients } from '#stats/indices/local/location-quotient.ts';
import { entropy, normalizedEntropy } from '#stats/indices/multigroup/entropy.ts';
import { manyGroupTable, twoGroupTable } from '#stats/table.ts';
import { describeWithOracles } from '../realData.ts';
import {
  type Expected,
  fixtureCases,
  manyGroups,
  neighbourWeights,
  type OracleCase,
  openCases,
  twoGroups,
} from './oracleCases.ts';

const twoGroupCodes = ['D', 'G', 'H', 'A', 'eta2', 'GS', 'MinMax', 'xPx', 'xPy'];
const manyGroupCodes = aspatialManyGroupSpecs.map((spec) => spec.id).filter((id) => id !== 'E');

/** Our value in the shape of the reference value; undefined where the entry is a variant outside the catalogue. */
function ours(found: OracleCase, { index, focal, params }: Expected): unknown {
  const columns = manyGroups(found);
  const total = found.data.total;
  if (twoGroupCodes.includes(index)) {
    if (params.exact === true) return undefined;
    const named = params.groups as readonly [string, string] | undefined;
    const pair = named
      ? { group: found.data.groups[named[0]]!, reference: found.data.groups[named[1]]! }
      : twoGroups(found, focal!);
    const table = twoGroupTable(pair.group, pair.reference);
    const spec = indexById(index);
    return spec.groups === 'two' ? spec.compute(table, { atkinson: params.b as number | undefined }) : null;
  }
  if (manyGroupCodes.includes(index)) {
    const spec = indexById(index);
    return spec.groups === 'many' ? spec.compute(manyGroupTable(columns)) : null;
  }
  const share = (): Float64Array => {
    const { group, reference } = twoGroups(found, focal!);
    return sharesOf(twoGroupTable(group, reference), 'zero');
  };
  const weights = () =>
    neighbourWeights(String(params.weights).startsWith('knn6') ? found.spatial!.knn6! : found.spatial!.queen);
  switch (index) {
    case 'E':
      if (params.normalized === true) return normalizedEntropy(columns);
      return entropy(columns) / Math.log(typeof params.base === 'number' ? params.base : Math.E);
    case 'D_modified': {
      const { group, reference } = twoGroups(found, focal!);
      return {
        D_expected_binomial: expectedDissimilarity(group, reference, 'binomial'),
        value: modifiedDissimilarity(group, reference),
      };
    }
    case 'moran':
      return { I: moran(share(), weights()), EI: expectedMoran(total.length) };
    case 'geary':
      return { C: geary(share(), weights()) };
    case 'LQ': {
      const quotients = columns.map((column) =>
        locationQuotients(
          column,
          total.map((_, i) => sum(columns.map((other) => other[i]!)) - column[i]!),
        ),
      );
      return total.map((_, i) => quotients.map((values) => values[i]!));
    }
    case 'D_pairwise':
      return columns.map((a) => columns.map((b) => (a === b ? 0 : dissimilarity(a, b))));
    case 'G_pairwise':
      return columns.map((a) => columns.map((b) => (a === b ? 0 : gini(a, b))));
    case 'xPy_matrix': {
      const everybody = total.map((_, i) => sum(columns.map((column) => column[i]!)));
      return columns.map((a) => columns.map((b) => exposureTo(a, b, everybody)));
    }
    default:
      return undefined;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Deviations beyond the tolerance, in words; every number of our value must have its counterpart. */
function deviations(value: unknown, reference: unknown, { tolerance }: Expected, path = ''): string[] {
  if (typeof value === 'number') {
    if (reference === null) return Number.isNaN(value) ? [] : [`${path}: ${value} instead of undefined`];
    if (typeof reference !== 'number') return [`${path}: no reference value`];
    return Math.abs(value - reference) <= tolerance.abs + tolerance.rel * Math.abs(reference)
      ? []
      : [`${path}: ${value} instead of ${reference}`];
  }
  if (typeof value !== 'object' || value === null) return [`${path}: no value`];
  return Object.entries(value).flatMap(([key, part]) =>
    deviations(
      part,
      (reference as Record<string, unknown>)[key],
      { tolerance } as Expected,
      `${path}/${key}`,
    ),
  );
}

function compare(cases: readonly OracleCase[]): { compared: Map<string, number>; problems: string[] } {
  const compared = new Map<string, number>();
  const problems: string[] = [];
  for (const found of cases) {
    for (const entry of found.expected) {
      const value = ours(found, entry);
      if (value === undefined) continue;
      compared.set(entry.index, (compared.get(entry.index) ?? 0) + 1);
      const path = `${found.id} ${entry.index} ${entry.focal ?? ''} ${JSON.stringify(entry.params)}`;
      problems.push(...deviations(value, entry.value, entry, path));
    }
  }
  return { compared, problems };
}

describe('reference values that travel with the repository', () => {
  test('every value of the excerpts is reproduced within its tolerance', () => {
    const { compared, problems } = compare(fixtureCases());
    expect(problems).toEqual([]);
    expect(compared.get('D')).toBe(3);
    expect(compared.get('moran')).toBeGreaterThanOrEqual(3);
  });
});

describeWithOracles('all open reference values', () => {
  test('every value of the indices in the catalogue is reproduced within its tolerance', () => {
    const { compared, problems } = compare(openCases());
    expect(problems).toEqual([]);
    expect(Object.fromEntries(compared)).toEqual({
      D: 23,
      G: 22,
      H: 22,
      A: 66,
      eta2: 22,
      GS: 22,
      MinMax: 22,
      xPx: 22,
      xPy: 22,
      D_modified: 22,
      D_multi: 17,
      G_multi: 17,
      H_multi: 17,
      M: 17,
      P_multi: 17,
      R_multi: 17,
      C_multi: 17,
      E: 36,
      simpson_interaction: 17,
      simpson_concentration: 17,
      moran: 21,
      geary: 21,
      LQ: 17,
      D_pairwise: 17,
      G_pairwise: 17,
      xPy_matrix: 17,
    });
  });
});
