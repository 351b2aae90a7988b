import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromFolder } from '#cli/fromFolder.ts';
import { runCommandLine } from '#cli/main.ts';
import { buildPack, readRecipe } from '#import/recipe/buildPack.ts';
import { profileById } from '#monitoring/profiles/catalog.ts';
import { mssRows, type Row } from '../monitoring/mssStudy.ts';
import { describeWithRealData, requireRealData } from '../realData.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const musterstadt = join(root, 'data/musterstadt');

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface AreaRow {
  readonly area: string;
  readonly z: Readonly<Record<string, number | null>>;
  readonly statusIndex: number | null;
  readonly statusClass: string | null;
  readonly dynamicsIndex: number | null;
  readonly dynamicsClass: string | null;
  readonly persistence: { readonly editions: number; readonly low: number };
  readonly verdict: string;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  readonly excluded: string | null;
  readonly recommendation: string | null;
  readonly programme: { readonly name: string } | null;
  readonly stability: { readonly status: Readonly<Record<string, number>> } | null;
}

async function need(...args: readonly string[]): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const code = await runCommandLine(['need', ...args], io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

async function rows(...args: readonly string[]): Promise<readonly AreaRow[]> {
  const { code, out, err } = await need(...args, '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out) as AreaRow[];
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quartierlupe-need-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('need on the embedded city', () => {
  const musterstadtArgs = ['--pack', musterstadt, '--profile', 'mss-musterstadt'];

  test('tells the story it was made for: one programme ready to end, a needy area outside all of them', async () => {
    const areas = await rows(...musterstadtArgs);
    const ending = areas.filter((area) => area.recommendation === 'phase-out');
    expect(ending.length).toBeGreaterThan(0);
    expect(new Set(ending.map((area) => area.programme?.name)).size).toBe(1);
    const outside = areas.filter((area) => area.verdict === 'long-term' && area.programme === null);
    expect(outside.length).toBeGreaterThan(0);
    expect(outside.every((area) => area.recommendation === 'admit')).toBe(true);
  });

  test('--json: every area with every field, in full precision, words beside the codes', async () => {
    const areas = await rows(...musterstadtArgs);
    for (const area of areas) {
      expect(Object.keys(area)).toEqual(
        expect.arrayContaining(
          'area z statusIndex statusClass dynamicsIndex dynamicsClass persistence verdict reasons excluded'.split(
            ' ',
          ),
        ),
      );
      expect(area.excluded === null).toBe(area.statusClass !== null);
      expect(area.excluded === null).toBe(area.statusIndex !== null);
      for (const reason of area.reasons) expect(reason.text).not.toBe(reason.code);
    }
    expect(Object.keys(areas[0]!.z)).toEqual([
      'unemployment-sgb2',
      'transfer',
      'child-poverty',
      'unemployment-sgb2-change',
      'transfer-change',
      'child-poverty-change',
    ]);
    const digits = areas.map((area) => String(area.statusIndex ?? '').length);
    expect(Math.max(...digits)).toBeGreaterThan(12);
  });

  test('without --json: a German overview', async () => {
    const { code, out } = await need(...musterstadtArgs);
    expect(code).toBe(0);
    expect(out).toContain('erfundene Daten');
    expect(out).toMatch(/Status × Dynamik +positiv +stabil +negativ/);
    expect(out).toMatch(/langfristiger Unterstützungsbedarf +\d+ Gebiete/);
    expect(out).toContain('Verglichen mit den Fördergebieten');
    expect(out).not.toMatch(/undefined|NaN|null|reason-|\{\w+\}/);
  });

  test('--stability adds how certain it is, the same on every run', async () => {
    const once = await rows(...musterstadtArgs, '--stability', '40', '--seed', '7');
    const again = await rows(...musterstadtArgs, '--stability', '40', '--seed', '7');
    expect(once).toEqual(again);
    const rated = once.filter((area) => area.excluded === null);
    expect(rated.every((area) => area.stability !== null)).toBe(true);
    expect(Object.keys(rated[0]!.stability!.status)).toEqual([
      'weights',
      'cuts',
      'noise',
      'leave-one-out',
      'robust',
      'together',
    ]);
  });

  test('a profile from a file gives what the same profile from the catalogue gives', async () => {
    const file = join(folder, 'profile.json');
    await writeFile(file, JSON.stringify(profileById('mss-musterstadt')));
    const own = await rows('--pack', musterstadt, '--profile', file);
    expect(own).toEqual(await rows(...musterstadtArgs));
  });

  test('a profile file may begin with a byte order mark', async () => {
    const file = join(folder, 'marked.json');
    await writeFile(file, `\uFEFF${JSON.stringify(profileById('mss-musterstadt'))}`);
    expect((await need('--pack', musterstadt, '--profile', file)).code).toBe(0);
  });

  test('shows no table of status and dynamics where the dynamics are not known', async () => {
    const { code, out, err } = await need('--pack', musterstadt, '--profile', 'mss-2021');
    expect(code).toBe(0);
    expect(err).toContain('Hinweis: Die Dynamik der Ausgabe 2023 ist mit diesen Daten nicht berechenbar.');
    expect(out).not.toContain('Status × Dynamik');
    expect(out).toContain('123 von 124 Gebieten bewertet');
  });

  test('--help is German and names every profile', async () => {
    const { code, out } = await need('--help');
    expect(code).toBe(0);
    expect(out).toContain('Aufruf:');
    for (const id of ['mss-2013', 'mss-2021', 'mss-musterstadt', 'sozialmonitoring-hamburg', 'muenster']) {
      expect(out).toContain(id);
    }
  });
});

describe('need refuses', () => {
  test.each([
    ['no pack', ['--profile', 'mss-2021'], '--pack'],
    ['no profile', ['--pack', musterstadt], '--profile'],
    ['an unknown profile', ['--pack', musterstadt, '--profile', 'mss-1999'], 'mss-1999'],
    [
      'an edition that is no year',
      ['--pack', musterstadt, '--profile', 'mss-2021', '--edition', 'neu'],
      '--edition',
    ],
    ['an unknown option', ['--pack', musterstadt, '--profil', 'x'], 'profil'],
  ])('%s: usage error 2', async (_, args, word) => {
    const { code, out, err } = await need(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(word);
    expect(err).toContain('--help');
  });

  test.each([
    ['a pack that is not there', ['--pack', '/nirgendwo', '--profile', 'mss-2021'], 'datapackage.json'],
    [
      'a year that is no edition',
      ['--pack', musterstadt, '--profile', 'mss-musterstadt', '--edition', '1999'],
      '1999',
    ],
    [
      'a profile file that is not there',
      ['--pack', musterstadt, '--profile', 'nirgendwo.json'],
      'nirgendwo.json',
    ],
    [
      'a profile whose indicators the pack lacks',
      ['--pack', musterstadt, '--profile', 'mss-2013'],
      'Langzeitarbeitslosigkeit',
    ],
  ])('%s: data error 1', async (_, args, word) => {
    const { code, out, err } = await need(...args);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(word);
    expect(err).not.toContain('need-');
  });

  test('a profile file with a mistake, naming the place', async () => {
    const broken = join(folder, 'broken.json');
    await writeFile(broken, JSON.stringify({ ...profileById('mss-2021'), reference: 'mode' }));
    const { code, err } = await need('--pack', musterstadt, '--profile', broken);
    expect(code).toBe(1);
    expect(err).toContain('reference');
    await writeFile(broken, '{}');
    expect((await need('--pack', musterstadt, '--profile', broken)).err).toContain(
      'Dem Methodenprofil fehlt die Angabe „id“.',
    );
    await writeFile(broken, '{ "id": ');
    expect((await need('--pack', musterstadt, '--profile', broken)).code).toBe(1);
  });
});

describeWithRealData('need on the pack built from Berlin’s files', () => {
  let pack = '';

  beforeAll(async () => {
    pack = join(folder, 'berlin');
    const recipe = readRecipe(
      JSON.parse(await readFile(join(root, 'data/berlin/recipe.json'), 'utf8')),
      'recipe.json',
    );
    if (!recipe.ok) throw new Error(JSON.stringify(recipe.problems));
    const files = await buildPack(recipe.value, fromFolder(requireRealData('berlin')));
    if (!files.ok) throw new Error(JSON.stringify(files.problems.slice(0, 5)));
    for (const { path, bytes } of files.value) {
      await mkdir(dirname(join(pack, path)), { recursive: true });
      await writeFile(join(pack, path), bytes);
    }
  }, 120_000);

  test('mss-2021 meets every published class', async () => {
    const areas = await rows('--pack', pack, '--profile', 'mss-2021', '--edition', '2021');
    const published = new Map(mssRows('berlin/mss/mss_2021_indizes.csv').map((row) => [row.PLR_ID, row]));
    expect(areas).toHaveLength(542);
    for (const area of areas) {
      const row = published.get(area.area) as Row;
      const isRated = row.SI_N !== '-9999';
      expect(area.statusClass, area.area).toBe(isRated ? row.SI_V : null);
      expect(area.dynamicsClass, area.area).toBe(isRated ? row.DI_V : null);
    }
    const count = (status: string) => areas.filter((area) => area.statusClass === status).length;
    expect(['hoch', 'mittel', 'niedrig', 'sehr niedrig'].map(count)).toEqual([75, 366, 46, 49]);
    expect(areas.filter((area) => area.verdict === 'long-term').length).toBeGreaterThan(0);
  });

  test('mss-2019 meets every published class, and z as published to 1e-5', async () => {
    const areas = new Map(
      (await rows('--pack', pack, '--profile', 'mss-2019', '--edition', '2019')).map((area) => [
        area.area,
        area,
      ]),
    );
    const statuses = [null, 'hoch', 'mittel', 'niedrig', 'sehr niedrig'];
    const dynamics: Readonly<Record<string, string>> = { '+': 'positiv', '+/-': 'stabil', '-': 'negativ' };
    let compared = 0;
    for (const row of mssRows('berlin/mss/mss_2019_plr.csv')) {
      const area = areas.get(row.PLR_ID!)!;
      expect(area.statusClass, row.PLR_ID).toBe(statuses[Number(row.status_index)]);
      expect(area.dynamicsClass, row.PLR_ID).toBe(dynamics[row.dynamic_index!] ?? null);
      if (row.zS1 === '') continue;
      expect(Math.abs(area.z['unemployment-sgb2']! - Number(row.zS1))).toBeLessThan(1e-5);
      compared++;
    }
    expect(compared).toBe(435);
  });

  test('takes the edition a profile appeared with, and says where it did not', async () => {
    const own = await need('--pack', pack, '--profile', 'mss-2017');
    expect(own.out).toContain('Ausgabe 2017');
    expect(own.err).toBe('');
    const other = await need('--pack', pack, '--profile', 'mss-2021', '--edition', '2013');
    expect(other.code).toBe(0);
    expect(other.err).toContain('ist nach „mss-2013“ erschienen');
  });

  test.each([
    ['mss-2013', 434, '2013'],
    ['mss-2015', 435, '2015'],
    ['mss-2017', 436, '2017'],
  ])('%s rates %d areas by four indicators', async (profile, rated, edition) => {
    const areas = await rows('--pack', pack, '--profile', profile, '--edition', edition);
    expect(areas.filter((area) => area.excluded === null)).toHaveLength(rated);
    expect(Object.keys(areas[0]!.z)).toHaveLength(8);
  });
});
