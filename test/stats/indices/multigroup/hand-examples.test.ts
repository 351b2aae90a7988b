import { expect, test } from 'vitest';
import { coefficientOfVariation } from '#stats/indices/multigroup/coefficient-of-variation.ts';
import { entropy, normalizedEntropy } from '#stats/indices/multigroup/entropy.ts';
import { multigroupDissimilarity } from '#stats/indices/multigroup/multigroup-dissimilarity.ts';
import { multigroupGini } from '#stats/indices/multigroup/multigroup-gini.ts';
import { multigroupInformation } from '#stats/indices/multigroup/multigroup-information.ts';
import { mutualInformation } from '#stats/indices/multigroup/mutual-information.ts';
import { normalizedExposure } from '#stats/indices/multigroup/normalized-exposure.ts';
import { relativeDiversity } from '#stats/indices/multigroup/relative-diversity.ts';
import { simpsonConcentration, simpsonInteraction } from '#stats/indices/multigroup/simpson.ts';

// three groups of 20, each alone in its unit but for a last unit that holds ten of each
const groups = [
  [10, 0, 0, 10],
  [0, 10, 0, 10],
  [0, 0, 10, 10],
];
const apart = [
  [20, 0, 0],
  [0, 20, 0],
  [0, 0, 20],
];

test('half the persons live mixed as the city, half apart', () => {
  // D: 30 of 60 persons in pure units, each with sum |p − 1/3| = 4/3; I = 2/3
  expect(multigroupDissimilarity(groups)).toBeCloseTo((30 * (4 / 3)) / (2 * 60 * (2 / 3)), 14);
  // pure units differ from each other by 2 and from the mixed one by 4/3
  const pairs = 6 * 10 * 10 * 2 + 6 * 10 * 30 * (4 / 3);
  expect(multigroupGini(groups)).toBeCloseTo(pairs / (2 * 60 * 60 * (2 / 3)), 14);
  expect(mutualInformation(groups)).toBeCloseTo(0.5 * Math.log(3), 14);
  expect(multigroupInformation(groups)).toBeCloseTo(0.5, 14);
  expect(relativeDiversity(groups)).toBeCloseTo(0.5, 14);
  expect(normalizedExposure(groups)).toBeCloseTo(0.5, 14);
  expect(coefficientOfVariation(groups)).toBeCloseTo(0.5, 14);
});

test('complete separation', () => {
  for (const index of [
    multigroupDissimilarity,
    multigroupGini,
    multigroupInformation,
    relativeDiversity,
    normalizedExposure,
    coefficientOfVariation,
  ]) {
    expect(index(apart), index.name).toBeCloseTo(1, 14);
  }
  expect(mutualInformation(apart)).toBeCloseTo(Math.log(3), 14);
});

test('a group without persons changes nothing', () => {
  const more = [...groups, [0, 0, 0, 0]];
  for (const index of [
    multigroupDissimilarity,
    multigroupGini,
    multigroupInformation,
    mutualInformation,
    relativeDiversity,
    normalizedExposure,
    coefficientOfVariation,
  ]) {
    expect(index(more), index.name).toBeCloseTo(index(groups), 14);
  }
});

test('diversity of three equal groups', () => {
  expect(entropy(groups)).toBeCloseTo(Math.log(3), 14);
  expect(normalizedEntropy(groups)).toBeCloseTo(1, 14);
  expect(normalizedEntropy([[1, 2]])).toBeNaN();
  expect(simpsonInteraction(groups)).toBeCloseTo(2 / 3, 14);
  expect(simpsonConcentration(groups)).toBeCloseTo(1 / 3, 14);
});
