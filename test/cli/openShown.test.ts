import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromFolder } from '#cli/fromFolder.ts';
import { runCommandLine } from '#cli/main.ts';
import { openShown } from '#cli/openShown.ts';
import { readFolder } from '#cli/readFolder.ts';
import { guardStudy } from '#disclosure/guard.ts';
import { rulesOf, strict } from '#disclosure/profiles.ts';
import { openPack } from '#import/pack/openPack.ts';
import type { Result } from '#model/result.ts';
import { createWorkshop } from '#worker/workshop.ts';

const musterstadt = fileURLToPath(new URL('../../data/musterstadt/', import.meta.url));
let folder = '';

function successful<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** Musterstadt, declaring that little may be shown of it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quartierlupe-shown-'));
  await cp(musterstadt, folder, { recursive: true });
  const path = join(folder, 'datapackage.json');
  const descriptor = JSON.parse(await readFile(path, 'utf8')) as { quartierlupe: Record<string, unknown> };
  descriptor.quartierlupe.disclosure = rulesOf(strict);
  await writeFile(path, JSON.stringify(descriptor));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  return { code: await runCommandLine(args, io), out: out.join('\n'), err: err.join('\n') };
}

describe('a pack that declares a disclosure profile', () => {
  test('is shown under it by the command line, which says so', async () => {
    const raw = successful(await openPack(fromFolder(folder)));
    const { study, guarded } = successful(await openShown(folder));
    const expected = guardStudy(raw, rulesOf(strict));
    expect(study.observations).toEqual(expected.study.observations);
    expect(study.observations).not.toEqual(raw.observations);
    expect(guarded).toMatch(/Profil strict.*\d+ von \d+ Zahlen sind verborgen, \d+ gerundet/);
    expect(successful(await openShown(musterstadt)).guarded).toBeNull();

    const need = await run('need', '--pack', folder, '--profile', 'mss-musterstadt', '--json');
    expect([need.code, need.err]).toEqual([0, expect.stringContaining(guarded ?? '?')]);
    const open = await run('need', '--pack', musterstadt, '--profile', 'mss-musterstadt', '--json');
    const residents = (text: string) =>
      (JSON.parse(text) as readonly { readonly residents: number | null }[]).map((area) => area.residents);
    expect(residents(open.out).some((n) => (n ?? 0) % 5 !== 0)).toBe(true);
    expect(residents(need.out).every((n) => (n ?? 0) % 5 === 0)).toBe(true);
    const measure = await run(
      'measure',
      '--pack',
      folder,
      '--level',
      'stadtteil',
      '--groups',
      'foreigners,rest',
    );
    expect([measure.code, measure.err]).toEqual([0, expect.stringContaining(guarded ?? '?')]);
  });

  test('is opened under it by the app', async () => {
    const workshop = createWorkshop();
    const origin = { kind: 'files', name: 'Musterstadt', files: (await readFolder(folder)).files } as const;
    const opened = successful(await workshop.open(origin, { offer() {}, pause: async () => {} }));
    expect(opened.guard?.profile).toEqual(rulesOf(strict));
    const shown = successful(await openShown(folder));
    expect(opened.study.observations).toEqual(shown.study.observations);
  });
});
