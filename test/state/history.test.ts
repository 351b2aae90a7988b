import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { studyKeysInUse, studyOpened, studyRedone, studyUndone } from '#state/actions/study.ts';
import { viewChanged } from '#state/actions/view.ts';
import type { AppState, LoadedStudy } from '#state/state.ts';
import { createAppStore } from '#state/store.ts';
import { kleinstadtStudy } from './kleinstadt.ts';

const kleinstadt = await kleinstadtStudy();
const empty = createAppStore().getState();
const study = (key: string): LoadedStudy => ({
  key,
  study: { ...kleinstadt, id: `stadt-${key}` },
  notes: [],
});
const opened = (keys: readonly string[]): AppState =>
  keys.reduce((state, key) => studyOpened(state, study(key), null, 'adopted'), empty);
const shownKey = (state: AppState): string | undefined => state.study?.key;

describe('a change of the study', () => {
  test('is undone and done again, with what was shown', () => {
    const first = viewChanged(opened(['a']), { task: 'need' });
    const second = studyOpened(first, study('b'), { task: 'measure' }, 'guarded');
    expect(second.history.past.map(({ loaded, change }) => [loaded.key, change])).toEqual([['a', 'guarded']]);
    const undone = studyUndone(second);
    expect([shownKey(undone), undone.view]).toEqual(['a', first.view]);
    const redone = studyRedone(undone);
    expect([shownKey(redone), redone.view]).toEqual(['b', second.view]);
    expect(redone.history).toEqual(second.history);
  });

  test('drops the answers about the other study', () => {
    const state = opened(['a', 'b']);
    const answered = {
      ...state,
      answers: { ...state.answers, measure: { key: 'x' } as unknown as AppState['answers']['measure'] },
    };
    expect(studyUndone(answered).answers.measure).toBeNull();
  });

  test('takes away what had been undone', () => {
    const state = studyOpened(studyUndone(opened(['a', 'b'])), study('c'), null);
    expect(state.history.future).toEqual([]);
    expect(studyRedone(state)).toBe(state);
    expect(shownKey(studyUndone(state))).toBe('a');
  });

  test('is not there at first', () => {
    expect(studyUndone(empty)).toBe(empty);
    expect(studyUndone(opened(['a']))).toMatchObject({ study: { key: 'a' } });
  });

  test('back and forth as often as one likes ends where it began; what is kept is said to be in use', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.boolean(), { maxLength: 20 }), (n, steps) => {
        const keys = Array.from({ length: n }, (_, i) => String(i));
        let state = opened(keys);
        let at = n - 1;
        for (const back of steps) {
          state = back ? studyUndone(state) : studyRedone(state);
          at = Math.max(0, Math.min(n - 1, at + (back ? -1 : 1)));
          expect(shownKey(state)).toBe(keys[at]);
          expect([...studyKeysInUse(state)].sort()).toEqual(keys);
        }
      }),
    );
  });

  test('is forgotten after five more', () => {
    const state = opened(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(state.history.past.map(({ loaded }) => loaded.key)).toEqual(['b', 'c', 'd', 'e', 'f']);
  });
});
