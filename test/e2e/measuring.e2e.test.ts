import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { beforeAll, describe, expect } from 'vitest';
import { loadWords } from '#i18n/i18n.ts';
import { numbersOf } from '#i18n/numbers.ts';
import type { MeasureAnswer } from '#measuring/answer.ts';
import { measure } from '#measuring/measure.ts';
import type { Study } from '#model/study.ts';
import { appTest } from './app.ts';
import { musterstadt, studyOf } from './city.ts';
import {
  addressSays,
  chooseChip,
  chooseOption,
  finding,
  germanNumber,
  plain,
  readTable,
  ready,
  row,
  says,
} from './screen.ts';

const numbers = numbersOf('de');
const start = '#v=1&city=musterstadt&view=measure';
let study: Study;

beforeAll(async () => {
  await loadWords('de');
  study = await studyOf(musterstadt);
});

function measured(change: { readonly family?: string; readonly year?: number } = {}): MeasureAnswer {
  return measure(study, {
    family: study.families[0]!.id,
    year: 2023,
    group: 'foreigners',
    reference: 'rest',
    neighbourhood: 'contiguity',
    radius: 1000,
    kernel: 'biweight',
    ...change,
  });
}

const valueAt = (answer: MeasureAnswer, id: string) => answer.indices.find((one) => one.id === id)!.value;
const answerOf = (page: Page) => page.locator('#ql-answer');
const openPart = (page: Page, name: string) => chooseChip(page, 'Teil der Antwort', name);

async function saved(page: Page, button: string) {
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: button }).click();
  const file = await download;
  return readTable(await readFile(await file.path()), ';');
}

describe('a planner measures', () => {
  appTest('and sees with every index how sure it is', async ({ app: { page, open, screenshot } }) => {
    await open(start);
    await ready(page);
    const table = answerOf(page).locator('table').first();
    // Values at once, intervals and chance when they have been drawn.
    await says(table, numbers.decimal(valueAt(measured(), 'D') * 100));
    await says(answerOf(page), /\d+ Ziehungen mit Zurücklegen/);
    const cells = (await row(page, 'Dissimilaritätsindex D').first().locator('td').allInnerTexts()).map(
      plain,
    );
    const [value = NaN, low = NaN, high = NaN] = [cells[0], ...(cells[1] ?? '').split(/–|korr/)].map((text) =>
      germanNumber(text?.trim()),
    );
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
    expect(cells[1]).toMatch(/korr\. \d/);
    expect(cells[2]).toMatch(/p = 0,00\d/);
    await screenshot('messen-indizes');

    await page.getByRole('button', { name: /weitere Indizes/ }).click();
    await says(table, 'Konzentration');
    await says(table, 'Zentralisierung');
    const { head, columns, rows } = await saved(page, 'Indizes als CSV speichern');
    expect(head.join('\n')).toMatch(/Nachbarschaft: angrenzend/);
    const d = rows.find((one) => one[columns.indexOf('Kürzel')] === 'D')!;
    expect(germanNumber(d[columns.indexOf('Wert')])).toBe(valueAt(measured(), 'D'));
    expect(germanNumber(d[columns.indexOf('95 % von')])).toBeLessThan(valueAt(measured(), 'D'));
    expect(d[columns.indexOf('Quelle')]).toMatch(/Duncan/);
  });

  appTest(
    'compares with an earlier year, and the link keeps it',
    async ({ app: { page, open, newPage } }) => {
      await open(start);
      await ready(page);
      await chooseChip(page, 'Vergleich', 'Jahr');
      await chooseOption(page, 'Vergleich mit dem Jahr', '2016');
      await addressSays(page, 'vs', 'year,2016');
      const sentence = answerOf(page).locator('.ql-compared');
      const before = numbers.decimal(valueAt(measured({ year: 2016 }), 'D') * 100);
      await says(sentence, `2016: ${before}; 2023: ${numbers.decimal(valueAt(measured(), 'D') * 100)}.`);
      await says(sentence, /p = |95 %/);
      await says(answerOf(page).locator('thead').first(), '2023 Unterschied');
      await openPart(page, 'Kurven');
      await says(answerOf(page), `2016: D = ${before}`);

      const other = await newPage();
      await other.goto(page.url());
      await ready(other, { map: false });
      await says(answerOf(other), `2016: D = ${before}`);
    },
  );

  appTest('is warned where a ranking depends on the level', async ({ app: { page, open } }) => {
    await open(start);
    await ready(page, { map: false });
    const [flip] = measured().flips.filter(({ index }) => index === 'D');
    expect(flip).toBeDefined();
    await says(page.locator('.ql-ask'), /hängt von der Ebene ab/);
    await says(page.locator('.ql-ask'), numbers.decimal(flip!.coarser.second * 100));
  });

  appTest(
    'moves the radius in the profile with the arrow keys',
    async ({ app: { page, open, screenshot } }) => {
      await open(`${start}&part=radius`);
      await ready(page);
      const profile = page.getByRole('slider', { name: /Segregationsprofil/ });
      await profile.focus();
      await page.keyboard.press('ArrowRight');
      await addressSays(page, 'radius', '1500');
      // The picture is drawn anew and still has the focus.
      await page.keyboard.press('ArrowRight');
      await addressSays(page, 'radius', '2000');
      await expect.poll(() => profile.getAttribute('aria-valuetext')).toMatch(/^2\skm: \d/);
      const radius = page.getByRole('slider', { name: 'Umkreis', exact: true });
      await expect.poll(() => radius.getAttribute('aria-valuetext')).toMatch(/^2\skm$/);
      await screenshot('messen-umkreis');
      const { rows } = await saved(page, 'Profil als CSV speichern');
      expect(rows.map(([radius]) => radius)).toEqual(
        '250,500,750,1000,1500,2000,3000,4000,6000,8000'.split(','),
      );
    },
  );

  appTest('marks a cluster on the map from the table', async ({ app: { page, open, screenshot } }) => {
    await open(`${start}&map=cluster&part=neighbours&fdr=0`);
    await ready(page);
    await says(answerOf(page), /In \d+ von 124 Gebieten ist der Anteil hoch und bei den Nachbarn ebenso/);
    const high = row(page, 'hoch unter hohen').first();
    const count = Number(plain(await high.locator('td').innerText()));
    await high.click();
    await says(answerOf(page), `${count} ${count === 1 ? 'Gebiet' : 'Gebiete'} hervorgehoben`);
    await screenshot('messen-cluster');
    await page.getByRole('button', { name: 'Aufheben' }).click();
    await says(answerOf(page), /ein Rechteck ziehen/);

    await page.getByText('Korrektur für viele Tests').click();
    await addressSays(page, 'fdr', null);
    // Some stood out by chance: with the correction there are fewer.
    expect(count).toBeGreaterThan(0);
    await says(answerOf(page), /In 0 von 124 Gebieten ist der Anteil hoch und bei den Nachbarn ebenso/);
  });

  appTest('looks at another indicator next door', async ({ app: { page, open } }) => {
    await open(`${start}&map=cluster&part=neighbours`);
    await ready(page);
    await page.getByRole('combobox', { name: 'Nebenan betrachten' }).click();
    await page.getByRole('option', { name: 'Angebotsmiete' }).click();
    await addressSays(page, 'next', 'asking-rent');
    await says(answerOf(page), /Ixy = −?\d,\d\d, p = \d,\d{4}/);
    await says(answerOf(page), /nebenan hoch: Angebotsmiete/);
  });

  appTest('takes the selected area as the centre, and goes back', async ({ app: { page, open } }) => {
    await open(`${start}&index=RCE&area=040105`);
    await ready(page);
    const before = plain(
      await row(page, 'Relative Zentralisierung').first().locator('td').first().innerText(),
    );
    await page.getByText(/^ausgewählt: /).click();
    await addressSays(page, 'centre', '040105');
    await expect
      .poll(async () =>
        plain(await row(page, 'Relative Zentralisierung').first().locator('td').first().innerText()),
      )
      .not.toBe(before);
    await page.getByText('Schwerpunkt der Bevölkerung').click();
    await addressSays(page, 'centre', null);
    await says(row(page, 'Relative Zentralisierung').first(), before);
  });

  appTest('brushes areas with a rectangle', async ({ app: { page, open } }) => {
    await open(`${start}&map=cluster&part=neighbours`);
    await ready(page);
    const picture = answerOf(page).locator('svg[aria-label^="Moran"]');
    await picture.scrollIntoViewIfNeeded();
    const box = (await picture.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 12, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await says(answerOf(page), /\d+ Gebiete? hervorgehoben/);
  });

  appTest(
    'reads where the unevenness lies, in parts that add up',
    async ({ app: { page, open, screenshot } }) => {
      await open(`${start}&part=decomposition`);
      await ready(page);
      const picture = answerOf(page).locator('svg[aria-label^="Zerlegung von H"]');
      await picture.waitFor();
      const figures = (await picture.locator('text').allTextContents()).filter((text) =>
        /^−?\d+,\d( ·|$)/.test(text),
      );
      const values = figures.map((text) => germanNumber(plain(text).split(' ')[0]));
      const total = values.pop() ?? NaN;
      expect(total).toBeCloseTo(valueAt(measured(), 'H') * 100, 1);
      // Each is rounded by itself.
      expect(Math.abs(values.reduce((sum, one) => sum + one, 0) - total)).toBeLessThan(
        0.05 * figures.length + 0.01,
      );
      await screenshot('messen-zerlegung');
      const { rows, columns } = await saved(page, 'Zerlegung als CSV speichern');
      expect(columns).toEqual(['Zerlegung', 'Index', 'Teil', 'Wert']);
      const nested = rows.filter(([what, id]) => what === 'Wo die Unterschiede liegen' && id === 'M');
      const parts = nested.map((one) => germanNumber(one[3]));
      const whole = parts.pop() ?? NaN;
      expect(parts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(whole, 12);
    },
  );

  appTest('keeps the sentence while going from part to part', async ({ app: { page, open } }) => {
    await open(start);
    await ready(page, { map: false });
    const sentence = plain(await finding(page).innerText());
    for (const part of ['Kurven', 'Umkreis', 'Nachbarn', 'Zerlegung', 'Gebiete', 'Indizes']) {
      await openPart(page, part);
      expect(plain(await finding(page).innerText())).toBe(sentence);
    }
  });
});
