import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { kleinstadtFiles, withText } from '../import/pack/fixturePack.ts';
import { appTest } from './app.ts';
import { addressSays, finding, openTask, plain, ready, says } from './screen.ts';

const folder = mkdtempSync(join(tmpdir(), 'quartierlupe-files-'));
const zip = join(folder, 'kleinstadt.zip');
const whole = join(folder, 'kleinstadt');
const broken = join(folder, 'kaputt.zip');
const image = join(folder, 'foto.png');

function zipOf(files: ReturnType<typeof kleinstadtFiles>): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])));
}

beforeAll(() => {
  for (const { path, bytes } of kleinstadtFiles()) {
    mkdirSync(dirname(join(whole, path)), { recursive: true });
    writeFileSync(join(whole, path), bytes);
  }
  writeFileSync(zip, zipOf(kleinstadtFiles()));
  // A key that lost its zero, a year nobody knows, more foreigners than residents.
  const changed = withText('tables/population.csv', (text) =>
    text
      .replace('0101;2019;1000;100', '101;2019;1000;100')
      .replace('0102;2019;', '0102;neulich;')
      .replace('0103;2020;1190;640', '0103;2020;1190;1640'),
  );
  writeFileSync(broken, zipOf(changed));
  writeFileSync(image, Buffer.from('89504e470d0a1a0a', 'hex'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Chooses in the browser's own file window. */
async function choose(page: Page, item: string, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Daten laden' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await (await chooser).setFiles(path);
}

/** Drops a file into the window. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    ({ name, base64 }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      for (const type of ['dragover', 'drop']) {
        window.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
    },
    { name, base64: Buffer.from(bytes).toString('base64') },
  );
}

describe('a pack of one’s own', () => {
  appTest('opens from a zip, in every task, and the link names it', async ({ app: { page, open } }) => {
    await open();
    await ready(page);
    await choose(page, 'Stadtpaket oder Projekt als Datei öffnen …', zip);
    await says(page.locator('header'), 'Kleinstadt erfundene Daten · 6 Bezirke');
    await says(finding(page), /Ausländeranteil.*2020/);
    await addressSays(page, 'city', 'kleinstadt');
    await openTask(page, 'Messen');
    await says(finding(page), /\d+ von 100 Ausländerinnen und Ausländern/);
    await openTask(page, 'Einrichtungen');
    await says(page.locator('#ql-answer'), '4 in der Quelle, 3 mit Zahlen, 3 davon mit Lage.');
    await page.getByText('1 Einrichtung ohne Lage, nicht auf der Karte').click();
    await says(page.locator('#ql-answer'), 'Waldschule');
    await openTask(page, 'Förderbedarf');
    await says(page.locator('#ql-answer'), 'Der Bedarf lässt sich hier nicht bestimmen');
  });

  appTest('opens from a folder', async ({ app: { page, open } }) => {
    await open();
    await ready(page, { map: false });
    await choose(page, 'Stadtpaket als Ordner öffnen …', whole);
    await says(page.locator('header'), 'Kleinstadt');
    await says(finding(page), /Ausländeranteil.*2020/);
  });

  appTest('opens when dropped, and Musterstadt can be had again', async ({ app: { page, open } }) => {
    await open();
    await ready(page, { map: false });
    await drop(page, 'kleinstadt.zip', zipOf(kleinstadtFiles()));
    await says(page.locator('header'), 'Kleinstadt');
    await page.getByRole('button', { name: 'Daten laden' }).click();
    await page.getByRole('menuitem', { name: /^Musterstadt.* öffnen$/ }).click();
    await says(page.locator('header'), 'Musterstadt');
    await says(finding(page), 'In Musterstadt leben');
  });
});

describe('what cannot be opened', () => {
  appTest(
    'a broken pack: every problem with its place, and what was loaded stays',
    async ({ app: { page, open, screenshot } }) => {
      await open('#v=1&city=musterstadt&ind=sgb2-rate');
      await ready(page);
      const before = plain(await finding(page).innerText());
      const address = page.url();
      await choose(page, 'Stadtpaket oder Projekt als Datei öffnen …', broken);
      const dialog = page.getByRole('dialog');
      await says(dialog, '„kaputt.zip“ konnte nicht geöffnet werden');
      await says(dialog, 'Was vorher geladen war, ist unverändert.');
      await says(
        dialog,
        /tables\/population\.csv, Zeile 2, Spalte „area“: Den Schlüsseln fehlen führende Nullen/,
      );
      await says(dialog, /tables\/population\.csv, Zeile 3, Spalte „year“: „neulich“ ist kein Jahr/);
      await screenshot('kaputtes-paket-1280');
      await dialog.getByRole('button', { name: 'Schließen' }).click();
      await expect.poll(() => dialog.count()).toBe(0);
      expect(plain(await finding(page).innerText())).toBe(before);
      expect(page.url()).toBe(address);
      await says(page.locator('header'), 'Musterstadt');
    },
  );

  appTest(
    'an image: says that it is not recognised, and what is missing',
    async ({ app: { page, open, screenshot } }) => {
      await open();
      await ready(page, { map: false });
      await drop(page, 'foto.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
      await says(page.locator('.ql-import-card'), /foto\.png.*nicht erkannt/);
      await says(page.locator('.ql-import-missing'), 'Es fehlt eine Datei mit den Grenzen der Gebiete');
      await screenshot('bild-abgelegt-1280');
      await page.getByRole('button', { name: 'Abbrechen', exact: true }).click();
      await page.getByRole('button', { name: 'Abbrechen und verwerfen' }).click();
      await says(finding(page), 'In Musterstadt leben');
    },
  );

  appTest('a zip that is none', async ({ app: { page, open } }) => {
    await open();
    await ready(page, { map: false });
    await drop(page, 'umbenannt.zip', new TextEncoder().encode('das ist kein Archiv'));
    await says(page.getByRole('dialog'), 'Die Datei ist kein lesbares ZIP-Archiv');
  });
});

describe('links that do not fit', () => {
  appTest(
    'a city that is not here: says so, and shows the view of the link once its pack is opened',
    async ({ app: { page, open } }) => {
      await open('#v=1&city=kleinstadt&view=measure&year=2019');
      await ready(page, { map: false });
      await page.getByText('Die Stadt „kleinstadt“ aus dem Link ist hier nicht vorhanden').first().waitFor();
      await says(page.locator('header'), 'Musterstadt');
      await choose(page, 'Stadtpaket oder Projekt als Datei öffnen …', zip);
      await says(page.locator('header'), 'Kleinstadt');
      await page.locator('.ql-tab[aria-current="page"]', { hasText: 'Messen' }).waitFor();
      await addressSays(page, 'year', '2019');
    },
  );

  appTest('unknown parts are passed over and named', async ({ app: { page, open } }) => {
    await open('#v=1&city=musterstadt&view=measure&index=nirgends&foo=1&area=%3Cb%3E');
    await ready(page, { map: false });
    await page
      .getByText(/Teile des Links waren unbekannt.*foo=1/)
      .first()
      .waitFor();
    await says(finding(page), /\d+ von 100/);
  });
});
