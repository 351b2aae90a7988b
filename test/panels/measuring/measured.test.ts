import { beforeAll, describe, expect, test } from 'vitest';
import { numbersOf } from '#i18n/numbers.ts';
import { measure } from '#measuring/measure.ts';
import { areaValues } from '#model/aggregate.ts';
import type { Study } from '#model/study.ts';
import { areaTable } from '#panels/measuring/areaTable.ts';
import { indexFigure } from '#panels/measuring/indexFigure.ts';
import { measuredMapOf, measuredOf } from '#panels/measuring/measured.ts';
import { measureRequest } from '#panels/measuring/requests.ts';
import { answerPending, answerReady } from '#state/actions/answers.ts';
import { defaultView } from '#state/defaults.ts';
import type { AppState } from '#state/state.ts';
import { createAppStore } from '#state/store.ts';
import type { MeasureMap } from '#state/view.ts';
import { musterstadtStudy } from '../musterstadt.ts';

let study: Study;
let state: AppState;

beforeAll(async () => {
  study = await musterstadtStudy();
  const asked = {
    ...createAppStore().getState(),
    study: { study, notes: [] },
    view: { ...defaultView(study), task: 'measure' },
  } as unknown as AppState;
  const request = measureRequest(asked);
  if (!request) throw new Error('nothing asked');
  const answer = measure(study, request);
  state = answerReady(answerPending(asked, 'measure', 'k'), 'measure', 'k', answer);
});

describe('the surplus in persons', () => {
  test('is the number living there less the number under the same share everywhere', () => {
    const { level, surplus, group, answer } = measuredOf(state)!;
    const own = areaValues(study, level.id, group.count, answer.request.year)!.values;
    const all = areaValues(study, level.id, group.universe, answer.request.year)!.values;
    const share = answer.groupTotal / (answer.groupTotal + answer.referenceTotal);
    for (const a of level.keys.keys()) {
      if (Number.isNaN(surplus[a]!)) continue;
      expect(surplus[a]!).toBeCloseTo(own[a]! - share * all[a]!, 6);
    }
  });

  test('adds up to nothing', () => {
    const { surplus } = measuredOf(state)!;
    expect(surplus.reduce((sum, one) => sum + (one || 0), 0)).toBeCloseTo(0, 6);
  });
});

describe('the map', () => {
  const mapOf = (measureMap: MeasureMap) => measuredMapOf({ ...state, view: { ...state.view, measureMap } })!;

  test('of contributions has round breaks, mirrored, one colour more than breaks', () => {
    const { breaks, colors } = mapOf('contribution');
    expect(breaks.map((one) => -one).reverse()).toEqual(breaks);
    expect(colors).toHaveLength(breaks.length + 1);
    for (const one of breaks) expect(Math.abs(one)).toBe(Number(Math.abs(one).toPrecision(2)));
  });

  test('of shares shows an amount: no break below zero, no colour for deviations', () => {
    const { breaks, colors } = mapOf('share');
    for (const one of breaks) expect(one).toBeGreaterThan(0);
    expect(colors).not.toContain(mapOf('contribution').colors[0]);
  });
});

test('areas go into a file with one line each, in percent and persons', () => {
  const table = areaTable(state)!;
  const { level } = measuredOf(state)!;
  expect(table.rows).toHaveLength(level.keys.length);
  for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
});

test('Moran and Geary are no parts of a hundred', () => {
  const numbers = numbersOf('de');
  expect(indexFigure(numbers, 'D').value(0.319)).toBe('31,9');
  expect(indexFigure(numbers, 'moran').value(0.2)).toBe('0,20');
  expect(indexFigure(numbers, 'geary').value(0.325)).toBe('0,33');
});
