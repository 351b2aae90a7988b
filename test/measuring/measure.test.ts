import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '#i18n/i18n.ts';
import type { MeasureAnswer, MeasureRequest } from '#measuring/answer.ts';
import { reasons } from '#measuring/answer.ts';
import { measure } from '#measuring/measure.ts';
import { createMeasureCache } from '#measuring/measureCache.ts';
import { measuredIndices } from '#measuring/measureIndex.ts';
import type { Study } from '#model/study.ts';
import {
  type Cell,
  exampleGroup,
  exampleLevel,
  exampleStudy,
  exampleVariable,
  observations,
} from '../model/exampleStudy.ts';

const square = (column: number, row = 0): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [13 + column * 0.01, 52 + row * 0.01],
      [13.01 + column * 0.01, 52 + row * 0.01],
      [13.01 + column * 0.01, 52.01 + row * 0.01],
      [13 + column * 0.01, 52.01 + row * 0.01],
      [13 + column * 0.01, 52 + row * 0.01],
    ],
  ],
});

type Columns = Readonly<Record<string, readonly (readonly Cell[])[]>>;

/** A row of four squares a b | c d in two districts. */
function row(columns: Columns, years: readonly number[] = [2020]): Study {
  const family = (id: string) => ({ id, name: { de: id, en: id }, plural: { de: id, en: id } });
  return exampleStudy({
    families: [family('fine'), family('district')],
    levels: [
      exampleLevel('fine', ['a', 'b', 'c', 'd'], {
        geometries: [square(0), square(1), square(2), square(3)],
        parent: { level: 'district', keys: ['1', '1', '2', '2'] },
      }),
      exampleLevel('district', ['1', '2']),
    ],
    variables: ['x', 'y', 'z', 'residents', 'under15'].map((id) => exampleVariable(id)),
    groups: [
      exampleGroup('x'),
      exampleGroup('y'),
      exampleGroup('z', { overlaps: ['x'] }),
      exampleGroup('children', { count: 'x', universe: 'under15' }),
      exampleGroup('pupils', { scope: 'institutions' }),
    ],
    observations: [observations('fine', years, columns)],
  });
}

const full: Columns = {
  x: [[30, 10, 40, 20]],
  y: [[10, 30, 20, 30]],
  z: [[1, 1, 1, 1]],
  residents: [[40, 40, 100, 50]],
  under15: [[40, 40, 100, 50]],
};

const ask = (parts: Partial<MeasureRequest> = {}): MeasureRequest => ({
  family: 'fine',
  year: 2020,
  group: 'x',
  reference: 'rest',
  neighbourhood: 'contiguity',
  radius: 1000,
  kernel: 'biweight',
  ...parts,
});
const value = (answer: MeasureAnswer, id: string) => answer.indices.find((index) => index.id === id)!;

describe('a group against all others', () => {
  const answer = measure(row(full), ask());

  it('is measured as by hand', () => {
    // x = 30 10 40 20 of 100, rest = 10 30 60 30 of 130.
    expect(answer.groupTotal).toBe(100);
    expect(answer.referenceTotal).toBe(130);
    const D =
      (Math.abs(30 / 100 - 10 / 130) +
        Math.abs(0.1 - 30 / 130) +
        Math.abs(0.4 - 60 / 130) +
        Math.abs(0.2 - 30 / 130)) /
      2;
    expect(value(answer, 'D').value).toBeCloseTo(D, 14);
    expect(value(answer, 'xPx').value).toBeCloseTo((900 / 40 + 100 / 40 + 1600 / 100 + 400 / 50) / 100, 14);
    expect(value(answer, 'xPx').value + value(answer, 'xPy').value).toBeCloseTo(1, 14);
    expect(answer.shares).toEqual(Float64Array.of(0.75, 0.25, 0.4, 0.4));
    expect(answer.locationQuotients[0]).toBeCloseTo(0.75 / (100 / 230), 14);
    expect(answer.contributions[0]).toBeCloseTo((30 / 100 - 10 / 130) / 2, 14);
  });

  it('has Moran’s I of the shares along the row', () => {
    // Shares 0.75 0.25 0.4 0.4, mean 0.45; each row of weights sums to 1, so n/S0 = 1.
    const z = [0.3, -0.2, -0.05, -0.05];
    const lag = [z[1]!, (z[0]! + z[2]!) / 2, (z[1]! + z[3]!) / 2, z[2]!];
    const I = z.reduce((sum, zi, i) => sum + zi * lag[i]!, 0) / z.reduce((sum, zi) => sum + zi * zi, 0);
    expect(value(answer, 'moran').value).toBeCloseTo(I, 12);
    expect(value(answer, 'moran').expected).toBeCloseTo(-1 / 3, 14);
  });

  it('knows what chance alone would give', () => {
    const { expected } = value(answer, 'xPx');
    expect(expected).toBeCloseTo(100 / 230 + ((130 / 230) * 3) / 229, 14);
    expect(value(answer, 'D').expected).toBeGreaterThan(0.02);
    expect(value(answer, 'D').expected).toBeLessThan(value(answer, 'D').value);
  });

  it('names itself: request, level, areas used', () => {
    expect(answer).toMatchObject({
      request: ask(),
      refusal: null,
      level: 'fine',
      used: 4,
      excluded: 0,
      islands: [],
    });
    expect(answer.indices.map((index) => index.id)).toEqual(
      expect.arrayContaining(['D', 'G', 'H', 'xPx', 'xPy', 'moran']),
    );
    for (const index of answer.indices) {
      expect(index.reason === null, index.id).toBe(!Number.isNaN(index.value));
    }
  });
});

it('a group against another group leaves everybody else out', () => {
  const answer = measure(row(full), ask({ reference: 'y' }));
  expect(answer.referenceTotal).toBe(90);
  expect(answer.shares[2]).toBe(40 / 60);
  const D =
    (Math.abs(0.3 - 1 / 9) + Math.abs(0.1 - 3 / 9) + Math.abs(0.4 - 2 / 9) + Math.abs(0.2 - 3 / 9)) / 2;
  expect(value(answer, 'D').value).toBeCloseTo(D, 14);
});

describe('areas without usable figures', () => {
  it('are left out with their borders, and counted', () => {
    const gaps = { ...full, x: [['secret', 10, 40, 20]] as const };
    const answer = measure(row(gaps), ask());
    expect([answer.used, answer.excluded]).toEqual([3, 1]);
    expect(answer.groupTotal).toBe(70);
    expect(answer.contributions[0]).toBeNaN();
    expect(answer.shares[0]).toBeNaN();
    const rest = measure(row({ ...gaps, residents: [['missing', 40, 100, 50]] }), ask());
    expect(rest.indices).toEqual(answer.indices);
  });

  it('do not count as areas where nobody of the group lives', () => {
    const none = measure(row({ ...full, x: [[0, 10, 40, 20]], residents: [[0, 40, 100, 50]] }), ask());
    const missing = measure(row({ ...full, x: [['missing', 10, 40, 20]] }), ask());
    expect([none.used, none.excluded]).toEqual([3, 1]);
    expect(none.indices).toEqual(missing.indices);
    const zero = measure(row({ ...full, x: [[0, 10, 40, 20]] }), ask());
    expect(zero.used).toBe(4);
    expect(value(zero, 'D').value).toBeGreaterThan(value(missing, 'D').value);
  });

  it('leave a district to its other areas, so every level speaks of the same people', () => {
    const answer = measure(row({ ...full, x: [['secret', 10, 40, 20]] }), ask({ family: 'district' }));
    expect(answer.used).toBe(2);
    expect(answer.shares[0]).toBe(10 / 40);
  });

  it('without geometry are no part of the neighbourhood', () => {
    const study = row(full);
    const [fine, district] = study.levels;
    const bare = {
      ...study,
      levels: [{ ...fine!, geometries: [null, ...fine!.geometries.slice(1)] }, district!],
    };
    const answer = measure(bare, ask());
    expect(answer.used).toBe(4);
    const three = measure(row({ ...full, x: [['missing', 10, 40, 20]] }), ask());
    expect(value(answer, 'moran').value).toBe(value(three, 'moran').value);
    expect(value(answer, 'D').value).toBe(value(measure(study, ask()), 'D').value);
  });

  it('that touch nobody are named', () => {
    const study = row(full);
    const [fine, district] = study.levels;
    const geometries = [...fine!.geometries.slice(0, 3), square(9, 9)];
    const answer = measure({ ...study, levels: [{ ...fine!, geometries }, district!] }, ask());
    expect(answer.islands).toEqual(['d']);
  });
});

describe('questions that make no sense are refused with a reason', () => {
  const refusals: readonly [string, Partial<MeasureRequest>, Columns][] = [
    ['unknown-group', { group: 'nobody' }, full],
    ['unknown-group', { reference: 'nobody' }, full],
    ['same-group', { group: 'rest' }, full],
    ['not-residents', { group: 'pupils' }, full],
    ['same-group', { reference: 'x' }, full],
    ['different-universe', { reference: 'children' }, full],
    ['overlapping-groups', { reference: 'z' }, full],
    ['overlapping-groups', { group: 'z', reference: 'x' }, full],
    ['overlapping-groups', { reference: 'y' }, { ...full, y: [[25, 30, 20, 30]] }],
    ['above-total', {}, { ...full, x: [[30, 10, 111, 20]] }],
    ['no-figures', { year: 1999 }, full],
    ['no-figures', {}, { ...full, x: [['secret', 'secret', 'secret', 'secret']] }],
    ['no-figures', {}, { ...full, x: [[0, 0, 0, 0]], residents: [[0, 0, 0, 0]] }],
  ];
  it.each(refusals)('%s: %o', (reason, request, columns) => {
    const answer = measure(row(columns), ask(request));
    expect(answer.refusal).toBe(reason);
    expect(answer.indices).toHaveLength(measuredIndices.length);
    expect(answer.indices.every((index) => Number.isNaN(index.value) && index.reason === reason)).toBe(true);
    expect(answer.contributions).toEqual(new Float64Array(4).fill(NaN));
    expect(answer.excluded).toBe(4);
  });

  it('small contradictions from separate rounding are not', () => {
    const rounded = { ...full, x: [[30, 42, 40, 20]] };
    const answer = measure(row(rounded), ask());
    expect(answer.refusal).toBeNull();
    expect(answer.shares[1]).toBe(1);
  });

  it('an unknown family is an error of the caller', () => {
    expect(() => measure(row(full), ask({ family: 'kiez' }))).toThrow('invalid level: kiez');
    expect(() => measure(row(full), ask({ family: 'kiez', group: 'nobody' }))).toThrow('invalid level: kiez');
  });
});

describe('undefined values say why', () => {
  const reasonsOf = (answer: MeasureAnswer) =>
    Object.fromEntries(answer.indices.map((index) => [index.id, index.reason]));

  it('a group that nobody belongs to', () => {
    const answer = measure(row({ ...full, x: [[0, 0, 0, 0]] }), ask());
    expect(reasonsOf(answer)).toMatchObject({
      D: 'group-absent',
      xPx: 'group-absent',
      moran: 'group-absent',
    });
    expect(answer.refusal).toBeNull();
  });

  it('everybody in the group', () => {
    const answer = measure(row({ ...full, x: full.residents! }), ask());
    expect(reasonsOf(answer)).toMatchObject({ D: 'reference-absent', xPx: null, moran: 'reference-absent' });
    expect(value(answer, 'xPx').value).toBe(1);
  });

  it('a single area', () => {
    const answer = measure(row({ ...full, x: [[30, 'missing', 'missing', 'missing']] }), ask());
    expect(reasonsOf(answer)).toMatchObject({ D: 'one-area', G: 'one-area', moran: 'one-area' });
  });

  it('the same share everywhere', () => {
    const answer = measure(row({ ...full, x: [[20, 20, 50, 25]] }), ask());
    expect(value(answer, 'D').value).toBe(0);
    expect(reasonsOf(answer)).toMatchObject({ D: null, moran: 'no-variation' });
  });

  it('no geometry, no neighbours', () => {
    expect(reasonsOf(measure(row(full), ask({ family: 'district' }))).moran).toBe('no-geometry');
    const gaps = measure(row({ ...full, x: [[30, 'missing', 40, 'missing']] }), ask());
    expect(reasonsOf(gaps).moran).toBe('no-neighbours');
  });

  it('every reason has its words in German', () => {
    const words = wordsOf('de');
    for (const reason of reasons) expect(words.find('measure', `reason-${reason}`), reason).not.toBeNull();
  });
});

describe('course over the years', () => {
  const family = { id: 'plr', name: { de: 'p', en: 'p' }, plural: { de: 'p', en: 'p' } };
  const study = exampleStudy({
    families: [family],
    levels: [
      exampleLevel('old', ['a', 'b'], { family: 'plr', validTo: 2020, geometries: [square(0), square(1)] }),
      exampleLevel('new', ['a', 'b', 'c'], { family: 'plr', validFrom: 2021 }),
    ],
    groups: [exampleGroup('x')],
    variables: [exampleVariable('x'), exampleVariable('residents')],
    observations: [
      observations('old', [2018, 2020], {
        x: [
          [10, 0],
          [8, 2],
        ],
        residents: [
          [10, 10],
          [10, 10],
        ],
      }),
      observations('new', [2021, 2022], {
        x: [
          [5, 5, 5],
          ['later', 'later', 'later'],
        ],
        residents: [
          [10, 10, 10],
          [10, 10, 10],
        ],
      }),
    ],
  });

  it('goes through all vintages, each year at its own', () => {
    const { course, level } = measure(study, ask({ family: 'plr', year: 2021 }));
    expect(level).toBe('new');
    expect(course.map((point) => [point.year, point.level, point.values.D])).toEqual([
      [2018, 'old', 1],
      [2020, 'old', 0.6],
      [2021, 'new', 0],
    ]);
  });

  it('is the same whatever year is asked for', () => {
    const years = [2018, 2020, 2021].map((year) => measure(study, ask({ family: 'plr', year })));
    expect(years[1]!.course).toEqual(years[0]!.course);
    expect(years[2]!.course).toEqual(years[0]!.course);
    for (const answer of years) {
      const own = answer.course.find((point) => point.year === answer.request.year)!;
      expect(own.values.D).toBe(value(answer, 'D').value);
    }
  });
});

describe('identities (property)', () => {
  const areas = fc.array(fc.record({ x: fc.nat(500), others: fc.nat(500), known: fc.boolean() }), {
    minLength: 4,
    maxLength: 4,
  });
  const studyOf = (cells: readonly { x: number; others: number; known: boolean }[]) =>
    row({
      ...full,
      x: [cells.map((cell) => (cell.known ? cell.x : 'secret'))],
      residents: [cells.map((cell) => cell.x + cell.others)],
    });

  it('contributions add up: without sign to D, with sign to 0', () => {
    fc.assert(
      fc.property(areas, (cells) => {
        const answer = measure(studyOf(cells), ask());
        const D = value(answer, 'D').value;
        fc.pre(!Number.isNaN(D));
        const known = answer.contributions.filter((part) => !Number.isNaN(part));
        expect(known.length).toBe(answer.used);
        expect(known.reduce((sum, part) => sum + Math.abs(part), 0)).toBeCloseTo(D, 12);
        expect(known.reduce((sum, part) => sum + part, 0)).toBeCloseTo(0, 12);
      }),
      { seed: 1 },
    );
  });

  it('coarser levels never show more segregation, whatever is missing', () => {
    fc.assert(
      fc.property(areas, (cells) => {
        const { scale } = measure(studyOf(cells), ask());
        fc.pre(scale.length === 2);
        const [fine, district] = scale;
        for (const id of ['D', 'G', 'H', 'xPx']) {
          if (Number.isNaN(district!.values[id]!) || Number.isNaN(fine!.values[id]!)) continue;
          expect(district!.values[id]).toBeLessThanOrEqual(fine!.values[id]! + 1e-12);
        }
      }),
      { seed: 1 },
    );
  });

  it('group and reference may change places', () => {
    fc.assert(
      fc.property(areas, (cells) => {
        const study = row({
          ...full,
          x: [cells.map((cell) => cell.x)],
          y: [cells.map((cell) => cell.others)],
          residents: [cells.map((cell) => cell.x + cell.others)],
        });
        const one = measure(study, ask({ reference: 'y' }));
        const other = measure(study, ask({ group: 'y', reference: 'x' }));
        for (const id of ['D', 'G', 'H', 'moran']) {
          const a = value(one, id).value;
          const b = value(other, id).value;
          if (Number.isNaN(a)) expect(b).toBeNaN();
          else expect(b).toBeCloseTo(a, 10);
        }
      }),
      { seed: 1 },
    );
  });

  it('a cache changes nothing', () => {
    const cache = createMeasureCache();
    const study = row(full);
    expect(measure(study, ask(), cache)).toEqual(measure(study, ask()));
    expect(measure(study, ask(), cache)).toEqual(measure(study, ask()));
  });
});
