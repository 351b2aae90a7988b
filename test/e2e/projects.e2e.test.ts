import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { type DorfFile, dorfFiles } from '../panels/importing/dorfFiles.ts';
import { appTest } from './app.ts';
import {
  addressSays,
  chooseFrom,
  finding,
  keptOnDevice,
  openTask,
  plain,
  readTable,
  ready,
  save,
  says,
} from './screen.ts';

const title = (page: Page): Locator => page.locator('#import-step-title');
const forward = (page: Page): Locator => page.locator('.ql-import-foot .ql-button-primary');
const about = (page: Page): Locator => page.getByRole('dialog');
const wanting = (page: Page): Locator => page.getByRole('dialog', { name: /^Daten zum Projekt/ });

interface Handed {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

function handed(name: string, bytes: Uint8Array): Handed {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}

async function choose(page: Page, press: () => Promise<void>, files: readonly Handed[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press();
  await (await chooser).setFiles([...files]);
}

async function beginImport(page: Page, files: readonly DorfFile[] = dorfFiles()): Promise<void> {
  await chooseFrom(page, 'Daten laden', 'Eigene Daten laden');
  await choose(
    page,
    () => page.getByRole('button', { name: 'Dateien auswählen …' }).click(),
    files.map(({ path, bytes }) => handed(path, bytes)),
  );
  await says(page.locator('.ql-import .ql-lead'), /^Gelesen: 3 Dateien/);
}

async function next(page: Page, head: string): Promise<void> {
  await forward(page).click();
  await says(title(page), head);
}

async function describeAreas(page: Page): Promise<void> {
  await next(page, 'Welche Gebiete sind es?');
  await page.getByLabel('Schlüssel', { exact: true }).selectOption('stadtteil_nr');
  await page.getByLabel('Gebietsstand', { exact: true }).fill('2023');
  await page.getByLabel('Die Gebiete liegen richtig').check();
}

/** The small place, taken over. */
async function importDorf(page: Page): Promise<void> {
  await beginImport(page);
  await describeAreas(page);
  await next(page, 'Was bedeuten die Spalten?');
  await page.getByLabel('Schlüssel der Gebiete').selectOption('Nr.');
  await page.getByRole('button', { name: '„.“ trennt Tausender' }).click();
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
  await says(page.locator('header'), 'Dorf 6 Stadtteile (2023)');
}

/** Another profile, in the dialog of the sources. */
async function protect(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Quellen/ }).click();
  await about(page).getByRole('button', { name: 'Regeln ansehen und ändern' }).click();
  await about(page).getByRole('radio').nth(1).check();
  const apply = about(page).getByRole('button', { name: 'Anwenden', exact: true });
  await apply.click();
  await expect.poll(() => apply.isEnabled()).toBe(false);
  await expect.poll(() => profile(page)).not.toMatch(/wie geliefert/i);
  await page.keyboard.press('Escape');
  await expect.poll(() => about(page).count()).toBe(0);
}

async function profile(page: Page): Promise<string> {
  return plain(await about(page).locator('.ql-disclosure-section p').first().innerText());
}

/** The profile in force, read in the dialog of the sources. */
async function profileInForce(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Quellen/ }).click();
  await about(page).locator('.ql-disclosure-section').waitFor();
  const text = await profile(page);
  await page.keyboard.press('Escape');
  await expect.poll(() => about(page).count()).toBe(0);
  return text;
}

/** A page of somebody else: nothing remembered. */
async function elsewhere(page: Page, url: string): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 720 } });
  const other = await context.newPage();
  await other.goto(url);
  await ready(other, { map: false });
  return other;
}

describe('a project file', () => {
  appTest(
    'shows the same again on another machine, with its data and after being asked for them',
    async ({ app: { page, open, url } }) => {
      await open();
      await ready(page, { map: false });
      await importDorf(page);
      await protect(page);
      const rules = await profileInForce(page);
      await openTask(page, 'Messen');
      await says(finding(page), /von 100 Ausländerinnen und Ausländern/);
      const sentence = plain(await finding(page).innerText());

      const whole = await save(page, 'Projekt mit Daten speichern');
      const bare = await save(page, 'Projekt ohne Daten speichern');
      expect(whole.name).toBe('dorf.quartierlupe');
      const names = (bytes: Buffer): string[] => Object.keys(unzipSync(bytes)).sort();
      expect(names(bare.bytes)).toEqual(['project.json']);
      expect(names(whole.bytes)).toEqual(
        [...dorfFiles().map(({ path }) => `data/${path}`), 'project.json'].sort(),
      );
      // The text of a project without data holds none of them.
      expect(Buffer.from(unzipSync(bare.bytes)['project.json'] ?? []).toString('utf8')).not.toMatch(
        /3\.?419/,
      );

      const table = await save(page, 'Tabelle als CSV, deutsches Zahlenformat');
      const { head } = readTable(table.bytes, ';');
      expect(head.join('\n')).toMatch(/Statistikstelle Dorf/);
      expect(head.join('\n')).toMatch(/Geheimhaltung/);

      for (const file of [whole, bare]) {
        const other = await elsewhere(page, url);
        await choose(other, () => chooseFrom(other, 'Daten laden', 'Stadtpaket oder Projekt als Datei'), [
          handed(file.name, file.bytes),
        ]);
        if (file === bare) {
          await says(wanting(other), /Es fehlen noch diese 3 Dateien/);
          // What was open is still there, and another file is not taken for the one meant.
          await says(other.locator('header'), 'Musterstadt');
          const changed = Buffer.from(dorfFiles()[1]?.bytes ?? []);
          changed[changed.length - 1] = 0x21;
          await choose(
            other,
            () => wanting(other).getByRole('button', { name: 'Dateien auswählen …' }).click(),
            [handed('einwohner_2023.csv', changed)],
          );
          await says(wanting(other), /einwohner_2023\.csv: .*(anderen Inhalt|anderer Inhalt|Inhalt)/);
          await says(wanting(other), /Es fehlen noch diese 3 Dateien/);
          // Under whatever name, in two goes.
          const [areas, ...rest] = dorfFiles();
          if (!areas) throw new Error('no areas');
          await choose(
            other,
            () => wanting(other).getByRole('button', { name: 'Dateien auswählen …' }).click(),
            [handed('umbenannt.dat', areas.bytes)],
          );
          await says(wanting(other), /Es fehlen noch diese 2 Dateien/);
          await choose(
            other,
            () => wanting(other).getByRole('button', { name: 'Dateien auswählen …' }).click(),
            rest.map(({ bytes }, i) => handed(`${i}.csv`, bytes)),
          );
        }
        await says(other.locator('header'), 'Dorf 6 Stadtteile (2023)');
        await says(finding(other), sentence);
        expect(await profileInForce(other)).toBe(rules);
        await other.context().close();
      }
    },
  );

  appTest('that is none says so, and what was open stays', async ({ app: { page, open } }) => {
    await open();
    await ready(page, { map: false });
    const before = plain(await finding(page).innerText());
    await choose(page, () => chooseFrom(page, 'Daten laden', 'Stadtpaket oder Projekt als Datei'), [
      handed('kaputt.quartierlupe', readFileSync(new URL(import.meta.url)).subarray(0, 200)),
    ]);
    await says(page.getByRole('dialog'), /kaputt\.quartierlupe/);
    await says(page.getByRole('dialog'), 'Was vorher geladen war, ist unverändert.');
    await page.keyboard.press('Escape');
    await expect.poll(() => about(page).count()).toBe(0);
    expect(plain(await finding(page).innerText())).toBe(before);
  });
});

describe('work of one’s own', () => {
  appTest(
    'is undone and done again, survives a reload, and can be gone on with or deleted',
    async ({ app: { page, open, newPage, url } }) => {
      await open();
      await ready(page, { map: false });
      await importDorf(page);
      const asDelivered = await profileInForce(page);
      await protect(page);
      const guarded = await profileInForce(page);
      expect(guarded).not.toBe(asDelivered);
      await page.keyboard.press('Control+z');
      await says(page.locator('body'), 'Rückgängig gemacht: Geheimhaltung geändert');
      expect(await profileInForce(page)).toBe(asDelivered);
      await page.keyboard.press('Control+y');
      expect(await profileInForce(page)).toBe(guarded);
      await chooseFrom(page, 'Daten laden', 'Rückgängig: Geheimhaltung geändert');
      await chooseFrom(page, 'Daten laden', 'Rückgängig: Daten übernommen');
      await says(page.locator('header'), 'Musterstadt');
      await addressSays(page, 'city', 'musterstadt');
      await chooseFrom(page, 'Daten laden', 'Wiederholen: Daten übernommen');
      await says(page.locator('header'), 'Dorf 6 Stadtteile (2023)');
      await chooseFrom(page, 'Daten laden', 'Wiederholen: Geheimhaltung geändert');
      await openTask(page, 'Einrichtungen');
      await says(finding(page), /Grundschulen/);
      // The view is written after the work that it shows.
      await expect.poll(() => keptOnDevice(page, 'view')).toMatch(/view=institutions/);
      await page.reload();
      await says(page.locator('header'), 'Dorf 6 Stadtteile (2023)');
      await says(finding(page), /Grundschulen/);
      expect(await profileInForce(page)).toBe(guarded);

      // A new window begins with the city of the server, and offers the work.
      const later = await newPage();
      await later.goto(url);
      await says(later.locator('header'), 'Musterstadt');
      await chooseFrom(later, 'Daten laden', 'Weiterarbeiten: Dorf');
      await says(later.locator('header'), 'Dorf 6 Stadtteile (2023)');
      const third = await newPage();
      await third.goto(url);
      await says(third.locator('header'), 'Musterstadt');
      await chooseFrom(third, 'Daten laden', 'Gemerkte Arbeit löschen');
      await says(third.getByRole('dialog'), /Dorf \(/);
      await third.getByRole('button', { name: 'Behalten' }).click();
      await expect.poll(() => third.getByRole('dialog').count()).toBe(0);
      await expect
        .poll(() => third.evaluate(() => document.activeElement?.textContent))
        .toContain('Daten laden');
      await chooseFrom(third, 'Daten laden', 'Gemerkte Arbeit löschen');
      await third.getByRole('button', { name: 'Löschen', exact: true }).click();
      await says(third.locator('body'), 'Auf diesem Gerät ist keine Arbeit mehr gemerkt.');
      await third.reload();
      await ready(third, { map: false });
      await third.getByRole('button', { name: 'Daten laden', exact: true }).click();
      await third.getByRole('menuitem').first().waitFor();
      expect(await third.getByRole('menuitem', { name: /Weiterarbeiten/ }).count()).toBe(0);
    },
  );

  appTest(
    'is there again when the page crashes in the middle of an import',
    async ({ app: { page, open } }) => {
      await open();
      await ready(page, { map: false });
      await beginImport(page);
      await describeAreas(page);
      await next(page, 'Was bedeuten die Spalten?');
      await expect.poll(() => keptOnDevice(page, 'draft')).toMatchObject({ step: 'columns' });
      await page.reload();
      await says(title(page), 'Was bedeuten die Spalten?');
      await page.locator('.ql-import-step', { hasText: 'Gebiete' }).click();
      await expect.poll(() => page.getByLabel('Gebietsstand', { exact: true }).inputValue()).toBe('2023');
      await expect.poll(() => page.getByLabel('Die Gebiete liegen richtig').isChecked()).toBe(true);
    },
  );
});

describe('two windows with the same work', () => {
  appTest(
    'keep what each of them shows; files are added to a city of an earlier visit',
    async ({ app: { page, open, newPage, url } }) => {
      await open();
      await ready(page, { map: false });
      await importDorf(page);
      await expect.poll(() => keptOnDevice(page, 'view')).toMatch(/dorf/);
      const later = await newPage();
      await later.goto(url);
      await says(later.locator('header'), 'Musterstadt');
      // Opens the city of the other window, and its import with everything that was said.
      await chooseFrom(later, 'Daten laden', 'Weitere Dateien zu Dorf hinzufügen');
      await says(later.locator('.ql-import .ql-lead'), /^Gelesen: 3 Dateien/);
      await later.locator('.ql-import-step', { hasText: 'Übernehmen' }).click();
      await expect.poll(() => later.getByLabel('Herausgeber').inputValue()).toBe('Statistikstelle Dorf');
      await later.getByLabel('Name der Stadt').fill('Dorf am See');
      await forward(later).click();
      await says(later.locator('header'), 'Dorf am See');
      const kept = (shown: Page) =>
        shown.evaluate(() =>
          Object.keys(localStorage)
            .filter((key) => key.startsWith('quartierlupe.kept'))
            .map((key) => JSON.parse(localStorage.getItem(key) ?? '{}').title)
            .sort(),
        );
      await expect.poll(() => kept(later)).toEqual(['Dorf am See']);
      // The first window goes on with what it shows, beside the other's.
      await openTask(page, 'Messen');
      await expect.poll(() => kept(page)).toEqual(['Dorf', 'Dorf am See']);
      await page.reload();
      await says(page.locator('header'), 'Dorf 6 Stadtteile (2023)');
      await later.reload();
      await says(later.locator('header'), 'Dorf am See');
    },
  );
});
