import { beforeAll, describe, expect, test } from 'vitest';
import type { Study } from '#model/study.ts';
import {
  comparisonRequest,
  decompositionRequest,
  localRequest,
  measureRequest,
  profileRequest,
  radii,
  uncertaintyRequest,
} from '#panels/measuring/requests.ts';
import { defaultView } from '#state/defaults.ts';
import type { AppState } from '#state/state.ts';
import { createAppStore } from '#state/store.ts';
import type { View } from '#state/view.ts';
import { musterstadtStudy } from '../musterstadt.ts';

let study: Study;
let state: AppState;

beforeAll(async () => {
  study = await musterstadtStudy();
  state = {
    ...createAppStore().getState(),
    study: { key: 's', study, notes: [] },
    view: { ...defaultView(study), task: 'measure' },
  };
});

const seen = (change: Partial<View>): AppState => ({ ...state, view: { ...state.view, ...change } });

describe('what is asked of the worker', () => {
  test('is the measurement and its uncertainty, whatever part is open', () => {
    const request = measureRequest(state);
    expect(request).toMatchObject({ group: 'foreigners', reference: 'rest', radius: 1000 });
    expect(uncertaintyRequest(state)).toMatchObject({ ...request, permutations: 999 });
  });

  test('is local, a profile or a decomposition only where it is seen', () => {
    expect([localRequest, profileRequest, decompositionRequest].map((ask) => ask(state))).toEqual([
      null,
      null,
      null,
    ]);
    expect(localRequest(seen({ measureMap: 'cluster' }))).toMatchObject({ discovery: true });
    expect(localRequest(seen({ measurePart: 'neighbours', discovery: false }))).toMatchObject({
      discovery: false,
    });
    expect(decompositionRequest(seen({ measurePart: 'decomposition' }))).toMatchObject({ from: null });
  });

  test('is the same profile wherever the radius stands, so that moving it asks nothing', () => {
    const at = (radius: number) => profileRequest(seen({ measurePart: 'radius', radius }));
    expect(at(250)).toEqual(at(8000));
    expect(at(250)?.radii).toEqual(radii);
  });

  test('tells the change from the year compared with, if that is earlier', () => {
    const from = (compareWith: string) =>
      decompositionRequest(seen({ measurePart: 'decomposition', compare: 'year', compareWith, year: 2020 }))
        ?.from;
    expect(from('2016')).toBe(2016);
    expect(from('2023')).toBeNull();
  });
});

describe('the other side of a comparison', () => {
  const right = (change: Partial<View>, more: Partial<AppState> = {}) =>
    comparisonRequest({ ...seen(change), ...more })?.right ?? null;

  test('differs in one thing', () => {
    const left = measureRequest(state);
    expect(right({ compare: 'year', compareWith: '2016' })).toEqual({ ...left, year: 2016 });
    expect(right({ compare: 'level', compareWith: 'stadtteil' })).toEqual({ ...left, family: 'stadtteil' });
    expect(right({ compare: 'group', compareWith: 'sgb2' })).toMatchObject({
      group: 'sgb2',
      family: left?.family,
    });
    expect(right({})).toBeNull();
  });

  test('is never a group against itself', () => {
    expect(right({ compare: 'group', compareWith: 'sgb2', reference: 'sgb2' })?.reference).toBe('rest');
  });

  test('takes the nearest year with figures', () => {
    expect(right({ compare: 'year', compareWith: '1999' })?.year).toBe(2014);
  });

  test('waits for the other city, and asks for it by the worker’s key', () => {
    const view = { compare: 'city', compareWith: 'anderswo' } as const;
    expect(right(view)).toBeNull();
    const there = { ...study, id: 'anderswo' };
    const other = {
      id: 'anderswo',
      status: 'ready',
      loaded: { key: 'anderswo-1', study: there, notes: [] },
      problems: [],
    } as const;
    expect(comparisonRequest({ ...seen(view), other })).toMatchObject({
      other: 'anderswo-1',
      right: { group: 'foreigners' },
    });
  });

  test('takes a group the other city has, where it lacks ours', () => {
    const there = { ...study, groups: study.groups.filter((one) => one.id !== 'foreigners') };
    const other = {
      id: 'anderswo',
      status: 'ready',
      loaded: { key: 'k', study: there, notes: [] },
      problems: [],
    } as const;
    const found = right({ compare: 'city', compareWith: 'anderswo' }, { other });
    expect(there.groups.map((one) => one.id)).toContain(found?.group);
  });
});
