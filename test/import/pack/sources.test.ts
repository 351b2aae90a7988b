import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fromFolder } from '#cli/fromFolder.ts';
import { openPack } from '#import/pack/openPack.ts';
import { fromUrl } from '#import/pack/sources/fromUrl.ts';
import { fromZip } from '#import/pack/sources/fromZip.ts';
import { kleinstadt, kleinstadtFiles } from './fixturePack.ts';

const entries = (folder = ''): Record<string, Uint8Array> =>
  Object.fromEntries(kleinstadtFiles().map(({ path, bytes }) => [folder + path, bytes]));

describe('a folder', () => {
  test('opens', async () => {
    expect((await openPack(fromFolder(kleinstadt))).ok).toBe(true);
  });

  test('gives nothing outside itself', async () => {
    expect(await fromFolder(`${kleinstadt}geo`).read('../datapackage.json')).toBeNull();
    expect(await fromFolder(kleinstadt).read('geo')).toBeNull();
    expect(await fromFolder(kleinstadt).read('datapackage.json')).not.toBeNull();
  });
});

describe('a zip', () => {
  test.each(['', 'Kleinstadt/', 'a/b/'])('opens with its files in %j', async (folder) => {
    const source = await fromZip(zipSync(entries(folder)), 'kleinstadt.zip');
    expect(source.ok && (await openPack(source.value)).ok).toBe(true);
  });

  test('that swells beyond the limit is refused before it is unpacked', async () => {
    const bomb = zipSync({ 'datapackage.json': new Uint8Array(5_000_000) });
    expect(bomb.length).toBeLessThan(10_000);
    const source = await fromZip(bomb, 'bombe.zip', { files: 10, bytes: 1_000_000 });
    expect(source).toMatchObject({ ok: false, problems: [{ code: 'zip-too-large' }] });
  });

  test('of too many files is refused', async () => {
    const source = await fromZip(zipSync(entries()), 'viele.zip', { files: 3, bytes: 1_000_000 });
    expect(source).toMatchObject({ ok: false, problems: [{ code: 'zip-too-large' }] });
  });

  test.each(['../../etc/passwd', '/etc/passwd', 'a/../../b', 'C:\\x'])(
    'with the path %j is refused',
    async (path) => {
      const source = await fromZip(zipSync({ ...entries(), [path]: strToU8('x') }), 'schlecht.zip');
      expect(source).toMatchObject({ ok: false, problems: [{ code: 'zip-path' }] });
    },
  );

  test('that is none is a problem', async () => {
    expect(await fromZip(strToU8('kein Archiv'), 'x.zip')).toMatchObject({
      ok: false,
      problems: [{ code: 'zip-invalid', where: { file: 'x.zip' } }],
    });
  });
});

describe('an address', () => {
  const files = new Map(
    kleinstadtFiles().map(({ path, bytes }) => [`https://stadt.example/paket/${path}`, bytes]),
  );
  const serve = (async (address: string) => {
    const bytes = files.get(decodeURI(address));
    return bytes ? new Response(Buffer.from(bytes)) : new Response('', { status: 404 });
  }) as typeof fetch;

  test('opens', async () => {
    expect((await openPack(fromUrl('https://stadt.example/paket', serve))).ok).toBe(true);
  });

  test('that answers with its start page has no such file', async () => {
    const startPage = (async () =>
      new Response('<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } })) as typeof fetch;
    const opened = await openPack(fromUrl('https://stadt.example/', startPage));
    expect(opened).toMatchObject({ ok: false, problems: [{ code: 'file-missing' }] });
  });

  test('that fails is a problem, not an exception', async () => {
    const failing = (async () => new Response('', { status: 500 })) as typeof fetch;
    const opened = await openPack(fromUrl('https://stadt.example/', failing));
    expect(opened).toMatchObject({
      ok: false,
      problems: [{ code: 'file-unreadable', params: { reason: 'HTTP 500' } }],
    });
  });
});
