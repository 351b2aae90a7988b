import { chromium } from 'playwright';
import { expect } from 'vitest';
import { findChromium } from '../../scripts/chromium.ts';
import { appTest } from './app.ts';
import { addressOf, addressSays, finding, openTask, ready, says } from './screen.ts';

/** A browser as on a locked-down office machine or a remote desktop. */
const withoutWebGl = appTest.extend({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to learn what a fixture needs
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: findChromium() ?? undefined,
        args: ['--no-sandbox', '--disable-gpu', '--disable-3d-apis', '--disable-webgl', '--disable-webgl2'],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

withoutWebGl(
  'the map says why it is missing; table, sentence and other tasks work',
  async ({ app: { page, open, screenshot } }) => {
    await open();
    await ready(page, { map: false });
    await says(page.locator('.ql-stage'), 'Die Karte kann hier nicht gezeichnet werden');
    await says(page.locator('.ql-stage'), 'Alle Werte stehen in der Tabelle');
    await screenshot('ohne-webgl-1280');
    await page.locator('#ql-answer tr[data-key]').nth(3).click();
    await expect.poll(() => addressOf(page).get('area')).not.toBeNull();
    await page.getByRole('slider', { name: 'Jahr' }).press('ArrowLeft');
    await addressSays(page, 'year', '2022');
    await openTask(page, 'Messen');
    await says(finding(page), /von 100/);
    await page.getByRole('button', { name: 'Teilen' }).click();
    await page.getByRole('menuitem', { name: 'Karte als Bild (PNG)' }).click();
    await page.getByText('Die Ausgabe ist nicht gelungen').first().waitFor();
  },
);
