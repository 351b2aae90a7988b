import { describe, expect, test } from 'vitest';
import type { ImportPlan } from '#import/plan/plan.ts';
import {
  draftChanged,
  filesHandedIn,
  filesInspected,
  importLeft,
  planChanged,
  planRedone,
  planUndone,
} from '#state/actions/draft.ts';
import type { AppState } from '#state/state.ts';
import { createAppStore } from '#state/store.ts';

const plan = (title: string) => ({ title }) as ImportPlan;
const file = { path: 'a.csv', content: new Uint8Array(1) };
const inspection = { files: [], tables: [], layers: [] };
const begun = (): AppState =>
  filesInspected(filesHandedIn(createAppStore().getState(), []), {
    key: 'import-0',
    inspection,
    plan: plan('a'),
  });
const titles = (state: AppState) => [
  state.draft?.past.map(({ title }) => title).join(),
  state.draft?.plan?.title,
  state.draft?.future.map(({ title }) => title).join(),
];

test('files handed in open an import or join the one that is open', () => {
  const once = filesHandedIn(createAppStore().getState(), [file]);
  expect(once.draft).toMatchObject({ step: 'files', incoming: [file] });
  const moved = draftChanged(once, { step: 'areas' });
  expect(filesHandedIn(moved, [file]).draft).toMatchObject({ step: 'areas', incoming: [file, file] });
  expect(importLeft(moved).draft).toBeNull();
  expect(draftChanged(importLeft(moved), { step: 'join' }).draft).toBeNull();
});

describe('changes of the plan', () => {
  test('are undone and done again', () => {
    const changed = planChanged(planChanged(begun(), plan('b')), plan('c'));
    expect(titles(changed)).toEqual(['a,b', 'c', '']);
    const undone = planUndone(planUndone(changed));
    expect(titles(undone)).toEqual(['', 'a', 'c,b']);
    expect(planUndone(undone)).toBe(undone);
    expect(titles(planRedone(undone))).toEqual(['a', 'b', 'c']);
    expect(titles(planChanged(planUndone(changed), plan('d')))).toEqual(['a,b', 'd', '']);
  });

  test('in a row about the same thing are one step', () => {
    const typed = ['D', 'Do', 'Dorf'].reduce(
      (state, title) => planChanged(state, plan(title), 'title'),
      begun(),
    );
    expect(titles(typed)).toEqual(['a', 'Dorf', '']);
    const other = planChanged(planChanged(typed, plan('x'), 'source'), plan('y'), 'title');
    expect(titles(other)).toEqual(['a,Dorf,x', 'y', '']);
    // After going back, the same thing is a new step.
    expect(titles(planChanged(planUndone(typed), plan('b'), 'title'))).toEqual(['a', 'b', '']);
  });

  test('are forgotten when other files are read, and beyond a hundred', () => {
    const changed = planChanged(begun(), plan('b'));
    const read = filesInspected(changed, { key: 'import-0', inspection, plan: plan('c') });
    expect(titles(read)).toEqual(['', 'c', '']);
    const many = Array.from({ length: 130 }, (_, i) => plan(String(i))).reduce(
      (state, next) => planChanged(state, next),
      begun(),
    );
    expect(many.draft?.past).toHaveLength(100);
  });

  test('that change nothing are no step', () => {
    const state = begun();
    expect(state.draft?.plan && planChanged(state, state.draft.plan)).toBe(state);
  });
});
