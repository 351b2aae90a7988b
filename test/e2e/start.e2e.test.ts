import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'start-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm start`'s program until it prints an address (resolves to it) or ends (resolves to how). */
function start(...args: string[]): Promise<string | Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', '--no-build', ...args], {
      cwd: root,
    });
    children.push(child);
    let out = '';
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
      const address = /http:\S+/.exec(out)?.[0];
      if (address) resolve(address);
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

async function packsAt(address: string | Ended): Promise<string[]> {
  if (typeof address !== 'string') throw new Error(`did not start: ${address.err}`);
  const list = (await (await fetch(`${address}packs/index.json`)).json()) as { packs: { id: string }[] };
  return list.packs.map(({ id }) => id);
}

describe('npm start', () => {
  test('shows the embedded city at the address it prints', async () => {
    const address = await start('--port', '0');
    expect(await packsAt(address)).toEqual(['musterstadt']);
    const page = await (await fetch(String(address))).text();
    expect(page).toContain('<html lang="de">');
    expect((await fetch(`${address}packs/musterstadt/datapackage.json`)).status).toBe(200);
  });

  test('shows a pack of its own first', async () => {
    writeFileSync(join(folder, 'datapackage.json'), '{"name":"kleinstadt"}');
    const address = await start('--port', '0', '--pack', folder);
    expect(await packsAt(address)).toEqual(['kleinstadt', 'musterstadt']);
    const descriptor = await fetch(`${address}packs/kleinstadt/datapackage.json`);
    expect(await descriptor.json()).toEqual({ name: 'kleinstadt' });
  });

  test.each([
    ['a folder that is no pack', ['--pack', join(root, 'test')], 1, 'datapackage.json'],
    ['a folder that is not there', ['--pack', join(folder, 'none')], 1, 'Kein Ordner'],
    ['a port that is none', ['--port', 'abc'], 2, 'Kein Port: abc'],
    ['an unknown option', ['--pakc', 'x'], 2, '--pakc'],
  ])('says what is wrong with %s', async (_name, args, code, message) => {
    const ended = await start(...args);
    expect(ended).toMatchObject({ code, err: expect.stringContaining(message) });
  });
});
