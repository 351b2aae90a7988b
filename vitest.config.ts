import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArguments, findChromium } from './scripts/chromium.ts';
import { conditions } from './scripts/conditions.ts';
import { servePacks } from './scripts/packs.ts';

const executablePath = findChromium() ?? undefined;
/** As in `test/e2e/app.ts`. */
const slowdown = Number(process.env.E2E_SLOWDOWN ?? 1);
/** What is waited for comes; when, is up to a machine that may have other things to do. Vitest gives it one second. */
const patient = (timeout: number) => ({ poll: { timeout, interval: 50 } });
const unit = {
  environment: 'node',
  setupFiles: ['test/setup/fastCheck.ts', 'test/setup/words.ts'],
  // Far above what any takes: a limit tells a test that hangs, not a machine that is busy.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: patient(20_000),
};
/** Tests that put something else in the place of constructors or modules. */
const alone = ['test/import/fuzz/**/*.test.ts', 'test/i18n/i18n.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...unit,
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/**/*.browser.test.{ts,tsx}', ...alone],
          // Modules are loaded once for each process, not for each of hundreds of files.
          isolate: false,
        },
      },
      { test: { ...unit, name: 'unit-alone', include: alone } },
      {
        plugins: [servePacks()],
        resolve: { conditions: [...conditions] },
        // A dependency that Vite discovers while tests run makes it reload the page under them: name them all.
        optimizeDeps: {
          include: [
            '@deck.gl/core',
            '@deck.gl/layers',
            '@deck.gl/maplibre',
            '@observablehq/plot',
            '@turf/turf',
            'axe-core',
            'd3',
            'fast-check',
            '@e965/xlsx',
            'fflate',
            'maplibre-gl',
            'papaparse',
            'preact',
            'preact/hooks',
            'preact/jsx-dev-runtime',
            'preact/jsx-runtime',
            'preact/test-utils',
            'proj4',
            'simple-statistics',
            'topojson-client',
            'valibot',
            'zustand/vanilla',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.{ts,tsx}'],
          setupFiles: ['test/setup/fastCheck.ts', 'test/setup/words.ts'],
          testTimeout: 30_000,
          expect: patient(20_000),
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1280, height: 720 },
            provider: playwright({ launchOptions: { executablePath, args: chromiumArguments } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.e2e.test.ts'],
          testTimeout: 120_000 * slowdown,
          hookTimeout: 120_000,
          expect: patient(60_000),
          fileParallelism: false,
          // One browser for all files.
          isolate: false,
        },
      },
    ],
  },
});
