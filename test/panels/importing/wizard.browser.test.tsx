import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ImportWizard } from '#panels/importing/ImportWizard.tsx';
import { filesHandedIn } from '#state/actions/draft.ts';
import { createAppStore, type Store } from '#state/store.ts';
import { StoreContext } from '#state/useApp.ts';
import '#ui/theme.css';
import { dorfFiles } from './dorfFiles.ts';
import { workshopClient } from './workshopClient.ts';

let root: HTMLElement;
let store: Store;
beforeEach(async () => {
  await page.viewport(1280, 720);
  store = createAppStore();
  store.setState((state) =>
    filesHandedIn(
      state,
      dorfFiles().map(({ path, bytes }) => ({ path, content: bytes })),
    ),
  );
  root = document.createElement('div');
  document.body.append(root);
  render(
    <StoreContext.Provider value={store}>
      <ImportWizard client={workshopClient()} />
    </StoreContext.Provider>,
    root,
  );
  await expect.element(page.getByText(/^Gelesen: 3 Dateien/)).toBeVisible();
});
afterEach(() => {
  render(null, root);
  root.remove();
});

async function violations(): Promise<string[]> {
  const found = await axe.run(root);
  return found.violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`);
}

const heading = () => page.getByRole('heading', { level: 2 });
const step = (name: string) => page.getByRole('navigation').getByRole('button', { name });

async function decideAreas(): Promise<void> {
  await step('Gebiete').click();
  await page.getByLabelText('Schlüssel', { exact: true }).selectOptions('stadtteil_nr');
  await expect.element(page.getByLabelText('Schlüssel', { exact: true })).toHaveValue('stadtteil_nr');
  await page.getByLabelText('Gebietsstand', { exact: true }).fill('2023');
  await page.getByLabelText('Die Gebiete liegen richtig').click();
}

async function decideColumns(): Promise<void> {
  await step('Spalten').click();
  await page.getByLabelText('Schlüssel der Gebiete').selectOptions('Nr.');
  await page.getByRole('button', { name: '„.“ trennt Tausender' }).click();
  await step('Abgleich').click();
  await page
    .getByRole('button', { name: /^Anwenden/ })
    .first()
    .click();
  await expect.element(page.getByText('Alle Zeilen haben ein Gebiet: 6 Zuordnungen.')).toBeVisible();
}

describe('every step', () => {
  test('is sound for screen readers, and all there is to press is large enough', async () => {
    await decideAreas();
    await decideColumns();
    for (const name of ['Dateien', 'Gebiete', 'Spalten', 'Merkmale', 'Abgleich', 'Schutz', 'Übernehmen']) {
      await step(name).click();
      for (const details of root.querySelectorAll('details')) details.open = true;
      expect(await violations(), `${name}, at once`).toEqual([]);
      await expect.element(step(name)).toHaveAttribute('aria-current', 'step');
      await expect.poll(() => root.querySelector('progress, [aria-busy="true"]')).toBeNull();
      for (const details of root.querySelectorAll('details')) details.open = true;
      expect(await violations(), name).toEqual([]);
      const small = [...root.querySelectorAll<HTMLElement>('button, summary, select, input, textarea')]
        .filter((one) => one.offsetParent !== null && !one.closest('.ql-unseen, .ql-chip, label'))
        .map((one) => [one, one.getBoundingClientRect()] as const)
        // A box to tick is as large as the room around it and its label.
        .filter(([one, box]) => box.height < (one.matches('[type="checkbox"], [type="radio"]') ? 18 : 24))
        .map(([one]) => one.outerHTML.slice(0, 120));
      expect(small, name).toEqual([]);
    }
  });

  test('begins at its head, and nothing is wider than the window, enlarged to 200 %', async () => {
    await decideAreas();
    await page.viewport(640, 360);
    for (const [name, title] of [
      ['Spalten', 'Was bedeuten die Spalten?'],
      ['Gebiete', 'Welche Gebiete sind es?'],
      ['Dateien', 'Welche Dateien sollen auf die Karte?'],
    ] as const) {
      await step(name).click();
      await expect.element(heading()).toHaveTextContent(title);
      await expect.element(heading()).toHaveFocus();
      const body = root.querySelector('.ql-import-body');
      expect(body && body.scrollWidth <= body.clientWidth, name).toBe(true);
      // Head, steps and foot leave room for the step itself.
      expect(body?.clientHeight ?? 0, name).toBeGreaterThan(150);
    }
  });
});

describe('what is missing', () => {
  test('is named with the number of its step and leads to its place', async () => {
    await step('Gebiete').click();
    await expect.element(step('Gebiete')).toHaveTextContent(/2 fehlen/);
    await expect.element(step('Spalten')).toBeDisabled();
    const missing = root.querySelector('.ql-import-missing');
    expect(missing?.getAttribute('role')).toBe('status');
    await page.getByRole('button', { name: 'Gebietsstand: Stadtteile' }).click();
    const field = page.getByLabelText('Gebietsstand', { exact: true });
    await expect.element(field).toHaveFocus();
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    await userEvent.keyboard('2023');
    await expect
      .element(page.getByRole('button', { name: 'Gebietsstand: Stadtteile' }))
      .not.toBeInTheDocument();
  });

  test('stops the way on, which goes to the first of it instead', async () => {
    await step('Gebiete').click();
    await page.getByRole('button', { name: 'Weiter: Spalten' }).click();
    await expect.element(heading()).toHaveTextContent('Welche Gebiete sind es?');
    await expect.poll(() => document.activeElement?.id).toContain('vintage');
  });
});

describe('after a change of the plan', () => {
  test('what was found out about the plan before is not said of the new one', async () => {
    await decideAreas();
    await step('Spalten').click();
    await page.getByLabelText('Schlüssel der Gebiete').selectOptions('Nr.');
    await page.getByRole('button', { name: '„.“ trennt Tausender' }).click();
    await step('Abgleich').click();
    const repair = page.getByRole('button', { name: /^Anwenden/ }).first();
    await expect.element(repair).toBeEnabled();
    const said: (string | null)[] = [];
    const lead = () => root.querySelector('.ql-import .ql-lead');
    const watch = new MutationObserver(() => {
      const { plan, review } = store.getState().draft ?? {};
      if (plan && plan !== review?.plan) said.push(lead()?.getAttribute('aria-busy') ?? null);
    });
    watch.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    await repair.click();
    await expect.element(page.getByText('Alle Zeilen haben ein Gebiet: 6 Zuordnungen.')).toBeVisible();
    watch.disconnect();
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((one) => one !== 'true')).toEqual([]);
  });
});

describe('going back', () => {
  test('letters of one word are undone together, and done again', async () => {
    await step('Gebiete').click();
    const field = page.getByLabelText('Mehrere heißen');
    await field.fill('Kieze');
    await expect.element(page.getByRole('heading', { name: 'Kieze' })).toBeVisible();
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await expect.element(field).toHaveValue('Stadtteile');
    await page.getByRole('button', { name: 'Wiederholen' }).click();
    await expect.element(field).toHaveValue('Kieze');
  });

  test('another encoding is read again at once, and shows its umlauts', async () => {
    await page.getByText('CP850 (DOS)').first().click();
    await expect
      .poll(() => store.getState().draft?.inspection?.files[1]?.encoding)
      .toMatchObject({
        encoding: 'cp850',
        from: 'chosen',
      });
    await page.getByText('Windows-1252').first().click();
    await expect
      .poll(() => store.getState().draft?.inspection?.files[1]?.encoding?.sample)
      .toContain('Weststraße');
  });

  test('leaving asks first, and forgets everything then', async () => {
    await page.getByRole('button', { name: 'Abbrechen' }).click();
    await page.getByRole('button', { name: 'Weiter bearbeiten' }).click();
    expect(store.getState().draft).not.toBeNull();
    await page.getByRole('button', { name: 'Abbrechen' }).click();
    await page.getByRole('button', { name: 'Abbrechen und verwerfen' }).click();
    await expect.poll(() => store.getState().draft).toBeNull();
    await expect.poll(() => root.querySelector('.ql-import')).toBeNull();
  });
});

describe('columns', () => {
  test('both readings of a number are shown, and the one chosen holds', async () => {
    await decideAreas();
    await step('Spalten').click();
    await expect
      .element(page.getByRole('group', { name: 'Einwohner: „3.419“ ist' }))
      .toHaveTextContent(/3,419.*3\s419 \(dreitausendvierhundertneunzehn\)/);
    await page.getByText('3,419', { exact: true }).click();
    const written = () =>
      store
        .getState()
        .draft?.plan?.tables.find((one) => one.table === 'einwohner_2023.csv')
        ?.columns.find((one) => one.column === 'Einwohner');
    await expect.poll(() => [written()?.decimal, written()?.thousands]).toEqual(['.', '']);
  });

  test('many are changed at once', async () => {
    await decideAreas();
    await step('Spalten').click();
    await page.getByLabelText('Alle Spalten auswählen, die zum Filter passen').click();
    await expect.element(page.getByText('2 Spalten gewählt')).toBeVisible();
    await page.getByLabelText('Einheit …').selectOptions('children');
    await expect.element(page.getByLabelText('Einheit von Ausländer')).toHaveValue('children');
    await expect.element(page.getByLabelText('Einheit von Einwohner')).toHaveValue('children');
  });
});
