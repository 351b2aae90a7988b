import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { expect, test } from 'vitest';
import { chromiumArguments, findChromium } from '../../scripts/chromium.ts';
import { distFolder } from '../../scripts/dist.ts';
import { type PackEntry, packIndex, packIndexPath } from '../../scripts/packs.ts';
import { type Served, serve } from '../../scripts/serve.ts';
import { settled } from './screen.ts';

/**
 * `E2E_SLOWDOWN=4` lets the pages compute at a quarter of their speed: what depends on who is faster shows itself there.
 * Workers are not slowed down.
 */
export const slowdown = Number(process.env.E2E_SLOWDOWN ?? 1);

/** `E2E_PICTURES=1` takes the pictures: they are for people, no check depends on them. */
const takesPictures = process.env.E2E_PICTURES === '1';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built app in a fresh browser context. */
export interface App {
  readonly page: Page;
  /** Address of the app; served from a sub-path, as many hosts do. */
  readonly url: string;
  /** Opens the app, with a permalink when `hash` is given (`#v=1&…`). */
  open(hash?: string): Promise<void>;
  /** A further page of the same user, watched as the first one. */
  newPage(): Promise<Page>;
  /** Errors that this test provokes on purpose; any other fails it. */
  allow(pattern: RegExp): void;
  /** Writes `test-results/<name>.png` to be looked at, where pictures are wanted. */
  screenshot(name: string): Promise<void>;
}

interface Fixtures {
  /** Changed for a `describe` with `appTest.override({ viewport })`. */
  viewport: { width: number; height: number };
  /** Pack folders listed before the embedded one, by their id. */
  packs: Readonly<Record<string, string>>;
  contextOptions: BrowserContextOptions;
  /** One for all tests of all files: each has a context of its own. */
  browser: Browser;
  servers: Map<string, Promise<Served>>;
  app: App;
}

/**
 * `test` with the running app. The test fails when the page logs an error, throws, or asks for anything that is not
 * on its own server.
 */
export const appTest = test.extend<Fixtures>({
  viewport: { width: 1280, height: 720 },
  packs: {},
  contextOptions: {},
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to learn what a fixture needs
    async ({}, use) => {
      const executablePath = findChromium() ?? undefined;
      const browser = await chromium.launch({ executablePath, args: chromiumArguments });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  servers: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const servers = new Map<string, Promise<Served>>();
      await use(servers);
      for (const served of servers.values()) await (await served).close();
    },
    { scope: 'worker' },
  ],
  app: async ({ browser, servers, viewport, packs, contextOptions }, use) => {
    const key = JSON.stringify(packs);
    const serving = servers.get(key) ?? serveDist(packs);
    servers.set(key, serving);
    const served = await serving;
    const context = await browser.newContext({ locale: 'de-DE', viewport, ...contextOptions });
    context.setDefaultTimeout(60_000);
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: new URL(served.url).origin,
    });
    const troubles: string[] = [];
    const allowed: RegExp[] = [];
    context.on('page', (page) => watch(page, served.url, troubles));
    const newPage = async (): Promise<Page> => {
      const page = await context.newPage();
      if (slowdown > 1) await slowDown(page);
      return page;
    };
    const page = await newPage();
    await use({
      page,
      url: served.url,
      open: async (hash = '') => {
        await page.goto(served.url + hash);
      },
      newPage,
      allow: (pattern) => allowed.push(pattern),
      screenshot: async (name) => {
        if (!takesPictures) return;
        await settled(page);
        const folder = join(root, 'test-results');
        mkdirSync(folder, { recursive: true });
        await page.screenshot({ path: join(folder, `${name}.png`) });
      },
    });
    await context.close();
    expect(
      troubles.filter((trouble) => !allowed.some((pattern) => pattern.test(trouble))),
      'the page stays quiet: no error, no request to anybody else',
    ).toEqual([]);
  },
});

async function serveDist(packs: Readonly<Record<string, string>>): Promise<Served> {
  if (!existsSync(join(distFolder, 'index.html')))
    throw new Error(`${distFolder} fehlt: zuerst npm run build`);
  const ids = Object.keys(packs);
  const entries: PackEntry[] = [...ids, 'musterstadt'].map((id) => ({ id, path: `packs/${id}/` }));
  return serve({
    root: distFolder,
    base: '/unter/einem/pfad/',
    port: 0,
    folders: Object.fromEntries(ids.map((id) => [`packs/${id}/`, packs[id] ?? ''])),
    texts: ids.length > 0 ? { [packIndexPath]: packIndex(entries) } : {},
  });
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

function watch(page: Page, own: string, troubles: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !/^(data|blob|about):/.test(url)) troubles.push(`request: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`status ${response.status()}: ${response.url()}`);
  });
}
