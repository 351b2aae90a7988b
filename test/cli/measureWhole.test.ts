import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { Findings } from '#cli/findings.ts';
import { fromFolder } from '#cli/fromFolder.ts';
import { runCommandLine } from '#cli/main.ts';
import { contextOfSide } from '#cli/measureInput.ts';
import { measureOptions } from '#cli/measureOptions.ts';
import { measureResults, plainResults } from '#cli/measureResults.ts';
import type { MeasureSide } from '#cli/measureSide.ts';
import { openPack } from '#import/pack/openPack.ts';
import { beginUncertainty } from '#measuring/uncertainty.ts';
import { catalog } from '#stats/catalog.ts';
import { finish } from '#stats/inference/stepper.ts';
import { describeWithOracles, oracle } from '../realData.ts';

const folder = mkdtempSync(join(tmpdir(), 'quartierlupe-measure-whole-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function file(name: string, content: string): string {
  const path = join(folder, `${++files}-${name}`);
  writeFileSync(path, content);
  return path;
}

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const code = await runCommandLine(['measure', ...args], io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

interface Entry {
  readonly value: number | null | readonly (number | null)[];
  readonly interval?: readonly [number, number];
  readonly se?: number;
  readonly expected?: number;
  readonly corrected?: number;
  readonly p?: number | readonly (number | null)[];
  readonly adjusted?: readonly (number | null)[];
  readonly quadrant?: readonly (string | null)[];
  readonly chance?: string;
  readonly n: number;
  readonly reason?: string;
}

async function json<T = Readonly<Record<string, Entry>>>(...args: readonly string[]): Promise<T> {
  const { code, out, err } = await run(...args, '--json');
  expect(code, err).toBe(0);
  return JSON.parse(out) as T;
}

const plain =
  'id,a,b,c,x,y,m2,form,ort\n01,30,10,5,0,0,9,G,N\n02,10,30,5,1000,0,9,G,S\n03,20,20,5,0,2000,4,H,N\n04,5,45,9,900,2000,1,H,S\n';
const source = ['--table', file('plain.csv', plain), '--unit', 'id'];
const ab = [...source, '--groups', 'a,b'];
const points = ['--x', 'x', '--y', 'y', '--crs', 'planar'];

describe('--list', () => {
  it('names needs, range and source of every index', async () => {
    const { out } = await run('--list');
    expect(out).toContain('(Konzentration; zwei Gruppen; braucht Landflächen; von 0 bis 1; ');
    for (const spec of catalog) expect(out).toContain(spec.citation);
  });

  it('says the same as data', async () => {
    const list = await json<readonly { readonly id: string; readonly range: readonly unknown[] }[]>('--list');
    expect(list.map(({ id }) => id)).toEqual(catalog.map(({ id }) => id));
    const geary = list.find(({ id }) => id === 'geary');
    expect(geary).toMatchObject({
      groups: 'two',
      scope: 'global',
      needs: ['weights'],
      range: [0, null],
      chance: 'areas',
      citation: 'Geary 1954',
    });
  });
});

describe('what the input does not allow', () => {
  it('is left out of all and said on stderr, with what it would need', async () => {
    const { out, err } = await run(...ab, '--json');
    expect(Object.keys(JSON.parse(out))).not.toContain('moran');
    expect(err).toMatch(/^Hinweis: Nicht dabei: .*moran.* – braucht die Lage/);
    const three = await run(...source, '--groups', 'a,b,c', '--json');
    expect(three.err).toMatch(/Nicht dabei: D, G, .* – vergleicht genau zwei Gruppen/);
  });

  it('is null with its reason where it is asked for by name', async () => {
    const named = await json(...ab, '--index', 'D,moran,ACO');
    expect(Object.keys(named)).toEqual(['D', 'moran', 'ACO']);
    expect(named.moran).toEqual({ value: null, n: 4, excluded: 0, reason: 'no-geometry' });
    expect((await json(...source, '--groups', 'a,b,c', '--index', 'D')).D).toMatchObject({
      value: null,
      reason: 'needs-two-groups',
    });
    const at = await json(...ab, ...points, '--index', 'moran,D_w,ACO,ACL');
    expect(at.moran!.reason).toBe('no-contiguity');
    expect(at.D_w!.reason).toBe('no-borders');
    expect(at.ACO!.reason).toBe('no-areas');
    expect(at.ACL!.value).toBeTypeOf('number');
    const { out } = await run(...ab, '--index', 'moran');
    expect(out).toContain('moran: braucht die Lage');
  });
});

describe('points', () => {
  const asked = [...ab, ...points];

  it('have neighbours by distance', async () => {
    const one = await json(...asked, '--weights', 'knn:1', '--index', 'moran');
    // pairs 01–02 and 03–04: shares .75 .25 .5 .1, mean .4, z = .35 −.15 .1 −.3
    const expected = ((0.35 * -0.15 + 0.1 * -0.3) * 2) / (0.35 ** 2 + 0.15 ** 2 + 0.1 ** 2 + 0.3 ** 2);
    expect(one.moran!.value).toBeCloseTo(expected, 14);
    const band = await json(...asked, '--weights', 'band:1000', '--index', 'moran');
    expect(band.moran!.value).toBeCloseTo(expected, 14);
    const alone = await run(...asked, '--weights', 'band:950', '--index', 'moran');
    expect(alone.err).toContain('Ohne Nachbarn: 01, 02.');
  });

  it('weigh neighbours by a kernel, in metres or up to the k-th', async () => {
    const near = await json(...asked, ...kernel('uniform', '1000'), '--index', 'moran');
    const band = await json(...asked, '--weights', 'band:1000', '--index', 'moran');
    expect(near.moran!.value).toBeCloseTo(Number(band.moran!.value), 14);
    const nearest = await json(...asked, ...kernel('uniform', 'knn:1'), '--index', 'moran');
    expect(nearest.moran!.value).toBeCloseTo(Number(band.moran!.value), 14);
    const raw = await json(...asked, ...kernel('triangular', '2500'), '--binary', '--index', 'moran');
    const even = await json(...asked, ...kernel('triangular', '2500'), '--index', 'moran');
    expect(raw.moran!.value).not.toBeCloseTo(Number(even.moran!.value), 6);
  });

  it('have land where the table says so', async () => {
    const { DEL } = await json(...asked, '--area', 'm2', '--index', 'DEL');
    const land = [9 / 23, 9 / 23, 4 / 23, 1 / 23];
    const group = [30 / 65, 10 / 65, 20 / 65, 5 / 65];
    const value = group.reduce((sum, x, i) => sum + Math.abs(x - land[i]!), 0) / 2;
    expect(DEL!.value).toBeCloseTo(value, 14);
  });

  it('give proximity by beta and environments by radius and kernel', async () => {
    const index = ['--index', 'ACL,spatial_H,H'];
    const one = await json(...asked, ...index);
    const steep = await json(...asked, ...index, '--beta', '1000', '--radius', '1');
    expect(steep.ACL!.value).not.toBe(one.ACL!.value);
    // nobody near: every environment is the unit itself
    expect(steep.spatial_H!.value).toBeCloseTo(Number(one.H!.value), 12);
    expect(one.spatial_H!.value).toBeCloseTo(Number(one.H!.value), 1);
    const wide = await json(...asked, ...index, '--radius', '1e6', '--kernel', 'uniform');
    expect(wide.spatial_H!.value).toBeCloseTo(0, 12);
  });

  it('have a centre: a place, the mean, or where people live', async () => {
    const centred = async (centre: string) =>
      (await json(...asked, '--index', 'RCE', `--centre=${centre}`)).RCE!.value;
    const values = await Promise.all(['weighted', 'mean', '0,0', '900,2000'].map(centred));
    expect(new Set(values).size).toBe(4);
    expect(values[0]).toBe((await json(...asked, '--index', 'RCE')).RCE!.value);
    expect(values[2]).toBeGreaterThan(Number(values[3]));
  });

  it('in degrees are projected, the centre too', async () => {
    const rows = 'id;a;b;lon;lat\n1;30;10;13,40;52,50\n2;10;30;13,41;52,50\n3;20;20;13,40;52,52\n';
    const table = [
      '--table',
      file('lonlat.csv', rows),
      '--unit',
      'id',
      '--groups',
      'a,b',
      '--x',
      'lon',
      '--y',
      'lat',
    ];
    const { ACL, RCE } = await json(
      ...table,
      '--crs',
      'EPSG:4326',
      '--centre',
      '13.4,52.5',
      '--index',
      'ACL,RCE',
    );
    expect(ACL!.value).toBeTypeOf('number');
    // 01 lies at the centre, 02 is 680 m away, 03 2.2 km: shares .5 .17 .33 of a, .17 .5 .33 of b
    expect(RCE!.value).toBeCloseTo(0.5 * (4 / 6) - (4 / 6) * (1 / 6), 12);
    const metres = await run(...table, '--crs', 'EPSG:25833');
    expect(metres.code).toBe(1);
    expect(metres.err).toContain('Längen- und Breitengrade');
    const zone = await run(...table, '--crs', 'EPSG:31468', '--centre', '13.4,52.5');
    expect(zone.code).toBe(1);
  });

  it.each([
    ['no coordinate', ',5', ['Zeile 2', 'Spalte „x“', 'Die Koordinate fehlt']],
    ['a word', 'west,5', ['Zeile 2', 'Spalte „x“', '„west“ ist keine Koordinate']],
    ['degrees that are none', '13,100', ['Zeile 2', 'Spalte „x“', 'keine Länge und Breite']],
  ])('refuse %s', async (_, cells, sentences) => {
    const path = file('bad.csv', `id,a,b,x,y\n1,30,10,${cells}\n2,10,30,13,52\n`);
    const { code, out, err } = await run(
      ...['--table', path, '--unit', 'id', '--groups', 'a,b', '--x', 'x', '--y', 'y', '--crs', 'EPSG:4326'],
    );
    expect([code, out]).toEqual([1, '']);
    for (const sentence of sentences) expect(err).toContain(sentence);
  });

  it('at one place say so', async () => {
    const rows = 'id,a,b,x,y\n1,30,10,5,5\n2,10,30,5,5\n';
    const { RCE, spatial_H } = await json(
      ...['--table', file('same.csv', rows), '--unit', 'id', '--groups', 'a,b', ...points],
      ...['--index', 'RCE,spatial_H'],
    );
    expect(RCE!.value === null ? RCE!.reason : RCE!.value).toBe(RCE!.value === null ? 'same-place' : 0);
    expect(spatial_H!.value).toBeCloseTo(0, 12);
  });
});

function kernel(name: string, bandwidth: string): readonly string[] {
  return ['--weights', 'kernel', '--kernel', name, '--bandwidth', bandwidth];
}

describe('local indices', () => {
  it('say why no unit has a value', async () => {
    const rows = 'id,a,b,x,y\n1,0,10,0,0\n2,0,30,900,0\n3,0,5,0,900\n';
    const nobody = ['--table', file('nobody.csv', rows), '--unit', 'id', '--groups', 'a,b', ...points];
    const all = await json(...nobody, '--weights', 'knn:1', '--permutations', '9');
    for (const [id, { value, reason }] of Object.entries(all)) {
      const isMissing = Array.isArray(value) ? value.every((one) => one === null) : value === null;
      if (isMissing) expect(reason, id).toBe('group-absent');
      else expect(reason, id).toBeUndefined();
    }
    expect(all.LQ!.reason).toBe('group-absent');
  });
});

describe('very many units', () => {
  const rows = Array.from(
    { length: 5001 },
    (_, i) => `${i},${1 + (i % 7)},${1 + (i % 5)},${i % 71},${Math.floor(i / 71)}`,
  );
  const many = [
    ...['--table', file('many.csv', `id,a,b,x,y\n${rows.join('\n')}\n`), '--unit', 'id', '--groups', 'a,b'],
    ...[...points, '--radius', '1'],
  ];

  it('leave out what would take too long, and say so', async () => {
    const { err, out } = await run(...many, '--json');
    expect(err).toContain(
      'Nicht dabei: local_distortion – würde bei so vielen Einheiten viele Minuten dauern',
    );
    expect(Object.keys(JSON.parse(out))).toContain('ACL');
  }, 60_000);
});

describe('uncertainty', () => {
  const draws = ['--bootstrap', '200', '--permutations', '99', '--seed', '3'];
  const everything = [...ab, ...points, '--area', 'm2', '--weights', 'knn:2', ...draws];

  it('gives interval, expectation and p of every global index, by name of what is thrown', async () => {
    const all = await json(...everything);
    for (const spec of catalog.filter(
      ({ scope, needs }) => scope === 'global' && !needs.includes('borders'),
    )) {
      const entry = all[spec.id]!;
      // the inner tenth of four units is none
      if (spec.id === 'PCC') {
        expect(entry).toEqual({ value: null, n: 4, excluded: 0, reason: 'undefined' });
        continue;
      }
      expect(entry.interval, spec.id).toHaveLength(2);
      expect(entry.interval![0], spec.id).toBeLessThanOrEqual(entry.interval![1]);
      expect(entry.se, spec.id).toBeGreaterThanOrEqual(0);
      expect(entry.p, spec.id).toBeGreaterThanOrEqual(0.01);
      expect(entry.expected, spec.id).toBeTypeOf('number');
      expect(entry.chance, spec.id).toBe(spec.chance ?? 'persons');
    }
    const { value, expected, corrected } = all.D!;
    expect(corrected).toBeCloseTo((Number(value) - expected!) / (1 - expected!), 14);
    expect(all.xPy).not.toHaveProperty('corrected');
  });

  it('is the same for the same seed, whatever else is asked for', async () => {
    const all = await json(...everything);
    const some = await json(...everything, '--index', 'moran,D,SP,local_moran');
    for (const [id, entry] of Object.entries(some)) expect(entry, id).toEqual(all[id]);
    const other = await json(...everything, '--seed', '4', '--index', 'D');
    expect(other.D!.interval).not.toEqual(all.D!.interval);
    expect(other.D!.value).toBe(all.D!.value);
  });

  it('widens with the level of the interval', async () => {
    const width = async (level: string) => {
      const { D } = await json(...ab, ...draws, '--index', 'D', '--level-of-interval', level);
      return D!.interval![1] - D!.interval![0];
    };
    expect(await width('0.99')).toBeGreaterThan(await width('0.5'));
  });

  it('tests every unit, with and without false discoveries', async () => {
    const { local_moran, getis_ord_Gi_star } = await json(
      ...everything,
      '--index',
      'local_moran,getis_ord_Gi_star',
    );
    expect(local_moran!.quadrant).toEqual(
      ['HL', 'LH', 'HL', 'LH'].map(() => expect.stringMatching(/^[HL]{2}$/)),
    );
    for (const { p, adjusted } of [local_moran!, getis_ord_Gi_star!]) {
      expect(p).toHaveLength(4);
      (p as readonly number[]).forEach((own, i) => void expect(adjusted![i]).toBeGreaterThanOrEqual(own));
    }
  });

  it('gives the intervals and tests of the app', async () => {
    const pack = fileURLToPath(new URL('../../data/musterstadt', import.meta.url));
    const opened = await openPack(fromFolder(pack));
    if (!opened.ok) throw new Error('Musterstadt does not open');
    const app = finish(
      beginUncertainty(opened.value, {
        family: 'stadtteil',
        year: 2023,
        group: 'foreigners',
        reference: 'rest',
        neighbourhood: 'contiguity',
        radius: 1000,
        kernel: 'biweight',
        bootstraps: 99,
        permutations: 99,
        seed: 5,
      }),
    );
    const all = await json(
      ...['--pack', pack, '--level', 'stadtteil', '--year', '2023', '--groups', 'foreigners,rest'],
      ...['--bootstrap', '99', '--permutations', '99', '--seed', '5'],
    );
    expect(Object.keys(app.indices).length).toBeGreaterThan(25);
    for (const [id, { low, high, p, expected }] of Object.entries(app.indices)) {
      expect(all[id]!.interval, id).toEqual([expect.closeTo(low, 12), expect.closeTo(high, 12)]);
      expect(all[id]!.p, id).toBeCloseTo(p, 12);
      expect(all[id]!.expected, id).toBeCloseTo(expected, 12);
    }
  });
});

interface Decomposed {
  readonly decomposition: {
    readonly M: number;
    readonly H: number;
    readonly steps: readonly {
      readonly between: string;
      readonly units: number;
      readonly M: number;
      readonly H: number;
    }[];
    readonly within: readonly { readonly label: string; readonly share: number; readonly part: number }[];
  };
}

describe('--decompose', () => {
  it('gives parts that add up, nested or crossed', async () => {
    for (const columns of ['form', 'ort', 'form,ort', 'ort,form']) {
      const { decomposition: own } = await json<Decomposed>(...ab, '--decompose', columns);
      expect(own.steps.map(({ between }) => between)).toEqual([...columns.split(','), 'units']);
      expect(own.steps.reduce((sum, { M }) => sum + M, 0)).toBeCloseTo(own.M, 12);
      expect(own.steps.reduce((sum, { H }) => sum + H, 0)).toBeCloseTo(own.H, 12);
      const inside = own.within.reduce((sum, { part }) => sum + part, 0);
      expect(own.steps[0]!.M + inside).toBeCloseTo(own.M, 12);
      expect(own.within.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });

  it('takes the families of a pack, and says what there is', async () => {
    const pack = ['--pack', fileURLToPath(new URL('../../data/musterstadt', import.meta.url))];
    const asked = [...pack, '--level', 'stadtteil', '--groups', 'foreigners,rest', '--index', 'M'];
    const { decomposition } = await json<Decomposed>(...asked, '--decompose', 'stadtbezirk');
    expect(decomposition.steps.map(({ units }) => units)).toEqual([6, 24]);
    const { code, err } = await run(...asked, '--decompose', 'bezirk');
    expect(code).toBe(1);
    expect(err).toContain('„bezirk“ liegt nicht über der Ebene stadtteil. Darüber: stadtbezirk.');
  });

  it('refuses units that belong nowhere', async () => {
    const path = file('none.csv', 'id,a,b,form\n1,30,10,G\n2,10,30,\n');
    const { code, err } = await run(
      '--table',
      path,
      '--unit',
      'id',
      '--groups',
      'a,b',
      '--decompose',
      'form',
    );
    expect(code).toBe(1);
    expect(err).toContain('Zeile 3');
    expect(err).toContain('Spalte „form“');
  });

  it('is printed', async () => {
    const { out } = await run(...ab, '--decompose', 'form');
    expect(out).toMatch(/^zwischen form +2 +0,\d{4} +0,\d{4}$/m);
    expect(out).toMatch(/^zusammen +0,\d{4} +0,\d{4}$/m);
  });
});

interface Compared {
  readonly first: Entry;
  readonly second: Entry;
  readonly difference: Entry & { readonly structure?: number; readonly composition?: number };
}
type Change = Readonly<Record<string, Readonly<Record<string, number>>>> & {
  readonly matched: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
};

describe('two tables', () => {
  // the same units in another order, one gone, one new
  const later = 'id,a,b\n03,25,20\n01,30,12\n02,12,30\n05,8,8\n';
  const two = [
    '--table',
    file('2015.csv', plain),
    '--table',
    file('2024.csv', later),
    '--unit',
    'id',
    '--groups',
    'a,b',
  ];

  it('give both values, the difference and what it is made of', async () => {
    const all = await json<Readonly<Record<string, Compared>> & { readonly change: Change }>(
      ...[...two, '--bootstrap', '99', '--permutations', '99'],
    );
    const [before, after] = await Promise.all(
      [two[1]!, two[3]!].map((path) => json('--table', path, '--unit', 'id', '--groups', 'a,b')),
    );
    for (const id of ['D', 'H', 'M', 'xPx']) {
      const { first, second, difference } = all[id]!;
      expect(first.value, id).toBe(before![id]!.value);
      expect(second.value, id).toBe(after![id]!.value);
      expect(difference.value, id).toBeCloseTo(Number(second.value) - Number(first.value), 14);
      expect(difference.interval, id).toHaveLength(2);
      expect(difference.p, id).toBeGreaterThanOrEqual(0.01);
    }
    const { structure, composition, value } = all.D!.difference;
    expect(structure! + composition!).toBeCloseTo(Number(value), 12);
    const { change } = all;
    expect([change.matched, change.onlyFirst, change.onlySecond]).toEqual([3, 1, 1]);
    for (const parts of [change.M!, change.H!, change.moraRuizCastillo!, change.karmelMaclachlan!]) {
      const { before: from, after: to, ...others } = parts;
      expect(Object.values(others).reduce((sum, part) => sum + part, 0)).toBeCloseTo(to! - from!, 12);
    }
  });

  it('say why a difference or its p is missing', async () => {
    const nobody = file('nobody.csv', 'id,a,b,x,y\n01,0,10,0,0\n02,0,30,1000,0\n');
    const asked = ['--unit', 'id', '--groups', 'a,b', ...points, '--permutations', '9', '--weights', 'knn:1'];
    const [, a] = two;
    const none = await json<Readonly<Record<string, Compared>>>(
      ...['--table', a!, '--table', nobody],
      ...asked,
    );
    expect(none.D!.difference).toEqual({ value: null, reason: 'group-absent' });
    const fewer = file('fewer.csv', plain.split('\n').slice(0, 4).join('\n'));
    const other = await json<Readonly<Record<string, Compared>>>(
      ...['--table', a!, '--table', fewer],
      ...asked,
    );
    expect(other.moran!.difference).toMatchObject({ value: expect.any(Number), reason: 'other-units' });
    expect(other.moran!.difference).not.toHaveProperty('p');
    expect(other.D!.difference.p).toBeGreaterThan(0);
  });

  it('of different vintages are not paired, whatever their keys', () => {
    const side = (vintage: string, group: readonly number[]): MeasureSide => ({
      keys: ['1', '2', '3'],
      columns: [Float64Array.from(group), Float64Array.of(10, 20, 30)],
      names: ['a', 'b'],
      title: vintage,
      label: vintage,
      notices: [],
      places: {
        kind: 'points',
        places: { x: Float64Array.of(0, 10, 20), y: Float64Array.of(0, 0, 5) },
        areas: null,
      },
      project: null,
      isPlane: true,
      vintage,
      levels: [],
      used: 3,
      excluded: 0,
      emptyUnits: 'drop',
    });
    const options = measureOptions([
      ...ab,
      '--weights',
      'knn:1',
      '--permutations',
      '9',
      '--index',
      'D,moran',
    ]);
    const resultsOf = (sides: readonly MeasureSide[]) =>
      plainResults(
        measureResults(
          options,
          sides,
          sides.map((one) => contextOfSide(one, options.space, new Findings())),
        ),
      );
    const [old, now] = [side('2006', [9, 4, 2]), side('2021', [8, 5, 3])];
    const across = resultsOf([old, now]);
    expect(across.change).toEqual({ reason: 'other-areas' });
    expect(across.moran).toMatchObject({ difference: { reason: 'other-units' } });
    const within = resultsOf([old, { ...now, vintage: '2006' }]);
    expect(within.change).toMatchObject({ matched: 3 });
    expect(within.moran).toMatchObject({ difference: { p: expect.any(Number) } });
  });

  it('say which units are only in one of them', async () => {
    const { err, out } = await run(...two, '--index', 'D');
    expect(err).toContain(
      'Eine Einheit nur in 1-2015.csv: 04.'.replace('1-2015', two[1]!.split('/').at(-1)!.replace('.csv', '')),
    );
    expect(out).toContain('3 Einheiten in beiden, 1 nur in der ersten, 1 nur in der zweiten');
  });

  it('are the same with --compare, and pair units whatever their order', async () => {
    const [, a, , b, ...others] = two;
    const asked = [...others, '--permutations', '99', '--index', 'D'];
    expect(await json('--table', a!, '--compare', b!, ...asked)).toEqual(
      await json('--table', a!, '--table', b!, ...asked),
    );
    const rows = plain.trim().split('\n');
    const turned = file('turned.csv', [rows[0], ...rows.slice(1).reverse()].join('\n'));
    const same = await json<Readonly<Record<string, Compared>>>('--table', a!, '--compare', turned, ...asked);
    expect(same.D!.difference).toMatchObject({ value: 0, p: 1 });
  });

  it('years of a pack, in one option or in two', async () => {
    const pack = ['--pack', fileURLToPath(new URL('../../data/musterstadt', import.meta.url))];
    const asked = [
      ...pack,
      '--level',
      'stadtteil',
      '--groups',
      'foreigners,rest',
      '--index',
      'D,moran',
      '--permutations',
      '49',
    ];
    const one = await json<Readonly<Record<string, Compared>> & { change: Change }>(
      ...asked,
      '--year',
      '2015,2023',
    );
    expect(one.D!.second.value).toBe((await json(...asked, '--year', '2023')).D!.value);
    expect(one.moran!.difference.p).toBeGreaterThan(0);
    expect(one.change.matched).toBe(24);
    expect(await json(...asked, '--year', '2015', '--compare-year', '2023')).toEqual(one);
  });
});

describe('a wrong call', () => {
  it.each([
    ['an unknown kernel', ['--kernel', 'cosine'], '--kernel ist uniform'],
    ['a radius of nothing', ['--radius', '0'], '--radius braucht eine Zahl größer als 0'],
    ['a radius with a comma', ['--radius', '1,5'], 'mit Dezimalpunkt'],
    ['unknown weights', ['--weights', 'bishop'], '--weights ist queen'],
    ['no neighbours', ['--weights', 'knn:0'], 'ab 1'],
    ['a bandwidth without kernel weights', ['--bandwidth', '500'], 'gehört zu --weights kernel'],
    ['an order of distances', ['--weights', 'knn:3', '--order', '2'], 'gehört zu --weights queen oder rook'],
    ['an order of nothing', ['--order', '0'], 'beginnt bei 1'],
    ['half a centre', ['--centre', '5'], '--centre ist X,Y'],
    ['Atkinson beyond 1', ['--atkinson', '1'], 'zwischen 0 und 1'],
    ['one bootstrap', ['--bootstrap', '1'], 'mindestens 2'],
    ['x without y', ['--x', 'x', '--crs', 'planar'], '--y'],
    ['points without a system', ['--x', 'x', '--y', 'y'], '--crs'],
    ['area without points', ['--area', 'm2'], 'gehört zu --x und --y'],
    ['points and areas', ['--x', 'x', '--y', 'y', '--geometry', 'g'], 'entweder'],
    ['three tables', ['--table', 'b', '--compare', 'c'], 'höchstens zwei Tabellen'],
    ['a group as a level', ['--decompose', 'a'], 'kann nicht zweierlei zugleich sein'],
    ['years of a table', ['--year', '2020'], 'gehört nicht zu --table'],
  ])('%s ends with 2', async (_, args, sentence) => {
    const { code, out, err } = await run(...ab, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });
});

interface Case {
  readonly crs: string;
  readonly data: {
    readonly ids: readonly string[];
    readonly groups: Readonly<Record<string, readonly number[]>>;
    readonly total: readonly number[];
    readonly nested?: Readonly<Record<string, readonly string[]>>;
    readonly t1?: Case['data'];
    readonly t2?: Case['data'];
  };
  readonly geojson: unknown;
  readonly expected: readonly {
    readonly index: string;
    readonly focal: string | null;
    readonly params: Readonly<Record<string, unknown>>;
    readonly value: unknown;
  }[];
}

function caseOf(name: string): Case {
  const path = oracle(`open/${name}.json`);
  if (!path) throw new Error(`missing reference values: ${name}`);
  return JSON.parse(readFileSync(path, 'utf8')) as Case;
}

function csvOf({ ids, groups, total, nested = {} }: Case['data']): string {
  const columns = { ...groups, total, ...nested };
  const rows = ids.map((id, i) => [id, ...Object.values(columns).map((column) => column[i])].join(';'));
  return [['id', ...Object.keys(columns)].join(';'), ...rows].join('\n');
}

describeWithOracles('reference values through the command line', () => {
  /** What a call must give: index here, options, index there, parameters it must have among others, field of its value. */
  type Line = readonly [
    id: string,
    options: string,
    index: string,
    params: Readonly<Record<string, unknown>>,
    field?: string,
  ];
  const km = { diagonal: 'sqrt(0.6*a)' };
  const dropped = { empty_units: 'dropped' };
  const queen = { weights: 'queen, row-standardised' };
  const knn = { weights: 'knn6, row-standardised' };
  const lines: readonly Line[] = [
    ['DEL', '', 'DEL', {}],
    ['ACO', '', 'ACO', {}],
    ['RCO', '', 'RCO', {}],
    ['ACE', '', 'ACE', { center: 'population_weighted_mean' }],
    ['RCE', '', 'RCE', { center: 'population_weighted_mean' }],
    ['ACE', '--centre mean', 'ACE', { center: 'mean' }],
    ['RCE', '--centre mean', 'RCE', { center: 'mean' }],
    ['ACE', '--centre POINT', 'ACE', { center: 'point' }],
    ['PCC', '--centre POINT', 'PCC', { center: 'point' }],
    ['ACL', '', 'ACL', km],
    ['RCL', '', 'RCL', km],
    ['SP', '', 'SP', km],
    ['DPxx', '', 'DPxx', km],
    ['DPxy', '', 'DPxy', km],
    ['D_adj', '', 'D_adj', { contiguity: 'queen', weights: 'binary' }],
    ['D_adj', '--weights rook', 'D_adj', { contiguity: 'rook', weights: 'binary' }],
    ['D_w', '', 'D_w', {}],
    ['D_s', '', 'D_s', { perimeter: 'all' }],
    ['DEL', '--empty drop', 'DEL', dropped],
    ['D_adj', '--empty drop', 'D_adj', { ...dropped, contiguity: 'queen' }],
    ['D_w', '--empty drop', 'D_w', dropped],
    ['ACL', '--empty drop', 'ACL', { ...dropped, ...km }],
    ['A', '--atkinson 0.9', 'A', { b: 0.9 }],
    ...['uniform', 'triangular', 'biweight'].flatMap((name) =>
      [1000, 2000].flatMap((radius): readonly Line[] =>
        ['H', 'R', 'D', 'P_xx'].map((letter) => [
          `spatial_${letter[0]}`,
          `--kernel ${name} --radius ${radius}`,
          'spatial_RO',
          { kernel: name, radius },
          letter,
        ]),
      ),
    ),
    ['moran', '', 'moran', queen, 'I'],
    ['geary', '', 'geary', queen, 'C'],
    ['moran', '--weights knn:6', 'moran', knn, 'I'],
    ['geary', '--weights knn:6', 'geary', knn, 'C'],
    ['local_moran', '', 'local_moran', { ...queen, scale: 'sum(z^2)/n' }, 'Ii'],
    ['local_moran', '--weights knn:6', 'local_moran', { ...knn, scale: 'sum(z^2)/n' }, 'Ii'],
  ];

  it.each(['lattice8_zeros_3g', 'lattice8_cluster_3g'])('%s: two groups with areas', async (name) => {
    const { data, geojson, crs, expected } = caseOf(name);
    const [focal = ''] = Object.keys(data.groups);
    const source = [
      ...['--table', file('case.csv', csvOf(data)), '--unit', 'id', '--minority', focal, '--total', 'total'],
      ...['--geometry', file('case.geojson', JSON.stringify(geojson)), '--key', 'id', '--crs', crs],
    ];
    const xy = expected.find(({ params }) => params.center === 'point')?.params.xy as readonly number[];
    const calls = new Map<string, Readonly<Record<string, Entry>>>();
    let compared = 0;
    for (const [id, options, index, wanted, field] of lines) {
      const entry = expected.find(
        (one) =>
          one.index === index &&
          one.focal === focal &&
          Object.entries(wanted).every(([key, value]) => one.params[key] === value) &&
          ('empty_units' in wanted || !('empty_units' in one.params)),
      );
      if (!entry) continue;
      const args = options.replace('POINT', xy.join(',')).split(' ').filter(Boolean);
      if (!calls.has(options)) calls.set(options, await json(...source, ...args));
      const ours = calls.get(options)![id]!.value;
      const theirs = field ? (entry.value as Record<string, unknown>)[field] : entry.value;
      const pairs = Array.isArray(theirs)
        ? theirs.map((one, i) => [(ours as number[])[i], one])
        : [[ours, theirs]];
      for (const [own, one] of pairs as [number | null, number | null][]) {
        if (one === null) expect(own, id).toBeNull();
        else
          expect(Math.abs((own ?? NaN) - one), `${id} ${options}`).toBeLessThanOrEqual(
            1e-9 + 1e-9 * Math.abs(one),
          );
      }
      compared++;
    }
    expect(compared).toBeGreaterThanOrEqual(name.includes('zeros') ? 50 : 45);
  });

  it('schools00: nested decomposition', async () => {
    const { data, expected } = caseOf('schools00');
    const { decomposition } = await json<Decomposed>(
      ...['--table', file('schools.csv', csvOf(data)), '--unit', 'id'],
      ...['--groups', Object.keys(data.groups).join(','), '--decompose', 'state,district', '--index', 'M'],
    );
    const nested = expected.find(({ index }) => index === 'M_H_nested')!.value as {
      readonly est: readonly number[];
    };
    decomposition.steps.forEach(({ M, H }, k) => {
      expect(M).toBeCloseTo(nested.est[2 * k]!, 12);
      expect(H).toBeCloseTo(nested.est[2 * k + 1]!, 12);
    });
  });

  it('schools_difference_A: change', async () => {
    const { data, expected } = caseOf('schools_difference_A');
    const { change } = await json<{ readonly change: Change }>(
      ...[
        '--table',
        file('t1.csv', csvOf(data.t1!)),
        '--table',
        file('t2.csv', csvOf(data.t2!)),
        '--unit',
        'id',
      ],
      ...['--groups', Object.keys(data.t1!.groups).join(','), '--index', 'M'],
    );
    const names: Readonly<Record<string, string>> = {
      M1: 'before',
      M2: 'after',
      additions: 'additions',
      removals: 'removals',
      group_marginal: 'groupMarginal',
      unit_marginal: 'unitMarginal',
      structural: 'structural',
    };
    const check = (
      ours: Readonly<Record<string, number>>,
      params: Readonly<Record<string, unknown>>,
      digits: number,
    ) => {
      const entry = expected.find(
        (one) =>
          one.index === 'mutual_difference' &&
          one.params.method === params.method &&
          one.params.ipf_precision === params.ipf_precision,
      )!.value as { readonly stat: readonly string[]; readonly est: readonly number[] };
      for (const [theirs, own] of Object.entries(names)) {
        expect(ours[own], theirs).toBeCloseTo(entry.est[entry.stat.indexOf(theirs)]!, digits);
      }
    };
    check(change.M!, { method: 'shapley', ipf_precision: 1e-8 }, 6);
    check(change.moraRuizCastillo!, { method: 'mrc' }, 10);
  });
});
