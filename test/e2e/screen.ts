import { readFile } from 'node:fs/promises';
import papaparse from 'papaparse';
import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

/** What a user finds on the screen, by the words on it. */
export const taskNames = ['Erkunden', 'Messen', 'Einrichtungen', 'Förderbedarf'] as const;

/** Waits for a city and its finding; with `map` also until the map shows all it was given. */
export async function ready(page: Page, { map = true } = {}): Promise<void> {
  // On a narrow screen the finding waits in a sheet.
  await finding(page).waitFor({ state: 'attached' });
  if (map) await page.getByRole('button', { name: 'Ganze Stadt zeigen' }).waitFor({ timeout: 60_000 });
  if (map) await page.locator('.ql-map:not([aria-busy])').waitFor({ timeout: 60_000 });
}

/** Waits until nothing is on its way any more: no answer, no picture, no review. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('progress, [aria-busy="true"]') === null &&
      // In a closed sheet there is no room to draw in.
      [...document.querySelectorAll('.ql-chart:empty')].every((chart) => chart.clientWidth < 40),
    undefined,
    { polling: 50, timeout: 60_000 },
  );
}

/** What this device keeps of one's own work, as the page of the next visit finds it; null before there is any. */
export function keptOnDevice(page: Page, name: 'view' | 'draft'): Promise<unknown> {
  return page.evaluate(async (entry) => {
    // Opening a database that is not there would make an empty one.
    if (!(await indexedDB.databases()).some((one) => one.name === 'quartierlupe')) return null;
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('quartierlupe'));
    try {
      if (!database.objectStoreNames.contains('work')) return null;
      const value: unknown = await done(database.transaction('work').objectStore('work').get(entry));
      return value ?? null;
    } finally {
      database.close();
    }
  }, name);
}

/** The sentence in large type. */
export function finding(page: Page): Locator {
  return page.locator('.ql-lead');
}

/** Text as a reader takes it: every kind of space is a space. */
export function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/gu, ' ').trim();
}

/** Waits until the text of the element fulfils the expectation; the last text is shown when it does not. */
export async function says(element: Locator, expected: string | RegExp): Promise<void> {
  await expect
    .poll(async () => plain(await element.first().innerText()))
    .toMatch(expected instanceof RegExp ? expected : new RegExp(escaped(plain(expected))));
}

export function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export async function openTask(page: Page, name: (typeof taskNames)[number]): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await page.locator('.ql-tab[aria-current="page"]', { hasText: name }).waitFor();
}

/** One of a few: a pill under a heading. */
export async function chooseChip(page: Page, group: string, name: string): Promise<void> {
  await page
    .getByRole('group', { name: group, exact: true })
    .locator('label', { hasText: name })
    .first()
    .click();
}

/** One of many: a list that opens. */
export async function chooseOption(page: Page, list: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: list, exact: true }).click();
  await page.getByRole('option', { name }).first().click();
}

export async function chooseFrom(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

export function row(page: Page, name: string): Locator {
  return page.locator('tr[data-key]', { has: page.getByRole('rowheader', { name, exact: false }) });
}

export const selectedRow = (page: Page): Locator => page.locator('#ql-answer tr[aria-selected="true"]');

/** The parameters of the address. */
export function addressOf(page: Page): URLSearchParams {
  return new URLSearchParams(new URL(page.url()).hash.slice(1));
}

/** Waits for a parameter of the address: it follows the view, not the press. */
export async function addressSays(page: Page, key: string, value: string | null): Promise<void> {
  await expect.poll(() => addressOf(page).get(key)).toBe(value);
}

/** Chooses from the menu "Teilen" and returns the file that the browser saves. */
export async function save(
  page: Page,
  item: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await chooseFrom(page, 'Teilen', item);
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

export interface SavedTable {
  readonly head: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads a saved table back as a spreadsheet would. */
export function readTable(bytes: Buffer, delimiter: ';' | ','): SavedTable {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const { data, errors } = papaparse.parse<string[]>(text, { delimiter, skipEmptyLines: true });
  expect(errors).toEqual([]);
  const head = data.filter(([first]) => first?.startsWith('#')).map(([first]) => first ?? '');
  const [columns = [], ...rows] = data.slice(head.length);
  return { head, columns, rows };
}

/** "1.234,5" is no number of ours: decimal comma, no thousands separator. */
export function germanNumber(cell: string | undefined): number {
  return /^-?\d+(,\d+)?(e-?\d+)?$/.test(cell ?? '') ? Number((cell ?? '').replace(',', '.')) : NaN;
}

export function internationalNumber(cell: string | undefined): number {
  return /^-?\d+(\.\d+)?(e-?\d+)?$/.test(cell ?? '') ? Number(cell) : NaN;
}

/** Size and number of different colours of a picture, as the browser decodes it. */
export async function pictureOf(
  page: Page,
  bytes: Buffer,
): Promise<{
  readonly width: number;
  readonly height: number;
  readonly colours: number;
  readonly white: number;
}> {
  return page.evaluate(async (base64) => {
    const binary = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([binary], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const seen = new Map<number, number>();
    for (let at = 0; at < data.length; at += 4 * 7) {
      const colour = (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
      seen.set(colour, (seen.get(colour) ?? 0) + 1);
    }
    const all = [...seen.values()].reduce((sum, count) => sum + count, 0);
    const colours = [...seen.values()].filter((count) => count > all / 2000).length;
    return { width: image.width, height: image.height, colours, white: (seen.get(0xffffff) ?? 0) / all };
  }, bytes.toString('base64'));
}
