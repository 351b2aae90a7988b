import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { type Served, type ServeOptions, serve } from '../../scripts/serve.ts';

const place = mkdtempSync(join(tmpdir(), 'serve-'));
const root = join(place, 'dist');
const pack = join(place, 'pack');
mkdirSync(join(root, 'assets'), { recursive: true });
mkdirSync(pack);
writeFileSync(join(place, 'secret.txt'), 'secret');
writeFileSync(join(root, 'index.html'), '<p>Größe</p>');
writeFileSync(join(root, 'assets/a b.js'), 'export {};');
writeFileSync(join(root, 'assets/fira.woff2'), 'font');
writeFileSync(join(pack, 'datapackage.json'), '{}');
symlinkSync(join(place, 'secret.txt'), join(root, 'link.txt'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const running: Served[] = [];
afterEach(async () => {
  for (const served of running.splice(0)) await served.close();
});
async function start(options: Partial<ServeOptions> = {}): Promise<Served> {
  const served = await serve({ root, port: 0, ...options });
  running.push(served);
  return served;
}

/** `fetch` tidies a path before it sends it: this sends the bytes as they are. */
function rawStatus(port: number, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, 'localhost', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    });
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('end', () => resolve(Number(text.split(' ')[1])));
    socket.on('error', reject);
  });
}

describe('serve', () => {
  test('gives the index for a folder, text files zipped and with their type', async () => {
    const { url } = await start();
    const answer = await fetch(url);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(await answer.text()).toBe('<p>Größe</p>');
  });

  test('does not zip for whom it is no use, nor what is packed already', async () => {
    const { url } = await start();
    const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const font = await fetch(`${url}assets/fira.woff2`);
    expect([font.headers.get('content-type'), font.headers.get('content-encoding')]).toEqual([
      'font/woff2',
      null,
    ]);
  });

  test('decodes names and forgets the query', async () => {
    const { url } = await start();
    const answer = await fetch(`${url}assets/a%20b.js?v=1`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ]);
  });

  test.each([
    ['/../secret.txt', 400],
    ['/assets/../../secret.txt', 400],
    ['/%2e%2e/secret.txt', 400],
    ['/..%2fsecret.txt', 400],
    ['/..%5csecret.txt', 400],
    ['/%00', 400],
    ['/%', 400],
    ['/link.txt', 404],
    ['/assets', 404],
    ['/nothing.js', 404],
  ])('refuses %s', async (path, status) => {
    const { port } = await start();
    expect(await rawStatus(port, path)).toBe(status);
  });

  test('only reads', async () => {
    const { url } = await start();
    expect((await fetch(url, { method: 'POST', body: 'x' })).status).toBe(405);
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('serves below a sub-path, with packs and texts before the files', async () => {
    const { url, port } = await start({
      base: '/a/b/',
      folders: { 'packs/berlin/': pack },
      texts: { 'packs/index.json': '{"packs":[]}' },
    });
    expect(await (await fetch(`${url}packs/index.json`)).json()).toEqual({ packs: [] });
    expect(await (await fetch(`${url}/packs//index.json`)).json()).toEqual({ packs: [] });
    expect((await fetch(`${url}packs/berlin/datapackage.json`)).status).toBe(200);
    expect((await fetch(`${url}packs/berlin/none.csv`)).status).toBe(404);
    expect((await fetch(`http://localhost:${port}/index.html`)).status).toBe(404);
  });

  test('takes the next port when the wished one is in use, if it may', async () => {
    const first = await start();
    const second = await start({ port: first.port, orNext: true });
    expect(second.port).toBeGreaterThan(first.port);
    await expect(serve({ root, port: first.port })).rejects.toThrow(/EADDRINUSE/);
  });
});
