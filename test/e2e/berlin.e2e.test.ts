import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import { fromFolder } from '#cli/fromFolder.ts';
import { numbersOf } from '#i18n/numbers.ts';
import { buildPack, readRecipe } from '#import/recipe/buildPack.ts';
import { measure } from '#measuring/measure.ts';
import type { Study } from '#model/study.ts';
import { describeWithRealData, requireRealData } from '../realData.ts';
import { appTest } from './app.ts';
import { studyOf } from './city.ts';
import { addressSays, finding, openTask, readTable, ready, save, says } from './screen.ts';

const folder = mkdtempSync(join(tmpdir(), 'quartierlupe-berlin-'));
const recipePath = fileURLToPath(new URL('../../data/berlin/recipe.json', import.meta.url));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeWithRealData('Berlin from its real files', () => {
  const numbers = numbersOf('de');
  let study: Study;
  appTest.override({ packs: { berlin: folder } });

  beforeAll(async () => {
    const recipe = readRecipe(JSON.parse(readFileSync(recipePath, 'utf8')), recipePath);
    if (!recipe.ok) throw new Error('invalid recipe');
    const built = await buildPack(recipe.value, fromFolder(requireRealData('berlin')));
    if (!built.ok) throw new Error(`invalid source: ${built.problems[0]?.code}`);
    for (const { path, bytes } of built.value) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    study = await studyOf(folder);
  });

  appTest(
    'shows 542 areas, and every one in the table that is saved',
    async ({ app: { page, open, screenshot } }) => {
      await open();
      await ready(page);
      await says(page.locator('header'), 'Berlin');
      await says(page.locator('header'), '542 Planungsräume');
      await page.locator('#ql-answer table[aria-rowcount="543"]').waitFor();
      await screenshot('berlin-erkunden');
      const { bytes } = await save(page, 'Tabelle als CSV, deutsches Zahlenformat');
      const { rows } = readTable(bytes, ';');
      expect(rows).toHaveLength(542);
      // Keys keep their zeros.
      expect(rows.every(([key]) => /^\d{8}$/.test(key ?? ''))).toBe(true);
      expect(rows.some(([key]) => key?.startsWith('0'))).toBe(true);
    },
  );

  appTest(
    'says of how many primary schools there are figures and positions, and names the rest',
    async ({ app: { page, open, screenshot } }) => {
      await open('#v=1&city=berlin&view=institutions&form=primary');
      await ready(page);
      await says(page.locator('#ql-answer'), '437 in der Quelle, 413 mit Zahlen, 409 davon mit Lage.');
      await expect
        .poll(() =>
          page.locator('svg[aria-label^="Trichter"] g[data-mark="dot"]').first().locator('circle').count(),
        )
        .toBe(413);
      for (const [summary, number] of [
        ['24 Einrichtungen ohne Zahlen', 24],
        ['5 Einrichtungen ohne Lage', 5],
      ] as const) {
        const list = page.locator('details', { has: page.locator('summary', { hasText: summary }) });
        await list.locator('summary').click();
        await expect.poll(() => list.locator('li').count()).toBe(number);
      }
      await screenshot('berlin-einrichtungen');
    },
  );

  appTest(
    'reproduces the published classes of the monitoring',
    async ({ app: { page, open, screenshot } }) => {
      await open('#v=1&city=berlin&view=need&edition=2021');
      await ready(page);
      await says(
        page.locator('.ql-ask'),
        'nachgerechnet: 536 von 536 amtlichen Statusklassen, 536 von 536 Dynamikklassen',
      );
      await says(finding(page), /\d+ von 536 Gebieten/);
      const cells = page.locator('.ql-ask table').first();
      for (const row of ['hoch', 'mittel', 'niedrig', 'sehr niedrig']) await says(cells, row);
      await says(page.locator('#ql-answer'), 'Dieses Datenpaket enthält keine Fördergebiete');
      await screenshot('berlin-foerderbedarf');
    },
  );

  appTest(
    'measures the register of 2024 as Node does, and the old areas before',
    async ({ app: { page, open, screenshot } }) => {
      await open('#v=1&city=berlin&view=measure&group=foreigners&year=2024');
      await ready(page);
      const answer = measure(study, {
        family: study.families[0]!.id,
        year: 2024,
        group: 'foreigners',
        reference: 'rest',
        neighbourhood: 'contiguity',
        radius: 1000,
        kernel: 'biweight',
      });
      const d = answer.indices.find(({ id }) => id === 'D')!.value;
      expect(answer.groupTotal).toBe(971_878);
      await says(finding(page), `${numbers.integer(d * 100)} von 100 Ausländerinnen und Ausländern`);
      await says(page.locator('#ql-answer table').first(), numbers.decimal(d * 100));
      await says(page.locator('.ql-ask'), '971 878');
      await screenshot('berlin-messen');
      await page.getByRole('slider', { name: 'Jahr' }).press('Home');
      const first = answer.course[0]!;
      await addressSays(page, 'year', String(first.year));
      await says(page.locator('header'), '448 Planungsräume');
      await says(finding(page), `${numbers.integer(first.values.D! * 100)} von 100`);
    },
  );

  appTest(
    'goes from task to task without the old areas standing in the way',
    async ({ app: { page, open } }) => {
      await open('#v=1&city=berlin&year=2016&ind=foreigners');
      await ready(page);
      await says(page.locator('header'), '448 Planungsräume');
      await openTask(page, 'Einrichtungen');
      await says(page.locator('#ql-answer'), '437 in der Quelle');
      await openTask(page, 'Förderbedarf');
      await says(page.locator('header'), '542 Planungsräume');
      await openTask(page, 'Erkunden');
      await says(page.locator('header'), '448 Planungsräume');
    },
  );
});
