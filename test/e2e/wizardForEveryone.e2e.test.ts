import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { dorfCatchments, dorfFiles } from '../panels/importing/dorfFiles.ts';
import { appTest } from './app.ts';
import { barriers, overflow } from './barriers.ts';
import { chooseFrom, ready, says, settled } from './screen.ts';

const files = [...dorfFiles(), dorfCatchments()].map(({ path, bytes }) => ({
  name: path,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
}));

/** What a step shows when it has found out what it is about. */
const shows = {
  indicators: '.ql-import-item',
  join: '.ql-import-card',
  disclosure: '.ql-import-proposal',
  adopt: '.ql-import-sources',
} as const;

/** Every step, whether or not all is said in it: what stands before a step is answered first. */
async function walk(page: Page, look: (step: string) => Promise<void>): Promise<void> {
  const step = page.locator('.ql-import-step');
  const title = page.locator('#import-step-title');
  await look('files, none yet');
  const chooser = page.waitForEvent('filechooser');
  await page.locator('.ql-import input[type=file]').first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: /^(Dateien auswählen|Choose files)/ }).click();
  await (await chooser).setFiles(files);
  await look('files, being read');
  await page.locator('.ql-import-card').nth(3).waitFor();
  await look('files');
  await step.nth(1).click();
  await page
    .getByLabel(/^(Gebietsstand|Vintage)/)
    .first()
    .waitFor();
  await page.getByRole('heading', { name: /^(Einzugsbereiche der Schulen|Catchments of schools)/ }).waitFor();
  await look('areas');
  await page
    .getByLabel(/^(Schlüssel|Key)$/)
    .first()
    .selectOption('stadtteil_nr');
  await page
    .getByLabel(/^(Gebietsstand|Vintage)/)
    .first()
    .fill('2023');
  for (const box of await page.getByRole('checkbox', { name: /liegen richtig|right place/ }).all())
    await box.check();
  await step.nth(2).click();
  await page
    .getByLabel(/^(Schlüssel der Gebiete|Key of the areas)/)
    .first()
    .waitFor();
  await look('columns');
  await page
    .getByLabel(/^(Schlüssel der Gebiete|Key of the areas)/)
    .first()
    .selectOption('Nr.');
  await page
    .getByRole('button', { name: /(trennt Tausender|(parts|separates) thousands)$/ })
    .first()
    .click();
  for (const [i, name] of (['indicators', 'join', 'disclosure', 'adopt'] as const).entries()) {
    if (name === 'disclosure')
      await page
        .getByRole('button', { name: /^(Anwenden|Apply)/ })
        .first()
        .click();
    if (name === 'disclosure') await look('join, after a repair');
    await step.nth(3 + i).click();
    await expect.poll(() => step.nth(3 + i).getAttribute('aria-current')).toBe('step');
    // The head of a step is where a reader begins.
    await expect.poll(() => title.evaluate((head) => document.activeElement === head)).toBe(true);
    await look(`${name}, on its way`);
    await page.locator(shows[name]).first().waitFor();
    await settled(page);
    await look(name);
    if (name === 'disclosure') await lookAtEffect(page, look);
    if (name === 'adopt') await lookAtSources(page, look);
  }
}

/** What a rule would do, before it is in force. */
async function lookAtEffect(page: Page, look: (step: string) => Promise<void>): Promise<void> {
  await page.getByRole('radio', { name: /^(Streng|Strict)/ }).check();
  await page.getByRole('button', { name: /^(Wirkung berechnen|Compute the effect)/ }).click();
  await page.locator('.ql-disclosure-effect').waitFor();
  await look('disclosure, effect');
}

/** Which file is from whom: folded away while all are from one house. */
async function lookAtSources(page: Page, look: (step: string) => Promise<void>): Promise<void> {
  const table = page.locator('.ql-import-source-table');
  if (!(await table.isVisible())) await page.locator('.ql-import-sources summary').first().click();
  await table.waitFor();
  await look('adopt, sources');
}

describe('the wizard, without barriers', () => {
  appTest('axe finds nothing serious in any step or dialog', async ({ app: { page, open } }) => {
    await open();
    await ready(page, { map: false });
    await chooseFrom(page, 'Daten laden', 'Eigene Daten laden');
    await walk(page, async (step) => expect(await barriers(page), step).toEqual([]));
    await page.getByRole('button', { name: 'Abbrechen', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    expect(await barriers(page), 'leaving').toEqual([]);
  });

  describe('at 820 pixels, in English', () => {
    appTest.override({ viewport: { width: 820, height: 1180 } });
    appTest(
      'nothing runs over the edge and no German is left',
      async ({ app: { page, open, screenshot } }) => {
        await open();
        await ready(page, { map: false });
        await page.getByRole('button', { name: 'English' }).click();
        await chooseFrom(page, 'Load data', 'Load your own data');
        await says(page.locator('html'), /Load your own data/);
        await walk(page, async (step) => {
          expect(await overflow(page), step).toBeLessThanOrEqual(0);
          // Licences of the catalogue are quoted as their publishers word them.
          if (step === 'files, none yet') return;
          // Names of figures and what stands in the files are quoted, too.
          const text = (await page.locator('.ql-import').innerText())
            .replaceAll(/„[^“]*“|“[^”]*”/g, '')
            .replaceAll(/(Anteil der )?\S+innen und \S+/g, '');
          expect(text, step).not.toMatch(/\b(und|nicht|der|die|das|werden|Zeilen|Gebiete|Spalte)\b/);
          await screenshot(`wizard-820-en-${step.replaceAll(/\W+/g, '-')}`);
        });
      },
    );
  });

  describe('at twice the size', () => {
    appTest.override({ viewport: { width: 640, height: 360 } });
    appTest('nothing runs over the edge', async ({ app: { page, open } }) => {
      await open();
      await ready(page, { map: false });
      await chooseFrom(page, 'Daten laden', 'Eigene Daten laden');
      await walk(page, async (step) => expect(await overflow(page), step).toBeLessThanOrEqual(0));
    });
  });
});
