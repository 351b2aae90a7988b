import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Places } from '#stats/spec.ts';
import { type Kernel, kernels } from '#stats/weights/kernel.ts';
import { kernelWeights } from '#stats/weights/kernel-weights.ts';
import { localEnvironments } from '#stats/weights/local-environments.ts';
import { pairSums } from '#stats/weights/pair-sums.ts';
import { distanceBetween, lattice, placesOf, somePlaces, someRadius } from './places.ts';

function weightOf(kernel: Kernel, d: number, h: number): number {
  switch (kernel) {
    case 'uniform':
      return d <= h ? 1 : 0;
    case 'triangular':
      return Math.max(0, 1 - d / h);
    case 'biweight':
      return d <= h ? (1 - (d / h) ** 2) ** 2 : 0;
    case 'gaussian':
      return d <= 4 * h ? Math.exp(-((d / h) ** 2) / 2) : 0;
  }
}

/** Sums over all pairs, one by one. */
function allPairs(places: Places, radius: number, kernel: Kernel, column: Float64Array): number[] {
  return Array.from(column, (_, i) =>
    column.reduce((sum, f, j) => sum + weightOf(kernel, distanceBetween(places, i, j), radius) * f, 0),
  );
}

function columnsFor(size: number): readonly Float64Array[] {
  return [
    Float64Array.from({ length: size }, (_, i) => (i * 7919) % 101),
    Float64Array.from({ length: size }, (_, i) => ((i * 104729) % 997) / 8 + 1),
  ];
}

function expectClose(actual: ArrayLike<number>, reference: ArrayLike<number>): void {
  expect(actual.length).toBe(reference.length);
  let worst = 0;
  for (let i = 0; i < reference.length; i++) {
    const difference = Math.abs(actual[i]! - reference[i]!);
    worst = Math.max(
      worst,
      Number.isNaN(difference) ? Infinity : difference - 1e-11 * Math.abs(reference[i]!),
    );
  }
  expect(worst).toBeLessThanOrEqual(1e-9);
}

describe('local environments', () => {
  test('by hand: three places in a row', () => {
    const environments = localEnvironments(
      placesOf([
        [0, 0],
        [900, 0],
        [2000, 0],
      ]),
    );
    const people = Float64Array.of(10, 100, 1000);
    const sums = (kernel: Kernel, radius: number) => [
      ...environments.environment(radius, kernel).sums([people])[0]!,
    ];
    expect(sums('uniform', 900)).toEqual([110, 110, 1000]);
    expectClose(sums('triangular', 1000), [20, 101, 1000]);
    expectClose(sums('biweight', 2000), [
      10 + 100 * (1 - 0.45 ** 2) ** 2,
      100 + 10 * (1 - 0.45 ** 2) ** 2 + 1000 * (1 - 0.55 ** 2) ** 2,
      1000 + 100 * (1 - 0.55 ** 2) ** 2,
    ]);
  });

  test.each(kernels)(
    '%s: the sums over all pairs one by one, at one radius and at several at once',
    (kernel) => {
      fc.assert(
        fc.property(somePlaces, fc.array(someRadius, { minLength: 1, maxLength: 4 }), (places, radii) => {
          const columns = columnsFor(places.x.length);
          const environments = localEnvironments(places);
          const profile = radii.map(() => columns.map(() => new Float64Array(places.x.length)));
          environments.profile(columns, radii, kernel, (unit, sums) => {
            radii.forEach((_, r) => {
              columns.forEach((_column, c) => {
                profile[r]![c]![unit] = sums[r * columns.length + c]!;
              });
            });
          });
          radii.forEach((radius, r) => {
            const environment = environments.environment(radius, kernel);
            expect([...environment.diagonal!]).toEqual([...places.x].map(() => 1));
            environment.sums(columns).forEach((sums, c) => {
              const reference = allPairs(places, radius, kernel, columns[c]!);
              expectClose(sums, reference);
              expectClose(profile[r]![c]!, reference);
            });
          });
        }),
        { seed: 5, numRuns: 60 },
      );
    },
  );

  test('a lattice large enough for every way of summing: as the links of the same kernel', () => {
    const places = lattice(24, 30);
    const columns = columnsFor(720);
    for (const kernel of kernels) {
      for (const radius of [240, 1000, 3100]) {
        const matrix = kernelWeights(places, { kernel, bandwidth: radius, self: true });
        const links = pairSums(matrix).sums(columns);
        localEnvironments(places)
          .environment(radius, kernel)
          .sums(columns)
          .forEach((sums, c) => {
            expectClose(sums, links[c]!);
          });
      }
    }
  });

  test('scattered units, some far away, at radii of many cells', () => {
    const places = placesOf(
      Array.from({ length: 700 }, (_, k): [number, number] => [
        400_000 + ((k * 7919) % 10007) * (k % 50 === 0 ? 40 : 1),
        5_800_000 + ((k * 104_729) % 9973),
      ]),
    );
    const columns = columnsFor(700);
    for (const kernel of kernels) {
      for (const radius of [700, 4000]) {
        const sums = localEnvironments(places).environment(radius, kernel).sums(columns);
        columns.forEach((column, c) => {
          expectClose(sums[c]!, allPairs(places, radius, kernel, column));
        });
      }
    }
  });

  test('visits every unit once, in any order of the radii, also none', () => {
    const environments = localEnvironments(lattice(4, 5));
    const people = new Float64Array(20).fill(1);
    const seen: number[] = [];
    environments.profile([people], [1000, 250, 1000], 'uniform', (unit, sums) => {
      seen.push(unit);
      expect(sums[0]).toBe(sums[2]);
      expect(sums[1]).toBeLessThanOrEqual(5);
    });
    expect(seen.sort((a, b) => a - b)).toEqual([...people.keys()]);
    environments.profile([people], [], 'uniform', () => expect.unreachable());
    expect(
      localEnvironments(placesOf([]))
        .environment(1, 'biweight')
        .sums([new Float64Array(0)]),
    ).toEqual([new Float64Array(0)]);
  });

  test('refuses other lengths and radii that are none', () => {
    const environments = localEnvironments(lattice(2, 2));
    expect(() => environments.environment(0, 'uniform')).toThrow('invalid radius: 0');
    expect(() => environments.environment(NaN, 'uniform')).toThrow('invalid radius: NaN');
    const short = [new Float64Array(3)];
    expect(() => environments.environment(9, 'uniform').sums(short)).toThrow(
      'invalid length: 3 (expected 4)',
    );
    expect(() => environments.profile(short, [9], 'uniform', () => {})).toThrow(
      'invalid length: 3 (expected 4)',
    );
    expect(() => environments.profile(short, [9, -1], 'uniform', () => {})).toThrow('invalid radius: -1');
    const many = Array.from({ length: 256 }, (_, r) => r + 1);
    expect(() => environments.profile([], many, 'uniform', () => {})).toThrow('invalid radii: 256');
  });
});
