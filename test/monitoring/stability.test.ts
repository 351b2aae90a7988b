import { describe, expect, test } from 'vitest';
import type { Study } from '#model/study.ts';
import type { NeedRequest, StabilityRequest } from '#monitoring/answer.ts';
import { binomialDraw } from '#monitoring/binomialDraw.ts';
import { dirichletDraw } from '#monitoring/dirichletDraw.ts';
import { assessNeed } from '#monitoring/need.ts';
import { assessStability, beginStability, defaultStability } from '#monitoring/stability.ts';
import { randomStream } from '#stats/numeric/random.ts';
import { exampleIndicator } from '../model/exampleStudy.ts';
import { exampleCity, exampleProfile } from './exampleMonitoring.ts';

const text = { de: 'x', en: 'x' };
const request = (custom = exampleProfile()): NeedRequest => ({
  profile: 'example',
  custom,
  edition: 2020,
  thresholds: {},
});
const settings = (parts: Partial<StabilityRequest> = {}): StabilityRequest => ({
  ...defaultStability,
  draws: 400,
  ...parts,
});
const stable = (study: Study, custom = exampleProfile(), parts: Partial<StabilityRequest> = {}) => {
  const result = assessStability(study, request(custom), settings(parts));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

describe('assessStability', () => {
  const city = exampleCity({
    deep: { need: [3, 3, 3, 3] },
    edge: { need: [1, 1, 1, 1.05] },
    recovered: { need: [0, 0, 0, 0.95] },
    gap: { need: [3, 3, 3] },
  });

  test('an area far from every cut always stays; one 0.05 above a cut stays in three quarters of ± 0.1', () => {
    const [deep, edge] = stable(city, exampleProfile(), { draws: 4000 }).areas;
    expect(deep?.status.cuts).toBe(1);
    expect(deep?.weakest).toBeNull();
    // The cut at 1 moves uniformly in 0.9…1.1; the area at 1.05 falls below it with chance 0.25 (SD 0.007).
    expect(edge?.status.cuts).toBeCloseTo(0.75, 1);
    expect(Math.abs(edge!.status.cuts! - 0.75)).toBeLessThan(0.03);
    expect(edge?.weakest).toBe('cuts');
  });

  test('doubts that do not apply are missing: one indicator, no persons known, a MAD of 0', () => {
    expect(Object.keys(stable(city).areas[0]!.status)).toEqual(['cuts', 'robust', 'together']);
    const sd = exampleProfile({ reference: 'mean', spread: 'population-sd' });
    expect(Object.keys(stable(city, sd).areas[0]!.status)).toEqual(['cuts', 'together']);
  });

  test('not rated: null', () => {
    expect(stable(city).areas[3]).toBeNull();
  });

  test('hoch or mittel is no matter for the verdict, mittel or niedrig is', () => {
    const study = exampleCity({ high: { need: [0, 0, 0, -0.02] }, low: { need: [0, 0, 0, 1.02] } });
    const [high, low] = stable(study).areas;
    expect(high?.status.cuts).toBeLessThan(0.9);
    expect(high?.verdict.cuts).toBe(1);
    expect(low?.verdict.cuts).toBe(low?.status.cuts);
  });

  test('a doubtful verdict is watched, and only then', () => {
    const stability = stable(city);
    const verdictOf = (evidence: Parameters<typeof assessNeed>[2], thresholds = {}) => {
      const answer = assessNeed(city, { ...request(), thresholds }, evidence);
      return answer.ok && answer.value.areas.find((area) => area.area === 'recovered')?.verdict;
    };
    expect(stability.areas[2]?.verdict.together).toBeLessThan(0.95);
    expect(verdictOf({})).toBe('no-need');
    expect(verdictOf({ stability })).toBe('watch');
    expect(verdictOf({ stability }, { stability: 0.5 })).toBe('no-need');
  });

  test('the same seed gives the same figures, in portions of any size; another seed gives others', () => {
    const whole = stable(city);
    const begun = beginStability(city, request(), settings());
    if (!begun.ok) throw new Error('must begin');
    const stepper = begun.value;
    while (stepper.done < stepper.total) stepper.step(7);
    expect(stepper.result()).toEqual(whole);
    expect(stable(city, exampleProfile(), { seed: 2 }).areas[1]).not.toEqual(whole.areas[1]);
  });

  test('names the indicator without which the class tips', () => {
    const study = exampleCity({
      a: { need: [3, 3, 3, 3], newcomers: [2000, 2000, 2000, 2000] },
      b: { need: [3, 3, 3, 3] },
    });
    const custom = exampleProfile({
      indicators: [
        { id: 'need', name: text },
        { id: 'newcomers', name: text, weight: 0.5 },
      ],
      dynamics: null,
    });
    const [a, b] = stable(study, custom).areas;
    // a without need: 1.99, with the weight of both 2.985, still very low.
    expect(a?.tippedWithout).toEqual([]);
    // b has need alone: without it the newcomers, at the median, leave it at 0.
    expect(b?.tippedWithout).toEqual(['need']);
    expect(b?.status['leave-one-out']).toBe(0.5);
  });

  test('small numbers are noisier than large ones', () => {
    const areas = (residents: number) =>
      exampleCity({
        a: { need: [0, 0, 0, 0], newcomers: [10, 10, 10, residents * 0.02], residents },
      });
    const custom = exampleProfile({
      indicators: [{ id: 'newcomers', name: text }],
      status: {
        by: 'cuts',
        classes: ['mittel', 'niedrig'],
        cuts: [{ at: 0.005, equal: 'below' }],
      },
      dynamics: null,
    });
    const stays = (residents: number) => stable(areas(residents), custom).areas[0]!.status.noise!;
    expect(stays(1_000_000)).toBeGreaterThan(0.95);
    expect(stays(300)).toBeLessThan(0.8);
  });

  test('published shares get their noise from the part of the residents that the profile declares', () => {
    const base = exampleCity({ a: { need: [0.2, 0.2, 0.2, 0.2] } });
    const study = { ...base, indicators: [exampleIndicator('need', { kind: 'value', variable: 'need' })] };
    const custom = exampleProfile({
      indicators: [{ id: 'need', name: text, residentsBehind: 0.1 }],
      status: { by: 'cuts', classes: ['mittel', 'niedrig'], cuts: [{ at: 0.19, equal: 'below' }] },
    });
    const { noise } = stable(study, custom, { draws: 2000 }).areas[0]!.status;
    // Binomial(100, 0.2) ≥ 20 has chance 0.540.
    expect(Math.abs(noise! - 0.54)).toBeLessThan(0.05);
  });

  test('no draws are a programmer’s error', () => {
    expect(() => stable(city, exampleProfile(), { draws: 0 })).toThrow('invalid draws: 0');
  });

  test('problems of the request are passed on', () => {
    const result = assessStability(city, { ...request(), edition: 1990 }, settings());
    expect(result.ok).toBe(false);
  });
});

const moments = (draw: () => number, draws: number) => {
  const values = Array.from({ length: draws }, draw);
  const mean = values.reduce((sum, each) => sum + each, 0) / draws;
  return { mean, variance: values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / draws, values };
};

describe('binomialDraw', () => {
  test.each([
    [10, 0.3],
    [40, 0.9],
    [2000, 0.25],
    [2000, 0.75],
  ])('n = %d, p = %d: mean and variance, whole numbers within 0…n', (n, p) => {
    const random = randomStream(3);
    const { mean, variance, values } = moments(() => binomialDraw(random, n, p), 8000);
    const sd = Math.sqrt(n * p * (1 - p));
    expect(Math.abs(mean - n * p)).toBeLessThan((4 * sd) / Math.sqrt(8000));
    expect(variance / sd ** 2).toBeCloseTo(1, 1);
    expect(values.every((each) => Number.isInteger(each) && each >= 0 && each <= n)).toBe(true);
  });

  test('edges', () => {
    const random = randomStream(1);
    expect(binomialDraw(random, 0, 0.5)).toBe(0);
    expect(binomialDraw(random, 9, 0)).toBe(0);
    expect(binomialDraw(random, 9, 1)).toBe(9);
    expect(binomialDraw(random, NaN, 0.5)).toBeNaN();
    expect(binomialDraw(random, 9, NaN)).toBeNaN();
  });
});

describe('dirichletDraw', () => {
  test('mean m and variance m(1 − m)/(c + 1), the sum is kept', () => {
    const random = randomStream(5);
    const draws = Array.from({ length: 8000 }, () => dirichletDraw(random, [2, 1, 1, 0], 30));
    for (const draw of draws) expect(draw.reduce((sum, each) => sum + each, 0)).toBeCloseTo(4, 10);
    const { mean, variance } = moments(
      (
        (i) => () =>
          draws[i++]![0]! / 4
      )(0),
      8000,
    );
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance / (0.25 / 31)).toBeCloseTo(1, 1);
    expect(draws.every((draw) => draw[3] === 0)).toBe(true);
  });

  test('shapes below 1 too', () => {
    const random = randomStream(6);
    const { mean } = moments(() => dirichletDraw(random, [1, 3], 1)[0]! / 4, 8000);
    expect(mean).toBeCloseTo(0.25, 1);
  });

  test('a concentration of 0 is a programmer’s error', () => {
    expect(() => dirichletDraw(randomStream(1), [1], 0)).toThrow('invalid concentration: 0');
  });
});
