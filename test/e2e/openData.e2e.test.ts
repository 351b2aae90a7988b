import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { beforeAll, expect } from 'vitest';
import { type Answered, berlinServices } from '../import/formats/services/berlinServices.ts';
import { describeWithRealData, requireRealData } from '../realData.ts';
import { type App, appTest } from './app.ts';
import { finding, openTask, ready, says } from './screen.ts';

const workbook = 'SB_A01-16-00_2024h02_BE.xlsx';

/** Lets the page ask the one host that the recipe of Berlin names; `answer` stands in for it. */
async function stand(app: App, answer: (address: string) => Answered | null): Promise<string[]> {
  const asked: string[] = [];
  app.allow(/^request: https:\/\/gdi\.berlin\.de\/services\/wfs\/(lor|mss)_2021\?/);
  await app.page.context().route('https://gdi.berlin.de/**', async (route) => {
    const address = route.request().url();
    asked.push(address);
    const answered = answer(address);
    if (!answered) return route.abort('internetdisconnected');
    const { status, type, body } = answered;
    return route.fulfill({
      status,
      body,
      headers: { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' },
    });
  });
  return asked;
}

async function openCatalogue(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Daten laden' }).click();
  await page.getByRole('menuitem', { name: /^Eigene Daten laden/ }).click();
  await page.getByRole('heading', { name: 'Offene Daten laden' }).waitFor();
}

async function drop(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Dateien auswählen …' }).click();
  await (await chooser).setFiles(files);
}

// The real services cannot be asked from a test: these answer with their structure and the published figures.
describeWithRealData('Open data of Berlin', () => {
  let services: (address: string) => Answered;
  beforeAll(async () => {
    services = await berlinServices();
  });

  appTest(
    'the catalogue asks nobody; pressing “Berlin laden” asks the city’s services and builds the city',
    async ({ app }) => {
      const { page, open, screenshot } = app;
      const asked = await stand(app, services);
      await open();
      await openCatalogue(page);
      for (const city of ['Leipzig', 'Hamburg', 'Nürnberg', 'Schulen in Nordrhein-Westfalen'])
        await page.getByRole('heading', { name: city, exact: true }).waitFor();
      await screenshot('offene-daten');
      expect(asked).toEqual([]);

      await page.getByRole('button', { name: 'Berlin laden' }).click();
      const toMap = page.getByRole('button', { name: 'Berlin öffnen' });
      await says(
        page.locator('.ql-import .ql-lead'),
        'Berlin kann geöffnet werden. Eine weitere Datei ergänzt die Stadt',
      );
      expect(asked).toHaveLength(8);
      const row = page.getByRole('row', { name: new RegExp(`^${workbook}`) });
      await says(row, 'fehlt, nicht nötig');
      const link = row.getByRole('link', { name: /^Seite des Herausgebers/ });
      expect(await link.getAttribute('href')).toBe('https://www.statistik-berlin-brandenburg.de/a-i-16-hj/');
      expect([await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual([
        '_blank',
        'noopener noreferrer',
      ]);
      await screenshot('berlin-laden');

      const buffer = readFileSync(requireRealData(`berlin/ewr/${workbook}`));
      await drop(page, [{ name: workbook, mimeType: 'application/octet-stream', buffer }]);
      await page.getByText('Berlin kann geöffnet werden.', { exact: true }).waitFor({ timeout: 90_000 });
      await toMap.click();
      await page.locator('.ql-import').waitFor({ state: 'detached' });
      await ready(page);
      await says(page.locator('header'), '542 Planungsräume');
      await says(
        finding(page),
        'In Berlin leben 26 von 100 Kindern unter 15 Jahren in Haushalten mit SGB II (2020)',
      );
      await openTask(page, 'Messen');
      // Register of the end of 2024: D of foreigners is 21.1.
      await says(finding(page), '21 von 100 Ausländerinnen und Ausländern');
      await openTask(page, 'Förderbedarf');
      await says(
        page.locator('.ql-ask'),
        'nachgerechnet: 536 von 536 amtlichen Statusklassen, 536 von 536 Dynamikklassen',
      );
      expect(asked).toHaveLength(8);
    },
  );

  appTest(
    'without a network it says what to open and takes the layers as files, whatever they are called',
    async ({ app }) => {
      const { page, open, allow, screenshot } = app;
      allow(/ERR_INTERNET_DISCONNECTED/);
      await stand(app, () => null);
      await open();
      await openCatalogue(page);
      await page.getByRole('button', { name: 'Berlin laden' }).click();
      await says(page.getByRole('alert'), 'Das ist nicht gelungen. Alles Bisherige ist unverändert.');
      await says(page.locator('.ql-errors'), 'Der Server „gdi.berlin.de“ ist nicht zu erreichen.');
      await says(page.locator('.ql-import .ql-lead'), '2 Dateien werden noch gebraucht.');
      await screenshot('berlin-laden-ohne-netz');
      const saved = await Promise.all(
        ['lor_2021_planungsraeume', 'mss_2021_indexindikatoren'].map(async (name, i) => {
          const link = page
            .getByRole('row', { name: new RegExp(`^${name}`) })
            .getByRole('link', { name: /^Ebene öffnen und speichern/ });
          const address = (await link.getAttribute('href')) ?? '';
          expect(new URL(address).origin).toBe('https://gdi.berlin.de');
          return {
            name: `wfs (${i}).json`,
            mimeType: 'application/json',
            buffer: Buffer.from(services(address).body),
          };
        }),
      );
      await drop(page, saved);
      const toMap = page.getByRole('button', { name: 'Berlin öffnen' });
      await expect.poll(() => toMap.isEnabled(), { timeout: 90_000 }).toBe(true);
      await says(page.getByRole('row', { name: /^lor_2021_planungsraeume/ }), 'als wfs (0).json');
      await toMap.click();
      await page.locator('.ql-import').waitFor({ state: 'detached' });
      await ready(page);
      await says(page.locator('header'), '542 Planungsräume');
      await says(finding(page), 'In Berlin leben 26 von 100 Kindern unter 15 Jahren');
    },
  );
});
