import { describe, expect } from 'vitest';
import { appTest } from './app.ts';
import { barriers, overflow } from './barriers.ts';
import {
  addressOf,
  addressSays,
  finding,
  openTask,
  plain,
  ready,
  says,
  selectedRow,
  settled,
  taskNames,
} from './screen.ts';

describe('without barriers', () => {
  appTest('axe finds nothing serious in any task', async ({ app: { page, open } }) => {
    await open();
    await ready(page);
    for (const task of taskNames) {
      await openTask(page, task);
      await ready(page);
      expect(await barriers(page), `${task}, on its way`).toEqual([]);
      await settled(page);
      expect(await barriers(page), task).toEqual([]);
      if (task === 'Einrichtungen') continue;
      await page.locator('#ql-answer tr[data-key]').first().click();
      await selectedRow(page).first().waitFor();
      await settled(page);
      expect(await barriers(page), `${task}, area chosen`).toEqual([]);
      await selectedRow(page).first().click();
      await addressSays(page, 'area', null);
    }
  });

  appTest('axe finds nothing serious in menu and dialog', async ({ app: { page, open } }) => {
    await open();
    await ready(page, { map: false });
    await page.getByRole('button', { name: 'Teilen' }).click();
    await page.getByRole('menuitem').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Quellen/ }).click();
    await page.getByRole('dialog').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  appTest('the whole way by keyboard: chips, slider, table, tasks, menu', async ({ app: { page, open } }) => {
    await open();
    await ready(page, { map: false });
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: element } = document;
        return `${element?.tagName} ${element?.getAttribute('role') ?? element?.getAttribute('type') ?? ''} ${element?.textContent?.slice(0, 40) ?? ''}`;
      });
    /** Tab until the focus is on something; a reader never needs more steps than there are controls. */
    const tabTo = async (selector: string) => {
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
          return;
      }
      throw new Error(`not reached by Tab: ${selector}, at ${await focused()}`);
    };

    // Chips are radio buttons: arrows move the choice.
    await tabTo('input[type="radio"]');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => addressOf(page).get('ind')).not.toBeNull();
    await page.keyboard.press('ArrowLeft');
    await addressSays(page, 'ind', 'sgb2-rate');
    const [theme] = await page
      .getByRole('radio', { checked: true })
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).labels?.[0]?.textContent));
    expect(theme).toBe('SGB II');

    await tabTo('[role="combobox"].ql-select');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await addressSays(page, 'ind', null);

    await tabTo('input[type="range"][aria-valuetext="2023"]');
    await page.keyboard.press('ArrowLeft');
    await addressSays(page, 'year', '2022');

    await tabTo('#ql-answer tr[data-key]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => addressOf(page).get('area')).not.toBeNull();
    const third = plain(await page.locator('#ql-answer tr[data-key]').nth(2).innerText());
    await expect.poll(async () => plain(await selectedRow(page).innerText())).toBe(third);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    // Sorted from high to low: the last row has the least, or no value at all.
    await expect.poll(async () => plain(await selectedRow(page).innerText())).not.toBe(third);

    await page.locator('.ql-skip').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('ql-answer');

    await page.getByRole('link', { name: 'Messen' }).focus();
    await page.keyboard.press('Enter');
    await says(finding(page), /von 100 Ausländerinnen/);
    await page.getByRole('button', { name: 'Teilen' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Link kopiert.').first().waitFor();
    await expect.poll(focused).toContain('Teilen');
  });
});

describe('in English', () => {
  appTest(
    'nothing German is left in the frame, figures are English, and the choice is kept',
    async ({ app: { page, open, screenshot } }) => {
      await open();
      await ready(page);
      await page.getByRole('button', { name: 'English' }).click();
      await page.locator('html[lang="en"]').waitFor({ state: 'attached' });
      await says(finding(page), /\d+ out of 100/);
      const german =
        /\b(und|oder|der|die|das|Gebiete?|Erkunden|Messen|Einrichtungen|Förderbedarf|Teilen|Thema|Merkmal|Klassen|Jahr|Rangliste|Verteilung|Quelle|Quellen|Karte|Stadt|seit|Anteil|Träger|Gruppe|Ausgabe|Warum|nicht|keine?)\b/;
      for (const task of ['Explore', 'Measure', 'Institutions', 'Need'] as const) {
        await page
          .getByRole('navigation')
          .getByRole('link', { name: new RegExp(task, 'i') })
          .click();
        await page.locator('.ql-tab[aria-current="page"]', { hasText: task }).waitFor();
        await finding(page).waitFor();
        await settled(page);
        const visible = plain(
          await page.evaluate(() => {
            const names = document.querySelectorAll(
              '[data-key] th, .ql-detail-name, .ql-chart-svg, .ql-city, #ql-answer li',
            );
            for (const name of names) name.setAttribute('data-name', '');
            return (document.querySelector('#app') as HTMLElement).innerText;
          }),
        );
        const proper = plain(
          await page.evaluate(() =>
            [...document.querySelectorAll('[data-name]')].map((one) => one.textContent).join(' '),
          ),
        );
        const words = visible.split(' ').filter((word) => german.test(word) && !proper.includes(word));
        expect(words, task).toEqual([]);
      }
      await screenshot('englisch-1280');
      await page
        .getByRole('navigation')
        .getByRole('link', { name: /Explore/i })
        .click();
      await says(page.locator('#ql-answer tr[data-key]').first(), /\d\d\.\d/);
      await page.reload();
      await ready(page, { map: false });
      await page.locator('html[lang="en"]').waitFor({ state: 'attached' });
      await page.getByRole('button', { name: 'Deutsch' }).click();
      await says(page.locator('nav').first(), 'Erkunden');
      await page.locator('html[lang="de"]').waitFor({ state: 'attached' });
    },
  );
});

describe('on every screen', () => {
  appTest('nothing lies beyond the edge, in no task', async ({ app: { page, open, screenshot } }) => {
    await open();
    await ready(page);
    for (const task of taskNames) {
      await openTask(page, task);
      await settled(page);
      for (const [width, height] of [
        [1920, 1080],
        [820, 1180],
        [1280, 720],
      ] as const) {
        await page.setViewportSize({ width, height });
        // What is drawn into its own width follows with the next pictures.
        await expect.poll(() => overflow(page), { message: `${task}, ${width}` }).toBeLessThanOrEqual(0);
        await settled(page);
        expect(await overflow(page), `${task}, ${width}`).toBeLessThanOrEqual(0);
        await screenshot(`${task.toLowerCase()}-${width}`);
      }
    }
  });

  describe('a tablet', () => {
    appTest.override({ viewport: { width: 820, height: 1180 } });
    appTest('draws settings and results up over the map', async ({ app: { page, open, screenshot } }) => {
      await open();
      await ready(page);
      await page.getByRole('button', { name: 'Einstellungen öffnen' }).click();
      await page.getByRole('radio', { name: 'Stadtteil', exact: true }).waitFor();
      await page.locator('label', { hasText: /^Stadtteil$/ }).click();
      await addressSays(page, 'level', 'stadtteil');
      await screenshot('tablet-einstellungen');
      await page.getByRole('button', { name: 'Einstellungen schließen' }).click();
      await page.getByRole('button', { name: 'Ergebnisse öffnen' }).click();
      await page.locator('#ql-answer tr[data-key]').first().click();
      await expect.poll(() => addressOf(page).get('area')).not.toBeNull();
      await screenshot('tablet-ergebnisse');
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  });
});
