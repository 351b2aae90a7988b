import { describe, expect, it } from 'vitest';
import type { ComparisonRequest, MeasureRequest } from '#measuring/answer.ts';
import { beginComparison } from '#measuring/comparison.ts';
import { measure } from '#measuring/measure.ts';
import { finish } from '#stats/inference/stepper.ts';
import { hundreds, mixed, planRequest, planStudy, split } from './planStudy.ts';

const mild = mixed.map((x) => Math.round(40 + x / 5));
const study = planStudy([
  { year: 2018, x: mild, y: hundreds.map((_, a) => a % 7), residents: hundreds },
  { year: 2020, x: mixed, y: hundreds.map((_, a) => a % 5), residents: hundreds },
]);
const ask = (
  left: Partial<MeasureRequest>,
  right: Partial<MeasureRequest>,
  parts: Partial<ComparisonRequest> = {},
): ComparisonRequest => ({
  left: { ...planRequest, ...left },
  right: { ...planRequest, ...right },
  other: null,
  bootstraps: 199,
  permutations: 199,
  seed: 1,
  ...parts,
});

describe('two years', () => {
  const request = ask({ year: 2018 }, { year: 2020 });
  const answer = finish(beginComparison(study, null, request));

  it('stand side by side as they are measured, with the difference right − left', () => {
    expect(answer.left).toEqual(measure(study, request.left));
    expect(answer.right).toEqual(measure(study, request.right));
    for (const [k, { id, value }] of answer.right.indices.entries()) {
      const difference = value - answer.left.indices[k]!.value;
      if (Number.isNaN(difference)) expect(answer.differences[id]!.value).toBeNaN();
      else expect(answer.differences[id]!.value, id).toBe(difference);
    }
  });

  it('differ by more than chance where they do, also in space', () => {
    const { D, moran } = answer.differences;
    expect(D!.value).toBeGreaterThan(0.1);
    expect(D!.low).toBeGreaterThan(0);
    expect(D!.high).toBeGreaterThan(D!.low);
    expect(D!.p).toBe(2 / 200);
    expect(moran!.p).toBeGreaterThan(0);
  });

  it('do not where they do not', () => {
    const same = finish(beginComparison(study, null, ask({}, {})));
    expect(same.differences.D).toMatchObject({ value: 0, p: 1 });
    expect(same.differences.D!.low).toBeLessThan(0);
    expect(same.differences.D!.high).toBeGreaterThan(0);
  });

  it('are there before anything is drawn, and the same in whatever portions', () => {
    const stepper = beginComparison(study, null, request);
    const first = stepper.result();
    expect(first.left).toEqual(answer.left);
    expect(first.differences.D).toMatchObject({ value: answer.differences.D!.value, low: NaN, p: NaN });
    for (let size = 1; stepper.done < stepper.total; size += 31) stepper.step(size);
    expect(stepper.result()).toEqual(answer);
  });

  it('turn the sign when they change places', () => {
    const turned = finish(beginComparison(study, null, ask({ year: 2020 }, { year: 2018 })));
    expect(turned.differences.D!.value).toBe(-answer.differences.D!.value);
    expect(turned.differences.D!.high).toBeLessThan(0);
  });
});

describe('what is not exchangeable has no p, but limits', () => {
  it.each([
    ['two groups', ask({ group: 'x' }, { group: 'y' })],
    ['two levels', ask({ family: 'block' }, { family: 'district' })],
  ] as const)('%s', (_, request) => {
    const { differences } = finish(beginComparison(study, null, request));
    expect(differences.D!.p).toBeNaN();
    expect(differences.D!.low).toBeLessThan(differences.D!.high);
  });
});

describe('two cities', () => {
  const neighbour = { ...planStudy([{ year: 2020, x: split, residents: hundreds }]), id: 'neighbour' };
  const answer = finish(beginComparison(study, neighbour, ask({}, {}, { other: 'n-1' })));

  it('are each measured in their own study', () => {
    expect(answer.right).toEqual(measure(neighbour, planRequest));
    expect(answer.left).toEqual(measure(study, planRequest));
    expect(answer.request.other).toBe('n-1');
  });

  it('deal out their areas anew for the indices of counts, not for those of space', () => {
    expect(answer.differences.D!.p).toBeGreaterThan(0);
    expect(answer.differences.moran!.p).toBeNaN();
    expect(answer.differences.moran!.low).toBeLessThan(answer.differences.moran!.high);
  });
});

it('a refused side leaves no differences', () => {
  const answer = finish(beginComparison(study, null, ask({}, { group: 'nobody' })));
  expect(answer.right.refusal).toBe('unknown-group');
  expect(answer.left.refusal).toBeNull();
  expect(answer.differences).toEqual({});
});
