import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { dorfFiles, dorfResidents } from '../panels/importing/dorfFiles.ts';
import { describeWithRealData, requireRealData } from '../realData.ts';
import { appTest } from './app.ts';
import { addressSays, finding, openTask, plain, ready, save, says, taskNames } from './screen.ts';

const folder = mkdtempSync(join(tmpdir(), 'quartierlupe-import-'));
const paths = dorfFiles().map(({ path }) => join(folder, path));
beforeAll(() => {
  for (const { path, bytes } of [...dorfFiles(), dorfResidents(2024)])
    writeFileSync(join(folder, path), bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const title = (page: Page): Locator => page.locator('#import-step-title');
const missing = (page: Page): Locator => page.locator('.ql-import-missing');
const forward = (page: Page): Locator => page.locator('.ql-import-foot .ql-button-primary');

async function openWizard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Daten laden' }).click();
  await page.getByRole('menuitem', { name: /^Eigene Daten laden/ }).click();
  await says(title(page), 'Welche Dateien sollen auf die Karte?');
}

/** Chooses in the browser's own file window. */
async function choose(page: Page, files: readonly string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Dateien auswählen …' }).click();
  await (await chooser).setFiles([...files]);
}

/** Drops files into the window. */
async function drop(page: Page, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  await page.evaluate((list) => {
    const data = new DataTransfer();
    for (const { name, base64 } of list) {
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    }
    for (const type of ['dragover', 'drop']) {
      window.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  }, given);
}

async function next(page: Page, head: string): Promise<void> {
  await forward(page).click();
  await says(title(page), head);
}

/** Everything that only people know about the small place. */
async function walkThroughDorf(page: Page): Promise<void> {
  await says(page.locator('.ql-import .ql-lead'), /^Gelesen: 3 Dateien.*2 Tabellen \(9 Zeilen\).*6 Gebiete/);
  await next(page, 'Welche Gebiete sind es?');
  await page.getByLabel('Schlüssel', { exact: true }).selectOption('stadtteil_nr');
  await page.getByLabel('Gebietsstand', { exact: true }).fill('2023');
  await page.getByLabel('Die Gebiete liegen richtig').check();
  await next(page, 'Was bedeuten die Spalten?');
  await page.getByLabel('Schlüssel der Gebiete').selectOption('Nr.');
  await page.getByRole('button', { name: '„.“ trennt Tausender' }).click();
}

describe('a planner brings the files of the office', () => {
  appTest(
    'and has them on the map, having been asked what only people know',
    async ({ app: { page, open, screenshot } }) => {
      await open();
      await ready(page, { map: false });
      const before = plain(await finding(page).innerText());
      await openWizard(page);
      await choose(page, paths);
      await walkThroughDorf(page);
      // The sum of the column is there to be compared with what one knows by heart.
      const line = page.locator('.ql-import-figure-table tr', { hasText: 'Einwohner' }).first();
      await screenshot('import-spalten-1280');
      await page.locator('.ql-import-step', { hasText: 'Abgleich' }).click();
      await says(title(page), 'Passen Zeilen und Gebiete zusammen?');
      const repairs = page.getByRole('region', { name: 'So würden mehr Zeilen passen' });
      await says(repairs, /Führende Nullen ergänzen, auf 4 Stellen: 101 → 0101 6 Zeilen mehr/);
      await screenshot('import-abgleich-1280');
      await repairs
        .getByRole('button', { name: /^Anwenden/ })
        .first()
        .click();
      await says(page.locator('.ql-import .ql-lead'), 'Alle Zeilen haben ein Gebiet: 6 Zuordnungen.');
      await page.locator('.ql-import-step', { hasText: 'Spalten' }).click();
      await says(line, /15\s?000 Summe/);
      await next(page, 'Was soll auf der Karte und in den Maßen erscheinen?');
      await says(page.locator('.ql-import-item').first(), /Ausländer.*ganze Stadt 2023/);
      await next(page, 'Passen Zeilen und Gebiete zusammen?');
      await next(page, 'Was darf gezeigt werden?');
      await next(page, 'Übernehmen');
      await says(missing(page), /2 Angaben fehlen: Name der Stadt Herausgeber der Daten/);
      // What is missing leads to its place.
      await missing(page).getByRole('button', { name: 'Name der Stadt' }).click();
      await page.keyboard.type('Dorf');
      await page.getByLabel('Herausgeber').fill('Statistikstelle Dorf');
      await expect.poll(() => missing(page).innerText()).toBe('');
      // Nothing has happened yet to what was open.
      expect(plain(await page.locator('.ql-lead').first().innerText())).toBe(before);
      await forward(page).click();
      await page.getByText('Dorf ist übernommen.').first().waitFor();
      await says(page.locator('header'), 'Dorf 6 Stadtteile (2023)');
      await addressSays(page, 'city', 'dorf');
      await says(finding(page), /Ausländer.*Dorf.*2023/);
      await openTask(page, 'Messen');
      await says(finding(page), /\d+ von 100 Ausländerinnen und Ausländern/);
      await openTask(page, 'Einrichtungen');
      await says(page.locator('#ql-answer'), '3 in der Quelle, 3 mit Zahlen, 3 davon mit Lage.');
    },
  );

  appTest(
    'and again next year with the recipe, which says what differs',
    async ({ app: { page, open, screenshot } }) => {
      await open();
      await ready(page, { map: false });
      await openWizard(page);
      await choose(page, paths);
      await walkThroughDorf(page);
      await page.locator('.ql-import-step', { hasText: 'Abgleich' }).click();
      await page
        .getByRole('button', { name: /^Anwenden/ })
        .first()
        .click();
      await says(page.locator('.ql-import .ql-lead'), 'Alle Zeilen haben ein Gebiet');
      await next(page, 'Was darf gezeigt werden?');
      await next(page, 'Übernehmen');
      await page.getByLabel('Name der Stadt').fill('Dorf');
      await page.getByLabel('Herausgeber').fill('Statistikstelle Dorf');
      await forward(page).click();
      await says(page.locator('header'), 'Dorf');
      const recipe = await save(page, 'Rezept dieser Stadt speichern');
      expect(recipe.name).toBe('dorf_recipe.json');
      expect(JSON.parse(recipe.bytes.toString('utf8'))).toMatchObject({ recipe: 1, name: 'dorf' });

      const files = [dorfFiles()[0], dorfResidents(2024), dorfFiles()[2]].flatMap((one) => one ?? []);
      await drop(page, [
        ...files.map(({ path, bytes }) => ({ name: path, bytes })),
        { name: recipe.name, bytes: recipe.bytes },
      ]);
      await says(title(page), 'Ein Rezept für diese Dateien');
      await says(page.locator('.ql-import .ql-lead').first(), /Das Rezept für Dorf findet 3 von 3 Dateien/);
      await screenshot('import-rezept-1280');
      await page.getByRole('button', { name: 'Rezept anwenden und Karte zeigen' }).click();
      await page.getByText('Dorf ist übernommen.').first().waitFor();
      await says(finding(page), /Dorf.*2024/);
    },
  );

  appTest(
    'may begin with the areas alone, and is told where figures are missing',
    async ({ app: { page, open, screenshot } }) => {
      await open();
      await ready(page, { map: false });
      await openWizard(page);
      await choose(page, paths.slice(0, 1));
      await says(page.locator('.ql-import .ql-lead'), /^Gelesen: eine Datei|^Gelesen: 1 Datei/);
      await next(page, 'Welche Gebiete sind es?');
      await page.getByLabel('Schlüssel', { exact: true }).selectOption('stadtteil_nr');
      await page.getByLabel('Gebietsstand', { exact: true }).fill('2023');
      await page.getByLabel('Die Gebiete liegen richtig').check();
      await page.locator('.ql-import-step', { hasText: 'Übernehmen' }).click();
      await page.getByLabel('Name der Stadt').fill('Dorf');
      await page.getByLabel('Herausgeber').fill('Statistikstelle Dorf');
      await forward(page).click();
      await page.getByText('Dorf ist übernommen.').first().waitFor();
      for (const task of taskNames) {
        await openTask(page, task);
        await says(page.locator('#ql-answer'), /^Noch keine Zahlen.*Altstadt 0101/);
      }
      await page.getByRole('button', { name: 'Ganze Stadt zeigen' }).waitFor({ timeout: 60_000 });
      await screenshot('nur-gebiete-1280');
      const table = await save(page, 'Tabelle als CSV, deutsches Zahlenformat');
      expect(table.bytes.toString('utf8')).toMatch(/0101.*Altstadt/);
      const picture = await save(page, 'Karte als Bild (PNG)');
      expect(picture.name).toMatch(/^dorf.*\.png$/);
      await page.locator('#ql-answer').getByRole('button', { name: 'Weitere Dateien hinzufügen …' }).click();
      await says(title(page), 'Welche Dateien sollen auf die Karte?');
    },
  );

  appTest('can leave at any time, and what was open is as it was', async ({ app: { page, open } }) => {
    await open();
    await ready(page, { map: false });
    const before = plain(await finding(page).innerText());
    await drop(page, [{ name: 'notiz.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) }]);
    await says(page.locator('.ql-import-card').first(), /notiz\.png.*nicht erkannt/);
    await says(missing(page), 'Es fehlt eine Datei mit den Grenzen der Gebiete');
    await page.getByRole('button', { name: 'Abbrechen', exact: true }).click();
    await page.getByRole('button', { name: 'Abbrechen und verwerfen' }).click();
    await expect.poll(() => page.locator('.ql-import').count()).toBe(0);
    expect(plain(await finding(page).innerText())).toBe(before);
  });
});

describeWithRealData('Berlin from the raw files of its office', () => {
  const files = [
    'berlin/geo/plr_2021.geojson',
    'berlin/ewr/SB_A01-16-00_2024h02_BE.xlsx',
    'berlin/schools/schulen_ndh_2020_21.csv',
  ];

  appTest(
    'becomes a coloured map and a dissimilarity index, with four things said by hand',
    async ({ app: { page, open, screenshot } }) => {
      await open();
      await ready(page, { map: false });
      await drop(
        page,
        files.map((path) => ({
          name: path.slice(path.lastIndexOf('/') + 1),
          bytes: readFileSync(requireRealData(path)),
        })),
      );
      await expect
        .poll(async () => plain(await page.locator('.ql-import .ql-lead').innerText()), { timeout: 90_000 })
        .toMatch(/^Gelesen: 3 Dateien.*542 Gebiete/);
      await next(page, 'Welche Gebiete sind es?');
      await page.getByLabel('Gebietsstand', { exact: true }).fill('2021');
      await page.getByLabel('Die Gebiete liegen richtig').check();
      await next(page, 'Was bedeuten die Spalten?');
      const line = page.locator('.ql-import-figure-table tr', { hasText: 'Insgesamt – Anzahl' }).first();
      await expect
        .poll(async () => plain(await line.innerText()), { timeout: 60_000 })
        .toMatch(/3 897 145 Summe/);
      await next(page, 'Was soll auf der Karte und in den Maßen erscheinen?');
      await next(page, 'Passen Zeilen und Gebiete zusammen?');
      await says(page.locator('.ql-import .ql-lead'), 'Alle Zeilen haben ein Gebiet');
      await next(page, 'Was darf gezeigt werden?');
      // Counts of 1 and 2 have to be decided about; these have been published.
      await says(
        page.locator('.ql-import-proposal'),
        /\d+ von [\d ]+ Zahlen über Menschen sind kleiner als 3 .*Vorgeschlagen ist „Üblich“/,
      );
      await says(missing(page), /Entscheiden, was von kleinen Zahlen gezeigt wird/);
      await page.getByRole('button', { name: 'Wirkung berechnen' }).click();
      await says(page.locator('.ql-disclosure-effect'), /Nicht gezeigt: .* Beispiel: /);
      await screenshot('import-schutz-1280');
      await page.getByRole('radio', { name: /^Wie geliefert/ }).check();
      await expect.poll(() => missing(page).innerText()).toBe('');
      await next(page, 'Übernehmen');
      await page.getByLabel('Name der Stadt').fill('Berlin');
      // The workbook says itself who published it.
      await page.getByRole('button', { name: 'Alle Dateien: Amt für Statistik Berlin-Brandenburg' }).click();
      await forward(page).click();
      await page.getByText('Berlin ist übernommen.').first().waitFor({ timeout: 90_000 });
      await says(page.locator('header'), '542 Planungsräume (2021)');
      await says(finding(page), /Berlin \(2024\): 24,9 %/);
      await ready(page);
      await screenshot('import-berlin-erkunden');
      await openTask(page, 'Messen');
      await says(finding(page), /Rund 21 von 100 Ausländerinnen und Ausländern/);
      await says(page.locator('#ql-answer tr', { hasText: 'Dissimilaritätsindex D' }), /21,1/);
    },
    240_000,
  );
});
