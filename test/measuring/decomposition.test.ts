import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecompositionRequest } from '#measuring/answer.ts';
import { decompose } from '#measuring/decomposition.ts';
import { measure } from '#measuring/measure.ts';
import type { Study } from '#model/study.ts';
import { manyGroupIndices } from '#stats/catalog.ts';
import { exampleLevel, observations } from '../model/exampleStudy.ts';
import { hundreds, mixed, planRequest, planStudy, split } from './planStudy.ts';

const ask = (parts: Partial<DecompositionRequest> = {}): DecompositionRequest => ({
  ...planRequest,
  from: null,
  ...parts,
});
const years = [
  { year: 2016, x: mixed, residents: hundreds },
  { year: 2018, x: mixed.map((x) => Math.round(x / 2)), residents: hundreds },
  { year: 2020, x: split, residents: hundreds },
];
const study = planStudy(years);

describe('the nested decomposition', () => {
  it('goes from the coarsest family to the areas themselves, and adds up', () => {
    const { nested, total } = decompose(planStudy([{ year: 2020, x: mixed, residents: hundreds }]), ask());
    expect(nested.map(({ family, units }) => [family, units])).toEqual([
      ['half', 2],
      ['district', 4],
      ['block', 16],
    ]);
    expect(nested.reduce((sum, step) => sum + step.M, 0)).toBeCloseTo(total.M, 12);
    expect(nested.reduce((sum, step) => sum + step.H, 0)).toBeCloseTo(total.H, 12);
  });

  it('puts all of it between districts where blocks do not differ inside them', () => {
    const { nested, total, within } = decompose(study, ask());
    // West and east differ, south and north do not.
    expect(nested[0]!.M).toBeCloseTo(0, 14);
    expect(nested[1]!.M).toBeCloseTo(total.M, 14);
    expect(nested[2]!.M).toBeCloseTo(0, 14);
    expect(within.map(({ key, share }) => [key, share])).toEqual([
      ['south', 0.5],
      ['north', 0.5],
    ]);
    for (const half of within) {
      expect(half.M).toBeCloseTo(total.M, 14);
      expect(half.part).toBeCloseTo(total.M / 2, 14);
    }
  });

  it('H of the total is that of the measurement', () => {
    const H = measure(study, ask()).indices.find(({ id }) => id === 'H')!.value;
    expect(decompose(study, ask()).total.H).toBeCloseTo(H, 12);
  });

  it('adds up whatever is missing (property)', () => {
    const cells = fc.array(fc.oneof(fc.nat(100), fc.constant('secret' as const)), {
      minLength: 16,
      maxLength: 16,
    });
    fc.assert(
      fc.property(cells, (x) => {
        const answer = decompose(planStudy([{ year: 2020, x, residents: hundreds }]), ask());
        fc.pre(answer.refusal === null && !Number.isNaN(answer.total.M));
        const between = answer.nested[0]!.M;
        const parts = answer.within.reduce((sum, { part }) => sum + (Number.isNaN(part) ? 0 : part), 0);
        expect(between + parts).toBeCloseTo(answer.total.M, 12);
        expect(answer.nested.reduce((sum, { M }) => sum + M, 0)).toBeCloseTo(answer.total.M, 12);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('has one step and says why at the coarsest family', () => {
    const { nested, within, reasons } = decompose(study, ask({ family: 'half' }));
    expect(nested.map(({ family }) => family)).toEqual(['half']);
    expect(within).toEqual([]);
    expect(reasons.nested).toBe('no-coarser-level');
  });
});

describe('the change', () => {
  it('is told from the first year of the vintage, or from the one asked for', () => {
    expect(decompose(study, ask()).change?.from).toBe(2016);
    expect(decompose(study, ask({ from: 2018 })).change?.from).toBe(2018);
    expect(decompose(study, ask({ from: 2018 })).structure?.from).toBe(2018);
  });

  it('adds up, for M and for D', () => {
    const { change, structure, total } = decompose(study, ask());
    const c = change!;
    expect(c.after).toBeCloseTo(total.M, 12);
    expect(c.removals + c.additions + c.groupMarginal + c.unitMarginal + c.structural).toBeCloseTo(
      c.after - c.before,
      12,
    );
    const s = structure!;
    const D = measure(study, ask());
    expect(s.after).toBeCloseTo(D.indices.find(({ id }) => id === 'D')!.value, 12);
    expect(s.before).toBeCloseTo(D.course[0]!.values.D!, 12);
    expect(s.spatial + s.composition).toBeCloseTo(s.after - s.before, 12);
  });

  it('is all marginal where everybody becomes twice as many', () => {
    const doubled = planStudy([
      { year: 2018, x: mixed, residents: hundreds },
      { year: 2020, x: mixed.map((x) => 2 * x), residents: hundreds.map((all) => 2 * all) },
    ]);
    const { change } = decompose(doubled, ask());
    for (const part of ['removals', 'additions', 'groupMarginal', 'unitMarginal', 'structural'] as const) {
      expect(change![part], part).toBeCloseTo(0, 10);
    }
  });

  it('of the first year there is none', () => {
    const { change, structure, reasons } = decompose(study, ask({ year: 2016 }));
    expect([change, structure]).toEqual([null, null]);
    expect(reasons).toMatchObject({ change: 'no-earlier-year', structure: 'no-earlier-year' });
    expect(decompose(study, ask({ from: 2020 })).reasons.change).toBe('no-earlier-year');
    expect(decompose(study, ask({ from: 1999 })).reasons.change).toBe('no-earlier-year');
  });

  describe('over a change of areas', () => {
    /** Sixteen blocks of now, of which the first two were one of two halves each before. */
    const redrawn = (weights: readonly number[]): Study => {
      const [block, ...others] = study.levels;
      const old = exampleLevel('block-old', [...block!.keys.slice(0, 15), 'a15-east', 'a15-west'], {
        family: 'block',
        validTo: 2017,
      });
      return {
        ...study,
        levels: [{ ...block!, validFrom: 2018 }, old, ...others],
        observations: [
          ...study.observations.map((one) => ({
            ...one,
            years: [2018, 2020],
            columns: Object.fromEntries(
              Object.entries(one.columns).map(([id, { values }]) => [
                id,
                { values: values.slice(16), signs: null },
              ]),
            ),
          })),
          observations('block-old', [2016], {
            x: [[...mixed.slice(0, 15), 40, 45]],
            residents: [[...hundreds.slice(0, 15), 50, 50]],
          }),
        ],
        crosswalks: [
          {
            from: 'block-old',
            to: 'block',
            fromKeys: old.keys,
            toKeys: [...block!.keys, 'a15'],
            weights: Float64Array.from(old.keys, (_, k) => weights[k] ?? 1),
            method: 'area',
          },
        ],
      };
    };

    it('is told where every area went into one of now as a whole', () => {
      const { change, structure } = decompose(redrawn([]), ask({ from: 2016 }));
      const plain = decompose(study, ask({ from: 2016 }));
      expect(change!.before).toBeCloseTo(plain.change!.before, 12);
      expect(change!.structural).toBeCloseTo(plain.change!.structural, 12);
      expect(structure!.before).toBeCloseTo(plain.structure!.before, 12);
      // Without being asked, only years of the same areas.
      expect(decompose(redrawn([]), ask()).change?.from).toBe(2018);
    });

    it('is refused where one was cut', () => {
      const { change, reasons } = decompose(redrawn([0.6]), ask({ from: 2016 }));
      expect(change).toBeNull();
      expect(reasons.change).toBe('other-areas');
    });
  });
});

describe('several groups', () => {
  const y = mixed.map((x) => Math.floor((100 - x) / 2));
  const z = mixed.map((_, a) => a % 5);
  const partition = planStudy([{ year: 2020, x: mixed, y, z, residents: hundreds }]);

  it('are measured together with everyone else', () => {
    const { many, reasons } = decompose(partition, ask());
    expect(many?.groups).toEqual(['x', 'y', 'z', 'rest']);
    expect(reasons.many).toBeNull();
    const rest = mixed.map((x, a) => 100 - x - y[a]! - z[a]!);
    const values = manyGroupIndices([mixed, y, z, rest]);
    for (const id of ['D_multi', 'H_multi', 'M']) {
      expect(many!.indices.find((one) => one.id === id)!.value, id).toBeCloseTo(values[id]!, 12);
    }
    for (const { id, value, reason } of many!.indices) {
      expect(reason === null, id).toBe(!Number.isNaN(value));
    }
  });

  it('are left out where they overlap, said or seen', () => {
    const groups = partition.groups.map((one) => (one.id === 'x' ? { ...one, overlaps: ['y'] } : one));
    expect(decompose({ ...partition, groups }, ask()).many?.groups).toEqual(['x', 'z', 'rest']);
    const seen = planStudy([{ year: 2020, x: mixed, y, z: hundreds, residents: hundreds }]);
    expect(decompose(seen, ask()).many?.groups).toEqual(['x', 'y', 'rest']);
  });

  it('are none in a study of one group', () => {
    const one = { ...partition, groups: partition.groups.slice(0, 1) };
    const { many, reasons } = decompose(one, ask());
    expect(many).toBeNull();
    expect(reasons.many).toBe('no-several-groups');
  });
});

it('a refusal is a refusal of all of it', () => {
  const answer = decompose(study, ask({ group: 'nobody' }));
  expect(answer).toMatchObject({
    refusal: 'unknown-group',
    nested: [],
    change: null,
    many: null,
    reasons: { nested: 'unknown-group', many: 'unknown-group' },
  });
});
