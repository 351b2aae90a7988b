import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Places } from '#stats/spec.ts';
import { type Kernel, kernels } from '#stats/weights/kernel.ts';
import { type LocalEnvironments, localEnvironments } from '#stats/weights/local-environments.ts';
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

/** The sums at every radius, per column and unit. */
function profileOf(
  environments: LocalEnvironments,
  columns: readonly Float64Array[],
  radii: readonly number[],
  kernel: Kernel,
): readonly (readonly Float64Array[])[] {
  const profile = radii.map(() => columns.map(() => new Float64Array(environments.size).fill(NaN)));
  environments.profile(columns, radii, kernel, (unit, r, sums) => {
    columns.forEach((_, c) => {
      profile[r]![c]![unit] = sums[c]!;
    });
  });
  return profile;
}

/** Some ten kilometres of units without order, every fiftieth far away. */
function scattered(size: number): Places {
  return placesOf(
    Array.from({ length: size }, (_, k): [number, number] => [
      400_000 + ((k * 7919) % 10_007) * (k % 50 === 0 ? 40 : 1),
      5_800_000 + ((k * 104_729) % 9973),
    ]),
  );
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
          const profile = profileOf(environments, columns, radii, kernel);
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

  test.each([
    ['a lattice', lattice(18, 24)],
    ['scattered units, some far away', scattered(400)],
  ])('%s, at radii of few and of many cells', (_, places) => {
    const columns = columnsFor(places.x.length);
    const environments = localEnvironments(places);
    const radii = [240, 1000, 2600, 4000];
    for (const kernel of kernels) {
      const references = radii.map((radius) =>
        columns.map((column) => allPairs(places, radius, kernel, column)),
      );
      const profile = profileOf(environments, columns, radii, kernel);
      radii.forEach((radius, r) => {
        const single = environments.environment(radius, kernel).sums(columns);
        columns.forEach((_column, c) => {
          expectClose(single[c]!, references[r]![c]!);
          expectClose(profile[r]![c]!, references[r]![c]!);
        });
      });
    }
  });

  test('visits every unit once, in any order of the radii, also none', () => {
    const environments = localEnvironments(lattice(4, 5));
    const people = new Float64Array(20).fill(1);
    const seen: string[] = [];
    environments.profile([people], [1000, 250, 1000], 'uniform', (unit, r, sums) => {
      seen.push(`${r} ${unit}`);
      if (r === 1) expect(sums[0]).toBeLessThanOrEqual(5);
      else expect(sums[0]).toBeGreaterThan(8);
    });
    expect(new Set(seen).size).toBe(60);
    expect(seen).toHaveLength(60);
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
