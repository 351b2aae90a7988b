import { expect, test } from 'vitest';
import { followTitle } from '#app/effects/title.ts';
import { loadWords } from '#i18n/i18n.ts';
import { panels } from '#panels/catalog.ts';
import { sessionChanged } from '#state/actions/session.ts';
import { studyOpened } from '#state/actions/study.ts';
import { viewChanged } from '#state/actions/view.ts';
import { createAppStore } from '#state/store.ts';
import { kleinstadtStudy } from '../state/kleinstadt.ts';

test('the page is called after task and city, in the language of the session', async () => {
  await loadWords('en');
  const store = createAppStore();
  const page = { title: '' };
  const stop = followTitle(store, page, panels);
  expect(page.title).toBe('Quartierlupe');
  const study = await kleinstadtStudy();
  store.setState((state) => studyOpened(state, { key: 'k-0', study, notes: [] }, null));
  expect(page.title).toBe(`Erkunden · ${study.title.de} · Quartierlupe`);
  store.setState((state) => viewChanged(state, { task: 'measure' }));
  expect(page.title).toBe(`Messen · ${study.title.de} · Quartierlupe`);
  store.setState((state) => sessionChanged(state, { language: 'en' }));
  expect(page.title).toBe(`Measure · ${study.title.en} · Quartierlupe`);
  stop();
  store.setState((state) => viewChanged(state, { task: 'need' }));
  expect(page.title).toContain('Measure');
});
