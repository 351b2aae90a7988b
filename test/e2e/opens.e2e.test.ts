import { expect } from 'vitest';
import { appTest } from './app.ts';

appTest('the page opens and shows Musterstadt, and says that it is invented', async ({ app }) => {
  await app.open();
  await app.page.getByText('Musterstadt').first().waitFor();
  await app.page.getByText('erfundene Daten').first().waitFor();
  expect(await app.page.title()).toContain('Quartierlupe');
  expect(await app.page.locator('html').getAttribute('lang')).toBe('de');
});
