import { describe, expect, it } from 'vitest';
import type { UncertaintyRequest } from '#measuring/answer.ts';
import { measure } from '#measuring/measure.ts';
import { beginUncertainty } from '#measuring/uncertainty.ts';
import { finish } from '#stats/inference/stepper.ts';
import {
  exampleGroup,
  exampleLevel,
  exampleStudy,
  exampleVariable,
  observations,
} from '../model/exampleStudy.ts';

/** A row of squares; the shares are the counts of x in 100 each. */
function chain(x: readonly number[], located = true) {
  const square = (c: number) => ({
    type: 'Polygon' as const,
    coordinates: [
      [
        [c, 0],
        [c + 1, 0],
        [c + 1, 1],
        [c, 1],
        [c, 0],
      ].map(([a = 0, b = 0]) => [a * 0.01, b * 0.01]),
    ],
  });
  const keys = x.map((_, position) => `a${position}`);
  return exampleStudy({
    families: [{ id: 'fine', name: { de: 'f', en: 'f' }, plural: { de: 'f', en: 'f' } }],
    levels: [exampleLevel('fine', keys, located ? { geometries: x.map((_, c) => square(c)) } : {})],
    variables: [exampleVariable('x'), exampleVariable('residents')],
    groups: [exampleGroup('x')],
    observations: [observations('fine', [2020], { x: [x], residents: [x.map(() => 100)] })],
  });
}

const ask = (permutations: number, seed = 1): UncertaintyRequest => ({
  family: 'fine',
  year: 2020,
  group: 'x',
  reference: 'rest',
  neighbourhood: 'contiguity',
  radius: 1000,
  kernel: 'biweight',
  bootstraps: 0,
  permutations,
  seed,
});

/** p by trying every order: the share of orders with I at least (or at most) as large, on the side of the value. */
function exactP(x: readonly number[]): number {
  const moranOf = (values: readonly number[]) =>
    measure(chain(values), ask(0)).indices.find((index) => index.id === 'moran')!.value;
  const own = moranOf(x);
  const all = orders(x).map(moranOf);
  const above = all.filter((value) => value >= own - 1e-12).length;
  const below = all.filter((value) => value <= own + 1e-12).length;
  return Math.min(above, below) / all.length;
}

function orders(values: readonly number[]): readonly (readonly number[])[] {
  if (values.length <= 1) return [values];
  return values.flatMap((value, i) =>
    orders([...values.slice(0, i), ...values.slice(i + 1)]).map((rest) => [value, ...rest]),
  );
}

describe('the permutation test of a measurement', () => {
  it('agrees with trying every order', () => {
    for (const x of [
      [90, 80, 40, 20, 10],
      [90, 10, 80, 20, 40],
      [50, 55, 20, 90, 10],
    ]) {
      const { p } = finish(beginUncertainty(chain(x), ask(20_000))).indices.moran!;
      const exact = exactP(x);
      expect(Math.abs(p - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 20_000) + 0.001);
    }
  });

  it('gives the same p in whatever portions it runs, and another for another seed', () => {
    const study = chain([9, 8, 7, 20, 3, 2, 40, 4]);
    const whole = finish(beginUncertainty(study, ask(499))).indices.moran!.p;
    const portions = beginUncertainty(study, ask(499));
    for (let size = 1; portions.done < portions.total; size += 13) portions.step(size);
    expect(portions.done).toBe(499);
    expect(portions.result().indices.moran!.p).toBe(whole);
    expect(finish(beginUncertainty(study, ask(499, 2))).indices.moran!.p).not.toBe(whole);
  });

  it('can be read before its end', () => {
    const stepper = beginUncertainty(chain([9, 8, 7, 20, 3]), ask(100));
    expect(stepper.result().indices.moran!.p).toBeNaN();
    stepper.step(10);
    expect(stepper.result().permutations).toBe(10);
    expect(stepper.result().indices.moran!.p).toBeGreaterThan(0);
  });

  it('has no p where there is nothing to permute', () => {
    expect(finish(beginUncertainty(chain([9, 8], false), ask(99))).indices).toEqual({});
    expect(finish(beginUncertainty(chain([9, 8]), { ...ask(99), group: 'nobody' })).indices).toEqual({});
    expect(finish(beginUncertainty(chain([0, 0, 0]), ask(99))).indices.moran!.p).toBeNaN();
    expect(finish(beginUncertainty(chain([5, 5, 5]), ask(99))).indices.moran!.p).toBeNaN();
  });
});
