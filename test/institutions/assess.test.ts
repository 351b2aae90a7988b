import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InstitutionRequest } from '#institutions/answer.ts';
import { assessInstitutions } from '#institutions/assess.ts';
import { binomialProbability } from '#stats/numeric/binomial.ts';
import { exampleGroup, exampleLevel, exampleVariable, observations } from '../model/exampleStudy.ts';
import { ask, figures, fourSchools, school } from './exampleSchools.ts';

describe('four schools', () => {
  const answer = assessInstitutions(fourSchools(), ask());

  it('are composed as by hand', () => {
    expect(answer).toMatchObject({ year: 2020, years: [2020], children: 400, share: 0.5 });
    expect(
      answer.rows.map((row) => [row.institution, row.total, row.count, row.share, row.deviation]),
    ).toEqual([
      ['A', 100, 10, 0.1, -0.4],
      ['B', 100, 20, 0.2, -0.3],
      ['C', 100, 80, 0.8, 0.30000000000000004],
      ['D', 100, 90, 0.9, 0.4],
    ]);
  });

  it('have D 0.7, isolation, and most children among their own', () => {
    expect(answer.indices.D).toBeCloseTo(0.7, 14);
    expect(answer.indices.xPx).toBeCloseTo((1 + 4 + 64 + 81) / 200, 14);
    expect(answer.majority).toEqual({ group: 0.85, rest: 0.15 });
  });

  it('have the D that chance alone would make, exactly', () => {
    // Four times 100 draws at p = 0.5: E|K − 50| each, over 2 T P (1 − P).
    let deviation = 0;
    for (let k = 0; k <= 100; k++) deviation += binomialProbability(k, 100, 0.5) * Math.abs(k - 50);
    const expected = (4 * deviation) / (2 * 400 * 0.25);
    expect(answer.indices.expectedD).toBeCloseTo(expected, 10);
    expect(answer.indices.correctedD).toBeCloseTo((0.7 - expected) / (1 - expected), 10);
  });

  it('all stand outside the funnel', () => {
    expect(answer.rows.map((row) => row.standing)).toEqual(['below', 'below', 'above', 'above']);
    expect(answer.standings).toEqual({ above: 2, below: 2, within: 0 });
  });

  it('have a funnel to draw, from one child to the largest school', () => {
    const { sizes, low95, high95, low998, high998 } = answer.funnel;
    expect(sizes[0]).toBe(1);
    expect(sizes.at(-1)).toBe(100);
    expect([low998[0], high998[0]]).toEqual([0, 1]);
    for (let i = 0; i < sizes.length; i++) {
      if (i > 0) expect(sizes[i]).toBeGreaterThan(sizes[i - 1]!);
      const order = [low998[i]!, low95[i]!, 0.5, high95[i]!, high998[i]!];
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
    // 100 fair coins: 34 or fewer come up about once in 1100 times, 35 about once in 570.
    expect(low998.at(-1)).toBeGreaterThan(0.34);
    expect(low998.at(-1)).toBeLessThan(0.35);
  });
});

describe('thresholds', () => {
  const standings = (method: InstitutionRequest['threshold']['method'], value = 0) =>
    assessInstitutions(fourSchools(), ask({ threshold: { method, value } })).rows.map((row) => row.standing);

  it('by points count from the distance itself on', () => {
    expect(standings('points', 0.3)).toEqual(['below', 'below', 'above', 'above']);
    expect(standings('points', 0.31)).toEqual(['below', 'within', 'within', 'above']);
  });

  it('by standard deviations', () => {
    // Shares 0.1 0.2 0.8 0.9 around 0.5: SD = sqrt(0.125) = 0.354.
    expect(standings('sd', 1)).toEqual(['below', 'within', 'within', 'above']);
    expect(standings('sd', 0.8)).toEqual(['below', 'below', 'above', 'above']);
    expect(standings('sd', 1.2)).toEqual(['within', 'within', 'within', 'within']);
  });

  it('by an own share: nothing stands below', () => {
    expect(standings('absolute', 0.8)).toEqual(['within', 'within', 'above', 'above']);
    expect(standings('absolute', 0.2)).toEqual(['within', 'above', 'above', 'above']);
  });

  it('by the funnel depend on the size of the school', () => {
    const study = fourSchools({
      compositions: [
        figures('A', 10, 8),
        figures('B', 100, 80),
        figures('C', 400, 200),
        figures('D', 110, 22),
      ],
    });
    const of = (method: 'funnel-95' | 'funnel-998') =>
      assessInstitutions(study, ask({ threshold: { method, value: 0 } })).rows.map((row) => row.standing);
    expect(of('funnel-998')).toEqual(['within', 'above', 'within', 'below']);
    const middle = fourSchools({
      compositions: [figures('A', 100, 61), figures('B', 100, 39), figures('C', 400, 200)],
    });
    const both = (method: 'funnel-95' | 'funnel-998') =>
      assessInstitutions(middle, ask({ threshold: { method, value: 0 } })).rows.map((row) => row.standing);
    expect(both('funnel-95')).toEqual(['above', 'below', 'within']);
    expect(both('funnel-998')).toEqual(['within', 'within', 'within']);
  });

  it('of the funnel are those of the exact tails (property)', () => {
    const tail = (n: number, p: number, from: number, to: number) => {
      let sum = 0;
      for (let k = from; k <= to; k++) sum += binomialProbability(k, n, p);
      return sum;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.nat(60),
        fc.integer({ min: 5, max: 95 }),
        (n, k, percent) => {
          const count = Math.min(n, k);
          // A huge second school fixes the share of the whole.
          const rest = 1_000_000 - n;
          const whole = percent * 10_000 - count;
          const study = fourSchools({ compositions: [figures('A', n, count), figures('B', rest, whole)] });
          const p = percent / 100;
          const { standing } = assessInstitutions(study, ask()).rows[0]!;
          const expected =
            tail(n, p, count, n) < 0.001 ? 'above' : tail(n, p, 0, count) < 0.001 ? 'below' : 'within';
          expect(standing).toBe(expected);
        },
      ),
      { seed: 1 },
    );
  });
});

describe('the selection', () => {
  const study = fourSchools({
    institutions: [
      school('A'),
      school('B', { provider: 'church', position: null }),
      school('C', { form: 'grammar' }),
      school('D', { form: 'kita' }),
      school('E'),
    ],
  });
  const ids = (parts: Partial<InstitutionRequest>) =>
    assessInstitutions(study, ask(parts)).rows.map((row) => row.institution);

  it('follows kind, form and provider', () => {
    expect(ids({})).toEqual(['A', 'B', 'C']);
    expect(ids({ kind: 'kita' })).toEqual(['D']);
    expect(ids({ form: 'primary' })).toEqual(['A', 'B']);
    expect(ids({ provider: 'public' })).toEqual(['A', 'C']);
    expect(ids({ provider: 'independent', form: 'primary' })).toEqual(['B']);
  });

  it('lists what it cannot show: no figures, no position', () => {
    const answer = assessInstitutions(study, ask());
    expect(answer.withoutFigures).toEqual(['E']);
    expect(answer.withoutPosition).toEqual(['B']);
  });

  it('is held against its own share, not the city’s', () => {
    expect(assessInstitutions(study, ask({ form: 'primary' })).share).toBe(0.15);
  });
});

describe('class kinds', () => {
  const of = (compositions: ReturnType<typeof figures>[]) =>
    assessInstitutions(fourSchools({ institutions: [school('A')], compositions }), ask()).rows[0];

  it('are summed where no row for all classes is published', () => {
    expect(
      of([figures('A', 80, 20, 2020, 'regular'), figures('A', 20, 20, 2020, 'preparatory')]),
    ).toMatchObject({
      total: 100,
      count: 40,
      preparatory: 20,
    });
  });

  it('do not count twice beside a row for all classes', () => {
    expect(of([figures('A', 100, 40), figures('A', 20, 20, 2020, 'preparatory')])).toMatchObject({
      total: 100,
      count: 40,
      preparatory: 20,
    });
    expect(of([figures('A', 100, 40), figures('A', 85, 25, 2020, 'regular')])).toMatchObject({
      total: 100,
      preparatory: 15,
    });
  });

  it('stand in for a row for all classes that lacks the group', () => {
    expect(
      of([
        figures('A', 100, null),
        figures('A', 80, 20, 2020, 'regular'),
        figures('A', 20, 20, 2020, 'preparatory'),
      ]),
    ).toMatchObject({ total: 100, count: 40 });
  });

  it('give no figures while one of them is not published', () => {
    expect(
      of([figures('A', 80, 20, 2020, 'regular'), figures('A', 20, null, 2020, 'preparatory')]),
    ).toBeUndefined();
    expect(of([figures('A', 100, Number.NaN)])).toBeUndefined();
  });

  it('are split by group, also where only the regular classes are published beside all', () => {
    expect(of([figures('A', 100, 40), figures('A', 20, 18, 2020, 'preparatory')])).toMatchObject({
      preparatoryCount: 18,
    });
    expect(of([figures('A', 100, 40), figures('A', 85, 27, 2020, 'regular')])).toMatchObject({
      preparatory: 15,
      preparatoryCount: 13,
    });
    expect(of([figures('A', 100, 40), figures('A', 20, null, 2020, 'preparatory')])).toMatchObject({
      preparatory: 20,
      preparatoryCount: null,
    });
  });

  it('add up over the institutions that publish them', () => {
    const answer = assessInstitutions(
      fourSchools({
        compositions: [
          figures('A', 100, 40),
          figures('A', 20, 20, 2020, 'preparatory'),
          figures('B', 50, 10),
          figures('B', 50, 10, 2020, 'regular'),
          figures('C', 70, 10),
        ],
      }),
      ask(),
    );
    expect(answer.preparatory).toEqual({ institutions: 1, children: 20, of: 150 });
    expect(assessInstitutions(fourSchools(), ask()).preparatory).toBeNull();
  });

  it('leave the number of preparatory children open where nothing says it', () => {
    expect(of([figures('A', 100, 40)])?.preparatory).toBeNull();
    expect(of([figures('A', 100, 40, 2020, 'regular')])?.preparatory).toBeNull();
  });
});

describe('years', () => {
  const study = fourSchools({
    compositions: [
      figures('A', 100, 10, 2018),
      figures('B', 100, 90, 2018),
      figures('A', 100, 50, 2021),
      figures('B', 100, 50, 2021),
      figures('C', 100, null, 2022),
    ],
  });

  it('are the newest up to the one asked for, else the first', () => {
    const yearOf = (year: number) => assessInstitutions(study, ask({ year })).year;
    expect([2017, 2018, 2020, 2021, 2030].map(yearOf)).toEqual([2018, 2018, 2018, 2021, 2021]);
  });

  it('all stand in the course', () => {
    const { years, course } = assessInstitutions(study, ask({ year: 2021 }));
    expect(years).toEqual([2018, 2021]);
    expect(course).toEqual([
      { year: 2018, D: 0.8, xPx: 0.82, share: 0.5 },
      { year: 2021, D: 0, xPx: 0.5, share: 0.5 },
    ]);
  });
});

describe('edges', () => {
  it('no figures at all: everything is listed, nothing is a zero', () => {
    const answer = assessInstitutions(fourSchools({ compositions: [] }), ask());
    expect(answer.year).toBeNaN();
    expect(answer.share).toBeNaN();
    expect(answer.rows).toEqual([]);
    expect(answer.withoutFigures).toEqual(['A', 'B', 'C', 'D']);
    expect(answer.indices.D).toBeNaN();
    expect(answer.majority.group).toBeNaN();
    expect(answer.course).toEqual([]);
    expect(answer.funnel.sizes).toHaveLength(0);
    expect(answer.standings).toEqual({ above: 0, below: 0, within: 0 });
  });

  it('one institution: a share, but no segregation', () => {
    const answer = assessInstitutions(
      fourSchools({ compositions: [figures('A', 100, 30)] }),
      ask({ threshold: { method: 'sd', value: 1 } }),
    );
    expect(answer.share).toBe(0.3);
    expect(answer.indices.D).toBeNaN();
    expect(answer.indices.correctedD).toBeNaN();
    expect(answer.rows[0]).toMatchObject({ deviation: 0, standing: 'within' });
  });

  it('a group nobody belongs to, and one everybody belongs to', () => {
    const none = assessInstitutions(
      fourSchools({ compositions: [figures('A', 100, 0), figures('B', 50, 0)] }),
      ask(),
    );
    expect(none.share).toBe(0);
    expect(none.indices.D).toBeNaN();
    expect(none.indices.xPx).toBeNaN();
    expect(none.majority).toEqual({ group: Number.NaN, rest: 0 });
    expect(none.standings.within).toBe(2);
    const all = assessInstitutions(
      fourSchools({ compositions: [figures('A', 100, 100), figures('B', 50, 50)] }),
      ask(),
    );
    expect(all.majority).toEqual({ group: 1, rest: Number.NaN });
    expect(all.indices.xPx).toBe(1);
    expect(all.standings.within).toBe(2);
  });

  it('exactly half is no majority', () => {
    const answer = assessInstitutions(fourSchools({ compositions: [figures('A', 100, 50)] }), ask());
    expect(answer.majority).toEqual({ group: 0, rest: 0 });
  });

  it('an institution without children is listed as one without figures', () => {
    const answer = assessInstitutions(
      fourSchools({ compositions: [figures('A', 0, 0), figures('B', 50, 5)] }),
      ask(),
    );
    expect(answer.rows.map((row) => row.institution)).toEqual(['B']);
    expect(answer.withoutFigures).toContain('A');
  });

  it('an unknown group is an error of the caller', () => {
    expect(() => assessInstitutions(fourSchools(), ask({ group: 'x' }))).toThrow('invalid group: x');
  });
});

describe('the residents beside them', () => {
  const study = (twin: string | null) =>
    fourSchools({
      families: ['district', 'fine'].map((id) => ({
        id,
        name: { de: id, en: id },
        plural: { de: id, en: id },
      })),
      levels: [exampleLevel('district', ['1']), exampleLevel('fine', ['a', 'b', 'c'])],
      variables: [exampleVariable('x'), exampleVariable('residents')],
      groups: [
        exampleGroup('ndh', { scope: 'institutions', residentTwin: twin }),
        exampleGroup('x', { count: 'x' }),
      ],
      observations: [
        observations('fine', [2018, 2021], {
          x: [
            [10, 30, 'secret'],
            [20, 20, 20],
          ],
          residents: [
            [40, 40, 40],
            [40, 40, 40],
          ],
        }),
      ],
    });

  it('are the twin group at the finest level that knows it, in the newest year up to the figures’', () => {
    expect(assessInstitutions(study('x'), ask()).residents).toEqual({
      group: 'x',
      level: 'fine',
      year: 2018,
      D: 0.5,
      xPx: 0.625,
      share: 0.5,
    });
  });

  it('are not there without a twin', () => {
    expect(assessInstitutions(study(null), ask()).residents).toBeNull();
    expect(assessInstitutions(study('nobody'), ask()).residents).toBeNull();
  });
});

it('leaves all institutions without figures where a study has no group of institutions', () => {
  const study = { ...fourSchools(), groups: [] };
  const answer = assessInstitutions(study, { ...ask(), group: '' });
  expect(answer.rows).toEqual([]);
  expect(answer.withoutFigures).toEqual(['A', 'B', 'C', 'D']);
  expect([answer.years, answer.withheld, answer.residents]).toEqual([[], [], null]);
  expect([answer.year, answer.share, answer.indices.D]).toEqual([NaN, NaN, NaN]);
});
