import type { Invariance, ManyGroupSpec, TwoGroupSpec } from '../../spec.ts';
import type { SpatialSegregation } from './environment-sums.ts';
import { familyOf } from './spatial-segregation.ts';

const citation = 'Reardon & O’Sullivan 2004';

interface Member {
  readonly dimension: 'evenness' | 'exposure';
  readonly range: readonly [number, number];
  readonly twoGroupInvariances: readonly Invariance[];
  readonly ofTwo: (family: SpatialSegregation) => number;
  readonly ofMany: (family: SpatialSegregation) => number;
}

/** P̃ of two groups is the isolation xP̃*x, of many the normalised exposure of all. */
const members = {
  H: {
    dimension: 'evenness',
    range: [-Infinity, 1],
    twoGroupInvariances: ['size', 'symmetry'],
    ofTwo: (family) => family.H,
    ofMany: (family) => family.H,
  },
  D: {
    dimension: 'evenness',
    range: [0, Infinity],
    twoGroupInvariances: ['size', 'symmetry'],
    ofTwo: (family) => family.D,
    ofMany: (family) => family.D,
  },
  R: {
    dimension: 'evenness',
    range: [-Infinity, 1],
    twoGroupInvariances: ['size', 'symmetry'],
    ofTwo: (family) => family.R,
    ofMany: (family) => family.R,
  },
  P: {
    dimension: 'exposure',
    range: [0, 1],
    twoGroupInvariances: ['size'],
    ofTwo: (family) => family.exposure[0]![0]!,
    ofMany: (family) => family.P,
  },
} as const satisfies Readonly<Record<string, Member>>;

/** Nothing is known in closed form of what chance does to environments: a simulation supplies it. */
const unknownExpectation = (): number => NaN;

function twoGroupSpec(letter: keyof typeof members): TwoGroupSpec {
  const { dimension, range, twoGroupInvariances, ofTwo }: Member = members[letter];
  return {
    id: `spatial_${letter}`,
    dimension,
    groups: 'two',
    scope: 'global',
    needs: ['radius'],
    range,
    direction: 'more',
    invariances: twoGroupInvariances,
    citation,
    compute: (table, context) => ofTwo(familyOf(table, context)),
    expected: unknownExpectation,
  };
}

function manyGroupSpec(letter: keyof typeof members): ManyGroupSpec {
  const { dimension, range, ofMany }: Member = members[letter];
  return {
    id: `spatial_${letter}_multi`,
    dimension,
    groups: 'many',
    scope: 'global',
    needs: ['radius'],
    range: letter === 'P' ? [-Infinity, 1] : range,
    direction: 'more',
    invariances: ['size', 'symmetry'],
    citation,
    compute: (table, context) => ofMany(familyOf(table, context)),
    expected: unknownExpectation,
  };
}

const letters = ['H', 'D', 'R', 'P'] as const;

/** `spatial_H`, `spatial_D`, `spatial_R`, `spatial_P`. */
export const spatialTwoGroupSpecs: readonly TwoGroupSpec[] = letters.map(twoGroupSpec);

/** `spatial_H_multi`, `spatial_D_multi`, `spatial_R_multi`, `spatial_P_multi`. */
export const spatialManyGroupSpecs: readonly ManyGroupSpec[] = letters.map(manyGroupSpec);
