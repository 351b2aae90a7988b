import { describe, expect, it } from 'vitest';
import { queenContiguity } from '#geo/contiguity.ts';
import type { UncertaintyRequest } from '#measuring/answer.ts';
import { measure } from '#measuring/measure.ts';
import { measuredIndices } from '#measuring/measureIndex.ts';
import { beginUncertainty } from '#measuring/uncertainty.ts';
import { moran } from '#stats/indices/autocorrelation/moran.ts';
import { finish } from '#stats/inference/stepper.ts';
import { sparseMatrix } from '#stats/weights/sparse.ts';
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
  const row = sparseMatrix(queenContiguity(chain(x).levels[0]!.geometries), 'row-standardised');
  const own = moran(x, row);
  const all = orders(x).map((values) => moran(values, row));
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
      const { p } = finish(beginUncertainty(chain(x), ask(1000))).indices.moran!;
      const exact = exactP(x);
      expect(Math.abs(p - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 1000) + 0.001);
    }
  });

  it('gives the same figures in whatever portions it runs, and others for another seed', () => {
    const study = chain([9, 8, 7, 20, 3, 2, 40, 4]);
    const request = { ...ask(199), bootstraps: 150 };
    const whole = finish(beginUncertainty(study, request));
    const portions = beginUncertainty(study, request);
    for (let size = 1; portions.done < portions.total; size += 13) {
      portions.step(size);
      // Reading on the way must not disturb what follows.
      portions.result();
    }
    expect(portions.done).toBe(portions.total);
    expect(portions.result()).toEqual(whole);
    expect(whole).toMatchObject({ bootstraps: 150, permutations: 199 });
    const other = finish(beginUncertainty(study, { ...request, seed: 2 }));
    expect(other.indices.D!.low).not.toBe(whole.indices.D!.low);
    expect(other.indices.moran!.p).not.toBe(whole.indices.moran!.p);
  });

  it('can be read before its end, first for a first look at all but the dear indices', () => {
    const stepper = beginUncertainty(chain([9, 8, 7, 20, 3, 12]), { ...ask(300), bootstraps: 300 });
    expect(stepper.result().indices.moran!.p).toBeNaN();
    const look = stepper.marks[2]!;
    expect(look).toBe(3 * 99);
    stepper.step(look);
    const first = stepper.result();
    expect([first.bootstraps, first.permutations]).toEqual([99, 99]);
    expect(first.indices.D!.high).toBeGreaterThan(first.indices.D!.low);
    expect(first.indices.moran!.p).toBeGreaterThan(0);
    expect(first.indices.SP!.low).toBeNaN();
    const end = finish(stepper);
    expect(end.indices.SP!.low).toBeLessThanOrEqual(end.indices.SP!.high);
  });

  it('says why where there is nothing to draw', () => {
    const flat = finish(beginUncertainty(chain([9, 8], false), ask(99))).indices;
    expect(flat.moran).toMatchObject({ reason: 'no-geometry', p: NaN });
    expect(flat.D!.p).toBeGreaterThan(0);
    expect(finish(beginUncertainty(chain([9, 8]), { ...ask(99), group: 'nobody' })).indices).toEqual({});
    const nobody = finish(beginUncertainty(chain([0, 0, 0]), ask(99))).indices;
    expect(nobody.moran).toMatchObject({ reason: 'group-absent', p: NaN });
    const alike = finish(beginUncertainty(chain([5, 5, 5]), ask(99))).indices;
    expect(alike.moran).toMatchObject({ reason: 'no-variation', p: NaN });
  });
});

describe('how sure a measurement is', () => {
  it('begins at no segregation where chance alone may have made the value, and not where it did not', () => {
    const intervals = (x: readonly number[]) =>
      finish(beginUncertainty(chain(x), { ...ask(199), bootstraps: 199 })).indices;
    const byChance = intervals([19, 21, 20, 22, 18, 20]);
    expect(byChance.D!.p).toBeGreaterThan(0.025);
    expect(byChance.D!.low).toBe(0);
    expect(byChance.H!.low).toBe(0);
    // exposure without segregation is the group's share, not 0
    expect(byChance.xPx!.low).toBeGreaterThan(0.1);
    const real = intervals([2, 5, 20, 60, 70, 90]);
    expect(real.D!.p).toBe(1 / 200);
    expect(real.D!.low).toBeGreaterThan(0.3);
  });

  const uneven = chain([90, 10, 85, 5, 95, 20, 80, 15]);
  const answer = finish(beginUncertainty(uneven, { ...ask(199), bootstraps: 400 }));
  const values = new Map(measure(uneven, ask(0)).indices.map((one) => [one.id, one]));

  it('sets limits around the values, none where there was no draw', () => {
    for (const spec of measuredIndices) {
      const { low, high, reason } = answer.indices[spec.id]!;
      const { value } = values.get(spec.id)!;
      if (Number.isNaN(value)) expect(reason, spec.id).not.toBeNull();
      else {
        expect(reason, spec.id).toBeNull();
        expect(low, spec.id).toBeLessThanOrEqual(high);
      }
    }
    const { D } = answer.indices;
    expect(D!.low).toBeLessThan(values.get('D')!.value);
    expect(D!.high).toBeGreaterThan(values.get('D')!.value);
    const none = finish(beginUncertainty(uneven, ask(99))).indices.D!;
    expect([none.low, none.high]).toEqual([NaN, NaN]);
  });

  it('finds uneven counts to be no chance, and even ones to be chance', () => {
    expect(answer.indices.D).toMatchObject({ p: 1 / 200, chance: 'persons' });
    expect(answer.indices.xPy).toMatchObject({ p: 1 / 200 });
    const even = chain([50, 51, 49, 50, 52, 48, 50, 50]);
    expect(finish(beginUncertainty(even, ask(199))).indices.D!.p).toBeGreaterThan(0.5);
  });

  it('takes the expectation in closed form where there is one, else the simulated one', () => {
    expect(answer.indices.D!.expected).toBe(values.get('D')!.expected);
    expect(values.get('D_adj')!.expected).toBeNaN();
    expect(answer.indices.D_adj!.expected).toBeLessThan(values.get('D')!.expected);
    expect(answer.indices.D!.corrected).toBe(values.get('D')!.corrected);
  });

  it('draws no intervals that would take too long', () => {
    const many = chain(Array.from({ length: 1001 }, (_, i) => (i * 37) % 100));
    const stepper = beginUncertainty(many, { ...ask(0), bootstraps: 2 });
    const { SP, D } = finish(stepper).indices;
    expect(SP).toMatchObject({ reason: 'too-dear', low: NaN });
    expect(D!.reason).toBeNull();
  });
});
