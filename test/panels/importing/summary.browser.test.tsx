import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { loadWords } from '#i18n/i18n.ts';
import { problem } from '#model/result.ts';
import { Summary } from '#panels/importing/adopt/Summary.tsx';
import { type Bench, createBench } from '#panels/importing/bench.ts';
import { changeLayer } from '#panels/importing/edits/levelEdits.ts';
import { applyRepair } from '#panels/importing/edits/repairEdits.ts';
import { chooseKey } from '#panels/importing/edits/tableEdits.ts';
import { type Wizard, WizardContext } from '#panels/importing/wizard.ts';
import { draftChanged, filesHandedIn } from '#state/actions/draft.ts';
import { createAppStore, type Store } from '#state/store.ts';
import { StoreContext, useSelect } from '#state/useApp.ts';
import { type DorfFile, dorfAreas, dorfFiles } from './dorfFiles.ts';
import { workshopClient } from './workshopClient.ts';

const residents = 'einwohner_2023.csv';
let root: HTMLElement | null = null;
afterEach(() => {
  if (root) render(null, root);
  root?.remove();
});

/** The last step right after a reload: everything has been read, nothing has been checked. */
async function begin(files: readonly DorfFile[]): Promise<{ readonly store: Store; readonly bench: Bench }> {
  await loadWords('de');
  const store = createAppStore();
  const bench = createBench(store, workshopClient());
  store.setState((state) =>
    filesHandedIn(
      state,
      files.map(({ path, bytes }) => ({ path, content: bytes })),
    ),
  );
  await bench.readIncoming();
  const level = store.getState().draft?.plan?.levels[0]?.id ?? '';
  await bench.readAgain((plan) => changeLayer(plan, level, { key: 'stadtteil_nr' }));
  function Shown() {
    const draft = useSelect((state) => state.draft);
    return draft ? (
      <WizardContext.Provider value={{ draft } as Wizard}>
        <Summary />
      </WizardContext.Provider>
    ) : null;
  }
  root = document.createElement('div');
  document.body.append(root);
  render(
    <StoreContext.Provider value={store}>
      <Shown />
    </StoreContext.Provider>,
    root,
  );
  return { store, bench };
}

const lines = () =>
  [...(root?.querySelectorAll('dl > div') ?? [])].map((line) =>
    [...line.children].map((part) => part.textContent),
  );
const busy = () => root?.querySelector('section')?.getAttribute('aria-busy');

test('what is not known before the check is said to be checked, and is there after it', async () => {
  const { bench } = await begin(dorfFiles());
  bench.edit((plan) => chooseKey(plan, residents, ['Nr.']));
  bench.edit((plan) => applyRepair(plan, residents, { kind: 'pad', to: '4' }));
  expect(busy()).toBe('true');
  expect(lines().filter(([, value]) => value === 'wird geprüft …')).toHaveLength(3);
  expect(root?.textContent).not.toContain('–');
  await bench.review();
  await expect.element(page.getByText('wird geprüft …')).not.toBeInTheDocument();
  expect(busy()).toBe('false');
  expect(lines()[0]?.[1]).toBe('6');
  expect(lines().find(([name]) => name === 'Jahre')?.[1]).toBe('2023');
});

test('areas alone have no years, and no dash for them', async () => {
  const { bench } = await begin([dorfAreas()]);
  await bench.review();
  await expect.element(page.getByText('wird geprüft …')).not.toBeInTheDocument();
  expect(lines().map(([name]) => name)).not.toContain('Jahre');
  expect(root?.textContent).not.toContain('–');
});

test('a check that failed does not go on for ever', async () => {
  const { store } = await begin(dorfFiles());
  store.setState((state) => draftChanged(state, { problems: [problem('unexpected', { reason: 'x' })] }));
  await expect.element(page.getByText('nicht geprüft').first()).toBeVisible();
  expect(busy()).toBe('false');
});
