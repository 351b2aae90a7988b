import { describe, expect, test } from 'vitest';
import {
  answerFailed,
  answerPartial,
  answerPending,
  answerProgress,
  answerReady,
} from '#state/actions/answers.ts';
import { openingFailed, openingStarted, problemsDismissed, studyOpened } from '#state/actions/study.ts';
import type { AnswerTypes, AppState } from '#state/state.ts';
import { noAnswers } from '#state/state.ts';
import { createAppStore } from '#state/store.ts';
import { kleinstadtStudy } from './kleinstadt.ts';

const nothingYet = createAppStore().getState();
/** The actions never look into an answer: any value tells one from another. */
const value = (name: string) => ({ name }) as unknown as AnswerTypes['measure'];
const asked = (key: string, state: AppState = nothingYet) => answerPending(state, 'measure', key);

describe('an answer', () => {
  test('comes in for the question that is asked', () => {
    const state = answerReady(asked('a'), 'measure', 'a', value('a'));
    expect(state.answers.measure).toEqual({
      key: 'a',
      status: 'ready',
      value: value('a'),
      valueKey: 'a',
      error: null,
      progress: null,
    });
    expect(state.answers.need).toBeNull();
  });

  test('stays visible, marked with its own key, while the next one is computed', () => {
    const state = asked('b', answerReady(asked('a'), 'measure', 'a', value('a')));
    expect(state.answers.measure).toMatchObject({
      key: 'b',
      status: 'pending',
      value: value('a'),
      valueKey: 'a',
    });
  });

  test('of a question no longer asked is ignored, whichever comes first', () => {
    const both = asked('b', asked('a'));
    const inOrder = answerReady(answerReady(both, 'measure', 'a', value('a')), 'measure', 'b', value('b'));
    const reversed = answerReady(answerReady(both, 'measure', 'b', value('b')), 'measure', 'a', value('a'));
    expect(inOrder.answers.measure).toMatchObject({ valueKey: 'b', value: value('b') });
    expect(reversed).toEqual(inOrder);
    expect(answerReady(both, 'measure', 'a', value('a'))).toBe(both);
  });

  test('that nobody asked for is ignored', () => {
    expect(answerReady(nothingYet, 'measure', 'a', value('a'))).toBe(nothingYet);
    expect(answerFailed(nothingYet, 'measure', 'a', 'kaputt')).toBe(nothingYet);
    expect(answerProgress(nothingYet, 'measure', 'a', 0.5)).toBe(nothingYet);
  });

  test('of another kind is left alone', () => {
    const state = answerPending(asked('a'), 'need', 'a');
    const ready = answerReady(state, 'measure', 'a', value('a'));
    expect(ready.answers.need).toBe(state.answers.need);
  });
});

describe('progress and failure', () => {
  test('progress counts for the question asked, until it is answered', () => {
    const half = answerProgress(asked('a'), 'measure', 'a', 0.5);
    expect(half.answers.measure?.progress).toBe(0.5);
    expect(answerProgress(half, 'measure', 'z', 0.9)).toBe(half);
    const ready = answerReady(half, 'measure', 'a', value('a'));
    expect(answerProgress(ready, 'measure', 'a', 0.7)).toBe(ready);
  });

  test('what a long job knows so far answers the question, which stays pending', () => {
    const before = asked('b', answerReady(asked('a'), 'measure', 'a', value('a')));
    const partial = answerPartial(before, 'measure', 'b', value('b so far'));
    expect(partial.answers.measure).toMatchObject({
      status: 'pending',
      value: value('b so far'),
      valueKey: 'b',
    });
    expect(answerPartial(before, 'measure', 'a', value('too late'))).toBe(before);
    const ready = answerReady(partial, 'measure', 'b', value('b'));
    expect(ready.answers.measure).toMatchObject({ status: 'ready', value: value('b') });
    expect(answerPartial(ready, 'measure', 'b', value('too late'))).toBe(ready);
  });

  test('a failure keeps the last answer; a late one of an old question is ignored', () => {
    const before = asked('b', answerReady(asked('a'), 'measure', 'a', value('a')));
    const failed = answerFailed(before, 'measure', 'b', 'kaputt');
    expect(failed.answers.measure).toMatchObject({ status: 'failed', error: 'kaputt', valueKey: 'a' });
    expect(answerFailed(before, 'measure', 'a', 'zu spät')).toBe(before);
  });

  test('asking again forgets the failure', () => {
    const again = asked('b', answerFailed(asked('a'), 'measure', 'a', 'kaputt'));
    expect(again.answers.measure).toMatchObject({ status: 'pending', error: null });
  });
});

describe('opening a study', () => {
  test('takes the wished view as far as it fits, and drops answers about the last one', async () => {
    const study = await kleinstadtStudy();
    const before = openingStarted(answerReady(asked('a'), 'measure', 'a', value('a')), 'Kleinstadt');
    expect(before.session.opening).toBe('Kleinstadt');
    const state = studyOpened(
      before,
      { key: 'k-0', study, notes: [] },
      { city: 'anderswo', task: 'measure', year: 2019, indicator: 'nirgends', area: '0102' },
    );
    expect(state.answers).toBe(noAnswers);
    expect(state.view).toMatchObject({
      city: 'kleinstadt',
      task: 'measure',
      year: 2019,
      indicator: 'foreigners',
      area: '0102',
    });
    expect(state.session).toMatchObject({ opening: null, problems: null, playing: false });
  });

  test('that fails keeps everything that was there', async () => {
    const study = await kleinstadtStudy();
    const loaded = studyOpened(nothingYet, { key: 'k-0', study, notes: [] }, null);
    const list = [{ code: 'file-missing', params: {}, where: null }];
    const failed = openingFailed(openingStarted(loaded, 'kaputt.zip'), 'kaputt.zip', list);
    expect(failed.study).toBe(loaded.study);
    expect(failed.view).toBe(loaded.view);
    expect(failed.answers).toBe(loaded.answers);
    expect(failed.session).toMatchObject({ opening: null, problems: { name: 'kaputt.zip', list } });
    expect(problemsDismissed(failed)).toEqual(loaded);
  });
});
